/// Calendar dates: "8 أيار/ مايو 2023", "الثامن من مايو", "May 8, 2023", "08/05/2023", "5 رمضان 1445".
extension TimeReader {
  /// A date as the text writes it, before the year is settled.
  struct WrittenDate {
    var start: Int
    var end: Int
    var year: Int?
    /// Hijri months from 101.
    var month: Int
    var day: Int
    /// "الماضي" (-1), "المقبل" (1), "الجاري" (0).
    var direction: Int?
    var needsToday = false

    var isHijri: Bool { month > 100 }
  }

  // MARK: - With a month's name

  /// A day with a month's name, day or month first.
  func writtenDate(_ index: Int) -> WrittenDate? {
    if let (number, end) = dayNumber(index) {
      if let month = monthBehind(end) {
        return withYear(WrittenDate(start: index, end: month.end, month: month.month, day: number))
      }
      if let date = listed(index, number, end) { return date }
    }
    // "40 مايو": no day, and no number of anything.
    if let number = digits(index), number == 0 || number > 31, words.foldedText(index).count <= 2,
      let month = monthName(index + 1), !isAmbiguousMonth(index + 1)
    {
      return withYear(WrittenDate(start: index, end: month.end, month: month.month, day: number))
    }
    guard let first = monthName(index), let (number, end) = dayNumber(first.end), !isFourDigits(first.end),
      !isUnitBehind(end), !isAmbiguousMonth(index) || digits(first.end) != nil || words[index].script == .latin
    else { return nil }
    return withYear(WrittenDate(start: index, end: end, month: first.month, day: number))
  }

  /// "3 و4 مايو": a day that takes month and year from one joined to it.
  private func listed(_ index: Int, _ number: Int, _ end: Int) -> WrittenDate? {
    var at = end
    for _ in 0..<6 {
      guard let joined = joinedDay(at), let next = dayNumber(joined) else { return nil }
      if let month = monthBehind(next.end) {
        var date = withYear(WrittenDate(start: index, end: month.end, month: month.month, day: number))
        date.end = end
        return date
      }
      at = next.end
    }
    return nil
  }

  /// Where the next one of a list of days may begin: behind "و" or a comma, or on a word that carries "و".
  func joinedDay(_ index: Int) -> Int? {
    if words.isWaw(at: index) || isComma(index) { return index + 1 < range.upperBound ? index + 1 : nil }
    return index < range.upperBound && words[index].clitics.contains(.conjunction) ? index : nil
  }

  private func isUnitBehind(_ index: Int) -> Bool {
    index < range.upperBound && (words.unitWord(at: index)?.counts == true || mark(index) == 0x25)
  }

  /// A month's name behind a day: at once, or behind "من", "من شهر", "of", a dash, a slash or a dot.
  private func monthBehind(_ index: Int) -> (month: Int, end: Int)? {
    var at = index
    let sign = mark(at)
    if sign == 0x2D || sign == 0x2F || sign == 0x2E { at += 1 }
    if isOf(at) { at += 1 }
    if let word = timeWord(at), word.kind == .unit, word.value == TimeUnit.month.rawValue { at += 1 }
    guard let month = monthName(at) else { return nil }
    // "3-صفر" is a result.
    if at > index, sign == 0x2D, isAmbiguousMonth(at) { return nil }
    return month
  }

  /// A month's name with its twin ("أيار/ مايو", "مايو (أيار)").
  func monthName(_ index: Int) -> (month: Int, end: Int)? {
    guard index < range.upperBound, let first = words.month(at: index), index + first.length <= range.upperBound else {
      return nil
    }
    var end = index + first.length
    if mark(end) == 0x2E, isFourDigits(end + 1) || isAbbreviation(index) && digits(end + 1) != nil { end += 1 }
    // "17 مايو أيار 2023"
    if words[index].script == .arabic, let twin = words.month(at: end), twin.month == first.month,
      words[end].key != words[index].key, end + twin.length <= range.upperBound
    {
      return (first.month, end + twin.length)
    }
    let sign = mark(end)
    guard sign == 0x2F || sign == 0x28 || sign == 0x2D || sign == 0x5C, let second = words.month(at: end + 1),
      second.month == first.month, end + 1 + second.length <= range.upperBound
    else { return (first.month, end) }
    end += 1 + second.length
    if sign == 0x28, mark(end) == 0x29 { end += 1 }
    return (first.month, end)
  }

  /// "Oct." is shortened, "May." ends a sentence.
  private func isAbbreviation(_ index: Int) -> Bool {
    words[index].script == .latin && words[index].bytes.count <= 4 && !isWord(index, "may") && !isWord(index, "june")
      && !isWord(index, "july")
  }

  /// Whether a month's name may have another meaning.
  func isAmbiguousMonth(_ index: Int) -> Bool { words.month(at: index)?.isAmbiguous == true }

  private func withYear(_ date: WrittenDate) -> WrittenDate {
    var result = date
    if let year = year(behind: date.end) {
      result.year = year.year
      result.end = year.end
      result.needsToday = year.needsToday
    } else if let word = timeWord(date.end), let direction = Self.direction(word.kind) {
      result.direction = direction
      result.end += word.length
    }
    return result
  }

  static func direction(_ kind: TimeWord.Kind) -> Int? {
    switch kind {
    case .past: -1
    case .next: 1
    case .this: 0
    default: nil
    }
  }

  /// The year behind a month: "2023", ", 2023", "من عام 2023", "العام الماضي", in words.
  func year(behind index: Int) -> (year: Int, end: Int, needsToday: Bool)? {
    var at = index
    let sign = mark(at)
    let isTight = (sign == 0x2F || sign == 0x2D || sign == 0x5C) && words.touches(at, at + 1)
    if isComma(at) || sign == 0x2E || isTight && isFourDigits(at + 1) && !words.goesOn(behind: at + 1) { at += 1 }
    if isFourDigits(at), let year = digits(at), !isDayFraction(at), !isMultiplied(at) {
      return (year, era(at + 1), false)
    }
    // A year 0 does not exist; read as one, the date has no value.
    if at == index, digits(at) == 0 { return (0, at + 1, false) }
    if isOf(at) {
      at += 1
      if isFourDigits(at), let year = digits(at), (1300...2200).contains(year) { return (year, era(at + 1), false) }
    }
    if let word = timeWord(at), word.kind == .unit, word.value == TimeUnit.year.rawValue {
      if let year = digits(at + 1), isFourDigits(at + 1) { return (year, era(at + 2), false) }
      if let next = timeWord(at + 1), let direction = Self.direction(next.kind), let today {
        return (Gregorian.parts(today).year + direction, at + 1 + next.length, true)
      }
      at += 1
    }
    if let word = timeWord(at), let direction = Self.direction(word.kind),
      numerals.isLatinSafe(at) || direction == 0 && !hasArticle(at),
      let unit = timeWord(at + word.length), unit.kind == .unit, unit.value == TimeUnit.year.rawValue, let today
    {
      return (Gregorian.parts(today).year + direction, at + word.length + 1, true)
    }
    return yearInWords(at).map { ($0.year, $0.end, false) }
  }

  /// "في أوت 1320 ألف برميل": thousands or millions of something follow a month.
  private func isMultiplied(_ index: Int) -> Bool {
    index + 1 < range.upperBound && words.numberWord(at: index + 1)?.kind == .scale
  }

  private func isDayFraction(_ index: Int) -> Bool { mark(index + 1) == 0x25 }

  /// "ألف وتسعمائة وثمانية وسبعون"; "ألفين" alone only where it is named a year.
  func yearInWords(_ index: Int, isNamed: Bool = false) -> (year: Int, end: Int)? {
    guard index < range.upperBound, words[index].kind == .word, words.has(.numbers, at: index),
      let word = words.numberWord(at: index), word.kind == .scale || word.kind == .dual, word.value <= 2000,
      let found = numeral(at: index), let year = found.value?.integer, (1001...2099).contains(year),
      found.range.count > 1 || isNamed
    else { return nil }
    return (year, found.range.upperBound)
  }

  /// Goes past "هـ", "م", "للهجرة".
  func era(_ index: Int) -> Int {
    guard let word = timeWord(index) else { return index }
    if word.kind == .era { return index + word.length }
    return word.kind == .dayPart && words[index].bytes.count == 2 && isWord(index, "م") ? index + 1 : index
  }

  // MARK: - In digits

  /// "2016/02/22", "22-4-2016", "12.05.2023", "22/04".
  func numericDate(_ index: Int) -> WrittenDate? {
    guard words[index].kind == .number else { return nil }
    if let parts = dotted(index) { return ordered(parts, index, index + 1) }
    guard let first = digits(index), index + 2 < range.upperBound, isDateSign(index + 1),
      let second = digits(index + 2), words.touches(index, index + 1), words.touches(index + 1, index + 2)
    else { return nil }
    if mark(index + 3) == mark(index + 1), words.touches(index + 2, index + 3), words.touches(index + 3, index + 4),
      let third = digits(index + 4)
    {
      return ordered([first, second, third], index, index + 5)
    }
    return withoutYear(first, second, index)
  }

  private func isDateSign(_ index: Int) -> Bool { mark(index) == 0x2F || mark(index) == 0x2D || mark(index) == 0x5C }

  /// Three numbers in one token.
  private func dotted(_ index: Int) -> [Int]? {
    let parts = words.foldedText(index).split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && !$0.contains(0x2C) }) else { return nil }
    return parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
  }

  /// Year, month and day by what each number can be; day before month where both are possible.
  private func ordered(_ parts: [Int], _ start: Int, _ end: Int) -> WrittenDate? {
    let (a, b, c) = (parts[0], parts[1], parts[2])
    if a > 31 { return written(a, b, c, start, end) }
    let year = c < 70 ? 2000 + c : c < 100 ? 1900 + c : c
    let dayFirst = written(year, b, a, start, end) ?? written(year, a, b, start, end)
    guard a < 100, c < 32, let today, let other = written(2000 + a, b, c, start, end) else { return dayFirst }
    // "16/04/21": two orders are possible, the one in the year of publication is meant.
    let thisYear = Gregorian.parts(today).year
    return abs(year - thisYear) > 1 && abs(2000 + a - thisYear) <= 1 ? other : dayFirst
  }

  private func written(_ year: Int, _ month: Int, _ day: Int, _ start: Int, _ end: Int) -> WrittenDate? {
    if (1300...1500).contains(year), (1...12).contains(month), (1...30).contains(day) {
      return WrittenDate(start: start, end: era(end), year: year, month: month + 100, day: day)
    }
    guard (1500...2200).contains(year), Gregorian.day(year, month, day) != nil else { return nil }
    return WrittenDate(start: start, end: era(end), year: year, month: month, day: day)
  }

  /// "22/04": a slash makes a date where a fraction is unlikely; a dash only behind a word that announces a date.
  private func withoutYear(_ first: Int, _ second: Int, _ index: Int) -> WrittenDate? {
    let isAnnounced = announcesDate(index - 1)
    guard mark(index + 3) != 0x25, mark(index + 3) != 0x2F, mark(index + 1) != 0x5C else { return nil }
    let isSlash = mark(index + 1) == 0x2F
    let isWide = words.foldedText(index).count == 2 && words.foldedText(index + 2).count == 2
    let isDash = !isSlash && first > 12 && second <= 12 && !words.hasScoreWord(before: index, from: range.lowerBound)
    guard isAnnounced || isDash || isSlash && (isWide || first > 12 || second > 12) else { return nil }
    let isDayFirst = second <= 12
    let (day, month) = isDayFirst ? (first, second) : (second, first)
    guard (1...31).contains(day), (1...12).contains(month), Gregorian.length(2024, month) >= day else { return nil }
    var date = WrittenDate(start: index, end: index + 3, month: month, day: day)
    if isComma(date.end), let year = digits(date.end + 1), words.foldedText(date.end + 1).count != 3 {
      date.year = year < 100 ? 2000 + year : year
      date.end += 2
    }
    return date
  }

  private func announcesDate(_ index: Int) -> Bool {
    guard index >= range.lowerBound else { return false }
    if let word = timeWord(index) {
      return word.kind == .label || word.kind == .preposition || word.kind == .unit && word.value == 1
    }
    return words.weekday(at: index) != nil
  }

  // MARK: - Values

  /// The day a written date means; nil when there is none such or the year is not known.
  func resolve(_ date: WrittenDate) -> TimeSpan? {
    if let year = date.year {
      guard let day = Self.day(year, date.month, date.day) else { return nil }
      return date.needsToday ? TimeSpan(day: day).anchored : TimeSpan(day: day)
    }
    guard let today else { return nil }
    let base = date.isHijri ? Hijri.parts(today)?.year : Gregorian.parts(today).year
    guard let base else { return nil }
    let candidates = (base - 1...base + 1).compactMap { Self.day($0, date.month, date.day) }
    let lean = date.direction == nil ? lean(date.start..<date.end) : .open
    return choose(candidates, today, date.direction, lean).map { TimeSpan(day: $0).anchored }
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    month > 100 ? Hijri.day(year, month - 100, day) : Gregorian.day(year, month, day)
  }

  /// The candidate nearest to the publication day, on the side that the text names or that its verb looks to.
  func choose(_ candidates: [Day], _ today: Day, _ direction: Int?, _ lean: Lean = .ratherBack) -> Day? {
    let isBack = direction == -1 || lean == .back
    let isAhead = direction == 1 || lean == .ahead
    let year = Gregorian.parts(today).year
    let allowed = candidates.filter {
      isBack ? $0 <= today : isAhead ? $0 >= today : direction != 0 || Gregorian.parts($0).year == year
    }
    // Behind a verb of the past a day ahead counts as twice as far.
    let weight = lean == .ratherBack ? 2 : 1
    func distance(_ day: Day) -> Int { day > today ? (day - today) * weight : today - day }
    return allowed.min { distance($0) < distance($1) }
  }
}

extension NumeralReader {
  /// Whether a token is an English word inside the range.
  func isLatinSafe(_ at: Int) -> Bool { at >= 0 && at < end && words[at].kind == .word && words[at].script == .latin }
}
