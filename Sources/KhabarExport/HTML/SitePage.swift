import Khabar

/// The page that leads to all pages of a folder.
struct SitePage {
  let language: InterfaceLanguage
  private var words: Catalogue { language.words }

  /// The page of rows that are finished.
  func bytes(reports: [[UInt8]], comparisons: [[UInt8]]) -> [UInt8] {
    let lists = [("comparisons", words.comparisons, comparisons), ("reports", words.reports, reports)]
      .filter { !$0.2.isEmpty }
    return PageFrame(language: language, title: words.contents).page(
      header: { $0.element("h1", text: words.contents) },
      links: lists.map { PageLink($0.0, "texts", $0.1, $0.2.count) }
    ) { html in
      for (id, title, rows) in lists {
        html.section(id, "\(title) (\(rows.count))") { html in
          html.element("ol", ["class": "entries"]) { html in for row in rows { html.raw(row) } }
        }
      }
    }
  }

  /// The row of a report.
  func row(_ report: Report, file: String) -> [UInt8] {
    row { html in
      html.headline(PageSide(letter: "a", label: "", report: report, cards: [:]), file: file, words)
      html.element("p", ["class": "faint"]) { html in
        html.details(of: report, words)
        html.text(" · \(words.facts): \(report.facts.count)")
      }
    }
  }

  /// The row of a comparison.
  func row(_ comparison: Comparison, file: String) -> [UInt8] {
    row { html in
      html.element("div", ["class": "pair"]) { html in
        for (letter, label, report) in [("a", words.a, comparison.a), ("b", words.b, comparison.b)] {
          html.element("div", ["class": letter, "dir": report.direction.rawValue]) { html in
            html.headline(
              PageSide(letter: letter, label: label, report: report, cards: [:]), file: file, words)
            html.element("p", ["class": "faint"]) { html in
              html.element("span", ["lang": words.code, "dir": words.direction]) { $0.details(of: report, words) }
            }
          }
        }
      }
      html.counts(of: comparison, words)
    }
  }

  private func row(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
    var html = HTMLWriter(isFragment: true)
    html.element("li", ["class": "card entry"], content)
    return html.bytes
  }
}

extension HTMLWriter {
  /// Writes the headline of an article as a link to its page.
  fileprivate mutating func headline(_ side: PageSide, file: String, _ words: Catalogue) {
    element("p", ["class": "said", "dir": side.direction]) { html in
      if let name = side.name {
        html.ours("span", class: "letter", words, text: name)
        html.text(" ")
      }
      html.element("a", ["href": file]) { html in
        if let headline = side.headline {
          html.element("span", class: "headline", of: side) { $0.text(headline) }
        } else {
          html.element("bdi", text: side.title)
        }
      }
    }
  }

  /// Writes who published an article, when, and in which language.
  fileprivate mutating func details(of report: Report, _ words: Catalogue) {
    for value in [report.source.outlet, report.published] {
      guard let value else { continue }
      element("bdi", text: value)
      text(" · ")
    }
    text(words.name(ofLanguage: report.language))
  }

  /// Writes whether both articles tell one event, and the counts of a comparison.
  fileprivate mutating func counts(of comparison: Comparison, _ words: Catalogue) {
    element("ul", ["class": "counts"]) { html in
      html.element("li", text: "\(words.sameEvent): \(words.word(comparison.sameEvent.verdict))")
      for listing in Listing.all(of: comparison, words) {
        html.element("li", ["class": PageCard.State(listing.kind).rawValue]) { html in
          if let sign = listing.sign {
            html.sign(sign)
            html.text(" ")
          }
          html.text("\(listing.title) ")
          html.element("b", text: "\(listing.count)")
        }
      }
    }
  }
}
