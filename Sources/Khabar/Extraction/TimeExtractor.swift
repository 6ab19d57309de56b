/// Finds dates, periods and clock times.
enum TimeExtractor {
  /// The expressions of a run of tokens in order, without overlaps, resolved against a publication date (EDTF day).
  ///
  /// The value keeps the precision of the text: a month stays a month, "مطلع مايو" is its first ten days. What the text
  /// does not settle, even with the publication date, has no value.
  static func times(in words: Words, _ range: Range<Int>, published: String?) -> [TimeMatch] {
    var reader = TimeReader(words: words, range: range, today: published.flatMap(EDTF.bounds)?.first)
    var result: [TimeMatch] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if reader.mayBegin(at: index), let found = reader.expression(at: index) {
        result.append(found.match)
        if let span = found.span { reader.antecedent = (span, found.end) }
        index = max(index + 1, found.end)
      } else {
        index += 1
      }
    }
    return result
  }
}

/// The cheap question before the dear ones: whether an expression can begin at a token at all.
extension TimeReader {
  private static func bit(_ category: Lexicon.Category) -> UInt32 { 1 << UInt32(category.rawValue) }
  private static let named = bit(.months) | bit(.weekdays)
  private static let openers = named | bit(.times) | bit(.numbers) | bit(.hedges)
  private static let temporal = named | bit(.times) | bit(.numbers)

  /// Whether an expression can begin at a token.
  func mayBegin(at index: Int) -> Bool {
    let word = words[index]
    if word.kind == .number { return mayBeDate(index) }
    guard word.kind == .word, has(word, Self.openers) else { return false }
    if has(word, Self.named) { return true }
    if has(word, Self.bit(.times)), let found = words.timeWord(at: index), opens(found, index) { return true }
    if has(word, Self.bit(.hedges)), isTemporal(index + 1), words.hedge(at: index)?.hedge == .between { return true }
    guard has(word, Self.bit(.numbers)), let number = words.numberWord(at: index) else { return false }
    switch number.kind {
    case .and, .ratio, .minus: return false
    case .fraction where number.hasArticle: return true
    case .scale, .dual: return kind(index - 1) == .preposition || mayBeDate(index)
    default: return mayBeDate(index)
    }
  }

  private func has(_ word: Word, _ categories: UInt32) -> Bool {
    let lexicon = Lexicon.shared
    return lexicon.has(word.entry, anyOf: categories) || lexicon.has(word.phrase, anyOf: categories)
  }

  private func isTemporal(_ index: Int) -> Bool {
    guard index < range.upperBound else { return false }
    // "قبل نحو 3 سنوات"
    if let (length, hedge) = words.hedge(at: index), hedge == .about { return isTemporal(index + length) }
    // "القرن الـ19"
    if words.touches(index, index + 1), words[index + 1].kind == .number, isWord(index, "ال") { return true }
    return words[index].kind == .number || words[index].kind == .word && has(words[index], Self.temporal)
      || mark(index) == 0x2D
  }

  private func opens(_ word: TimeWord, _ index: Int) -> Bool {
    switch word.kind {
    case .day, .decade, .anaphor, .portion: true
    case .until, .future, .preposition, .score, .round, .era, .zone, .later, .ago, .few: isWord(index, "the")
    case .unit where word.value == TimeUnit.weekend.rawValue: true
    case .from, .dualUnit, .before, .after, .label, .this, .past, .next, .last, .edge, .rest, .unit, .units, .clock,
      .dayPart,
      .season:
      isTemporal(index + word.length)
    }
  }

  /// Whether a number has something of a date near it.
  private func mayBeDate(_ index: Int) -> Bool {
    if words[index].kind == .number {
      let length = words[index].folded.count
      if length == 4 || length > 5 && length < 11 { return true }
      let sign = mark(index + 1)
      if sign == 0x2F || sign == 0x2D || sign == 0x3A || sign == 0x5C || sign >= 0x2010 && sign <= 0x2015 {
        return true
      }
      if index + 1 >= range.upperBound || sign != 0, kind(index - 1) == .preposition { return true }
      if kind(index + 1) == .this || isDecadeInDigits(index) { return true }
    }
    for next in index + 1..<max(index + 1, min(range.upperBound, index + 7)) where words[next].kind == .word {
      if has(words[next], Self.named) { return true }
      if has(words[next], Self.bit(.times)), let kind = kind(next), Self.follows(kind) { return true }
    }
    return false
  }

  private static func follows(_ kind: TimeWord.Kind) -> Bool {
    switch kind {
    case .unit, .units, .dayPart, .clock, .ago, .later, .era, .zone: true
    default: false
    }
  }
}
