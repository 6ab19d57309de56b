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

/// An attribution found in a sentence.
struct Frame {
  /// What becomes of the words of the frame and of those around it.
  enum Mode {
    /// The content follows; the frame is cut off.
    case leads
    /// The clause stays whole, frame included ("X denied it").
    case keeps
    /// The content came before.
    case trails
    /// The content goes on around it.
    case inserted
  }

  var mode: Mode
  /// First token of the frame, its subject included.
  var start: Int
  /// First token of the content, or the first one to read on from.
  var content: Int
  var chain: Chain
  /// Whether its own subject is missing, so that the chain was carried on from before.
  var isCarried = false
}

/// A clause of a sentence with the one who says it.
struct Piece {
  var range: Range<Int>
  var chain: Chain
  /// Whether a comma or a stronger mark stands before it.
  var isSetOff: Bool
  /// Whether a frame was cut off right before it.
  var followsFrame: Bool
  /// Whether it holds its own frame ("X denied it").
  var keepsFrame: Bool
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
