internal import CLibXML2

/// The version of libxml2 that this program was built with.
public let libxml2Version = LIBXML_DOTTED_VERSION

/// Writes an XML document in UTF-8 through libxml2's `xmlTextWriter`.
///
/// libxml2 sees to the structure; the escapes are ours (`XMLEscape`), since libxml2 has none for what XML cannot carry.
public final class XMLWriter {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// Begins a document; nil when memory is out. A pretty one puts each element that holds no text on its own line.
  public init?(isPretty: Bool = false) {
    // What libxml2 sets up at its first use, it must not set up on two threads at one time.
    xmlInitParser()
    guard let buffer = xmlBufferCreate() else { return nil }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      return nil
    }
    self.buffer = buffer
    self.writer = writer
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
    xmlTextWriterSetIndent(writer, isPretty ? 1 : 0)
    xmlTextWriterSetIndentString(writer, "  ")
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Writes an element, whose attributes and content the body writes.
  public func element(_ name: String, _ content: () -> Void) {
    xmlTextWriterStartElement(writer, name)
    content()
    xmlTextWriterEndElement(writer)
  }

  /// Writes an attribute of the open element. Code points that XML cannot carry become U+FFFD.
  public func attribute(_ name: String, _ value: String) {
    xmlTextWriterStartAttribute(writer, name)
    let utf8 = Array(value.utf8)
    raw(XMLEscape.attribute.apply(utf8[...]))
    xmlTextWriterEndAttribute(writer)
  }

  /// Writes a slice of valid UTF-8 into the open element. Code points that XML cannot carry become `<cp hex="…"/>`, as in
  /// the CLDR's locale data (UTS 35).
  public func text(_ utf8: ArraySlice<UInt8>) { raw(XMLEscape.text.apply(utf8)) }

  /// Ends the document and answers its bytes, with a line break at the end.
  public func finish() -> [UInt8] {
    xmlTextWriterEndDocument(writer)
    xmlTextWriterFlush(writer)
    return Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
  }

  private func raw(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { piece in
      // libxml2 takes Int32 lengths.
      var rest = piece[...]
      while !rest.isEmpty {
        let part = UnsafeBufferPointer(rebasing: rest.prefix(1 << 20))
        xmlTextWriterWriteRawLen(writer, part.baseAddress, Int32(part.count))
        rest = rest.dropFirst(1 << 20)
      }
    }
  }
}
