/// Who does what to whom where one side begins with the verb and the other with who does it: "صدمت سفينة الناقلة", "الناقلة صدمت سفينة".
extension RoleRules {
  /// Who does what a verb says, and to whom, as terms of a side.
  private struct Actors {
    let subject: Int
    /// What may be the object: terms behind the verb that are neither its subject nor behind a preposition.
    let objects: [Int]
  }

  /// Two words of which each is the subject of one verb on one side and its object on the other.
  static func actors(_ pair: Pair) -> Difference? {
    let (a, b) = (pair.alignment.a.all, pair.alignment.b.all)
    guard pair.alignment.a.script == .arabic, !pair.alignment.isBetweenLanguages, a.count < 40, b.count < 40,
      mayExchange(pair)
    else { return nil }
    let (own, others) = (verbs(pair.a, a), verbs(pair.b, b))
    for x in own {
      for y in others where areOneVerb(pair, x, y) {
        let (i, j) = (x.index, y.index)
        guard let mine = actors(pair.a, a, i), let other = actors(pair.b, b, j),
          let object = partner(pair, mine.subject), let subject = partner(pair.mirrored, other.subject),
          other.objects.contains(object), mine.objects.contains(subject),
          mayAct(pair.a, a[mine.subject]), mayAct(pair.a, a[subject]), mayAct(pair.b, b[other.subject]),
          mayAct(pair.b, b[object])
        else { continue }
        return exchanged.difference(
          pair.a.detail(token: a[mine.subject].token), pair.b.detail(token: b[other.subject].token))
      }
    }
    return nil
  }

  /// Whether two words stand in the other order on the other side, which is cheap to see and rare.
  private static func mayExchange(_ pair: Pair) -> Bool {
    var highest = -1
    for (term, link) in zip(pair.alignment.a.all, pair.alignment.fromA)
    where link.similarity >= 0.85 && term.weight > 40 && !term.isNumber {
      if link.partner < highest { return true }
      highest = link.partner
    }
    return false
  }

  /// A word that may be a verb, its strong letters, and whether it surely is one.
  private typealias Verb = (index: Int, stem: Stem.Verb, isSure: Bool, beginsWithTa: Bool)

  /// The content words that may be verbs, read once; "سلمتهم ناميبيا" tells the object by its verb.
  private static func verbs(_ side: Side, _ terms: [Term]) -> [Verb] {
    let words = side.report.words
    return terms.indices.compactMap { index in
      let token = terms[index].token
      guard terms[index].weight > 20, words[token].script == .arabic, words[token].ending != .pronoun,
        !words.hasArticle(token)
      else { return nil }
      let tag = Tagger(words, token).tag()
      guard tag.function != .auxiliary, tag.function != .copula else { return nil }
      let form = words.foldedText(token)
      return (index, Stem.verb(form), tag.isVerb, form.starts(with: "ت".utf8))
    }
  }

  /// Whether two words are one verb; behind its subject a form that no list has looks like a noun ("الوزير صفع"). Who gives and who
  /// receives are two ("سلمت المنظمة المستشفى", "تسلم المستشفى").
  private static func areOneVerb(_ pair: Pair, _ x: Verb, _ y: Verb) -> Bool {
    (x.isSure || y.isSure) && x.beginsWithTa == y.beginsWithTa
      && (x.stem == y.stem || pair.alignment.likeness(x.index, y.index) >= 0.85)
  }

  private static func partner(_ pair: Pair, _ index: Int) -> Int? {
    let link = pair.alignment.fromA[index]
    return link.similarity >= 0.85 ? link.partner : nil
  }

  /// Who does what a verb says and to whom, as far as it is told by where they stand.
  private static func actors(_ side: Side, _ terms: [Term], _ verb: Int) -> Actors? {
    let words = side.report.words
    let clause = clause(side, terms, around: verb)
    let nouns = clause.filter { $0 > verb && isBare(words, terms, $0) }
    guard let first = nouns.first, first == clause.first(where: { $0 > verb && terms[$0].weight > 20 }) else {
      return nil
    }
    guard let subject = clause.first(where: { terms[$0].weight > 20 }), subject != verb else {
      return Actors(subject: first, objects: Array(nouns.dropFirst()))
    }
    return isBare(words, terms, subject) ? Actors(subject: subject, objects: [first]) : nil
  }

  /// The terms of the clause of a verb, from the comma before it to the end of its fact, those passed over that tell when.
  private static func clause(_ side: Side, _ terms: [Term], around verb: Int) -> [Int] {
    let words = side.report.words
    let range = side.range(of: terms[verb].token)
    let mark = (range.lowerBound..<terms[verb].token).last { commas.contains(words[$0].mark) }
    let start = mark.map { $0 + 1 } ?? range.lowerBound
    return terms.indices.filter { at in
      start <= terms[at].token && terms[at].token < range.upperBound
        && !side.timeRanges.contains { $0.contains(terms[at].token) }
    }
  }

  private static let commas: Set<UInt32> = [0x2C, 0x60C, 0x3A, 0x3B, 0x61B]

  /// Whether a content word stands behind no preposition.
  private static func isBare(_ words: Words, _ terms: [Term], _ index: Int) -> Bool {
    let token = terms[index].token
    guard terms[index].weight > 40, !terms[index].isNumber, words[token].clitics.isDisjoint(with: [.ba, .la, .ka])
    else {
      return false
    }
    return index == 0 || terms[index - 1].token != token - 1
      || words.code(.function, at: terms[index - 1].token) != Tag.Function.preposition.rawValue
  }
}
