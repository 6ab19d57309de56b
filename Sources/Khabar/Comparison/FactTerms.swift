/// Facts of two reports with the terms by which they are matched, looked up together.
struct FactTerms {
  /// The facts.
  let facts: (a: [Fact], b: [Fact])
  /// The terms of each fact.
  let terms: (a: [Terms], b: [Terms])
  let reports: (a: ComparedReport, b: ComparedReport)

  init(_ a: Report, _ factsOfA: [Fact], _ b: Report, _ factsOfB: [Fact], _ known: KnownTerms) {
    facts = (factsOfA, factsOfB)
    reports = (ComparedReport(a, known), ComparedReport(b, known))
    let anchors = Anchors.linked(reports.a, reports.b)
    terms = (a.terms(factsOfA, anchors.a, known), b.terms(factsOfB, anchors.b, known))
  }
}
