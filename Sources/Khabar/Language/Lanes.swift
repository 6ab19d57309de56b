/// Sixteen neighbouring bytes of a text, asked at once: what looks for a few bytes in a long text spends an instruction or
/// two a byte.
package typealias Lanes = SIMD16<UInt8>

extension Swift.Span<UInt8> {
  /// Up to eight bytes of a run as an integer, the last one lowest.
  @inline(__always)
  func packed(_ range: Range<Int>) -> UInt64 {
    if range.count == 8, range.lowerBound >= 0, range.upperBound <= count {
      return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self).bigEndian
    }
    var packed: UInt64 = 0
    for index in range { packed = packed << 8 | UInt64(self[index]) }
    return packed
  }
}

extension Lanes {
  /// How many bytes are asked at once.
  @inlinable
  package static var width: Int { 16 }

  /// The bytes from an index on; there must be as many.
  @inlinable @inline(__always)
  package init(_ bytes: Swift.Span<UInt8>, at index: Int) {
    self = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: Self.self)
  }

  /// One where a byte is the given one in the bits of a mask, else zero.
  @inlinable @inline(__always)
  package func ones(_ byte: UInt8, mask: UInt8 = 0xFF) -> Self {
    // Comparing for order is not vectorised, comparing for equality is.
    Self().replacing(with: Self(repeating: 1), where: (self & Self(repeating: mask)) .== Self(repeating: byte))
  }

  /// The sum of all bytes.
  @inlinable
  package var total: Int { Int(SIMD16<UInt16>(truncatingIfNeeded: self).wrappedSum()) }

  /// The index of the first byte that is one, if there is any.
  @inlinable @inline(__always)
  package var firstOne: Int? {
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return halves[0].littleEndian.trailingZeroBitCount / 8 }
    return halves[1] != 0 ? 8 + halves[1].littleEndian.trailingZeroBitCount / 8 : nil
  }

  /// The first eight bytes and the last eight, the first one lowest.
  @inlinable @inline(__always)
  package var halves: (first: UInt64, last: UInt64) {
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (halves[0].littleEndian, halves[1].littleEndian)
  }

  /// Whether all bytes are zero.
  @inlinable @inline(__always)
  package var isZero: Bool {
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] == 0
  }
}
