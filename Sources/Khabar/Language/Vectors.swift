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

  /// The row of a folded word's key, or -1.
  static func row(_ key: UInt64) -> Int32 { row(key, from: expected(key)) }

  /// The rows of many keys. Each look-up waits for memory several times; here all wait together.
  static func rows(_ keys: [UInt64]) -> [Int32] {
    var places = keys.map(expected)
    var near = places.mutableSpan
    // After two steps most have come to where they are found or missed.
    for _ in 0..<2 {
      for index in near.indices { near[index] = nearer(near[index], keys[index]) }
    }
    return keys.indices.map { row(keys[$0], from: places[$0]) }
  }

  /// The row of a key that is looked for from a place on.
  @inline(__always)
  private static func row(_ key: UInt64, from place: Int) -> Int32 {
    var (low, high, guess) = (0, count - 1, place)
    while low <= high {
      let found = keyAt(guess)
      if found == key {
        return unsafe Int32(bytes.load(fromByteOffset: header + count * 8 + guess * 4, as: UInt32.self))
      }
      if found < key { low = guess + 1 } else { high = guess - 1 }
      guard low <= high else { return -1 }
      guess = min(high, max(low, nearer(guess, key)))
    }
    return -1
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
    return unsafe khabar_cosine(vectors + a * dimensions, vectors + b * dimensions)
  }

  /// Rows that there are, or -1 where one is missing.
  struct Rows {
    fileprivate let all: [Int32]
    var count: Int { all.count }

    @inline(__always)
    init(_ rows: some Collection<Int32>) {
      var all: [Int32] = []
      all.reserveCapacity(rows.count)
      for row in rows {
        precondition(row < 0 || areRows(Int(row), 0))
        all.append(row)
      }
      self.all = all
    }
  }

  /// How much room a row of so many likenesses takes.
  static func room(for count: Int) -> Int { (count + Int(KHABAR_STEP) - 1) / Int(KHABAR_STEP) * Int(KHABAR_STEP) }

  /// Writes for each of some rows how alike it is to others, one behind the other with room between them: the cosine times a
  /// factor, at least 0.
  static func write(
    likenessesOf rows: Rows, in range: Range<Int>, with others: Rows, times factor: Float, to values: inout [Float]
  ) {
    let step = room(for: others.count)
    precondition(range.lowerBound >= 0 && range.upperBound <= rows.count && values.count >= range.count * step)
    unsafe rows.all.withUnsafeBufferPointer { rows in
      guard let first = rows.baseAddress else { return }
      unsafe khabar_likenesses(
        vectors, first + range.lowerBound, range.count, others.all, others.count, factor, &values, step)
    }
  }

  /// The vectors of sentences, one behind the other: lists of places among the rows of different words, of which -1 is one without a
  /// vector and KHABAR_NUMBER a number.
  static func encode(_ rows: Rows, _ sentences: Lists<Int32>) -> [Int8] {
    precondition(sentences.values.allSatisfy { $0 >= 0 && $0 < rows.count })
    let heard = rows.count * Int(KHABAR_UNITS)
    let length = sentences.count * dimensions
    return unsafe Array(unsafeUninitializedCapacity: length) { vectors, filled in
      var heard = unsafe [Int32](unsafeUninitializedCapacity: heard) { $1 = heard }
      if let first = vectors.baseAddress {
        unsafe khabar_encode(
          khabar_encoder(), self.vectors, rows.all, rows.count, sentences.values, sentences.starts, sentences.count,
          &heard, first)
      }
      filled = length
    }
  }

  /// What stands for a number in the rows that are encoded.
  static var numberRow: Int32 { KHABAR_NUMBER }

  /// Writes for each of some encoded sentences how alike it is to others, one row behind the other with room between them: the cosine,
  /// at least 0.
  static func write(likenessesOf sentences: [Int8], with others: [Int8], to values: inout [Float]) {
    let (count, otherCount) = (sentences.count / dimensions, others.count / dimensions)
    let step = room(for: otherCount)
    precondition(values.count >= count * step && dimensions == KHABAR_DIMENSIONS)
    // All lie in one table, these in front.
    let (rows, columns) = (Array(0..<Int32(count)), Array(Int32(count)..<Int32(count + otherCount)))
    unsafe khabar_likenesses(sentences + others, rows, count, columns, otherCount, 1, &values, step)
  }

  private static var vectors: UnsafePointer<Int8> {
    unsafe (bytes + frequencies + count).assumingMemoryBound(to: Int8.self)
  }

  @inline(__always)
  private static func areRows(_ a: Int, _ b: Int) -> Bool {
    a >= 0 && b >= 0 && a < count && b < count && dimensions == KHABAR_DIMENSIONS
  }
}
