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
    writeMatches(comparison.conflicting, "Conflicts", "c")
    writeMatches(comparison.shared, "Shared", "s")
    writeUnique(comparison.onlyInA, .a)
    writeUnique(comparison.onlyInB, .b)
    writeSummary()
  }

  private mutating func writeHead() {
    page.head(comparison.a, side: .a)
    page.findings(comparison.a, of: .a)
    page.head(comparison.b, side: .b)
    page.findings(comparison.b, of: .b)
    let event = comparison.sameEvent
    let verdict =
      switch event.verdict {
      case .same: "yes"
      case .different: "no"
      case .uncertain: "uncertain"
      }
    page.line(.title("Same event: \(verdict)"), .faint(" (\(event.score) of 1000)"))
    for reason in event.because { page.line(.plain("   because "), .quote(Array(reason.utf8))) }
  }

  private mutating func writeMatches(_ matches: [Comparison.Match], _ title: String, _ letter: String) {
    guard !matches.isEmpty else { return }
    page.line()
    page.line(.title("\(title) (\(matches.count))"))
    for (index, match) in matches.enumerated() {
      let label = " \(letter)\(index + 1) \(Self.words(match.relation))"
      page.line(Self.sign(match.relation), .plain(label), .faint(" (\(match.score))"))
      writePlaces(match.a, .a)
      writePlaces(match.b, .b)
      for difference in match.differences { write(difference) }
    }
  }

  private static func sign(_ relation: Relation) -> TextPage.Piece {
    relation == .conflicting ? .alarm("≠") : .plain("=")
  }

  private static func words(_ relation: Relation) -> String {
    switch relation {
    case .equivalent: "same"
    case .aMoreSpecific: "A says more"
    case .bMoreSpecific: "B says more"
    case .overlapping: "partly the same"
    case .conflicting: "conflict"
    case .different: "different"
    }
  }

  private mutating func writePlaces(_ places: [Comparison.Place], _ side: TextPage.Side) {
    let report = side == .a ? comparison.a : comparison.b
    for place in places {
      page.line(.plain("  "), .side(side), .plain(" "), .quote(report.bytes(place.span)))
      page.line([.faint("    says: ")] + page.chain(place.sources, in: report))
    }
  }

  private mutating func write(_ difference: Difference) {
    let isConflict = difference.verdict == .conflict
    page.line(
      .plain("  "), isConflict ? .alarm("≠") : .plain("~"), .plain(" \(difference.dimension.rawValue): "),
      .side(.a), .plain(" "), .quote(Array(difference.a.text.utf8)), .faint(value(difference.a)), .plain(" · "),
      .side(.b), .plain(" "), .quote(Array(difference.b.text.utf8)), .faint(value(difference.b)))
    page.line(
      .plain("    \(isConflict ? "conflict" : "compatible"): "), .quote(Array(difference.reason.utf8)),
      .faint(" [\(difference.rule)]"))
  }

  private func value(_ detail: Difference.Detail) -> String { detail.value.map { " (\($0))" } ?? "" }

  private mutating func writeUnique(_ places: [Comparison.Place], _ side: TextPage.Side) {
    guard !places.isEmpty else { return }
    page.line()
    page.line(.title("Only in \(side.rawValue) (\(places.count))"))
    writePlaces(places, side)
  }

  private mutating func writeSummary() {
    page.line()
    page.line(
      .plain(
        "\(comparison.shared.count) shared · \(comparison.conflicting.count) conflicting · "
          + "\(comparison.onlyInA.count) only in A · \(comparison.onlyInB.count) only in B · "
          + "\(percent(comparison.sharedShareOfA)) of A and \(percent(comparison.sharedShareOfB)) of B shared · "
          + "independent origins: \(comparison.independentOrigins)"))
  }

  private func percent(_ share: Int) -> String { "\(share / 10).\(share % 10)%" }
}
