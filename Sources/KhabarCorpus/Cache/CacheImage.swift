/// A cache as the bytes of a file: a whole, or what differs from one.
///
/// What differs has the entries and pairs that the whole has not or has otherwise, the keys that are gone, and all partners.
public struct CacheImage: Sendable {
  /// What tells whether the program that wrote a cache is this one: what the system says of it, and a checksum of its bytes and
  /// of what else its answers depend on.
  public struct Program: Sendable {
    /// Of its file; nil if there is none to ask.
    public var stamp: CheckCache.Stamp?
    /// The checksum.
    public var key: UInt64

    /// Makes one.
    public init(stamp: CheckCache.Stamp?, key: UInt64) { (self.stamp, self.key) = (stamp, key) }
  }

  static let name = "khabar check cache 2"

  private let cache: CheckCache
  private let removed: [String]

  init(_ cache: CheckCache, removed: [String]) {
    self.cache = cache
    self.removed = removed
  }

  /// The cache as a whole.
  public func whole(_ program: Program) -> [UInt8] { bytes(program, difference: nil) }

  /// What differs from the whole of a checksum.
  public func difference(from whole: UInt64, _ program: Program) -> [UInt8] { bytes(program, difference: whole) }

  private func bytes(_ program: Program, difference whole: UInt64?) -> [UInt8] {
    var out = CacheWriter()
    out.write(Self.name)
    out.write(program.stamp)
    out.write(program.key)
    out.write(whole ?? 0)
    out.write(whole == nil ? [] : removed) { $0.write($1) }
    out.write(cache.entries.filter { whole == nil || !$0.isOfWhole }) { out, entry in
      out.write(entry.key)
      out.write(entry.stamp)
      out.write(entry.content)
    }
    let pairs = cache.pairs.filter { whole == nil || !$0.value.isOfWhole }.sorted { $0.key < $1.key }
    out.write(pairs) { out, pair in
      out.write(pair.key)
      out.write(pair.value.content)
    }
    out.write([cache.partners].compactMap { $0 }) { $0.write($1) }
    return out.bytes
  }
}

extension CheckCache {
  /// Reads a whole, and what differs from it, if that is of the same whole; nil if another program wrote it, or it is damaged.
  ///
  /// `key` is asked for only where the stamp does not tell the program.
  public init?(_ whole: [UInt8], difference: [UInt8], checksum: UInt64, stamp: Stamp?, key: () -> UInt64) {
    var known: UInt64?
    func isOurs(_ image: ReadImage) -> Bool {
      if stamp != nil, image.program.stamp == stamp { return true }
      known = known ?? key()
      return image.program.key == known
    }
    guard let first = try? ReadImage(whole, isOfWhole: true), isOurs(first) else { return nil }
    guard let second = try? ReadImage(difference, isOfWhole: false), second.whole == checksum, isOurs(second) else {
      self.init(first.entries, first.pairs, first.partners)
      keysOfWhole = first.entries.map(\.key)
      program = first.program
      return
    }
    let gone = Set(second.removed + second.entries.map(\.key))
    var entries = first.entries.filter { !gone.contains($0.key) } + second.entries
    entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.init(entries, first.pairs.merging(second.pairs) { $1 }, second.partners)
    keysOfWhole = first.entries.map(\.key)
    program = first.program
  }
}

/// The parts of an image.
private struct ReadImage {
  var program: CacheImage.Program
  var whole: UInt64
  var removed: [String]
  var entries: [CheckCache.Entry] = []
  var pairs: [String: (content: ArraySlice<UInt8>, isOfWhole: Bool)] = [:]
  var partners: KeptPartners?

  init(_ bytes: [UInt8], isOfWhole: Bool) throws(CacheReader.Damage) {
    var reader = CacheReader(bytes[...])
    guard try reader.text() == CacheImage.name else { throw CacheReader.Damage() }
    program = .init(stamp: try reader.stamp(), key: try reader.number())
    whole = try reader.number()
    removed = try reader.list { reader throws(CacheReader.Damage) in try reader.text() }
    let count = try reader.count()
    entries.reserveCapacity(count)
    for _ in 0..<count {
      var entry = CheckCache.Entry(key: try reader.text(), stamp: try reader.stamp(), content: try reader.raw())
      entry.isOfWhole = isOfWhole
      entries.append(entry)
    }
    for _ in 0..<(try reader.count()) { pairs[try reader.text()] = (try reader.raw(), isOfWhole) }
    partners = try reader.list { reader throws(CacheReader.Damage) in try reader.partners() }.first
  }
}

extension CacheWriter {
  fileprivate mutating func write(_ stamp: CheckCache.Stamp?) {
    write(stamp == nil ? 0 : 1)
    guard let stamp else { return }
    for number in [stamp.size, stamp.inode, stamp.modified, stamp.changed] { write(number) }
  }

  fileprivate mutating func write(_ partners: KeptPartners) {
    write(partners.window)
    write(partners.articles) { out, article in
      out.write(Int(article.entry))
      out.write(Int(article.article))
    }
    for lists in [partners.lists.sameEvent, partners.lists.copies] {
      write(lists) { out, list in out.write(list) { $0.write(Int($1)) } }
    }
  }
}

extension CacheReader {
  fileprivate mutating func stamp() throws(Damage) -> CheckCache.Stamp? {
    guard try int() == 1 else { return nil }
    return .init(size: try int(), inode: try int(), modified: try int(), changed: try int())
  }

  fileprivate mutating func partners() throws(Damage) -> KeptPartners {
    let window = try int()
    var articles: [(entry: Int32, article: Int32)] = []
    for _ in 0..<(try count(of: 2)) { articles.append((try small(), try small())) }
    return KeptPartners(
      window: window, articles: articles,
      lists: PartnerLists(sameEvent: try lists(articles.count), copies: try lists(articles.count)))
  }

  /// For each of some articles the numbers of others.
  private mutating func lists(_ articles: Int) throws(Damage) -> [[Int32]] {
    guard try count() == articles else { throw Damage() }
    var lists: [[Int32]] = []
    lists.reserveCapacity(articles)
    for _ in 0..<articles {
      var list: [Int32] = []
      for _ in 0..<(try count()) {
        let number = try small()
        guard number < articles else { throw Damage() }
        list.append(number)
      }
      lists.append(list)
    }
    return lists
  }

  private mutating func small() throws(Damage) -> Int32 {
    guard let number = Int32(exactly: try int()), number >= 0 else { throw Damage() }
    return number
  }
}
