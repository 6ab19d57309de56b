import Khabar

extension ComparisonPage {
  /// Writes what both articles are, whether they tell one event, and the counts.
  func writeHead(_ html: inout HTMLWriter) {
    html.element("h1", text: words.comparison)
    html.element("div", ["class": "pair"]) { html in
      for side in sides { html.masthead(of: side, words) }
    }
    writeVerdict(&html)
  }

  private func writeVerdict(_ html: inout HTMLWriter) {
    if let versions = comparison.versions { return write(versions, &html) }
    let event = comparison.sameEvent
    html.element("div", ["class": "verdict pair"]) { html in
      html.element("div") { html in
        html.element("p") { html in
          html.element("strong", text: "\(words.sameEvent): \(words.word(event.verdict))")
          html.text(" ")
          html.element("span", ["class": "faint"], text: "(\(event.score) \(words.of) 1000)")
        }
        html.element("ul", ["class": "because"]) { html in
          for reason in event.because { html.element("li") { $0.element("bdi", text: reason) } }
        }
      }
      writeNumbers(&html)
    }
  }

  /// Writes what else was changed from one version to the next: the headline, and what the outlet says of it.
  private func write(_ versions: Comparison.Versions, _ html: inout HTMLWriter) {
    guard versions.headline != nil || !versions.notices.isEmpty else { return }
    html.element("div", ["class": "verdict"]) { html in
      if let headline = versions.headline {
        html.element("p") { html in
          html.sign("±")
          html.text(" ")
          html.element("strong", text: words.changedHeadline)
        }
        html.element("div", ["class": "pair"]) { html in
          for (side, span) in [(a, headline.a), (b, headline.b)] { write(span, side, &html) }
        }
      }
      for notice in versions.notices {
        html.element("p") { html in
          html.sign(notice.side == .a ? "−" : "+")
          html.text(" ")
          html.element("strong", text: words.word(notice.kind))
        }
        write(notice.span, notice.side == .a ? a : b, &html)
      }
    }
  }

  private func write(_ span: Span?, _ side: PageSide, _ html: inout HTMLWriter) {
    html.element("div", ["class": "side \(side.letter)", "dir": side.direction]) { html in
      html.element("p") { html in
        html.ours("span", class: "letter", words, text: side.label)
        html.text(" ")
        if let span {
          html.element("span", class: "said", of: side) { $0.text(side.report.utf8[span.bytes]) }
        } else {
          html.ours("span", class: "faint", words, text: words.nothing)
        }
      }
    }
  }

  private func writeNumbers(_ html: inout HTMLWriter) {
    html.element("dl", ["class": "numbers"]) { html in
      html.entry(words.alsoInB, words.percent(comparison.sharedShareOfA))
      html.entry(words.alsoInA, words.percent(comparison.sharedShareOfB))
      html.entry(words.independentOrigins, "\(comparison.independentOrigins)")
      if !comparison.reused.isEmpty { html.entry(words.reused, "\(comparison.reused.count)") }
    }
  }

  /// Writes a slim bar for each text, in which every fact is a link to its card; what it is shows in colour and height.
  func writeMap(_ html: inout HTMLWriter) {
    html.element("section", ["class": "maps", "aria-label": words.map]) { html in
      for side in sides {
        html.element("figure", ["class": "map \(side.letter)"]) { html in
          html.element("figcaption") { html in
            html.element("span", ["class": "hidden"], text: words.map)
            html.text(" ")
            html.element("span", ["class": "letter"], text: side.label)
          }
          write(side, &html)
        }
      }
      html.element("ul", ["class": "legend", "aria-label": words.legend]) { html in
        for listing in listings {
          html.element("li", ["class": PageCard.State(listing.kind).rawValue]) { html in
            if let sign = listing.sign {
              html.sign(sign)
              html.text(" ")
            }
            html.text(listing.title)
          }
        }
      }
    }
  }

  private func write(_ side: PageSide, _ html: inout HTMLWriter) {
    html.element("svg", ["viewBox": "0 0 1000 16", "preserveAspectRatio": "none"]) { html in
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
    let height = card.state == .conflict || card.state == .changed ? 16 : card.state == .shared ? 10 : 6
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
    element("div", ["class": "masthead \(side.letter)", "dir": side.direction]) { html in
      html.element("h2") { html in
        if let name = side.name {
          html.ours("span", class: "letter", words, text: name)
          html.text(" ")
        }
        if let headline = side.headline {
          html.element("span", class: "headline", of: side) { $0.text(headline) }
        } else {
          html.element("bdi", ["class": "headline"], text: report.source.name)
        }
      }
      html.element("dl", ["class": "facts"]) { html in
        html.entry(words.outlet, report.source.outlet, of: side, words)
        html.entry(words.published, report.published, of: nil, words)
        html.entry(words.language, words.name(ofLanguage: report.language), of: nil, words)
        if side.headline != nil { html.entry(words.file, report.source.name, of: nil, words) }
      }
    }
  }

  /// Writes by what an article is found again.
  mutating func origin(of side: PageSide, _ words: Catalogue) {
    element("dl", ["class": "facts origin", "dir": side.direction]) { html in
      html.entry(words.file, side.report.source.name, of: nil, words)
      html.entry(words.link, side.report.source.url, of: nil, words)
      html.entry(words.digest, side.report.source.sha256, of: nil, words)
    }
  }

  /// Writes a name and its value, unless there is none: words of an article, else a value that has a direction of its own.
  private mutating func entry(_ name: String, _ value: String?, of side: PageSide?, _ words: Catalogue) {
    guard let value else { return }
    element("div") { html in
      html.ours("dt", words, text: name)
      html.element("dd") { html in
        if let side {
          html.element("bdi", class: nil, of: side) { $0.text(value) }
        } else {
          html.element("bdi", ["lang": words.code], text: value)
        }
      }
    }
  }

  /// Writes a name and its value.
  mutating func entry(_ name: String, _ value: String) {
    element("div") { html in
      html.element("dt", text: name)
      html.element("dd") { $0.element("bdi", text: value) }
    }
  }
}
