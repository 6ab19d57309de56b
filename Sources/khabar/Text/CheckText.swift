import Khabar
import KhabarCorpus
import KhabarExport

/// The result of a check for people: new findings file by file, what is fixed, and a count.
struct CheckText {
  private var page: TextPage

  /// The finished text.
  var bytes: [UInt8] { page.bytes }

  init(_ result: CheckResult, style: TextStyle) {
    page = TextPage(style)
    let report = CheckReport(result, language: style.language)
    for finding in result.new { write(finding, report.message(finding)) }
    for entry in result.fixed {
      page.line(
        .plain("\(page.words.fixed) "), .quote(Array(entry.path.utf8)), .plain(": "),
        .quote(Array(entry.message.utf8)), .faint(" [\(entry.check)]"))
    }
    page.line(.plain(page.words.summary(result)))
  }

  private mutating func write(_ finding: CorpusFinding, _ message: String) {
    let severity = page.words.word(finding.hit.severity)
    page.line(
      [finding.hit.severity == .note ? .plain(severity) : .alarm(severity), .plain(" ")] + place(finding.place)
        + [.plain(": "), .quote(Array(message.utf8)), .faint(" [\(finding.hit.check)]")])
    writeText(finding.place.spot)
    guard let related = finding.related else { return }
    page.line([.plain("  \(page.words.seeAlso) ")] + place(related))
    writeText(related.spot)
  }

  private func place(_ place: CorpusFinding.Place) -> [TextPage.Piece] {
    let region = place.spot.region.map { ":\($0.line):\($0.column)" } ?? ""
    return [.quote(Array(place.path.utf8)), .plain(region)]
      + (place.article.map { [.plain(" "), .quote(Array($0.utf8))] } ?? [])
  }

  private mutating func writeText(_ spot: Spot) {
    if !spot.text.isEmpty { page.line(.faint("    "), .quote(Array(spot.text.utf8))) }
  }
}

extension Catalogue {
  /// The counts of a check in one line.
  fileprivate func summary(_ result: CheckResult) -> String {
    var counts = [
      (checkedFiles, result.fileCount), (checkedArticles, result.articleCount), (errors, result.count(.error)),
      (warnings, result.count(.warning)), (notes, result.count(.note)),
    ]
    if result.hasBaseline {
      counts += [(known, result.findings.count { $0.isKnown }), (fixed, result.fixed.count)]
    }
    if !result.suppressed.isEmpty { counts.append((suppressed, result.suppressed.count)) }
    return counts.map { "\($0): \($1)" }.joined(separator: " · ")
  }
}
