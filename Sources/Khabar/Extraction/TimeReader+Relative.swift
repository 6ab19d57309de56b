/// Expressions relative to the publication day: "الأسبوع الماضي", "قبل يومين", "آخر 3 سنوات".
extension TimeReader {
  /// A unit of time with the word that places it.
  struct UnitPhrase {
    var unit: TimeUnit
    var end: Int
    var span: TimeSpan?
  }

  /// "هذا الأسبوع", "الشهر المقبل", "next week"; a bare "الأسبوع" or "العام" only where a part of it is named.
  func unitPhrase(_ index: Int, mayBeBare: Bool = false) -> UnitPhrase? {
    var at = index
    var direction: Int?
    if numerals.isLatinSafe(at), numerals.isLatin(at, "the") { at += 1 }
    if let word = timeWord(at), let side = Self.direction(word.kind) {
      direction = side
      at += word.length
    }
    guard let word = timeWord(at), word.kind == .unit, let unit = TimeUnit(rawValue: word.value), unit != .day,
      unit != .hour, unit != .minute, unit != .second,
      words[at].ending == .none || words[at].ending == .pronoun && mayBeBare
    else { return nil }
    var end = at + word.length
    if words[at].script == .arabic {
      if direction == nil, !mayBeBare, !hasArticle(at), unit != .weekend { return nil }
      if kind(end) == .after, let next = timeWord(end + 1), next.kind == .next {
        return UnitPhrase(unit: unit, end: end + 2, span: span(of: unit, 2))
      }
      if let next = timeWord(end), let side = Self.direction(next.kind), hasArticle(end), direction == nil {
        direction = side
        end += next.length
      }
    }
    guard
      direction != nil || unit == .weekend
        || mayBeBare && (hasArticle(at) || at > index || words[at].ending == .pronoun)
    else { return nil }
    return UnitPhrase(unit: unit, end: end, span: span(of: unit, direction ?? 0))
  }

  func hasArticle(_ index: Int) -> Bool { index < range.upperBound && words.isDefinite(at: index) }

  /// The unit that holds the publication day, or one so many later. Weeks begin on Monday.
  private func span(of unit: TimeUnit, _ steps: Int) -> TimeSpan? {
    guard let today else { return nil }
    let (year, month, _) = Gregorian.parts(today)
    let monday = today - Gregorian.weekday(today) + 1 + steps * 7
    let result: TimeSpan?
    switch unit {
    case .week: result = TimeSpan(monday, monday + 6)
    case .weekend: result = TimeSpan(monday + 5, monday + 6)
    case .month:
      let target = Gregorian.month(year, month, plus: steps)
      result = TimeSpan(year: target.year, month: target.month)
    case .year: result = TimeSpan(year: year + steps)
    case .decade: result = years((year / 10 + steps) * 10, (year / 10 + steps) * 10 + 9)
    case .century: result = years((year / 100 + steps) * 100 + 1, (year / 100 + steps) * 100 + 100)
    case .day, .hour, .minute, .second: result = nil
    }
    return result?.anchored
  }

  // MARK: - So long ago

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

  /// "قبل يومين", "منذ أسبوع", "بعد 3 أيام", "two days ago", "in three weeks".
  func offset(_ index: Int) -> Reading? {
    guard index < range.upperBound else { return nil }
    if let word = timeWord(index), word.kind == .before || word.kind == .after, let length = length(index + word.length)
    {
      return placed(index, length, end: length.end, side: word.kind == .before ? -1 : 1)
    }
    guard words[index].kind == .number || words[index].script == .latin, let length = length(index),
      let word = timeWord(length.end), word.kind == .ago || word.kind == .later && numerals.isLatinSafe(length.end)
    else { return nil }
    return placed(index, length, end: length.end + word.length, side: word.kind == .ago ? -1 : 1)
  }

  /// A length before or after now; before or after something else ("بعد يوم من إعلان") it has no value. Hours and
  /// minutes whose day is not told stay a quantity.
  private func placed(_ index: Int, _ length: Length, end: Int, side: Int) -> Reading? {
    let isFromNow = isOf(end) && isWord(end + 1, "الان")
    let isElsewhere = isOf(end) && !isFromNow || side > 0 && !isFromNow && !tellsFuture(before: index)
    let span = isElsewhere ? nil : shifted(length, side)
    if span == nil, length.unit == .hour || length.unit == .minute { return nil }
    return Reading(index, isFromNow ? end + 2 : end, span)
  }

  /// "3 أيام", "يومين", "عام وشهرين", "أيام", "نحو شهر".
  private func length(_ index: Int) -> Length? {
    var at = index
    if let (count, hedge) = words.hedge(at: at), hedge == .about { at += count }
    guard var result = oneLength(at) else { return nil }
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

  private func joined(_ index: Int) -> Int? {
    guard index < range.upperBound else { return nil }
    if words.isWaw(at: index) || isComma(index) { return index + 1 }
    return words[index].clitics.contains(.conjunction) ? index : nil
  }

  private func oneLength(_ index: Int) -> Length? {
    guard index < range.upperBound else { return nil }
    if let word = timeWord(index), let unit = TimeUnit(rawValue: word.value), word.kind == .unit || word.kind == .units,
      unit != .weekend
    {
      if word.kind == .units {
        return words[index].script == .arabic && !hasArticle(index) ? vague(unit, index + 1) : nil
      }
      guard words[index].script == .arabic, !hasArticle(index), isLengthEnding(index) else { return nil }
      let isDual = words[index].ending == .yn || words[index].ending == .an
      if let one = numerals.numeral(at: index + 1), one.value == Decimal(isDual ? 2 : 1) {
        return make(isDual ? 2 : 1, unit, one.range.upperBound)
      }
      return make(isDual ? 2 : 1, unit, index + 1)
    }
    guard words[index].kind == .number || words.has(.numbers, at: index), let found = numerals.numeral(at: index) else {
      return nil
    }
    guard let word = timeWord(found.range.upperBound), word.kind == .unit || word.kind == .units,
      let unit = TimeUnit(rawValue: word.value)
    else { return nil }
    let end = found.range.upperBound + 1
    guard let count = found.value?.integer else { return found.value == nil ? vague(unit, end) : nil }
    return make(count, unit, end)
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
    case .second, .weekend: return nil
    }
    return result
  }

  /// The publication day moved by a length, as precise as its finest unit; weeks give about a day.
  private func shifted(_ length: Length, _ side: Int) -> TimeSpan? {
    guard let today else { return nil }
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
    case .second, .weekend: result = nil
    }
    if length.isVague { result?.isApproximate = true }
    return result?.anchored
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
    return TimeSpan(min(near, far), max(near, far))?.approximate.anchored
  }

  // MARK: - The last so many

  /// "آخر 3 سنوات", "الأشهر الثلاثة المقبلة", "الأيام القليلة الماضية", "the past three days", "الـ48 ساعة الماضية".
  func lastUnits(_ index: Int) -> Reading? {
    guard index < range.upperBound, let (count, unit, side, end) = arabicLast(index) ?? firstLast(index) else {
      return nil
    }
    guard let today else { return Reading(index, end, nil) }
    let (year, month, number) = Gregorian.parts(today)
    func moved(_ months: Int) -> Day? {
      let target = Gregorian.month(year, month, plus: months)
      return Gregorian.day(target.year, target.month, min(number, Gregorian.length(target.year, target.month)))
    }
    let other: Day? =
      switch unit {
      case .day: today + side * count
      case .week: today + side * count * 7
      case .month: moved(side * count)
      case .year: moved(side * count * 12)
      case .hour: today + side * ((count + 23) / 24)
      default: nil
      }
    guard let other else { return Reading(index, end, nil) }
    let span = side < 0 ? TimeSpan(other, today) : TimeSpan(today + 1, other)
    return Reading(index, end, count == 0 ? nil : span?.anchored)
  }

  /// "الأشهر الثلاثة المقبلة", "الأيام القليلة الماضية", "الـ48 ساعة الماضية".
  private func arabicLast(_ index: Int) -> (Int, TimeUnit, Int, Int)? {
    if let word = timeWord(index), word.kind == .units || word.kind == .unit, hasArticle(index),
      let unit = TimeUnit(rawValue: word.value)
    {
      var at = index + 1
      var count = 0
      let isDual = words[index].ending == .yn || words[index].ending == .an
      guard word.kind == .units || isDual else { return nil }
      if isDual { count = 2 }
      if kind(at) == .few { count = 3; at += 1 } else if let number = cardinalBehind(at) { (count, at) = number }
      guard let side = timeWord(at), let direction = Self.direction(side.kind), direction != 0, hasArticle(at) else {
        return nil
      }
      return (count, unit, direction, at + 1)
    }
    guard words[index].kind == .number || hasArticle(index), words[index].script != .latin,
      let found = numerals.numeral(at: index), let count = found.value?.integer, (1...5000).contains(count),
      let word = timeWord(found.range.upperBound), word.kind == .units || word.kind == .unit,
      let unit = TimeUnit(rawValue: word.value), let side = timeWord(found.range.upperBound + 1),
      let direction = Self.direction(side.kind), direction != 0
    else { return nil }
    return (count, unit, direction, found.range.upperBound + 2)
  }

  private func cardinalBehind(_ index: Int) -> (Int, Int)? {
    var at = index
    if isWord(at, "ال"), words.touches(at, at + 1) { at += 1 }
    guard at < range.upperBound, words[at].kind == .number || words.has(.numbers, at: at),
      let found = numerals.numeral(at: at), let count = found.value?.integer, (1...5000).contains(count)
    else { return nil }
    return (count, found.range.upperBound)
  }

  /// "آخر 3 سنوات", "the last 24 hours", "the next few days".
  private func firstLast(_ index: Int) -> (Int, TimeUnit, Int, Int)? {
    var at = index
    if numerals.isLatinSafe(at), numerals.isLatin(at, "the") { at += 1 }
    guard let word = timeWord(at) else { return nil }
    let side = word.kind == .last ? -1 : Self.direction(word.kind) ?? 0
    guard side != 0, word.kind == .last || words[at].script == .latin else { return nil }
    at += word.length
    var count = 3
    if kind(at) == .few { at += 1 } else if let number = cardinalBehind(at) { (count, at) = number } else { return nil }
    guard let unit = timeWord(at), unit.kind == .units || unit.kind == .unit, let value = TimeUnit(rawValue: unit.value)
    else { return nil }
    return (count, value, side, at + 1)
  }
}
