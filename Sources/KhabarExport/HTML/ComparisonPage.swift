import Khabar

/// The page of a comparison: conflicts first, then what is shared, then what one side alone has, then both texts.
struct ComparisonPage {
  let comparison: Comparison
  let language: InterfaceLanguage
  let a: PageSide
  let b: PageSide

  let words: Catalogue
  let listings: [Listing]
  var sides: [PageSide] { [a, b] }

  init(_ comparison: Comparison, _ language: InterfaceLanguage) {
    self.comparison = comparison
    self.language = language
    words = language.words.of(comparison)
    listings = Listing.all(of: comparison, words)
    a = Self.side("a", words.a, comparison.a, listings, \.a)
    b = Self.side("b", words.b, comparison.b, listings, \.b)
  }

  private static func side(
    _ letter: String, _ label: String, _ report: Report, _ listings: [Listing],
    _ places: KeyPath<Comparison.Match, [Comparison.Place]>
  ) -> PageSide {
    var cards: [Int: PageCard] = [:]
    for listing in listings {
      if !listing.places.isEmpty, listing.isOfA == (letter == "a") {
        for (index, place) in listing.places.enumerated() {
          cards[place.fact] = card("\(letter)\(index + 1)", listing)
        }
      }
      for (id, match) in listing.matches {
        for place in match[keyPath: places] { cards[place.fact] = card(id, listing) }
      }
    }
    return PageSide(letter: letter, label: label, report: report, cards: cards)
  }

  /// The card of an entry.
  static func card(_ id: String, _ listing: Listing) -> PageCard {
    PageCard(id: id, state: PageCard.State(listing.kind), sign: listing.sign)
  }

  /// The finished page.
  var bytes: [UInt8] {
    PageFrame(language: language, title: "\(a.title) · \(b.title)").page(
      header: writeHead,
      links: listings.map {
        PageLink($0.kind.rawValue, PageCard.State($0.kind).rawValue, $0.title, $0.count, sign: $0.sign)
      } + [PageLink("texts", "texts", words.fullTexts)]
    ) { html in
      writeMap(&html)
      for listing in listings { write(listing, &html) }
      html.section("texts", words.fullTexts) { html in
        html.element("div", ["class": "pair"]) { html in
          for side in sides { html.fullText(of: side, words) }
        }
      }
    }
  }

  private func write(_ listing: Listing, _ html: inout HTMLWriter) {
    html.section(listing.kind.rawValue, "\(listing.title) (\(listing.count))") { html in
      guard listing.count > 0 else { return html.element("p", ["class": "faint"], text: words.nothing) }
      writeCards(listing, &html)
      if !listing.places.isEmpty { write(listing, listing.isOfA ? a : b, &html) }
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
