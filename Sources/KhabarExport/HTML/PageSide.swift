import Khabar

/// Where a fact of one side stands on the page of a comparison.
struct PageCard {
  /// What the comparison says of a fact. The raw value is its class in the style sheet.
  enum State: String {
    case conflict, changed, shared
    case onlyA = "only-a"
    case onlyB = "only-b"

    /// The state of the facts in a list.
    init(_ kind: Listing.Kind) {
      self =
        switch kind {
        case .conflicts: .conflict
        case .changed: .changed
        case .shared, .kept: .shared
        case .onlyInA, .removed: .onlyA
        case .onlyInB, .added: .onlyB
        }
    }
  }

  /// The id of its card.
  var id: String
  /// Shared, conflicting or of one side only.
  var state: State

  /// A sign for its state, so that colour never tells alone.
  var sign: String?
  /// Its name with the sign.
  var label: String { sign.map { "\($0) \(id)" } ?? id }
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
  /// Writes words of ours where what is around them may have the language and direction of an article.
  mutating func ours(_ name: String, class kind: String? = nil, _ words: Catalogue, text: String) {
    element(name, ["class": kind, "lang": words.code, "dir": words.direction], text: text)
  }

  /// Writes a sign, which keeps its shape where the text around it is read from the right.
  mutating func sign(_ sign: String) { element("span", ["class": "sign", "dir": "ltr"], text: sign) }

  /// Writes the name of a card.
  mutating func badge(_ card: PageCard) {
    element("span", ["class": "badge", "dir": "ltr"]) { $0.name(of: card) }
  }

  /// Writes the sign and the id of a card.
  mutating func name(of card: PageCard) {
    if let sign = card.sign {
      self.sign(sign)
      text(" ")
    }
    text(card.id)
  }

  /// Writes an element that holds words of an article, in its language and direction.
  mutating func element(_ name: String, class kind: String?, of side: PageSide, _ content: (inout HTMLWriter) -> Void) {
    element(name, ["class": kind, "lang": side.language, "dir": side.direction], content)
  }
}
