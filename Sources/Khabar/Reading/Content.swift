/// A first look at bytes: can they be the text of an article at all?
package struct Content {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What is wrong and what to do about it; nil if the bytes look like text.
  package var complaint: (what: String, remedy: String)? {
    if bytes.allSatisfy({ $0 <= 0x20 }) { return ("is empty", "give a file with the text of an article") }
    for (magic, name, remedy) in Self.formats where bytes.starts(with: magic) { return ("is \(name)", remedy) }
    if !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]), looksBinary {
      return ("is not text", "give plain text, HTML, a news item or a web archive")
    }
    return nil
  }

  private static let formats: [(magic: [UInt8], name: String, remedy: String)] = [
    (Array("%PDF-".utf8), "a PDF", "extract its text first, for example with pdftotext"),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP or office document", "save it as plain text first"),
  ]

  /// Whether the first 64 KB cannot be text.
  private var looksBinary: Bool { BinaryBytes.areBinary(bytes.span.extracting(first: 1 << 16)) }
}
