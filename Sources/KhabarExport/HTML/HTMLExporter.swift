public import Khabar

/// Writes reports and comparisons as pages for people: one file each, without scripts and without anything to load.
///
/// Equal input gives equal bytes, which end with a line break. A page is well-formed XML too.
public struct HTMLExporter: Sendable {
  private let language: InterfaceLanguage

  /// Makes an exporter whose labels and reasons are in a language.
  public init(language: InterfaceLanguage = .english) { self.language = language }

  /// A report.
  public func bytes(_ report: Report) -> [UInt8] { ReportPage(report, language).bytes }

  /// A comparison.
  public func bytes(_ comparison: Comparison) -> [UInt8] {
    ComparisonPage(language.reasons(of: comparison), language).bytes
  }

  /// A row of the contents of a folder, for `contents`, which leads to the page of a report.
  public func row(_ report: Report, file: String) -> [UInt8] { SitePage(language: language).row(report, file: file) }

  /// The same for a comparison.
  public func row(_ comparison: Comparison, file: String) -> [UInt8] {
    SitePage(language: language).row(comparison, file: file)
  }

  /// The page that leads to all pages of a folder, made of rows in the order that they are shown in.
  public func contents(reports: [[UInt8]], comparisons: [[UInt8]]) -> [UInt8] {
    SitePage(language: language).bytes(reports: reports, comparisons: comparisons)
  }
}
