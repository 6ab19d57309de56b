internal import CLibXML2

/// An XML Schema (XSD) that is one file.
public final class XMLSchema {
  private let schema: xmlSchemaPtr

  /// Reads a schema; nil if it is none.
  public init?(_ bytes: [UInt8]) {
    let schema: xmlSchemaPtr? = bytes.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress, raw.count < Int32.max,
        let context = xmlSchemaNewMemParserCtxt(base, Int32(raw.count))
      else { return nil }
      defer { xmlSchemaFreeParserCtxt(context) }
      xmlSchemaSetParserStructuredErrors(context, { _, _ in }, nil)
      return xmlSchemaParse(context)
    }
    guard let schema else { return nil }
    self.schema = schema
  }

  deinit { xmlSchemaFree(schema) }

  /// Whether a document follows the schema. Nothing is fetched, and no entity expanded.
  public func accepts(_ document: [UInt8]) -> Bool {
    guard document.count < Int(Int32.max) else { return false }
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    return document.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress,
        let reader = xmlReaderForMemory(base, Int32(raw.count), nil, "UTF-8", options | Int32(XML_PARSE_HUGE.rawValue))
      else { return false }
      defer { xmlFreeTextReader(reader) }
      xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
      guard xmlTextReaderSetSchema(reader, schema) == 0 else { return false }
      var code = xmlTextReaderRead(reader)
      while code == 1, xmlTextReaderNodeType(reader) != Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue) {
        code = xmlTextReaderRead(reader)
      }
      return code == 0 && xmlTextReaderIsValid(reader) == 1
    }
  }
}
