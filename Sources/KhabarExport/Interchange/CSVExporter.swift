public import Khabar

/// Writes facts as tables of comma-separated values (RFC 4180), a fact a row, for spreadsheets and statistics.
///
/// Cells hold one line each; controls that could reorder or hide text are shown by their numbers, and a cell that a
/// spreadsheet would take for a formula gets an apostrophe before it (CWE-1236). The JSON has what is exact.
public struct CSVExporter: Sendable {
  /// The mark before the first row by which some spreadsheets know UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Makes an exporter.
  public init() {}

  /// The names of the columns of reports.
  public var reportHead: [UInt8] {
    CSVRow([
      "report", "name", "outlet", "url", "published", "language", "fact", "block", "start", "end", "text", "sources",
      "anonymous", "verb", "force", "polarity", "certainty", "quoted", "people", "organisations", "places", "times",
      "quantities", "repeats",
    ]).bytes
  }

  /// The facts of a report, a row each, without the names of the columns.
  public func rows(_ report: Report) -> [UInt8] {
    let mentions = Dictionary(report.mentions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let times = Dictionary(report.times.map { ($0.mention, $0.edtf ?? "") }, uniquingKeysWith: { first, _ in first })
    let quantities = Dictionary(
      report.quantities.map { ($0.mention, Self.value($0)) }, uniquingKeysWith: { first, _ in first })
    return report.facts.flatMap { fact in
      let named = fact.mentions.compactMap { mentions[$0] }
      func names(_ kind: Mention.Kind) -> String {
        named.filter { $0.kind == kind }.map { $0.name ?? report.text($0.span) }.joined(separator: "; ")
      }
      func values(_ table: [Int: String]) -> String {
        fact.mentions.compactMap { table[$0] }.filter { !$0.isEmpty }.joined(separator: "; ")
      }
      return CSVRow([
        report.id, report.source.name, report.source.outlet, report.source.url, report.published, report.language,
        "f\(fact.id)", Self.block(fact, report), String(fact.span.start), String(fact.span.end),
        report.text(fact.span), Self.chain(fact.sources, report), Self.anonymous(fact.sources),
        fact.verb.map { report.text($0.span) }, fact.verb?.force.rawValue, fact.polarity.rawValue,
        fact.certainty.rawValue, fact.quoted.rawValue, names(.person), names(.organisation), names(.place),
        values(times), values(quantities), fact.repeats.map { "f\($0)" },
      ]).bytes
    }
  }

  /// The names of the columns of comparisons.
  public var comparisonHead: [UInt8] {
    CSVRow([
      "a", "b", "list", "match", "relation", "score", "side", "fact", "start", "end", "text", "sources", "differences",
      "origins", "change", "moved",
    ]).bytes
  }

  /// The facts of both sides of a comparison, a row each, without the names of the columns.
  public func rows(_ comparison: Comparison) -> [UInt8] {
    var rows: [UInt8] = []
    func write(_ list: String, _ id: String?, _ match: Comparison.Match?, _ side: String, _ place: Comparison.Place) {
      let report = side == "a" ? comparison.a : comparison.b
      let differences = match?.differences.map { "\($0.dimension.rawValue) \($0.verdict.rawValue) [\($0.rule)]" }
      rows +=
        CSVRow([
          comparison.a.id, comparison.b.id, list, id, match?.relation.rawValue, match.map { String($0.score) }, side,
          "f\(place.fact)", String(place.span.start), String(place.span.end), report.text(place.span),
          Self.chain(place.sources, report), differences?.joined(separator: "; "), match?.origins.map { String($0) },
          match?.change?.rawValue, match?.change.map { _ in String(match?.isMoved ?? false) },
        ]).bytes
    }
    for (list, prefix, matches) in [("shared", "s", comparison.shared), ("conflicting", "c", comparison.conflicting)] {
      for (index, match) in matches.enumerated() {
        for place in match.a { write(list, "\(prefix)\(index + 1)", match, "a", place) }
        for place in match.b { write(list, "\(prefix)\(index + 1)", match, "b", place) }
      }
    }
    for place in comparison.onlyInA { write("onlyInA", nil, nil, "a", place) }
    for place in comparison.onlyInB { write("onlyInB", nil, nil, "b", place) }
    return rows + (comparison.versions.map { self.rows($0, comparison) } ?? [])
  }

  /// The headline that was changed, a row of each version, and the notices.
  private func rows(_ versions: Comparison.Versions, _ comparison: Comparison) -> [UInt8] {
    func row(_ list: String, _ side: Comparison.Versions.Notice.Side, _ span: Span, _ change: String) -> [UInt8] {
      let report = side == .a ? comparison.a : comparison.b
      return CSVRow([
        comparison.a.id, comparison.b.id, list, nil, nil, nil, side.rawValue, nil, String(span.start),
        String(span.end), report.text(span), nil, nil, nil, change, nil,
      ]).bytes
    }
    let headline = versions.headline.map { [($0.a, Comparison.Versions.Notice.Side.a), ($0.b, .b)] } ?? []
    return headline.flatMap { span, side in span.map { row("headline", side, $0, "updated") } ?? [] }
      + versions.notices.flatMap { row("notice", $0.side, $0.span, $0.kind.rawValue) }
  }

  private static func block(_ fact: Fact, _ report: Report) -> String? {
    report.blocks.indices.contains(fact.block) ? report.blocks[fact.block].kind.rawValue : nil
  }

  /// Who says it, outermost first.
  static func chain(_ sources: [Source], _ report: Report) -> String {
    sources.map { $0.name ?? report.text($0.span) }.joined(separator: " ← ")
  }

  private static func anonymous(_ sources: [Source]) -> String? {
    sources.isEmpty ? nil : String(sources.contains(where: \.isAnonymous))
  }

  private static func value(_ quantity: Quantity) -> String {
    let number = quantity.value ?? "\(quantity.low ?? "")..\(quantity.high ?? "")"
    return number + (quantity.unit.map { " \($0)" } ?? "")
  }
}
