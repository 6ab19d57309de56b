/// Dates of the Extended Date/Time Format (ISO 8601-2), level 0 and what newspapers need of level 1.
package enum EDTF {
  /// The first and last day that a value can mean.
  ///
  /// Reads days, months, years, seasons (21 to 24), intervals, clock times and the qualifiers "~", "?" and "%"; a
  /// qualifier does not widen the bounds. Seasons are those of the northern hemisphere by whole months, and a winter
  /// reaches from the December before the year to the February after it, since both are called by its name. An open
  /// end of an interval ("../2023") gives nil, as does everything else.
  package static func bounds(_ edtf: String) -> (first: Day, last: Day)? {
    let text = edtf.utf8.span
    guard let slash = text.indices.first(where: { text[$0] == 0x2F }) else { return single(text, text.indices) }
    let rest = slash + 1..<text.count
    guard !rest.contains(where: { text[$0] == 0x2F }), let first = single(text, 0..<slash)?.first,
      let last = single(text, rest)?.last, first <= last
    else { return nil }
    return (first, last)
  }

  /// The bounds of one date, without the time of day and the qualifiers that may stand behind it.
  private static func single(_ text: Swift.Span<UInt8>, _ range: Range<Int>) -> (first: Day, last: Day)? {
    var end = range.first { text[$0] == 0x54 } ?? range.upperBound
    while end > range.lowerBound, isQualifier(text[end - 1]) { end -= 1 }
    // What was read before the last part, the last part, and how many parts and digits of it they are.
    var (year, month, last, part, digits) = (0, 0, 0, 0, 0)
    for place in range.lowerBound..<end {
      if text[place] == 0x2D {
        guard digits > 0, part < 2, place >= range.lowerBound + 4 else { return nil }
        if part == 0 { year = last } else { month = last }
        (last, part, digits) = (0, part + 1, 0)
      } else {
        guard (0x30...0x39).contains(text[place]), digits < 4 else { return nil }
        last = last * 10 + Int(text[place] - 0x30)
        digits += 1
      }
    }
    guard digits > 0 else { return nil }
    switch part {
    case 0: return span((last, 1), (last, 12))
    case 1: return months(year, last)
    default: return Gregorian.day(year, month, last).map { ($0, $0) }
    }
  }

  /// "~", "?" or "%".
  private static func isQualifier(_ byte: UInt8) -> Bool { byte == 0x7E || byte == 0x3F || byte == 0x25 }

  private static func months(_ year: Int, _ month: Int) -> (first: Day, last: Day)? {
    switch month {
    case 1...12: span((year, month), (year, month))
    case 21...23: span((year, (month - 20) * 3), (year, (month - 20) * 3 + 2))
    case 24: span((year - 1, 12), (year + 1, 2))
    default: nil
    }
  }

  private static func span(_ from: (Int, Int), _ to: (Int, Int)) -> (first: Day, last: Day)? {
    guard let first = Gregorian.day(from.0, from.1, 1),
      let last = Gregorian.day(to.0, to.1, Gregorian.length(to.0, to.1))
    else { return nil }
    return (first, last)
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A number with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    if digits.utf8.count >= width { return digits }
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// A day ("2023-05-08").
  package static func text(_ day: Day) -> String {
    let (year, month, number) = Gregorian.parts(day)
    guard (0...9999).contains(year) else { return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(number, 2) }
    // To join strings takes several times as long.
    var text: [UInt8] = []
    text.reserveCapacity(10)
    append(year, 1000, to: &text)
    text.append(0x2D)
    append(month, 10, to: &text)
    text.append(0x2D)
    append(number, 10, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the digits of a number, the first one so many times one.
  private static func append(_ number: Int, _ first: Int, to text: inout [UInt8]) {
    var place = first
    while place > 0 {
      text.append(UInt8(0x30 + number / place % 10))
      place /= 10
    }
  }

  /// The minute of the day of a single clock time ("2023-05-08T21:40").
  static func minute(_ edtf: String) -> Int? {
    guard let mark = edtf.utf8.firstIndex(of: 0x54), edtf.utf8.firstIndex(of: 0x2F) == nil else { return nil }
    let parts = edtf.utf8[mark...].dropFirst().split(separator: 0x3A).map(number)
    guard parts.count >= 2, let hour = parts[0], let minute = parts[1] else { return nil }
    return hour * 60 + minute
  }
}
