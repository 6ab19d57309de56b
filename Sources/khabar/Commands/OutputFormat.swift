import Khabar
import KhabarExport

/// The forms a report or a comparison is written in.
enum OutputFormat: String, CaseIterable {
  /// For people.
  case text
  /// `khabar.report/1` and `khabar.comparison/1`.
  case json
  /// The same as XML.
  case xml
  /// The same as JSON, in one line.
  case ndjson
  /// A table of facts.
  case csv
  /// For issues and wikis.
  case markdown
  /// A page for a browser.
  case html
  /// News in JSON 3.1, of reports only.
  case ninjs
  /// W3C Web Annotations, of reports only.
  case annotations

  static let list = "text, json, xml, ndjson, csv, markdown, html, ninjs or annotations."

  /// Whether comparisons have this form too.
  var isForComparisons: Bool { self != .ninjs && self != .annotations }

  /// How the names of its files end.
  var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json, .xml, .ndjson, .csv, .html: rawValue
    case .markdown: "md"
    case .ninjs: "ninjs.json"
    case .annotations: "annotations.jsonld"
    }
  }

  /// Whether a file can hold no more than one document.
  var isAlone: Bool { self == .xml || self == .html }

  /// Whether the documents of many articles stand in one file, one behind the other.
  var isTogether: Bool { self == .ndjson || self == .csv }

  /// What stands before the documents: of tables the names of the columns.
  func head(ofComparisons: Bool, byteOrderMark: Bool) -> [UInt8] {
    guard self == .csv else { return [] }
    let head = ofComparisons ? CSVExporter().comparisonHead : CSVExporter().reportHead
    return (byteOrderMark ? CSVExporter.byteOrderMark : []) + head
  }

  /// A report, with the line break at its end.
  func bytes(_ report: Report, _ style: TextStyle) -> [UInt8] {
    switch self {
    case .text: ReportText(report, style: style).bytes
    case .json: JSONExporter(isPretty: true).bytes(report) + [10]
    case .xml: XMLExporter().bytes(report)
    case .ndjson: JSONExporter().bytes(report) + [10]
    case .csv: CSVExporter().rows(report)
    case .markdown: MarkdownExporter(language: style.language).bytes(report)
    case .html: HTMLExporter(language: style.language).bytes(report)
    case .ninjs: NinjsExporter(isPretty: true).bytes(report) + [10]
    case .annotations: AnnotationExporter(isPretty: true).bytes(report) + [10]
    }
  }

  /// A report as one of many, one behind the other: JSON in one line, text with an empty line behind it.
  func line(_ report: Report, _ style: TextStyle) -> [UInt8] {
    switch self {
    case .json, .ndjson: JSONExporter().bytes(report) + [10]
    case .ninjs: NinjsExporter().bytes(report) + [10]
    case .annotations: AnnotationExporter().bytes(report) + [10]
    case .text, .markdown: bytes(report, style) + [10]
    case .xml, .csv, .html: bytes(report, style)
    }
  }

  /// A comparison, with the line break at its end; nothing in the forms that only reports have.
  func bytes(_ comparison: Comparison, _ style: TextStyle) -> [UInt8] {
    let comparison = style.language.reasons(of: comparison)
    return switch self {
    case .text:
      style.isByWords
        ? WordsText(comparison, style: style).bytes : ComparisonText(comparison, style: style).bytes
    case .json: JSONExporter(isPretty: true).bytes(comparison) + [10]
    case .xml: XMLExporter().bytes(comparison)
    case .ndjson: JSONExporter().bytes(comparison) + [10]
    case .csv: CSVExporter().rows(comparison)
    case .markdown: MarkdownExporter(language: style.language).bytes(comparison)
    case .html: HTMLExporter(language: style.language).bytes(comparison)
    case .ninjs, .annotations: []
    }
  }
}
