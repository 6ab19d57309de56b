/// What the checks of a corpus need of every file of it. The rest is asked for where something was found.
public struct FileOutline: Sendable, Equatable {
  /// The file, as it was named.
  public var path: String
  /// The file from the folder of the configuration.
  public var key: String
  /// Those of its articles.
  var signatures: [Signature] = []
  /// Whether there is something in it besides articles in which nothing was found and that ask for nothing.
  var tellsMore = false

  /// The outline of a file that was checked.
  public init(_ file: CheckedFile) {
    path = file.path
    key = file.key
    signatures = file.articles.map(\.signature)
    tellsMore =
      !(file.hits.isEmpty && file.documents.isEmpty && file.digests.isEmpty
      && file.articles.allSatisfy { $0.hits.isEmpty && $0.suppressions.isEmpty })
  }

  init(path: String, key: String) {
    self.path = path
    self.key = key
  }

  /// Digest of the sentences of its articles; nil if it has none.
  var sentences: String? {
    signatures.isEmpty ? nil : String(signatures.reduce(0) { $0 &+ $1.sentences }, radix: 16)
  }
}
