/// The bytes as delivered, with their metadata.
public struct Article: Sendable {
  /// The delivered bytes.
  public var bytes: [UInt8]
  /// File name or record id, without folders.
  public var name: String
  /// Media type ("text/plain").
  public var mediaType: String
  /// Where it was published.
  public var url: String?
  /// Who published it.
  public var outlet: String?
  /// BCP 47 language, if the caller knows it.
  public var language: String?
  /// Publication date (EDTF), if the caller knows it.
  public var published: String?

  /// Makes an article of plain text.
  public init(
    plainText bytes: [UInt8], name: String, url: String? = nil, outlet: String? = nil, language: String? = nil,
    published: String? = nil
  ) {
    self.bytes = bytes
    self.name = name
    self.mediaType = "text/plain"
    self.url = url
    self.outlet = outlet
    self.language = language
    self.published = published
  }
}
