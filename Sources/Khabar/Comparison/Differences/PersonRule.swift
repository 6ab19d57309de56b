/// Persons: one person under two titles, or two persons in one part.
enum PersonRule {
  static func differences(_ pair: Pair) -> [Difference] {
    let (a, b) = (people(pair.a), people(pair.b))
    var result: [Difference] = []
    for x in a {
      guard let y = b.first(where: { $0.key.matches(x.key) }), let roleX = role(x, pair.a), let roleY = role(y, pair.b),
        pair.a.report.language == pair.b.report.language,
        words(roleX, pair.a) != words(roleY, pair.b),
        words(roleX, pair.a).isDisjoint(with: words(roleY, pair.b)) == false
          || pair.likeness(roleX, roleY) < 0.9
      else { continue }
      result.append(
        Difference(
          dimension: .role, verdict: .compatible, a: pair.a.detail(roleX, value: x.mention.name),
          b: pair.b.detail(roleY, value: y.mention.name), rule: "role.two-titles",
          reason: "One person under two titles."))
    }
    return result + others(pair, a, b)
  }

  /// One named person on each side, not the same, in the same part of the statement.
  private static func others(_ pair: Pair, _ a: [Person], _ b: [Person]) -> [Difference] {
    let onlyA = a.filter { x in !b.contains { $0.key.matches(x.key) } }
    let onlyB = b.filter { y in !a.contains { $0.key.matches(y.key) } }
    guard onlyA.count == 1, onlyB.count == 1, let x = onlyA.first, let y = onlyB.first else { return [] }
    return [
      Difference(
        dimension: .name, verdict: .conflict, a: pair.a.detail(x.mention.span, value: x.mention.name),
        b: pair.b.detail(y.mention.span, value: y.mention.name), rule: "name.other",
        reason: "The two sides name different persons.")
    ]
  }

  /// A person of one side: the first mention of a name.
  private struct Person {
    let mention: Mention
    let key: NameKey
  }

  private static func people(_ side: Side) -> [Person] {
    var seen: Set<String> = []
    return side.mentions.compactMap { mention in
      guard mention.kind == .person, let name = mention.name, seen.insert(name).inserted else { return nil }
      return Person(mention: mention, key: NameKey(name))
    }
  }

  /// The role beside the name, or one that the report gives to the same person elsewhere.
  private static func role(_ person: Person, _ side: Side) -> Span? {
    if let span = person.mention.roleSpan { return span }
    return side.report.mentions.first {
      $0.kind == .person && $0.roleSpan != nil && $0.name.map { NameKey($0).matches(person.key) } ?? false
    }?.roleSpan
  }

  private static func words(_ span: Span, _ side: Side) -> Set<UInt64> {
    Set(side.report.words.range(span).map { side.report.words[$0] }.filter(\.isWordLike).map(\.core))
  }
}
