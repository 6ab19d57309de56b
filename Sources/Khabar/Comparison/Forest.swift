internal import CLexicons

/// Boosted decision trees, read where they lie in the binary and evaluated in integers.
///
/// `Tools/relation/train.py` writes the file; its format is described there. Friedman, "Greedy function approximation"
/// (2001).
struct Forest: Sendable {
  private let weights: Weights
  private let classes: Int
  private let depth: Int
  private let rounds: Int

  init(_ weights: Weights) {
    self.weights = weights
    let bytes = unsafe Self.bytes(weights)
    guard bytes.count >= 16, unsafe bytes.loadUnaligned(as: UInt32.self) == 0x3157_484B else {
      (classes, depth, rounds) = (0, 0, 0)
      return
    }
    classes = unsafe Int(bytes[4])
    depth = unsafe Int(bytes[5])
    rounds = unsafe Int(bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self))
  }

  private static func bytes(_ weights: Weights) -> UnsafeRawBufferPointer {
    switch weights {
    case .news: unsafe UnsafeRawBufferPointer(start: khabar_weights_news(), count: Int(khabar_weights_news_size()))
    case .ans: unsafe UnsafeRawBufferPointer(start: khabar_weights_ans(), count: Int(khabar_weights_ans_size()))
    }
  }

  /// The score of every class, in thousandths of a logit.
  func scores(_ features: Features) -> [Int] {
    let bytes = unsafe Self.bytes(weights)
    let inner = 1 << depth - 1
    let tree = inner * 4 + (inner + 1) * 2
    var at = 16
    var scores: [Int] = []
    for _ in 0..<classes {
      scores.append(unsafe Int(bytes.loadUnaligned(fromByteOffset: at, as: Int16.self)))
      at += 2
    }
    for round in 0..<rounds * classes {
      var node = 0
      for _ in 0..<depth {
        let feature = unsafe Int(bytes.loadUnaligned(fromByteOffset: at + node * 4, as: UInt16.self))
        let threshold = unsafe bytes.loadUnaligned(fromByteOffset: at + node * 4 + 2, as: Int16.self)
        node = node * 2 + (features.values[feature] <= threshold ? 1 : 2)
      }
      scores[round % classes] += unsafe Int(
        bytes.loadUnaligned(fromByteOffset: at + inner * 4 + (node - inner) * 2, as: Int16.self))
      at += tree
    }
    return scores
  }

  /// The probability of every class, 0...1000, in the order of the file.
  func probabilities(_ features: Features) -> [Int] {
    let scores = scores(features)
    guard let top = scores.max() else { return [] }
    let shares = scores.map { Exponential.of(Float($0 - top) / 1000) }
    let sum = shares.reduce(0, +)
    return shares.map { Int(($0 / sum * 1000).rounded()) }
  }
}

/// e to the power of x without the C library, so that every machine gives the same bits.
enum Exponential {
  /// Good to one part in a million for x of -20...0; smaller x give 0.
  static func of(_ x: Float) -> Float {
    guard x > -20 else { return 0 }
    let part = x / 1024
    var power = 1 + part + part * part / 2
    for _ in 0..<10 { power *= power }
    return power
  }
}
