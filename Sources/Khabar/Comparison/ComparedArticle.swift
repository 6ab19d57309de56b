/// An article that is compared with others: what it alone tells is found out once, however many they are.
///
/// What was found out for one of them depends on none of them, so that each comparison comes out as it would by itself. One thread at
/// a time may use it.
public final class ComparedArticle {
  let compared: ComparedReport
  /// Its facts that restate no other one, to which all indices here point.
  let originals: [Fact]
  /// What each of them counts and when.
  private(set) lazy var values = FactValues(report, originals)
  /// Who says each of them.
  private(set) lazy var speakers = FactSpeakers(report, originals, compared.known)
  /// The era of each.
  private(set) lazy var eras = report.eras(originals)
  private var single: [Side?]

  /// Prepares a report.
  public init(_ report: Report, _ known: KnownTerms = KnownTerms()) {
    compared = ComparedReport(report, known)
    originals = report.originals
    single = Array(nil, times: originals.count)
  }

  /// The report.
  public var report: Report { compared.report }

  /// The side of a fact by its index.
  func side(_ index: Int) -> Side {
    if let known = single[index] { return known }
    let side = Side(compared, [originals[index]])
    single[index] = side
    return side
  }

  /// The side of some facts by their indices.
  func side(_ indices: [Int]) -> Side {
    indices.count == 1 ? side(indices[0]) : Side(compared, indices.map { originals[$0] })
  }
}
