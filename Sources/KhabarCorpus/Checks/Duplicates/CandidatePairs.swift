/// Two articles of a list, the earlier one first.
struct CandidatePair: Hashable {
  var a: Int
  var b: Int
}

/// The pairs of articles that may tell of one event, and those that may be copies, without comparing all with all: through
/// an inverted index of the words that few articles have.
///
/// Equal input gives equal pairs, in ascending order. Cost grows with the number of articles times how many share a rare
/// word, which is bounded.
func candidatePairs(_ signatures: [Signature], window: Int) -> (sameEvent: [CandidatePair], copies: [CandidatePair]) {
  let sameEvent = InvertedIndex(signatures.map(\.terms), rarest: 40).pairs(least: 40, partners: 6) { a, b in
    signatures[a].isNear(signatures[b], days: window)
  }
  let copies = InvertedIndex(signatures.map(\.sketch), rarest: 200).pairs(least: 1, partners: 24) { a, b in
    signatures[a].resemblance(signatures[b]) >= NearDuplicate.least
  }
  return (sameEvent, copies)
}

/// Which articles have a key, for the keys that at least two and not too many have.
private struct InvertedIndex {
  /// The rare keys of each article, as numbers of posting lists.
  private var lists: [[Int32]]
  /// The articles that have a key, and how much it tells that two have it.
  private var postings: [(articles: [Int32], weight: Int)] = []

  /// Makes an index over lists of keys; `rarest` is how many articles may share a key that counts.
  init(_ keys: [[UInt64]], rarest: Int) {
    var counts: [UInt64: Int32] = [:]
    for list in keys { for key in list { counts[key, default: 0] += 1 } }
    let all = max(2, keys.count)
    let most = max(4, min(rarest, all))
    var numbers: [UInt64: Int32] = [:]
    lists = []
    lists.reserveCapacity(keys.count)
    for (article, list) in keys.enumerated() {
      var own: [Int32] = []
      for key in list {
        guard let count = counts[key], count > 1, count <= most else { continue }
        let number = numbers[key] ?? Int32(postings.count)
        if number == postings.count {
          numbers[key] = number
          postings.append(([], Self.weight(Int(count), of: all)))
        }
        postings[Int(number)].articles.append(Int32(article))
        own.append(number)
      }
      lists.append(own)
    }
  }

  /// How much a key tells that so many of all articles have: four times the binary logarithm of all by those.
  private static func weight(_ count: Int, of all: Int) -> Int {
    let ratio = max(1, max(all, 64) * 16 / count)
    let whole = Int.bitWidth - 1 - ratio.leadingZeroBitCount
    let fraction = whole >= 2 ? (ratio >> (whole - 2)) & 3 : 0
    return max(1, whole * 4 + fraction - 16)
  }

  /// Pairs whose common keys weigh enough and that a condition holds for: of each article those with its best partners.
  func pairs(least: Int, partners: Int, where holds: (Int, Int) -> Bool) -> [CandidatePair] {
    var weights = [Int](repeating: 0, count: lists.count)
    var pairs: Set<CandidatePair> = []
    for article in lists.indices {
      var touched: [Int] = []
      for list in lists[article] {
        for other in postings[Int(list)].articles where other != article {
          if weights[Int(other)] == 0 { touched.append(Int(other)) }
          weights[Int(other)] += postings[Int(list)].weight
        }
      }
      let best = touched.filter { weights[$0] >= least && holds(article, $0) }
        .sorted { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
      for other in best.prefix(partners) { pairs.insert(.init(a: min(article, other), b: max(article, other))) }
      for other in touched { weights[other] = 0 }
    }
    return pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
