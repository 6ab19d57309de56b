/// Finds what an outlet says of its own article: corrections, clarifications, updates, retractions.
struct NoticeReader {
  private typealias Kind = Comparison.Versions.Notice.Kind

  private let report: Report
  private var words: Words { report.words }

  /// How far into its sentence a notice names the article it is about.
  private static let reach = 14

  /// The notices that only one of two versions has, the older version first.
  static func changed(_ old: Report, _ new: Report) -> [Comparison.Versions.Notice] {
    let (a, b) = (NoticeReader(report: old).notices(.a), NoticeReader(report: new).notices(.b))
    let (wordsOfA, wordsOfB) = (Set(a.map { old.keys(of: $0.span) }), Set(b.map { new.keys(of: $0.span) }))
    return a.filter { !wordsOfB.contains(old.keys(of: $0.span)) }
      + b.filter { !wordsOfA.contains(new.keys(of: $0.span)) }
  }

  private func notices(_ side: Comparison.Versions.Notice.Side) -> [Comparison.Versions.Notice] {
    report.blocks.indices.flatMap { index -> [Comparison.Versions.Notice] in
      let block = report.blocks[index]
      let range = words.range(block.span)
      switch block.kind {
      case .related, .byline, .dateline: return []
      case .headline, .deck:
        // The word before a corrected headline is no part of what it tells.
        return opening(range).map { [notice($0.kind, side, range.lowerBound..<$0.end, in: [])] } ?? []
      default: return notices(side, in: range, before: index + 1)
      }
    }
  }

  /// A block that begins as a notice is one, with the next block where it is no more than a title; else one of its
  /// sentences may be one.
  private func notices(
    _ side: Comparison.Versions.Notice.Side, in block: Range<Int>, before next: Int
  ) -> [Comparison.Versions.Notice] {
    if let found = opening(block) {
      let isTitle = found.end >= block.upperBound && report.blocks.indices.contains(next)
      let end = isTitle ? words.range(report.blocks[next].span).upperBound : block.upperBound
      return [notice(found.kind, side, block.lowerBound..<end, in: report.facts)]
    }
    let sentences = Sentences.split(words, block)
    for (index, sentence) in sentences.enumerated() {
      guard let kind = remark(sentence) else { continue }
      // What follows in the block tells what was wrong.
      let end = index == 0 ? block.upperBound : sentence.upperBound
      return [notice(kind, side, sentence.lowerBound..<end, in: report.facts)]
    }
    return []
  }

  private func notice(
    _ kind: Kind, _ side: Comparison.Versions.Notice.Side, _ range: Range<Int>, in facts: [Fact]
  ) -> Comparison.Versions.Notice {
    let span = words.span(range)
    return Comparison.Versions.Notice(
      kind: kind, side: side, span: span, facts: facts.filter { span.contains($0.span) }.map(\.id))
  }

  /// "Correction: …", "(تصحيح)", "UPDATE 2-": the word with a mark behind it, or alone in its block.
  private func opening(_ block: Range<Int>) -> (kind: Kind, end: Int)? {
    guard let first = block.first(where: { words[$0].isWordLike }), first - block.lowerBound <= 2,
      let (length, value) = words.aside(.notices, at: first), let kind = kind(value.first)
    else { return nil }
    var end = first + length
    // A date or a number may stand between the word and its mark.
    while end < block.upperBound, end - first < 10, isDatePart(end) {
      end += 1
    }
    guard end < block.upperBound else { return (kind, end) }
    return [0x3A, 0x29, 0x5D, 0x2D, 0x2013, 0x2014, 0x7C].contains(words[end].mark) ? (kind, end + 1) : nil
  }

  private func isDatePart(_ token: Int) -> Bool {
    let word = words[token]
    if word.kind == .mark { return word.mark == 0x2C || word.mark == 0x60C }
    return word.isWordLike
      && (word.kind == .number || words.has(.months, at: token) || words.has(.weekdays, at: token)
        || words.has(.times, at: token))
  }

  /// "An earlier version of this article misstated …", "تم تعديل هذا الخبر": the article itself, and what was done to it.
  private func remark(_ sentence: Range<Int>) -> Kind? {
    var isAboutItself = false
    var found: Kind?
    for token in sentence.prefix(Self.reach) {
      guard let value = words.aside(.notices, at: token)?.value.first else { continue }
      switch value {
      case Letter.earlier: return .correction
      case Letter.itself: isAboutItself = true
      // The particle of a passive or of a nominal sentence: "was corrected", "تم تصحيح".
      default: found = found ?? kind(value)
      }
    }
    return isAboutItself ? found : nil
  }

  private enum Letter {
    static let itself = UInt8(ascii: "s")
    static let earlier = UInt8(ascii: "v")
  }

  private func kind(_ letter: UInt8) -> Kind? {
    switch letter {
    case UInt8(ascii: "c"): .correction
    case UInt8(ascii: "l"): .clarification
    case UInt8(ascii: "u"): .update
    case UInt8(ascii: "r"): .retraction
    case UInt8(ascii: "e"): .editorsNote
    default: nil
    }
  }
}
