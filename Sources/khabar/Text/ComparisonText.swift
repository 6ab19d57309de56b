import Khabar
import KhabarExport

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
    page = TextPage(style, words: style.language.words.of(comparison))
    context = style.context ?? 0
    blocks = context > 0 ? [.a: comparison.a.blockOfFact, .b: comparison.b.blockOfFact] : [:]
    writeHead()
    for listing in Listing.all(of: comparison, page.words) where Self.isShown(listing.kind, style.only) {
      write(listing)
    }
    writeSummary()
  }

  /// Whether a list is shown. Who compares versions asks for what changed.
  private static func isShown(_ kind: Listing.Kind, _ only: MatchList?) -> Bool {
    switch kind {
    case .conflicts, .changed: only ?? .conflicts == .conflicts
    case .shared: only ?? .shared == .shared
    case .kept: only == .shared
    case .onlyInA, .onlyInB, .added, .removed: only ?? .unique == .unique
    }
  }

  private mutating func writeHead() {
    page.head(comparison.a, side: .a)
    page.findings(comparison.a, of: .a)
    page.head(comparison.b, side: .b)
    page.findings(comparison.b, of: .b)
    if let versions = comparison.versions { return write(versions) }
    let event = comparison.sameEvent
    let words = page.words
    page.line(
      .title("\(words.sameEvent): \(words.word(event.verdict))"), .faint(" (\(event.score) \(words.of) 1000)"))
    for reason in event.because { page.line(.plain("   \(words.because) "), .quote(Array(reason.utf8))) }
  }

  /// What else was changed: the headline, and what the outlet says of it.
  private mutating func write(_ versions: Comparison.Versions) {
    if let headline = versions.headline {
      page.line()
      page.line(.plain("± "), .title(page.words.changedHeadline))
      for (side, span, report) in [(TextPage.Side.a, headline.a, comparison.a), (.b, headline.b, comparison.b)] {
        guard let span else { continue }
        page.line(.plain("  "), .side(side), .plain(" "), .quote(Array(report.utf8[span.bytes])))
      }
    }
    for notice in versions.notices {
      let (side, report) = notice.side == .a ? (TextPage.Side.a, comparison.a) : (.b, comparison.b)
      page.line()
      page.line(.plain(notice.side == .a ? "− " : "+ "), .title(page.words.word(notice.kind)))
      page.line(.plain("  "), .side(side), .plain(" "), .quote(Array(report.utf8[notice.span.bytes])))
    }
  }

  private mutating func write(_ listing: Listing) {
    guard listing.count > 0 else { return }
    page.line()
    page.line(.title("\(listing.title) (\(listing.count))"))
    for (id, match) in listing.matches {
      page.line(
        Self.sign(listing), .plain(" \(id) \(page.words.word(match))"), .faint(" (\(match.score))"))
      writePlaces(match.a, .a, match.differences.map { ($0.a.span, $0.verdict) })
      writePlaces(match.b, .b, match.differences.map { ($0.b.span, $0.verdict) })
      for difference in match.differences { write(difference) }
    }
    writePlaces(listing.places, listing.isOfA ? .a : .b)
  }

  private static func sign(_ listing: Listing) -> TextPage.Piece {
    let sign = listing.sign ?? " "
    return listing.kind == .conflicts || listing.kind == .changed ? .alarm(sign) : .plain(sign)
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
      [.plain("  "), isConflict ? .alarm("≠") : .plain("~"), .plain(" \(page.words.word(difference.dimension)): ")]
        + [(TextPage.Side.a, difference.a), (.b, difference.b)].filter { !$0.1.text.isEmpty }
        .map { side, detail in
          [.side(side), .plain(" "), .quote(Array(detail.text.utf8)), .faint(value(detail))]
        }.joined(separator: [.plain(" · ")]))
    page.line(
      .plain("    \(page.words.word(verdictOf: difference)): "), .quote(Array(difference.reason.utf8)),
      .faint(" [\(difference.rule)]"))
  }

  private func value(_ detail: Difference.Detail) -> String { detail.value.map { " (\($0))" } ?? "" }
}

extension ComparisonText {
  /// How long the bar of the summary is.
  private static let barLength = 40

  /// Writes the counts, each with the shade that it has in the bar.
  private mutating func writeSummary() {
    let words = page.words
    let parts = summaryParts
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
    let end =
      comparison.versions == nil
      ? "\(words.shares(comparison)) · \(words.independentOrigins): \(comparison.independentOrigins)"
      : "\(words.reworded): \(comparison.shared.count { $0.change == .reworded }) · \(words.moved): "
        + "\(comparison.shared.count(where: \.isMoved))"
    page.line(line + [.plain(end)])
  }

  private typealias Part = (sign: String, count: Int, label: String, piece: (String) -> TextPage.Piece)

  private var summaryParts: [Part] {
    let words = page.words
    guard comparison.versions == nil else {
      return [
        ("▓", comparison.changed.count, words.changed.lowercased(), { .alarm($0) }),
        ("░", comparison.added.count, words.added.lowercased(), { .swatch($0, .b) }),
        ("▒", comparison.removed.count, words.removed.lowercased(), { .swatch($0, .a) }),
        ("█", comparison.kept.count, words.kept.lowercased(), { .swatch($0, nil) }),
      ]
    }
    return [
      ("▓", comparison.conflicting.count, words.conflictingSummary, { .alarm($0) }),
      ("█", comparison.shared.count, words.sharedSummary, { .swatch($0, nil) }),
      ("▒", comparison.onlyInA.count, words.onlyInASummary, { .swatch($0, .a) }),
      ("░", comparison.onlyInB.count, words.onlyInBSummary, { .swatch($0, .b) }),
    ]
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
