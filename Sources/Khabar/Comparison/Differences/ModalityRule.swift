/// One side hedges, plans or conditions what the other asserts.
enum ModalityRule {
  static func differences(_ pair: Pair) -> [Difference] {
    guard let a = pair.a.facts.first, let b = pair.b.facts.first, a.certainty != b.certainty,
      a.certainty == .asserted || b.certainty == .asserted
    else { return [] }
    return [
      Difference(
        dimension: .modality, verdict: .compatible, a: pair.a.detail(marker(pair.a, a), value: a.certainty.rawValue),
        b: pair.b.detail(marker(pair.b, b), value: b.certainty.rawValue), rule: "modality.\(name(a, b))",
        reason: "One side states as a fact what the other gives as \(word(a.certainty == .asserted ? b : a)).")
    ]
  }

  private static func name(_ a: Fact, _ b: Fact) -> String { (a.certainty == .asserted ? b : a).certainty.rawValue }

  private static func word(_ fact: Fact) -> String {
    switch fact.certainty {
    case .asserted: "certain"
    case .possible: "possible"
    case .planned: "planned"
    case .conditional: "conditional"
    }
  }

  /// The words that hedge, or the first words of the statement.
  private static func marker(_ side: Side, _ fact: Fact) -> Span {
    let words = side.report.words
    let range = words.range(fact.span)
    if let hedge = range.first(where: { words.has(.certainty, at: $0) }) {
      return words.coreSpan(hedge..<min(hedge + 2, range.upperBound))
    }
    return words.coreSpan(range.prefix(3))
  }
}
