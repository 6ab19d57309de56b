import Khabar

/// A comparison for people: conflicts first, then what is shared, then what only one side has.
struct ComparisonText {
  private let comparison: Comparison
  private var page: TextPage

  /// The finished text.
  var bytes: [UInt8] { page.bytes }

  init(_ comparison: Comparison, style: TextStyle) {
    self.comparison = comparison
    page = TextPage(style)
    writeHead()
    if style.only ?? .conflicts == .conflicts { writeMatches(comparison.conflicting, page.words.conflicts, "c") }
    if style.only ?? .shared == .shared { writeMatches(comparison.shared, page.words.shared, "s") }
    if style.only ?? .unique == .unique {
      writeUnique(comparison.onlyInA, page.words.onlyInA, .a)
      writeUnique(comparison.onlyInB, page.words.onlyInB, .b)
    }
    page.line()
    page.line(.plain(page.words.summary(comparison)))
  }

  private mutating func writeHead() {
    page.head(comparison.a, side: .a)
    page.findings(comparison.a, of: .a)
    page.head(comparison.b, side: .b)
    page.findings(comparison.b, of: .b)
    let event = comparison.sameEvent
    let words = page.words
    page.line(
      .title("\(words.sameEvent): \(words.word(event.verdict))"), .faint(" (\(event.score) \(words.of) 1000)"))
    for reason in event.because { page.line(.plain("   \(words.because) "), .quote(Array(reason.utf8))) }
  }

  private mutating func writeMatches(_ matches: [Comparison.Match], _ title: String, _ letter: String) {
    guard !matches.isEmpty else { return }
    page.line()
    page.line(.title("\(title) (\(matches.count))"))
    for (index, match) in matches.enumerated() {
      let label = " \(letter)\(index + 1) \(page.words.word(match.relation))"
      page.line(Self.sign(match.relation), .plain(label), .faint(" (\(match.score))"))
      writePlaces(match.a, .a)
      writePlaces(match.b, .b)
      for difference in match.differences { write(difference) }
    }
  }

  private static func sign(_ relation: Relation) -> TextPage.Piece {
    relation == .conflicting ? .alarm("≠") : .plain("=")
  }

  private mutating func writePlaces(_ places: [Comparison.Place], _ side: TextPage.Side) {
    let report = side == .a ? comparison.a : comparison.b
    for place in places {
      page.line(.plain("  "), .side(side), .plain(" "), .quote(report.bytes(place.span)))
      page.line([.faint("    \(page.words.says): ")] + page.chain(place.sources, in: report))
    }
  }

  private mutating func write(_ difference: Difference) {
    let isConflict = difference.verdict == .conflict
    page.line(
      .plain("  "), isConflict ? .alarm("≠") : .plain("~"), .plain(" \(page.words.word(difference.dimension)): "),
      .side(.a), .plain(" "), .quote(Array(difference.a.text.utf8)), .faint(value(difference.a)), .plain(" · "),
      .side(.b), .plain(" "), .quote(Array(difference.b.text.utf8)), .faint(value(difference.b)))
    page.line(
      .plain("    \(page.words.word(difference.verdict)): "), .quote(Array(difference.reason.utf8)),
      .faint(" [\(difference.rule)]"))
  }

  private func value(_ detail: Difference.Detail) -> String { detail.value.map { " (\($0))" } ?? "" }

  private mutating func writeUnique(_ places: [Comparison.Place], _ title: String, _ side: TextPage.Side) {
    guard !places.isEmpty else { return }
    page.line()
    page.line(.title("\(title) (\(places.count))"))
    writePlaces(places, side)
  }
}
