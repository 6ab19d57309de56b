import Khabar

/// Where a fact of one side stands on the page of a comparison.
struct PageCard {
  /// What the comparison says of a fact. The raw value is its class in the style sheet.
  enum State: String { case conflict, shared, onlyA = "only-a", onlyB = "only-b" }

  /// The id of its card.
  var id: String
  /// Shared, conflicting or of one side only.
  var state: State

  /// The card's name with a sign for its state, so that colour never tells alone.
  var label: String { state == .conflict ? "≠ \(id)" : state == .shared ? "= \(id)" : id }
}

/// One article on a page.
struct PageSide {
  /// "a" or "b", in ids.
  let letter: String
  /// What people call it; empty where it stands alone.
  let label: String
  /// Its report.
  let report: Report
  /// The cards of its facts, by their ids.
  let cards: [Int: PageCard]

  /// What people call it, if it needs a name.
  var name: String? { label.isEmpty ? nil : label }
  /// The language of its text, where it is known.
  var language: String? { report.language == "und" ? nil : report.language }
  /// The direction of its text, as HTML has it.
  var direction: String { report.direction.rawValue }
  /// The id of a fact in the full text.
  func place(_ fact: Int) -> String { "\(letter)-f\(fact)" }

  /// The headline, if there is one.
  var headline: String? { report.blocks.first { $0.kind == .headline }.map { report.text($0.span) } }
  /// The headline, or what the article is called.
  var title: String { headline ?? report.source.name }

  /// Facts of every block, in reading order; those without a block are given to the first.
  var factsByBlock: [[Fact]] {
    var facts = Array(repeating: [Fact](), count: report.blocks.count)
    for fact in report.facts where !facts.isEmpty {
      facts[facts.indices.contains(fact.block) ? fact.block : 0].append(fact)
    }
    return facts
  }
}

extension HTMLWriter {
  /// Writes an element that holds words of an article, in its language and direction.
  mutating func element(_ name: String, class kind: String?, of side: PageSide, _ content: (inout HTMLWriter) -> Void) {
    element(name, ["class": kind, "lang": side.language, "dir": side.direction], content)
  }
}
