/// Fractions and powers of ten in digits: "½", "2½", "3/4", "2 1/4", "12.32e+14".
extension NumeralReader {
  /// The value of "½", "¼" or "¾".
  func vulgar(_ index: Int) -> Decimal? {
    switch words[index].mark {
    case 0xBC: Decimal(25, places: 2)
    case 0xBD: Decimal(5, places: 1)
    case 0xBE: Decimal(75, places: 2)
    default: nil
    }
  }

  /// A fraction in digits, alone or behind a whole number.
  func fractionInDigits(_ start: Int) -> Numeral? {
    if let (value, stop) = slashed(start) {
      return Numeral(range: start..<stop, value: value, isFraction: true)
    }
    guard let whole = Decimal(digits: words.foldedText(start)), whole.isWhole, start + 1 < end else { return nil }
    let isTouching = words.touches(start, start + 1)
    if isTouching, let part = vulgar(start + 1), let value = whole.adding(part) {
      return Numeral(range: start..<start + 2, value: value)
    }
    guard !isTouching, words[start + 1].kind == .number, words[start + 1].start - words[start].end == 1,
      let (part, stop) = slashed(start + 1), part < Decimal(1), let value = whole.adding(part)
    else { return nil }
    return Numeral(range: start..<stop, value: value)
  }

  /// "3/4": a fraction only with a denominator that fractions have; others are dates, seasons or names.
  private func slashed(_ index: Int) -> (value: Decimal, end: Int)? {
    guard index + 2 < end, words[index].kind == .number, words[index + 1].mark == 0x2F,
      words[index + 2].kind == .number, words.touches(index, index + 1), words.touches(index + 1, index + 2),
      !words.goesOn(behind: index + 2), let part = Decimal(digits: words.foldedText(index))?.integer,
      let whole = Decimal(digits: words.foldedText(index + 2))?.integer, part > 0, part < whole,
      Self.denominators.contains(whole), let value = Decimal(part).divided(by: Decimal(whole))
    else { return nil }
    return (value, index + 3)
  }

  private static let denominators: Set<Int> = [2, 3, 4, 5, 6, 8, 10, 16, 100]

  /// "12.32e+14"; without a value where it is too large.
  func exponent(_ start: Int) -> Numeral? {
    guard start + 1 < end, words[start + 1].script == .latin, words.touches(start, start + 1),
      words.foldedText(start + 1).first == 0x65, let base = Decimal(digits: words.foldedText(start))
    else { return nil }
    var power = words.foldedText(start + 1).dropFirst()
    var stop = start + 2
    var isNegative = false
    if power.isEmpty {
      let sign = words[stop].mark
      guard sign == 0x2B || sign == 0x2D, words.touches(stop - 1, stop), words.touches(stop, stop + 1),
        words[stop + 1].kind == .number, stop + 1 < end
      else { return nil }
      isNegative = sign == 0x2D
      power = words.foldedText(stop + 1)
      stop += 2
    }
    guard !power.isEmpty, power.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let exponent = power.count <= 2 ? power.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 99
    let value = isNegative ? Decimal(1, places: exponent).flatMap(base.times) : base.times(power: exponent)
    return Numeral(range: start..<stop, value: value)
  }
}

extension Words {
  /// Whether behind a number token stands a sign and at once another number, as in a date or a telephone number.
  func goesOn(behind index: Int) -> Bool {
    guard touches(index, index + 1), touches(index + 1, index + 2), self[index + 2].kind == .number else {
      return false
    }
    let sign = self[index + 1].mark
    return sign == 0x2D || sign == 0x2F || sign == 0x2E || sign == 0x3A || sign == 0x5C
  }
}
