/// How much of spans of two reports, such as titles and sources, the words of each other cover: rules ask for the same ones time
/// and again.
final class Coverages {
  private let a: ComparedReport
  private let b: ComparedReport
  private var known: [(own: Span, other: Span, coverage: (a: Float, b: Float))] = []

  init(_ a: ComparedReport, _ b: ComparedReport) { (self.a, self.b) = (a, b) }

  /// The same with the reports exchanged.
  private(set) lazy var mirrored = Coverages(b, a)

  /// How much of a span of A and of one of B, wherever they stand, the words of the other one cover.
  func coverage(_ own: Span, _ other: Span) -> (a: Float, b: Float) {
    if let known = known.first(where: { $0.own == own && $0.other == other }) { return known.coverage }
    let alignment = Alignment(a.terms(of: own), b.terms(of: other))
    let coverage = (alignment.coverageOfA, alignment.coverageOfB)
    known.append((own, other, coverage))
    return coverage
  }
}
