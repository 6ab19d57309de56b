internal import CLexicons

/// The word vectors of `Lexicons/vectors.bin`, read where they lie in the binary.
///
/// Format: see `Tools/vectors/make_vectors.py`. Keys are hashes, so they are spread evenly and a word is found by
/// interpolation in two or three steps. Rows stand by frequency: the words of an article lie on few pages.
enum Vectors {
  /// Numbers in a row; a multiple of 16.
  @inline(__always)
  static var dimensions: Int { unsafe Int(bytes.load(fromByteOffset: 8, as: UInt32.self)) }

  private static let header = 64
  @inline(__always)
  private static var count: Int { unsafe Int(bytes.load(fromByteOffset: 4, as: UInt32.self)) }
  @inline(__always)
  private static var frequencies: Int { header + count * 12 }
  @inline(__always)
  private static var bytes: UnsafeRawPointer { unsafe UnsafeRawPointer(khabar_vectors()) }

  /// The row of a folded word's key, or nil.
  static func row(_ key: UInt64) -> Int? {
    let count = count
    func keyAt(_ index: Int) -> UInt64 { unsafe bytes.load(fromByteOffset: header + index * 8, as: UInt64.self) }
    func rowAt(_ index: Int) -> Int {
      unsafe Int(bytes.load(fromByteOffset: header + count * 8 + index * 4, as: UInt32.self))
    }
    var low = 0
    var high = count - 1
    var guess = Int((key.multipliedFullWidth(by: UInt64(count))).high)
    while low <= high {
      let found = keyAt(guess)
      if found == key { return rowAt(guess) }
      if found < key { low = guess + 1 } else { high = guess - 1 }
      guard low <= high else { return nil }
      // The distance in hash space is the expected distance in rows.
      let distance = Int((found < key ? key - found : found - key).multipliedFullWidth(by: UInt64(count)).high)
      guess = min(high, max(low, found < key ? guess + distance : guess - distance))
    }
    return nil
  }

  /// Zipf frequency (log10 of occurrences per billion words) times 25.
  @inline(__always)
  static func frequency(_ row: Int) -> Int {
    precondition(row >= 0 && row < count)
    return unsafe Int(bytes.load(fromByteOffset: frequencies + row, as: UInt8.self))
  }

  /// Sixteen numbers of a row.
  @inline(__always)
  static func block(_ row: Int, _ index: Int) -> SIMD16<Int8> {
    precondition(row >= 0 && row < count && index >= 0 && index < dimensions / 16)
    let start = frequencies + count + row * dimensions
    return unsafe bytes.loadUnaligned(fromByteOffset: start + index * 16, as: SIMD16<Int8>.self)
  }

  /// Cosine of two rows, which have unit length.
  static func cosine(_ a: Int, _ b: Int) -> Float {
    precondition(a >= 0 && b >= 0 && a < count && b < count)
    let (bytes, rows, dimensions) = unsafe (bytes, frequencies + count, dimensions)
    var (x, y) = (rows &+ a &* dimensions, rows &+ b &* dimensions)
    var sum = SIMD4<Int32>()
    for _ in 0..<dimensions / 8 {
      let product = unsafe numbers(bytes, x) &* numbers(bytes, y)
      // Products of neighbours are added first: one instruction multiplies and adds so.
      sum &+= product.evenHalf &+ product.oddHalf
      x &+= 8
      y &+= 8
    }
    return Float(sum.wrappedSum()) / 16129
  }

  /// Eight numbers from a place on.
  @inline(__always)
  private static func numbers(_ bytes: UnsafeRawPointer, _ place: Int) -> SIMD8<Int32> {
    SIMD8<Int32>(truncatingIfNeeded: unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<Int8>.self))
  }
}

/// Rows of the vectors beside each other, their numbers wide enough to be multiplied, for whoever compares many with many.
struct VectorBlock {
  private var numbers: [Int16] = []

  init(_ rows: some Collection<Int>) {
    numbers.reserveCapacity(rows.count * Vectors.dimensions)
    for row in rows {
      for index in 0..<Vectors.dimensions / 16 {
        let block = Vectors.block(row, index)
        for place in block.indices { numbers.append(Int16(block[place])) }
      }
    }
  }

  /// Writes what a body makes of the cosine (`Vectors.cosine`) of a row with each one here.
  @inline(__always)
  func write(cosinesOf row: Int, _ result: inout [Float], _ body: (Float) -> Float) {
    let other = VectorBlock(CollectionOfOne(row))
    let width = Vectors.dimensions * 2
    precondition(result.count * width == numbers.count * 2)
    unsafe numbers.withUnsafeBytes { numbers in
      unsafe other.numbers.withUnsafeBytes { other in
        unsafe result.withUnsafeMutableBufferPointer { result in
          var at = 0
          for index in 0..<result.count {
            var sums = (SIMD4<Int32>(), SIMD4<Int32>())
            // A row has a multiple of 16 numbers.
            for place in stride(from: 0, to: width, by: 32) {
              unsafe sums.0 &+= Self.products(numbers, at, other, place)
              unsafe sums.1 &+= Self.products(numbers, at &+ 16, other, place &+ 16)
              at &+= 32
            }
            unsafe result[index] = body(Float((sums.0 &+ sums.1).wrappedSum()) / 16129)
          }
        }
      }
    }
  }

  /// The products of eight numbers with eight others, those of neighbours added: one instruction multiplies and adds so.
  @inline(__always)
  private static func products(
    _ a: UnsafeRawBufferPointer, _ x: Int, _ b: UnsafeRawBufferPointer, _ y: Int
  ) -> SIMD4<Int32> {
    let first = unsafe SIMD8<Int32>(truncatingIfNeeded: a.loadUnaligned(fromByteOffset: x, as: SIMD8<Int16>.self))
    let second = unsafe SIMD8<Int32>(truncatingIfNeeded: b.loadUnaligned(fromByteOffset: y, as: SIMD8<Int16>.self))
    let product = first &* second
    return product.evenHalf &+ product.oddHalf
  }
}
