/// A time expression with the days that it can mean.
///
/// Where an article tells no year, or the day of its publication is not known, times can still be compared with each other: a day
/// of a month as one of any year, a day of the week as one of any week.
struct DatedTime {
  /// What days are counted in.
  enum Frame {
    case calendar, anyYear, anyWeek

    /// Days after which it begins anew.
    var length: Int? {
      switch self {
      case .calendar: nil
      case .anyYear: 366
      case .anyWeek: 7
      }
    }
  }

  let time: TimeExpression
  var bounds: ClosedRange<Day> { didSet { reach = bounds } }
  /// The days that can be meant: more than those of its words for "before June" and "two years ago".
  private(set) var reach: ClosedRange<Day>
  let frame: Frame

  /// The time as far as its words and the publication day tell it.
  init?(_ time: TimeExpression, _ side: Side) {
    if let edtf = time.edtf {
      self.init(time, edtf, .calendar)
      widen(side)
    } else {
      let words = side.report.words
      guard let found = Self(time, words, inAny: .anyYear) ?? Self(time, words, inAny: .anyWeek) else { return nil }
      self = found
    }
  }

  /// Widens the reach of a limit that lies ahead to the days before it, and that of a length of time by a fifth of it.
  private mutating func widen(_ side: Side) {
    guard let today = side.compared.published?.first else { return }
    let (words, range) = (side.report.words, side.report.words.range(time.span))
    if bounds.upperBound >= today, Self.isLimit(words, before: range.lowerBound), !Negation.stands(in: side) {
      reach = min(today, bounds.lowerBound)...bounds.upperBound
    } else if range.contains(where: { words.timeWord(at: $0)?.kind == .before || words.timeWord(at: $0)?.kind == .ago })
    {
      let slack = abs(today - bounds.lowerBound) / 5
      reach = bounds.lowerBound - slack...bounds.upperBound + slack
    }
  }

  /// Whether a word before a time makes it the last of the days that are meant: "before June", "by June".
  private static func isLimit(_ words: Words, before token: Int) -> Bool {
    isUntil(words, before: token)
      || token > 0 && words.aside(.quantifiers, at: token - 1)?.value.first == Quantifier.before
  }

  /// Whether "up to" stands before a time.
  static func isUntil(_ words: Words, before token: Int) -> Bool {
    token > 0 && words.aside(.quantifiers, at: token - 1)?.value.first == Quantifier.until
  }

  /// The time as one of any (leap) year or of any week, if its words do not tell which one.
  init?(_ time: TimeExpression, _ words: Words, inAny frame: Frame) {
    let range = words.range(time.span)
    guard Self.isOf(frame, words, range) else { return nil }
    switch frame {
    case .calendar: return nil
    case .anyYear:
      // "مايو المنصرم" and "مايو" are one, and neither tells which year.
      let edtf = Self.edtf(words, range, published: "2000-07-01").map { edtf in
        Self.tellsYear(edtf)
          ? edtf : edtf.split(separator: "/").map { "2000" + $0.dropFirst(4) }.joined(separator: "/")
      }
      self.init(time, edtf, frame)
    case .anyWeek:
      // A Wednesday; in "أمس السبت" the day of the week tells it.
      let day =
        range.contains { words.timeWord(at: $0)?.kind == .day } ? range.first { words.weekday(at: $0) != nil } : nil
      self.init(time, Self.edtf(words, (day ?? range.lowerBound)..<range.upperBound, published: "2000-07-05"), frame)
    }
  }

  /// Whether the words of a time tell no year, or no week, so that it may be of any.
  static func isOf(_ frame: Frame, _ words: Words, _ range: Range<Int>) -> Bool {
    switch frame {
    case .calendar: false
    case .anyYear: isOfYear(words, range)
    case .anyWeek: isOfWeek(words, range)
    }
  }

  private init?(_ time: TimeExpression, _ edtf: String?, _ frame: Frame) {
    guard let bounds = edtf.flatMap(EDTF.bounds), bounds.first <= bounds.last else { return nil }
    (self.time, self.bounds, self.frame) = (time, bounds.first...bounds.last, frame)
    reach = self.bounds
  }

  private static func edtf(_ words: Words, _ range: Range<Int>, published: String) -> String? {
    TimeExtractor.times(in: words, range, published: published).first?.edtf
  }

  /// Whether the year that was taken for the one of publication stands in a value.
  private static func tellsYear(_ edtf: String) -> Bool {
    let utf8 = Array(edtf.utf8)
    return utf8.indices.dropLast(3).contains { utf8[$0..<$0 + 4].elementsEqual("2000".utf8) }
  }

  /// The days of another time of the same frame, counted in the round of the frame that comes nearest.
  func nearest(_ other: DatedTime) -> ClosedRange<Day>? {
    guard frame == other.frame else { return nil }
    guard let length = frame.length else { return other.bounds }
    return [0, -length, length].map { other.bounds.lowerBound + $0...other.bounds.upperBound + $0 }
      .min { (bounds.gap(to: $0), bounds.distance(to: $0)) < (bounds.gap(to: $1), bounds.distance(to: $1)) }
  }

  /// Whether words tell a month, a day or a part of a year, and no year.
  private static func isOfYear(_ words: Words, _ range: Range<Int>) -> Bool {
    let tellsYear = range.contains { words[$0].kind == .number && words[$0].bytes.count == 4 }
    if tellsYear { return false }
    if range.contains(where: { words.has(.months, at: $0) }) { return true }
    return !range.contains { isRelative(words.timeWord(at: $0)?.kind) } && !tellsWeek(words, range)
  }

  /// Whether words tell a day or a part of a week, and not which week.
  private static func isOfWeek(_ words: Words, _ range: Range<Int>) -> Bool {
    tellsWeek(words, range)
      && !range.contains { token in
        switch words.timeWord(at: token)?.kind {
        case .past, .next, .ago, .later, .before, .after: true
        default: words[token].kind == .number || words.has(.months, at: token)
        }
      }
  }

  private static func tellsWeek(_ words: Words, _ range: Range<Int>) -> Bool {
    range.contains { token in
      if words.weekday(at: token) != nil { return true }
      guard let word = words.timeWord(at: token), word.kind == .unit else { return false }
      return word.value == TimeUnit.week.rawValue || word.value == TimeUnit.weekend.rawValue
    }
  }

  private static func isRelative(_ kind: TimeWord.Kind?) -> Bool {
    switch kind {
    case .day, .past, .next, .before, .after, .ago, .later, .last, .few, .anaphor, .clock, .dayPart: true
    default: false
    }
  }
}

extension ClosedRange<Day> {
  /// Days between two runs; 0 where they meet.
  func gap(to other: ClosedRange<Day>) -> Int {
    Swift.max(0, Swift.max(lowerBound - other.upperBound, other.lowerBound - upperBound))
  }

  /// How far the ends of two runs are from each other.
  func distance(to other: ClosedRange<Day>) -> Int {
    abs(lowerBound - other.lowerBound) + abs(upperBound - other.upperBound)
  }
}
