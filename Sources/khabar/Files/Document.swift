import Khabar
import KhabarExport

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

  /// Its row of the page that leads to the pages of a folder.
  func row(_ language: InterfaceLanguage) -> [UInt8] {
    let exporter = HTMLExporter(language: language)
    let file = "\(name).\(OutputFormat.html.fileExtension)"
    return switch self {
    case .report(let report): exporter.row(report, file: file)
    case .comparison(let comparison): exporter.row(comparison, file: file)
    }
  }

  /// The document as a file of its own.
  func bytes(_ format: OutputFormat, _ style: TextStyle, byteOrderMark: Bool) -> [UInt8] {
    format.head(ofComparisons: isComparison, byteOrderMark: byteOrderMark) + bytes(format, style)
  }
}
