/// Days told by their place in a week or month: "الجمعة من الأسبوع المقبل", "أول يوم جمعة من يوليو", "يوم 27".
extension TimeReader {
  /// The day or days at a token.
  func dayInPeriod(_ index: Int) -> Reading? {
    dayOfUnit(index) ?? numbered(index) ?? weekdaysOf(index) ?? weekOf(index) ?? bareDay(index)
  }

  /// "أول يوم جمعة من يوليو", "الأحد الأول من مايو", "the first Friday of July"; without a month that of publication.
  private func numbered(_ index: Int) -> Reading? {
    guard let (weekday, number, end) = ordinalFirst(index) ?? weekdayFirst(index) else { return nil }
    var at = end
    if isOf(at) || kind(at) == .preposition { at += 1 }
    var month = today.flatMap { TimeSpan(year: Gregorian.parts($0).year, month: Gregorian.parts($0).month)?.anchored }
    var stop = end
    if at > end, at < range.upperBound, let found = monthPeriod(at) ?? unitReading(at) {
      month = found.span
      stop = found.end
    } else if words[index].script == .latin || words[index].kind == .number {
      return nil
    }
    guard let month, month.grain == .month else { return Reading(index, stop, nil) }
    let first = month.first + (weekday - Gregorian.weekday(month.first) + 7) % 7 + (number - 1) * 7
    guard first <= month.last else { return Reading(index, stop, nil) }
    var span = TimeSpan(day: first)
    span.needsToday = month.needsToday
    return Reading(index, stop, span)
  }

  private func unitReading(_ index: Int) -> Reading? {
    unitPhrase(index).flatMap { $0.unit == .month ? Reading(index, $0.end, $0.span) : nil }
  }

  private func ordinalFirst(_ index: Int) -> (weekday: Int, number: Int, end: Int)? {
    var at = index
    if numerals.isLatinSafe(at), numerals.isLatin(at, "the") { at += 1 }
    guard let word = words.numberWord(at: at), word.kind == .ordinal, word.value <= 5, !word.hasArticle else {
      return nil
    }
    at += 1
    if let unit = timeWord(at), unit.kind == .unit, unit.value == TimeUnit.day.rawValue { at += 1 }
    guard at < range.upperBound, let weekday = words.weekday(at: at) else { return nil }
    return (weekday, word.value, at + 1)
  }

  private func weekdayFirst(_ index: Int) -> (weekday: Int, number: Int, end: Int)? {
    var at = index
    if let unit = timeWord(at), unit.kind == .unit, unit.value == TimeUnit.day.rawValue { at += 1 }
    guard at + 1 < range.upperBound, words[at].script == .arabic, let weekday = words.weekday(at: at),
      let word = words.numberWord(at: at + 1), word.kind == .ordinal, word.hasArticle, word.value <= 5
    else { return nil }
    return (weekday, word.value, at + 2)
  }

  /// "هذا الأسبوع الجمعة", "الأسبوع المقبل بين الأربعاء والجمعة".
  private func weekdaysOf(_ index: Int) -> Reading? {
    guard let phrase = unitPhrase(index), phrase.unit == .week, phrase.end < range.upperBound else { return nil }
    let at = phrase.end
    if let weekday = words.weekday(at: at) {
      return Reading(index, at + 1, phrase.span.map { TimeSpan(day: $0.first + weekday - 1).anchored })
    }
    guard let found = weekdayPair(at) else { return nil }
    let span = phrase.span.flatMap { TimeSpan($0.first + found.first - 1, $0.first + found.last - 1)?.anchored }
    return Reading(index, found.end, span)
  }

  /// "بين الأربعاء والجمعة", "من الثلاثاء إلى الخميس".
  private func weekdayPair(_ index: Int) -> (first: Int, last: Int, end: Int)? {
    guard let first = words.weekday(at: index + 1), kind(index) == .from || words.hedge(at: index)?.hedge == .between
    else {
      return nil
    }
    var at = index + 2
    if kind(at) == .until || words.isWaw(at: at) { at += 1 }
    guard let last = words.weekday(at: at), at > index + 2 || words[at].clitics.contains(.conjunction), last > first
    else {
      return nil
    }
    return (first, last, at + 1)
  }

  /// "أسبوع 16 سبتمبر": the week that holds the day.
  private func weekOf(_ index: Int) -> Reading? {
    guard let word = timeWord(index), word.kind == .unit, word.value == TimeUnit.week.rawValue,
      let date = writtenDate(index + 1)
    else { return nil }
    guard let day = resolve(date) else { return Reading(index, date.end, nil) }
    let monday = day.first - Gregorian.weekday(day.first) + 1
    var span = TimeSpan(monday, monday + 6)
    span?.needsToday = day.needsToday
    return Reading(index, date.end, span)
  }

  /// "يوم 27", "في 15." with nothing behind: that day of the month of publication.
  private func bareDay(_ index: Int) -> Reading? {
    var number = index
    if let word = timeWord(index), word.kind == .unit, word.value == TimeUnit.day.rawValue, !hasArticle(index),
      words[index].ending == .none
    {
      number += 1
    } else {
      guard let before = timeWord(index - 1), before.kind == .preposition, isWord(index - 1, "في"),
        index + 1 >= range.upperBound || words[index + 1].kind == .mark && mark(index + 1) != 0x25
      else { return nil }
    }
    guard let value = digits(number), (1...31).contains(value), words.foldedText(number).count <= 2,
      clockDigits(number) == nil, !QuantityReader.isDash(mark(number + 1)), mark(number + 1) != 0x2F
    else { return nil }
    if number > index, words.unitWord(at: number + 1)?.counts == true { return nil }
    guard writtenDate(number) == nil, let today else { return nil }
    let (year, month, _) = Gregorian.parts(today)
    return Reading(index, number + 1, Gregorian.day(year, month, value).map { TimeSpan(day: $0).anchored })
  }
}
