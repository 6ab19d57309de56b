@testable import Khabar

/// The documents that the format pages show.
extension Examples {
  /// One report.
  static var documentedReport: Report {
    let text = "وصول خمس سفن أمس\n\nنقلت رويترز عن مسؤولَين اثنين وصول السفن الخمس يوم الثلاثاء.\u{202E}"
    var report = read(text, "a.txt")
    report.published = "2023-05-31"
    report.publishedFrom = .option
    report.source.outlet = "الخبر"
    report.source.url = "https://example.org/a"
    let headline = span("وصول خمس سفن أمس", in: text)
    let statement = span("وصول السفن", to: "الثلاثاء", in: text)
    report.blocks = [
      Block(kind: .headline, span: headline), Block(kind: .paragraph, span: span("نقلت", to: "الثلاثاء.", in: text)),
    ]
    report.facts = [
      Fact(id: 1, span: headline, block: 0, mentions: [1, 2], repeats: 2),
      Fact(
        id: 2, span: statement, block: 1,
        sources: [
          Source(span: span("رويترز", in: text), name: "رويترز", kind: .media),
          Source(span: span("مسؤولَين اثنين", in: text), kind: .official, isAnonymous: true, count: "2"),
        ], verb: ReportingVerb(span: span("نقلت", in: text), force: .neutral), mentions: [4, 5]),
    ]
    let ships = [span("خمس سفن", in: text), span("السفن الخمس", in: text)]
    let days = [span("أمس", in: text), span("يوم الثلاثاء", in: text)]
    report.mentions = [
      Mention(id: 1, kind: .quantity, span: ships[0]), Mention(id: 2, kind: .time, span: days[0]),
      Mention(id: 3, kind: .organisation, span: span("رويترز", in: text), name: "رويترز"),
      Mention(id: 4, kind: .quantity, span: ships[1], sameAs: 1), Mention(id: 5, kind: .time, span: days[1], sameAs: 2),
    ]
    report.times = zip([2, 5], days).map {
      TimeExpression(mention: $0, span: $1, edtf: "2023-05-30", anchor: .published)
    }
    report.quantities = zip([1, 4], ships).map {
      Quantity(mention: $0, span: $1, value: "5", low: "5", high: "5", unit: "{ship}")
    }
    let control = span("\u{202E}", in: text)
    let message = "The text hides the bidirectional control U+202E."
    report.findings = [Finding(code: "hidden-bidi-control", severity: .warning, message: message, span: control)]
    return report
  }

  /// That report compared with one in English.
  static var documentedComparison: Comparison {
    let text = "Six ships called at Salalah, Reuters said. They left today."
    var b = read(text, "b.txt")
    b.language = "en"
    let a = documentedReport
    let six = Comparison.Place(
      fact: 1, span: span("Six ships called at Salalah", in: text),
      sources: [Source(span: span("Reuters", in: text), name: "Reuters", kind: .media)])
    let difference = Difference(
      dimension: .number, verdict: .conflict, a: .init(span: span("خمس", in: a.text), text: "خمس", value: "5"),
      b: .init(span: span("Six", in: text), text: "Six", value: "6"), rule: "number.interval-overlap",
      reason: "A counts 5 ships, B counts 6.")
    let places = a.facts.map { Comparison.Place(fact: $0.id, span: $0.span, sources: $0.sources) }
    return Comparison(
      a: a, b: b, sameEvent: .init(score: 912, verdict: .same, because: ["Both tell of ships on one day."]), shared: [],
      conflicting: [.init(relation: .conflicting, score: 870, a: places, b: [six], differences: [difference])],
      onlyInA: [], onlyInB: [.init(fact: 2, span: span("They left today.", in: text), sources: [])], reused: [],
      independentOrigins: 1)
  }

  private static func read(_ text: String, _ name: String) -> Report {
    var report = Report(of: Article(plainText: Array(text.utf8), name: name))
    report.findings = []
    report.published = nil
    report.publishedFrom = nil
    return report
  }

  /// The first place of some words; up to the end of others, where given.
  private static func span(_ first: String, to last: String? = nil, in text: String) -> Span {
    let utf8 = Array(text.utf8)
    func place(_ words: String) -> Range<Int> {
      let words = Array(words.utf8)
      let start = utf8.indices.first { utf8[$0...].starts(with: words) } ?? 0
      return start..<start + words.count
    }
    let bytes = place(first).lowerBound..<place(last ?? first).upperBound
    func count(_ slice: ArraySlice<UInt8>) -> Int { String(decoding: slice, as: UTF8.self).unicodeScalars.count }
    let start = count(utf8[..<bytes.lowerBound])
    return Span(start: start, end: start + count(utf8[bytes]), bytes: bytes)
  }
}
