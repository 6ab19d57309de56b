import Khabar

extension ComparisonPage {
  /// Writes a card for each match: both sides beside each other, and what differs, with its reason.
  func writeCards(_ listing: Listing, _ html: inout HTMLWriter) {
    for (id, match) in listing.matches {
      let card = Self.card(id, listing)
      html.element(
        "article", ["class": "card \(card.state.rawValue)", "id": card.id, "aria-labelledby": "\(card.id)-title"]
      ) { html in
        html.element("h3", ["id": "\(card.id)-title"]) { html in
          html.badge(card)
          html.text(" \(words.word(match)) ")
          html.element("span", ["class": "score"], text: "\(match.score) \(words.of) 1000")
        }
        html.element("div", ["class": "pair"]) { html in
          write(match.a, a, match.differences.map { ($0.a.span, $0) }, &html)
          write(match.b, b, match.differences.map { ($0.b.span, $0) }, &html)
        }
        write(match.differences, &html)
      }
    }
  }

  private func write(
    _ places: [Comparison.Place], _ side: PageSide, _ details: [(Span, Difference)], _ html: inout HTMLWriter
  ) {
    let marks = details.map { span, difference in
      TextMark(range: span.bytes, kind: "diff \(difference.verdict.rawValue)", id: nil, link: nil)
    }
    html.element("div", ["class": "side \(side.letter)", "dir": side.direction]) { html in
      html.element("h4") { $0.ours("span", class: "letter", words, text: side.label) }
      for place in places { write(place, side, marks, &html) }
    }
  }

  /// Writes a fact of one side with who says it.
  private func write(_ place: Comparison.Place, _ side: PageSide, _ marks: [TextMark], _ html: inout HTMLWriter) {
    html.element("div", ["class": "place"]) { html in
      html.element("p", class: "said", of: side) { html in
        html.text(
          side.report.utf8, place.span.bytes, marks: marks.filter { $0.range.overlaps(place.span.bytes) })
        html.text(" ")
        html.factLink(place.fact, side, words)
      }
      html.chain(place.sources, of: side, words)
    }
  }

  /// Writes what differs in a match.
  private func write(_ differences: [Difference], _ html: inout HTMLWriter) {
    guard !differences.isEmpty else { return }
    html.element("ul", ["class": "differences"]) { html in
      for difference in differences {
        html.element("li", ["class": difference.verdict.rawValue]) { html in
          html.element("p") { html in
            html.sign(difference.verdict == .conflict ? "≠" : "≈")
            html.text(" ")
            html.element("strong", text: words.word(difference.dimension))
            html.text(" · \(words.word(verdictOf: difference)): ")
            html.element("bdi", text: difference.reason)
            html.text(" ")
            html.element("code", ["dir": "ltr"], text: difference.rule)
          }
          html.element("dl", ["class": "details pair"]) { html in
            write(difference.a, a, &html)
            write(difference.b, b, &html)
          }
        }
      }
    }
  }

  private func write(_ detail: Difference.Detail, _ side: PageSide, _ html: inout HTMLWriter) {
    guard !detail.text.isEmpty else { return }
    html.element("div", ["class": side.letter, "dir": side.direction]) { html in
      html.element("dt") { $0.ours("span", class: "letter", words, text: side.label) }
      html.element("dd") { html in
        html.element("bdi", class: nil, of: side) { $0.text(detail.text) }
        if let value = detail.value {
          html.text(" ")
          html.element("bdi", ["class": "value"], text: value)
        }
      }
    }
  }

  /// Writes the facts that only one side has.
  func write(_ listing: Listing, _ side: PageSide, _ html: inout HTMLWriter) {
    html.element("ol", ["class": "alone"]) { html in
      for (index, place) in listing.places.enumerated() {
        let card = Self.card("\(side.letter)\(index + 1)", listing)
        html.element(
          "li", ["class": "card \(card.state.rawValue)", "id": card.id, "dir": side.direction]
        ) { html in
          html.element("p") { $0.badge(card) }
          write(place, side, [], &html)
        }
      }
    }
  }
}

extension HTMLWriter {
  /// Writes a link to a fact in the full text.
  mutating func factLink(_ fact: Int, _ side: PageSide, _ words: Catalogue) {
    element(
      "a", ["class": "ref", "href": "#\(side.place(fact))", "lang": words.code, "dir": "ltr", "title": words.toText],
      text: "f\(fact)")
  }

  /// Writes who says a fact as a small tree: the outermost source is its root.
  mutating func chain(_ sources: [Source], of side: PageSide, _ words: Catalogue) {
    element("div", ["class": "says"]) { html in
      html.ours("span", class: "faint", words, text: words.says)
      html.text(" ")
      guard !sources.isEmpty else {
        if let outlet = side.report.source.outlet {
          html.element("span") { html in
            html.element("bdi", class: nil, of: side) { $0.text(outlet) }
            html.text(" ")
            html.ours("span", class: "faint", words, text: words.itself)
          }
        } else {
          html.ours("span", words, text: words.outletItself)
        }
        return
      }
      html.branch(sources[...], of: side, words)
    }
  }

  private mutating func branch(_ sources: ArraySlice<Source>, of side: PageSide, _ words: Catalogue) {
    guard let source = sources.first else { return }
    element("ul", ["class": "chain"]) { html in
      html.element("li") { html in
        html.element("bdi", class: nil, of: side) { html in
          if let name = source.name { html.text(name) } else { html.text(side.report.utf8[source.span.bytes]) }
        }
        if source.isAnonymous {
          html.text(" ")
          html.ours("span", class: "faint", words, text: "(\(words.unnamed))")
        }
        html.branch(sources.dropFirst(), of: side, words)
      }
    }
  }
}
