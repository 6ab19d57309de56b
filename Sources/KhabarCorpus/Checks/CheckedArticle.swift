public import Khabar

/// An article after all checks that look at one article alone, and what those of the whole corpus need of it.
public struct CheckedArticle: Sendable, Hashable {
  /// File name or record id.
  public var name: String
  /// SHA-256 of its bytes.
  public var sha256: String
  /// The folded words of its headline.
  public var title: String
  /// What was found.
  public var hits: [Hit]
  /// What tells copies and reports of one event.
  public var signature: Signature
  /// What the article asks not to be told.
  public var suppressions: [InlineSuppressions.Entry]

  /// How often one check speaks of one article: a hundred of its faults are told as well as all.
  private static let limit = 100

  /// Checks an article.
  public init(_ article: Article) {
    let read = ReadArticle(article)
    name = article.name
    sha256 = read.sha256
    title = read.report.blocks.first { $0.kind == .headline }.map { read.report.folded($0.span) } ?? ""
    let found = ReaderChecks.hits(read.report) + Check.articleChecks.flatMap { $0.hits(read.report).prefix(Self.limit) }
    hits = (found + read.suppressions.hits).map { hit in
      var hit = hit
      hit.spot = read.placed(hit.spot)
      return hit
    }
    signature = Signature(read.report)
    suppressions = read.suppressions.entries
  }

  /// Makes one of values that were read back.
  init(
    name: String, sha256: String, title: String, hits: [Hit], signature: Signature,
    suppressions: [InlineSuppressions.Entry]
  ) {
    self.name = name
    self.sha256 = sha256
    self.title = title
    self.hits = hits
    self.signature = signature
    self.suppressions = suppressions
  }
}
