public import Khabar
internal import Markup

/// Writes reports and comparisons as XML (`docs/xml-format.md`).
///
/// The documents mirror the JSON: what a reader reads is an element, what a program reads is an attribute. Equal input
/// gives equal bytes, which end with a line break.
public struct XMLExporter: Sendable {
  /// Namespace of report documents.
  public static let reportNamespace = "urn:khabar:report:1"
  /// Namespace of comparison documents.
  public static let comparisonNamespace = "urn:khabar:comparison:1"

  private let isPretty: Bool

  /// Makes an exporter; a pretty one indents elements that hold no text by two spaces.
  public init(isPretty: Bool = false) { self.isPretty = isPretty }

  /// A report.
  public func bytes(_ report: Report) -> [UInt8] { document { XMLReport(xml: $0, report: report).write() } }

  /// A comparison.
  public func bytes(_ comparison: Comparison) -> [UInt8] {
    document { XMLComparison(xml: $0, comparison: comparison).write() }
  }

  /// A writer can only be refused when memory is out; nothing can be written then.
  private func document(_ write: (XMLWriter) -> Void) -> [UInt8] {
    guard let xml = XMLWriter(isPretty: isPretty) else { return [] }
    write(xml)
    return xml.finish()
  }
}

extension XMLWriter {
  /// Writes an attribute with a number.
  func attribute(_ name: String, _ value: Int) { attribute(name, String(value)) }

  /// Writes an attribute with a value that may be absent.
  func attribute(_ name: String, _ value: String?) {
    guard let value else { return }
    attribute(name, value)
  }

  /// Writes the attributes `start` and `end`.
  func attributes(_ span: Span) {
    attribute("start", span.start)
    attribute("end", span.end)
  }

  /// Writes an element that holds text only, or nothing for nil.
  func element(_ name: String, text: String?) {
    guard let text else { return }
    element(name) { self.text(Array(text.utf8)[...]) }
  }

  /// Writes an element that holds a slice of valid UTF-8.
  func element(_ name: String, text: ArraySlice<UInt8>) { element(name) { self.text(text) } }

  /// Writes the element `generator`.
  func generator() {
    element("generator") {
      attribute("name", generatorName)
      attribute("version", khabarVersion)
    }
  }

  /// Writes a link of a source chain.
  func source(_ source: Source, _ text: [UInt8]) {
    element("source") {
      attribute("kind", source.kind.rawValue)
      if source.isAnonymous { attribute("anonymous", "true") }
      attribute("count", source.count)
      attributes(source.span)
      element("text", text: text[source.span.bytes])
      element("name", text: source.name)
    }
  }
}
