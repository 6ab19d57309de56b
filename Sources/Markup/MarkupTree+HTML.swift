internal import CLibXML2

extension MarkupTree {
  /// Parses HTML that is valid UTF-8. Never fails: what is broken is read as browsers repair it.
  public init(html: ArraySlice<UInt8>) {
    self = html.withUnsafeBufferPointer { bytes in
      // A NUL is no character of HTML.
      guard let base = bytes.baseAddress, memchr(base, 0, bytes.count) != nil else { return HTMLParser(bytes).finish() }
      return bytes.map { $0 == 0 ? 0x20 : $0 }.withUnsafeBufferPointer { HTMLParser($0).finish() }
    }
  }

  /// Parses XML that is valid UTF-8, whatever encoding it declares.
  ///
  /// Nothing outside of the document is read, and a document that declares entities is given up (`trouble`).
  public init(xml: ArraySlice<UInt8>) {
    let builder = TreeBuilder(bytes: xml.count, nodes: 1024)
    if !xml.isEmpty { xml.withUnsafeBufferPointer { SAX.parse(xml: $0, into: builder) } }
    self = builder.finish()
  }
}

/// libxml2's event interface.
private enum SAX {
  /// Prepares libxml2 for use from many threads, once.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  static func parse(xml: UnsafeBufferPointer<UInt8>, into builder: TreeBuilder) {
    xml.withMemoryRebound(to: CChar.self) { bytes in
      guard isReady, let size = Int32(exactly: bytes.count), let base = bytes.baseAddress,
        let parser = xmlCreateMemoryParserCtxt(base, size)
      else { return }
      defer { xmlFreeParserCtxt(parser) }
      parser.pointee.sax.pointee = xmlEvents()
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtUseOptions(parser, Int32(options) | quiet)
      xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
      run(parser, builder) { xmlParseDocument($0) }
      if parser.pointee.wellFormed == 0 { builder.mark(.notWellFormed) }
      // The document that libxml2 makes for a DTD, even where nobody asked for one.
      if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
      parser.pointee.myDoc = nil
    }
  }

  private static let quiet = Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)

  private static func run(
    _ parser: xmlParserCtxtPtr, _ builder: TreeBuilder, _ parse: (xmlParserCtxtPtr) -> Int32
  ) {
    builder.parser = parser
    parser.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    _ = withExtendedLifetime(builder) { parse(parser) }
    builder.parser = nil
  }

  private static func builder(_ context: UnsafeMutableRawPointer?) -> TreeBuilder? {
    context.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The events of XML. Local names tell enough in the formats that are read.
  private static func xmlEvents() -> xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = XML_SAX2_MAGIC
    events.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let builder = SAX.builder(context), let name else { return }
      builder.start(name)
      for index in 0..<Int(count) {
        // Name, prefix, namespace, begin and end of the value.
        guard let attributes, let key = attributes[index * 5], let start = attributes[index * 5 + 3],
          let end = attributes[index * 5 + 4]
        else { continue }
        builder.attribute(key, UnsafeBufferPointer(start: start, count: end - start))
      }
    }
    events.endElementNs = { context, _, _, _ in SAX.builder(context)?.end() }
    events.entityDecl = { context, _, _, _, _, _ in SAX.builder(context)?.stop(.declaresEntities) }
    addTexts(to: &events)
    return events
  }

  private static func addTexts(to events: inout xmlSAXHandler) {
    events.characters = { context, text, count in
      SAX.builder(context)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    events.cdataBlock = events.characters
    events.ignorableWhitespace = events.characters
  }
}
