@testable import Khabar

/// Reports that have every kind of value, without leaning on what the extractors find.
enum Examples {
  /// What is hard to write down: controls, bidi controls, line separators, mark-up, astral and Arabic letters.
  static let hostileText =
    "\u{0}\u{1}\u{8}\u{B}\u{C}\u{1B}[31m\u{7F}\u{85}\u{9B}\t\r\n\"\\ ]]> <a>&amp; \u{61C}\u{200E}\u{200F}\u{2028}\u{2029}"
    + "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{FEFF}\u{FFFE}\u{FFFF}\u{FFFD}"
    + "\u{10FFFF}🇴🇲 زيارة «مسقط» ٪١٢ \u{E2E}\u{65C}\u{A0}."

  /// A report in which every optional value is there.
  static func full(_ text: String = "أعلنت الوزارة، نقلاً عن مصدر، وصول 5 سفن في 8 أيار.", name: String = "a.txt")
    -> Report
  {
    var report = Report(of: Article(plainText: Array(text.utf8), name: name))
    // What reading would take off or replace stays in, since exporters must carry every text.
    report.words = Words(Array(text.utf8))
    let whole = Span(start: 0, end: text.unicodeScalars.count, bytes: report.utf8.indices)
    report.source.url = "https://example.org/\(text)"
    report.source.outlet = text
    report.language = "ar"
    report.published = "2023-05-31"
    report.publishedFrom = .option
    report.modified = "2023-06-01"
    report.section = text
    report.source.record = ArchiveRecord(id: "urn:uuid:1", date: "2023-05-31T00:00:00Z", digest: "sha1:A")
    report.blocks = [Block(kind: .headline, span: whole, selector: text), Block(kind: .paragraph, span: whole)]
    report.facts = [
      Fact(
        id: 1, span: whole, block: 0,
        sources: [
          Source(span: whole, name: text, kind: .official, isAnonymous: true, count: "5"), Source(span: whole),
        ], verb: ReportingVerb(span: whole, force: .claim), polarity: .denied, certainty: .planned, quoted: .partial,
        mentions: [1, 12]),
      Fact(id: 2, span: whole, block: 1, repeats: 1),
    ]
    report.mentions = [
      Mention(id: 1, kind: .person, span: whole, name: text, role: text, roleSpan: whole),
      Mention(id: 12, kind: .place, span: whole, sameAs: 1),
    ]
    report.times = [
      TimeExpression(mention: 1, span: whole, edtf: "2023-05-08", anchor: .published),
      TimeExpression(mention: 12, span: whole),
    ]
    report.quantities = [
      Quantity(mention: 1, span: whole, value: "5", low: "4.5", high: "5", unit: "{person}", isApproximate: true),
      Quantity(mention: 12, span: whole),
    ]
    report.findings = [
      Finding(code: "hidden-bidi-control", severity: .warning, message: text, span: whole, repair: text),
      Finding(code: "empty-article", severity: .error, message: text),
    ]
    return report
  }

  /// A comparison in which every list has an entry.
  static func comparison(_ text: String = "وصلت 5 سفن.") -> Comparison {
    var comparison = Comparison(of: full(text), and: full(text + " نهاية", name: "b.txt"))
    let a = comparison.a.facts.map { Comparison.Place(fact: $0.id, span: $0.span, sources: $0.sources) }
    let b = comparison.b.facts.map { Comparison.Place(fact: $0.id, span: $0.span, sources: $0.sources) }
    (comparison.onlyInA, comparison.onlyInB) = (a, b)
    let detail = Difference.Detail(span: a[0].span, text: text, value: "5")
    let conflict = Difference(
      dimension: .number, verdict: .conflict, a: detail, b: .init(span: b[0].span, text: text),
      rule: "number.interval-overlap", reason: text)
    comparison.sameEvent = .init(score: 912, verdict: .same, because: [text, "same day"])
    comparison.shared = [.init(relation: .equivalent, score: 870, a: [a[0]], b: b, differences: [])]
    comparison.conflicting = [.init(relation: .conflicting, score: 5, a: a, b: [b[0]], differences: [conflict])]
    comparison.reused = [.init(a: a[0].span, b: b[0].span)]
    return comparison
  }

  /// A comparison of two versions in which every list has an entry.
  static func versions(_ text: String = "وصلت 5 سفن.") -> Comparison {
    var comparison = comparison(text)
    let (a, b) = (comparison.onlyInA[0].span, comparison.onlyInB[0].span)
    comparison.shared += comparison.conflicting
    comparison.conflicting = []
    comparison.shared[0].change = .reworded
    comparison.shared[0].isMoved = true
    comparison.shared[0].origins = 1
    comparison.shared[1].relation = .overlapping
    comparison.shared[1].change = .updated
    comparison.shared[1].differences = [
      Difference(
        dimension: .wording, verdict: .compatible,
        a: .init(span: Span(start: a.start, end: a.start, bytes: a.bytes.prefix(0)), text: ""),
        b: .init(span: b, text: text), rule: "wording.added", reason: text)
    ]
    comparison.versions = .init(
      headline: .init(a: a, b: nil),
      notices: [
        .init(kind: .correction, side: .b, span: b, facts: [2]), .init(kind: .update, side: .a, span: a, facts: []),
      ])
    return comparison
  }
}
