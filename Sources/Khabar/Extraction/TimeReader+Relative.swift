/// Periods relative to the publication day: "الأسبوع الماضي", "آخر 3 سنوات".
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
      if let (steps, stop) = oneFurther(end) { return UnitPhrase(unit: unit, end: stop, span: span(of: unit, steps)) }
      if let next = timeWord(end), let side = Self.direction(next.kind), hasArticle(end), direction == nil {
        direction = side
        end += next.length
      }
    }
    guard
      direction != nil || unit == .weekend
        || mayBeBare && (hasArticle(at) || at > index || words[at].ending == .pronoun)
    else { return nil }
    return UnitPhrase(
      unit: unit, end: end, span: span(of: unit, direction ?? (unit == .weekend ? weekend(at..<end) : 0)))
  }

  /// How many weeks ahead a weekend without another word is: where the verb before it is one of the past, it is over.
  private func weekend(_ phrase: Range<Int>) -> Int {
    guard let today, Gregorian.weekday(today) < 6 else { return 0 }
    return lean(phrase) == .back || lean(phrase) == .ratherBack ? -1 : 0
  }

  /// "قبل الماضي", "بعد المقبل": two steps back or ahead.
  func oneFurther(_ index: Int) -> (steps: Int, end: Int)? {
    guard let first = timeWord(index), let second = timeWord(index + first.length), first.length == 1 else {
      return nil
    }
    switch (first.kind, second.kind) {
    case (.before, .past): return (-2, index + 1 + second.length)
    case (.after, .next): return (2, index + 1 + second.length)
    default: return nil
    }
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
    case .day, .hour, .minute, .second, .millennium: result = nil
    }
    return result?.anchored
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
      case .decade: moved(side * count * 120)
      case .hour: today + side * ((count + 23) / 24)
      default: nil
      }
    guard let other else { return Reading(index, end, nil) }
    let span = side < 0 ? TimeSpan(other, today) : TimeSpan(today + 1, other)
    return Reading(index, end, count == 0 ? nil : span?.anchored)
  }

  /// "الأشهر الثلاثة المقبلة", "الأيام القليلة الماضية", "اليومين المقبلين", "الـ48 ساعة الماضية".
  private func arabicLast(_ index: Int) -> (Int, TimeUnit, Int, Int)? {
    if let (unit, isDual) = definiteUnits(index) {
      var at = index + 1
      var count = isDual ? 2 : 0
      if kind(at) == .few { count = 3; at += 1 } else if let number = cardinalBehind(at) { (count, at) = number }
      guard let side = timeWord(at), let direction = Self.direction(side.kind), direction != 0, hasArticle(at) else {
        return nil
      }
      return (count, unit, direction, at + 1)
    }
    guard words[index].kind == .number || hasArticle(index), words[index].script != .latin,
      let found = numeral(at: index), let count = found.value?.integer, (1...5000).contains(count),
      let word = timeWord(found.range.upperBound), word.kind == .units || word.kind == .unit,
      let unit = TimeUnit(rawValue: word.value), let side = timeWord(found.range.upperBound + 1),
      let direction = Self.direction(side.kind), direction != 0
    else { return nil }
    return (count, unit, direction, found.range.upperBound + 2)
  }

  /// Several units with their article, and whether they are two.
  private func definiteUnits(_ index: Int) -> (unit: TimeUnit, isDual: Bool)? {
    guard let word = timeWord(index), hasArticle(index) else { return nil }
    let isDual = isDual(index, word)
    switch word.kind {
    case .units: return TimeUnit(rawValue: word.value).map { ($0, false) }
    case .unit, .dualUnit: return isDual ? TimeUnit(rawValue: word.value).map { ($0, true) } : nil
    // "اليومين" is found as "اليوم" with an ending.
    case .day: return isDual && word.value == 0 && word.length == 1 ? (.day, true) : nil
    default: return nil
    }
  }

  private func cardinalBehind(_ index: Int) -> (Int, Int)? {
    var at = index
    if isWord(at, "ال"), words.touches(at, at + 1) { at += 1 }
    guard at < range.upperBound, words[at].kind == .number || words.has(.numbers, at: at),
      let found = numeral(at: at), let count = found.value?.integer, (1...5000).contains(count)
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
