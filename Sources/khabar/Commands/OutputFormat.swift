import ArgumentParser
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
  /// News in JSON 3.1, of reports only.
  case ninjs
  /// W3C Web Annotations, of reports only.
  case annotations

  static let list = "text, json, xml, ndjson, csv, markdown, ninjs or annotations."

  /// Whether comparisons have this form too.
  var isForComparisons: Bool { self != .ninjs && self != .annotations }

  /// How the names of its files end.
  var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json, .xml, .ndjson, .csv: rawValue
    case .markdown: "md"
    case .ninjs: "ninjs.json"
    case .annotations: "annotations.jsonld"
    }
  }

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
    case .markdown: MarkdownExporter().bytes(report)
    case .ninjs: NinjsExporter(isPretty: true).bytes(report) + [10]
    case .annotations: AnnotationExporter(isPretty: true).bytes(report) + [10]
    }
  }

  /// A comparison, with the line break at its end; nothing in the forms that only reports have.
  func bytes(_ comparison: Comparison, _ style: TextStyle) -> [UInt8] {
    switch self {
    case .text: ComparisonText(comparison, style: style).bytes
    case .json: JSONExporter(isPretty: true).bytes(comparison) + [10]
    case .xml: XMLExporter().bytes(comparison)
    case .ndjson: JSONExporter().bytes(comparison) + [10]
    case .csv: CSVExporter().rows(comparison)
    case .markdown: MarkdownExporter().bytes(comparison)
    case .ninjs, .annotations: []
    }
  }
}

/// One form, or several between commas: "json,xml".
struct FormatList: ExpressibleByArgument {
  /// The forms, each once, in the order given.
  var formats: [OutputFormat]

  static let text = FormatList(formats: [.text])
  static let help = ArgumentHelp(
    stringLiteral: OutputFormat.list + " Several, with commas between them, need -o FOLDER.")

  init(formats: [OutputFormat]) { self.formats = formats }

  init?(argument: String) {
    formats = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = OutputFormat(rawValue: String(name)) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
  }

  static var allValueStrings: [String] { OutputFormat.allCases.map(\.rawValue) }
  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}

/// Options of every command that writes reports or comparisons in a form of the user's choice.
struct FormatOptions: ParsableArguments {
  @Option(help: FormatList.help)
  var format = FormatList.text

  @Flag(help: "Begin CSV with the mark by which some spreadsheets know UTF-8.")
  var bom = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if format.formats.count > 1, output.output == nil || output.output == "-" {
      throw ValidationError("Several formats need a folder to write into: -o FOLDER.")
    }
  }

  /// Refuses forms that comparisons do not have.
  func validateForComparisons() throws {
    if let format = format.formats.first(where: { !$0.isForComparisons }) {
      throw ValidationError("Comparisons have no form \(format.rawValue).")
    }
  }

  /// Writes a document: in one form to the output, in several to a folder, under a name of its own.
  func write(_ document: Document) throws {
    let formats = format.formats
    guard formats.count > 1, let folder = output.output else {
      return try output.write { style in document.bytes(formats[0], style, byteOrderMark: bom) }
    }
    let target = try ExportFolder(folder, formats, byteOrderMark: bom)
    try target.write(document)
    try target.finish()
  }
}

/// A report or a comparison.
enum Document {
  case report(Report)
  case comparison(Comparison)

  /// Its name as a file: the id of the report, or those of both.
  var name: String {
    switch self {
    case .report(let report): report.id
    case .comparison(let comparison): "\(comparison.a.id)__\(comparison.b.id)"
    }
  }

  /// Whether it is a comparison.
  var isComparison: Bool { if case .comparison = self { true } else { false } }

  /// The document in one form, without what stands before it.
  func bytes(_ format: OutputFormat, _ style: TextStyle) -> [UInt8] {
    switch self {
    case .report(let report): format.bytes(report, style)
    case .comparison(let comparison): format.bytes(comparison, style)
    }
  }

  /// The document as a file of its own.
  func bytes(_ format: OutputFormat, _ style: TextStyle, byteOrderMark: Bool) -> [UInt8] {
    format.head(ofComparisons: isComparison, byteOrderMark: byteOrderMark) + bytes(format, style)
  }
}
