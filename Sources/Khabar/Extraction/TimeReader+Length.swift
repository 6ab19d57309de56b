/// Lengths of time before or after a day: "قبل يومين", "بعد شهر ونصف", "بعد أسبوع من 8 أيار", "two days ago".
extension TimeReader {
  /// A length of time.
  private struct Length {
    var months = 0
    var days = 0
    var minutes = 0
    /// The finest unit named.
    var unit: TimeUnit
    /// Whether only "some days" are named.
    var isVague = false
    var end: Int
  }

  /// The minutes of the first length that is told in a run of tokens; months and years are taken for those of the mean.
  static func minutes(ofLengthIn words: Words, _ range: Range<Int>) -> Int? {
    let reader = TimeReader(words: words, range: range, today: nil)
    let found = range.lazy.compactMap(reader.length).first { $0.months + $0.days + $0.minutes > 0 }
    return found.map { $0.months * 43_800 + $0.days * 1440 + $0.minutes }
  }

  /// "قبل يومين", "منذ أسبوع", "بعد 3 أيام", "two days ago", "in three weeks".
  func offset(_ index: Int) -> Reading? {
    guard index < range.upperBound else { return nil }
    if let word = timeWord(index), word.kind == .before || word.kind == .after, let length = length(index + word.length)
    {
      return placed(index, length, end: length.end, side: word.kind == .before ? -1 : 1)
    }
    let isLatin = words[index].script == .latin
    guard isLatin || words[index].kind == .number || isOf(index + 1) || isOf(index + 2), let length = length(index)
    else { return nil }
    // "يومين من الآن"
    if isOf(length.end), isWord(length.end + 1, "الان") || kind(length.end + 1) == .day {
      if tellsFuture(before: index) { return placed(index, length, end: length.end, side: 1) }
      return kind(length.end + 1) == .day ? nil : Reading(index, length.end + 2, nil)
    }
    guard isLatin || words[index].kind == .number, let word = timeWord(length.end),
      word.kind == .ago || word.kind == .later && numerals.isLatinSafe(length.end)
    else { return nil }
    return placed(index, length, end: length.end + word.length, side: word.kind == .ago ? -1 : 1)
  }

  /// A length before or after now; before or after something else ("بعد يوم من إعلان") it has no value. Hours and
  /// minutes whose day is not told stay a quantity.
  private func placed(_ index: Int, _ length: Length, end: Int, side: Int) -> Reading? {
    let isFromNow = isOf(end) && isWord(end + 1, "الان")
    // "بعد يومين من 8 أيار"
    if isOf(end), !isFromNow, let base = day(end + 1), let start = base.span, start.grain == .day {
      var span = shifted(length, side, from: start.first)
      span?.needsToday = start.needsToday
      return Reading(index, base.end, span)
    }
    let isElsewhere = isOf(end) && !isFromNow || side > 0 && !isFromNow && !tellsFuture(before: index)
    let span = isElsewhere ? nil : today.flatMap { shifted(length, side, from: $0)?.anchored }
    if span == nil, length.unit == .hour || length.unit == .minute { return nil }
    return Reading(index, isFromNow ? end + 2 : end, span)
  }

  /// "3 أيام", "يومين", "عام وشهرين", "أيام", "نحو شهر".
  private func length(_ index: Int) -> Length? {
    var at = index
    if let (count, hedge) = words.hedge(at: at), hedge == .about { at += count }
    guard var result = oneLength(at).map(withPart) else { return nil }
    var parts = 1
    while parts < 4, let next = joined(result.end), !result.isVague, let more = oneLength(next), !more.isVague {
      result.months += more.months
      result.days += more.days
      result.minutes += more.minutes
      result.unit = TimeUnit(rawValue: min(result.unit.rawValue, more.unit.rawValue)) ?? more.unit
      result.end = more.end
      parts += 1
    }
    result.isVague = result.isVague || at > index
    return result
  }

  /// "شهر ونصف", "عامين ونصف العام"
  private func withPart(_ length: Length) -> Length {
    guard !length.isVague, let at = joined(length.end), !isComma(length.end), words[at].kind == .word,
      let found = numeral(at: at), found.isFraction, let value = found.value, value < Decimal(1)
    else { return length }
    var result = length
    let months = Decimal(12).times(value)?.integer
    switch length.unit {
    case .year where months != nil:
      result.months += months ?? 0
      result.unit = .month
    case .month where value == Decimal(5, places: 1):
      result.days += 15
      result.unit = .week
    case .hour where value == Decimal(5, places: 1): result.minutes += 30
    default: return length
    }
    result.end = found.range.upperBound
    if let unit = timeWord(result.end), unit.kind == .unit, unit.value == length.unit.rawValue { result.end += 1 }
    return result
  }

  private func joined(_ index: Int) -> Int? {
    guard index < range.upperBound else { return nil }
    if words.isWaw(at: index) || isComma(index) { return index + 1 }
    return words[index].clitics.contains(.conjunction) ? index : nil
  }

  private func oneLength(_ index: Int) -> Length? {
    guard index < range.upperBound else { return nil }
    if let word = timeWord(index), let unit = TimeUnit(rawValue: word.value), unit != .weekend,
      word.kind == .unit || word.kind == .units || word.kind == .dualUnit
    {
      if word.kind == .units {
        return words[index].script == .arabic && !hasArticle(index) ? vague(unit, index + 1) : nil
      }
      guard words[index].script == .arabic, !hasArticle(index), isLengthEnding(index) else { return nil }
      let isDual = isDual(index, word)
      if let one = numeral(at: index + 1), one.value == Decimal(isDual ? 2 : 1) {
        return make(isDual ? 2 : 1, unit, one.range.upperBound)
      }
      return make(isDual ? 2 : 1, unit, index + 1)
    }
    if isA(index), let word = timeWord(index + 1), word.kind == .unit, let unit = TimeUnit(rawValue: word.value) {
      return make(1, unit, index + 2)
    }
    guard words[index].kind == .number || words.has(.numbers, at: index), let found = numeral(at: index) else {
      return nil
    }
    guard let word = timeWord(found.range.upperBound), word.kind == .unit || word.kind == .units,
      let unit = TimeUnit(rawValue: word.value)
    else { return nil }
    let end = found.range.upperBound + 1
    guard let count = found.value?.integer else { return found.value == nil ? vague(unit, end) : nil }
    return make(count, unit, end)
  }

  /// "عامين", "سنتين"
  func isDual(_ index: Int, _ word: TimeWord) -> Bool {
    word.kind == .dualUnit || words[index].ending == .yn || words[index].ending == .an
  }

  /// "عام 2019" is no length, nor is "شهر مايو".
  private func isLengthEnding(_ index: Int) -> Bool {
    !isFourDigits(index + 1) && words.month(at: index + 1) == nil && words.weekday(at: index + 1) == nil
      && kind(index + 1) != .day && words[index].ending != .pronoun
  }

  private func vague(_ unit: TimeUnit, _ end: Int) -> Length? {
    var result = make(0, unit, end)
    result?.isVague = true
    return result
  }

  private func make(_ count: Int, _ unit: TimeUnit, _ end: Int) -> Length? {
    guard (0...5000).contains(count) else { return nil }
    var result = Length(unit: unit, end: end)
    switch unit {
    case .day: result.days = count
    case .week: result.days = count * 7
    case .month: result.months = count
    case .year: result.months = count * 12
    case .decade: result.months = count * 120
    case .century: result.months = count * 1200
    case .hour: result.minutes = count * 60
    case .minute: result.minutes = count
    case .second, .weekend, .millennium: return nil
    }
    return result
  }

  /// A day moved by a length, as precise as its finest unit; weeks give about a day.
  private func shifted(_ length: Length, _ side: Int, from today: Day) -> TimeSpan? {
    if length.isVague, length.days + length.months + length.minutes == 0 { return someUnits(length.unit, side, today) }
    let (year, month, number) = Gregorian.parts(today)
    let target = Gregorian.month(year, month, plus: side * length.months)
    guard let day = Gregorian.day(target.year, target.month, min(number, Gregorian.length(target.year, target.month)))
    else { return nil }
    let moved = day + side * length.days
    var result: TimeSpan?
    switch length.unit {
    case .day: result = TimeSpan(day: moved)
    case .week: result = TimeSpan(day: moved).approximate
    case .month: result = TimeSpan(year: target.year, month: target.month)
    case .year: result = TimeSpan(year: target.year)
    case .decade, .century: result = TimeSpan(year: target.year)?.approximate
    // The hour of publication is not known.
    case .hour, .minute:
      result = length.minutes < 1440 ? nil : TimeSpan(day: today + side * length.minutes / 1440).approximate
    case .second, .weekend, .millennium: result = nil
    }
    if length.isVague { result?.isApproximate = true }
    return result
  }

  /// "قبل أيام": two to ten of them.
  private func someUnits(_ unit: TimeUnit, _ side: Int, _ today: Day) -> TimeSpan? {
    let days =
      switch unit {
      case .day: 1
      case .week: 7
      case .month: 30
      case .year: 365
      default: 0
      }
    guard days > 0 else { return nil }
    let near = today + side * days * 2
    let far = today + side * days * 10
    return TimeSpan(min(near, far), max(near, far))?.approximate
  }
}
