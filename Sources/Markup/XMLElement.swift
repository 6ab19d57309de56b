internal import CLibXML2

/// An element of a small XML document, read whole: for documents of ours, not for what newsrooms deliver.
///
/// A document type declaration is refused, so that no entity is ever expanded and nothing is ever fetched.
public struct XMLElement: Sendable {
  /// What stands in an element.
  public enum Content: Sendable {
    /// Text, as UTF-8.
    case text([UInt8])
    /// An element.
    case element(XMLElement)
  }

  /// Why bytes are no document.
  public enum Trouble: Error, Sendable, Hashable {
    /// They are not well-formed XML.
    case notWellFormed
    /// They have a document type declaration, or elements in each other more than 64 deep.
    case refused
  }

  /// Local name.
  public let name: String
  /// Namespace; empty if there is none.
  public let namespace: String
  /// Attributes by their names; those with a namespace are left out.
  public internal(set) var attributes: [String: String] = [:]
  /// What stands in it, in order.
  public internal(set) var content: [Content] = []

  /// The elements in it, in order.
  public var children: [XMLElement] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The first element in it with a name.
  public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// Its text as UTF-8, in which `cp` elements become the code points that XML cannot carry (UTS 35).
  public var text: [UInt8] {
    var text: [UInt8] = []
    for part in content {
      switch part {
      case .text(let bytes): text += bytes
      case .element(let child) where child.name == "cp":
        let scalar = child.attributes["hex"].flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init)
        text += Array(String(scalar ?? "\u{FFFD}").utf8)
      case .element: break
      }
    }
    return text
  }

  /// Reads a document.
  public init(parsing bytes: [UInt8]) throws(Trouble) {
    guard bytes.count < Int(Int32.max) else { throw .refused }
    let options =
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
      // Texts may be longer than 10 MB; depth and entities are looked after here.
      | Int32(XML_PARSE_HUGE.rawValue | XML_PARSE_NOCDATA.rawValue)
    let result: Result<XMLElement, Trouble> = bytes.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress,
        let reader = xmlReaderForMemory(base, Int32(raw.count), nil, "UTF-8", options)
      else { return .failure(.notWellFormed) }
      defer { xmlFreeTextReader(reader) }
      return Self.read(reader)
    }
    self = try result.get()
  }

  private init(name: String, namespace: String) {
    self.name = name
    self.namespace = namespace
  }

  private static func read(_ reader: xmlTextReaderPtr) -> Result<XMLElement, Trouble> {
    var open: [XMLElement] = []
    var root: XMLElement?
    var code = xmlTextReaderRead(reader)
    while code == 1 {
      switch UInt32(xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        guard open.count < 64 else { return .failure(.refused) }
        open.append(element(reader))
        if xmlTextReaderIsEmptyElement(reader) == 1 { close(&open, &root) }
      case XML_READER_TYPE_END_ELEMENT.rawValue: close(&open, &root)
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue, XML_READER_TYPE_WHITESPACE.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        if !open.isEmpty { open[open.count - 1].content.append(.text(bytes(xmlTextReaderConstValue(reader)))) }
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue: return .failure(.refused)
      default: break
      }
      code = xmlTextReaderRead(reader)
    }
    guard code == 0, let root else { return .failure(.notWellFormed) }
    return .success(root)
  }

  private static func close(_ open: inout [XMLElement], _ root: inout XMLElement?) {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].content.append(.element(element)) }
  }

  private static func element(_ reader: xmlTextReaderPtr) -> XMLElement {
    var element = XMLElement(
      name: string(xmlTextReaderConstLocalName(reader)), namespace: string(xmlTextReaderConstNamespaceUri(reader)))
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      guard xmlTextReaderConstNamespaceUri(reader) == nil else { continue }
      element.attributes[string(xmlTextReaderConstLocalName(reader))] = string(xmlTextReaderConstValue(reader))
    }
    xmlTextReaderMoveToElement(reader)
    return element
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let text else { return [] }
    return Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String { String(decoding: bytes(text), as: UTF8.self) }
}
