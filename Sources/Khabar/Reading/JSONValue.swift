/// A JSON value of a news item, of a page's JSON-LD, or of a document that is held to a schema.
package indirect enum JSONValue: Sendable {
  case object([(name: String, value: JSONValue)])
  case list([JSONValue])
  /// UTF-8, escapes decoded.
  case string([UInt8])
  /// A number as written.
  case number(String)
  case boolean(Bool)
  case null

  /// How much a reader takes.
  package enum Dialect: Sendable {
    /// One value of RFC 8259 in valid UTF-8 and nothing behind it, with integers only and no name twice in a row.
    case strict
    /// As careless as pages are: control characters in strings and commas at the end of lists are taken, and what stands
    /// behind the value does not matter.
    case lenient
  }

  /// Reads one value; nil if the bytes hold none. Nesting of more than 64 is not followed.
  package init?(_ bytes: ArraySlice<UInt8>, _ dialect: Dialect) {
    if dialect == .strict, String(validating: bytes, as: UTF8.self) == nil { return nil }
    var reader = JSONValueReader(bytes, isStrict: dialect == .strict)
    guard let value = reader.value(depth: 0), dialect == .lenient || reader.isAtEnd() else { return nil }
    self = value
  }

  /// The value of a member, if this is an object that has it.
  package subscript(name: String) -> JSONValue? { members.last { $0.name == name }?.value }

  /// The members of an object.
  package var members: [(name: String, value: JSONValue)] { if case .object(let all) = self { all } else { [] } }

  /// The elements of a list.
  package var elements: [JSONValue] { if case .list(let elements) = self { elements } else { [] } }

  /// The values of a list; a single value counts as a list of one.
  package var values: [JSONValue] { if case .list(let values) = self { values } else { [self] } }

  /// The string as text, if it is one and not empty.
  package var text: String? {
    guard case .string(let bytes) = self, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number, if it is an integer.
  package var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}

/// Reads JSON from bytes in one pass.
private struct JSONValueReader {
  private let bytes: ArraySlice<UInt8>
  private let isStrict: Bool
  private var at: Int
  private static let deepest = 64

  init(_ bytes: ArraySlice<UInt8>, isStrict: Bool) {
    self.bytes = bytes
    self.isStrict = isStrict
    at = bytes.startIndex
  }

  /// Whether only white space is left.
  mutating func isAtEnd() -> Bool {
    skipSpace()
    return at == bytes.endIndex
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth < Self.deepest, at < bytes.endIndex else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return list(depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    default: return word()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    var members: [(name: String, value: JSONValue)] = []
    at += 1
    if skip(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      if !isStrict, skip(UInt8(ascii: "}")) { return .object(members) }
      guard let bytes = string(), skip(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
      let name = String(decoding: bytes, as: UTF8.self)
      // Ours are sorted, so that a name that stands twice stands beside itself; in others this finds most.
      if isStrict, members.last?.name == name { return nil }
      members.append((name, value))
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func list(_ depth: Int) -> JSONValue? {
    var values: [JSONValue] = []
    at += 1
    if skip(UInt8(ascii: "]")) { return .list([]) }
    repeat {
      if !isStrict, skip(UInt8(ascii: "]")) { return .list(values) }
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "]")) ? .list(values) : nil
  }

  /// A number, true, false or null.
  private mutating func word() -> JSONValue? {
    let start = at
    while at < bytes.endIndex, bytes[at] > 0x20, !",}]".utf8.contains(bytes[at]) { at += 1 }
    let text = bytes[start..<at]
    if text.elementsEqual("true".utf8) { return .boolean(true) }
    if text.elementsEqual("false".utf8) { return .boolean(false) }
    if text.elementsEqual("null".utf8) { return .null }
    guard !text.isEmpty, !isStrict || Self.isInteger(text) else { return nil }
    return .number(String(decoding: text, as: UTF8.self))
  }

  /// Documents of ours have no fractions and no exponents.
  private static func isInteger(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    return !digits.isEmpty && (digits.first != 0x30 || digits.count == 1)
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  private mutating func string() -> [UInt8]? {
    guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else { return nil }
    at += 1
    var text: [UInt8] = []
    var plain = at
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        text += bytes[plain..<at]
        at += 1
        return text
      case UInt8(ascii: "\\"):
        text += bytes[plain..<at]
        at += 1
        guard escape(&text) else { return nil }
        plain = at
      case 0..<0x20 where isStrict: return nil
      default: at += 1
      }
    }
    return nil
  }

  /// Reads what stands behind a backslash. A lenient reader takes an unknown escape for the character itself.
  private mutating func escape(_ text: inout [UInt8]) -> Bool {
    guard at < bytes.endIndex else { return false }
    let byte = bytes[at]
    at += 1
    switch byte {
    // In a page's text they are a space that somebody's editor left.
    case UInt8(ascii: "b"): text.append(isStrict ? 0x08 : 0x20)
    case UInt8(ascii: "f"): text.append(isStrict ? 0x0C : 0x20)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      guard let scalar = scalar() else { return false }
      text += String(scalar).utf8
    default:
      guard !isStrict else { return false }
      text.append(byte)
    }
    return true
  }

  /// The scalar of four hex digits, or of two surrogates; U+FFFD for a lone surrogate, and for no digits in a lenient one.
  private mutating func scalar() -> Unicode.Scalar? {
    guard let first = unit() else { return isStrict ? nil : "\u{FFFD}" }
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
    let digits = bytes[at...].prefix(4)
    let isHex = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
    guard digits.count == 4, isHex, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      return nil
    }
    at += 4
    return value
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.endIndex, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.endIndex, isSpace(bytes[at]) { at += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    isStrict ? byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 : byte <= 0x20
  }
}
