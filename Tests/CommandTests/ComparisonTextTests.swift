import TestSupport
import Testing

@testable import Khabar
@testable import khabar

/// The page of a comparison whose parts are made by hand, so that no extractor has a say in it.
@Suite struct ComparisonTextTests {
  private let a = Report(
    of: Article(
      plainText: Array("أعلنت الوزارة مقتل 12 شخصا. وسافر الوفد إلى مسقط.".utf8), name: "a.txt", outlet: "الميناء",
      language: "ar", published: "2023-05-31"))
  private let b = Report(
    of: Article(
      plainText: Array("Police said 15 people died. The delegation flew to Muscat in May.".utf8), name: "b.txt",
      language: "en"))

  private func span(_ text: String, in report: Report) throws -> Span {
    let range = try #require(report.text.range(of: text))
    let start = report.text[..<range.lowerBound]
    let first = start.unicodeScalars.count
    let bytes = start.utf8.count..<start.utf8.count + text.utf8.count
    return Span(start: first, end: first + text.unicodeScalars.count, bytes: bytes)
  }

  private func place(_ text: String, in report: Report, says source: Source? = nil) throws -> Comparison.Place {
    Comparison.Place(fact: 1, span: try span(text, in: report), sources: source.map { [$0] } ?? [])
  }

  private func comparison() throws -> Comparison {
    var comparison = Comparison(of: a, and: b)
    comparison.sameEvent = .init(score: 912, verdict: .same, because: ["Both tell of a delegation in Muscat."])
    let ministry = Source(span: try span("الوزارة", in: a), kind: .official)
    let police = Source(span: try span("Police", in: b), name: "the police", isAnonymous: true)
    comparison.conflicting = [
      .init(
        relation: .conflicting, score: 870, a: [try place("مقتل 12 شخصا", in: a, says: ministry)],
        b: [try place("15 people died", in: b, says: police)],
        differences: [
          Difference(
            dimension: .number, verdict: .conflict,
            a: .init(span: try span("12", in: a), text: "12 شخصا", value: "12"),
            b: .init(span: try span("15", in: b), text: "15 people", value: "15"), rule: "number.disjoint",
            reason: "12 and 15 cannot both be the toll.")
        ])
    ]
    comparison.shared = [
      .init(
        relation: .bMoreSpecific, score: 700, a: [try place("سافر الوفد إلى مسقط", in: a)],
        b: [try place("The delegation flew to Muscat in May", in: b)], differences: [])
    ]
    comparison.onlyInA = []
    comparison.onlyInB = [try place("in May", in: b)]
    comparison.independentOrigins = 2
    return comparison
  }

  @Test func `conflicts come first, each side with who says it`() throws {
    let text = String(decoding: ComparisonText(try comparison(), style: .plain).bytes, as: UTF8.self)
    let body = try #require(text.range(of: "Same event")).lowerBound
    #expect(
      text[body...] == """
        Same event: yes (912 of 1000)
           because Both tell of a delegation in Muscat.

        Conflicts (1)
        ≠ c1 conflict (870)
          A مقتل ≠[12] شخصا
            says: الوزارة
          B ≠[15] people died
            says: the police (unnamed)
          ≠ number: A 12 شخصا (12) · B 15 people (15)
            conflict: 12 and 15 cannot both be the toll. [number.disjoint]

        Shared (1)
        = s1 B says more (700)
          A سافر الوفد إلى مسقط
            says: الميناء itself
          B The delegation flew to Muscat in May
            says: the outlet itself

        Only in B (1)
          B in May
            says: the outlet itself

        ▓▓▓▓▓▓▓▓▓▓▓▓▓█████████████░░░░░░░░░░░░░
        ▓ 1 conflicting · █ 1 shared · ▒ 0 only in A · ░ 1 only in B · \
        100.0% of A and 66.6% of B shared · independent origins: 2

        """)
  }

  @Test func `the article around a statement is told apart from it`() throws {
    var style = TextStyle.plain
    style.context = 2
    let text = String(decoding: ComparisonText(try comparison(), style: style).bytes, as: UTF8.self)
    #expect(text.contains("  A أعلنت الوزارة | مقتل ≠[12] شخصا | . وسافر …\n"))
    #expect(text.contains("  B Police said | ≠[15] people died | . The …\n"))
    #expect(text.contains("  B … to Muscat | in May\n"))
  }

  @Test func `colour goes with the signs, over the end of a line too`() throws {
    var style = TextStyle(.always, isTerminal: true) { _ in nil }
    style.width = 20
    var text = QuotedText()
    text.add(Array("one two three four".utf8), 0..<18, marks: [(4..<13, .conflict)])
    var page = TextPage(style)
    page.line(.side(.a), .plain(" "), .marked(text))
    #expect(
      String(decoding: page.bytes, as: UTF8.self)
        == "\u{1B}[1;34mA\u{1B}[0m \u{2068}one \u{1B}[1;35m≠[two three]\u{1B}[0m\u{2069}\n    \u{2068}four\u{2069}\n")
  }

  @Test func `the head names both sides`() throws {
    let text = String(decoding: ComparisonText(try comparison(), style: .plain).bytes, as: UTF8.self)
    #expect(text.hasPrefix("A  a.txt · ar\n   outlet: الميناء\n   published: 2023-05-31\n"))
    #expect(text.contains("\nB  b.txt · en\n"))
  }

  @Test func `fail-on names what it finds`() throws {
    var comparison = try comparison()
    #expect(FailOn.allCases.allSatisfy { $0 == .update || $0.isFound(in: comparison) })
    comparison.conflicting = []
    #expect(!FailOn.conflict.isFound(in: comparison))
    #expect(FailOn.unique.isFound(in: comparison))
    comparison.onlyInB = []
    #expect(!FailOn.any.isFound(in: comparison))
  }
}
