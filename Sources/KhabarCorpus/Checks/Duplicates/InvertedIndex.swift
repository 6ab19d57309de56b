/// Which articles have a key, for the keys that at least two and not too many have.
///
/// Everything lies in flat arrays: a corpus has millions of keys.
struct InvertedIndex {
  /// The posting lists of each article's keys, one article behind the other, and where each begins.
  private var lists: [Int32] = []
  private var listStarts: [Int] = [0]
  /// The articles of each posting list, one list behind the other, and where each begins.
  private var articles: [Int32]
  private var starts: [Int]
  /// How much it tells that two articles share the key of a list.
  private let weights: [Int]
  /// How much the rarest key tells.
  let heaviest: Int

  /// Makes an index over lists of keys; `rarest` is how many articles may share a key that counts. Without a weight a key
  /// weighs the more the fewer articles have it.
  init(_ keys: [[UInt32]], rarest: Int, weight: Int? = nil) {
    var table = KeyTable(capacity: keys.reduce(0) { $0 + $1.count })
    let slots = keys.flatMap { list in list.map { table.count($0) } }
    var numbers = [Int32](repeating: -1, count: table.counts.count)
    var sizes: [Int32] = []
    for slot in slots where numbers[slot] < 0 && table.counts[slot] > 1 && table.counts[slot] <= Int32(rarest) {
      numbers[slot] = Int32(sizes.count)
      sizes.append(table.counts[slot])
    }
    starts = sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int($1)) }
    articles = [Int32](repeating: 0, count: starts.last ?? 0)
    weights = sizes.map { weight ?? Self.weight(Int($0), of: keys.count) }
    heaviest = weight ?? Self.weight(2, of: keys.count)
    fill(keys.map(\.count), slots, numbers)
  }

  private mutating func fill(_ counts: [Int], _ slots: [Int], _ numbers: [Int32]) {
    var next = starts
    var at = 0
    for (article, count) in counts.enumerated() {
      for slot in slots[at..<at + count] where numbers[slot] >= 0 {
        let number = Int(numbers[slot])
        articles[next[number]] = Int32(article)
        next[number] += 1
        lists.append(numbers[slot])
      }
      at += count
      listStarts.append(lists.count)
    }
  }

  /// Four times the binary logarithm of all articles by those that have a key.
  private static func weight(_ count: Int, of all: Int) -> Int {
    let ratio = max(1, max(all, 64) * 16 / count)
    let whole = Int.bitWidth - 1 - ratio.leadingZeroBitCount
    let fraction = whole >= 2 ? (ratio >> (whole - 2)) & 3 : 0
    return max(1, whole * 4 + fraction - 16)
  }

  /// What the keys weigh that 2, 3 and so on of a number of articles have. Two numbers of which it is the same have the same
  /// index but for the keys themselves.
  static func rules(_ count: Int, rarest: Int, weight: Int?) -> [Int] {
    (2...rarest).map { weight ?? Self.weight($0, of: count) }
  }

  /// For each of some articles those whose common keys weigh enough and that a condition holds for, the best first.
  func partners(
    of some: some Sequence<Int>, least: Int, most: Int, where holds: (Int, Int) -> Bool
  ) -> [(article: Int, partners: [Int32])] {
    var sums = [Int](repeating: 0, count: listStarts.count - 1)
    var touched: [Int] = []
    return some.map { article in
      for list in lists[listStarts[article]..<listStarts[article + 1]] {
        let weight = weights[Int(list)]
        for at in starts[Int(list)]..<starts[Int(list) + 1] {
          let other = Int(articles[at])
          if sums[other] == 0 { touched.append(other) }
          sums[other] += weight
        }
      }
      let best = touched.filter { $0 != article && sums[$0] >= least && holds(article, $0) }
        .sorted { sums[$0] != sums[$1] ? sums[$0] > sums[$1] : $0 < $1 }
      for other in touched { sums[other] = 0 }
      touched.removeAll(keepingCapacity: true)
      return (article, best.prefix(most).map { Int32($0) })
    }
  }
}

/// Counts of keys that are hashes already, by open addressing.
private struct KeyTable {
  private var keys: [UInt32]
  private(set) var counts: [Int32]
  private let mask: Int

  init(capacity: Int) {
    var size = 16
    while size * 3 < capacity * 4 { size *= 2 }
    keys = [UInt32](repeating: 0, count: size)
    counts = [Int32](repeating: 0, count: size)
    mask = size - 1
  }

  /// Counts a key, which is not 0, and answers its slot.
  mutating func count(_ key: UInt32) -> Int {
    var slot = Int(key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    counts[slot] += 1
    return slot
  }
}
