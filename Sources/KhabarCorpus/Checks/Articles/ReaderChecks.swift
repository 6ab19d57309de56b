import Khabar

/// What the reader finds while it reads, under the codes that reports have.
enum ReaderChecks {
  static let all = [
    HiddenBidiControl.check, Mojibake.check, InvalidUTF8.check, CharsetLabel.check,
    PresentationForms.check, VisualOrder.check, TruncatedText.check, EmptyArticle.check,
    NoArticle.check, BinaryInput.check, XMLNotWellFormed.check, XMLEntities.check,
    LiveBlog.check, PageTooLarge.check, TextTooLong.check,
  ]

  /// The findings of a report as hits. What they are about is the whole article: their places move with its text.
  static func hits(_ report: Report) -> [Hit] {
    report.findings.map { finding in
      Hit(
        code: finding.code, severity: finding.severity, details: [], remark: finding.message,
        spot: finding.span.map { Spot($0, in: report) } ?? Spot(), content: content(finding, report))
    }
  }

  private static func content(_ finding: Finding, _ report: Report) -> String {
    guard finding.code == "hidden-bidi-control", let span = finding.span else { return "" }
    let scalar = report.text(span).unicodeScalars.first?.value ?? 0
    return "U+" + String(scalar, radix: 16, uppercase: true)
  }
}
