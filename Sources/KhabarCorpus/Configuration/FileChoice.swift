/// Which files of a folder belong to a corpus. A file that is named itself always does.
public struct FileChoice: Sendable {
  private let include: [Glob]
  private let exclude: [Glob]

  /// How the names of files end that are read, in lower case, without what gzip adds.
  private static let extensions: Set<String> = [
    "txt", "text", "html", "htm", "xhtml", "json", "ninjs", "xml", "nitf", "rss", "atom", "warc", "ndjson", "jsonl",
    "sha256",
  ]

  /// The choice of a configuration.
  public init(_ configuration: Configuration) {
    include = configuration.include.value.map(Glob.init)
    exclude = configuration.exclude.value.map(Glob.init)
  }

  /// Whether a file of a folder belongs to the corpus, by its path from the folder of the configuration.
  public func takes(_ key: String) -> Bool {
    if exclude.contains(where: { $0.matches(key) }) { return false }
    let slash = key.utf8.lastIndex(of: UInt8(ascii: "/"))
    return Self.isKnown(slash.map { key[key.utf8.index(after: $0)...] } ?? key[...])
      || include.contains { $0.matches(key) }
  }

  private static func isKnown(_ name: Substring) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return DigestList.isList(name) }
    let end = name[name.utf8.index(after: dot)...].lowercased()
    if extensions.contains(end) || end == "tgz" || DigestList.isList(name) { return true }
    guard end == "gz", let inner = name[..<dot].utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let innerEnd = name[name.utf8.index(after: inner)..<dot].lowercased()
    return innerEnd == "tar" || extensions.contains(innerEnd)
  }
}
