/// Years: "عام 2019", "in 2016", "سنة ألف وتسعمئة", "1445 هـ", "1990s".
extension TimeReader {
  /// "عام 2019", "in 2016", "سنة ألف وتسعمئة", "عامي 2014 و2018" (by the interval reader), "1445 هـ".
  func yearPeriod(_ index: Int) -> Reading? {
    if let word = timeWord(index), word.kind == .unit, word.value == TimeUnit.year.rawValue,
      words[index].script == .arabic
    {
      // "منذ مطلع العام 1316 إصابة"
      if let year = digits(index + 1), !(1700...2199).contains(year), words.unitWord(at: index + 2)?.kind.isNoun == true
      {
        return nil
      }
      if let year = digits(index + 1), isFourDigits(index + 1) || year == 0 || isEra(index + 2) {
        return Reading(index, era(index + 2), namedYear(year, index + 2))
      }
      if let year = yearInWords(index + 1, isNamed: true) { return Reading(index, year.end, TimeSpan(year: year.year)) }
      return nil
    }
    guard isFourDigits(index), let year = digits(index) else {
      guard kind(index - 1) == .preposition,
        let year = yearInWords(index, isNamed: isWord(index - 1, "مواليد")), isBoundary(year.end)
      else { return nil }
      return Reading(index, year.end, TimeSpan(year: year.year))
    }
    if let word = timeWord(index + 1), word.kind == .era {
      return Reading(index, index + 2, yearSpan(year, isHijri: word.value == 1))
    }
    if isDecadeInDigits(index) { return Reading(index, index + 2, years(year, year + 9)) }
    guard (1900...2099).contains(year), isBareYear(index) else { return nil }
    return Reading(index, era(index + 1), TimeSpan(year: year))
  }

  /// "عام 570م", "سنة 92 هـ"
  private func isEra(_ index: Int) -> Bool {
    kind(index) == .era || kind(index) == .dayPart && isWord(index, "م") && words.touches(index - 1, index)
  }

  /// A year behind "عام": between 1300 and 1500 only its era tells which calendar counts it.
  private func namedYear(_ year: Int, _ behind: Int) -> TimeSpan? {
    if let word = timeWord(behind), word.kind == .era || word.kind == .dayPart && isWord(behind, "م") {
      return yearSpan(year, isHijri: word.kind == .era && word.value == 1)
    }
    return (1400...1460).contains(year) ? nil : TimeSpan(year: year)
  }

  /// "1990s", "90s": digits of a decade with an "s" written onto them.
  func isDecadeInDigits(_ index: Int) -> Bool {
    guard numerals.isLatinSafe(index + 1), words.touches(index, index + 1), isWord(index + 1, "s"),
      let year = digits(index), year % 10 == 0
    else { return false }
    return isFourDigits(index) || words[index].bytes.count == 2 && year >= 20 && !isAge(index)
  }

  /// "in his 30s", "in their thirties" tell an age.
  func isAge(_ index: Int) -> Bool {
    let before = mark(index - 1) == 0x27 || mark(index - 1) == 0x2019 ? index - 2 : index - 1
    return !isWord(before, "the")
  }

  private func yearSpan(_ year: Int, isHijri: Bool) -> TimeSpan? {
    guard isHijri, year < 1600 else { return TimeSpan(year: year) }
    guard let first = Hijri.day(year, 1, 1), let last = Hijri.day(year, 12, Hijri.length(year, 12)) else { return nil }
    return TimeSpan(first, last)
  }

  /// Four digits that are a year: no counted noun behind, no label, hedge or dash before.
  func isBareYear(_ index: Int) -> Bool {
    let before = index - 1
    // "32/13/2024"
    if mark(before) == 0x2F, words.touches(before, index), digits(before - 1) != nil { return false }
    if before >= range.lowerBound {
      if words.unitKind(at: before) == .label || words.hedge(before: index, from: range.lowerBound) != nil {
        return false
      }
      if words.touches(before, index), words[before].kind == .mark, !Self.opens(words[before].mark) { return false }
      if Self.isMoney(words[before].mark) { return false }
    }
    if words.goesOn(behind: index) || isRatio(index) { return false }
    if isPlace(index) { return words.unitWord(at: index + 1)?.counts != true && !isScale(index + 1) }
    return isBoundary(index + 1)
  }

  /// "2000 على 3"
  private func isRatio(_ index: Int) -> Bool {
    index + 2 < range.upperBound && words.numberWord(at: index + 1)?.kind == .ratio && words[index + 1].clitics.isEmpty
      && kind(index + 1) != .from && (words[index + 2].kind == .number || words.has(.numbers, at: index + 2))
  }

  private static func opens(_ mark: UInt32) -> Bool {
    mark == 0x28 || mark == 0x22 || mark == 0xAB || mark == 0x201C || mark == 0x2D || mark == 0x2F || mark == 0x2013
  }

  private static func isMoney(_ mark: UInt32) -> Bool {
    mark == 0x24 || (0x20A0...0x20CF).contains(mark) || mark == 0xA3
  }

  /// Whether a word before years stands before: "في", "منذ", "of", "by".
  private func isPlace(_ index: Int) -> Bool {
    guard let before = timeWord(index - 1) else {
      return numerals.isLatinSafe(index - 1) && numerals.isLatin(index - 1, "in")
    }
    switch before.kind {
    case .preposition, .before, .after, .until, .from, .label, .season, .edge: return true
    default: return false
    }
  }

  private func isScale(_ index: Int) -> Bool {
    guard index < range.upperBound, let word = words.numberWord(at: index) else { return false }
    return !word.isJoined && word.isPlainNumber
  }

  /// Whether no counted noun can begin here: the end, a mark, a preposition, a word with an article or a conjunction.
  func isBoundary(_ index: Int) -> Bool {
    guard index < range.upperBound, words[index].kind == .word else {
      return index >= range.upperBound || mark(index) != 0x25 && mark(index) != 0x66A && words[index].kind != .number
    }
    if words.unitWord(at: index)?.counts == true || isScale(index) { return false }
    if words[index].script == .latin { return words.has(.function, at: index) || kind(index) != nil }
    return !words[index].clitics.isEmpty || kind(index) != nil || words.has(.function, at: index)
  }
}
