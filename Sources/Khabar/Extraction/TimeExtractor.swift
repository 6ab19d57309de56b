/// Finds dates, periods and clock times.
package enum TimeExtractor {
  /// The expressions of a run of tokens in order, without overlaps, resolved against a publication date (EDTF day).
  ///
  /// The value keeps the precision of the text: a month stays a month, "مطلع مايو" is its first ten days. What the text
  /// does not settle, even with the publication date, has no value.
  package static func times(in words: Words, _ range: Range<Int>, published: String?) -> [TimeMatch] {
    times(in: words, range, today: published.flatMap(EDTF.bounds)?.first)
  }

  /// The same as seen from a day, which all blocks of an article share.
  static func times(in words: Words, _ range: Range<Int>, today: Day?) -> [TimeMatch] {
    var reader = TimeReader(words: words, range: range, today: today)
    var result: [TimeMatch] = []
    var index = range.lowerBound
    while true {
      index = words.next(TimeReader.cues, from: index, before: range.upperBound)
      guard index < range.upperBound else { return result }
      if reader.mayBegin(at: index), let found = reader.expression(at: index) {
        result.append(found.match)
        if let span = found.span { reader.antecedent = (span, found.end) }
        index = max(index + 1, found.end)
      } else {
        index += 1
      }
    }
  }
}

/// The cheap question before the dear ones: whether an expression can begin at a token at all.
extension TimeReader {
  private static var named: Lexicon.Categories { .init(.months, .weekdays) }
  /// What an expression can begin with.
  static var cues: Cues { Cues(rawValue: openers.rawValue).union(.number) }
  private static var openers: Lexicon.Categories { named.union(.init(.times, .numbers, .hedges)) }
  private static var temporal: Lexicon.Categories { named.union(.init(.times, .numbers)) }

  /// Whether an expression can begin at a token.
  func mayBegin(at index: Int) -> Bool {
    let word = words[index]
    if word.kind == .number { return mayBeDate(index) }
    if word.allCategories.has(anyOf: Self.named) { return true }
    if word.allCategories.has(.times), let found = words.timeWord(at: index), opens(found, index) { return true }
    if word.allCategories.has(.hedges), isTemporal(index + 1), words.hedge(at: index)?.hedge == .between { return true }
    guard word.allCategories.has(.numbers), let number = words.numberWord(at: index) else { return false }
    switch number.kind {
    case .and, .ratio, .minus, .point, .beyond: return false
    case .fraction where number.hasArticle: return true
    case .ordinal where kind(index - 1) == .preposition: return true
    case .scale, .dual: return kind(index - 1) == .preposition || mayBeDate(index)
    default: return mayBeDate(index)
    }
  }

  private func isTemporal(_ index: Int) -> Bool {
    guard index < range.upperBound else { return false }
    var at = index
    // "قبل نحو 3 سنوات"
    if let (length, hedge) = words.hedge(at: at), hedge == .about, at + length < range.upperBound { at += length }
    let word = words[at]
    // "القرن الـ19"
    if words.touches(at, at + 1), words[at + 1].kind == .number, isWord(at, "ال") { return true }
    return word.kind == .number || word.kind == .word && word.allCategories.has(anyOf: Self.temporal)
      || mark(at) == 0x2D
  }

  private func opens(_ word: TimeWord, _ index: Int) -> Bool {
    switch word.kind {
    case .day, .decade, .anaphor, .portion: true
    case .until, .future, .deferral, .lasting, .preposition, .score, .round, .era, .zone, .later, .ago, .few:
      isWord(index, "the")
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
      if words[next].allCategories.has(anyOf: Self.named) { return true }
      if words[next].allCategories.has(.times), let kind = kind(next), Self.follows(kind) { return true }
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
