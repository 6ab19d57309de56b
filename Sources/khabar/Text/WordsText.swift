import Khabar

/// Two articles word by word for people: a line for each run of words, its label first.
struct WordsText {
  private let comparison: Comparison
  private let context: Int?
  private var page: TextPage

  /// The finished text.
  var bytes: [UInt8] { page.bytes }

  init(_ comparison: Comparison, style: TextStyle) {
    self.comparison = comparison
    context = style.context
    page = TextPage(style, words: style.language.words.of(comparison))
    page.head(comparison.a, side: .a)
    page.head(comparison.b, side: .b)
    let words = WordComparison(of: comparison.a, and: comparison.b)
    page.line()
    for run in words.runs { write(run) }
    if !words.runs.isEmpty { page.line() }
    writeSummary(words)
  }

  private mutating func write(_ run: WordComparison.Run) {
    let side: TextPage.Side = run.side == .a ? .a : .b
    let report = side == .a ? comparison.a : comparison.b
    let text = report.utf8[run.span.bytes]
    switch run.kind {
    case .both: page.line(.faint("  = "), .quote(shortened(text)))
    case .moved(let number): page.line(.plain("  "), .side(side), .alarm(" ↕\(number) "), .quote(Array(text)))
    case .alone: page.line(.plain("  "), .side(side), .plain(" "), .quote(Array(text)))
    }
  }

  /// What both have, with no more of it than the context around what one has alone.
  private func shortened(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard let context else { return Array(text) }
    guard context > 0 else { return Array("…".utf8) }
    let utf8 = Array(text)
    let head = QuotedText.words(context, behind: 0, in: utf8, to: utf8.count)
    let tail = QuotedText.words(context, before: utf8.count, in: utf8, from: 0)
    guard head.upperBound + 1 < tail.lowerBound else { return utf8 }
    return utf8[head] + Array(" … ".utf8) + utf8[tail]
  }

  private mutating func writeSummary(_ words: WordComparison) {
    let names = page.words
    page.line(
      .plain("\(names.wordCount): "), .side(.a), .plain(" \(words.counts.a) · "), .side(.b),
      .plain(" \(words.counts.b) · = \(words.common) \(names.inBoth) · "), .alarm("↕"),
      .plain(" \(words.moved) \(names.movedPassages)"))
  }
}
