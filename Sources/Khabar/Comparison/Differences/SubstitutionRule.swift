/// What two statements conflict in, when the learned relation says that they do and no typed rule says why.
enum SubstitutionRule {
  static func difference(_ pair: Pair) -> Difference? {
    if let (a, b) = agents(pair) { return RoleRules.exchanged.difference(a, b) }
    return figures(pair) ?? times(pair) ?? replaced(pair) ?? persons(pair) ?? PolarityRules.opposed(pair)
      ?? pair.eitherWay(negated) ?? predicates(pair)
  }

  // MARK: - Values

  /// One figure on each side that the other side has not.
  private static func figures(_ pair: Pair) -> Difference? {
    let (a, b) = (pair.a.counted, pair.b.counted)
    guard let x = only(a, but: b), let y = only(b, but: a) else { return otherUnits(a, b, pair) ?? lengths(pair) }
    return NumberRules.disjoint.difference(
      pair.a.detail(x.span, value: x.value), pair.b.detail(y.span, value: y.value))
  }

  /// One number of two units: "20 ريالا" against "20 في المئة".
  private static func otherUnits(_ a: [Quantity], _ b: [Quantity], _ pair: Pair) -> Difference? {
    for x in a where x.unit != nil && x.value != nil && !b.contains(where: { $0.value == x.value && $0.unit == x.unit })
    {
      guard let y = b.first(where: { $0.value == x.value && $0.unit != nil && $0.unit != x.unit }),
        !a.contains(where: { $0.value == y.value && $0.unit == y.unit })
      else { continue }
      return NumberRules.disjoint.difference(
        pair.a.detail(x.span, value: x.value), pair.b.detail(y.span, value: y.value))
    }
    return nil
  }

  /// The only length of time of each side: "خمس دقائق" against "an hour".
  private static func lengths(_ pair: Pair) -> Difference? {
    let (a, b) = (pair.a.lengths, pair.b.lengths)
    guard a.count == 1, b.count == 1, a[0].excludes(b[0]) else { return nil }
    return NumberRules.disjoint.difference(pair.a.detail(a[0].span), pair.b.detail(b[0].span))
  }

  private static func only(_ mine: [Quantity], but others: [Quantity]) -> Quantity? {
    let rest = mine.filter { x in x.value != nil && !others.contains { $0.value == x.value } }
    return rest.count == 1 ? rest[0] : nil
  }

  /// One time on each side, in other words.
  private static func times(_ pair: Pair) -> Difference? {
    guard pair.a.times.count == 1, pair.b.times.count == 1, let x = pair.a.times.first, let y = pair.b.times.first,
      pair.coverage(x.span, y.span).a < 0.9, x.edtf == nil || x.edtf != y.edtf,
      pair.a.report.language == pair.b.report.language
    else { return nil }
    return DateRules.disjoint.difference(pair.a.detail(x.span, value: x.edtf), pair.b.detail(y.span, value: y.edtf))
  }

  /// One person on each side whom the other side does not name.
  private static func persons(_ pair: Pair) -> Difference? {
    let (a, b) = (pair.a.persons.filter { !$0.isSpeaker }, pair.b.persons.filter { !$0.isSpeaker })
    let (onlyA, onlyB) = (
      a.filter { x in !b.contains { $0.key.matches(x.key) } }, b.filter { y in !a.contains { $0.key.matches(y.key) } }
    )
    guard onlyA.count == 1, onlyB.count == 1 else { return nil }
    return NameRules.other.difference(
      pair.a.detail(onlyA[0].mention.span, value: onlyA[0].mention.name),
      pair.b.detail(onlyB[0].mention.span, value: onlyB[0].mention.name))
  }

  // MARK: - Words

  /// The one word of two statements of one language that are the same otherwise.
  static func only(_ pair: Pair) -> Difference? {
    let alignment = pair.alignment
    guard !alignment.isBetweenLanguages, min(alignment.coverageOfA, alignment.coverageOfB) >= 0.75,
      let i = open(alignment.a, alignment.fromA), let j = open(alignment.b, alignment.fromB),
      !(alignment.a.all[i].isNumber && alignment.b.all[j].isNumber),
      let found = pair.replacements.first, found.isFramed, found.a == i, found.b == j, found.likeness < 0.4
    else { return nil }
    return difference(pair, found)
  }

  /// The one content word without a partner, where there is just one.
  private static func open(_ terms: Terms, _ links: [Alignment.Link]) -> Int? {
    let open = terms.all.indices.filter { terms.all[$0].weight > 20 && links[$0].similarity < Replacement.open }
    return open.count == 1 ? open[0] : nil
  }

  /// A word that stands in the place of another.
  private static func replaced(_ pair: Pair) -> Difference? {
    pair.replacements.first.map { difference(pair, $0) }
  }

  private static func difference(_ pair: Pair, _ found: Replacement) -> Difference {
    let (x, y) = (pair.alignment.a.all[found.a], pair.alignment.b.all[found.b])
    let isName = x.isNameLike && y.isNameLike || isNamePart(pair.a, x.token) && isNamePart(pair.b, y.token)
    let rule =
      if x.country != 0, y.country != 0 { PlaceRules.other } else if isName { NameRules.other } else {
        PolarityRules.incompatible
      }
    return rule.difference(pair.a.detail(token: x.token), pair.b.detail(token: y.token))
  }

  /// Whether a word belongs to a name by its capital, its quotation marks or the noun before it ("مستشفى الشفاء").
  private static func isNamePart(_ side: Side, _ token: Int) -> Bool {
    let words = side.report.words
    if words[token].script == .latin { return words[token].isCapitalized && token > side.sentence.lowerBound }
    if side.quotations.contains(where: { $0.contains(token) && $0.count <= 6 }) {
      return true
    }
    return words[token - 1].categories.has(anyOf: Lexicon.Categories(.sites, .organisations))
  }

  /// What A negates, and what B tells instead.
  private static func negated(_ pair: Pair) -> Difference? {
    let words = pair.a.report.words
    let others = pair.b.report.words
    guard !pair.b.hull.contains(where: { Negation.negates(others, $0) }) else { return nil }
    for range in pair.a.ranges {
      let negator = range.first { Negation.negates(words, $0) || Negation.code(words, $0) == Negation.implicit }
      guard let token = negator else { continue }
      let end = max(token + 1, min(range.upperBound, token + 4))
      let partners = pair.partners(of: token + 1..<end)
      let told = partners.map { $0.count <= 4 ? $0 : $0.lowerBound..<$0.lowerBound + 1 }
      return PolarityRules.incompatible.difference(
        pair.a.detail(tokens: token..<end), pair.b.detail(tokens: told ?? statement(pair.mirrored)))
    }
    return nil
  }

  private static func predicates(_ pair: Pair) -> Difference? {
    PolarityRules.incompatible.difference(
      pair.a.detail(tokens: statement(pair)), pair.b.detail(tokens: statement(pair.mirrored)))
  }

  /// The verb of A that B has nothing like, with what follows, else what A says.
  private static func statement(_ pair: Pair) -> Range<Int> {
    let (words, a) = (pair.a.report.words, pair.alignment.a.all)
    let verb = a.indices.first { i in
      a[i].weight > 20 && pair.alignment.fromA[i].similarity < 0.6 && Tagger(words, a[i].token).tag().isVerb
    }
    guard let verb else { return pair.a.predicate }
    return a[verb].token..<min(a[verb].token + 3, pair.a.hull.upperBound)
  }

  // MARK: - Agents

  /// Those who act, where each of them stands in the other statement too, but does not act there.
  private static func agents(_ pair: Pair) -> (Difference.Detail, Difference.Detail)? {
    guard let a = agent(pair.a, pair.alignment.a), let b = agent(pair.b, pair.alignment.b) else { return nil }
    let (links, back) = (pair.alignment.fromA, pair.alignment.fromB)
    guard links[a].similarity >= 0.9, back[b].similarity >= 0.9, links[a].partner != b, back[b].partner != a,
      Alignment.similarity(pair.alignment.a.all[a], pair.alignment.b.all[b]) < 0.6, tellSameOtherwise(pair)
    else { return nil }
    return (
      pair.a.detail(token: pair.alignment.a.all[a].token), pair.b.detail(token: pair.alignment.b.all[b].token)
    )
  }

  /// Whether each statement has most words of the other, and neither negates or measures anything that the other does not.
  private static func tellSameOtherwise(_ pair: Pair) -> Bool {
    min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.5
      && Negation.stands(in: pair.a) == Negation.stands(in: pair.b)
  }

  /// The content word that acts: behind "by" where the statement is passive, else the nearest before the verb in its clause, or
  /// behind it where the verb stands first.
  private static func agent(_ side: Side, _ terms: Terms) -> Int? {
    guard let verb = side.predicate.first else { return nil }
    let words = side.report.words
    func first(from token: Int) -> Int? {
      terms.all.indices.first { terms.all[$0].token >= token && terms.all[$0].weight > 20 }
    }
    if let by = passiveAgent(words, verb, side.hull) { return first(from: by) }
    let clause = (side.hull.lowerBound..<verb).last { words[$0].kind == .mark } ?? side.hull.lowerBound
    let before = terms.all.indices.last {
      terms.all[$0].token < verb && terms.all[$0].token >= clause && terms.all[$0].weight > 20
    }
    return [before ?? first(from: verb + 1)].compactMap { $0 }.first {
      !terms.all[$0].isNumber && mayAct(words, terms.all[$0].token)
    }
  }

  /// Whether a word stands behind no preposition.
  private static func mayAct(_ words: Words, _ token: Int) -> Bool {
    guard words[token].clitics.isDisjoint(with: [.ba, .la]) else { return false }
    return token == 0 || words.match(.function, at: token - 1)?.value.first != 0x70
  }

  /// The token behind "by", "على يد", "من قبل", or behind "من" after "تعرض".
  private static func passiveAgent(_ words: Words, _ verb: Int, _ hull: Range<Int>) -> Int? {
    let isUndergoing = undergoing.contains(words[verb].core) || undergoing.contains(words[verb].key)
    for token in verb + 1..<max(verb + 1, min(hull.upperBound - 1, verb + 12)) {
      let (key, next) = (words[token].key, words[token + 1].key)
      if key == by || isUndergoing && key == from { return token + 1 }
      if key == upon && hands.contains(next) || key == from && next == side { return token + 2 }
    }
    return nil
  }

  private static let undergoing = ["تعرض", "تعرضت", "يتعرض", "تتعرض", "تعرضوا"].map { Key.of($0.utf8) }
  private static let (by, from, upon, side) = (
    Key.of("by".utf8), Key.of("من".utf8), Key.of("على".utf8), Key.of("قبل".utf8)
  )
  private static let hands = ["يد", "ايدي", "يدي"].map { Key.of($0.utf8) }
}
