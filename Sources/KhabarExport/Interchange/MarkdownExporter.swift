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
    let words = words.of(comparison)
    var page = MarkdownPage(words)
    let (a, b) = (comparison.a, comparison.b)
    page.heading(1, [.of(a, Self.title(a)), .ours(" · "), .of(b, Self.title(b))])
    page.item(words.a, .other(Self.origin(a)))
    page.item(words.b, .other(Self.origin(b)))
    let event = comparison.sameEvent
    let listings = Listing.all(of: comparison, words)
    if let versions = comparison.versions {
      page.item(words.versions, .ours(listings.map { "\($0.count) \($0.title.lowercased())" }.joined(separator: " · ")))
      write(versions, comparison, words, &page)
    } else {
      page.item(words.sameEvent, .ours("\(words.word(event.verdict)) (\(event.score) \(words.of) 1000)"))
      page.item(words.comparison, .ours(counts(comparison)))
    }
    for listing in listings where listing.count > 0 { write(listing, comparison, words, &page) }
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
    _ versions: Comparison.Versions, _ comparison: Comparison, _ words: Catalogue, _ page: inout MarkdownPage
  ) {
    let (a, b) = (comparison.a, comparison.b)
    if let headline = versions.headline {
      page.item(words.changedHeadline, .sign("±"))
      for (side, span, report) in [(words.a, headline.a, a), (words.b, headline.b, b)] {
        if let span { page.detail(side, .of(report, report.text(span))) }
      }
    }
    for notice in versions.notices {
      let report = notice.side == .a ? a : b
      page.item(words.word(notice.kind), .sign(notice.side == .a ? "−" : "+"))
      page.detail(notice.side == .a ? words.a : words.b, .of(report, report.text(notice.span)))
    }
  }

  private func write(
    _ listing: Listing, _ comparison: Comparison, _ words: Catalogue, _ page: inout MarkdownPage
  ) {
    page.heading(2, [.ours("\(listing.title) (\(listing.count))")])
    let report = listing.isOfA ? comparison.a : comparison.b
    for place in listing.places { write("f\(place.fact)", place, report, &page) }
    for (id, match) in listing.matches {
      let sign = listing.sign.map { "\($0) \(id)" } ?? id
      page.heading(3, [.sign(sign), .ours(" \(words.word(match)) (\(match.score))")])
      for (side, places, report) in [(words.a, match.a, comparison.a), (words.b, match.b, comparison.b)] {
        for place in places { write(side, place, report, &page) }
      }
      for difference in match.differences { write(difference, comparison, words, &page) }
    }
  }

  private func write(
    _ difference: Difference, _ comparison: Comparison, _ words: Catalogue, _ page: inout MarkdownPage
  ) {
    let label = "\(words.word(difference.dimension)) · \(words.word(verdictOf: difference))"
    page.item(label, .other(difference.reason), difference.rule)
    for (side, detail, report) in [(words.a, difference.a, comparison.a), (words.b, difference.b, comparison.b)]
    where !detail.text.isEmpty {
      page.detail(side, .of(report, detail.text), detail.value)
    }
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
