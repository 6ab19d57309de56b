internal import Khabar

/// A signature of the runs of four words in a text: how much two texts share verbatim can be read off it.
///
/// One-permutation MinHash (Li, Owen and Zhang 2012): each run falls into one of 64 bins, which keeps the least of its
/// hashes. The share of equal bins estimates the Jaccard similarity of both sets of runs.
struct RunSignature: Sendable, Equatable {
  static let bins = 64
  private static let runLength = 4
  /// A bin without a run.
  private static let empty = UInt16.max

  /// The bins.
  let values: [UInt16]

  /// Makes a signature of its bins.
  init(values: [UInt16]) { self.values = values }

  /// Reads the runs of words and numbers.
  init(_ words: [Word]) {
    var values = [UInt16](repeating: Self.empty, count: Self.bins)
    var run: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count = 0
    for word in words where word.isWordLike {
      count += 1
      if count >= Self.runLength {
        let hash = Self.hash(run, word.key)
        let bin = Int(hash >> 58)
        values[bin] = min(values[bin], UInt16(truncatingIfNeeded: hash))
      }
      run = (run.1, run.2, word.key)
    }
    self.values = values
  }

  /// Shared runs per thousand of all runs of two signatures, where either has any.
  static func similarity(_ a: ArraySlice<UInt16>, _ b: ArraySlice<UInt16>) -> Int {
    var (equal, filled) = (0, 0)
    for (x, y) in zip(a, b) where x != empty || y != empty {
      filled += 1
      if x == y { equal += 1 }
    }
    return filled > 0 ? equal * 1000 / filled : 0
  }

  @inline(__always)
  private static func hash(_ run: (UInt64, UInt64, UInt64), _ last: UInt64) -> UInt64 {
    let odd: UInt64 = 0x9E37_79B9_7F4A_7C15
    let mixed = ((run.0 &* odd ^ run.1) &* odd ^ run.2) &* odd ^ last
    return (mixed ^ mixed >> 29) &* odd
  }
}
