import Khabar
internal import Markup

/// Why an XML document could not be read back.
public enum XMLReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It is not XML, or has a document type declaration.
  case notXML
  /// It is another document than the one asked for.
  case otherDocument
  /// A value is missing, or is not one that the schema allows.
  case invalid(element: String, value: String)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .notXML: "This is not an XML document of Khabar."
    case .otherDocument: "This is another document than the one asked for."
    case .invalid(let element, let value): "The element \(element) has no valid \(value)."
    }
  }
}

/// Reads the values of elements, with the spans of one text.
struct XMLValues {
  /// The text that spans are counted in.
  let utf8: [UInt8]
  /// Where each code point begins; one more than there are.
  private let offsets: [Int]

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    offsets = utf8.indices.filter { utf8[$0] & 0xC0 != 0x80 } + [utf8.count]
  }

  /// The document's element, if it is the one expected.
  static func document(_ bytes: [UInt8], _ name: String, _ namespace: String) throws(XMLReadingError) -> XMLElement {
    let root: XMLElement
    do { root = try XMLElement(parsing: bytes) } catch { throw .notXML }
    guard root.name == name, root.namespace == namespace else { throw .otherDocument }
    return root
  }

  /// The span in the attributes `start` and `end`, or others.
  func span(
    _ element: XMLElement, _ first: String = "start", _ last: String = "end"
  ) throws(XMLReadingError) -> Span {
    let (start, end) = (try Self.integer(element, first), try Self.integer(element, last))
    guard start <= end, end < offsets.count else { throw .invalid(element: element.name, value: last) }
    return Span(start: start, end: end, bytes: offsets[start]..<offsets[end])
  }

  /// A link of a source chain.
  func source(_ element: XMLElement) throws(XMLReadingError) -> Source {
    Source(
      span: try span(element), name: Self.text(element.child("name")), kind: try Self.value(element, "kind"),
      isAnonymous: element.attributes["anonymous"] == "true", count: element.attributes["count"])
  }

  /// An attribute that must be there.
  static func string(_ element: XMLElement, _ name: String) throws(XMLReadingError) -> String {
    guard let value = element.attributes[name] else { throw .invalid(element: element.name, value: name) }
    return value
  }

  /// A number that is not negative; other characters than digits may stand before it where there is a prefix ("f3").
  static func integer(
    _ element: XMLElement, _ name: String, prefix: String = ""
  ) throws(XMLReadingError) -> Int {
    guard let number = number(try string(element, name), prefix) else {
      throw .invalid(element: element.name, value: name)
    }
    return number
  }

  /// A number that may be absent.
  static func integer(
    ifAny element: XMLElement, _ name: String, prefix: String
  ) throws(XMLReadingError) -> Int? {
    element.attributes[name] == nil ? nil : try integer(element, name, prefix: prefix)
  }

  /// The numbers of identifiers between blanks ("m1 m2").
  static func identifiers(
    _ element: XMLElement, _ name: String, prefix: String
  ) throws(XMLReadingError) -> [Int] {
    var numbers: [Int] = []
    for word in (element.attributes[name] ?? "").split(separator: " ") {
      guard let number = number(String(word), prefix) else { throw .invalid(element: element.name, value: name) }
      numbers.append(number)
    }
    return numbers
  }

  private static func number(_ text: String, _ prefix: String) -> Int? {
    let digits = text.utf8.dropFirst(prefix.utf8.count)
    guard text.hasPrefix(prefix), (1...15).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The case of an enumeration.
  static func value<Value: RawRepresentable<String>>(
    _ element: XMLElement, _ name: String
  ) throws(XMLReadingError) -> Value {
    guard let value = Value(rawValue: try string(element, name)) else {
      throw .invalid(element: element.name, value: name)
    }
    return value
  }

  /// The text of an element that may be absent.
  static func text(_ element: XMLElement?) -> String? { element.map { String(decoding: $0.text, as: UTF8.self) } }

  /// An element that must be there.
  static func child(_ element: XMLElement, _ name: String) throws(XMLReadingError) -> XMLElement {
    guard let child = element.child(name) else { throw .invalid(element: element.name, value: name) }
    return child
  }

  /// The elements of a list that must be there, each made into a value.
  static func list<Value>(
    _ element: XMLElement, _ name: String, _ make: (XMLElement) throws(XMLReadingError) -> Value
  ) throws(XMLReadingError) -> [Value] {
    var values: [Value] = []
    for child in try child(element, name).children { values.append(try make(child)) }
    return values
  }
}
