/// Who says a clause, and by which word.
struct Chain: Hashable {
  var sources: [SourceMatch] = []
  var verb: Range<Int>?
  var force = ReportingVerb.Force.neutral
  var isDenied = false

  /// More links than any newsroom writes: a sentence without end must not grow a chain without end.
  private static let longest = 8

  /// The chain with further links inside; one that grows too long begins anew.
  func nesting(_ inner: Chain) -> Chain {
    var result = inner
    let links = sources + inner.sources.filter { !sources.contains($0) }
    if links.count <= Self.longest { result.sources = links }
    return result
  }
}

extension ReportingVerb.Force {
  /// Reads the letter of `reporting.tsv`.
  init(letter: UInt8) {
    switch letter {
    case 0x63: self = .confirm
    case 0x6C: self = .claim
    case 0x64: self = .deny
    default: self = .neutral
    }
  }
}
