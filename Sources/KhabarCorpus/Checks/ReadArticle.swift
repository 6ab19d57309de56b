import Khabar
import KhabarExport

/// An article as the checks read it: what it says to the checks themselves is no part of its text.
struct ReadArticle {
  /// Its report.
  let report: Report
  /// What it asks not to be told.
  let suppressions: InlineSuppressions
  /// SHA-256 of its bytes as delivered.
  let sha256: String
  private let lines: LineMap?

  init(_ article: Article) {
    suppressions = InlineSuppressions(article.bytes)
    var article = article
    let isText = article.mediaType == "text/plain"
    if isText, !suppressions.ranges.isEmpty {
      sha256 = Digest.hex(article.bytes)
      for range in suppressions.ranges { for index in range { article.bytes[index] = 0x20 } }
      report = Report(of: article)
    } else {
      report = Report(of: article)
      sha256 = report.source.sha256
    }
    lines = isText ? LineMap(report.utf8) : nil
  }

  /// The spot with its lines and columns, where the text is the file itself.
  func placed(_ spot: Spot) -> Spot {
    var placed = spot
    placed.span = nil
    placed.region = spot.span.flatMap { lines?.region($0) }
    return placed
  }
}
