import KhabarExport

/// Words of an input, made safe for a terminal, with stretches of them marked.
///
/// A stretch begins and ends with a sign of ours, so that colour never tells alone; where colour goes, a control stands
/// that no safe text can hold.
struct QuotedText {
  /// What a stretch is.
  enum Mark {
    /// Differs without contradiction.
    case compatible
    /// Contradicts.
    case conflict
    /// Stands before or behind the words that are quoted.
    case context
  }

  /// A control that stands for a change of colour.
  enum Control {
    static let compatible: UInt8 = 1
    static let conflict: UInt8 = 2
    static let context: UInt8 = 3
    static let end: UInt8 = 4

    /// Whether a byte of a quoted text takes no column and is not printed.
    static func isOne(_ byte: UInt8) -> Bool { (compatible...end).contains(byte) }

    /// The colour from a control on.
    static func color(_ control: UInt8) -> String {
      switch control {
      case compatible: "4"
      case conflict: "1;35"
      default: "2"
      }
    }
  }

  private(set) var bytes: [UInt8] = []

  /// Adds words as they are.
  mutating func add(_ utf8: some Sequence<UInt8>) { bytes += SafeText.bytes(Array(utf8)) }

  /// Adds words that are marked.
  mutating func add(_ utf8: some Sequence<UInt8>, _ mark: Mark) {
    let (control, sign) =
      switch mark {
      case .compatible: (Control.compatible, "~[")
      case .conflict: (Control.conflict, "≠[")
      case .context: (Control.context, "")
      }
    bytes.append(control)
    bytes += sign.utf8
    add(utf8)
    if !sign.isEmpty { bytes.append(UInt8(ascii: "]")) }
    bytes.append(Control.end)
  }

  /// Adds a stretch of a text, in which marks stand in bytes of that text. Where marks overlap, the later one has what
  /// the earlier one leaves.
  mutating func add(_ utf8: [UInt8], _ range: Range<Int>, marks: [(range: Range<Int>, mark: Mark)]) {
    var at = range.lowerBound
    let sorted = marks.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    for (stretch, mark) in sorted where stretch != range {
      let start = max(at, min(stretch.lowerBound, range.upperBound))
      let end = max(start, min(stretch.upperBound, range.upperBound))
      guard start < end else { continue }
      add(utf8[at..<start])
      add(utf8[start..<end], mark)
      at = end
    }
    add(utf8[at..<range.upperBound])
  }
}

extension QuotedText {
  /// Up to a number of words before or behind a stretch of a text, within bounds.
  static func words(_ count: Int, before end: Int, in utf8: [UInt8], from start: Int) -> Range<Int> {
    var (at, words) = (end, 0)
    while at > start {
      if utf8[at - 1] == 0x20, at < end, utf8[at] != 0x20 {
        words += 1
        if words == count { break }
      }
      at -= 1
    }
    return at..<end
  }

  /// The same behind it.
  static func words(_ count: Int, behind start: Int, in utf8: [UInt8], to end: Int) -> Range<Int> {
    var (at, words) = (start, 0)
    while at < end {
      if utf8[at] == 0x20, at > start, utf8[at - 1] != 0x20 {
        words += 1
        if words == count { break }
      }
      at += 1
    }
    return start..<at
  }
}
