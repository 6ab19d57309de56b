internal import CLibXML2

/// Writes text of HTML with its character references read (HTML standard, 13.2.5.72 and on).
enum HTMLReferences {
  /// Adds a text or the value of an attribute to bytes.
  static func append(_ text: UnsafeBufferPointer<UInt8>, isAttribute: Bool, to output: inout [UInt8]) {
    guard let base = text.baseAddress else { return }
    var plain = 0
    var at = 0
    while at < text.count, let found = memchr(base + at, 0x26, text.count - at) {
      at = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<at]))
      plain = at
      at += 1
      if let end = reference(text, at, isAttribute, &output) {
        at = end
        plain = end
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
  }

  /// Reads what stands behind an ampersand; answers the index after it, or nil if it is no reference.
  private static func reference(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ isAttribute: Bool, _ output: inout [UInt8]
  ) -> Int? {
    guard start < text.count else { return nil }
    if text[start] == 0x23 { return number(text, start + 1, &output) }
    var end = start
    while end < text.count, end < start + longest, isAlphanumeric(text[end]) { end += 1 }
    guard end > start + 1 else { return nil }
    if end < text.count, text[end] == 0x3B, named(slice(text, start..<end), &output) { return end + 1 }
    return old(text, start..<end, isAttribute, &output)
  }

  /// Letters of the longest name and what may follow it.
  private static let longest = 40

  private static func slice(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[range])
  }

  /// Adds what a name before a semicolon stands for; the six that most texts have are found without the list.
  private static func named(_ name: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) -> Bool {
    for (short, value) in common where name.count == short.count && name.elementsEqual(short) {
      output.append(contentsOf: value)
      return true
    }
    return HTMLEntities.shared.append(name, hasSemicolon: true, to: &output)
  }

  private static let common: [(name: [UInt8], value: [UInt8])] = [
    ("nbsp", "\u{A0}"), ("amp", "&"), ("quot", "\""), ("lt", "<"), ("gt", ">"), ("apos", "'"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// An old name without its semicolon, the longest that fits; in an attribute not before "=" or a letter, since addresses
  /// have such.
  private static func old(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isAttribute: Bool, _ output: inout [UInt8]
  ) -> Int? {
    for count in stride(from: min(range.count, 6), through: 2, by: -1) {
      let end = range.lowerBound + count
      let size = output.count
      guard HTMLEntities.shared.append(slice(text, range.lowerBound..<end), hasSemicolon: false, to: &output) else {
        continue
      }
      guard isAttribute, end < text.count, text[end] == 0x3D || isAlphanumeric(text[end]) else { return end }
      output.removeSubrange(size...)
      return nil
    }
    return nil
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ output: inout [UInt8]) -> Int? {
    let isHex = start < text.count && text[start] | 0x20 == 0x78
    let digits = isHex ? start + 1 : start
    var end = digits
    var value: UInt32 = 0
    while end < text.count, let digit = digit(text[end], isHex) {
      // What is larger than any code point stays so.
      value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
      end += 1
    }
    guard end > digits else { return nil }
    output.append(contentsOf: String(scalar(value)).utf8)
    return end < text.count && text[end] == 0x3B ? end + 1 : end
  }

  /// The scalar of a number; the numbers of control characters mean what windows-1252 has there.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value), windows1252[Int(value - 0x80)] != 0 {
      return Unicode.Scalar(windows1252[Int(value - 0x80)]) ?? "\u{FFFD}"
    }
    // No text needs a control character, and XML cannot carry any.
    let isControl = value < 0x20 && !(0x09...0x0D).contains(value)
    return isControl ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
    0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
  ]

  private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte & 0xF)
    case 0x41...0x46 where isHex, 0x61...0x66 where isHex: UInt32(byte & 0xF) + 9
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}
