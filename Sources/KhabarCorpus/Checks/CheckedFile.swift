import Khabar
public import KhabarExport

/// A file of a corpus after all checks that look at one file alone.
public struct CheckedFile: Sendable, Hashable {
  /// The file, as it was named.
  public var path: String
  /// The file from the folder of the configuration.
  public var key: String
  /// SHA-256 of its bytes, where it was read whole.
  public var sha256: String?
  /// Its articles.
  public internal(set) var articles: [CheckedArticle] = []
  /// What is wrong with the file itself.
  public internal(set) var hits: [Hit] = []
  /// Documents of Khabar in it.
  var documents: [StoredDocument] = []
  /// The digests it lists.
  var digests: [DigestLine] = []

  private static let limit = 100

  /// Reads a file. What is neither article nor a document of Khabar (data in JSON) is passed over.
  public init(path: String, key: String, bytes: [UInt8]) {
    self.init(path: path, key: key)
    sha256 = Digest.hex(bytes)
    let name = String(path.split(separator: "/").last ?? path[...])
    if DigestList.isList(name) {
      digests = DigestList.lines(bytes)
    } else if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") {
      readLines(bytes)
    } else if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      readObject(bytes, name)
    } else if bytes.starts(with: "<".utf8), let document = StoredDocument(xml: bytes) {
      add(document, line: nil)
    } else if let complaint = Content(bytes).complaint {
      hits = [Hit(UnreadableArticle.check, [complaint.what])]
    } else {
      articles = Article(bytes, name: name).items.map { CheckedArticle($0) }
    }
  }

  /// A file whose articles were read one by one, such as a web archive.
  public init(path: String, key: String, sha256: String?, articles: [CheckedArticle], complaints: [String]) {
    self.init(path: path, key: key)
    self.sha256 = sha256
    self.articles = articles
    hits = complaints.prefix(Self.limit).map { Hit(UnreadableArticle.check, [$0], content: $0) }
  }

  /// A file that nothing can be read from.
  public init(path: String, key: String, sha256: String?, complaint: String) {
    self.init(path: path, key: key, sha256: sha256, articles: [], complaints: [complaint])
  }

  /// A bundle that was verified.
  public init(path: String, key: String, bundle verdict: BundleVerdict) {
    self.init(path: path, key: key)
    sha256 = verdict.gzipSHA256
    hits = verdict.failures.prefix(Self.limit).map {
      Hit(BrokenBundle.check, [$0.description], content: $0.path)
    }
  }

  init(path: String, key: String) {
    self.path = path
    self.key = key
  }

  private mutating func readLines(_ bytes: [UInt8]) {
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      guard line.first == UInt8(ascii: "{"), let value = JSONValue(line, .lenient),
        let document = StoredDocument(json: Array(line), value)
      else { continue }
      add(document, line: index + 1)
    }
  }

  private mutating func readObject(_ bytes: [UInt8], _ name: String) {
    guard let value = JSONValue(bytes[...], .lenient) else {
      articles = [CheckedArticle(Article(bytes, name: name))]
      return
    }
    if let document = StoredDocument(json: bytes, value) {
      add(document, line: nil)
    } else if Self.newsKeys.contains(where: { value[$0] != nil }) {
      articles = Article(bytes, name: name).items.map { CheckedArticle($0) }
    }
  }

  /// Members by which JSON is a news item (ninjs 1.0 to 3.1) and no other data.
  private static let newsKeys = [
    "headline", "headlines", "body_text", "body_html", "body_xhtml", "bodies", "versioncreated", "versionCreated",
  ]

  private mutating func add(_ document: StoredDocument, line: Int?) {
    if documents.count < 100_000 { documents.append(document) }
    guard !document.isValid, hits.count < Self.limit else { return }
    var hit = Hit(InvalidExport.check, [document.kind], content: document.sources.map(\.sha256).joined(separator: " "))
    hit.spot.region = line.map { .init(line: $0, column: 1, endLine: $0, endColumn: 1) }
    hits.append(hit)
  }
}
