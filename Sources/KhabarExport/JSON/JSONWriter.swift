/// Writes JSON into a byte buffer.
///
/// The caller writes the keys of an object in ascending order, so that nothing is sorted at run time. The text is that of
/// RFC 8785 for the values this project has (no floating point), but for the escapes of `JSONEscape`.
///
/// Its room is its own, since an array would be asked whether it is shared at each of a thousand members.
@safe package struct JSONWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  private let isPretty: Bool
  private var depth = 0
  /// Whether the next value or key of the open object or array is its first.
  private var isFirst = true

  /// Makes a writer; a pretty one puts each value on its own line, indented by two spaces.
  package init(isPretty: Bool, capacity: Int) {
    self.isPretty = isPretty
    self.capacity = max(capacity, 64)
    unsafe start = UnsafeMutablePointer.allocate(capacity: self.capacity)
  }

  deinit { unsafe start.deallocate() }

  /// What is written so far.
  package var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Has a pen write what takes no more than so many bytes.
  @inline(__always)
  private mutating func write(_ room: Int, _ body: (inout JSONPen) -> Void) {
    if capacity - count < room { grow(room) }
    var pen = unsafe JSONPen(start + count, room: room)
    body(&pen)
    count += pen.count
  }

  private mutating func grow(_ room: Int) {
    let larger = max(capacity * 2, count + room)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = moved
    capacity = larger
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
  @inline(__always)
  package mutating func key(_ name: StaticString) { key(name, room: 0) { _ in } }

  /// Writes a key and what a pen adds behind it, for which so many bytes are enough.
  ///
  /// A document has a thousand members; each asks for its room once.
  @inline(__always)
  private mutating func key(_ name: StaticString, room: Int, _ value: (inout JSONPen) -> Void) {
    if isPretty { separate() }
    let (isPretty, hasComma) = (isPretty, !isFirst && !isPretty)
    isFirst = false
    write(name.utf8CodeUnitCount + 5 + room) { pen in
      if hasComma { pen.put(",") }
      pen.put("\"")
      pen.put(text: name)
      pen.put("\"")
      pen.put(":")
      if isPretty { pen.put(" ") }
      value(&pen)
    }
  }

  /// Writes an integer.
  package mutating func integer(_ value: Int) { write(JSONPen.digits) { $0.put(value) } }

  /// Writes true or false.
  package mutating func boolean(_ value: Bool) { write(5) { $0.put(text: value ? "true" : "false") } }

  /// Writes bytes that are JSON already.
  package mutating func raw(_ json: [UInt8]) { append(json.span) }

  /// Writes an identifier ("f3").
  mutating func identifier(_ prefix: Unicode.Scalar, _ number: Int) {
    write(JSONPen.digits + 3) { $0.put(prefix, number) }
  }

  /// Writes the name of an enumeration's case, which needs no escapes.
  package mutating func name(_ value: String) {
    let name = value.utf8.span
    write(name.count + 2) { $0.put(quoted: name, name.indices) }
  }

  /// Writes a string.
  package mutating func string(_ value: String) { string(value.utf8.span, value.utf8.span.indices) }

  /// Writes a slice of valid UTF-8 as a string.
  mutating func string(_ utf8: [UInt8], _ range: Range<Int>) { string(utf8.span, range) }

  private mutating func string(_ utf8: Swift.Span<UInt8>, _ range: Range<Int>) {
    guard var escape = JSONEscape(in: utf8, range) else {
      return write(range.count + 2) { $0.put(quoted: utf8, range) }
    }
    append(UInt8(ascii: "\""))
    var plain = range.lowerBound
    while true {
      append(utf8.extracting(plain..<escape.range.lowerBound))
      write(JSONEscape.longest) { escape.put(by: &$0) }
      plain = escape.range.upperBound
      guard let next = JSONEscape(in: utf8, plain..<range.upperBound) else { break }
      escape = next
    }
    append(utf8.extracting(plain..<range.upperBound))
    append(UInt8(ascii: "\""))
  }

  private mutating func append(_ utf8: Swift.Span<UInt8>) { write(utf8.count) { $0.put(utf8) } }
  private mutating func append(_ byte: UInt8) { write(1) { $0.put(byte) } }

  private mutating func open(_ bracket: UInt8) {
    append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    append(bracket)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    let width = depth * 2
    write(width + 1) { pen in
      pen.put("\n")
      for _ in 0..<width { pen.put(" ") }
    }
  }
}

extension JSONWriter {
  /// Writes a member with a string value, or nothing for nil.
  package mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    string(name, value.utf8.span, value.utf8.span.indices)
  }

  /// Writes a member with a slice of valid UTF-8 as its string.
  mutating func member(_ name: StaticString, _ utf8: [UInt8], _ range: Range<Int>) { string(name, utf8.span, range) }

  private mutating func string(_ name: StaticString, _ utf8: Swift.Span<UInt8>, _ range: Range<Int>) {
    guard JSONEscape(in: utf8, range) == nil else {
      key(name)
      return string(utf8, range)
    }
    key(name, room: range.count + 2) { $0.put(quoted: utf8, range) }
  }

  /// Writes a member with the name of an enumeration's case, or nothing for nil.
  package mutating func member(_ name: StaticString, case value: String?) {
    guard let value else { return }
    let word = value.utf8.span
    key(name, room: word.count + 2) { $0.put(quoted: word, word.indices) }
  }

  /// Writes a member with an identifier ("f3").
  mutating func member(_ name: StaticString, _ prefix: Unicode.Scalar, _ number: Int) {
    key(name, room: JSONPen.digits + 3) { $0.put(prefix, number) }
  }

  /// Writes a member with an integer value, or nothing for nil.
  package mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name, room: JSONPen.digits) { $0.put(value) }
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
