import Khabar

/// The strings of JSON: decoding what a line has, and writing what a line may hold.
enum JSONString {
  /// Length of the escape that begins at an index; nil if it is none.
  static func escapeLength(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"): return unit(bytes, index + 2) == nil ? nil : 6
    case let byte: return plainEscape(byte) == nil ? nil : 2
    }
  }

  /// The first place that holds a quotation mark, a backslash or a control character, or the end.
  static func special(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let span = bytes.span
    var at = start
    while at + Lanes.width <= end {
      let lanes = Lanes(span, at: at)
      let marks = lanes.ones(0x22) | lanes.ones(0x5C) | lanes.ones(0, mask: 0xE0)
      if let first = marks.firstOne { return at + first }
      at += Lanes.width
    }
    while at < end, span[at] != 0x22, span[at] != 0x5C, span[at] >= 0x20 { at += 1 }
    return at
  }

  /// The string of a range whose escapes have been checked, as UTF-8.
  ///
  /// A lone surrogate, which is no character, becomes U+FFFD: one code point for one, so that spans stay true.
  static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var at = special(bytes, from: range.lowerBound, to: range.upperBound)
    guard at < range.upperBound else { return Array(bytes[range]) }
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var copied = range.lowerBound
    while at < range.upperBound {
      out += bytes[copied..<at]
      if let plain = plainEscape(bytes[at + 1]) {
        out.append(plain)
        at += 2
      } else {
        let (scalar, length) = escapedScalar(bytes, at)
        append(scalar, to: &out)
        at += length
      }
      copied = at
      at = special(bytes, from: at, to: range.upperBound)
    }
    out += bytes[copied..<range.upperBound]
    return out
  }

  /// The same as text; most have no escape, and then no copy is made between.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    special(bytes, from: range.lowerBound, to: range.upperBound) < range.upperBound
      ? String(decoding: decoded(bytes, range), as: UTF8.self) : String(decoding: bytes[range], as: UTF8.self)
  }

  /// A JSON string literal that is safe as part of one line: line ends and bidi controls are escaped too.
  static func literal(_ text: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var out: [UInt8] = [UInt8(ascii: "\"")]
    for scalar in text {
      switch scalar {
      case "\"": out += "\\\"".utf8
      case "\\": out += "\\\\".utf8
      case _ where needsEscape(scalar): out += escape(scalar)
      default: append(scalar.value, to: &out)
      }
    }
    out.append(UInt8(ascii: "\""))
    return out
  }

  /// A JSON value as written, its line ends and bidi controls escaped; they can only stand inside its strings.
  static func safeInLine(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    guard raw.contains(where: { $0 >= 0x7F }) else { return Array(raw) }
    return String(decoding: raw, as: UTF8.self).unicodeScalars.flatMap {
      needsEscape($0) ? escape($0) : Array(String($0).utf8)
    }
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> [UInt8] {
    let hex = String(scalar.value, radix: 16)
    return Array("\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8)
  }

  private static func plainEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The scalar of a `\uXXXX` escape, or of the two that make a surrogate pair, and its length in bytes.
  private static func escapedScalar(_ bytes: [UInt8], _ index: Int) -> (scalar: UInt32, length: Int) {
    let first = unit(bytes, index + 2) ?? 0xFFFD
    guard (0xD800...0xDFFF).contains(first) else { return (first, 6) }
    guard first < 0xDC00, index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u"), let second = unit(bytes, index + 8), (0xDC00...0xDFFF).contains(second)
    else { return (0xFFFD, 6) }
    return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), 12)
  }

  /// The four hex digits from an index on.
  private static func unit(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }

  private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: out.append(UInt8(scalar))
    case 0x80..<0x800:
      out.append(UInt8(0xC0 | scalar >> 6))
      out.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      out.append(UInt8(0xE0 | scalar >> 12))
      out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(0x80 | scalar & 0x3F))
    default:
      out.append(UInt8(0xF0 | scalar >> 18))
      out.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
