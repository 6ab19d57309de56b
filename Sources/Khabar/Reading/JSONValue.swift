/// A JSON value of a news item or of a page's JSON-LD.
///
/// Reading is as lenient as pages are careless: control characters in strings and commas at the end of lists are taken.
/// Deeper nesting than any news item has is not followed.
indirect enum JSONValue: Sendable {
  case object([(name: String, value: JSONValue)])
  case list([JSONValue])
  /// UTF-8, escapes decoded.
  case string([UInt8])
  /// A number, true, false or null, as written.
  case other(String)

  /// Reads one value; nil if the bytes are no JSON. What stands behind it does not matter.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = JSONValueReader(bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  /// The value of a member, if this is an object that has it.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The values of a list; a single value counts as a list of one.
  var values: [JSONValue] {
    if case .list(let values) = self { return values }
    return [self]
  }

  /// The string as text, if it is one and not empty.
  var text: String? {
    guard case .string(let bytes) = self, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Reads JSON from bytes in one pass.
private struct JSONValueReader {
  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private static let deepest = 48

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth < Self.deepest, at < bytes.endIndex else { return nil }
    switch bytes[at] {
    case 0x7B: return object(depth)
    case 0x5B: return list(depth)
    case 0x22: return string().map(JSONValue.string)
    default:
      let start = at
      while at < bytes.endIndex, bytes[at] > 0x20, ![0x2C, 0x7D, 0x5D].contains(bytes[at]) { at += 1 }
      return at > start ? .other(String(decoding: bytes[start..<at], as: UTF8.self)) : nil
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    at += 1
    var members: [(name: String, value: JSONValue)] = []
    while true {
      skipSpace()
      if skip(0x7D) { return .object(members) }
      guard let name = string() else { return nil }
      skipSpace()
      guard skip(0x3A), let value = value(depth: depth + 1) else { return nil }
      members.append((String(decoding: name, as: UTF8.self), value))
      skipSpace()
      if !skip(0x2C), at >= bytes.endIndex || bytes[at] != 0x7D { return nil }
    }
  }

  private mutating func list(_ depth: Int) -> JSONValue? {
    at += 1
    var values: [JSONValue] = []
    while true {
      skipSpace()
      if skip(0x5D) { return .list(values) }
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
      skipSpace()
      if !skip(0x2C), at >= bytes.endIndex || bytes[at] != 0x5D { return nil }
    }
  }

  private mutating func string() -> [UInt8]? {
    guard skip(0x22) else { return nil }
    var text: [UInt8] = []
    var plain = at
    while at < bytes.endIndex {
      if bytes[at] == 0x22 {
        text += bytes[plain..<at]
        at += 1
        return text
      }
      if bytes[at] == 0x5C {
        text += bytes[plain..<at]
        at += 1
        guard escape(&text) else { return nil }
        plain = at
      } else {
        at += 1
      }
    }
    return nil
  }

  /// Reads what stands behind a backslash. An unknown escape is the character itself.
  private mutating func escape(_ text: inout [UInt8]) -> Bool {
    guard at < bytes.endIndex else { return false }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(scalar()).utf8
    default: text.append(byte)
    }
    return true
  }

  /// The scalar of four hex digits, or of two surrogates; U+FFFD for anything that is none.
  private mutating func scalar() -> Unicode.Scalar {
    guard let first = unit() else { return "\u{FFFD}" }
    if (0xD800...0xDBFF).contains(first), at + 1 < bytes.endIndex, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
      let mark = at
      at += 2
      if let second = unit(), (0xDC00...0xDFFF).contains(second) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
      }
      at = mark
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func unit() -> UInt32? {
    guard at + 4 <= bytes.endIndex, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { return nil }
    at += 4
    return value
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard at < bytes.endIndex, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() { while at < bytes.endIndex, bytes[at] <= 0x20 { at += 1 } }
}
