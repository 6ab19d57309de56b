public import Khabar

/// Writes reports and comparisons as Markdown (CommonMark), for issues, wikis and mails.
public struct MarkdownExporter: Sendable {
  /// Makes an exporter.
  public init() {}

  /// A report.
  public func bytes(_ report: Report) -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, Self.title(report))
    page.item("article", report.source.name)
    page.item("outlet", report.source.outlet)
    page.item("published", report.published)
    page.item("language", report.language)
    page.item("link", report.source.url)
    page.item("SHA-256", report.source.sha256)
    page.heading(2, "Facts (\(report.facts.count))")
    for fact in report.facts {
      page.item("f\(fact.id)", report.text(fact.span))
      page.details([
        ("says", CSVExporter.chain(fact.sources, report)), ("polarity", Self.unless(.affirmed, fact.polarity)),
        ("certainty", Self.unless(.asserted, fact.certainty)), ("restates", fact.repeats.map { "f\($0)" }),
      ])
    }
    let findings = report.findings
    if !findings.isEmpty { page.heading(2, "Findings (\(findings.count))") }
    for finding in findings { page.item("\(finding.severity.rawValue), \(finding.code)", finding.message) }
    return page.bytes
  }

  /// A comparison.
  public func bytes(_ comparison: Comparison) -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, "\(Self.title(comparison.a)) · \(Self.title(comparison.b))")
    page.item("A", Self.origin(comparison.a))
    page.item("B", Self.origin(comparison.b))
    page.item("same event", "\(comparison.sameEvent.verdict.rawValue) (\(comparison.sameEvent.score) of 1000)")
    write("Contradictions", "c", comparison.conflicting, comparison, &page)
    write("Shared", "s", comparison.shared, comparison, &page)
    write("Only in A", comparison.onlyInA, comparison.a, &page)
    write("Only in B", comparison.onlyInB, comparison.b, &page)
    return page.bytes
  }

  private func write(
    _ title: String, _ prefix: String, _ matches: [Comparison.Match], _ comparison: Comparison,
    _ page: inout MarkdownPage
  ) {
    guard !matches.isEmpty else { return }
    page.heading(2, "\(title) (\(matches.count))")
    for (index, match) in matches.enumerated() {
      page.heading(3, "\(prefix)\(index + 1): \(match.relation.rawValue) (\(match.score))")
      for (side, places, report) in [("A", match.a, comparison.a), ("B", match.b, comparison.b)] {
        for place in places { write(side, place, report, &page) }
      }
      for difference in match.differences {
        page.item("\(difference.dimension.rawValue), \(difference.verdict.rawValue)", difference.reason)
        page.details([("A", difference.a.text), ("B", difference.b.text), ("rule", difference.rule)])
      }
    }
  }

  private func write(_ title: String, _ places: [Comparison.Place], _ report: Report, _ page: inout MarkdownPage) {
    guard !places.isEmpty else { return }
    page.heading(2, "\(title) (\(places.count))")
    for place in places { write("f\(place.fact)", place, report, &page) }
  }

  private func write(_ label: String, _ place: Comparison.Place, _ report: Report, _ page: inout MarkdownPage) {
    page.item(label, report.text(place.span))
    page.details([("says", CSVExporter.chain(place.sources, report))])
  }

  private static func title(_ report: Report) -> String {
    report.blocks.first { $0.kind == .headline }.map { report.text($0.span) } ?? report.source.name
  }

  private static func origin(_ report: Report) -> String {
    [report.source.outlet, report.source.name, report.published].compactMap(\.self).joined(separator: ", ")
  }

  private static func unless<Value: RawRepresentable<String> & Equatable>(_ plain: Value, _ value: Value) -> String? {
    value == plain ? nil : value.rawValue
  }
}

/// Text in Markdown, whose every mark is ours.
private struct MarkdownPage {
  private(set) var bytes: [UInt8] = []

  mutating func heading(_ level: Int, _ text: String) {
    if !bytes.isEmpty { bytes.append(10) }
    bytes += "\(String(repeating: "#", count: level)) ".utf8
    bytes += Self.escaped(text)
    bytes += [10, 10]
  }

  /// A line of a list, unless there is nothing to say.
  mutating func item(_ label: String, _ text: String?) {
    guard let text else { return }
    bytes += "- **\(label)**: ".utf8
    bytes += Self.escaped(text)
    bytes.append(10)
  }

  /// Lines below one of a list.
  mutating func details(_ details: [(label: String, text: String?)]) {
    for (label, text) in details where text?.isEmpty == false {
      bytes += "  - \(label): ".utf8
      bytes += Self.escaped(text ?? "")
      bytes.append(10)
    }
  }

  /// Text of an article in one line, with a backslash before everything that could be a mark, so that it neither becomes
  /// one nor HTML.
  private static func escaped(_ text: String) -> [UInt8] {
    SafeText.bytes(Array(text.utf8)).flatMap { byte -> [UInt8] in
      "\\`*_{}[]<>#+-!|~&".utf8.contains(byte) ? [UInt8(ascii: "\\"), byte] : [byte]
    }
  }
}
