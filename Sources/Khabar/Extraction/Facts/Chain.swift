/// Who says a clause, and by which word.
struct Chain: Hashable {
  var sources: [SourceMatch] = []
  var verb: Range<Int>?
  var force = ReportingVerb.Force.neutral
  var isDenied = false

  /// The chain with further links inside.
  func nesting(_ inner: Chain) -> Chain {
    var result = inner
    result.sources = sources + inner.sources.filter { !sources.contains($0) }
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
