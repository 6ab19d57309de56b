import Khabar

/// The page of a comparison: conflicts first, then what is shared, then what one side alone has, then both texts.
struct ComparisonPage {
  let comparison: Comparison
  let language: InterfaceLanguage
  let a: PageSide
  let b: PageSide

  var words: Catalogue { language.words }
  var sides: [PageSide] { [a, b] }

  init(_ comparison: Comparison, _ language: InterfaceLanguage) {
    self.comparison = comparison
    self.language = language
    a = Self.side("a", language.words.a, comparison.a, comparison, \.a, comparison.onlyInA, .onlyA)
    b = Self.side("b", language.words.b, comparison.b, comparison, \.b, comparison.onlyInB, .onlyB)
  }

  private static func side(
    _ letter: String, _ label: String, _ report: Report, _ comparison: Comparison,
    _ places: KeyPath<Comparison.Match, [Comparison.Place]>, _ alone: [Comparison.Place], _ state: PageCard.State
  ) -> PageSide {
    var cards: [Int: PageCard] = [:]
    for (index, place) in alone.enumerated() { cards[place.fact] = PageCard(id: "\(letter)\(index + 1)", state: state) }
    for (index, match) in comparison.shared.enumerated() {
      for place in match[keyPath: places] { cards[place.fact] = PageCard(id: "s\(index + 1)", state: .shared) }
    }
    for (index, match) in comparison.conflicting.enumerated() {
      for place in match[keyPath: places] { cards[place.fact] = PageCard(id: "c\(index + 1)", state: .conflict) }
    }
    return PageSide(letter: letter, label: label, report: report, cards: cards)
  }

  /// The finished page.
  var bytes: [UInt8] {
    PageFrame(language: language, title: "\(a.title) · \(b.title)").page(
      header: writeHead,
      links: [
        PageLink("conflicts", "conflict", words.conflicts, comparison.conflicting.count, sign: "≠"),
        PageLink("shared", "shared", words.shared, comparison.shared.count, sign: "="),
        PageLink("only-a", "only-a", words.onlyInA, comparison.onlyInA.count),
        PageLink("only-b", "only-b", words.onlyInB, comparison.onlyInB.count),
        PageLink("texts", "texts", words.fullTexts),
      ]
    ) { html in
      writeMap(&html)
      section("conflicts", words.conflicts, comparison.conflicting.count, &html) {
        writeCards(comparison.conflicting, "c", .conflict, &$0)
      }
      section("shared", words.shared, comparison.shared.count, &html) {
        writeCards(comparison.shared, "s", .shared, &$0)
      }
      section("only-a", words.onlyInA, comparison.onlyInA.count, &html) { write(comparison.onlyInA, a, .onlyA, &$0) }
      section("only-b", words.onlyInB, comparison.onlyInB.count, &html) { write(comparison.onlyInB, b, .onlyB, &$0) }
      html.section("texts", words.fullTexts) { html in
        html.element("div", ["class": "pair"]) { html in
          for side in sides { html.fullText(of: side, words) }
        }
      }
    }
  }

  private func section(
    _ id: String, _ title: String, _ count: Int, _ html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void
  ) {
    html.section(id, "\(title) (\(count))") { html in
      if count == 0 { html.element("p", ["class": "faint"], text: words.nothing) } else { content(&html) }
    }
  }
}

extension HTMLWriter {
  /// Writes a section with a heading that names it.
  mutating func section(_ id: String, _ title: String, _ content: (inout HTMLWriter) -> Void) {
    element("section", ["id": id, "aria-labelledby": "\(id)-title"]) { html in
      html.element("h2", ["id": "\(id)-title"], text: title)
      content(&html)
    }
  }

  /// Writes a whole article, every fact of it marked and linked to its card.
  mutating func fullText(of side: PageSide, _ words: Catalogue) {
    element("article", ["class": "text \(side.letter)", "aria-label": side.name]) { html in
      if let name = side.name {
        html.element("h3", ["dir": side.direction]) { $0.ours("span", class: "letter", words, text: name) }
      }
      html.element("div", class: "story", of: side) { html in
        for (block, facts) in zip(side.report.blocks, side.factsByBlock) {
          html.element("p", ["class": "block \(block.kind.rawValue)"]) { html in
            html.text(side.report.utf8, block.span.bytes, marks: facts.map { side.mark($0, words) })
          }
        }
      }
      html.origin(of: side, words)
    }
  }
}

extension PageSide {
  /// A fact in the full text.
  func mark(_ fact: Fact, _ words: Catalogue) -> TextMark {
    let card = cards[fact.id]
    return TextMark(
      range: fact.span.bytes, kind: card.map { "fact \($0.state.rawValue)" } ?? "fact", id: place(fact.id),
      link: card.map { ($0, words.toCard, words.code) })
  }
}
