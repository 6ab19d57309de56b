/// A JSON document, as far as a schema looks at it.
///
/// Strings are kept as they are written: what schemas compare them with are names, which nobody escapes.
indirect enum JSONValue {
  case object([(key: ArraySlice<UInt8>, value: JSONValue)])
  case array([JSONValue])
  case string(ArraySlice<UInt8>)
  /// An integer.
  case number(Int)
  case boolean(Bool)
  case null

  /// Reads a document of UTF-8; nil if it is not valid JSON (RFC 8259), has a key twice, a number
  /// that is no integer, or goes more than 64 deep.
  init?(parsing bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var parser = JSONParser(bytes)
    guard let value = parser.value(depth: 0), parser.isAtEnd else { return nil }
    self = value
  }

  /// The value of a key of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.elementsEqual(key.utf8) }?.value
  }

  /// The elements of an array.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
  /// The members of an object.
  var members: [(key: ArraySlice<UInt8>, value: JSONValue)] { if case .object(let all) = self { all } else { [] } }
  /// The text of a string.
  var text: String? { if case .string(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil } }
  /// An integer.
  var integer: Int? { if case .number(let number) = self { number } else { nil } }
}

private struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether only white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth < 64, index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .boolean(true))
    case UInt8(ascii: "f"): return word("false", .boolean(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    var members: [(key: ArraySlice<UInt8>, value: JSONValue)] = []
    index += 1
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let key = string(), take(UInt8(ascii: ":")),
        let value = value(depth: depth + 1)
      else { return nil }
      // Ours are sorted, so that a key that stands twice stands beside itself; in others this finds most.
      if let last = members.last, last.key == key { return nil }
      members.append((key, value))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    var elements: [JSONValue] = []
    index += 1
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func string() -> ArraySlice<UInt8>? {
    index += 1
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return bytes[start..<index - 1]
      case UInt8(ascii: "\\"):
        guard let count = escapeCount else { return nil }
        index += count
      case 0..<0x20: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// Length of the escape at the index; nil if it is none.
  private var escapeCount: Int? {
    guard index + 1 < bytes.count else { return nil }
    if bytes[index + 1] == UInt8(ascii: "u") {
      let digits = bytes[(index + 2)...].prefix(4)
      let isHex = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
      return digits.count == 4 && isHex ? 6 : nil
    }
    return "\"\\/bfnrt".utf8.contains(bytes[index + 1]) ? 2 : nil
  }

  /// Documents of ours have no fractions and no exponents.
  private mutating func number() -> JSONValue? {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
    let text = bytes[start..<index]
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    guard digits.first != 0x30 || digits.count == 1, digits.allSatisfy({ $0 >= 0x30 }) else { return nil }
    return Int(String(decoding: text, as: UTF8.self)).map { .number($0) }
  }

  private mutating func word(_ word: String, _ value: JSONValue) -> JSONValue? {
    guard bytes[index...].starts(with: word.utf8) else { return nil }
    index += word.utf8.count
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }
}
