import Khabar
import KhabarExport

/// A folder that reports and comparisons are written into, in several forms: each in a file of its own, but those of
/// NDJSON and CSV together in one. Pages get one that leads to all of them. Every file appears whole or not at all.
final class ExportFolder {
  private let path: String
  private let formats: [OutputFormat]
  private let byteOrderMark: Bool
  private let language: InterfaceLanguage
  private var together: [String: OutputFile] = [:]
  /// The rows of the page that leads to the others, and of which documents they are.
  private var rows: (reports: [[UInt8]], comparisons: [[UInt8]]) = ([], [])
  private var named: Set<String> = []

  /// Opens a folder, which is made if it is not there.
  init(_ path: String, _ formats: [OutputFormat], byteOrderMark: Bool, language: InterfaceLanguage) throws {
    self.path = path
    self.language = language
    self.formats = formats
    self.byteOrderMark = byteOrderMark
    guard POSIX.kind(of: path) != .directory else { return }
    do { try POSIX.makeFolder(path) } catch { throw OutputFile.trouble(error, path) }
  }

  /// The document in all forms that it has, and behind them its row of the page that leads to the others; this is the dear
  /// part, and can be done on any thread.
  static func pieces(_ document: Document, _ formats: [OutputFormat], _ style: TextStyle = .plain) -> [[UInt8]] {
    let pieces = formats.map { document.isComparison && !$0.isForComparisons ? [] : document.bytes($0, style) }
    return formats.contains(.html) ? pieces + [document.row(style.language)] : pieces
  }

  /// Writes a document.
  func write(_ document: Document, _ style: TextStyle) throws {
    try write(Self.pieces(document, formats, style), name: document.name, isComparison: document.isComparison)
  }

  /// Writes a document that is ready in all forms.
  func write(_ pieces: [[UInt8]], name: String, isComparison: Bool) throws {
    for (format, piece) in zip(formats, pieces) where format.isForComparisons || !isComparison {
      if format.isTogether {
        try file(format, isComparison).write(piece)
      } else {
        let file = try OutputFile("\(path)/\(name).\(format.fileExtension)", isSynced: false)
        try file.write(piece)
        try file.finish()
      }
    }
    guard pieces.count > formats.count, let row = pieces.last, named.insert(name).inserted else { return }
    if isComparison { rows.comparisons.append(row) } else { rows.reports.append(row) }
  }

  /// Puts the files in their place that hold many documents.
  func finish() throws {
    for (_, file) in together.sorted(by: { $0.key < $1.key }) { try file.finish() }
    guard !named.isEmpty else { return }
    let file = try OutputFile("\(path)/index.html", isSynced: false)
    try file.write(HTMLExporter(language: language).contents(reports: rows.reports, comparisons: rows.comparisons))
    try file.finish()
  }

  /// The file that holds all documents of a form.
  private func file(_ format: OutputFormat, _ isComparison: Bool) throws -> OutputFile {
    let kind = isComparison ? "comparisons" : format == .csv ? "facts" : "reports"
    let name = "\(kind).\(format.fileExtension)"
    if let file = together[name] { return file }
    let file = try OutputFile("\(path)/\(name)", isSynced: false)
    try file.write(format.head(ofComparisons: isComparison, byteOrderMark: byteOrderMark))
    together[name] = file
    return file
  }
}
