/// A place of one kind with a name of its own: "مستشفى أروما", "ملعب مسعود زوغار".
struct NamedSite {
  /// The word for the kind.
  let head: Int
  /// The tokens of its name.
  let name: Range<Int>

  /// The only site that the facts of a side name behind a preposition.
  static func only(_ side: Side) -> NamedSite? {
    let found = side.ranges.joined().compactMap { NamedSite(side, $0) }
    return found.count == 1 ? found[0] : nil
  }

  private init?(_ side: Side, _ token: Int) {
    let words = side.report.words
    guard words[token].script == .arabic, !words[token].clitics.contains(.article), words.has(.sites, at: token),
      [Places.spot, Places.settlement].contains(words.code(.sites, at: token)),
      PlaceRules.isBehindPreposition(words, token)
    else { return nil }
    var end = token + 1
    while end < min(side.hull.upperBound, token + 3), Self.isNamePart(words, end) { end += 1 }
    guard end > token + 1 else { return nil }
    (head, name) = (token, token + 1..<end)
  }

  /// Whether a word of no other list, or of those of names and places, may be the name of a site.
  private static func isNamePart(_ words: Words, _ token: Int) -> Bool {
    let word = words[token]
    guard word.kind == .word, word.script == .arabic, word.clitics.subtracting(.article).isEmpty else { return false }
    if words.has(.names, at: token) || words.has(.places, at: token) { return true }
    return !words.isKnownOtherwise(token) && NameLikeness.isLikely(words, token)
  }

  /// Whether two sites of one kind have names that share no word.
  func isOther(_ pair: Pair, _ site: NamedSite) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    guard pair.partners(of: head..<head + 1, likeness: 0.85)?.lowerBound == site.head else { return false }
    let names = site.name.map { NameKey(others.coreText($0..<$0 + 1)) }
    return !name.contains { token in
      let key = NameKey(words.coreText(token..<token + 1))
      return names.contains { key.matches($0) }
    }
  }
}
