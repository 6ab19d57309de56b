/// A place of one kind with a name of its own: "مستشفى أروما", "ملعب مسعود زوغار", "Velmar General Hospital".
struct NamedSite {
  /// The word for the kind.
  let head: Int
  /// The tokens of its name.
  let name: Range<Int>

  /// The tokens of the name and the word for the kind.
  var whole: Range<Int> { min(head, name.lowerBound)..<max(head + 1, name.upperBound) }

  /// The sites that the facts of a side name behind a preposition.
  static func all(_ side: Side) -> [NamedSite] {
    var sites: [NamedSite] = []
    for range in side.ranges {
      for token in side.report.words.tokens(showing: Cues(.sites), in: range) {
        if let site = NamedSite(side, token) ?? NamedSite(english: side, token) { sites.append(site) }
      }
    }
    return sites
  }

  /// Whether a word for a kind of place has an article or a name beside it, and so is more than a description.
  static func isNamed(_ side: Side, _ token: Int) -> Bool {
    let words = side.report.words
    if words[token].script == .latin {
      return words[token].isCapitalized || token > 0 && words[token - 1].isCapitalized && words[token - 1].kind == .word
    }
    let next = token + 1
    guard words.has(.sites, at: token), !words.hasArticle(token), next < side.hull.upperBound else {
      return words.hasArticle(token)
    }
    return words[next].kind == .word && !words.has(.function, at: next)
      && (words.hasArticle(next) || !words.endsLikeAdjective(next))
  }

  /// Whether a word of B is one for the same kind of place, also in the plural.
  func isOfKind(_ pair: Pair, _ token: Int) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    if words[head].core == others[token].core || words.foldedText(head).elementsEqual(others.foldedText(token)) {
      return true
    }
    return pair.partners(of: head..<head + 1, likeness: pair.alignment.isBetweenLanguages ? 0.6 : 0.85)?.lowerBound
      == token
  }

  /// The only two sites of one kind that both sides name, each another one.
  static func others(_ pair: Pair) -> (a: NamedSite, b: NamedSite)? {
    let all = pair.a.sites
    if all.isEmpty { return nil }
    let others = pair.b.sites
    for x in all where pair.a.report.words[x.head].script == .arabic {
      let alike = others.filter { x.isOfOneKind(pair, $0) }
      guard alike.count == 1, all.count(where: { $0.isOfOneKind(pair, alike[0]) }) == 1, x.isOther(pair, alike[0])
      else { continue }
      return (x, alike[0])
    }
    return nil
  }

  private init?(_ side: Side, _ token: Int) {
    let words = side.report.words
    guard words[token].script == .arabic, !words[token].clitics.contains(.article), words.has(.sites, at: token),
      [Places.spot, Places.settlement].contains(words.code(.sites, at: token)),
      PlaceRules.isBehindPreposition(words, token)
    else { return nil }
    var end = token + 1
    while end < min(side.hull.upperBound, token + 3),
      Self.isNamePart(words, end) || Self.isOfNames(words, end, side) || end == token + 1 && Self.isTitle(words, end)
        // "خشم القربة": what makes the word before it definite.
        || end == token + 2 && words.hasArticle(end) && !words.hasArticle(end - 1) && words[end].clitics == .article
          && !words.endsLikeAdjective(end)
    {
      end += 1
    }
    guard end > token + 1, end > token + 2 || !Self.mayDescribe(words, token + 1) else { return nil }
    (head, name) = (token, token + 1..<end)
  }

  /// "Velmar General Hospital": a word for a kind of place behind a name, all of them with capitals.
  private init?(english side: Side, _ token: Int) {
    let words = side.report.words
    func isCapital(_ token: Int) -> Bool {
      words[token].script == .latin && words[token].kind == .word && words[token].isCapitalized
    }
    guard isCapital(token), words.has(.sites, at: token),
      [Places.spot, Places.settlement].contains(words.code(.sites, at: token))
    else { return nil }
    var start = token
    while start > side.sentence.lowerBound, isCapital(start - 1), !words.has(.function, at: start - 1) { start -= 1 }
    guard start < token, PlaceRules.isBehindPreposition(words, start) else { return nil }
    (head, name) = (token, start..<token)
  }

  /// "عماني", "صغير": the adjective of a nation, or a common word that only may be a name.
  private static func mayDescribe(_ words: Words, _ token: Int) -> Bool {
    if words.hasArticle(token) { return false }
    if words.isDemonym(at: token) { return true }
    let row = Vectors.row(words[token].core)
    return !words.has(.places, at: token) && row >= 0 && Vectors.frequency(Int(row)) >= common
  }

  /// From this frequency on (Zipf 4, times 25) a word alone is rather one that describes.
  private static let common = 100

  /// Whether a word of no other list, or of those of names and places, may be the name of a site.
  private static func isNamePart(_ words: Words, _ token: Int) -> Bool {
    let word = words[token]
    guard word.kind == .word, word.script == .arabic, word.clitics.subtracting(.article).isEmpty else { return false }
    if words.has(.names, at: token) || words.has(.places, at: token) { return true }
    return !words.isKnownOtherwise(token) && NameLikeness.isLikely(words, token)
  }

  /// "الشيخ عثمان", "الملك خالد": a title before a given name.
  private static func isTitle(_ words: Words, _ token: Int) -> Bool {
    words.has(.roles, at: token) && words.has(.names, at: token + 1)
  }

  /// Whether a word of no list is definite, or stands before one that is: "مستشفى خشم القربة", "جسر رأس الحمراء".
  private static func isOfNames(_ words: Words, _ token: Int, _ side: Side) -> Bool {
    func mayName(_ token: Int) -> Bool {
      let word = words[token]
      return word.kind == .word && word.script == .arabic && word.clitics.subtracting(.article).isEmpty
        && word.ending == .none && !words.isKnownOtherwise(token) && !words.has(.sites, at: token)
    }
    guard mayName(token) else { return false }
    return words.hasArticle(token)
      || token + 1 < side.hull.upperBound && words[token + 1].kind == .word && words.hasArticle(token + 1)
  }

  /// Whether both are of one kind by the word for it.
  private func isOfOneKind(_ pair: Pair, _ site: NamedSite) -> Bool {
    pair.a.report.words[head].core == pair.b.report.words[site.head].core
      || pair.partners(of: head..<head + 1, likeness: 0.85)?.lowerBound == site.head
  }

  /// Whether two sites of one kind have names that share no word.
  private func isOther(_ pair: Pair, _ site: NamedSite) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    // "قسم الاستعجالي", "قسم الطوارئ"
    guard pair.coverage(words.span(name), others.span(site.name)).a < 0.6 else { return false }
    let names = site.name.map { NameKey(others.coreText($0..<$0 + 1)) }
    return !name.contains { token in
      let key = NameKey(words.coreText(token..<token + 1))
      return names.contains { key.matches($0) }
    }
  }
}
