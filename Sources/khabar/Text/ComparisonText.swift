import Khabar

/// A comparison for people: conflicts first, then what is shared, then what only one side has.
struct ComparisonText {
  private let comparison: Comparison
  private var page: TextPage
  private let context: Int
  /// Where the block of each fact stands, by side and id.
  private let blocks: [TextPage.Side: [Int: Range<Int>]]

  /// The finished text.
  var bytes: [UInt8] { page.bytes }

  init(_ comparison: Comparison, style: TextStyle) {
    self.comparison = comparison
    page = TextPage(style)
    context = style.context ?? 0
    blocks = context > 0 ? [.a: comparison.a.blockOfFact, .b: comparison.b.blockOfFact] : [:]
    writeHead()
    if style.only ?? .conflicts == .conflicts { writeMatches(comparison.conflicting, page.words.conflicts, "c") }
    if style.only ?? .shared == .shared { writeMatches(comparison.shared, page.words.shared, "s") }
    if style.only ?? .unique == .unique {
      writeUnique(comparison.onlyInA, page.words.onlyInA, .a)
      writeUnique(comparison.onlyInB, page.words.onlyInB, .b)
    }
    writeSummary()
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
      writePlaces(match.a, .a, match.differences.map { ($0.a.span, $0.verdict) })
      writePlaces(match.b, .b, match.differences.map { ($0.b.span, $0.verdict) })
      for difference in match.differences { write(difference) }
    }
  }

  private static func sign(_ relation: Relation) -> TextPage.Piece {
    relation == .conflicting ? .alarm("≠") : .plain("=")
  }

  private mutating func writePlaces(
    _ places: [Comparison.Place], _ side: TextPage.Side, _ details: [(span: Span, verdict: Difference.Verdict)] = []
  ) {
    let report = side == .a ? comparison.a : comparison.b
    let marks = details.map {
      (range: $0.span.bytes, mark: $0.verdict == .conflict ? QuotedText.Mark.conflict : .compatible)
    }
    for place in places {
      let own = marks.filter { $0.range.overlaps(place.span.bytes) }
      page.line(.plain("  "), .side(side), .plain(" "), .marked(quote(place, side, own)))
      page.line([.faint("    \(page.words.says): ")] + page.chain(place.sources, in: report))
    }
  }

  /// A statement with what differs in it, and as much of the article around it as was asked for.
  private func quote(
    _ place: Comparison.Place, _ side: TextPage.Side, _ marks: [(range: Range<Int>, mark: QuotedText.Mark)]
  ) -> QuotedText {
    let report = side == .a ? comparison.a : comparison.b
    let (utf8, range) = (report.utf8, place.span.bytes)
    var text = QuotedText()
    guard context > 0, let block = blocks[side]?[place.fact] else {
      text.add(utf8, range, marks: marks)
      return text
    }
    let bounds = min(block.lowerBound, range.lowerBound)..<max(block.upperBound, range.upperBound)
    let before = QuotedText.words(context, before: range.lowerBound, in: utf8, from: bounds.lowerBound)
    let behind = QuotedText.words(context, behind: range.upperBound, in: utf8, to: bounds.upperBound)
    if !before.isEmpty {
      let isCut = before.lowerBound > bounds.lowerBound
      text.add((isCut ? "… " : "").utf8 + utf8[before].trimmed + " | ".utf8, .context)
    }
    text.add(utf8, range, marks: marks)
    // A full stop alone tells nothing.
    if utf8[behind].contains(where: { $0 >= UInt8(ascii: "0") }) {
      let isCut = behind.upperBound < bounds.upperBound
      text.add(" | ".utf8 + utf8[behind].trimmed + (isCut ? " …" : "").utf8, .context)
    }
    return text
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

extension ComparisonText {
  /// How long the bar of the summary is.
  private static let barLength = 40

  /// Writes the counts, each with the shade that it has in the bar.
  private mutating func writeSummary() {
    let words = page.words
    let parts: [(sign: String, count: Int, label: String, piece: (String) -> TextPage.Piece)] = [
      ("▓", comparison.conflicting.count, words.conflictingSummary, { .alarm($0) }),
      ("█", comparison.shared.count, words.sharedSummary, { .swatch($0, nil) }),
      ("▒", comparison.onlyInA.count, words.onlyInASummary, { .swatch($0, .a) }),
      ("░", comparison.onlyInB.count, words.onlyInBSummary, { .swatch($0, .b) }),
    ]
    let lengths = Self.lengths(parts.map(\.count), Self.barLength)
    page.line()
    if lengths.contains(where: { $0 > 0 }) {
      page.line(
        zip(parts, lengths).map { part, length in part.piece(String(repeating: part.sign, count: length)) })
    }
    var line: [TextPage.Piece] = []
    for part in parts {
      line += [part.piece(part.sign), .plain(" \(part.count) \(part.label) · ")]
    }
    page.line(
      line + [
        .plain(words.shares(comparison)), .plain(" · \(words.independentOrigins): \(comparison.independentOrigins)"),
      ])
  }

  /// Shares of a length in proportion to counts; what is there has at least one.
  private static func lengths(_ counts: [Int], _ length: Int) -> [Int] {
    let total = max(1, counts.reduce(0, +))
    return counts.map { $0 == 0 ? 0 : max(1, $0 * length / total) }
  }
}

extension ArraySlice<UInt8> {
  /// The same without spaces around it.
  fileprivate var trimmed: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { $0 != 0x20 }), let last = lastIndex(where: { $0 != 0x20 }) else { return [] }
    return self[first...last]
  }
}

extension Report {
  /// The bytes of the block that each fact stands in, by its id.
  fileprivate var blockOfFact: [Int: Range<Int>] {
    var ranges: [Int: Range<Int>] = [:]
    for fact in facts where blocks.indices.contains(fact.block) { ranges[fact.id] = blocks[fact.block].span.bytes }
    return ranges
  }
}
