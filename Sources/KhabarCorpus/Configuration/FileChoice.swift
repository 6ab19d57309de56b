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
    return Self.isKnown(key.split(separator: "/").last ?? key[...]) || include.contains { $0.matches(key) }
  }

  private static func isKnown(_ name: Substring) -> Bool {
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 2, parts.last == "gz" {
      parts.removeLast()
      return parts.last == "tar" || extensions.contains(String(parts.last ?? ""))
    }
    return parts.count > 1 && extensions.contains(String(parts.last ?? "")) || DigestList.isList(name)
      || parts.last == "tgz"
  }
}
