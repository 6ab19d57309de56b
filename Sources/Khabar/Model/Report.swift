/// The normalized model of one article.
public struct Report: Sendable {
  /// Where the bytes came from.
  public struct Origin: Sendable, Hashable {
    /// File name or record id, without folders.
    public var name: String
    /// Media type as delivered.
    public var mediaType: String
    /// Charset the bytes were decoded from.
    public var charset: String
    /// Number of bytes delivered.
    public var byteCount: Int
    /// SHA-256 of the delivered bytes, lower-case hex.
    public var sha256: String
    /// Where it was published.
    public var url: String?
    /// Who published it.
    public var outlet: String?
    /// The web archive record the bytes came in.
    public var record: ArchiveRecord?
  }

  /// Where a publication date was found.
  public enum PublishedFrom: String, Sendable, CaseIterable { case metadata, text, option }
  /// Base direction of the text.
  public enum Direction: String, Sendable, CaseIterable { case rtl, ltr }

  /// First 16 hex digits of the digest of the delivered bytes.
  public var id: String
  /// Where the bytes came from.
  public var source: Origin
  /// BCP 47 language ("ar", "en", "und").
  public var language: String
  /// Base direction.
  public var direction: Direction
  /// Publication date in EDTF.
  public var published: String?
  /// Where that date was found.
  public var publishedFrom: PublishedFrom?
  /// When it was last changed, in EDTF.
  public var modified: String?
  /// Section of the outlet ("Politics").
  public var section: String?
  /// Blocks in reading order.
  public var blocks: [Block]
  /// Facts in reading order.
  public var facts: [Fact]
  /// Mentions in reading order.
  public var mentions: [Mention]
  /// Dates and periods in reading order.
  public var times: [TimeExpression]
  /// Numbers in reading order.
  public var quantities: [Quantity]
  /// Findings in reading order.
  public var findings: [Finding]
  /// The words of the text, which the comparison reads again.
  package var words: Words

  /// The decoded text as UTF-8.
  public var utf8: [UInt8] { words.utf8 }
  /// The decoded text.
  public var text: String { String(decoding: words.utf8, as: UTF8.self) }
  /// The text of a span.
  public func text(_ span: Span) -> String { String(decoding: words.utf8[span.bytes], as: UTF8.self) }
}

extension Report.Origin {
  /// Makes an origin of values that were read back.
  package init(reading name: String, mediaType: String, charset: String, byteCount: Int, sha256: String) {
    self.init(name: name, mediaType: mediaType, charset: charset, byteCount: byteCount, sha256: sha256)
  }
}

extension Report {
  /// Makes a report of values that were read back, and reads the words of its text.
  package init(
    id: String, source: Origin, language: String, direction: Direction, published: String?,
    publishedFrom: PublishedFrom?, blocks: [Block], facts: [Fact], mentions: [Mention], times: [TimeExpression],
    quantities: [Quantity], findings: [Finding], text: [UInt8]
  ) {
    self.init(
      id: id, source: source, language: language, direction: direction, published: published,
      publishedFrom: publishedFrom, blocks: blocks, facts: facts, mentions: mentions, times: times,
      quantities: quantities, findings: findings, words: Words(text))
  }
}
