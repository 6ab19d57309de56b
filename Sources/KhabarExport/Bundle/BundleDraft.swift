/// What a bundle will hold, gathered in any order.
///
/// The documents themselves are handed to a storage; what stays in memory is about 300 bytes for each.
public struct BundleDraft {
  /// A document that waits.
  struct Entry {
    let name: String
    let digest: String?
    let facts: BundleDocument.Facts?
    let json: Range<Int>
    let xml: Range<Int>
  }

  /// An article that waits.
  struct Source {
    let digest: String
    let bytes: Range<Int>
  }

  let storage: any BundleStorage
  private var entries: [BundleDocument.Folder: [String: Entry]] = [:]
  private var sources: [String: Source] = [:]

  /// Makes an empty draft.
  public init(storage: any BundleStorage = MemoryStorage()) { self.storage = storage }

  /// Number of reports so far, without doubles.
  public var reportCount: Int { entries[.reports]?.count ?? 0 }

  /// Adds a report or comparison.
  ///
  /// Of two on the same bytes (which differ in an option at most) the one with the smaller JSON is taken, so that the
  /// order they are given in does not matter. Throws a `BundleError`, or what the storage throws.
  public mutating func add(_ document: BundleDocument) throws {
    if let other = entries[document.folder]?[document.name] {
      guard other.digest == document.digest else { throw BundleError.idCollision(document.name) }
      guard document.json.lexicographicallyPrecedes(try storage.read(other.json)) else { return }
    }
    entries[document.folder, default: [:]][document.name] = Entry(
      name: document.name, digest: document.digest, facts: document.facts, json: try storage.append(document.json),
      xml: try storage.append(document.xml))
  }

  /// Adds an article as it was delivered, under the first 16 hex digits of its digest, as in a report's id, and the
  /// extension of its name if that is plain.
  public mutating func add(source bytes: [UInt8], name: String) throws {
    let digest = Digest.hex(bytes)
    let path = digest.prefix(16) + "." + Self.fileExtension(name)
    if let other = sources[path] {
      guard other.digest == digest else { throw BundleError.idCollision(path) }
    } else {
      sources[path] = Source(digest: digest, bytes: try storage.append(bytes))
    }
  }

  /// The documents of a folder in ascending order of their names, with their paths below `data/`, without extension.
  ///
  /// Above a thousand documents, a folder holds folders of a thousand each.
  func documents(_ folder: BundleDocument.Folder) -> [(path: String, entry: Entry)] {
    let sorted = (entries[folder] ?? [:]).values.sorted { $0.name < $1.name }
    return sorted.enumerated().map { index, entry in
      guard sorted.count > 1000 else { return ("\(folder.rawValue)/\(entry.name)", entry) }
      let shard = String(index / 1000)
      let padding = String(repeating: "0", count: max(0, 3 - shard.utf8.count))
      return ("\(folder.rawValue)/\(padding)\(shard)/\(entry.name)", entry)
    }
  }

  /// The articles in ascending order of their paths below `data/sources/`.
  var originals: [(path: String, bytes: Range<Int>)] {
    sources.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value.bytes) }
  }

  /// The day of the newest report, in seconds since 1970.
  var newest: Int? {
    (entries[.reports] ?? [:]).values.compactMap { $0.facts?.published.flatMap(CivilDate.init(edtf:))?.seconds }.max()
  }

  private static func fileExtension(_ name: String) -> String {
    let bytes = name.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return "bin" }
    let tail = bytes[bytes.index(after: dot)...]
    let isPlain = tail.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    return isPlain && (1...8).contains(tail.count) ? String(decoding: tail, as: UTF8.self) : "bin"
  }
}
