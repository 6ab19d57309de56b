/// The words between quotation marks differ, or only one side quotes.
enum QuoteRule {
  static func differences(_ pair: Pair) -> [Difference] {
    guard let a = quote(pair.a), let b = quote(pair.b) else { return [] }
    let (keysA, keysB) = (keys(pair.a, a), keys(pair.b, b))
    guard keysA != keysB, isCut(keysA, of: keysB) == false, isCut(keysB, of: keysA) == false else { return [] }
    // Two quotations of one utterance share most of their words; others are different parts of a speech.
    let common = keysA.count { keysB.contains($0) }
    guard common * 2 >= min(keysA.count, keysB.count), pair.a.report.language == pair.b.report.language else {
      return []
    }
    return [
      Difference(
        dimension: .quote, verdict: .conflict, a: pair.a.detail(pair.a.report.words.span(a)),
        b: pair.b.detail(pair.b.report.words.span(b)), rule: "quote.altered",
        reason: "Both quote the same words, but not word for word.")
    ]
  }

  /// The longest run between quotation marks that begins in the facts, marks included.
  private static func quote(_ side: Side) -> Range<Int>? {
    side.ranges.compactMap { Quotations.longest(in: side.report.words, around: $0) }.max { $0.count < $1.count }
  }

  private static func keys(_ side: Side, _ range: Range<Int>) -> [UInt64] {
    range.map { side.report.words[$0] }.filter(\.isWordLike).map(\.key)
  }

  /// Whether one is the other with words left out.
  private static func isCut(_ part: [UInt64], of whole: [UInt64]) -> Bool {
    var rest = whole[...]
    for key in part {
      guard let found = rest.firstIndex(of: key) else { return false }
      rest = rest[(found + 1)...]
    }
    return true
  }
}

/// Runs between quotation marks.
enum Quotations {
  /// The longest run of at least three words that lies in the range (or touches it with its marks), marks included.
  static func longest(in words: Words, around range: Range<Int>) -> Range<Int>? {
    var best: Range<Int>?
    var open: Int?
    for index in max(0, range.lowerBound - 1)..<min(words.count, range.upperBound + 1) {
      guard let role = role(words, index, isOpen: open != nil) else { continue }
      if role == .open {
        open = open ?? index
      } else if let start = open {
        let found = start..<index + 1
        open = nil
        let count = found.count { words[$0].isWordLike }
        if count >= 3, found.count > best?.count ?? 0 { best = found }
      }
    }
    return best
  }

  private enum Role { case open, close }

  private static func role(_ words: Words, _ index: Int, isOpen: Bool) -> Role? {
    switch words[index].mark {
    case 0xAB, 0x201C, 0x201E: .open
    case 0xBB, 0x201D: .close
    case 0x22: isOpen ? .close : .open
    default: nil
    }
  }
}
