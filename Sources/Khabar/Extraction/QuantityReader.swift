/// Reads one quantity: hedge, figure, unit or counted noun.
struct QuantityReader {
  let words: Words
  /// Where the quantity may reach.
  let range: Range<Int>
  let block: Range<Int>

  var numerals: NumeralReader { NumeralReader(words: words, end: range.upperBound) }

  /// The quantities that begin at a token; two for a result ("2-1").
  func quantities(at index: Int) -> [QuantityMatch] {
    if let dual = dual(index) { return [dual] }
    guard let found = numerals.numeral(at: index).map(millions), isQuantity(found) else { return [] }
    if let score = score(found) { return score }
    if let interval = interval(found) { return [interval] }
    if let first = ofTwo(found) { return [first] }
    return [single(signed(found))]
  }

  /// "من 20 إلى 30 مليار دولار": the first figure counts billions of dollars too.
  private func ofTwo(_ found: Numeral) -> QuantityMatch? {
    let at = found.range.upperBound
    guard found.isDigits, let value = found.value, value < Decimal(1000), words.timeWord(at: at)?.kind == .until,
      at + 1 < range.upperBound, let second = numerals.numeral(at: at + 1), let scale = numerals.scale(behind: second),
      let scaled = value.times(scale)
    else { return nil }
    var first = found
    first.value = scaled
    var match = single(first)
    match.unit = match.unit ?? unit(after: second)?.code
    return match
  }

  /// Where to go on behind a number that is no quantity.
  func skip(_ index: Int) -> Int { numerals.numeral(at: index)?.range.upperBound ?? index + 1 }

  // MARK: - What is no quantity

  private func isQuantity(_ found: Numeral) -> Bool {
    let first = found.range.lowerBound
    let isArabic = words[first].script == .arabic
    if found.isOrdinal, isArabic, !found.hasArticle, found.range.count == 1 { return false }
    if found.isDigits || words[first].kind == .number { return !isIdentifier(found) }
    // "للشخص الواحد"
    if found.hasArticle, !found.isOrdinal, found.value == Decimal(1), found.range.count == 1 { return false }
    if found.value == Decimal(1), !isArabic, found.range.count == 1, !found.isOrdinal { return isOne(found) }
    return !isRound(found)
  }

  /// Whether digits name something: "قرار 242", "F-16", "#5", "1)" at the head of a line.
  private func isIdentifier(_ found: Numeral) -> Bool {
    let first = found.range.lowerBound
    let last = found.range.upperBound
    if isLabelled(first), unit(after: found)?.kind.isMeasure != true { return true }
    if first > block.lowerBound, words.touches(first - 1, first) {
      let mark = words[first - 1].mark
      if mark == 0x23 || mark == 0x5F || mark == 0x40 { return true }
      if mark == 0x2D || mark == 0x2F, first - 2 >= block.lowerBound, words.touches(first - 2, first - 1),
        words[first - 2].kind == .word, !isPreposition(first - 2)
      {
        return true
      }
    }
    if last < range.upperBound, words.touches(last - 1, last) {
      if words[last].script == .latin, unit(after: found) == nil { return true }
      // A house number or a list mark: "12أ", "1) ..." at the head of a block.
      if words[last].mark == 0x29, first == block.lowerBound { return true }
      if words[last].mark == 0x2E, first == block.lowerBound, last + 1 < block.upperBound, found.isDigits {
        return true
      }
    }
    return false
  }

  /// "بـ-20", "الـ-5": an Arabic particle before the dash.
  private func isPreposition(_ index: Int) -> Bool {
    words[index].script == .arabic && (words.foldedText(index).count <= 2 || isArticle(index))
  }

  private func isLabelled(_ first: Int) -> Bool {
    var before = first - 1
    if before > block.lowerBound, words.touches(before, first), isArticle(before) { before -= 1 }
    for _ in 0..<4 {
      guard before >= block.lowerBound, words[before].kind == .word else { return false }
      if words.unitKind(at: before) == .label { return true }
      // "قرار مجلس الأمن 242", but not "القرار على 20"
      guard words[before].clitics.subtracting(.article).isEmpty, !words.has(.times, at: before),
        !words.has(.function, at: before), !words.has(.hedges, at: before), !words.has(.numbers, at: before)
      else { return false }
      before -= 1
    }
    return false
  }

  /// "ال" written onto digits.
  private func isArticle(_ index: Int) -> Bool {
    words[index].kind == .word && words.foldedText(index).suffix(4).elementsEqual("ال".utf8)
      && words.foldedText(index).count <= 6
  }

  /// English "one" counts only before a counted noun, a unit or a number word.
  private func isOne(_ found: Numeral) -> Bool {
    guard let unit = unit(after: found) else { return false }
    return unit.counts && found.range.upperBound == unit.start
  }

  /// "نصف نهائي", "ربع النهائي": rounds of a cup; "half time".
  private func isRound(_ found: Numeral) -> Bool {
    found.isFraction && found.range.upperBound < range.upperBound && words.has(.times, at: found.range.upperBound)
      && words.timeWord(at: found.range.upperBound)?.kind == .round
  }

  // MARK: - Figures

  private func signed(_ found: Numeral) -> Numeral {
    var result = found
    let first = found.range.lowerBound
    let before = first - 1
    guard words[first].kind == .number, before >= range.lowerBound, words.touches(before, first) else { return result }
    let mark = words[before].mark
    let isFree = before == block.lowerBound || !words.touches(before - 1, before)
    if mark == 0x2D || mark == 0x2212, isFree {
      result.value = found.value?.negated
      result.range = before..<found.range.upperBound
    }
    return result
  }

  /// "$2.5m", "€300m": millions behind a money sign.
  private func millions(_ found: Numeral) -> Numeral {
    let at = found.range.upperBound
    guard found.isDigits, words.touches(at - 1, at), numerals.isLatin(at, "m"),
      let value = found.value?.times(Decimal(1_000_000)), moneySign(before: found.range.lowerBound) != nil
    else { return found }
    var result = found
    result.value = value
    result.range = found.range.lowerBound..<at + 1
    result.isDigits = false
    return result
  }

  private func single(_ found: Numeral) -> QuantityMatch {
    var match = QuantityMatch(range: found.range, figure: found.range)
    match.value = found.value?.description
    match.low = (found.value ?? found.bounds?.low)?.description
    match.high = (found.value ?? found.bounds?.high)?.description
    match.isApproximate = found.bounds != nil
    if found.isOrdinal {
      match.unit = "{ordinal}"
      return match
    }
    if words[found.range.lowerBound].kind == .number, isArticleWritten(found), isDefinite(found.range.lowerBound - 2) {
      match.unit = "{ordinal}"
      return match
    }
    finish(&match, found)
    return match
  }

  private func isArticleWritten(_ found: Numeral) -> Bool {
    let before = found.range.lowerBound - 1
    return before >= range.lowerBound && words.touches(before, before + 1) && isArticle(before)
  }

  private func isDefinite(_ index: Int) -> Bool {
    index >= block.lowerBound && words.isDefinite(at: index) && words.unitKind(at: index)?.isNoun != true
  }

  /// Adds unit and hedges to a figure.
  func finish(_ match: inout QuantityMatch, _ found: Numeral) {
    var kind: UnitWord.Kind?
    if let unit = unit(after: found) {
      match.unit = unit.code
      kind = unit.kind
      match.range = match.range.lowerBound..<max(unit.end, match.range.upperBound)
    } else if let sign = moneySign(before: match.range.lowerBound) {
      match.unit = sign.code
      match.range = sign.start..<match.range.upperBound
    } else if let noun = nounBefore(found) {
      match.unit = noun.code
      kind = noun.kind
      match.range = noun.start..<match.range.upperBound
    } else if found.isFraction {
      match.unit = "1"
    } else if isNumbered(found) {
      match.unit = "{ordinal}"
    } else if found.hasArticle, isTens(found), isDefinite(found.range.lowerBound - 1) {
      match.unit = "{ordinal}"
    }
    hedge(&match, found)
    if match.unit == nil || kind?.isPerson == true || kind == .others, let event = event(around: match) {
      match.unit = event
    } else if match.unit == nil {
      match.unit = counted(before: match.range.lowerBound) ?? unknownNoun(&match, found)
    }
  }

  /// "الدقيقة 35", "الجولة 12": a number behind a definite noun tells which one.
  private func isNumbered(_ found: Numeral) -> Bool {
    let before = found.range.lowerBound - 1
    guard found.isDigits, found.value?.isWhole == true, before >= block.lowerBound, words.isDefinite(at: before),
      !words.touches(before, before + 1), let kind = words.unitKind(at: before)
    else { return false }
    return kind == .noun || kind == .measure
  }

  private func isTens(_ found: Numeral) -> Bool {
    words[found.range.lowerBound].script == .arabic && (found.value ?? Decimal(0)) >= Decimal(20)
  }

  private func hedge(_ match: inout QuantityMatch, _ found: Numeral) {
    var lower = match.range.lowerBound
    while let (start, hedge) = words.hedge(before: lower, from: range.lowerBound), hedge != .between {
      hedge.apply(to: &match, found.value)
      lower = start
    }
    var upper = match.range.upperBound
    if let (length, hedge) = words.hedge(behind: upper), upper + length <= range.upperBound, isBehind(upper, length) {
      hedge.apply(to: &match, found.value)
      upper += length
    }
    match.range = lower..<upper
  }

  /// Whether a hedge belongs to the number before it: not when a number follows it.
  private func isBehind(_ at: Int, _ length: Int) -> Bool {
    let next = at + length
    guard next < range.upperBound else { return true }
    return words[next].kind != .number && words.numberWord(at: next)?.isPlainNumber != true
  }
}

extension NumberWord {
  /// Whether it is a cardinal.
  var isPlainNumber: Bool {
    switch kind {
    case .and, .one, .ratio, .ordinal, .minus: false
    default: true
    }
  }
}

extension UnitWord.Kind {
  var isNoun: Bool { self == .noun || self == .soundNoun || isPerson }
  var isPerson: Bool { self == .person || self == .soundPerson }
  var isMeasure: Bool { self == .measure || self == .money || self == .percent }
}
