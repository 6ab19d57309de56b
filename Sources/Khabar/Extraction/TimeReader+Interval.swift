/// Intervals: "من 3 إلى 5 مايو", "5-7 مايو", "بين عامي 2014 و2018", "May 3-5", "من الثلاثاء إلى الخميس".
extension TimeReader {
  /// The interval at a token.
  func interval(_ index: Int) -> Reading? {
    guard index < range.upperBound else { return nil }
    if let pair = yearPair(index) { return pair }
    var at = index
    let opener = opening(index)
    if opener == nil, words[index].script == .latin, words.month(at: index) != nil,
      let days = monthFirst(index, at, nil)
    {
      return days
    }
    guard opener != nil || hasLink(index) else { return nil }
    at += opener?.length ?? 0
    if let month = monthFirst(index, at, opener) { return month }
    guard let left = side(at, isOpened: opener != nil), let (right, isBetween) = link(left.end, opener),
      right < range.upperBound
    else {
      return nil
    }
    guard opener != nil || left.isDated || isDash(left.end) || isUntil(left.end) else { return nil }
    if isBetween, opener?.isBetween != true { return nil }
    // "April 26 - Three drones ..."
    if isDash(left.end), words[right].kind == .word, words.has(.numbers, at: right), !left.isDated || opener == nil {
      return nil
    }
    guard let other = side(right, isOpened: opener != nil), let span = join(left, other) else { return nil }
    return Reading(index, other.end, span.flatMap { $0 })
  }

  /// "2023/2024", "2022-23": two years in a row, as seasons and school years have them.
  func yearPair(_ index: Int) -> Reading? {
    guard isFourDigits(index), let first = digits(index), (1900...2099).contains(first),
      isDash(index + 1) || mark(index + 1) == 0x2F, words.touches(index, index + 1),
      words.touches(index + 1, index + 2),
      let last = digits(index + 2), !words.goesOn(behind: index + 2)
    else { return nil }
    let isShort = words[index + 2].bytes.count == 2 && last == (first + 1) % 100
    guard isFourDigits(index + 2) ? last == first + 1 : isShort && (last > 12 || isSeason(index - 1)) else {
      return nil
    }
    return Reading(index, index + 3, years(first, first + 1))
  }

  private func isSeason(_ index: Int) -> Bool {
    guard let kind = kind(index) else { return false }
    return kind == .season || kind == .preposition
  }

  /// One end of an interval: a whole date or period, or a bare number that takes month and year from the other end.
  private struct Side {
    var end: Int
    var number: Int?
    var date: WrittenDate?
    var month: (month: Int, year: Int?)?
    /// Whether the year of the month was told by the publication day.
    var needsToday = false
    var span: TimeSpan?
    /// A year in digits.
    var year: Int?

    var isDated: Bool { date != nil || span != nil || month != nil }
  }

  private func opening(_ index: Int) -> (length: Int, isBetween: Bool)? {
    if let word = timeWord(index), word.kind == .from, words[index].clitics.isEmpty { return (word.length, false) }
    if let (length, hedge) = words.hedge(at: index), hedge == .between { return (length, true) }
    return nil
  }

  /// Whether a word or dash between two ends stands near.
  private func hasLink(_ index: Int) -> Bool {
    (index + 1..<max(index + 1, min(range.upperBound, index + 10))).contains {
      isDash($0) || isUntil($0) || isBetween($0)
    }
  }

  private func isBetween(_ index: Int) -> Bool { words.has(.hedges, at: index) && opening(index) != nil }

  private func isDash(_ index: Int) -> Bool { QuantityReader.isDash(mark(index)) }
  private func isUntil(_ index: Int) -> Bool { kind(index) == .until }

  /// The token behind the word between both ends, and whether that word is "and".
  private func link(_ index: Int, _ opener: (length: Int, isBetween: Bool)?) -> (Int, Bool)? {
    guard index < range.upperBound else { return nil }
    if isDash(index) { return (index + 1, false) }
    if let word = timeWord(index), word.kind == .until { return (index + word.length, false) }
    guard opener?.isBetween == true else { return nil }
    if words.isWaw(at: index) || numerals.isLatin(index, "and") { return (index + 1, true) }
    return words[index].clitics.contains(.conjunction) ? (index, true) : nil
  }

  /// "سبتمبر بين 3 و12", "May 3-5": the month before two bare numbers.
  private func monthFirst(_ index: Int, _ at: Int, _ opener: (length: Int, isBetween: Bool)?) -> Reading? {
    var start = at
    if let word = timeWord(start), word.kind == .unit, word.value == TimeUnit.month.rawValue { start += 1 }
    guard let month = monthName(start) else { return nil }
    let inner = opening(month.end)
    let low = month.end + (inner?.length ?? 0)
    guard let first = dayNumber(low), let next = link(first.end, inner ?? opener)?.0 ?? dayAfter(first),
      let second = dayNumber(next),
      !isFourDigits(low), !isFourDigits(next), monthName(second.end) == nil,
      !isDash(first.end) || digits(next) != nil
    else { return nil }
    var from = WrittenDate(start: low, end: first.end, month: month.month, day: first.number)
    var to = WrittenDate(start: low, end: second.end, month: month.month, day: second.number)
    if let year = year(behind: second.end) {
      to.end = year.end
      to.year = year.year
      from.year = year.year
    }
    return Reading(index, to.end, between(from, to))
  }

  /// "May 3 and 4": the token of a day that follows the first one.
  private func dayAfter(_ first: (number: Int, end: Int)) -> Int? {
    guard numerals.isLatinSafe(first.end), numerals.isLatin(first.end, "and"),
      let second = digits(first.end + 1), second == first.number + 1
    else { return nil }
    return first.end + 1
  }

  private func side(_ index: Int, isOpened: Bool) -> Side? {
    guard index < range.upperBound else { return nil }
    if let date = writtenDate(index) ?? fullNumericDate(index) { return Side(end: date.end, date: date) }
    if let month = relativeDay(index) { return month }
    if let (number, end) = dayNumber(index), !isFourDigits(index) { return Side(end: end, number: number) }
    if isFourDigits(index), let year = digits(index), (1900...2099).contains(year) {
      return Side(end: index + 1, year: year)
    }
    if let year = yearWord(index) { return year }
    if words.weekday(at: index) != nil || kind(index) == .day, let found = day(index), let span = found.span {
      return Side(end: found.end, span: span)
    }
    return monthSide(index, isOpened)
  }

  private func fullNumericDate(_ index: Int) -> WrittenDate? {
    guard let date = numericDate(index), date.year != nil else { return nil }
    return date
  }

  /// "عامي 2014 و2018", "عام 2014", "ألفين".
  private func yearWord(_ index: Int) -> Side? {
    if let word = timeWord(index), word.kind == .unit, word.value == TimeUnit.year.rawValue {
      guard isFourDigits(index + 1), let year = digits(index + 1) else { return nil }
      return Side(end: era(index + 2), year: year)
    }
    return yearInWords(index).map { Side(end: $0.end, year: $0.year) }
  }

  private func monthSide(_ index: Int, _ isOpened: Bool) -> Side? {
    guard let month = monthName(index), month.month <= 12 else { return nil }
    if let year = year(behind: month.end) { return Side(end: year.end, month: (month.month, year.year)) }
    if words[month.end].script == .arabic, let word = timeWord(month.end), let direction = Self.direction(word.kind) {
      let year = nearestMonth(month.month, direction, isEnded: false).map { Gregorian.parts($0.first).year }
      return Side(end: month.end + word.length, month: (month.month, year), needsToday: true)
    }
    return isAmbiguousMonth(index) && !isOpened ? nil : Side(end: month.end, month: (month.month, nil))
  }

  /// "23 من هذا الشهر", "20 الشهر المقبل": a day of a month told by its place.
  private func relativeDay(_ index: Int) -> Side? {
    guard let found = dayOfUnit(index), let span = found.span else { return nil }
    return Side(end: found.end, number: nil, date: nil, month: nil, span: span)
  }

  /// The day of a month that is named by its place.
  func dayOfUnit(_ index: Int) -> Reading? {
    guard let (number, end) = dayNumber(index) else { return nil }
    if let month = currentMonth(index, end) {
      let day = month.first + number - 1
      return Reading(index, end + 1, day <= month.last ? TimeSpan(day: day).anchored : nil)
    }
    if let next = joinedDay(end), dayNumber(next) != nil, let later = dayOfUnit(next)?.span, later.grain == .day {
      let first = later.first - Gregorian.parts(later.first).day + 1
      return Reading(index, end, TimeSpan(day: first + number - 1).anchored)
    }
    var at = end
    if isOf(at) || kind(at) == .preposition { at += 1 }
    guard let phrase = unitPhrase(at), phrase.unit == .month else { return nil }
    guard let month = phrase.span, month.first + number - 1 <= month.last else {
      return Reading(index, phrase.end, nil)
    }
    return Reading(index, phrase.end, TimeSpan(day: month.first + number - 1).anchored)
  }

  /// "في 17 الجاري": the month of publication behind a day in digits.
  private func currentMonth(_ index: Int, _ end: Int) -> TimeSpan? {
    guard let today, digits(index) != nil, kind(end) == .this, hasArticle(end), let before = kind(index - 1),
      before == .preposition || before == .until || before == .from || before == .label || before == .unit
    else { return nil }
    let (year, month, _) = Gregorian.parts(today)
    return TimeSpan(year: year, month: month)
  }

  // MARK: - Joining

  /// The interval between both ends; an outer nil says that they do not belong together.
  private func join(_ left: Side, _ right: Side) -> TimeSpan?? {
    if let number = left.number {
      if var date = right.date {
        let to = date
        date.day = number
        return .some(between(date, to))
      }
      guard let span = right.span, span.grain == .day else { return nil }
      let parts = Gregorian.parts(span.first)
      guard let first = Gregorian.day(parts.year, parts.month, number) else { return nil }
      return .some(TimeSpan(first, span.first)?.anchored)
    }
    if var date = left.date, let to = right.date {
      if date.year == nil { date.year = to.year.map { date.month > to.month ? $0 - 1 : $0 } }
      return .some(between(date, to))
    }
    if let first = left.year, let last = right.year, first < last { return .some(years(first, last)) }
    if let first = left.month, let last = right.month {
      let span = months(first, last)
      return .some(left.needsToday || right.needsToday ? span?.anchored : span)
    }
    guard left.number == nil, let first = left.span ?? left.date.flatMap(resolve),
      let last = right.span ?? right.date.flatMap({ notBefore(first.first, $0) })
    else { return nil }
    let end = last.first < first.first && last.grain == .day ? last.last + 7 : last.last
    return .some(TimeSpan(first.first, end)?.anchored)
  }

  /// The day of a date behind an earlier one: without a year of its own the next of that name.
  private func notBefore(_ day: Day, _ date: WrittenDate) -> TimeSpan? {
    guard let found = resolve(date), date.year == nil, found.first < day else { return resolve(date) }
    let year = (date.isHijri ? Hijri.parts(found.first)?.year : Gregorian.parts(found.first).year).map { $0 + 1 }
    return year.flatMap { Self.day($0, date.month, date.day) }.map { TimeSpan(day: $0).anchored }
  }

  private func months(_ first: (month: Int, year: Int?), _ last: (month: Int, year: Int?)) -> TimeSpan? {
    guard let year = last.year ?? today.map({ Gregorian.parts($0).year }) else { return nil }
    let start = first.year ?? (first.month > last.month ? year - 1 : year)
    guard let from = TimeSpan(year: start, month: first.month), let to = TimeSpan(year: year, month: last.month) else {
      return nil
    }
    let span = TimeSpan(from.first, to.last)
    return last.year == nil ? span?.anchored : span
  }

  private func between(_ from: WrittenDate, _ to: WrittenDate) -> TimeSpan? {
    guard let last = resolve(to) else { return nil }
    var first = from
    if first.year == nil {
      first.year = first.isHijri ? Hijri.parts(last.first)?.year : Gregorian.parts(last.first).year
    }
    if let start = resolve(first), start.first > last.first, from.year == nil { first.year = first.year.map { $0 - 1 } }
    guard let start = resolve(first) else { return nil }
    let span = TimeSpan(start.first, last.first)
    return last.needsToday ? span?.anchored : span
  }
}
