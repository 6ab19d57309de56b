/// Expressions of day precision: dates, weekdays, "أمس", with parts of the day and clock times around them.
extension TimeReader {
  /// What the pieces of an expression say together.
  private struct Pieces {
    var start: Int
    var end: Int
    var date: WrittenDate?
    var weekday: Int?
    var direction: Int?
    var offset: Int?
    var clock: Clock?
    /// The part of the day, when one is named (see `TimeWord.Kind.dayPart`).
    var part: Int?
    var week: TimeSpan?
    var dayOfMonth: Int?
    var gloss: TimeSpan?
    /// Whether it is the night between a weekday and the next.
    var isNight = false

    var hasDay: Bool { date != nil || weekday != nil || offset != nil }
  }

  /// The expression of day precision at a token.
  func day(_ index: Int) -> Reading? {
    var pieces = Pieces(start: index, end: index)
    var at = index
    while at < range.upperBound, let read = piece(at, &pieces) {
      let next = bracketed(read, &pieces)
      pieces.end = next
      // "أمس وفي 8 أيار" names two days.
      if next < range.upperBound, words[next].clitics.contains(.conjunction) || words.isWaw(at: next) { break }
      at = separator(next, pieces)
    }
    guard pieces.hasDay || pieces.clock != nil else { return nil }
    var reading = Reading(pieces.start, pieces.end, value(pieces))
    reading.clock = pieces.clock?.text(in: pieces.part)
    return reading
  }

  /// Goes past what may stand between two pieces: a comma, a dash before a clock, "في", "يوم".
  private func separator(_ index: Int, _ pieces: Pieces) -> Int {
    var at = index
    if isComma(at), startsDay(at + 1, pieces) { return at + 1 }
    if mark(at) == 0x2D || mark(at) == 0x7C, clockDigits(at + 1) != nil { return at + 1 }
    if let word = timeWord(at), word.kind == .preposition || word.kind == .label || isDayUnit(word) || isOf(at) {
      at += word.length
      if startsDay(at, pieces) { return at }
      return index
    }
    return index
  }

  private func isDayUnit(_ word: TimeWord) -> Bool { word.kind == .unit && word.value == TimeUnit.day.rawValue }

  private func startsDay(_ index: Int, _ pieces: Pieces) -> Bool {
    guard index < range.upperBound else { return false }
    if pieces.date == nil, let found = writtenDate(index) ?? numericDate(index) { return found.end > index }
    if pieces.weekday == nil, words.weekday(at: index) != nil, pieces.date == nil || isComma(index - 1) == false {
      return true
    }
    switch kind(index) {
    case .clock: return pieces.clock == nil
    case .day: return pieces.offset == nil && pieces.date == nil
    default: return false
    }
  }

  /// "الجمعة (17 مايو)": goes past a date in brackets that says which day is meant.
  private func bracketed(_ index: Int, _ pieces: inout Pieces) -> Int {
    guard mark(index) == 0x28, pieces.date == nil, pieces.weekday != nil || pieces.offset != nil,
      index + 1 < range.upperBound, let date = date(index + 1), mark(date.end) == 0x29
    else { return index }
    pieces.date = date
    return date.end + 1
  }

  /// Reads one piece; the token behind it.
  private func piece(_ at: Int, _ pieces: inout Pieces) -> Int? {
    if pieces.date == nil, pieces.offset == nil || at > pieces.start, let date = date(at) {
      pieces.date = date
      return gloss(date.end, &pieces)
    }
    if let word = timeWord(at) {
      if let end = timePiece(at, word, &pieces) { return end }
    }
    if pieces.weekday == nil, let weekday = words.weekday(at: at) { return weekdayPiece(at, weekday, &pieces) }
    if pieces.clock == nil, pieces.hasDay || pieces.part != nil || isClockAlone(at), let clock = clock(at) {
      pieces.clock = clock
      return clock.end
    }
    return nil
  }

  private func date(_ at: Int) -> WrittenDate? {
    guard words[at].kind == .number || words.has(.numbers, at: at) || words.month(at: at) != nil else { return nil }
    return writtenDate(at) ?? numericDate(at)
  }

  private func timePiece(_ at: Int, _ word: TimeWord, _ pieces: inout Pieces) -> Int? {
    switch word.kind {
    case .day where pieces.offset == nil && isDayWord(at, word):
      pieces.offset = word.value
      let end = at + word.length
      // "أمس (الأربعاء)"
      return mark(end) == 0x28 && words.weekday(at: end + 1) != nil && mark(end + 2) == 0x29 ? end + 3 : end
    case .dayPart
    where pieces.part == nil && (pieces.hasDay || pieces.clock != nil || leadsDay(at + word.length)):
      pieces.part = word.value
      return at + word.length
    case .label where pieces.start == at && date(at + word.length) != nil, .unit where opensDay(at, word, pieces):
      return at + word.length
    case .clock where pieces.clock == nil:
      guard let clock = clock(at) else { return nil }
      pieces.clock = clock
      return clock.end
    default: return nil
    }
  }

  /// "يوم" before a weekday, a date, "أمس" or, with the article missing, a bare day of the month.
  private func opensDay(_ at: Int, _ word: TimeWord, _ pieces: Pieces) -> Bool {
    guard isDayUnit(word), words[at].ending == .none, at == pieces.start || pieces.part != nil else {
      return false
    }
    let next = at + word.length
    return next < range.upperBound && (words.weekday(at: next) != nil || date(next) != nil || kind(next) == .day)
  }

  func leadsDay(_ index: Int) -> Bool {
    var at = index
    if isOf(at) || isWord(at, "on") { at += 1 }
    if let word = timeWord(at), isDayUnit(word) { at += word.length }
    return at < range.upperBound
      && (words.weekday(at: at) != nil && isFullWeekday(at) || kind(at) == .day || date(at) != nil)
  }

  /// "اليوم" as an adverb, not "اليوم التالي", "اليوم العالمي", "اليوم الأول".
  private func isDayWord(_ at: Int, _ word: TimeWord) -> Bool {
    guard word.value == 0, word.length == 1, words[at].script == .arabic else { return true }
    // "اليومين المقبلين"
    guard words[at].ending == .none else { return false }
    if words[at].clitics.contains(.ba) || words[at].clitics.contains(.la) || words[at].clitics.contains(.ka) {
      return false
    }
    let next = at + 1
    // "اليوم الـ120 للحرب", "اليوم 15 من الهدنة" count days.
    let number = isWord(next, "ال") && words.touches(next, next + 1) ? next + 1 : next
    if words[number].kind == .number, date(number) == nil, number > next || isOf(number + 1) { return false }
    guard next < range.upperBound, words[next].kind == .word else { return true }
    if words.weekday(at: next) != nil { return true }
    // "اليوم الأخير من الشهر"
    if let kind = kind(next) { return Self.direction(kind) == nil || !hasArticle(next) }
    guard words.isDefinite(at: next) else { return true }
    return at > range.lowerBound && words[at - 1].kind == .word && kind(at - 1) != .preposition
      && !words.has(.numbers, at: next)
  }

  /// Bare "جمعة" is a day only behind "يوم" and the like.
  private func isFullWeekday(_ at: Int) -> Bool {
    words[at].script == .latin
      ? words[at].isCapitalized : words.isDefinite(at: at)
  }

  private func weekdayPiece(_ at: Int, _ weekday: Int, _ pieces: inout Pieces) -> Int? {
    let isBehindDay = at > range.lowerBound && timeWord(at - 1).map(isDayUnit) == true
    guard isFullWeekday(at) || isBehindDay || unitPhrase(at + 1)?.unit == .week else { return nil }
    pieces.weekday = weekday
    var end = at + 1
    if at > range.lowerBound, let before = timeWord(at - 1), let direction = Self.direction(before.kind),
      before.length == 1, words[at].script == .latin || direction == 0 && !hasArticle(at - 1)
    {
      pieces.direction = direction
      pieces.start = min(pieces.start, at - 1)
    }
    let follower = unitPhrase(end)
    if follower?.unit == .week {
      // "الجمعة هذا الأسبوع" is read below.
    } else if words[end].script == .arabic, let (steps, stop) = oneFurther(end) {
      pieces.direction = steps
      end = stop
    } else if let word = timeWord(end), let direction = Self.direction(word.kind), words[end].script == .arabic {
      pieces.direction = direction
      end += word.length
    } else if let number = digits(end), words.foldedText(end).count <= 2, (1...31).contains(number), date(end) == nil,
      clockDigits(end) == nil, end + 1 >= range.upperBound || words.unitWord(at: end + 1) == nil
    {
      pieces.dayOfMonth = number
      end += 1
    } else if words[end].script == .arabic, hasArticle(end), let number = ordinal(end), (6...31).contains(number.value),
      date(end) == nil
    {
      pieces.dayOfMonth = number.value
      end = number.end
    }
    let other = QuantityReader.isDash(mark(end)) || mark(end) == 0x2F ? end + 1 : end
    if let part = pieces.part, part >= 12, words.weekday(at: other) == weekday % 7 + 1, isFullWeekday(other) {
      pieces.isNight = true
      end = other + 1
    }
    let link = isOf(end) ? end + 1 : end
    if let week = unitPhrase(link), week.unit == .week, let span = week.span {
      pieces.week = span
      end = week.end
    }
    return end
  }

  // MARK: - Another calendar beside the date

  /// A second date that explains the first: "5 رمضان 1445 (15 مارس 2024)", "الموافق 15 مارس".
  private func gloss(_ index: Int, _ pieces: inout Pieces) -> Int {
    guard let first = pieces.date else { return index }
    var at = index
    let isBracket = mark(at) == 0x28
    if isBracket || mark(at) == 0x2F || mark(at) == 0x2D || isComma(at) { at += 1 }
    let label = timeWord(at).flatMap { $0.kind == .label ? $0.length : nil }
    at += label ?? 0
    guard at > index, at < range.upperBound, var second = writtenDate(at) ?? numericDate(at),
      second.isHijri != first.isHijri
    else { return index }
    second.end = era(second.end)
    if isBracket {
      guard mark(second.end) == 0x29 else { return index }
      second.end += 1
    }
    let gregorian = first.isHijri ? second : first
    pieces.gloss = resolve(gregorian) ?? resolve(first.isHijri ? first : second)
    return second.end
  }

  // MARK: - Value

  private func value(_ pieces: Pieces) -> TimeSpan? {
    if let gloss = pieces.gloss { return gloss }
    if let date = pieces.date { return resolve(date) }
    guard let today else { return nil }
    if let offset = pieces.offset { return TimeSpan(day: today + offset).anchored }
    guard let weekday = pieces.weekday else { return nil }
    if let number = pieces.dayOfMonth { return nearest(weekday, number, today) }
    if let week = pieces.week { return TimeSpan(day: week.first + weekday - 1).anchored }
    let day = weekdayDay(weekday, pieces, today)
    return pieces.isNight ? TimeSpan(day, day + 1)?.anchored : TimeSpan(day: day).anchored
  }

  /// The weekday nearest to the publication day, before it unless the text looks ahead.
  private func weekdayDay(_ weekday: Int, _ pieces: Pieces, _ today: Day) -> Day {
    let back = (Gregorian.weekday(today) - weekday + 7) % 7
    switch pieces.direction {
    case 1: return today - back + 7
    case 2: return today - back + 14
    case -1: return today - (back == 0 ? 7 : back)
    case -2: return today - (back == 0 ? 14 : back + 7)
    case 0: return today - Gregorian.weekday(today) + weekday
    default: break
    }
    // "السبت المقبل والأحد"
    if let (span, end) = antecedent, end == pieces.start, span.grain == .day, span.first > today {
      return span.first + (weekday - Gregorian.weekday(span.first) + 7) % 7
    }
    return tellsFuture(pieces.start..<pieces.end) && back > 0 ? today - back + 7 : today - back
  }

  /// "الجمعة 22": the day of that number which falls on that weekday.
  private func nearest(_ weekday: Int, _ number: Int, _ today: Day) -> TimeSpan? {
    let (year, month, _) = Gregorian.parts(today)
    let candidates = (-6...6).compactMap { shift -> Day? in
      let target = Gregorian.month(year, month, plus: shift)
      return Gregorian.day(target.year, target.month, number)
    }
    let fitting = candidates.filter { Gregorian.weekday($0) == weekday }
    return choose(fitting, today, nil).map { TimeSpan(day: $0).anchored }
  }
}
