/// Days told by their place in a week or month: "الجمعة من الأسبوع المقبل", "أول يوم جمعة من يوليو", "يوم 27".
extension TimeReader {
  /// The day or days at a token.
  func dayInPeriod(_ index: Int) -> Reading? {
    dayOfUnit(index) ?? edgeDay(index) ?? numbered(index) ?? weekdaysOf(index) ?? weekOf(index) ?? bareDay(index)
  }

  /// "أول يوم جمعة من يوليو", "الأحد الأول من مايو", "the first Friday of July", "آخر جمعة في يناير"; without a month
  /// that of publication.
  private func numbered(_ index: Int) -> Reading? {
    guard let (weekday, number, end) = ordinalFirst(index) ?? weekdayFirst(index) ?? lastWeekday(index) else {
      return nil
    }
    var at = end
    if isOf(at) || kind(at) == .preposition { at += 1 }
    let isLast = number == Self.last
    var month = today.flatMap { TimeSpan(year: Gregorian.parts($0).year, month: Gregorian.parts($0).month)?.anchored }
    var stop = end
    if at > end, at < range.upperBound, let found = monthPeriod(at) ?? unitReading(at) {
      month = found.span
      stop = found.end
    } else if isLast || words[index].script == .latin || words[index].kind == .number
      || words.weekday(at: end - 1) == nil && words.numberWord(at: end - 1)?.kind != .ordinal
    {
      return nil
    }
    guard let month, month.isMonth else { return Reading(index, stop, nil) }
    let day =
      isLast
      ? month.last - (Gregorian.weekday(month.last) - weekday + 7) % 7
      : month.first + (weekday - Gregorian.weekday(month.first) + 7) % 7 + (number - 1) * 7
    guard day <= month.last else { return Reading(index, stop, nil) }
    var span = TimeSpan(day: day)
    span.needsToday = month.needsToday
    return Reading(index, stop, span)
  }

  /// Stands for the last one of a month.
  private static let last = 99

  /// "آخر جمعة", "آخر يوم جمعة", "الجمعة الأخيرة", "the last Friday"
  private func lastWeekday(_ index: Int) -> (weekday: Int, number: Int, end: Int)? {
    if let weekday = words.weekday(at: index), let word = timeWord(index + 1), word.kind == .past,
      words[index].script == .arabic
    {
      return (weekday, Self.last, index + 1 + word.length)
    }
    var at = index
    if numerals.isLatinSafe(at), numerals.isLatin(at, "the") { at += 1 }
    guard let word = timeWord(at), word.kind == .last || word.kind == .past && isWord(at, "last") else { return nil }
    at += 1
    if let unit = timeWord(at), unit.kind == .unit, unit.value == TimeUnit.day.rawValue { at += 1 }
    guard at < range.upperBound, let weekday = words.sureWeekday(at: at) else { return nil }
    return (weekday, Self.last, at + 1)
  }

  /// "آخر يوم في مايو", "اليوم الأخير من الشهر", "أول أيام رمضان", "ثاني أيام رمضان".
  private func edgeDay(_ index: Int) -> Reading? {
    guard let (number, end) = lastDay(index) ?? numberedDay(index) else { return nil }
    var at = end
    if isOf(at) || kind(at) == .preposition { at += 1 }
    guard at < range.upperBound, let month = monthPeriod(at) ?? bareMonth(at) ?? namedMonth(at) else { return nil }
    guard let span = month.span, span.isMonth, number == Self.last || span.first + number - 1 <= span.last else {
      return Reading(index, month.end, nil)
    }
    var day = TimeSpan(day: number == Self.last ? span.last : span.first + number - 1)
    day.needsToday = span.needsToday
    return Reading(index, month.end, day)
  }

  private func lastDay(_ index: Int) -> (number: Int, end: Int)? {
    guard let first = timeWord(index), let second = timeWord(index + 1) else { return nil }
    let isDay = first.kind == .day && first.value == 0 && second.kind == .past && first.length == 1
    let isLast = first.kind == .last && second.kind == .unit && second.value == TimeUnit.day.rawValue
    return (isDay || isLast) && (isOf(index + 2) || kind(index + 2) == .preposition) ? (Self.last, index + 2) : nil
  }

  private func numberedDay(_ index: Int) -> (number: Int, end: Int)? {
    guard let word = words.numberWord(at: index), word.kind == .ordinal, !word.hasArticle,
      let unit = timeWord(index + 1), unit.value == TimeUnit.day.rawValue,
      unit.kind == .units || unit.kind == .unit && words[index].script == .arabic && isOf(index + 2)
    else { return nil }
    return (word.value, index + 2)
  }

  /// A month whose name has other meanings, which days before it rule out.
  private func namedMonth(_ index: Int) -> Reading? {
    monthName(index).map { Reading(index, $0.end, nearestMonth($0.month, nil, isEnded: false, lean(index..<$0.end))) }
  }

  private func bareMonth(_ index: Int) -> Reading? {
    unitPhrase(index, mayBeBare: true).flatMap { $0.unit == .month ? Reading(index, $0.end, $0.span) : nil }
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
    guard at < range.upperBound, let weekday = words.sureWeekday(at: at) else { return nil }
    return (weekday, word.value, at + 1)
  }

  private func weekdayFirst(_ index: Int) -> (weekday: Int, number: Int, end: Int)? {
    var at = index
    if let unit = timeWord(at), unit.kind == .unit, unit.value == TimeUnit.day.rawValue { at += 1 }
    guard at + 1 < range.upperBound, words[at].script == .arabic, let weekday = words.weekday(at: at),
      hasArticle(at + 1), let number = ordinal(at + 1), number.value <= 5
    else { return nil }
    return (weekday, number.value, number.end)
  }

  /// "هذا الأسبوع الجمعة", "الأسبوع المقبل بين الأربعاء والجمعة".
  private func weekdaysOf(_ index: Int) -> Reading? {
    guard let phrase = unitPhrase(index), phrase.unit == .week, phrase.end < range.upperBound else { return nil }
    var at = phrase.end
    if let word = timeWord(at), word.kind == .unit, word.value == TimeUnit.day.rawValue { at += 1 }
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

  /// "أسبوع 16 سبتمبر", "the week of May 12": the week that holds the day.
  private func weekOf(_ index: Int) -> Reading? {
    let at = numerals.isLatinSafe(index) && numerals.isLatin(index + 1, "of") ? index + 2 : index + 1
    guard let word = timeWord(index), word.kind == .unit, word.value == TimeUnit.week.rawValue,
      digits(at) != nil || !hasArticle(index), let date = writtenDate(at)
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
        let end = bareNumber(index)?.end,
        end >= range.upperBound || words[end].kind == .mark && mark(end) != 0x25
      else { return nil }
    }
    guard let (value, end) = bareNumber(number), (1...31).contains(value),
      clockDigits(number) == nil, !QuantityReader.isDash(mark(end)), mark(end) != 0x2F
    else { return nil }
    if number > index, words.unitWord(at: end)?.counts == true { return nil }
    guard writtenDate(number) == nil, let today else { return nil }
    let (year, month, _) = Gregorian.parts(today)
    return Reading(index, end, Gregorian.day(year, month, value).map { TimeSpan(day: $0).anchored })
  }

  /// The number of a day without a month: two digits, or an ordinal that is too high for most other things.
  private func bareNumber(_ index: Int) -> (value: Int, end: Int)? {
    if let value = digits(index) { return words.foldedText(index).count <= 2 ? (value, index + 1) : nil }
    guard hasArticle(index), let number = ordinal(index), number.value > 10 else { return nil }
    return number
  }
}
