public import Khabar

/// Writes reports and comparisons as Markdown (CommonMark with HTML), for pull requests, issues, wikis and mails.
///
/// Every text of an article stands in a `<span dir>` of its own, and a page of right-to-left labels in a `<div dir>`: the
/// elements and the attribute that GitHub and its like let through.
public struct MarkdownExporter: Sendable {
  private let words: Catalogue

  /// Makes an exporter whose labels are in a language.
  public init(language: InterfaceLanguage = .english) { words = language.words }

  /// A report.
  public func bytes(_ report: Report) -> [UInt8] {
    var page = MarkdownPage(words)
    page.heading(1, [.of(report, Self.title(report))])
    page.item(words.file, .other(report.source.name))
    page.item(words.outlet, report.source.outlet.map { .of(report, $0) })
    page.item(words.published, report.published.map { .other($0) })
    page.item(words.language, .ours(words.name(ofLanguage: report.language)))
    page.item(words.link, report.source.url.map { .other($0) })
    page.item(words.digest, .other(report.source.sha256))
    page.heading(2, [.ours("\(words.facts) (\(report.facts.count))")])
    for fact in report.facts {
      page.item("f\(fact.id)", .of(report, report.text(fact.span)))
      let remarks = words.remarks(fact) + (fact.repeats.map { ["\(words.repeats) f\($0)"] } ?? [])
      page.detail(words.says, says(fact.sources, report))
      if !remarks.isEmpty { page.detail(nil, .ours(remarks.joined(separator: words.comma))) }
    }
    let findings = report.findings
    if !findings.isEmpty { page.heading(2, [.ours("\(words.findings) (\(findings.count))")]) }
    for finding in findings { page.item("\(words.word(finding.severity)), \(finding.code)", .other(finding.message)) }
    return page.finished
  }

  /// A comparison; its reasons are in the language that they have.
  public func bytes(_ comparison: Comparison) -> [UInt8] {
    var page = MarkdownPage(words)
    let (a, b) = (comparison.a, comparison.b)
    page.heading(1, [.of(a, Self.title(a)), .ours(" · "), .of(b, Self.title(b))])
    page.item(words.a, .other(Self.origin(a)))
    page.item(words.b, .other(Self.origin(b)))
    let event = comparison.sameEvent
    page.item(words.sameEvent, .ours("\(words.word(event.verdict)) (\(event.score) \(words.of) 1000)"))
    page.item(words.comparison, .ours(counts(comparison)))
    write(words.conflicts, "≠ c", comparison.conflicting, comparison, &page)
    write(words.shared, "= s", comparison.shared, comparison, &page)
    write(words.onlyInA, comparison.onlyInA, a, &page)
    write(words.onlyInB, comparison.onlyInB, b, &page)
    return page.finished
  }

  private func counts(_ comparison: Comparison) -> String {
    [
      "\(comparison.conflicting.count) \(words.conflictingSummary)",
      "\(comparison.shared.count) \(words.sharedSummary)",
      "\(comparison.onlyInA.count) \(words.onlyInASummary)", "\(comparison.onlyInB.count) \(words.onlyInBSummary)",
    ].joined(separator: " · ")
  }

  private func write(
    _ title: String, _ prefix: String, _ matches: [Comparison.Match], _ comparison: Comparison,
    _ page: inout MarkdownPage
  ) {
    guard !matches.isEmpty else { return }
    page.heading(2, [.ours("\(title) (\(matches.count))")])
    for (index, match) in matches.enumerated() {
      let relation = " \(words.word(match.relation)) (\(match.score))"
      page.heading(3, [.sign("\(prefix)\(index + 1)"), .ours(relation)])
      for (side, places, report) in [(words.a, match.a, comparison.a), (words.b, match.b, comparison.b)] {
        for place in places { write(side, place, report, &page) }
      }
      for difference in match.differences { write(difference, comparison, &page) }
    }
  }

  private func write(_ difference: Difference, _ comparison: Comparison, _ page: inout MarkdownPage) {
    let label = "\(words.word(difference.dimension)) · \(words.word(difference.verdict))"
    page.item(label, .other(difference.reason), difference.rule)
    for (side, detail, report) in [(words.a, difference.a, comparison.a), (words.b, difference.b, comparison.b)]
    where !detail.text.isEmpty {
      page.detail(side, .of(report, detail.text), detail.value)
    }
  }

  private func write(_ title: String, _ places: [Comparison.Place], _ report: Report, _ page: inout MarkdownPage) {
    guard !places.isEmpty else { return }
    page.heading(2, [.ours("\(title) (\(places.count))")])
    for place in places { write("f\(place.fact)", place, report, &page) }
  }

  private func write(_ label: String, _ place: Comparison.Place, _ report: Report, _ page: inout MarkdownPage) {
    page.item(label, .of(report, report.text(place.span)))
    page.detail(words.says, says(place.sources, report))
  }

  private func says(_ sources: [Source], _ report: Report) -> MarkdownPage.Text {
    sources.isEmpty ? .ours(words.outletItself) : .of(report, CSVExporter.chain(sources, report))
  }

  private static func title(_ report: Report) -> String {
    report.blocks.first { $0.kind == .headline }.map { report.text($0.span) } ?? report.source.name
  }

  private static func origin(_ report: Report) -> String {
    [report.source.outlet, report.source.name, report.published].compactMap(\.self).joined(separator: ", ")
  }
}
