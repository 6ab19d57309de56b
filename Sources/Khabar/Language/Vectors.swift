internal import CLexicons
internal import CVectors

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
    precondition(areRows(a, b))
    var (other, cosine) = (Int32(b), Float(0))
    unsafe khabar_cosines(vectors, Int32(a), &other, 1, &cosine)
    return cosine
  }

  /// Rows that there are.
  struct Rows {
    fileprivate let all: [Int32]

    /// Some rows, or one whichever for each that is missing (-1).
    init(_ rows: some Collection<Int32>) {
      all = rows.map { max(0, $0) }
      precondition(all.allSatisfy { areRows(0, Int($0)) })
    }
  }

  /// Writes the cosines of a row with others.
  static func write(cosinesOf row: Int, with others: Rows, to cosines: inout [Float]) {
    precondition(areRows(row, 0) && others.all.count <= cosines.count)
    unsafe khabar_cosines(vectors, Int32(row), others.all, others.all.count, &cosines)
  }

  private static var vectors: UnsafePointer<Int8> {
    unsafe (bytes + frequencies + count).assumingMemoryBound(to: Int8.self)
  }

  @inline(__always)
  private static func areRows(_ a: Int, _ b: Int) -> Bool {
    a >= 0 && b >= 0 && a < count && b < count && dimensions == KHABAR_DIMENSIONS
  }
}
