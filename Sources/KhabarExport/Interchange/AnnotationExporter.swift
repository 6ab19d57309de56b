public import Khabar

/// Writes the facts of a report as W3C Web Annotations in JSON-LD, for tools that show notes on a text.
///
/// Positions count code points of the report's text, as the recommendation has it; the quotation with what stands around it
/// finds the place in other copies of the article.
public struct AnnotationExporter: Sendable {
  private let isPretty: Bool

  /// Makes an exporter; a pretty one indents by two spaces.
  public init(isPretty: Bool = false) { self.isPretty = isPretty }

  /// A collection with one annotation for each fact.
  public func bytes(_ report: Report) -> [UInt8] {
    var json = JSONWriter(isPretty: isPretty, capacity: report.facts.count * 1500 + 1024)
    let address = WebAddress.report(report.id)
    json.object { json in
      json.member("@context", "http://www.w3.org/ns/anno.jsonld")
      json.member("first") { json in
        json.member("id", "\(address):annotations:1")
        json.member("items", report.facts) { $0.annotation($1, report, address) }
        json.member("partOf", "\(address):annotations")
        json.member("startIndex", 0)
        json.member("type", "AnnotationPage")
      }
      json.member("id", "\(address):annotations")
      json.member("label", "Facts of \(report.source.name)")
      json.member("total", report.facts.count)
      json.member("type", "AnnotationCollection")
    }
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func annotation(_ fact: Fact, _ report: Report, _ address: String) {
    var tags = [fact.polarity.rawValue, fact.certainty.rawValue]
    if fact.quoted != .none { tags.append("quoted") }
    let chain = CSVExporter.chain(fact.sources, report)
    let bodies: [(value: String, purpose: String, language: String?)] =
      (chain.isEmpty ? [] : [("says: \(chain)", "describing", report.language)]) + tags.map { ($0, "tagging", "en") }
    object { json in
      json.member("body", bodies) { $0.body($1.value, purpose: $1.purpose, language: $1.language) }
      json.member("id", "\(address):f\(fact.id)")
      json.member("motivation", "describing")
      json.member("target") { json in
        json.key("selector")
        json.selectors(fact.span, report)
        json.member("source", WebAddress.article(report.source.url, sha256: report.source.sha256))
        json.member("type", "SpecificResource")
      }
      json.member("type", "Annotation")
    }
  }

  private mutating func body(_ value: String, purpose: String, language: String?) {
    object { json in
      json.member("format", "text/plain")
      json.member("language", language)
      json.member("purpose", purpose)
      json.member("type", "TextualBody")
      json.member("value", value)
    }
  }

  /// A position, and a quotation for copies in which the position is another.
  private mutating func selectors(_ span: Span, _ report: Report) {
    let text = report.utf8
    array([true, false]) { json, isPosition in
      json.object { json in
        guard !isPosition else {
          json.member("end", span.end)
          json.member("start", span.start)
          json.member("type", "TextPositionSelector")
          return
        }
        json.key("exact")
        json.string(text, span.bytes)
        json.key("prefix")
        json.string(text, Self.before(span.bytes.lowerBound, text))
        json.key("suffix")
        json.string(text, Self.after(span.bytes.upperBound, text))
        json.member("type", "TextQuoteSelector")
      }
    }
  }

  /// Whole words before a place; a cut between words cuts no letter from its marks.
  private static func before(_ end: Int, _ text: [UInt8]) -> Range<Int> {
    let start = max(0, end - 64)
    guard start > 0 else { return 0..<end }
    return (text[start..<end].firstIndex(of: 0x20) ?? end)..<end
  }

  /// Whole words behind a place.
  private static func after(_ start: Int, _ text: [UInt8]) -> Range<Int> {
    let end = min(text.count, start + 64)
    guard end < text.count else { return start..<end }
    return start..<(text[start..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? start)
  }
}
