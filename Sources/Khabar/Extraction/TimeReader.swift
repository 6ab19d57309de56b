/// Reads the time expression that begins at a token.
struct TimeReader {
  let words: Words
  let range: Range<Int>
  /// The publication day.
  let today: Day?
  /// The last expression with a value and the token behind it, which "اليوم التالي" refers to.
  var antecedent: (span: TimeSpan, end: Int)?
  private let last: LastNumeral

  init(words: Words, range: Range<Int>, today: Day?) {
    self.words = words
    self.range = range
    self.today = today
    last = LastNumeral(NumeralReader(words: words, end: range.upperBound))
  }

  /// What was read: where it ends, and its value where it has one.
  struct Reading {
    var start: Int
    var end: Int
    var span: TimeSpan?
    /// The time of day as EDTF writes it behind "T".
    var clock: String?

    init(_ start: Int, _ end: Int, _ span: TimeSpan?) {
      self.start = start
      self.end = end
      self.span = span
    }
  }

  var numerals: NumeralReader { NumeralReader(words: words, end: range.upperBound) }

  /// The longest numeral that begins at a token.
  func numeral(at index: Int) -> Numeral? { last.numeral(at: index) }

  /// The longest expression at a token.
  func expression(at index: Int) -> Reading? {
    anaphor(index) ?? interval(index) ?? dayInPeriod(index) ?? day(index) ?? period(index)
  }

  /// "اليوم التالي", "the same year": told by the expression before, if that is precise enough and not far.
  private func anaphor(_ index: Int) -> Reading? {
    guard let word = timeWord(index), word.kind == .anaphor, let unit = TimeUnit(rawValue: word.value / 10) else {
      return nil
    }
    let end = index + word.length
    // "اليوم التالي للهجوم", "the day after the attack" are told by something else.
    let isElsewhere = end < range.upperBound && (words[end].clitics.contains(.la) || isWord(end, "the"))
    guard let antecedent, index - antecedent.end < 60, !isElsewhere else { return Reading(index, end, nil) }
    var span = moved(antecedent.span, unit, word.value % 10 - 1)
    span?.needsToday = antecedent.span.needsToday
    return Reading(index, end, span)
  }

  private func moved(_ span: TimeSpan, _ unit: TimeUnit, _ steps: Int) -> TimeSpan? {
    let (year, month, _) = Gregorian.parts(span.first)
    switch (unit, span.grain) {
    case (.day, .day): return TimeSpan(day: span.first + steps)
    case (.week, .day):
      let monday = span.first - Gregorian.weekday(span.first) + 1 + steps * 7
      return TimeSpan(monday, monday + 6)
    case (.month, .day), (.month, .month):
      let target = Gregorian.month(year, month, plus: steps)
      return TimeSpan(year: target.year, month: target.month)
    case (.year, .day), (.year, .month), (.year, .year): return TimeSpan(year: year + steps)
    default: return nil
    }
  }

  // MARK: - Small helpers

  func timeWord(_ index: Int) -> TimeWord? {
    guard index < range.upperBound, index >= range.lowerBound, let word = words.timeWord(at: index),
      index + word.length <= range.upperBound
    else { return nil }
    return word
  }

  /// Whether a token is the English article "a" or "an".
  func isA(_ index: Int) -> Bool { numerals.isLatin(index, "a") || numerals.isLatin(index, "an") }

  func kind(_ index: Int) -> TimeWord.Kind? { timeWord(index)?.kind }

  func mark(_ index: Int) -> UInt32 { index < range.upperBound && index >= range.lowerBound ? words[index].mark : 0 }

  func isComma(_ index: Int) -> Bool { mark(index) == 0x2C || mark(index) == 0x60C }

  /// Whether a token is the Arabic preposition "من" or English "of".
  func isOf(_ index: Int) -> Bool {
    guard index < range.upperBound, words[index].kind == .word else { return false }
    return kind(index) == .from && words[index].script == .arabic && words[index].clitics.isEmpty
      || numerals.isLatin(index, "of")
  }

  func isWord(_ index: Int, _ text: String) -> Bool {
    range.contains(index) && words.foldedText(index).elementsEqual(text.utf8)
  }

  /// The plain integer of digits at a token.
  func digits(_ index: Int) -> Int? {
    guard index < range.upperBound, index >= range.lowerBound, words[index].kind == .number else { return nil }
    let text = words.foldedText(index)
    guard text.count <= 4, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Whether the digits at a token are four.
  func isFourDigits(_ index: Int) -> Bool { digits(index) != nil && words.foldedText(index).count == 4 }

  /// A day of the month in digits or words, "2-", "2." and "8th" included: the number and the token behind it.
  func dayNumber(_ index: Int) -> (number: Int, end: Int)? {
    guard index < range.upperBound else { return nil }
    if let number = digits(index) {
      guard (1...31).contains(number), words.foldedText(index).count <= 2 else { return nil }
      var end = index + 1
      if end < range.upperBound, words[end].script == .latin, words.touches(index, end),
        words.foldedText(end).count == 2, let ordinal = numeral(at: index), ordinal.isOrdinal
      {
        end = ordinal.range.upperBound
      }
      return (number, end)
    }
    guard words[index].kind == .word, words.has(.numbers, at: index), !isTail(index),
      let found = numeral(at: index),
      !found.isFraction, let number = found.value?.integer, (1...31).contains(number),
      !found.isOrdinal || !isAdjective(index)
    else { return nil }
    return (number, found.range.upperBound)
  }

  /// "والثلاثين" of "الثاني والثلاثين": ten and more behind a number below ten.
  private func isTail(_ index: Int) -> Bool {
    guard let word = words.numberWord(at: index), word.kind == .tens, word.isJoined,
      let before = words.numberWord(at: index - 1), index > range.lowerBound
    else { return false }
    return before.kind == .unit || before.kind == .ordinal || before.kind == .bound
  }

  /// Whether an ordinal belongs to the definite noun before it: "الأيام العشرة الأولى", "القمة الثالثة".
  func isAdjective(_ index: Int) -> Bool {
    guard index > range.lowerBound, hasArticle(index), hasArticle(index - 1), words[index - 1].script == .arabic,
      words.weekday(at: index - 1) == nil, !words[index].clitics.contains(.conjunction),
      words.numberWord(at: index - 1)?.kind != .ordinal
    else { return false }
    guard let before = kind(index - 1) else { return true }
    return before == .units
  }
}

extension TimeReader.Reading {
  /// What it is in the report.
  var match: TimeMatch {
    var edtf = span?.edtf
    if let clock, let date = edtf, span?.grain == .day, span?.isApproximate == false { edtf = date + "T" + clock }
    let anchor: TimeExpression.Anchor = edtf == nil ? .none : span?.needsToday == true ? .published : .text
    return TimeMatch(range: start..<end, edtf: edtf, anchor: anchor)
  }
}
