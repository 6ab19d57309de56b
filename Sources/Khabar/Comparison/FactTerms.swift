/// Facts of two reports with the terms by which they are matched, looked up together.
struct FactTerms {
  /// The facts.
  let facts: (a: [Fact], b: [Fact])
  /// The terms of each fact.
  let terms: (a: [Terms], b: [Terms])
  let names: (a: NameKeys, b: NameKeys)
  let reports: (a: ComparedReport, b: ComparedReport)

  init(_ a: Report, _ factsOfA: [Fact], _ b: Report, _ factsOfB: [Fact]) {
    facts = (factsOfA, factsOfB)
    names = (NameKeys(a), NameKeys(b))
    let known = KnownTerms(capacity: (a.words.count + b.words.count) / 2)
    let anchors = Anchors.linked(a, b, names)
    reports = (ComparedReport(a, names.a, known), ComparedReport(b, names.b, known))
    terms = (a.terms(factsOfA, anchors.a, known), b.terms(factsOfB, anchors.b, known))
  }
}
