/// Clock times: "10:30", "الساعة العاشرة والنصف مساءً", "4:30 pm GMT".
extension TimeReader {
  /// Hours and minutes in digits ("13:18") and the token behind them.
  func clockDigits(_ index: Int) -> (hour: Int, minute: Int, end: Int)? {
    guard let hour = digits(index), hour < 24, words.foldedText(index).count <= 2, mark(index + 1) == 0x3A,
      words.touches(index, index + 1), words.touches(index + 1, index + 2), let minute = digits(index + 2),
      words.foldedText(index + 2).count == 2, minute < 60
    else { return nil }
    var end = index + 3
    if mark(end) == 0x3A, words.touches(end - 1, end), digits(end + 1) != nil { end += 2 }
    return (hour, minute, end)
  }

  /// "10.30", "13,30" and "1630", where a part of the day, a time zone or "الساعة" tells that they are times.
  private func clockInOneNumber(_ index: Int, _ isAnnounced: Bool) -> (hour: Int, minute: Int, end: Int)? {
    guard range.contains(index), words[index].kind == .number else { return nil }
    let text = words.foldedText(index)
    let hours = text.prefix { (0x30...0x39).contains($0) }
    let isApart = hours.count < text.count
    guard isApart ? hours.count <= 2 && text.count == hours.count + 3 : text.count == 4,
      isAnnounced && isApart || zone(index + 1) != nil || isApart && isMeridiem(index + 1)
    else { return nil }
    let value = text.reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1 - 0x30) : $0 }
    guard value / 100 < 24, value % 100 < 60 else { return nil }
    return (value / 100, value % 100, index + 1)
  }

  /// Whether a clock time can stand without a day before it.
  func isClockAlone(_ index: Int) -> Bool {
    if kind(index) == .clock {
      return words[index].script == .arabic || clockDigits(index + 1) != nil || isHour(index + 1)
        || clockInOneNumber(index + 1, false) != nil
    }
    return clockDigits(index) != nil || clockInOneNumber(index, false) != nil || isHour(index)
  }

  /// "10am", "10 pm".
  private func isHour(_ index: Int) -> Bool {
    guard let hour = digits(index) else { return ordinalHour(index) != nil }
    guard (1...12).contains(hour), index + 1 < range.upperBound else { return false }
    return isMeridiem(index + 1)
  }

  /// "الثالثة فجراً"
  private func ordinalHour(_ index: Int) -> (hour: Int, end: Int)? {
    guard index < range.upperBound, words[index].script == .arabic, words.has(.numbers, at: index),
      let found = numeral(at: index), found.isOrdinal, found.hasArticle, !isAdjective(index)
    else { return nil }
    // "الرابعة وعشرين دقيقة" is not the twenty-fourth.
    let isPast = fraction(index + 1) != nil
    let behind = isPast ? index + 1 : found.range.upperBound
    guard let hour = isPast ? words.numberWord(at: index)?.value : found.value?.integer, (1...12).contains(hour),
      dayPart(fraction(behind)?.end ?? behind) != nil
    else { return nil }
    return (hour, behind)
  }

  private func isMeridiem(_ index: Int) -> Bool {
    guard kind(index) == .dayPart, words[index].kind == .word else { return false }
    // "الرقم 9 صباح أمس" tells no hour.
    if words[index].script == .arabic { return !leadsDay(index + 1) }
    return words.foldedText(index).count == 2
      || words.foldedText(index).contains(0x2E)
  }

  /// The clock time at a token, with the same time in another zone in brackets behind it.
  func clock(_ index: Int) -> Clock? {
    guard let clock = plainClock(index) else { return nil }
    guard mark(clock.end) == 0x28, let other = plainClock(clock.end + 1), mark(other.end) == 0x29, !other.zone.isEmpty
    else { return clock }
    var result = clock.zone.isEmpty ? other : clock
    result.end = other.end + 1
    return result
  }

  private func plainClock(_ index: Int) -> Clock? {
    var at = index
    var isAnnounced = false
    if let word = timeWord(at), word.kind == .clock {
      isAnnounced = words[at].script == .arabic
      at += word.length
    }
    if isAnnounced, isWord(at, "ال"), words.touches(at, at + 1) { at += 1 }
    guard at < range.upperBound else { return nil }
    let inDigits = clockDigits(at) ?? clockInOneNumber(at, isAnnounced)
    guard let (hour, minute, end) = inDigits ?? hour(at, isAnnounced) else { return nil }
    var clock = Clock(hour: hour, minute: minute, isWhole: inDigits != nil, end: end)
    if let found = fraction(end) {
      clock.minute += found.minutes
      clock.end = found.end
    }
    if clock.minute < 0 {
      clock.minute += 60
      clock.hour = clock.hour == 0 ? 23 : clock.hour - 1
    }
    if let found = dayPart(clock.end) {
      clock.part = found.part
      clock.end = found.end
    }
    if let zone = zone(clock.end) {
      clock.zone = zone.text
      clock.isWhole = clock.isWhole || !zone.text.isEmpty
      clock.end = zone.end
    }
    return clock
  }

  /// A bare hour: "10am", behind "الساعة" also "10" and "العاشرة".
  private func hour(_ index: Int, _ isAnnounced: Bool) -> (Int, Int, Int)? {
    if let hour = digits(index) {
      guard hour < 24, isAnnounced || isHour(index) else { return nil }
      return (hour, 0, index + 1)
    }
    if !isAnnounced { return ordinalHour(index).map { ($0.hour, 0, $0.end) } }
    guard words.has(.numbers, at: index), let found = numeral(at: index),
      let hour = found.value?.integer, (1...12).contains(hour)
    else { return nil }
    return (hour, 0, found.range.upperBound)
  }

  /// "والنصف", "والربع", "إلا ربعاً", "و20 دقيقة".
  private func fraction(_ index: Int) -> (minutes: Int, end: Int)? {
    guard index < range.upperBound, words[index].script == .arabic else { return nil }
    let isLess = isWord(index, "الا")
    let at = isLess || words.isWaw(at: index) ? index + 1 : index
    guard at < range.upperBound else { return nil }
    if let word = words.numberWord(at: at), word.kind == .fraction || word.homograph > 0 && word.hasArticle,
      word.isJoined || isLess
    {
      let minutes = 60 / max(2, word.kind == .fraction ? word.value : word.homograph)
      return (isLess ? -minutes : minutes, at + 1)
    }
    guard at > index || words.numberWord(at: at)?.isJoined == true, let found = numeral(at: at),
      let minutes = found.value?.integer, (1...59).contains(minutes), let unit = timeWord(found.range.upperBound),
      unit.value == TimeUnit.minute.rawValue
    else { return nil }
    return (minutes, found.range.upperBound + 1)
  }

  private func dayPart(_ index: Int) -> (part: Int, end: Int)? {
    let at = isOf(index) ? index + 1 : index
    guard let word = timeWord(at), word.kind == .dayPart else { return nil }
    return (word.value, at + word.length)
  }

  /// "بتوقيت غرينتش", "(GMT)": "Z" or an offset; local time without one.
  private func zone(_ index: Int) -> (text: String, end: Int)? {
    let isBracket = mark(index) == 0x28
    let at = isBracket ? index + 1 : index
    guard let word = timeWord(at), word.kind == .zone, var end = zoneEnd(at, word) else { return nil }
    if isBracket {
      guard mark(end) == 0x29 else { return nil }
      end += 1
    }
    guard word.value > -1000 else { return ("", end) }
    guard word.value != 0 else { return ("Z", end) }
    let minutes = abs(word.value)
    let sign = word.value < 0 ? "-" : "+"
    return (sign + EDTF.padded(minutes / 60, 2) + ":" + EDTF.padded(minutes % 60, 2), end)
  }

  /// "ت.غ" is written with and without dots; its first letter alone is no zone.
  private func zoneEnd(_ index: Int, _ word: TimeWord) -> Int? {
    guard word.length == 1, words[index].bytes.count == 2 else { return index + word.length }
    guard mark(index + 1) == 0x2E, isWord(index + 2, "غ") else { return nil }
    return mark(index + 3) == 0x2E && words.touches(index + 2, index + 3) ? index + 4 : index + 3
  }
}
