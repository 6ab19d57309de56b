internal import CLexicons
internal import CVectors

/// Boosted decision trees, a small network and a table of words beside them, read where they lie in the binary and
/// evaluated in integers.
///
/// `Tools/relation/train.py` writes the file; its format is described there. Friedman, "Greedy function approximation"
/// (2001).
struct Forest: Sendable {
  private let weights: Weights
  private let classes: Int
  private let depth: Int
  private let rounds: Int
  /// Units of the hidden layer of the network.
  private let units: Int
  /// Bits of a place in the table of words; 0 where there is none.
  private let bits: Int
  /// The class that the words speak for.
  private let spokenFor: Int

  init(_ weights: Weights) {
    self.weights = weights
    let bytes = unsafe Self.bytes(weights)
    guard bytes.count >= 16, unsafe bytes.loadUnaligned(as: UInt32.self) == 0x3357_484B else {
      (classes, depth, rounds, units, bits, spokenFor) = (0, 0, 0, 0, 0, 0)
      return
    }
    classes = unsafe Int(bytes[4])
    depth = unsafe Int(bytes[5])
    rounds = unsafe Int(bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self))
    units = unsafe Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    bits = unsafe Int(bytes[10])
    spokenFor = unsafe Int(bytes[11])
  }

  private static func bytes(_ weights: Weights) -> UnsafeRawBufferPointer {
    switch weights {
    case .news: unsafe UnsafeRawBufferPointer(start: khabar_weights_news(), count: Int(khabar_weights_news_size()))
    case .ans: unsafe UnsafeRawBufferPointer(start: khabar_weights_ans(), count: Int(khabar_weights_ans_size()))
    case .none: unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
  }

  /// The score of every class, in thousandths of a logit.
  func scores(_ features: Features) -> [Int] {
    let bytes = unsafe Self.bytes(weights)
    let inner = 1 << depth - 1
    // Of one class.
    let trees = rounds * (inner * 4 + (inner + 1) * 2)
    // A value in the upper half, where a threshold stands.
    let values = features.values.map { Int32($0) << 16 }
    let start = 16 + classes * 2
    precondition(rounds % 8 == 0 && start + classes * trees <= bytes.count)
    var scores = (0..<classes).map { number in
      let first = unsafe Int(bytes.loadUnaligned(fromByteOffset: 16 + number * 2, as: Int16.self))
      guard let base = bytes.baseAddress, rounds > 0 else { return first }
      // The feature in the lower half, the threshold in the upper one: a value is larger than both where it is larger than the
      // threshold.
      return unsafe first
        + Int(
          khabar_trees(
            (base + start + number * trees).assumingMemoryBound(to: UInt8.self), rounds, depth, values, values.count))
    }
    let network = start + classes * trees
    unsafe addNetwork(features, bytes, network, &scores)
    let words = network + units * (4 + 4 * Features.named) + classes * (4 + 4 * units)
    unsafe addWords(features, bytes, words, &scores)
    return scores
  }

  /// Adds what the network says: one hidden layer of rectified units.
  private func addNetwork(
    _ features: Features, _ bytes: UnsafeRawBufferPointer, _ start: Int, _ scores: inout [Int]
  ) {
    guard units > 0 else { return }
    // The network sees what has a name.
    let count = Features.named
    var at = start + units * (4 + 4 * count)
    precondition(features.values.count >= count && at <= bytes.count)
    var hidden = Array(repeating: Int64(0), count: units)
    if let base = bytes.baseAddress {
      unsafe khabar_layer(
        (base + start).assumingMemoryBound(to: UInt8.self), units, features.values, count, &hidden)
    }
    for index in 0..<classes {
      var sum = unsafe Int(bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)) << 16
      at += 4
      for unit in hidden {
        sum += unsafe Int(max(0, unit) >> 14) * Int(bytes.loadUnaligned(fromByteOffset: at, as: Int32.self))
        at += 4
      }
      scores[index] += sum >> 16
    }
  }

  /// Adds what the words that stand on one side only say for one class.
  private func addWords(_ features: Features, _ bytes: UnsafeRawBufferPointer, _ start: Int, _ scores: inout [Int]) {
    guard bits > 0 else { return }
    for word in features.words {
      let place = Int(word) >> (16 - bits)
      scores[spokenFor] += unsafe Int(bytes.loadUnaligned(fromByteOffset: start + place * 2, as: Int16.self))
    }
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
