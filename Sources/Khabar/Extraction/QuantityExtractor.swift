/// Finds numbers that count or measure.
///
/// Bounds: an exact number has `low` = `high` = `value`; "about N" is N ± 10 %; "more than N" and "at least N" have only
/// `low` = N, "fewer than N" and "up to N" only `high` = N; "between A and B" has no value; dozens are 20 to 99, hundreds
/// 200 to 999, thousands 2,000 to 9,999 and so on, a few 3 to 9. Ordinals have the unit "{ordinal}", the two numbers of
/// a result "{score}", a share of something without a unit of its own "1".
package enum QuantityExtractor {
  /// The quantities of a run of tokens in order, without overlaps and outside the given times.
  package static func quantities(in words: Words, _ range: Range<Int>, outside times: [TimeMatch]) -> [QuantityMatch] {
    var result: [QuantityMatch] = []
    var pending = times[...]
    var index = range.lowerBound
    var floor = range.lowerBound
    while true {
      index = words.next(cues, from: index, before: range.upperBound)
      while let time = pending.first, time.range.upperBound <= index {
        floor = max(floor, time.range.upperBound)
        pending.removeFirst()
      }
      guard index < range.upperBound else { return result }
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
      if let last = found.last, !isKnownPair(words, last.range) { floor = index }
    }
  }

  /// "البلدين" are two that are known; a verb before them may bound the figure behind them.
  private static func isKnownPair(_ words: Words, _ range: Range<Int>) -> Bool {
    range.count == 1 && words[range.lowerBound].kind == .word && words.hasArticle(range.lowerBound)
  }

  /// What a quantity can begin with.
  private static var cues: Cues { Cues(.numbers, .units).union(.number).union(.fraction) }

  /// Whether a quantity can begin at a token: a number, a number word, a dual noun or a unit with a fraction behind it.
  private static func begins(_ words: Words, _ index: Int) -> Bool {
    let word = words[index]
    switch word.kind {
    case .number: return true
    case .word:
      let categories = word.allCategories
      if categories.has(.numbers) {
        return words.has(.numbers, at: index) ? words.numberWord(at: index)?.mayOpen == true : true
      }
      guard word.script == .arabic else { return false }
      if word.ending == .an || word.ending == .yn { return true }
      let next = words[index + 1]
      if next.clitics == .conjunction ? next.categories.has(.numbers) : words.isWaw(at: index + 1) { return true }
      // Duals listed as such end in ن, ا or ي.
      let last = words.utf8[Int(word.bytes.upperBound) - 1]
      return (last == 0x86 || last == 0xA7 || last == 0x8A) && words.unitKind(at: index) == .dualNoun
    case .mark: return word.key >= 0xBC && word.key <= 0xBE
    case .lineBreak: return false
    }
  }
}

extension NumberWord {
  /// Whether a numeral can begin with the word.
  fileprivate var mayOpen: Bool {
    switch kind {
    case .and, .ratio, .parts: false
    default: true
    }
  }
}
