/// Periods: months, years, decades, seasons, quarters, and their beginnings, middles and ends.
extension TimeReader {
  /// The period at a token.
  func period(_ index: Int) -> Reading? {
    if let found = edged(index) ?? remaining(index) ?? offset(index) ?? lastUnits(index) { return found }
    if let found = part(index) ?? portionWord(index) ?? numericMonth(index) ?? monthPeriod(index) ?? yearPeriod(index)
      ?? season(index)
      ?? decade(index)
    {
      return found
    }
    guard let phrase = unitPhrase(index) else { return nil }
    return Reading(index, phrase.end, phrase.span)
  }

  // MARK: - Parts of periods

  /// "مطلع مايو", "منتصف العام الماضي", "early May", "نهاية الأسبوع المقبل".
  private func edged(_ index: Int) -> Reading? {
    guard let word = timeWord(index), word.kind == .edge else { return nil }
    if unitPhrase(index)?.unit == .weekend { return nil }
    var at = index + word.length
    if mark(at) == 0x2D { at += 1 }
    guard let whole = plainPeriod(at) else { return nil }
    return Reading(index, whole.end, whole.span.flatMap { $0.edge(word.value) })
  }

  /// "بقية العام": from the publication day to the end of the period.
  private func remaining(_ index: Int) -> Reading? {
    guard let word = timeWord(index), word.kind == .rest, let whole = plainPeriod(index + word.length) else {
      return nil
    }
    guard let today, let span = whole.span else { return Reading(index, whole.end, nil) }
    return Reading(index, whole.end, TimeSpan(today, span.last)?.anchored)
  }

  private func plainPeriod(_ index: Int) -> Reading? {
    if let found = monthPeriod(index) ?? yearPeriod(index) ?? season(index) ?? decade(index) { return found }
    guard let phrase = unitPhrase(index, mayBeBare: true) else { return nil }
    return Reading(index, phrase.end, phrase.span)
  }

  /// "Q3 2024", "H1": a part of a year, without one that of publication.
  private func portionWord(_ index: Int) -> Reading? {
    guard let word = timeWord(index), word.kind == .portion else { return nil }
    var at = index + 1
    if isOf(at) { at += 1 }
    let isYear = isFourDigits(at)
    let year = isYear ? digits(at) : today.map { Gregorian.parts($0).year }
    guard let whole = year.flatMap({ TimeSpan(year: $0) }) else { return Reading(index, index + 1, nil) }
    let span = portion(whole, word.value / 10, word.value % 10)
    return Reading(index, isYear ? at + 1 : index + 1, isYear ? span : span?.anchored)
  }

  /// "الربع الثالث من عام 2016", "النصف الأول من العام", "the third quarter of 2016", "الأسبوع الثالث من هذا الشهر".
  private func part(_ index: Int) -> Reading? {
    guard let (parts, number, end) = fraction(index) ?? englishFraction(index) ?? week(index) ?? englishWeek(index)
    else {
      return nil
    }
    var at = end
    if isOf(at) || kind(at) == .preposition { at += 1 }
    var whole = at < range.upperBound ? plainPeriod(at) : nil
    if whole == nil, isFourDigits(at), let year = digits(at) { whole = Reading(at, era(at + 1), TimeSpan(year: year)) }
    if let whole { return Reading(index, whole.end, whole.span.flatMap { portion($0, parts, number) }) }
    guard parts == 4, let today, let span = TimeSpan(year: Gregorian.parts(today).year) else { return nil }
    return Reading(index, end, portion(span, parts, number)?.anchored)
  }

  /// "الربع الثالث": parts of the year, which part, and the token behind.
  private func fraction(_ index: Int) -> (Int, Int, Int)? {
    guard words[index].script == .arabic, let word = words.numberWord(at: index), word.kind == .fraction,
      word.hasArticle,
      (2...4).contains(word.value), index + 1 < range.upperBound
    else { return nil }
    if let last = timeWord(index + 1), last.kind == .past, hasArticle(index + 1) {
      return (word.value, word.value, index + 1 + last.length)
    }
    guard let number = ordinal(index + 1), number.value <= word.value else { return nil }
    return (word.value, number.value, number.end)
  }

  private func englishFraction(_ index: Int) -> (Int, Int, Int)? {
    guard words[index].script == .latin else { return nil }
    let at = numerals.isLatin(index, "the") ? index + 1 : index
    guard at + 1 < range.upperBound, let number = words.numberWord(at: at), number.kind == .ordinal, number.value <= 4,
      let word = words.numberWord(at: at + 1), word.kind == .fraction, number.value <= word.value
    else { return nil }
    return (word.value, number.value, at + 2)
  }

  /// "الأسبوع الثالث", "آخر أسبوع", "أول شهر": 0 equal parts stand for weeks, number 99 for the last one.
  private func week(_ index: Int) -> (Int, Int, Int)? {
    if let parts = weeksOrMonths(index) {
      if let last = timeWord(index + 1), last.kind == .past, isOf(index + 1 + last.length) {
        return (parts, parts == 0 ? 99 : parts, index + 1 + last.length)
      }
      guard let number = ordinal(index + 1), number.value <= 53 else { return nil }
      return (parts, number.value, number.end)
    }
    guard words[index].script == .arabic, let parts = weeksOrMonths(index + 1), !hasArticle(index + 1),
      isOf(index + 2) || kind(index + 2) == .preposition
    else { return nil }
    if kind(index) == .last { return (parts, parts == 0 ? 99 : parts, index + 2) }
    guard let word = words.numberWord(at: index), word.kind == .ordinal, !word.hasArticle else { return nil }
    return (parts, word.value, index + 2)
  }

  /// Whether a token is "أسبوع" (0) or "شهر" (12 of a year).
  private func weeksOrMonths(_ index: Int) -> Int? {
    guard let word = timeWord(index), word.kind == .unit else { return nil }
    return word.value == TimeUnit.week.rawValue ? 0 : word.value == TimeUnit.month.rawValue ? 12 : nil
  }

  /// "the first week of May", "the last week of April"
  private func englishWeek(_ index: Int) -> (Int, Int, Int)? {
    guard words[index].script == .latin else { return nil }
    let at = numerals.isLatin(index, "the") ? index + 1 : index
    var number = kind(at) == .past && isWord(at, "last") ? 99 : 0
    if let word = words.numberWord(at: at), word.kind == .ordinal { number = word.value }
    guard number > 0, let unit = timeWord(at + 1), unit.kind == .unit, unit.value == TimeUnit.week.rawValue,
      isOf(at + 2) || numerals.isLatin(at + 2, "in")
    else { return nil }
    return (0, number, at + 2)
  }

  func ordinal(_ index: Int) -> (value: Int, end: Int)? {
    guard index < range.upperBound, words[index].kind == .number || words.has(.numbers, at: index),
      let found = numeral(at: index), found.isOrdinal, let value = found.value?.integer, value > 0
    else { return nil }
    return (value, found.range.upperBound)
  }

  /// A half, a third, a quarter or a week (0 parts) of a period.
  private func portion(_ whole: TimeSpan, _ parts: Int, _ number: Int) -> TimeSpan? {
    var result: TimeSpan?
    if parts == 0 {
      result = whole.isMonth ? weekOfMonth(whole, number) : weekOfYear(whole, number)
    } else if whole.grain == .year, parts == 12 {
      result = number <= 12 ? TimeSpan(year: Gregorian.parts(whole.first).year, month: number) : nil
    } else if whole.grain == .year {
      let months = 12 / parts
      result = TimeSpan(year: Gregorian.parts(whole.first).year, months: (number - 1) * months + 1...number * months)
    } else if whole.isMonth, parts == 2 {
      result = number == 1 ? TimeSpan(whole.first, whole.first + 14) : TimeSpan(whole.first + 15, whole.last)
    } else if whole.isMonth, parts == 3 {
      result = whole.edge(number)
    }
    result?.needsToday = whole.needsToday
    return result
  }

  /// The first week of a month are its days 1 to 7, the last one its last seven days.
  private func weekOfMonth(_ month: TimeSpan, _ number: Int) -> TimeSpan? {
    if number == 99 { return TimeSpan(month.last - 6, month.last) }
    guard number <= 5 else { return nil }
    return TimeSpan(month.first + (number - 1) * 7, min(month.first + number * 7 - 1, month.last))
  }

  /// ISO 8601: the first week of a year holds its first Thursday.
  private func weekOfYear(_ year: TimeSpan, _ number: Int) -> TimeSpan? {
    let thursday =
      number == 99
      ? year.last - (Gregorian.weekday(year.last) + 3) % 7
      : year.first + (11 - Gregorian.weekday(year.first)) % 7 + (number - 1) * 7
    return thursday <= year.last ? TimeSpan(thursday - 3, thursday + 3) : nil
  }

  // MARK: - Months and years

  /// "مايو 2023", "شهر مايو الماضي", "in May".
  func monthPeriod(_ index: Int) -> Reading? {
    var at = index
    var isNamed = false
    if let word = timeWord(at), word.kind == .unit, word.value == TimeUnit.month.rawValue {
      at += 1
      isNamed = true
    }
    var direction: Int?
    if at < range.upperBound, words[at].script == .latin, let word = timeWord(at),
      let side = Self.direction(word.kind), words.month(at: at + word.length) != nil
    {
      direction = side
      at += word.length
      isNamed = true
    }
    guard let (month, end) = monthName(at) else { return nil }
    if let year = year(behind: end) {
      guard month <= 12 || year.year < 1600 else { return nil }
      return Reading(index, year.end, monthSpan(year.year, month, year.needsToday))
    }
    if let word = timeWord(end), let side = Self.direction(word.kind), words[end].script == .arabic {
      return Reading(index, end + word.length, nearestMonth(month, side, isEnded: isWord(end, "المنصرم")))
    }
    guard !isAmbiguousMonth(at) || isNamed || followsPreposition(index, isName: month > 100 && month != 109) else {
      return nil
    }
    return Reading(index, end, nearestMonth(month, direction, isEnded: false, lean(index..<end)))
  }

  /// "3/2015", "2015/3", "3-2015".
  private func numericMonth(_ index: Int) -> Reading? {
    guard let a = digits(index), mark(index + 1) == 0x2F || mark(index + 1) == 0x2D, let b = digits(index + 2),
      words.touches(index, index + 1), words.touches(index + 1, index + 2),
      isFourDigits(index) != isFourDigits(index + 2)
    else { return nil }
    let (year, month) = isFourDigits(index) ? (a, b) : (b, a)
    guard (1900...2099).contains(year), (1...12).contains(month) else { return nil }
    return Reading(index, index + 3, TimeSpan(year: year, month: month))
  }

  /// Whether the beginning, middle or end of a period stands before, or a preposition,
  /// behind which a month that is also a man's name cannot be told from him.
  private func followsPreposition(_ index: Int, isName: Bool) -> Bool {
    // "mid-May"
    if mark(index - 1) == 0x2D, words.touches(index - 2, index - 1), kind(index - 2) == .edge { return true }
    guard let before = timeWord(index - 1) else { return numerals.isLatinSafe(index - 1) && isOf(index - 1) }
    switch before.kind {
    case .edge, .rest, .unit: return true
    case .preposition, .from, .until, .before, .after: return !isName
    default: return false
    }
  }

  private func monthSpan(_ year: Int, _ month: Int, _ needsToday: Bool) -> TimeSpan? {
    guard month <= 12 else {
      guard let first = Hijri.day(year, month - 100, 1) else { return nil }
      return TimeSpan(first, first + Hijri.length(year, month - 100) - 1)
    }
    let span = TimeSpan(year: year, month: month)
    return needsToday ? span?.anchored : span
  }

  /// The month nearest to the publication day; "الماضي" is the last one that is over, "المنصرم" may be just ending.
  func nearestMonth(_ month: Int, _ direction: Int?, isEnded: Bool, _ lean: Lean = .open) -> TimeSpan? {
    guard let today else { return nil }
    let base = month > 100 ? Hijri.parts(today)?.year : Gregorian.parts(today).year
    guard let base else { return nil }
    let spans = (base - 1...base + 1).compactMap { monthSpan($0, month, false) }
    let chosen =
      switch direction {
      case -1:
        spans.last { $0.last < today || isEnded && $0.first <= today || $0.first <= today && today >= $0.last - 3 }
      case 1: spans.first { $0.first > today }
      case 0: spans.first { $0.first <= today && today <= $0.last } ?? spans.min { gap($0, today) < gap($1, today) }
      default:
        switch lean {
        case .ahead: spans.first { $0.last >= today }
        case .back: spans.last { $0.first <= today }
        case .ratherBack, .open: spans.min { gap($0, today) < gap($1, today) }
        }
      }
    return chosen?.anchored
  }

  /// How far a period is; ahead counts twice, as for days.
  func gap(_ span: TimeSpan, _ today: Day) -> Int {
    span.first > today ? (span.first - today) * 2 : span.last < today ? today - span.last : 0
  }
}
