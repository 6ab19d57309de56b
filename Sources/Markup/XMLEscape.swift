/// How a piece of text is written into XML 1.0.
///
/// Mark-up is escaped as the standard has it. The controls that it allows but discourages, the line separators, and the
/// bidirectional controls (which would make a viewer show the document in an order that is not its own) become character
/// references, which every reader turns back.
enum XMLEscape {
  /// As the content of an element.
  case text
  /// As the value of an attribute, where white space needs references too.
  case attribute

  /// Escapes a slice of valid UTF-8.
  func apply(_ utf8: ArraySlice<UInt8>) -> [UInt8] {
    utf8.withUnsafeBufferPointer { text in
      var output: [UInt8] = []
      output.reserveCapacity(text.count + text.count / 16)
      var plain = 0
      var index = 0
      while index < text.count {
        if index + 8 <= text.count, isPlain(text, index) {
          index += 8
        } else if isSuspect(text[index]), let (range, scalar) = scalar(text, index), let escape = escape(scalar) {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<range.lowerBound]))
          output.append(contentsOf: escape.utf8)
          index = range.upperBound
          plain = index
        } else {
          index += 1
        }
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
      return output
    }
  }

  /// Whether none of eight bytes is suspect, asked of all at once.
  ///
  /// `x - 1 & ~x` has the high bit of a byte of x set where that byte is the first zero. Some innocent lead bytes of
  /// Latin, Greek and Chinese letters fail too.
  @inline(__always)
  private func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let each: UInt64 = 0x0101_0101_0101_0101
    func zeros(_ x: UInt64) -> UInt64 { (x &- each) & ~x }
    let controls = (bytes &- each &* 0x20) & ~bytes | zeros(bytes ^ each &* 0x7F)
    // 0x3C and 0x3E differ in the bit 0x02 only, as do 0xC2, 0xE2 and 0xEF in the bits of 0x2D.
    let marks = zeros(bytes ^ each &* 0x22) | zeros(bytes ^ each &* 0x26) | zeros((bytes | each &* 2) ^ each &* 0x3E)
    let leads = zeros((bytes | each &* 0x2D) ^ each &* 0xEF) | zeros(bytes ^ each &* 0x9C)
    return (controls | marks | leads) & (each &* 0x80) == 0
  }

  /// Whether a byte can belong to something to escape. U+061C is looked for by its second byte, since its first begins
  /// half of the letters of Arabic.
  @inline(__always)
  private func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0x9C, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  /// The code point that a suspect byte belongs to, and its place.
  private func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Range<Int>, UInt32)? {
    let first = UInt32(text[index])
    if first < 0x80 { return (index..<index + 1, first) }
    if first == 0x9C { return index > 0 && text[index - 1] == 0xD8 ? (index - 1..<index + 1, 0x061C) : nil }
    let end = index + (first == 0xC2 ? 2 : 3)
    guard end <= text.count else { return nil }
    let second = UInt32(text[index + 1] & 0x3F)
    if first == 0xC2 { return (index..<end, 0x80 | second) }
    return (index..<end, (first & 0xF) << 12 | second << 6 | UInt32(text[index + 2] & 0x3F))
  }

  /// What stands for a code point, or nil if it stands for itself.
  private func escape(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: self == .attribute ? "&quot;" : nil
    case 0x09, 0x0A: self == .attribute ? reference(scalar) : nil
    case 0x00...0x1F where scalar != 0x0D: impossible(scalar)
    case 0xFFFE, 0xFFFF: impossible(scalar)
    case 0x0D, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: reference(scalar)
    default: nil
    }
  }

  private func reference(_ scalar: UInt32) -> String { "&#x\(String(scalar, radix: 16, uppercase: true));" }

  private func impossible(_ scalar: UInt32) -> String {
    self == .attribute ? "\u{FFFD}" : "<cp hex=\"\(String(scalar, radix: 16, uppercase: true))\"/>"
  }
}
