import Khabar

/// The page of a report: the article with its facts marked, then what was read out of it.
struct ReportPage {
  private let report: Report
  private let language: InterfaceLanguage
  private let side: PageSide
  private let names: [NamedThing]
  private var words: Catalogue { language.words }

  init(_ report: Report, _ language: InterfaceLanguage) {
    self.report = report
    self.language = language
    let cards = report.facts.map { ($0.id, PageCard(id: "f\($0.id)", state: .onlyA)) }
    names = NamedThing.all(of: report)
    side = PageSide(
      letter: "a", label: "", report: report, cards: Dictionary(cards, uniquingKeysWith: { first, _ in first }))
  }

  /// The finished page.
  var bytes: [UInt8] {
    PageFrame(language: language, title: side.title).page(
      header: { html in
        html.element("h1", text: words.report)
        html.masthead(of: side, words)
      },
      links: [
        PageLink("texts", "texts", words.text), PageLink("facts", "only-a", words.facts, report.facts.count),
        PageLink("names", "texts", words.names, names.count),
        PageLink("times", "texts", words.times, report.times.count),
        PageLink("quantities", "texts", words.quantities, report.quantities.count),
        PageLink("findings", "texts", words.findings, report.findings.count),
      ]
    ) { html in
      html.section("texts", words.text) { $0.fullText(of: side, words) }
      html.section("facts", words.facts) { writeFacts(&$0) }
      html.section("names", words.names) { writeNames(&$0) }
      html.section("times", words.times) { writeTimes(&$0) }
      html.section("quantities", words.quantities) { writeQuantities(&$0) }
      html.section("findings", words.findings) { writeFindings(&$0) }
    }
  }

  /// The facts that a mention stands in, by its id.
  private var factsOfMention: [Int: [Int]] {
    var facts: [Int: [Int]] = [:]
    for fact in report.facts { for mention in fact.mentions { facts[mention, default: []].append(fact.id) } }
    return facts
  }

  /// The names, times and quantities of a fact.
  private func marks(_ fact: Fact, _ mentions: [Int: Mention]) -> [TextMark] {
    fact.mentions.compactMap { mentions[$0] }.filter { fact.span.contains($0.span) }.map {
      TextMark(range: $0.span.bytes, kind: "named", id: nil, link: nil)
    }
  }

  private func writeFacts(_ html: inout HTMLWriter) {
    let mentions = Dictionary(report.mentions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    html.element("ol", ["class": "alone"]) { html in
      for fact in report.facts {
        html.element("li", ["class": "card only-a", "id": "f\(fact.id)", "dir": side.direction]) { html in
          html.element("div", ["class": "place"]) { html in
            html.element("p", class: "said", of: side) { html in
              html.text(report.utf8, fact.span.bytes, marks: marks(fact, mentions))
              html.text(" ")
              html.factLink(fact.id, side, words)
            }
            html.chain(fact.sources, of: side, words)
            write(words.remarks(fact), repeats: fact.repeats, &html)
          }
        }
      }
    }
  }

  private func write(_ remarks: [String], repeats: Int?, _ html: inout HTMLWriter) {
    guard !remarks.isEmpty || repeats != nil else { return }
    html.element("p", ["class": "remarks"]) { html in
      html.element("span", ["lang": words.code, "dir": words.direction]) { html in
        html.text(remarks.joined(separator: " · "))
        guard let repeats else { return }
        html.text("\(remarks.isEmpty ? "" : " · ")\(words.repeats) ")
        html.element("a", ["href": "#f\(repeats)", "dir": "ltr"], text: "f\(repeats)")
      }
    }
  }

  private func writeNames(_ html: inout HTMLWriter) {
    table([words.kind, words.value, words.text, words.role, words.fact], names, &html) { named, html in
      html.element("td", text: words.word(named.kind))
      cell(named.name, &html)
      cell(named.forms, &html)
      cell(named.roles, &html)
      cell(named.facts, &html)
    }
  }

  private func writeTimes(_ html: inout HTMLWriter) {
    let facts = factsOfMention
    table([words.text, words.value, words.fact], report.times, &html) { time, html in
      cell(time.span, &html)
      cell(time.edtf ?? words.unresolved, &html)
      cell(facts[time.mention] ?? [], &html)
    }
  }

  private func writeQuantities(_ html: inout HTMLWriter) {
    let facts = factsOfMention
    table([words.text, words.value, words.fact], report.quantities, &html) { quantity, html in
      cell(quantity.span, &html)
      cell(words.value(quantity), &html)
      cell(facts[quantity.mention] ?? [], &html)
    }
  }

  /// Messages of findings are English.
  private func writeFindings(_ html: inout HTMLWriter) {
    table([words.kind, words.text], report.findings, &html) { finding, html in
      html.element("td", text: words.word(finding.severity))
      html.element("td") { html in
        html.element("bdi", ["lang": "en", "dir": "ltr"], text: "\(finding.message) [\(finding.code)]")
      }
    }
  }

  /// Writes a table with a row for each value; words of the article and values are isolated in their cells.
  private func table<Value>(
    _ titles: [String], _ values: [Value], _ html: inout HTMLWriter, _ row: (Value, inout HTMLWriter) -> Void
  ) {
    guard !values.isEmpty else { return html.element("p", ["class": "faint"], text: words.nothing) }
    html.element("div", ["class": "table"]) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in for title in titles { html.element("th", ["scope": "col"], text: title) } }
        }
        html.element("tbody") { html in
          for value in values { html.element("tr") { row(value, &$0) } }
        }
      }
    }
  }

  private func cell(_ span: Span, _ html: inout HTMLWriter) {
    html.element("td") { html in html.element("bdi", class: nil, of: side) { $0.text(report.utf8[span.bytes]) } }
  }

  /// Words of the article, each isolated.
  private func cell(_ words: [String], _ html: inout HTMLWriter) {
    html.element("td") { html in
      for (index, word) in words.enumerated() {
        if index > 0 { html.text(" · ") }
        html.element("bdi", class: nil, of: side) { $0.text(word) }
      }
    }
  }

  private func cell(_ value: String?, _ html: inout HTMLWriter) {
    html.element("td") { $0.element("bdi", text: value ?? "") }
  }

  private func cell(_ facts: [Int], _ html: inout HTMLWriter) {
    html.element("td") { html in
      for fact in facts {
        html.element("a", ["class": "ref", "href": "#f\(fact)", "dir": "ltr"], text: "f\(fact)")
        html.text(" ")
      }
    }
  }
}
