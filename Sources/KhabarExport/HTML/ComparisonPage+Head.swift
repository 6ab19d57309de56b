import Khabar

extension ComparisonPage {
  /// Writes what both articles are, whether they tell one event, and the counts.
  func writeHead(_ html: inout HTMLWriter) {
    html.element("h1", text: words.comparison)
    html.element("div", ["class": "pair"]) { html in
      for side in sides { html.masthead(of: side, words) }
    }
    writeVerdict(&html)
    writeCounts(&html)
  }

  private func writeVerdict(_ html: inout HTMLWriter) {
    let event = comparison.sameEvent
    html.element("div", ["class": "verdict"]) { html in
      html.element("p") { html in
        html.element("strong", text: "\(words.sameEvent): \(words.word(event.verdict))")
        html.element("span", ["class": "faint"], text: " (\(event.score) \(words.of) 1000)")
      }
      html.element("ul", ["class": "because"]) { html in
        for reason in event.because { html.element("li") { $0.element("bdi", text: reason) } }
      }
    }
  }

  private func writeCounts(_ html: inout HTMLWriter) {
    html.element("p", ["class": "faint"]) { html in
      var facts = [
        words.shares(comparison), "\(words.independentOrigins): \(comparison.independentOrigins)",
      ]
      if !comparison.reused.isEmpty { facts.append("\(words.reused): \(comparison.reused.count)") }
      html.text(facts.joined(separator: " · "))
    }
  }

  /// Writes a slim bar for each text, in which every fact is a link to its card; what it is shows in colour and height.
  func writeMap(_ html: inout HTMLWriter) {
    html.element("section", ["class": "maps", "aria-label": words.map]) { html in
      for side in sides {
        html.element("figure", ["class": "map"]) { html in
          html.element("figcaption", text: "\(words.map) \(side.label)")
          write(side, &html)
        }
      }
      html.element("ul", ["class": "legend", "aria-label": words.legend]) { html in
        for (kind, label) in [
          ("conflict", "≠ \(words.conflicts)"), ("shared", "= \(words.shared)"), ("only-a", words.onlyInA),
          ("only-b", words.onlyInB),
        ] { html.element("li", ["class": kind], text: label) }
      }
    }
  }

  private func write(_ side: PageSide, _ html: inout HTMLWriter) {
    let label = "\(words.map) \(side.label)"
    html.element(
      "svg", ["viewBox": "0 0 1000 16", "preserveAspectRatio": "none", "role": "group", "aria-label": label]
    ) { html in
      html.element("rect", ["class": "ground", "x": "0", "y": "7", "width": "1000", "height": "2"]) { _ in }
      var reached = 0
      for fact in side.report.facts.sorted(by: { $0.span.start < $1.span.start }) {
        guard let card = side.cards[fact.id], fact.span.end > reached else { continue }
        let start = max(reached, fact.span.start)
        reached = fact.span.end
        write(card, side.position(start), side.position(reached), side, &html)
      }
    }
  }

  /// A text that is read from the right has a map that is read from the right.
  private func write(_ card: PageCard, _ start: Int, _ end: Int, _ side: PageSide, _ html: inout HTMLWriter) {
    let width = max(4, end - start - 2)
    let x = side.report.direction == .rtl ? max(0, 1000 - start - width) : start
    let height = card.state == .conflict ? 16 : card.state == .shared ? 10 : 6
    html.element("a", ["href": "#\(card.id)", "aria-label": card.label]) { html in
      html.element(
        "rect",
        [
          "class": card.state.rawValue, "x": "\(x)", "y": "\((16 - height) / 2)", "width": "\(width)",
          "height": "\(height)",
        ]
      ) { $0.element("title", text: card.label) }
    }
  }
}

extension PageSide {
  /// Where a code point of the text stands, in thousandths of it.
  func position(_ scalar: Int) -> Int { scalar * 1000 / max(1, report.words.scalarCount) }
}

extension HTMLWriter {
  /// Writes the headline of an article and where it comes from.
  mutating func masthead(of side: PageSide, _ words: Catalogue) {
    let report = side.report
    element("section", ["class": "masthead \(side.letter)", "aria-label": side.name]) { html in
      html.element("h2") { html in
        if !side.label.isEmpty { html.element("span", ["class": "letter"], text: side.label) }
        if let headline = side.headline {
          html.element("span", class: "headline", of: side) { $0.text(headline) }
        } else {
          html.element("bdi", ["class": "headline"], text: report.source.name)
        }
      }
      html.element("dl", ["class": "facts"]) { html in
        html.entry(words.outlet, report.source.outlet)
        html.entry(words.published, report.published)
        html.entry(words.language, report.language)
        html.entry(words.file, report.source.name)
        html.entry(words.link, report.source.url)
        html.entry(words.digest, report.source.sha256)
      }
    }
  }

  /// Writes a name and its value, unless there is none.
  mutating func entry(_ name: String, _ value: String?) {
    guard let value else { return }
    element("div") { html in
      html.element("dt", text: name)
      html.element("dd") { $0.element("bdi", text: value) }
    }
  }
}
