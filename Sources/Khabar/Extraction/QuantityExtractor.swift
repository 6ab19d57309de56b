/// Finds numbers that count or measure.
///
/// Bounds: an exact number has `low` = `high` = `value`; "about N" is N ± 10 %; "more than N" and "at least N" have only
/// `low` = N, "fewer than N" and "up to N" only `high` = N; "between A and B" has no value; dozens are 20 to 99, hundreds
/// 200 to 999, thousands 2,000 to 9,999 and so on, a few 3 to 9. Ordinals have the unit "{ordinal}", the two numbers of
/// a result "{score}", a share of something without a unit of its own "1".
enum QuantityExtractor {
  /// The quantities of a run of tokens in order, without overlaps and outside the given times.
  static func quantities(in words: Words, _ range: Range<Int>, outside times: [TimeMatch]) -> [QuantityMatch] {
    var result: [QuantityMatch] = []
    var pending = times[...]
    var index = range.lowerBound
    var floor = range.lowerBound
    while index < range.upperBound {
      while let time = pending.first, time.range.upperBound <= index { pending.removeFirst() }
      if let time = pending.first, time.range.lowerBound <= index {
        index = time.range.upperBound
        floor = index
        continue
      }
      guard begins(words, index) else {
        index += 1
        continue
      }
      let limit = min(range.upperBound, pending.first?.range.lowerBound ?? range.upperBound)
      let reader = QuantityReader(words: words, range: floor..<limit, block: range)
      let found = reader.quantities(at: index)
      result += found
      index = max(index + 1, found.last?.range.upperBound ?? reader.skip(index))
      if !found.isEmpty { floor = index }
    }
    return result
  }

  private static let openers: UInt32 =
    1 << UInt32(Lexicon.Category.numbers.rawValue) | 1 << UInt32(Lexicon.Category.units.rawValue)

  /// Whether a quantity can begin at a token: a number, a number word, a dual noun or a money sign.
  private static func begins(_ words: Words, _ index: Int) -> Bool {
    switch words[index].kind {
    case .number: true
    case .word: Lexicon.shared.has(words[index].entry, anyOf: openers)
    case .mark, .lineBreak: false
    }
  }
}
