/// A strict reader for one JSON object a line (RFC 8259), over bytes and in one pass.
///
/// What it has read so far stays in `object`, so that a line that breaks off after its id can be answered with it.
struct JSONObjectReader {
  private let bytes: [UInt8]
  private var at = 0
  private(set) var object = JSONObject()

  /// Deepest nesting that is followed.
  private static let deepest = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads the object; nothing but white space may stand around it.
  mutating func read() throws(LineFailure) {
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw failure("a JSON object was expected") }
    object.members.reserveCapacity(8)
    try readMembers(depth: 0) { reader, name, value in reader.object.members.append((name, value)) }
    skipSpace()
    guard at == bytes.count else { throw failure("nothing may follow the JSON object") }
  }

  private mutating func readMembers(
    depth: Int, _ take: (inout Self, String, JSONObject.Value) -> Void
  ) throws(LineFailure) {
    guard depth < Self.deepest else { throw failure("the JSON is nested too deeply") }
    at += 1
    skipSpace()
    if skip(UInt8(ascii: "}")) { return }
    while true {
      skipSpace()
      let name = JSONString.text(bytes, try readString())
      skipSpace()
      guard skip(UInt8(ascii: ":")) else { throw failure("a colon was expected") }
      take(&self, name, try readValue(depth: depth + 1))
      skipSpace()
      if skip(UInt8(ascii: "}")) { return }
      guard skip(UInt8(ascii: ",")) else { throw failure("a comma or a closing brace was expected") }
    }
  }

  private mutating func readValue(depth: Int) throws(LineFailure) -> JSONObject.Value {
    skipSpace()
    guard let byte = peek else { throw failure("a value was expected") }
    switch byte {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "{"):
      var inner = JSONObject()
      try readMembers(depth: depth) { inner.members.append(($1, $2)) }
      return .object(inner)
    case UInt8(ascii: "["): return try readList(depth: depth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber())
    case UInt8(ascii: "n"): return try readName("null", .null)
    case UInt8(ascii: "t"): return try readName("true", .other)
    case UInt8(ascii: "f"): return try readName("false", .other)
    default: throw failure("a value was expected")
    }
  }

  private mutating func readList(depth: Int) throws(LineFailure) -> JSONObject.Value {
    guard depth < Self.deepest else { throw failure("the JSON is nested too deeply") }
    at += 1
    skipSpace()
    if skip(UInt8(ascii: "]")) { return .other }
    while true {
      _ = try readValue(depth: depth + 1)
      skipSpace()
      if skip(UInt8(ascii: "]")) { return .other }
      guard skip(UInt8(ascii: ",")) else { throw failure("a comma or a closing bracket was expected") }
    }
  }

  private mutating func readName(_ name: String, _ value: JSONObject.Value) throws(LineFailure)
    -> JSONObject.Value
  {
    guard bytes[at...].starts(with: name.utf8) else { throw failure("a value was expected") }
    at += name.utf8.count
    return value
  }

  private mutating func readNumber() throws(LineFailure) -> Range<Int> {
    let start = at
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try readDigits() }
    if skip(UInt8(ascii: ".")) { try readDigits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try readDigits()
    }
    return start..<at
  }

  private mutating func readDigits() throws(LineFailure) {
    let start = at
    while let digit = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) { at += 1 }
    guard at > start else { throw failure("a digit was expected") }
  }

  /// Finds the end of a string and checks its escapes.
  private mutating func readString() throws(LineFailure) -> Range<Int> {
    guard skip(UInt8(ascii: "\"")) else { throw failure("a string was expected") }
    let start = at
    while true {
      at = JSONString.special(bytes, from: at, to: bytes.count)
      guard at < bytes.count else { break }
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return start..<at - 1
      }
      guard byte >= 0x20 else { throw failure("a control character stands unescaped in a string") }
      guard let length = JSONString.escapeLength(bytes, at) else { throw failure("the escape is not one of JSON") }
      at += length
    }
    throw failure("the string does not end")
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
  }

  private func failure(_ what: String) -> LineFailure {
    LineFailure(code: .invalidJSON, message: "\(what) at byte \(at + 1)")
  }
}
