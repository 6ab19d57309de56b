/// Writes values one behind the other; what `CacheReader` reads.
struct CacheWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int) { write(UInt64(bitPattern: Int64(value))) }

  /// Seven bits a byte, the lowest first: most numbers are small.
  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ hashes: [UInt32]) {
    write(hashes.count)
    for hash in hashes {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: hash >> UInt32(shift))) }
    }
  }

  mutating func write(_ raw: ArraySlice<UInt8>) {
    write(raw.count)
    bytes += raw
  }

  mutating func write<Value>(_ values: [Value], _ each: (inout CacheWriter, Value) -> Void) {
    write(values.count)
    for value in values { each(&self, value) }
  }
}

/// Reads what `CacheWriter` wrote; nothing of bytes that are otherwise.
struct CacheReader {
  /// The bytes end too early, or a value is none.
  struct Damage: Error {}

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  mutating func int() throws(Damage) -> Int { Int(Int64(bitPattern: try number())) }

  mutating func number() throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = try byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw Damage()
  }

  /// A number of things that take at least so many bytes each.
  mutating func count(of size: Int = 1) throws(Damage) -> Int {
    let count = try int()
    guard count >= 0, count <= (bytes.endIndex - at) / size else { throw Damage() }
    return count
  }

  mutating func text() throws(Damage) -> String { String(decoding: try raw(), as: UTF8.self) }

  mutating func optionalText() throws(Damage) -> String? { try byte() == 0 ? nil : try text() }

  mutating func raw() throws(Damage) -> ArraySlice<UInt8> {
    let count = try count()
    defer { at += count }
    return bytes[at..<at + count]
  }

  /// Passes over a text that may be none.
  mutating func skip() throws(Damage) {
    if try byte() != 0 { _ = try raw() }
  }

  mutating func hashes() throws(Damage) -> [UInt32] {
    let count = try count(of: 4)
    var hashes: [UInt32] = []
    hashes.reserveCapacity(count)
    for _ in 0..<count {
      let (low, high) = (
        UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8, UInt32(bytes[at + 2]) | UInt32(bytes[at + 3]) << 8
      )
      hashes.append(low | high << 16)
      at += 4
    }
    return hashes
  }

  mutating func list<Value>(_ each: (inout CacheReader) throws(Damage) -> Value) throws(Damage) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }

  private mutating func byte() throws(Damage) -> UInt8 {
    guard at < bytes.endIndex else { throw Damage() }
    defer { at += 1 }
    return bytes[at]
  }
}
