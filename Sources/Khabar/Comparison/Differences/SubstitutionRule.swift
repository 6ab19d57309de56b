/// What two statements conflict in, when the learned relation says that they do and no typed rule says why.
enum SubstitutionRule {
  static func difference(_ pair: Pair) -> Difference? {
    if let (a, b) = agents(pair) { return RoleRules.exchanged.difference(a, b) }
    let (i, j) = (open(pair.alignment.a, pair.alignment.fromA), open(pair.alignment.b, pair.alignment.fromB))
    guard i.count == 1, j.count == 1 else {
      return PolarityRules.incompatible.difference(
        pair.a.detail(tokens: pair.a.predicate), pair.b.detail(tokens: pair.b.predicate))
    }
    let (x, y) = (pair.alignment.a.all[i[0]], pair.alignment.b.all[j[0]])
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
    if Quotations.all(in: words, around: side.hull).contains(where: { $0.contains(token) && $0.count <= 6 }) {
      return true
    }
    return words[token - 1].categories.has(anyOf: Lexicon.Categories(.sites, .organisations))
  }

  /// The content words that found no partner.
  private static func open(_ terms: Terms, _ links: [Alignment.Link]) -> [Int] {
    terms.all.indices.filter { terms.all[$0].weight > 20 && links[$0].similarity < 0.75 }
  }

  /// Those who act, where each of them stands in the other statement too, but does not act there.
  private static func agents(_ pair: Pair) -> (Difference.Detail, Difference.Detail)? {
    guard let a = agent(pair.a, pair.alignment.a), let b = agent(pair.b, pair.alignment.b) else { return nil }
    let (links, back) = (pair.alignment.fromA, pair.alignment.fromB)
    guard links[a].similarity >= 0.9, back[b].similarity >= 0.9, links[a].partner != b, back[b].partner != a,
      Alignment.similarity(pair.alignment.a.all[a], pair.alignment.b.all[b]) < 0.6, haveOneVerb(pair)
    else { return nil }
    return (
      pair.a.detail(token: pair.alignment.a.all[a].token), pair.b.detail(token: pair.alignment.b.all[b].token)
    )
  }

  /// Whether both statements say that the same was done.
  private static func haveOneVerb(_ pair: Pair) -> Bool {
    guard let x = pair.a.predicate.first, let y = pair.b.predicate.first else { return false }
    if pair.partners(of: x..<x + 1, likeness: 0.5)?.contains(y) == true { return true }
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    return words[x].script == .arabic && others[y].script == .arabic
      && Stem.verb(words.foldedText(x)) == Stem.verb(others.foldedText(y))
  }

  /// The content word nearest before the verb, or behind it where the verb stands first.
  private static func agent(_ side: Side, _ terms: Terms) -> Int? {
    guard let verb = side.predicate.first else { return nil }
    let before = terms.all.indices.first { terms.all[$0].token < verb && terms.all[$0].weight > 20 }
    return before ?? terms.all.indices.first { terms.all[$0].token > verb && terms.all[$0].weight > 20 }
  }
}
