/// Fractions behind a number and ratios of two numbers.
extension NumeralReader {
  /// A number with what makes a fraction of it or adds one: "ثلاثة أرباع", "خمسة ونصف", "واحد من كل عشرة".
  func withFraction(_ found: Numeral) -> Numeral {
    guard found.range.upperBound < end, !found.isOrdinal, found.value != nil else { return found }
    return parts(found) ?? plusFraction(found) ?? ratio(found) ?? found
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
    let at = found.range.upperBound
    guard let (length, row) = words.match(.numbers, at: at), let word = NumberWord(row), word.kind == .ratio,
      at + length < end, word.value == 0 || found.value == Decimal(1), words[at].clitics.isEmpty,
      let whole = sum(at + length), !whole.isOrdinal, let divisor = whole.value, divisor > Decimal(1),
      !words[at + length].clitics.contains(.article), !isYear(whole, at + length),
      let value = found.value?.divided(by: divisor)
    else { return nil }
    var result = found
    result.value = value
    result.range = found.range.lowerBound..<whole.range.upperBound
    result.isFraction = true
    result.isDigits = false
    return result
  }

  /// Whether digits behind "in" are rather a year.
  private func isYear(_ whole: Numeral, _ at: Int) -> Bool {
    guard let value = whole.value?.integer, words[at].kind == .number else { return false }
    return (1900...2099).contains(value) && whole.range.count == 1
  }
}
