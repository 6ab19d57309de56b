import Khabar

/// A stretch of UTF-8 that a JSON string must not, or had better not, hold as it is.
///
/// JSON demands escapes for the C0 controls, the quotation mark and the backslash. Escaped besides: DEL and the C1
/// controls (U+0085 ends a line for some readers), U+2028 and U+2029 (they do for JavaScript), and the bidirectional
/// controls, which would make a viewer show the document in an order that is not its own (CVE-2021-42574), and U+FEFF,
/// which some readers (Foundation's) take for a byte order mark and drop wherever it stands.
struct JSONEscape {
  /// The bytes it replaces.
  let range: Range<Int>
  /// The code point they encode.
  let scalar: UInt16

  /// Finds the first one in a range of valid UTF-8. What stands behind the range is looked at but does not count.
  init?(in utf8: Swift.Span<UInt8>, _ bytes: Range<Int>) {
    var index = bytes.lowerBound
    while index < bytes.upperBound {
      if index + Lanes.width <= utf8.count {
        guard let first = Self.suspects(Lanes(utf8, at: index)).firstOne else {
          index += Lanes.width
          continue
        }
        index += first
        guard index < bytes.upperBound else { return nil }
      }
      let byte = utf8[index]
      if Self.isSuspect(byte), let scalar = Self.scalar(utf8, index) {
        let start = byte == 0x9C ? index - 1 : index
        range = start..<start + (scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3)
        self.scalar = scalar
        return
      }
      index += 1
    }
    return nil
  }

  /// Ones where a byte may be suspect, asked of all at once, since this is what the speed of the writer hangs on.
  @inline(__always)
  private static func suspects(_ lanes: Lanes) -> Lanes {
    let marks = lanes.ones(0, mask: 0xE0) | lanes.ones(0x22) | lanes.ones(0x5C) | lanes.ones(0x7F)
    // 0xC2, 0xE2 and 0xEF are alike in the bits of 0xD2; some innocent lead bytes are so too.
    return marks | lanes.ones(0xC2, mask: 0xD2) | lanes.ones(0x9C)
  }

  /// Whether a byte can belong to such a stretch. U+061C is looked for by its second byte, since its first begins half of
  /// the letters of Arabic.
  @inline(__always)
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0x9C || byte == 0xC2 || byte == 0xE2
      || byte == 0xEF
  }

  /// The code point to escape at a suspect byte, or nil if it is an innocent one.
  private static func scalar(_ span: Swift.Span<UInt8>, _ index: Int) -> UInt16? {
    let byte = span[index]
    switch byte {
    case 0x9C: return index > 0 && span[index - 1] == 0xD8 ? 0x061C : nil
    case 0xC2:
      guard index + 1 < span.count, span[index + 1] < 0xA0 else { return nil }
      return UInt16(span[index + 1])
    case 0xE2, 0xEF:
      guard index + 2 < span.count else { return nil }
      let scalar = UInt16(byte & 0xF) << 12 | UInt16(span[index + 1] & 0x3F) << 6 | UInt16(span[index + 2] & 0x3F)
      return isUnfit(scalar) ? scalar : nil
    default: return UInt16(byte)
    }
  }

  /// Whether a code point of three bytes is a line break, a bidirectional control or a byte order mark.
  private static func isUnfit(_ scalar: UInt16) -> Bool {
    switch scalar {
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The most bytes that an escape takes.
  static let longest = 6

  /// Writes the escape: the short form where JSON has one, else lower-case hex, as RFC 8785 has it.
  func put(by pen: inout JSONPen) {
    pen.put("\\")
    switch scalar {
    case 0x22, 0x5C: pen.put(UInt8(scalar))
    case 0x08: pen.put("b")
    case 0x09: pen.put("t")
    case 0x0A: pen.put("n")
    case 0x0C: pen.put("f")
    case 0x0D: pen.put("r")
    default:
      pen.put("u")
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(scalar >> shift & 0xF)
        pen.put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
