/// Clock times: "10:30", "الساعة العاشرة والنصف مساءً", "4:30 pm GMT".
extension TimeReader {
  /// Hours and minutes in digits ("13:18") and the token behind them.
  func clockDigits(_ index: Int) -> (hour: Int, minute: Int, end: Int)? {
    guard let hour = digits(index), hour <= 24, words.foldedText(index).count <= 2, mark(index + 1) == 0x3A,
      words.touches(index, index + 1), words.touches(index + 1, index + 2), let minute = digits(index + 2),
      words.foldedText(index + 2).count == 2, minute < 60
    else { return nil }
    var end = index + 3
    if mark(end) == 0x3A, words.touches(end - 1, end), digits(end + 1) != nil { end += 2 }
    return (hour, minute, end)
  }

  /// Whether a clock time can stand without a day before it.
  func isClockAlone(_ index: Int) -> Bool {
    if kind(index) == .clock {
      return words[index].script == .arabic || clockDigits(index + 1) != nil || isHour(index + 1)
    }
    return clockDigits(index) != nil || isHour(index)
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
      let found = numerals.numeral(at: index), found.isOrdinal, found.hasArticle, let hour = found.value?.integer,
      (1...12).contains(hour)
    else { return nil }
    let end = fraction(found.range.upperBound)?.end ?? found.range.upperBound
    guard kind(end) == .dayPart else { return nil }
    return (hour, found.range.upperBound)
  }

  private func isMeridiem(_ index: Int) -> Bool {
    guard kind(index) == .dayPart, words[index].kind == .word else { return false }
    // "الرقم 9 صباح أمس" tells no hour.
    if words[index].script == .arabic { return !leadsDay(index + 1) }
    return words.foldedText(index).count == 2
      || words.foldedText(index).contains(0x2E)
  }

  /// The clock time at a token, as EDTF writes it after "T".
  func clock(_ index: Int) -> (text: String, end: Int)? {
    var at = index
    var isAnnounced = false
    if let word = timeWord(at), word.kind == .clock {
      isAnnounced = words[at].script == .arabic
      at += word.length
    }
    guard at < range.upperBound, let read = clockDigits(at) ?? hour(at, isAnnounced) else { return nil }
    var (hour, minute, end) = read
    if let found = fraction(end) {
      minute += found.minutes
      end = found.end
    }
    if minute < 0 {
      minute += 60
      hour -= 1
    }
    if let part = dayPart(end) {
      if part.isAfternoon, hour < 12 { hour += 12 }
      if !part.isAfternoon, hour == 12 { hour = 0 }
      end = part.end
    }
    var text = EDTF.padded(hour, 2) + ":" + EDTF.padded(minute, 2)
    if let zone = zone(end) {
      text += zone.text
      end = zone.end
    }
    return hour < 24 && hour >= 0 ? (text, end) : nil
  }

  /// A bare hour: "10am", behind "الساعة" also "10" and "العاشرة".
  private func hour(_ index: Int, _ isAnnounced: Bool) -> (Int, Int, Int)? {
    if let hour = digits(index) {
      guard hour <= 24, isAnnounced || isHour(index) else { return nil }
      return (hour, 0, index + 1)
    }
    if !isAnnounced { return ordinalHour(index).map { ($0.hour, 0, $0.end) } }
    guard words.has(.numbers, at: index), let found = numerals.numeral(at: index),
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
    guard at > index || words.numberWord(at: at)?.isJoined == true, let found = numerals.numeral(at: at),
      let minutes = found.value?.integer, (1...59).contains(minutes), let unit = timeWord(found.range.upperBound),
      unit.value == TimeUnit.minute.rawValue
    else { return nil }
    return (minutes, found.range.upperBound + 1)
  }

  private func dayPart(_ index: Int) -> (isAfternoon: Bool, end: Int)? {
    guard let word = timeWord(index), word.kind == .dayPart else {
      guard isOf(index), let word = timeWord(index + 1), word.kind == .dayPart else { return nil }
      return (word.value == 12, index + 1 + word.length)
    }
    return (word.value == 12, index + word.length)
  }

  /// "بتوقيت غرينتش", "(GMT)": "Z" or an offset; local time without one.
  private func zone(_ index: Int) -> (text: String, end: Int)? {
    let isBracket = mark(index) == 0x28
    let at = isBracket ? index + 1 : index
    guard let word = timeWord(at), word.kind == .zone else { return nil }
    var end = at + word.length
    if isBracket {
      guard mark(end) == 0x29 else { return nil }
      end += 1
    }
    guard word.value >= 0 else { return ("", end) }
    guard word.value > 0 else { return ("Z", end) }
    return ("+" + EDTF.padded(word.value / 60, 2) + ":" + EDTF.padded(word.value % 60, 2), end)
  }
}
