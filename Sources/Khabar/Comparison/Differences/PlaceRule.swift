/// Places that differ: one inside the other is compatible, two of one kind conflict.
enum PlaceRule {
  static func differences(_ pair: Pair) -> [Difference] {
    let (a, b) = (places(pair.a), places(pair.b))
    let (codesA, codesB) = (Set(a.compactMap(\.name)), Set(b.compactMap(\.name)))
    let onlyA = a.filter { !codesB.contains($0.name ?? "") }
    let onlyB = b.filter { !codesA.contains($0.name ?? "") }
    guard let x = onlyA.first, let y = onlyB.first, codesA.symmetricDifference(codesB).count == 2,
      let codeX = x.name, let codeY = y.name
    else { return [] }
    if country(codeX) == country(codeY) {
      guard isCountry(codeX) || isCountry(codeY) else { return [conflict(pair, x, y)] }
      // A capital and its country are one actor in the news; as places one contains the other.
      return [
        Difference(
          dimension: .name, verdict: .compatible, a: pair.a.detail(x.span, value: codeX),
          b: pair.b.detail(y.span, value: codeY), rule: "name.metonym",
          reason: "One side names the country, the other its capital or a city of it.")
      ]
    }
    return isCountry(codeX) == isCountry(codeY) ? [conflict(pair, x, y)] : []
  }

  private static func conflict(_ pair: Pair, _ x: Mention, _ y: Mention) -> Difference {
    Difference(
      dimension: .place, verdict: .conflict, a: pair.a.detail(x.span, value: x.name),
      b: pair.b.detail(y.span, value: y.name), rule: "place.other", reason: "The two sides name different places.")
  }

  private static func places(_ side: Side) -> [Mention] { side.mentions.filter { $0.kind == .place && $0.name != nil } }
  private static func isCountry(_ code: String) -> Bool { !code.utf8.contains { $0 == 0x2F || $0 == 0x3A } }
  private static func country(_ code: String) -> Substring { code.prefix { $0 != "/" && $0 != ":" } }
}
