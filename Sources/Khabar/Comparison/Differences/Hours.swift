/// When in a day something was, by the clock or by a part of the day.
struct Hours {
  /// The words that tell it.
  let span: Span
  /// Minutes from the beginning of the day; past 1440 where a night goes on over midnight.
  let minutes: Range<Int>

  private static let day = 1440

  /// Whether the clock tells it.
  var isByTheClock: Bool { minutes.count == 1 }

  /// The hours that a time expression tells.
  init?(_ time: TimeExpression, _ words: Words) {
    let range = words.range(time.span)
    if let minute = time.edtf.flatMap(EDTF.minute) ?? Self.clock(range, words) {
      self.init(span: time.span, minutes: minute..<minute + 1)
    } else if let part = range.lazy.compactMap({ Self.part(words, $0) }).first {
      self.init(span: time.span, minutes: part.minutes)
    } else {
      return nil
    }
  }

  private init(span: Span, minutes: Range<Int>) { (self.span, self.minutes) = (span, minutes) }

  /// The first hours that the facts of a side tell, with or without their day.
  static func first(_ side: Side) -> Hours? {
    let (words, ranges) = (side.report.words, side.timeRanges)
    var last: Int?
    for token in side.hull {
      if let time = ranges.firstIndex(where: { $0.contains(token) }) {
        // A time of several words is read once.
        if time != last, let hours = Hours(side.times[time], words) { return hours }
        last = time
      } else if let part = part(words, token) {
        return Hours(span: words.coreSpan(token..<token + part.length), minutes: part.minutes)
      }
    }
    return nil
  }

  /// Whether both may be one time of a day, or of two days so far apart; clock times are mostly rounded.
  func meets(_ other: Hours, daysLater days: Int? = nil) -> Bool {
    let slack = isByTheClock && other.isByTheClock ? 30 : isByTheClock || other.isByTheClock ? 60 : 0
    func overlaps(_ shift: Int) -> Bool {
      minutes.lowerBound < other.minutes.upperBound + shift + slack
        && other.minutes.lowerBound + shift < minutes.upperBound + slack
    }
    if let days { return overlaps(days * Self.day) }
    // Where no day is told "the night" may be the one before.
    return overlaps(0) || overlaps(Self.day) || overlaps(-Self.day)
  }

  private static func clock(_ range: Range<Int>, _ words: Words) -> Int? {
    guard range.contains(where: { mayTellClock(words, $0) }) else { return nil }
    let reader = TimeReader(words: words, range: range, today: nil)
    guard let clock = range.lazy.compactMap({ reader.expression(at: $0)?.clock }).first else { return nil }
    return EDTF.minute("2000-01-01T\(clock)")
  }

  /// Whether a token is one of those without which no time is read by the clock: most times are days.
  private static func mayTellClock(_ words: Words, _ token: Int) -> Bool {
    if words[token].mark == 0x3A { return true }
    return switch words.timeWord(at: token)?.kind {
    case .clock, .dayPart, .zone: true
    default: false
    }
  }

  private static func part(_ words: Words, _ token: Int) -> (minutes: Range<Int>, length: Int)? {
    guard let word = words.timeWord(at: token), word.kind == .dayPart else { return nil }
    return (word.value / 100 * 60..<word.value % 100 * 60, word.length)
  }
}
