/// What belongs to a figure itself: its sign, suffixes, fractions behind its unit, and digits that are none.
extension QuantityReader {
  /// The token behind a run of numbers that is no quantity: a telephone number, an address, a broken date ("99/99/9999"),
  /// a pair with a slash that is no fraction ("24/7").
  func chainEnd(_ index: Int) -> Int? {
    guard words[index].kind == .number, words.goesOn(behind: index) else { return nil }
    var at = index
    while at + 2 < range.upperBound, words.goesOn(behind: at) { at += 2 }
    let isPair = at == index + 2
    guard isPair else { return at > index ? at + 1 : nil }
    let sign = words[index + 1].mark
    if sign == 0x2F { return numerals.fractionInDigits(index) == nil ? at + 1 : nil }
    return sign == 0x2D && (isZeroLed(index) || isZeroLed(at)) ? at + 1 : nil
  }

  /// "5 درجات تحت الصفر", "seven degrees below zero"
  func belowZero(_ found: Numeral) -> QuantityMatch? {
    guard let unit = unit(after: found), unit.kind == .measure, words.unitKind(at: unit.end) == .belowZero,
      let length = words.unitWord(at: unit.end)?.length, let value = found.value
    else { return nil }
    var negative = found
    negative.value = value.negated
    var match = single(negative)
    match.range = match.range.lowerBound..<unit.end + length
    return match
  }

  private func isZeroLed(_ index: Int) -> Bool {
    let digits = words.foldedText(index)
    return digits.count > 1 && digits.first == 0x30 && !digits.contains(0x2E) && !digits.contains(0x2C)
  }

  /// "$2.5m", "€300m", "10k followers": powers of ten in one letter, behind a money sign or before a counted noun.
  func suffixed(_ found: Numeral) -> Numeral {
    let at = found.range.upperBound
    guard found.isDigits, words.touches(at - 1, at), at < range.upperBound, words[at].script == .latin,
      let power = power(at), let value = found.value?.times(power: power)
    else { return found }
    var result = found
    result.value = value
    result.range = found.range.lowerBound..<at + 1
    result.isDigits = false
    let isCounted = power == 3 && unit(after: result) != nil
    return isCounted || moneySign(before: found.range.lowerBound) != nil ? result : found
  }

  private func power(_ at: Int) -> Int? {
    if numerals.isLatin(at, "k") { return 3 }
    if numerals.isLatin(at, "m") { return 6 }
    return numerals.isLatin(at, "b") ? 9 : nil
  }

  /// A free minus sign, or the point of ".25".
  func signed(_ found: Numeral) -> Numeral {
    var result = found
    let first = found.range.lowerBound
    let before = first - 1
    guard words[first].kind == .number, before >= range.lowerBound, words.touches(before, first) else { return result }
    let isFirst = before == block.lowerBound
    guard isFirst || !words.touches(before - 1, before) else { return result }
    switch words[before].mark {
    case 0x2D, 0x2212:
      result.value = found.value?.negated
      result.range = before..<found.range.upperBound
    // Behind an Arabic word the dot rather ends a sentence.
    case 0x2E where found.isDigits && (isFirst || words[before - 1].script != .arabic):
      guard let value = found.value, value.isWhole, let power = Decimal(1).times(power: words.foldedText(first).count)
      else { return result }
      result.value = value.divided(by: power)
      result.range = before..<found.range.upperBound
    default: break
    }
    return result
  }

  // MARK: - A fraction behind the unit

  /// "ساعة ونصف", "an hour and a half": a unit without a number counts one.
  func unitAndPart(_ index: Int) -> QuantityMatch? {
    let at = numerals.isLatin(index, "a") || numerals.isLatin(index, "an") ? index + 1 : index
    guard at < range.upperBound, words[at].ending == .none || words[at].ending == .accusative,
      words[at].script == .arabic || at > index, let word = words.unitWord(at: at),
      word.kind == .measure || word.kind == .money || word.kind == .noun, !words.isDefinite(at: at),
      let part = part(behind: at + word.length, word.code), let value = Decimal(1).adding(part.value)
    else { return nil }
    let text = value.description
    var match = QuantityMatch(range: index..<part.end, figure: index..<part.end, value: text, low: text, high: text)
    match.unit = word.code
    hedge(&match, Numeral(range: match.range, value: value))
    return match
  }

  /// "3 سنوات ونصف": adds the fraction behind the unit.
  func addPart(behind unit: Unit, to match: inout QuantityMatch, _ number: inout Numeral) {
    guard !number.isFraction, unit.kind != .percent, let whole = number.value, whole.isWhole,
      let part = part(behind: unit.end, unit.code), let value = whole.adding(part.value)
    else { return }
    number.value = value
    match.value = value.description
    match.low = match.value
    match.high = match.value
    match.range = match.range.lowerBound..<part.end
  }

  /// A joined fraction of a unit, which may be named again ("ونصف العام"), but not one of something else.
  func part(behind end: Int, _ code: String) -> (value: Decimal, end: Int)? {
    guard end < range.upperBound, words[end].kind == .word else { return nil }
    let isApart = words.isWaw(at: end) || numerals.isLatin(end, "and")
    guard isApart || words.numberWord(at: end)?.isJoined == true,
      let found = numerals.numeral(at: isApart ? end + 1 : end), found.isFraction, !found.hasArticle,
      let value = found.value, value < Decimal(1)
    else { return nil }
    let stop = found.range.upperBound
    guard stop < range.upperBound, words[stop].kind == .word else { return (value, stop) }
    if let unit = words.unitWord(at: stop), unit.counts {
      return unit.code == code && !words[stop].clitics.contains(.conjunction) ? (value, stop + unit.length) : nil
    }
    return words.isDefinite(at: stop) && words[stop].clitics == .article || words[stop].ending == .pronoun
      ? nil : (value, stop)
  }

  // MARK: - Earthquakes

  /// "بقوة 6,4 درجة", "a 6.2-magnitude quake", "magnitude 6.2".
  func magnitude(_ match: inout QuantityMatch, _ found: Numeral) {
    guard words[found.range.lowerBound].kind == .number, let value = found.value, value < Decimal(11) else { return }
    guard match.unit == nil || match.unit == "deg" else { return }
    let start = match.range.lowerBound
    if start > range.lowerBound, words.unitKind(at: start - 1) == .magnitude {
      match.unit = "{magnitude}"
      return
    }
    let end = words[match.range.upperBound].mark == 0x2D ? match.range.upperBound + 1 : match.range.upperBound
    guard match.unit == nil, end < range.upperBound, words[end].script == .latin,
      words.unitKind(at: end) == .magnitude
    else { return }
    match.unit = "{magnitude}"
    match.range = start..<end + 1
  }
}
