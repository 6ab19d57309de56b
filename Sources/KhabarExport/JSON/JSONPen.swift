/// Writes into room that was asked for, byte by byte and run by run; it stops the program rather than leave that room.
@safe struct JSONPen: ~Copyable {
  /// The most bytes that an integer takes.
  static let digits = 20

  /// Bytes written so far.
  private(set) var count = 0
  private let room: Int
  private let start: UnsafeMutablePointer<UInt8>

  @inline(__always)
  init(_ start: UnsafeMutablePointer<UInt8>, room: Int) {
    unsafe self.start = start
    self.room = room
  }

  /// Writes a byte.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    precondition(count < room)
    unsafe start[count] = byte
    count &+= 1
  }

  /// Writes an ASCII character.
  @inline(__always)
  mutating func put(_ character: Unicode.Scalar) { put(UInt8(truncatingIfNeeded: character.value)) }

  /// Writes a text of the program.
  @inline(__always)
  mutating func put(text: StaticString) {
    unsafe copy(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes bytes.
  @inline(__always)
  mutating func put(_ bytes: borrowing Swift.Span<UInt8>) { unsafe bytes.withUnsafeBufferPointer { unsafe copy($0) } }

  /// Writes a range of bytes between quotation marks.
  @inline(__always)
  mutating func put(quoted utf8: borrowing Swift.Span<UInt8>, _ range: Range<Int>) {
    put("\"")
    put(utf8.extracting(range))
    put("\"")
  }

  /// Writes an integer in decimal.
  @inline(__always)
  mutating func put(_ value: Int) {
    if value < 0 { put("-") }
    decimal(value.magnitude)
  }

  /// Writes an identifier: a letter and a number between quotation marks.
  @inline(__always)
  mutating func put(_ prefix: Unicode.Scalar, _ number: Int) {
    put("\"")
    put(prefix)
    put(number)
    put("\"")
  }

  /// Most numbers of a document are offsets of up to four digits.
  private mutating func decimal(_ value: UInt) {
    if value >= 10000 { decimal(value / 10000) }
    let low = UInt32(truncatingIfNeeded: value % 10000)
    if value >= 1000 { digit(low / 1000) }
    if value >= 100 { digit(low / 100 % 10) }
    if value >= 10 { digit(low / 10 % 10) }
    digit(low % 10)
  }

  @inline(__always)
  private mutating func digit(_ value: UInt32) { put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value)) }

  @inline(__always)
  private mutating func copy(_ source: UnsafeBufferPointer<UInt8>) {
    precondition(source.count <= room &- count)
    guard let from = source.baseAddress else { return }
    unsafe (start + count).initialize(from: from, count: source.count)
    count &+= source.count
  }
}
