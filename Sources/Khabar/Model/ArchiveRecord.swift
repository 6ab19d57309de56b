/// The record of a web archive (WARC, ISO 28500) that an article came in.
public struct ArchiveRecord: Sendable, Hashable {
  /// `WARC-Record-ID`, without angle brackets.
  public var id: String
  /// `WARC-Date`.
  public var date: String?
  /// `WARC-Payload-Digest`, else `WARC-Block-Digest`, as written.
  public var digest: String?

  /// Makes a record.
  public init(id: String, date: String? = nil, digest: String? = nil) {
    self.id = id
    self.date = date
    self.digest = digest
  }
}
