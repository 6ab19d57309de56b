/// A name in lower case, packed into words of the machine: its first sixteen letters, a hash of the others, and how many
/// there are.
public struct PackedName: Hashable, Sendable {
  /// The first letter in the lowest byte.
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0
  @usableFromInline var rest: UInt64 = 0
  /// How many letters it has.
  public var count = 0

  /// No letters yet.
  @inlinable @inline(__always)
  public init() {}

  /// A name as written in the code, or in a document.
  @inlinable
  public init(_ name: some Sequence<UInt8>) {
    for byte in name { append(PackedName.lower(byte)) }
  }

  /// Adds a byte that is in lower case already.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    if count < 8 {
      low |= UInt64(byte) &<< UInt64(8 &* count)
    } else if count < 16 {
      high |= UInt64(byte) &<< UInt64(8 &* (count &- 8))
    } else {
      rest = (rest ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    count &+= 1
  }

  /// A number of some bits for a table of names.
  @inlinable @inline(__always)
  public func slot(bits: Int) -> Int {
    let long = (high ^ rest) &* 0xA24B_AED4_963E_E407
    let mixed = (low ^ long ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 &- bits))
  }

  /// Whether it begins with a name of at most sixteen letters.
  @inlinable @inline(__always)
  public func starts(with other: PackedName) -> Bool {
    count >= other.count && (low ^ other.low) & Self.mask(other.count) == 0
      && (high ^ other.high) & Self.mask(other.count - 8) == 0
  }

  /// Its first letters.
  @inlinable @inline(__always)
  public func prefix(_ length: Int) -> PackedName {
    var prefix = PackedName()
    prefix.low = low & Self.mask(length)
    prefix.high = high & Self.mask(length - 8)
    prefix.count = min(count, length)
    return prefix
  }

  /// The bits of some letters of a word of the machine.
  @inlinable @inline(__always)
  static func mask(_ letters: Int) -> UInt64 {
    letters >= 8 ? .max : letters <= 0 ? 0 : 1 &<< UInt64(8 &* letters) &- 1
  }

  /// A letter of ASCII in lower case, any other byte as it is.
  @inlinable @inline(__always)
  public static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

/// Values by name: one look-up a name, without a hash of the library's.
public struct NameTable<Value: Sendable>: Sendable {
  @usableFromInline var slots: [(name: PackedName, value: Value)]
  @usableFromInline let bits: Int

  /// A table with room for some names, and the value of any other name.
  @inlinable
  public init(room: Int, none: Value) {
    // At least half of the slots stay empty.
    bits = Int.bitWidth - (room * 2).leadingZeroBitCount
    slots = Array(repeating: (PackedName(), none), count: 1 << bits)
  }

  /// The value of a name.
  @inlinable @inline(__always)
  public subscript(name: PackedName) -> Value {
    get { slots[index(name)].value }
    set { slots[index(name)] = (name, newValue) }
  }

  /// Where a name is, or where it would be.
  @inlinable @inline(__always)
  func index(_ name: PackedName) -> Int {
    var index = name.slot(bits: bits)
    while slots[index].name.count > 0, slots[index].name != name { index = (index &+ 1) & (slots.count &- 1) }
    return index
  }
}
