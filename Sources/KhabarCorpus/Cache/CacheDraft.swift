/// What a check leaves to the next one, as it comes together.
public struct CacheDraft: Sendable {
  private let older: CheckCache
  /// Entries of the older cache that stay as they are.
  private var isKept: [Bool]
  private var fresh: [CheckCache.Entry] = []
  private var keptPairs: Set<String> = []
  private var freshPairs: [String: [UInt8]] = [:]
  /// Whether it differs from the older cache.
  private var isChanged = false

  /// Begins with nothing of an older cache.
  public init(_ older: CheckCache) {
    self.older = older
    isKept = Array(repeating: false, count: older.entries.count)
  }

  /// Takes an entry of the older cache over as it is.
  public mutating func keep(_ number: Int) { isKept[number] = true }

  /// Keeps a file that is new, or not what it was.
  public mutating func keep(_ entry: CheckCache.Entry) {
    fresh.append(entry)
    isChanged = true
  }

  /// Takes what was found of a pair over as it is.
  public mutating func keepPair(_ digests: String) { keptPairs.insert(digests) }

  /// Takes what was found of all pairs over.
  public mutating func keepPairs() { keptPairs = Set(older.pairs.keys) }

  /// Keeps what was found of a pair.
  public mutating func keep(_ contradictions: [ConflictingReports.Contradiction], _ digests: String) {
    var out = CacheWriter()
    out.write(contradictions) { out, contradiction in
      out.write(contradiction.hit)
      out.write(contradiction.other)
    }
    freshPairs[digests] = out.bytes
    isChanged = true
  }

  /// What to write for the next check; nil if the older cache says it all.
  ///
  /// `partners` is what the check found, in files of these keys; where one of them is not kept, they are not either.
  public func finished(_ partners: CorpusPartners, keys: [String]) -> CacheImage? {
    let isOther = older.partners?.window != partners.window && keys.allSatisfy { older.number($0) != nil }
    guard isChanged || isOther || isKept.contains(false) else { return nil }
    var entries = zip(older.entries, isKept).filter(\.1).map(\.0)
    if !fresh.isEmpty {
      entries += fresh
      entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
    var pairs = older.pairs.filter { keptPairs.contains($0.key) }
    for (key, bytes) in freshPairs { pairs[key] = (bytes[...], false) }
    var next = CheckCache(entries, pairs, nil)
    next.partners = KeptPartners(partners, keys.map { next.number($0) })
    return CacheImage(next, removed: older.keysOfWhole.filter { next.number($0) == nil })
  }
}

extension KeptPartners {
  /// Keeps partners; nil if the file of an article has no entry.
  fileprivate init?(_ partners: CorpusPartners, _ entries: [Int?]) {
    window = partners.window
    lists = partners.lists
    articles = []
    articles.reserveCapacity(partners.articles.count)
    for article in partners.articles {
      guard let entry = entries[article.file] else { return nil }
      articles.append((Int32(entry), Int32(article.article)))
    }
  }
}
