/// Of which time a sentence tells, as its article sees it: two that tell of two eras tell two events, however alike they are.
enum Era {
  /// No time, or several.
  case open
  /// The days around publication.
  case current
  /// A time that had long ended, told as background.
  case past

  /// Days around publication that are current, and after which an ended time is past.
  private static let (near, far): (Day, Day) = (7, 90)

  /// The era of the sentence around some tokens.
  init(_ report: Report, _ sentence: Range<Int>) {
    self = .open
    guard let published = report.published.flatMap(EDTF.bounds) else { return }
    let words = report.words
    for time in report.times {
      let range = words.range(time.span)
      guard sentence.contains(range.lowerBound) else { continue }
      // "Since 1960" reaches the present, and of a time that nobody can place none is known.
      guard let bounds = time.edtf.flatMap(EDTF.bounds), !Self.begins(words, range) else {
        self = .open
        return
      }
      let isNear = bounds.last >= published.first - Self.near && bounds.first <= published.last + Self.near
      let era: Era = bounds.last < published.first - Self.far ? .past : isNear ? .current : .open
      guard era != .open, self == .open || self == era else {
        self = .open
        return
      }
      self = era
    }
  }

  /// Whether a time is only the beginning of a longer one.
  private static func begins(_ words: Words, _ range: Range<Int>) -> Bool {
    (max(0, range.lowerBound - 1)..<range.upperBound).contains {
      switch words.timeWord(at: $0)?.kind {
      case .from, .before: true
      default: words.foldedText($0).elementsEqual("since".utf8)
      }
    }
  }

  /// Whether two facts cannot tell one event, since one is of today and one of long ago.
  static func areApart(_ a: Era, _ b: Era) -> Bool {
    a == .past && b == .current || a == .current && b == .past
  }
}
