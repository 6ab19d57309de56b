extension Comparison {
  /// Aligns two reports fact by fact.
  public init(of a: Report, and b: Report) {
    func places(_ report: Report) -> [Place] {
      report.facts.map { Place(fact: $0.id, span: $0.span, sources: $0.sources) }
    }
    self.init(
      a: a, b: b, sameEvent: SameEvent(score: 0, verdict: .uncertain, because: []), shared: [], conflicting: [],
      onlyInA: places(a), onlyInB: places(b), reused: [], independentOrigins: 2)
  }
}
