/// Seasons, decades and centuries.
extension TimeReader {
  /// "صيف 2023", "الخريف الماضي", "this autumn", "summer of 2023".
  func season(_ index: Int) -> Reading? {
    var at = index
    var direction: Int?
    if let word = timeWord(at), let side = Self.direction(word.kind) {
      direction = side
      at += word.length
    }
    guard let word = timeWord(at), word.kind == .season else { return nil }
    var end = at + word.length
    if isOf(end) { end += 1 }
    // "شتاء 2022-2023"
    if let pair = yearPair(end), let years = pair.span {
      guard word.value == 24 else { return Reading(index, pair.end, nil) }
      let (year, _, _) = Gregorian.parts(years.first)
      let from = TimeSpan(year: year, month: 12)
      let to = TimeSpan(year: year + 1, month: 2)
      return Reading(index, pair.end, from.flatMap { from in to.flatMap { TimeSpan(from.first, $0.last) } })
    }
    end = at + word.length
    if let year = year(behind: end) {
      let span = TimeSpan(year: year.year, season: word.value)
      return Reading(index, year.end, year.needsToday ? span?.anchored : span)
    }
    if let next = timeWord(end), let side = Self.direction(next.kind), words[end].script == .arabic {
      direction = side
      end += next.length
    }
    guard let direction else { return nil }
    guard let today else { return Reading(index, end, nil) }
    let year = Gregorian.parts(today).year
    let spans = (year - 1...year + 1).compactMap { TimeSpan(year: $0, season: word.value) }
    let chosen =
      direction == -1
      ? spans.last { $0.last < today }
      : direction == 1 ? spans.first { $0.first > today } : spans.min { gap($0, today) < gap($1, today) }
    return Reading(index, end, chosen?.anchored)
  }

  /// "السبعينيات", "سبعينيات القرن الماضي", "القرن العشرين", "the 21st century", "in the '90s".
  func decade(_ index: Int) -> Reading? {
    if let word = timeWord(index), word.kind == .decade { return namedDecade(index, word) }
    if words[index].kind == .number, !isFourDigits(index), isDecadeInDigits(index), let year = digits(index) {
      return Reading(index, index + 2, century(of: year).flatMap { years($0 + year, $0 + year + 9) })
    }
    return century(index) ?? englishCentury(index) ?? twoThousands(index)
  }

  private func namedDecade(_ index: Int, _ word: TimeWord) -> Reading? {
    var end = index + word.length
    if isAgeBehind(end) || words[index].script == .latin && isAge(index) { return nil }
    if word.value >= 100 { return Reading(index, end, years(1900 + word.value, 1909 + word.value)) }
    var start = century(of: word.value)
    if let found = century(end) {
      end = found.end
      start = found.span.map { Gregorian.parts($0.first).year - 1 }
    }
    var span = start.flatMap { years($0 + word.value, $0 + word.value + 9) }
    span?.needsToday = false
    return Reading(index, end, span)
  }

  /// The century of a decade told alone: "العشرينيات" may be those of this one.
  private func century(of decade: Int) -> Int? { decade < 40 ? nil : 1900 }

  /// "الثلاثينيات من عمره"
  private func isAgeBehind(_ index: Int) -> Bool {
    guard isOf(index), index + 1 < range.upperBound else { return false }
    let form = words.foldedText(index + 1)
    return form.starts(with: "عمر".utf8) || form.starts(with: "العمر".utf8)
  }

  /// "القرن العشرين", "القرن الـ19", "القرن الماضي"; "الألفية الثالثة".
  private func century(_ index: Int) -> Reading? {
    guard let word = timeWord(index), word.kind == .unit,
      word.value == TimeUnit.century.rawValue || word.value == TimeUnit.millennium.rawValue
    else { return nil }
    let length = word.value == TimeUnit.century.rawValue ? 100 : 1000
    if let number = ordinal(index + 1) ?? cardinal(index + 1) {
      let first = (number.value - 1) * length + 1
      if kind(number.end) == .before { return Reading(index, number.end, nil) }
      if let era = timeWord(number.end), era.kind == .era {
        let span = era.value == 1 ? hijriYears(first, first + length - 1) : years(first, first + length - 1)
        return Reading(index, number.end + era.length, span)
      }
      return Reading(index, number.end, years(first, first + length - 1))
    }
    guard length == 100, let side = timeWord(index + 1), let direction = Self.direction(side.kind) else { return nil }
    let end = index + 1 + side.length
    guard let today else { return Reading(index, end, nil) }
    let century = Gregorian.parts(today).year / 100 + direction
    return Reading(index, end, years(century * 100 + 1, century * 100 + 100)?.anchored)
  }

  private func cardinal(_ index: Int) -> (value: Int, end: Int)? {
    let at = isWord(index, "ال") && words.touches(index, index + 1) ? index + 1 : index
    if let value = digits(at) { return (1...30).contains(value) ? (value, at + 1) : nil }
    guard index < range.upperBound, words.has(.numbers, at: index), words[index].clitics.contains(.article),
      let found = numeral(at: index), let value = found.value?.integer, (1...30).contains(value)
    else { return nil }
    return (value, found.range.upperBound)
  }

  /// "في الألفين", "الألفين والعشرينات": the decades of this century by its first year.
  private func twoThousands(_ index: Int) -> Reading? {
    guard let word = words.numberWord(at: index), word.kind == .dual, word.value == 2000, word.hasArticle,
      kind(index - 1) == .preposition
    else { return nil }
    let next = index + 1
    if let decade = timeWord(next), decade.kind == .decade, decade.value < 100,
      words[next].clitics.contains(.conjunction)
    {
      return Reading(index, next + decade.length, years(2000 + decade.value, 2009 + decade.value))
    }
    if let tens = words.numberWord(at: next), tens.kind == .vague, tens.value == 10, tens.isJoined {
      return Reading(index, next + 1, years(2010, 2019))
    }
    return isBoundary(next) ? Reading(index, next, years(2000, 2009)) : nil
  }

  private func englishCentury(_ index: Int) -> Reading? {
    guard index < range.upperBound, words[index].script == .latin || words[index].kind == .number,
      let number = ordinal(index),
      let word = timeWord(number.end), word.value == TimeUnit.century.rawValue, word.kind == .unit
    else { return nil }
    return Reading(index, number.end + 1, years(number.value * 100 - 99, number.value * 100))
  }

  /// Years of the Hijri calendar, where the table has them.
  private func hijriYears(_ first: Int, _ last: Int) -> TimeSpan? {
    guard let from = Hijri.day(first, 1, 1), let to = Hijri.day(last, 12, 29) else { return nil }
    return TimeSpan(from, to)
  }

  func years(_ first: Int, _ last: Int) -> TimeSpan? {
    guard let from = TimeSpan(year: first), let to = TimeSpan(year: last) else { return nil }
    return TimeSpan(from.first, to.last)
  }
}
