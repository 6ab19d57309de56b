/// What a check found in files and pairs, kept for the next check.
///
/// A cache is for one program: its key is made of all that the program is, code, word lists and vectors. Of files it keeps
/// the digest, and a stamp by which the system tells that a file was not touched.
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
    /// Nil where the file was too young to be told by it.
    public var stamp: Stamp?
    /// Digest of its bytes.
    public var sha256: String
    private let payload: ArraySlice<UInt8>

    /// Keeps a file; nil if its bytes have no digest.
    public init?(_ file: CheckedFile, stamp: Stamp?) {
      guard let sha256 = file.sha256 else { return nil }
      self.init(stamp: stamp, sha256: sha256, payload: file.cached[...])
    }

    fileprivate init(stamp: Stamp?, sha256: String, payload: ArraySlice<UInt8>) {
      self.stamp = stamp
      self.sha256 = sha256
      self.payload = payload
    }

    /// The file under its paths of today; nil if the bytes are damaged.
    public func file(path: String, key: String) -> CheckedFile? {
      try? CheckedFile(cached: payload, path: path, key: key)
    }

    fileprivate func write(to out: inout CacheWriter) {
      out.write([stamp].compactMap { $0 }) { out, stamp in
        for number in [stamp.size, stamp.inode, stamp.modified, stamp.changed] { out.write(number) }
      }
      out.write(sha256)
      out.write(payload)
    }
  }

  /// Files by their keys.
  public var entries: [String: Entry] = [:]
  /// What pairs of articles contradict each other in, by `pairKey`.
  private var pairs: [String: ArraySlice<UInt8>] = [:]
  /// Stamp of the program that wrote it.
  public var program: Stamp?

  private static let magic = "khabar check cache 1"

  /// An empty cache.
  public init() {}

  /// What a pair is kept under: the digests of both articles.
  public static func pairKey(_ a: CheckedArticle, _ b: CheckedArticle) -> String { "\(a.sha256) \(b.sha256)" }

  /// What was found of a pair.
  public func contradictions(_ key: String) -> [ConflictingReports.Contradiction]? {
    guard let payload = pairs[key] else { return nil }
    var reader = CacheReader(payload)
    return try? reader.list { reader throws(CacheReader.Damage) in
      ConflictingReports.Contradiction(hit: try reader.hit(), other: try reader.spot())
    }
  }

  /// Keeps what was found of a pair.
  public mutating func keep(_ contradictions: [ConflictingReports.Contradiction], _ key: String) {
    var out = CacheWriter()
    out.write(contradictions) { out, contradiction in
      out.write(contradiction.hit)
      out.write(contradiction.other)
    }
    pairs[key] = out.bytes[...]
  }

  /// Takes a pair over from an older cache as it is.
  public mutating func keep(_ key: String, of older: CheckCache) { pairs[key] = older.pairs[key] }
}

extension CheckCache {
  /// Reads a cache that a program of this stamp or key wrote; nil if it is another's, or damaged.
  ///
  /// `programKey` is asked for only where the stamp does not tell.
  public init?(_ bytes: [UInt8], program: Stamp?, programKey: () -> UInt64) {
    do {
      var reader = CacheReader(bytes[...])
      guard try reader.text() == Self.magic else { return nil }
      let stamps = try reader.list { reader throws(CacheReader.Damage) in try reader.stamp() }
      let key = try reader.number()
      if stamps.first == nil || stamps.first != program, key != programKey() { return nil }
      self.init()
      self.program = stamps.first
      let count = try reader.count()
      entries.reserveCapacity(count)
      for _ in 0..<count {
        let name = try reader.text()
        let stamps = try reader.list { reader throws(CacheReader.Damage) in try reader.stamp() }
        entries[name] = Entry(stamp: stamps.first, sha256: try reader.text(), payload: try reader.raw())
      }
      for _ in 0..<(try reader.count()) { pairs[try reader.text()] = try reader.raw() }
    } catch { return nil }
  }

  /// The cache as bytes.
  public func bytes(program: Stamp?, programKey: UInt64) -> [UInt8] {
    var out = CacheWriter()
    out.write(Self.magic)
    out.write([program].compactMap { $0 }) { out, stamp in
      for number in [stamp.size, stamp.inode, stamp.modified, stamp.changed] { out.write(number) }
    }
    out.write(programKey)
    out.write(entries.sorted { $0.key < $1.key }) { out, entry in
      out.write(entry.key)
      entry.value.write(to: &out)
    }
    out.write(pairs.sorted { $0.key < $1.key }) { out, pair in
      out.write(pair.key)
      out.write(pair.value)
    }
    return out.bytes
  }
}

extension CacheReader {
  fileprivate mutating func stamp() throws(Damage) -> CheckCache.Stamp {
    .init(size: try int(), inode: try int(), modified: try int(), changed: try int())
  }
}
