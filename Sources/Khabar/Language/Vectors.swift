internal import CLexicons

/// The word vectors of `Lexicons/vectors.bin`, read where they lie in the binary.
///
/// Format: see `Tools/vectors/make_vectors.py`. Keys are hashes, so they are spread evenly and a word is found by
/// interpolation in two or three steps.
struct Vectors: Sendable {
  static let shared = Vectors()

  /// The number of words.
  let count: Int
  /// Numbers in a row.
  let dimensions: Int
  private let frequencies: Int
  private let rows: Int
  private static let header = 64

  private init() {
    let size = Int(khabar_vectors_size())
    let bytes = unsafe UnsafeRawBufferPointer(start: khabar_vectors(), count: size)
    guard size >= Self.header, unsafe bytes.loadUnaligned(as: UInt32.self) == 0x3156_484B else {
      (count, dimensions, frequencies, rows) = (0, 0, 0, 0)
      return
    }
    count = unsafe Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    dimensions = unsafe Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    frequencies = Self.header + count * 8
    rows = frequencies + count
  }

  private var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: khabar_vectors(), count: Int(khabar_vectors_size()))
  }

  /// The row of a folded word's key, or nil.
  func row(_ key: UInt64) -> Int? {
    guard count > 0 else { return nil }
    let keys = unsafe bytes
    func keyAt(_ index: Int) -> UInt64 { unsafe keys.load(fromByteOffset: Self.header + index * 8, as: UInt64.self) }
    var low = 0
    var high = count - 1
    var guess = Int((key.multipliedFullWidth(by: UInt64(count))).high)
    while low <= high {
      let found = keyAt(guess)
      if found == key { return guess }
      if found < key { low = guess + 1 } else { high = guess - 1 }
      guard low <= high else { return nil }
      // The distance in hash space is the expected distance in rows.
      let distance = Int((found < key ? key - found : found - key).multipliedFullWidth(by: UInt64(count)).high)
      guess = min(high, max(low, found < key ? guess + distance : guess - distance))
    }
    return nil
  }

  /// Zipf frequency (log10 of occurrences per billion words) times 25.
  func frequency(_ row: Int) -> Int { unsafe Int(bytes[frequencies + row]) }

  /// Copies a row as `stride` blocks of sixteen, the last one padded with zeros.
  func copy(_ row: Int, into vectors: inout [SIMD16<Int8>]) {
    let start = rows + row * dimensions
    for block in 0..<stride {
      if dimensions - block * 16 >= 16 {
        unsafe vectors.append(bytes.loadUnaligned(fromByteOffset: start + block * 16, as: SIMD16<Int8>.self))
      } else {
        var values = SIMD16<Int8>()
        for lane in 0..<dimensions - block * 16 {
          values[lane] = unsafe Int8(bitPattern: bytes[start + block * 16 + lane])
        }
        vectors.append(values)
      }
    }
  }

  /// Blocks of sixteen in a row.
  var stride: Int { (dimensions + 15) / 16 }
}
