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
  static func row(_ key: UInt64) -> Int? { row(key, from: expected(key)) }

  /// The rows of many keys. Each look-up waits for memory several times; here all wait together.
  static func rows(_ keys: [UInt64]) -> [Int?] {
    var places = keys.map(expected)
    // After two steps most have come to where they are found or missed.
    for _ in 0..<2 {
      for index in keys.indices { places[index] = nearer(places[index], keys[index]) }
    }
    return zip(keys, places).map { row($0, from: $1) }
  }

  /// The row of a key that is looked for from a place on.
  @inline(__always)
  private static func row(_ key: UInt64, from place: Int) -> Int? {
    var (low, high, guess) = (0, count - 1, place)
    while low <= high {
      let found = keyAt(guess)
      if found == key {
        return unsafe Int(bytes.load(fromByteOffset: header + count * 8 + guess * 4, as: UInt32.self))
      }
      if found < key { low = guess + 1 } else { high = guess - 1 }
      guard low <= high else { return nil }
      guess = min(high, max(low, nearer(guess, key)))
    }
    return nil
  }

  @inline(__always)
  private static func keyAt(_ place: Int) -> UInt64 {
    unsafe bytes.load(fromByteOffset: header + place * 8, as: UInt64.self)
  }

  /// Where a key is to be expected among all.
  @inline(__always)
  private static func expected(_ key: UInt64) -> Int { Int(key.multipliedFullWidth(by: UInt64(count)).high) }

  /// Where a key is to be expected as seen from a place: the distance in hash space is the expected distance in rows.
  @inline(__always)
  private static func nearer(_ place: Int, _ key: UInt64) -> Int {
    let found = keyAt(place)
    return found < key
      ? min(count - 1, place + expected(key - found)) : max(0, place - expected(found - key))
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
  /// How many rows stand beside each other: eight numbers of the first, the same of the others, then the next eight.
  static let lanes = 4

  private var numbers: [SIMD8<Int16>] = []
  /// How many times four rows there are; those that are missing at the end are zeros.
  let count: Int

  init(_ rows: some RandomAccessCollection<Int>) {
    count = (rows.count + Self.lanes - 1) / Self.lanes
    let width = Vectors.dimensions / 8
    numbers = Array(repeating: SIMD8(), count: count * Self.lanes * width)
    for (index, row) in rows.enumerated() {
      let start = index / Self.lanes * Self.lanes * width + index % Self.lanes
      for place in 0..<width / 2 {
        let block = Vectors.block(row, place)
        numbers[start + place * 2 * Self.lanes] = SIMD8(truncatingIfNeeded: block.lowHalf)
        numbers[start + (place * 2 + 1) * Self.lanes] = SIMD8(truncatingIfNeeded: block.highHalf)
      }
    }
  }

  /// Writes the cosines (`Vectors.cosine`) of a row with all rows here.
  func write(cosinesOf row: Int, _ result: inout [Float]) {
    precondition(result.count == count * Self.lanes)
    var other: [SIMD8<Int16>] = []
    other.reserveCapacity(Vectors.dimensions / 8)
    for index in 0..<Vectors.dimensions / 16 {
      let block = Vectors.block(row, index)
      other.append(SIMD8(truncatingIfNeeded: block.lowHalf))
      other.append(SIMD8(truncatingIfNeeded: block.highHalf))
    }
    unsafe numbers.withUnsafeBytes { numbers in
      unsafe other.withUnsafeBytes { other in
        unsafe result.withUnsafeMutableBytes { result in
          var at = 0
          for index in 0..<count {
            var sums = (SIMD4<Int32>(), SIMD4<Int32>(), SIMD4<Int32>(), SIMD4<Int32>())
            var place = 0
            while place < other.count {
              let wanted = unsafe Self.numbers(other, place)
              unsafe sums.0 &+= Self.products(numbers, at, wanted)
              unsafe sums.1 &+= Self.products(numbers, at &+ 16, wanted)
              unsafe sums.2 &+= Self.products(numbers, at &+ 32, wanted)
              unsafe sums.3 &+= Self.products(numbers, at &+ 48, wanted)
              at &+= 64
              place &+= 16
            }
            let sum = SIMD4(
              sums.0.wrappedSum(), sums.1.wrappedSum(), sums.2.wrappedSum(), sums.3.wrappedSum())
            unsafe result.storeBytes(
              of: SIMD4<Float>(sum) / 16129, toByteOffset: index &* 16, as: SIMD4<Float>.self)
          }
        }
      }
    }
  }

  /// The products of eight numbers with eight others, those of neighbours added: one instruction multiplies and adds so.
  @inline(__always)
  private static func products(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ other: SIMD8<Int32>) -> SIMD4<Int32> {
    let product = unsafe numbers(bytes, place) &* other
    return product.evenHalf &+ product.oddHalf
  }

  @inline(__always)
  private static func numbers(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> SIMD8<Int32> {
    SIMD8(truncatingIfNeeded: unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<Int16>.self))
  }
}
