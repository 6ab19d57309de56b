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
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count + utf8.count / 16)
    var plain = utf8.startIndex
    var index = utf8.startIndex
    while index < utf8.endIndex {
      let byte = utf8[index]
      guard isSuspect(byte), let (scalar, length) = scalar(utf8, index), let escape = escape(scalar) else {
        index += 1
        continue
      }
      output.append(contentsOf: utf8[plain..<index])
      output.append(contentsOf: escape.utf8)
      index += length
      plain = index
    }
    output.append(contentsOf: utf8[plain...])
    return output
  }

  /// Whether a byte can begin something to escape.
  @inline(__always)
  private func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x7F || byte == 0xC2
      || byte == 0xD8 || byte == 0xE2 || byte == 0xEF
  }

  /// The code point that begins at a suspect byte, of at most three bytes, and its length.
  private func scalar(_ utf8: ArraySlice<UInt8>, _ index: Int) -> (UInt32, Int)? {
    let first = UInt32(utf8[index])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xE0 ? 2 : 3
    guard index + length <= utf8.endIndex else { return nil }
    let second = UInt32(utf8[index + 1] & 0x3F)
    if length == 2 { return ((first & 0x1F) << 6 | second, 2) }
    return ((first & 0xF) << 12 | second << 6 | UInt32(utf8[index + 2] & 0x3F), 3)
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
