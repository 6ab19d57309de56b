/// What a check found in files and pairs, kept for the next check.
///
/// A cache is for one program: its key is made of all that the program is, code, word lists and vectors. Of files it keeps
/// the digest, and a stamp by which the system tells that a file was not touched. A file that is as it was costs no more
/// than its outline.
///
/// It lies in two files, so that a small change costs little: a whole, and what differs from it (`CacheImage`).
public struct CheckCache: Sendable {
  /// What the system says of a file, all of which changes with its content.
  public struct Stamp: Sendable, Hashable {
    /// Bytes, number in the file system, and nanoseconds of the last change of content and of anything.
    public var size, inode, modified, changed: Int

    /// Makes a stamp.
    public init(size: Int, inode: Int, modified: Int, changed: Int) {
      (self.size, self.inode, self.modified, self.changed) = (size, inode, modified, changed)
    }
  }

  /// A file that was checked.
  public struct Entry: Sendable {
    /// The file, from the folder of the configuration.
    public var key: String
    /// Nil where the file was too young to be told by it.
    public var stamp: Stamp?
    /// The file as `CheckedFile.cached` has it.
    var content: ArraySlice<UInt8>
    /// Whether it stands in the whole and not in what differs from it.
    var isOfWhole = false

    init(key: String, stamp: Stamp?, content: ArraySlice<UInt8>) {
      (self.key, self.stamp, self.content) = (key, stamp, content)
    }

    /// Keeps a file; nil if its bytes have no digest.
    public init?(_ file: CheckedFile, stamp: Stamp?) {
      guard file.sha256 != nil else { return nil }
      self.init(key: file.key, stamp: stamp, content: file.cached[...])
    }

    /// The same content under another stamp.
    public func stamped(_ stamp: Stamp?, key: String) -> Entry { Entry(key: key, stamp: stamp, content: content) }

    /// Digest of its bytes.
    public var sha256: String? {
      var reader = CacheReader(content)
      return (try? reader.optionalText()) ?? nil
    }

    /// What a check of the corpus needs of it, under its paths of today; nil if the bytes are damaged.
    public func outline(path: String, key: String) -> FileOutline? {
      var reader = CacheReader(content)
      return (try? reader.skip()) == nil ? nil : try? reader.outline(path: path, key: key)
    }

    /// The file under its paths of today; nil if the bytes are damaged.
    public func file(path: String, key: String) -> CheckedFile? {
      try? CheckedFile(cached: content, path: path, key: key)
    }
  }

  /// The files, in the order of their keys.
  public internal(set) var entries: [Entry] = []
  /// What pairs of articles contradict each other in, by the digests of both, and whether it stands in the whole.
  var pairs: [String: (content: ArraySlice<UInt8>, isOfWhole: Bool)] = [:]
  /// What to go on from.
  var partners: KeptPartners?
  /// The program that wrote it; nil of an empty cache.
  public internal(set) var program: CacheImage.Program?
  /// The keys that the whole has, also where they are gone since.
  var keysOfWhole: [String] = []
  private var numbers: [String: Int] = [:]

  /// An empty cache.
  public init() {}

  /// Makes a cache of its parts; the entries stand in the order of their keys.
  init(_ entries: [Entry], _ pairs: [String: (content: ArraySlice<UInt8>, isOfWhole: Bool)], _ partners: KeptPartners?)
  {
    self.entries = entries
    self.pairs = pairs
    self.partners = partners
    numbers.reserveCapacity(entries.count)
    for (number, entry) in entries.enumerated() { numbers[entry.key] = number }
  }

  /// The number of a file among the entries, by its key.
  public func number(_ key: String) -> Int? { numbers[key] }

  /// What was found of a pair.
  public func contradictions(_ digests: String) -> [ConflictingReports.Contradiction]? {
    guard let kept = pairs[digests] else { return nil }
    var reader = CacheReader(kept.content)
    return try? reader.list { reader throws(CacheReader.Damage) in
      ConflictingReports.Contradiction(hit: try reader.hit(), other: try reader.spot())
    }
  }

  /// The partners that the last check found, seen from a check of these outlines; `numbers` has for each entry the number of
  /// its file among them, `isSame` whether it is unchanged. Nil where nothing can be gone on from.
  public func partners(
    _ numbers: [Int?], isSame: [Bool]
  ) -> CorpusPartners.Older? {
    guard let partners else { return nil }
    var articles: [CorpusPartners.Older.Article] = []
    articles.reserveCapacity(partners.articles.count)
    var outline: (entry: Int, FileOutline)?
    for (entry, number) in partners.articles {
      let (entry, number) = (Int(entry), Int(number))
      guard entries.indices.contains(entry) else { return nil }
      var article = CorpusPartners.Older.Article(now: numbers[entry].map { .init(file: $0, article: number) })
      if !isSame[entry] {
        if outline?.entry != entry {
          guard let read = entries[entry].outline(path: "", key: "") else { return nil }
          outline = (entry, read)
        }
        guard let signatures = outline?.1.signatures, signatures.indices.contains(number) else { return nil }
        article.signature = signatures[number]
      }
      articles.append(article)
    }
    return .init(window: partners.window, articles: articles, lists: partners.lists)
  }
}

/// Partners as a cache keeps them: articles by the number of the entry of their file.
struct KeptPartners: Sendable {
  var window: Int
  /// Number of an entry, and of an article in its file.
  var articles: [(entry: Int32, article: Int32)]
  var lists: PartnerLists
}
