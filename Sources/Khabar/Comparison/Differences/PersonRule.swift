/// Persons: one person under two titles, or two persons in one part.
enum PersonRule {
  static func differences(_ pair: Pair) -> [Difference] {
    let (a, b) = (people(pair.a), people(pair.b))
    var result: [Difference] = []
    for x in a {
      guard let y = b.first(where: { isSame(x, $0) }), let roleX = role(x, pair.a), let roleY = role(y, pair.b),
        pair.a.report.language == pair.b.report.language,
        words(roleX, pair.a) != words(roleY, pair.b),
        words(roleX, pair.a).isDisjoint(with: words(roleY, pair.b)) == false
          || pair.likeness(roleX, roleY) < 0.9
      else { continue }
      result.append(
        Difference(
          dimension: .role, verdict: .compatible, a: pair.a.detail(roleX, value: x.name),
          b: pair.b.detail(roleY, value: y.name), rule: "role.two-titles", reason: "One person under two titles."))
    }
    return result + others(pair, a, b)
  }

  /// One named person on each side, not the same, in the same part of the statement.
  private static func others(_ pair: Pair, _ a: [Mention], _ b: [Mention]) -> [Difference] {
    let onlyA = a.filter { x in !b.contains { isSame(x, $0) } }
    let onlyB = b.filter { y in !a.contains { isSame($0, y) } }
    guard onlyA.count == 1, onlyB.count == 1, let x = onlyA.first, let y = onlyB.first else { return [] }
    return [
      Difference(
        dimension: .name, verdict: .conflict, a: pair.a.detail(x.span, value: x.name),
        b: pair.b.detail(y.span, value: y.name), rule: "name.other", reason: "The two sides name different persons.")
    ]
  }

  private static func people(_ side: Side) -> [Mention] {
    var seen: Set<String> = []
    return side.mentions.filter { $0.kind == .person && $0.name.map { seen.insert($0).inserted } ?? false }
  }

  private static func isSame(_ x: Mention, _ y: Mention) -> Bool { NameKey.matches(x.name ?? "", y.name ?? "") }

  /// The role beside the name, or one that the report gives to the same person elsewhere.
  private static func role(_ mention: Mention, _ side: Side) -> Span? {
    if let span = mention.roleSpan { return span }
    return side.report.mentions.first { $0.kind == .person && $0.roleSpan != nil && isSame($0, mention) }?.roleSpan
  }

  private static func words(_ span: Span, _ side: Side) -> Set<UInt64> {
    Set(side.report.words.range(span).map { side.report.words[$0] }.filter(\.isWordLike).map(\.core))
  }
}
