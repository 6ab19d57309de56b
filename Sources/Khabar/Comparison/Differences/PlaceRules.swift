/// Places that differ: one inside the other is compatible, two of one kind conflict.
enum PlaceRules {
  static let other = DifferenceRule(
    "place.other", .conflict, "The two sides name different places.", arabic: "يسمّي كل طرف مكانا مختلفا.",
    good: [
      .init("وقع الانفجار في مدينة صفاقس.", "وقع الانفجار في مدينة سوسة."),
      .init("The summit opens in Lisbon.", "The summit opens in Madrid."),
    ],
    bad: [.init("The summit opens in Lisbon.", "The summit opens in Portugal.")])

  static let contained = DifferenceRule(
    "place.contained", .compatible, "One place lies in the other.", arabic: "أحد المكانين يقع في الآخر.",
    good: [
      .init("وقع الانفجار في مدينة صفاقس.", "وقع انفجار في تونس."),
      .init("The summit opens in Lisbon.", "The summit opens in Portugal."),
    ])

  static let direction = DifferenceRule(
    "place.direction", .conflict, "The sides name opposite directions.", arabic: "يذكر كل طرف جهة معاكسة.",
    good: [.init("قصفت الطائرات شمال المدينة.", "قصفت الطائرات جنوب المدينة.")])

  static let all = [other, contained, direction]

  static func differences(_ pair: Pair) -> [Difference] {
    let (a, b) = (places(pair.a), places(pair.b))
    let (codesA, codesB) = (Set(a.compactMap(\.name)), Set(b.compactMap(\.name)))
    let onlyA = a.filter { !codesB.contains($0.name ?? "") }
    let onlyB = b.filter { !codesA.contains($0.name ?? "") }
    guard let x = onlyA.first, let y = onlyB.first, codesA.symmetricDifference(codesB).count == 2,
      let codeX = x.name, let codeY = y.name
    else { return [] }
    let details = (pair.a.detail(x.span, value: codeX), pair.b.detail(y.span, value: codeY))
    if country(codeX) != country(codeY) {
      return isCountry(codeX) == isCountry(codeY) ? [other.difference(details.0, details.1)] : []
    }
    guard isCountry(codeX) || isCountry(codeY) else { return [other.difference(details.0, details.1)] }
    let (city, nation) = isCountry(codeX) ? ((y, pair.b), (x, pair.a)) : ((x, pair.a), (y, pair.b))
    if isCapital(city.1, city.0) {
      // "العاصمة العمانية" is Muscat.
      if isPlainCapital(nation.1, nation.0) { return [] }
      if !isLocated(city.1, city.0) { return [NameRules.metonym.difference(details.0, details.1)] }
    }
    return isLocated(city.1, city.0) && isLocated(nation.1, nation.0)
      ? [contained.difference(details.0, details.1)] : []
  }

  private static func places(_ side: Side) -> [Mention] { side.mentions.filter { $0.kind == .place && $0.name != nil } }
  private static func isCountry(_ code: String) -> Bool { !code.utf8.contains { $0 == 0x2F || $0 == 0x3A } }
  private static func country(_ code: String) -> Substring { code.prefix { $0 != "/" && $0 != ":" } }

  /// The first letter of the type of a place in the lexicon: c a capital, d an adjective of a nation …
  private static func isCapital(_ side: Side, _ mention: Mention) -> Bool {
    let token = side.report.words.range(mention.span).lowerBound
    let fields = side.report.words.match(.places, at: token)?.value.fields ?? []
    return fields.count > 1 && fields[1] == "capital"
  }

  /// Whether an adjective of a nation stands beside "the capital".
  private static func isPlainCapital(_ side: Side, _ mention: Mention) -> Bool {
    let words = side.report.words
    let range = words.range(mention.span)
    return [range.lowerBound - 1, range.upperBound].contains {
      words.indices.contains($0) && words.code(.sites, at: $0) == 0x63
    }
  }

  /// Whether a preposition of place stands before a place, so that it is where and not who.
  private static func isLocated(_ side: Side, _ mention: Mention) -> Bool {
    let words = side.report.words
    let token = words.range(mention.span).lowerBound
    if !words[token].clitics.isDisjoint(with: [.ba, .la]) { return true }
    guard token > 0 else { return false }
    return words.has(.sites, at: token - 1) || words.match(.function, at: token - 1)?.value.first == 0x70
  }
}
