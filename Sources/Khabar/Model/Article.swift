/// The bytes as delivered, with their metadata.
public struct Article: Sendable {
  /// The delivered bytes.
  public var bytes: [UInt8]
  /// File name or record id, without folders.
  public var name: String
  /// Media type ("text/plain", "text/html"), which decides how the bytes are read.
  public var mediaType: String
  /// Charset that the bytes are labelled with, from outside of them (an HTTP header); nil if they have no label.
  public var charset: String?
  /// Whether somebody has checked that the bytes are valid UTF-8.
  package var isUTF8 = false
  /// The web archive record that the bytes came in.
  public var record: ArchiveRecord?
  /// Where it was published.
  public var url: String?
  /// Who published it.
  public var outlet: String?
  /// BCP 47 language, if the caller knows it.
  public var language: String?
  /// Publication date (EDTF), if the caller knows it.
  public var published: String?

  /// Makes an article whose format is told by its media type, or by its content where that is nil.
  public init(
    _ bytes: [UInt8], name: String, mediaType: String? = nil, charset: String? = nil, url: String? = nil,
    outlet: String? = nil, language: String? = nil, published: String? = nil
  ) {
    self.bytes = bytes
    self.name = name
    self.mediaType = mediaType ?? Format(of: bytes).mediaType
    self.charset = charset
    self.url = url
    self.outlet = outlet
    self.language = language
    self.published = published
  }

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
