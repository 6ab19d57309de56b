/// One kind of partners: the keys they meet by, and what else must hold for two articles.
struct PartnerSearch: Sendable {
  /// How many articles may share a key that counts.
  private let rarest: Int
  /// What a key weighs; nil if it weighs the more the fewer articles have it.
  private let weight: Int?
  /// How many partners of an article are kept.
  private let most: Int
  private let least: @Sendable (InvertedIndex) -> Int
  private let keys: @Sendable (Signature) -> ArraySlice<UInt32>
  private let holds: @Sendable (Signature, Signature) -> Bool
  /// Whether what `holds` looks at is the same in two versions of an article.
  private let isAlike: @Sendable (Signature, Signature) -> Bool

  /// Articles that may tell of one event.
  static func sameEvent(window: Int) -> PartnerSearch {
    PartnerSearch(
      rarest: 40, weight: nil, most: 6, least: { $0.heaviest * 2 }, keys: { $0.terms[...] },
      holds: { $0.isNear($1, days: window) }, isAlike: { $0.day == $1.day })
  }

  /// Articles that may be copies: of the smallest hashes, texts that resemble each other enough share more than that, however
  /// short they are.
  static let copies = PartnerSearch(
    rarest: 200, weight: 1, most: 24, least: { _ in 5 }, keys: { $0.sketch.prefix(24) },
    holds: { $0.resemblance($1) >= NearDuplicate.least }, isAlike: { $0.sketch == $1.sketch })

  /// The partners of all articles.
  func lists(_ signatures: [Signature]) -> [[Int32]] {
    let index = InvertedIndex(signatures.map { Array(keys($0)) }, rarest: rarest, weight: weight)
    return lists(of: signatures.indices, index, signatures).map(\.partners)
  }

  /// The partners of all articles, of which only those are looked for that may not be what they were.
  ///
  /// An article keeps its partners if it has no key that an article which changed has gained or lost. The keys of the others
  /// are all that the index needs, whoever has them.
  func lists(_ signatures: [Signature], since older: [[Int32]], _ change: ListChange) -> [[Int32]] {
    let rules = InvertedIndex.rules(signatures.count, rarest: rarest, weight: weight)
    let isMuch = change.articles.count > max(16, signatures.count / 8)
    guard !isMuch, rules == InvertedIndex.rules(older.count, rarest: rarest, weight: weight) else {
      return lists(signatures)
    }
    var lists = [[Int32]](repeating: [], count: signatures.count)
    for (article, place) in change.places.enumerated() where place >= 0 && !older[article].isEmpty {
      lists[Int(place)] = older[article].map { change.places[Int($0)] }
    }
    let affected = affected(signatures, change)
    guard !affected.isEmpty else { return lists }
    let needed = needed(signatures, affected)
    let index = InvertedIndex(
      signatures.map { keys($0).filter { needed.mayHold($0) } }, rarest: rarest, weight: weight)
    for (article, partners) in self.lists(of: affected, index, signatures) { lists[article] = partners }
    return lists
  }

  private func lists(
    of articles: some Sequence<Int>, _ index: InvertedIndex, _ signatures: [Signature]
  ) -> [(article: Int, partners: [Int32])] {
    index.partners(of: articles, least: least(index), most: most) { holds(signatures[$0], signatures[$1]) }
  }

  /// The articles that a change can have given other partners, in ascending order.
  private func affected(_ signatures: [Signature], _ change: ListChange) -> [Int] {
    var moved: Set<UInt32> = []
    for article in change.articles { moved.formUnion(self.moved(article, signatures)) }
    var filter = KeySet()
    for key in moved { filter.insert(key) }
    var lists: [UInt32: [Int]] = [:]
    for (article, signature) in signatures.enumerated() {
      for key in keys(signature) where filter.mayHold(key) && moved.contains(key) {
        lists[key, default: []].append(article)
      }
    }
    let changed = Set(change.articles.compactMap(\.now))
    var affected = changed
    // A key that too many articles have besides those that changed counted neither before nor now.
    for list in lists.values where list.count(where: { !changed.contains($0) }) <= rarest {
      affected.formUnion(list)
    }
    return affected.sorted()
  }

  /// The keys of some articles, without many of those that too many articles have to count.
  private func needed(_ signatures: [Signature], _ articles: [Int]) -> KeySet {
    var counts: [UInt32: Int] = [:]
    var filter = KeySet()
    for article in articles {
      for key in keys(signatures[article]) where counts.updateValue(0, forKey: key) == nil { filter.insert(key) }
    }
    // A few articles tell that the commonest keys are too common, which are those that cost.
    for signature in signatures.prefix(rarest * 16) {
      for key in keys(signature) where filter.mayHold(key) { counts[key]? += 1 }
    }
    var needed = KeySet()
    for (key, count) in counts where count <= rarest { needed.insert(key) }
    return needed
  }

  /// The keys by which an article has come nearer to others, or gone away from them.
  private func moved(_ change: ListChange.Article, _ signatures: [Signature]) -> Set<UInt32> {
    let older = Set(change.older.map { keys($0) } ?? [])
    let now = Set(change.now.map { keys(signatures[$0]) } ?? [])
    guard let before = change.older, let place = change.now, isAlike(before, signatures[place]) else {
      return older.union(now)
    }
    return older.symmetricDifference(now)
  }
}

/// A set of hashes that may take another one for one of its own (Bloom 1970, with one hash).
private struct KeySet {
  private var bits = [UInt64](repeating: 0, count: 1 << 14)

  mutating func insert(_ key: UInt32) { bits[Int(key >> 6) & (bits.count - 1)] |= 1 << UInt64(key & 63) }

  func mayHold(_ key: UInt32) -> Bool { bits[Int(key >> 6) & (bits.count - 1)] >> UInt64(key & 63) & 1 == 1 }
}
