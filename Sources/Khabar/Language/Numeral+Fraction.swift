/// Fractions behind a number and ratios of two numbers.
extension NumeralReader {
  /// A number with what makes a fraction of it or adds one: "ثلاثة أرباع", "خمسة ونصف", "واحد من كل عشرة".
  func withFraction(_ found: Numeral) -> Numeral {
    guard found.range.upperBound < end, !found.isOrdinal, found.value != nil else { return found }
    return parts(found) ?? plusDecimals(found) ?? plusFraction(found) ?? ratio(found) ?? found
  }

  /// "ثلاثة فاصلة أربعة", "صفر فاصلة صفر خمسة", "three point one four": what stands behind the point, digit by digit or as
  /// one number below a thousand.
  private func plusDecimals(_ found: Numeral) -> Numeral? {
    guard let point = words.numberWord(at: found.range.upperBound), point.kind == .point, let whole = found.value,
      whole.isWhole, point.value != 2 || endsBelowEleven(found)
    else { return nil }
    var digits: Int128 = 0
    var places = 0
    var at = found.range.upperBound + 1
    while at < end, places < 9, places == 0 || words.numberWord(at: at)?.isJoined == false,
      let next = decimals(at), places == 0 || next.value < 10
    {
      let width = String(next.value).utf8.count
      for _ in 0..<width { digits *= 10 }
      digits += Int128(next.value)
      places += width
      at = next.end
      if next.value >= 10 { break }
    }
    guard places > 0, let part = Decimal(digits, places: places), let value = whole.adding(part) else { return nil }
    return scaled(Numeral(range: found.range.lowerBound..<at, value: value))
  }

  private func decimals(_ at: Int) -> (value: Int, end: Int)? {
    if words[at].kind == .number {
      return Decimal(digits: words.foldedText(at))?.integer.flatMap { $0 < 1000 ? ($0, at + 1) : nil }
    }
    guard words.numberWord(at: at)?.isJoined == false, let group = group(at), !group.isOrdinal,
      let value = group.value.integer, value < 1000
    else { return nil }
    return (value, group.end)
  }

  /// Whether the last word of a number is 0...10, behind which no noun stands in the singular.
  private func endsBelowEleven(_ found: Numeral) -> Bool {
    guard let value = found.value?.integer else { return false }
    return (0...10).contains(value % 100) && (value < 100 || value % 100 > 2)
  }

  /// "الخامسة بعد المئة": a hundred or a thousand behind an ordinal or a definite ten.
  func beyond(_ found: Numeral) -> Numeral {
    let at = found.range.upperBound
    guard at < end, found.isOrdinal || found.hasArticle, let (length, row) = words.match(.numbers, at: at),
      let word = NumberWord(row), word.kind == .beyond, at + length <= end,
      let value = found.value?.adding(Decimal(word.value))
    else { return found }
    var result = found
    (result.value, result.range, result.isOrdinal) = (value, found.range.lowerBound..<at + length, true)
    return result
  }

  /// A count of parts: "ثلاثة أرباع", "two-thirds", "واحد وعشرون خمساً".
  private func parts(_ found: Numeral) -> Numeral? {
    var at = found.range.upperBound
    if words[at].mark == 0x2D, words.touches(at - 1, at) { at += 1 }
    guard at < end, let word = words.numberWord(at: at), !word.isJoined, !word.hasArticle, let count = found.value,
      let part = denominator(word, isOne: count == Decimal(1)), let value = count.divided(by: Decimal(part))
    else { return nil }
    var result = found
    result.value = value
    result.range = found.range.lowerBound..<at + 1
    result.isFraction = true
    result.isDigits = false
    return scaled(result)
  }

  /// The n of a word that can mean n-ths behind a count.
  private func denominator(_ word: NumberWord, isOne: Bool) -> Int? {
    switch word.kind {
    case .parts: word.value
    case .fraction: word.value
    case .unit where word.homograph > 0: word.homograph
    case .ordinal where word.homograph > 0 && isOne: word.homograph
    default: nil
    }
  }

  /// An added fraction: "خمسة ونصف", "مليون ونصف المليون", "two and a half million", "مئة وثلاثة أرباع".
  private func plusFraction(_ found: Numeral) -> Numeral? {
    let at = found.range.upperBound
    var next = at
    if words.isWaw(at: at) {
      next += 1
    } else if words.numberWord(at: at)?.kind == .and {
      next += 1
      if next < end, words.numberWord(at: next)?.kind == .one { next += 1 }
    }
    guard next < end, let word = words.numberWord(at: next), word.isJoined || next > at else { return nil }
    if words[next].script == .arabic, let parts = plusParts(found, next) { return parts }
    var stop = next + 1
    var fraction: Decimal?
    switch word.kind {
    case .fraction: fraction = Decimal(1).divided(by: Decimal(word.value))
    case .fractions: fraction = Decimal(2).divided(by: Decimal(word.value))
    case .unit:
      guard stop < end, let part = words.numberWord(at: stop), !part.isJoined,
        part.kind == .parts || part.kind == .fraction
      else { return nil }
      fraction = Decimal(word.value).divided(by: Decimal(part.value))
      stop += 1
    default: return nil
    }
    return fraction.flatMap { add($0, to: found, stop) }
  }

  /// Behind a power of a thousand the fraction is one of that power, whether the power is named again or not.
  private func add(_ fraction: Decimal, to found: Numeral, _ stop: Int) -> Numeral? {
    var result = found
    var amount = fraction
    result.isDigits = false
    result.range = found.range.lowerBound..<stop
    if let scale = scale(at: found.range.upperBound - 1) {
      amount = fraction.times(Decimal(scale)) ?? fraction
      if stop < end, self.scale(at: stop) == scale { result.range = found.range.lowerBound..<stop + 1 }
    } else if stop < end, let scale = self.scale(at: stop), words[stop].clitics.isEmpty {
      result.value = found.value?.adding(fraction)?.times(Decimal(scale))
      result.range = found.range.lowerBound..<stop + 1
      return result.value == nil ? nil : result
    }
    result.value = found.value?.adding(amount)
    return result.value == nil ? nil : result
  }

  private func scale(at index: Int) -> Int? {
    guard let word = words.numberWord(at: index) else { return nil }
    switch word.kind {
    case .scale, .plural: return word.value
    case .dual: return word.value / 2
    default: return nil
    }
  }

  /// "واحد من كل عشرة", "١ على ٣", "five parts in a million", "one in three".
  private func ratio(_ found: Numeral) -> Numeral? {
    guard let link = ratioLink(found.range.upperBound), let count = found.value,
      link.isAny || count == Decimal(1), let whole = whole(link), let divisor = whole.value
    else { return nil }
    var result = found
    // "مئتان وثلاثة أجزاء من مئة": the hundreds are whole.
    if link.namesParts, count > divisor, found.range.count > 1, let places = Self.places(divisor),
      let mixed = count.takingApart(places)
    {
      result.value = mixed
    } else {
      guard let value = count.divided(by: divisor) else { return nil }
      result.value = value
      result.isFraction = true
    }
    result.range = found.range.lowerBound..<whole.range.upperBound
    result.isDigits = false
    return result
  }

  /// "جزء من ألف", "جزء في المليون" without a count.
  func partOf(_ start: Int) -> Numeral? {
    guard let link = ratioLink(start), link.namesParts, let whole = whole(link), let divisor = whole.value,
      let value = Decimal(link.isDual ? 2 : 1).divided(by: divisor)
    else { return nil }
    return Numeral(range: start..<whole.range.upperBound, value: value, isFraction: true)
  }

  /// "وخمسة وعشرون جزءاً من مئة" behind a whole number: decimals as they are read out.
  private func plusParts(_ found: Numeral, _ next: Int) -> Numeral? {
    guard let count = sum(next), let link = ratioLink(count.range.upperBound), link.namesParts,
      let whole = whole(link), let divisor = whole.value, let part = count.value?.divided(by: divisor),
      part < Decimal(1), let value = found.value?.adding(part)
    else { return nil }
    return Numeral(range: found.range.lowerBound..<whole.range.upperBound, value: value)
  }

  /// The words between the two numbers of a ratio.
  private struct RatioLink {
    /// The token behind them.
    var end: Int
    /// Whether any number may stand before, not only one.
    var isAny: Bool
    /// Whether they name parts ("أجزاء من").
    var namesParts: Bool
    /// Whether the parts are two ("جزءان من").
    var isDual: Bool
  }

  private func ratioLink(_ index: Int) -> RatioLink? {
    guard index < end, words[index].kind == .word, let (length, row) = words.match(.numbers, at: index),
      row.first == NumberWord.Kind.ratio.rawValue, let word = NumberWord(row), index + length < end,
      words[index].clitics.isEmpty
    else { return nil }
    return RatioLink(end: index + length, isAny: word.value != 1, namesParts: word.value >= 2, isDual: word.value == 3)
  }

  /// The whole of a ratio; it has an article only behind named parts ("جزء في المليون").
  private func whole(_ link: RatioLink) -> Numeral? {
    guard let whole = sum(link.end), !whole.isOrdinal, let divisor = whole.value, divisor > Decimal(1),
      link.namesParts || !words[link.end].clitics.contains(.article), !isYear(whole, link.end)
    else { return nil }
    return whole
  }

  /// The zeros of ten, a hundred or a thousand.
  private static func places(_ divisor: Decimal) -> Int? {
    switch divisor.integer {
    case 10: 1
    case 100: 2
    case 1000: 3
    default: nil
    }
  }

  /// Whether digits behind "in" are rather a year.
  private func isYear(_ whole: Numeral, _ at: Int) -> Bool {
    guard let value = whole.value?.integer, words[at].kind == .number else { return false }
    return (1900...2099).contains(value) && whole.range.count == 1
  }
}
