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
}
