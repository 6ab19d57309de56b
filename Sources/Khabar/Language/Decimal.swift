/// An exact decimal number of up to about 30 digits, written without an exponent.
///
/// Every operation returns nil instead of a rounded or wrapped result, except division, which keeps 15 digits.
package struct Decimal: Sendable, Hashable {
  /// The digits as one integer.
  private(set) var coefficient: Int128
  /// How many of the digits stand behind the point; as few as possible.
  private(set) var places: Int

  private static let limit: Int128 = 1_000_000_000_000_000_000_000_000_000_000

  /// A whole number.
  package init(_ integer: Int) {
    coefficient = Int128(integer)
    places = 0
  }

  /// A number of so many hundredths, thousandths ...; nil beyond 30 digits.
  init?(_ coefficient: Int128, places: Int) {
    var digits = coefficient
    var places = places
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    guard digits.magnitude < Self.limit.magnitude, places <= 30 else { return nil }
    self.coefficient = digits
    self.places = places
  }

  /// Reads a plain decimal ("-12.50").
  package init?(_ text: String) {
    let text = text.utf8.span
    if let whole = Self.whole(text) {
      self.init(whole)
      return
    }
    let start = text.indices.first { text[$0] != 0x2D } ?? text.count
    var digits: Int128 = 0
    var point: Int?
    for at in start..<text.count {
      if text[at] == 0x2E, point == nil {
        point = at
      } else {
        guard (0x30...0x39).contains(text[at]), digits < Self.limit else { return nil }
        digits = digits * 10 + Int128(text[at] - 0x30)
      }
    }
    self.init(start > 0 ? -digits : digits, places: point.map { text.count - 1 - $0 } ?? 0)
  }

  /// A short row of digits, as most numbers are: what 64 bits hold is read in half of the time.
  private static func whole(_ text: Swift.Span<UInt8>) -> Int? {
    guard (1...18).contains(text.count) else { return nil }
    var digits = 0
    for at in text.indices {
      guard (0x30...0x39).contains(text[at]) else { return nil }
      digits = digits &* 10 &+ Int(text[at] &- 0x30)
    }
    return digits
  }

  /// Whether there is nothing behind the point.
  package var isWhole: Bool { places == 0 }
  /// The number as a machine integer, if it is one.
  package var integer: Int? { isWhole ? Int(exactly: coefficient) : nil }
  /// Whether this is another number rounded to the digits of this one, of which there are two at least: 11 of 10.7, 1200 of
  /// 1,245.
  func isRounding(of other: Decimal) -> Bool {
    guard let (mine, exact, _) = Self.aligned(self, other), mine != exact, mine > 0, exact > 0 else { return false }
    var unit: Int128 = 1
    while mine % (unit * 10) == 0 { unit *= 10 }
    return mine / unit >= 10 && (exact + unit / 2) / unit == mine / unit
  }

  /// The nearest binary number.
  var approximate: Double {
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    // The way from 128 bits is a long one.
    return (Int64(exactly: coefficient).map(Double.init) ?? Double(coefficient)) / power
  }
  /// The number with the other sign.
  var negated: Decimal { Decimal(-coefficient, places: places) ?? self }

  /// Both coefficients at the larger number of places.
  private static func aligned(_ a: Decimal, _ b: Decimal) -> (Int128, Int128, Int)? {
    let places = max(a.places, b.places)
    guard let x = shift(a.coefficient, places - a.places), let y = shift(b.coefficient, places - b.places) else {
      return nil
    }
    return (x, y, places)
  }

  private static func shift(_ value: Int128, _ count: Int) -> Int128? {
    var result = value
    for _ in 0..<count {
      guard result.magnitude < limit.magnitude * 1_000_000 else { return nil }
      result *= 10
    }
    return result
  }

  func adding(_ other: Decimal) -> Decimal? {
    guard let (a, b, places) = Self.aligned(self, other) else { return nil }
    return Decimal(a + b, places: places)
  }

  func times(_ other: Decimal) -> Decimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    return overflow ? nil : Decimal(product, places: places + other.places)
  }

  /// The number with the point moved right.
  func times(power: Int) -> Decimal? {
    guard (0...30).contains(power) else { return nil }
    var factor: Int128 = 1
    for _ in 0..<power { factor *= 10 }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Decimal(product, places: places)
  }

  /// The last digits of a whole number put behind the point while the digits before them stay: 271 gives 200.71. Nil where
  /// the last digits are zero.
  func takingApart(_ count: Int) -> Decimal? {
    guard isWhole, let power = Decimal(1).times(power: count) else { return nil }
    let tail = coefficient % power.coefficient
    guard tail > 0, let part = Decimal(tail, places: count) else { return nil }
    return Decimal(coefficient - tail, places: 0)?.adding(part)
  }

  /// The quotient, cut off behind its 15th significant digit when it does not end before.
  func divided(by other: Decimal) -> Decimal? {
    guard other.coefficient != 0, let (a, b, _) = Self.aligned(self, other) else { return nil }
    var (quotient, rest) = (a / b, a % b)
    var places = 0
    while rest != 0, quotient.magnitude < 100_000_000_000_000, places < 30 {
      rest *= 10
      quotient = quotient * 10 + rest / b
      rest %= b
      places += 1
    }
    return Decimal(quotient, places: places)
  }
}

extension Decimal: Comparable {
  package static func < (a: Decimal, b: Decimal) -> Bool {
    if let (x, y, _) = aligned(a, b) { return x < y }
    // Too far apart to align: the one with fewer places is the larger in magnitude.
    return a.places < b.places ? a.coefficient < 0 : b.coefficient > 0
  }
}

extension Decimal: CustomStringConvertible {
  /// The plain decimal ("-12.5").
  package var description: String {
    let digits = String(coefficient.magnitude)
    let sign = coefficient < 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}

extension Decimal {
  /// Reads the folded digits of a number token: ASCII digits with "." and "," as decimal points or between groups.
  ///
  /// A comma before exactly three digits parts groups ("1,250"), any other single separator is a decimal point; of two
  /// kinds the last one is the point ("1.234,5"). Dates, addresses and numbers beyond 30 digits give nil.
  init?(digits: ArraySlice<UInt8>) {
    var separators: (first: UInt8, last: UInt8, count: Int, isMixed: Bool) = (0, 0, 0, false)
    var groups = (width: 0, isRegular: true)
    var value: Int128 = 0
    var wasZeroLed = false
    for (offset, byte) in digits.enumerated() {
      if byte == 0x2E || byte == 0x2C {
        if separators.count == 0 {
          separators.first = byte
          groups.isRegular = groups.width <= 3
          wasZeroLed = digits.first == 0x30
        } else {
          guard !separators.isMixed else { return nil }
          groups.isRegular = groups.isRegular && groups.width == 3
          separators.isMixed = byte != separators.first
        }
        separators.last = byte
        separators.count += 1
        groups.width = 0
      } else {
        guard value < Self.limit, offset < 64 else { return nil }
        value = value * 10 + Int128(byte - 0x30)
        groups.width += 1
      }
    }
    let isGrouped = groups.isRegular && groups.width == 3 && !wasZeroLed
    switch separators.count {
    case 0: self.init(value, places: 0)
    case 1: self.init(value, places: separators.last == 0x2C && isGrouped ? 0 : groups.width)
    case _ where separators.isMixed:
      guard groups.isRegular else { return nil }
      self.init(value, places: groups.width)
    default:
      guard isGrouped else { return nil }
      self.init(value, places: 0)
    }
  }
}
