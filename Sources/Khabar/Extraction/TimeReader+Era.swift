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

  /// "السبعينيات", "سبعينيات القرن الماضي", "القرن العشرين", "the 21st century".
  func decade(_ index: Int) -> Reading? {
    if let word = timeWord(index), word.kind == .decade {
      var end = index + word.length
      if let unit = timeWord(end), unit.value == TimeUnit.century.rawValue, unit.kind == .unit {
        end += 1
        if let past = timeWord(end), past.kind == .past {
          end += 1
        } else if let number = ordinal(end) {
          end = number.end
        }
      }
      let year = 1900 + word.value
      return Reading(index, end, years(year, year + 9))
    }
    guard let word = timeWord(index), word.kind == .unit, word.value == TimeUnit.century.rawValue else {
      return englishCentury(index)
    }
    if let number = ordinal(index + 1) ?? cardinal(index + 1) {
      return Reading(index, number.end, years(number.value * 100 - 99, number.value * 100))
    }
    guard let past = timeWord(index + 1), let direction = Self.direction(past.kind), let today else { return nil }
    let century = Gregorian.parts(today).year / 100 + direction
    return Reading(index, index + 1 + past.length, years(century * 100 + 1, century * 100 + 100)?.anchored)
  }

  private func cardinal(_ index: Int) -> (value: Int, end: Int)? {
    guard index < range.upperBound, words.has(.numbers, at: index), words[index].clitics.contains(.article),
      let found = numerals.numeral(at: index), let value = found.value?.integer, (1...30).contains(value)
    else { return nil }
    return (value, found.range.upperBound)
  }

  private func englishCentury(_ index: Int) -> Reading? {
    guard index < range.upperBound, words[index].script == .latin || words[index].kind == .number,
      let number = ordinal(index),
      let word = timeWord(number.end), word.value == TimeUnit.century.rawValue, word.kind == .unit
    else { return nil }
    return Reading(index, number.end + 1, years(number.value * 100 - 99, number.value * 100))
  }

  func years(_ first: Int, _ last: Int) -> TimeSpan? {
    guard let from = TimeSpan(year: first), let to = TimeSpan(year: last) else { return nil }
    return TimeSpan(from.first, to.last)
  }
}
