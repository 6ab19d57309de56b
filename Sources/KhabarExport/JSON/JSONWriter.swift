/// Writes JSON into a byte buffer.
///
/// The caller writes the keys of an object in ascending order, so that nothing is sorted at run time. The text is that of
/// RFC 8785 for the values this project has (no floating point), but for the escapes of `JSONEscape`.
package struct JSONWriter {
  /// What is written so far.
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0
  /// Whether the next value or key of the open object or array is its first.
  private var isFirst = true

  /// Makes a writer; a pretty one puts each value on its own line, indented by two spaces.
  package init(isPretty: Bool, capacity: Int) {
    self.isPretty = isPretty
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object, whose members the body writes.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array, one element for each value.
  package mutating func array<Values: Sequence>(_ values: Values, _ element: (inout JSONWriter, Values.Element) -> Void)
  {
    open(UInt8(ascii: "["))
    for value in values {
      separate()
      element(&self, value)
    }
    close(UInt8(ascii: "]"))
  }

  /// Writes a key, which needs no escapes; its value follows.
  package mutating func key(_ name: StaticString) {
    if isPretty { separate() }
    let (isPretty, hasComma) = (isPretty, !isFirst && !isPretty)
    isFirst = false
    let length = name.utf8CodeUnitCount
    // A document has a thousand keys; each is written with one test of the room.
    bytes.append(addingCapacity: length + 5) { out in
      unsafe out.withUnsafeMutableBufferPointer { buffer, count in
        guard var place = buffer.baseAddress else { return }
        func put(_ byte: Unicode.Scalar) {
          unsafe place.initialize(to: UInt8(ascii: byte))
          unsafe place += 1
        }
        if hasComma { put(",") }
        put("\"")
        unsafe place.initialize(from: name.utf8Start, count: length)
        unsafe place += length
        put("\"")
        put(":")
        if isPretty { put(" ") }
        count = length + 3 + (hasComma || isPretty ? 1 : 0)
      }
    }
  }

  /// Writes an integer.
  package mutating func integer(_ value: Int) {
    guard value >= 0 else { return bytes.append(contentsOf: String(value).utf8) }
    bytes.append(addingCapacity: 20) { Self.append(UInt(value), to: &$0) }
  }

  private static func append(_ value: UInt, to out: inout OutputSpan<UInt8>) {
    func digit(_ value: UInt) { out.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value % 10)) }
    if value >= 1000 { append(value / 1000, to: &out) }
    if value >= 100 { digit(value / 100) }
    if value >= 10 { digit(value / 10) }
    digit(value)
  }

  /// Writes true or false.
  package mutating func boolean(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

  /// Writes bytes that are JSON already.
  package mutating func raw(_ json: [UInt8]) { bytes.append(contentsOf: json) }

  /// Writes an identifier ("f3").
  mutating func identifier(_ prefix: Unicode.Scalar, _ number: Int) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: prefix))
    integer(number)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes the name of an enumeration's case, which needs no escapes.
  package mutating func name(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    append(value.utf8.span)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a string.
  package mutating func string(_ value: String) { string(value.utf8.span, value.utf8.span.indices) }

  /// Writes a slice of valid UTF-8 as a string.
  mutating func string(_ utf8: [UInt8], _ range: Range<Int>) { string(utf8.span, range) }

  private mutating func string(_ utf8: Swift.Span<UInt8>, _ range: Range<Int>) {
    bytes.append(UInt8(ascii: "\""))
    var plain = range.lowerBound
    while let escape = JSONEscape(in: utf8, plain..<range.upperBound) {
      append(utf8.extracting(plain..<escape.range.lowerBound))
      escape.append(to: &bytes)
      plain = escape.range.upperBound
    }
    append(utf8.extracting(plain..<range.upperBound))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ utf8: Swift.Span<UInt8>) {
    unsafe utf8.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}

extension JSONWriter {
  /// Writes a member with a string value, or nothing for nil.
  package mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a member with the name of an enumeration's case, or nothing for nil.
  package mutating func member(_ name: StaticString, case value: String?) {
    guard let value else { return }
    key(name)
    self.name(value)
  }

  /// Writes a member with an integer value, or nothing for nil.
  package mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    integer(value)
  }

  /// Writes a member with a truth value.
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes a member with an array value.
  package mutating func member<Values: Sequence>(
    _ name: StaticString, _ values: Values, _ element: (inout JSONWriter, Values.Element) -> Void
  ) {
    key(name)
    array(values, element)
  }

  /// Writes a member with an object value.
  package mutating func member(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }
}
