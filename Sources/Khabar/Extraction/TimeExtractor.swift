/// Finds dates, periods and clock times.
enum TimeExtractor {
  /// The expressions of a run of tokens in order, without overlaps, resolved against a publication date (EDTF day).
  ///
  /// The value keeps the precision of the text: a month stays a month, "مطلع مايو" is its first ten days. What the text
  /// does not settle, even with the publication date, has no value.
  static func times(in words: Words, _ range: Range<Int>, published: String?) -> [TimeMatch] {
    let reader = TimeReader(words: words, range: range, today: published.flatMap(EDTF.bounds)?.first)
    var result: [TimeMatch] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if begins(words, index), let found = reader.expression(at: index) {
        result.append(found)
        index = max(index + 1, found.range.upperBound)
      } else {
        index += 1
      }
    }
    return result
  }

  private static let openers: UInt32 =
    1 << UInt32(Lexicon.Category.times.rawValue) | 1 << UInt32(Lexicon.Category.months.rawValue)
    | 1 << UInt32(Lexicon.Category.hedges.rawValue) | 1 << UInt32(Lexicon.Category.weekdays.rawValue) | 1
    << UInt32(Lexicon.Category.numbers.rawValue)

  /// Whether an expression can begin at a token.
  private static func begins(_ words: Words, _ index: Int) -> Bool {
    let word = words[index]
    return word.kind == .number
      || word.kind == .word
        && (Lexicon.shared.has(word.entry, anyOf: openers) || Lexicon.shared.has(word.phrase, anyOf: openers))
  }
}
