/// Two figures that belong together: intervals, results, duals.
extension QuantityReader {
  /// A noun in the dual counts itself: "قتيلان", "شخصين".
  func dual(_ index: Int) -> QuantityMatch? {
    let ending = words[index].ending
    guard words[index].script == .arabic, let word = words.unitWord(at: index), word.length == 1,
      word.kind == .dualNoun || isDual(word, ending), numerals.partOf(index) == nil
    else { return nil }
    var match = QuantityMatch(range: index..<index + 1, figure: index..<index + 1, value: "2", low: "2", high: "2")
    match.unit = word.code
    var found = Numeral(range: index..<index + 1, value: Decimal(2))
    if index + 1 < range.upperBound, ending != .none, words[index + 1].ending == ending,
      let second = words.unitWord(at: index + 1),
      second.counts
    {
      // "طائرتين مسيّرتين"
      match.range = index..<index + 2
      match.unit = second.code
    } else if let numeral = numerals.numeral(at: index + 1), numeral.value == Decimal(2) {
      match.range = index..<numeral.range.upperBound
    }
    if let part = part(behind: match.range.upperBound, word.code), let value = Decimal(2).adding(part.value) {
      // "ساعتين ونصف"
      found.value = value
      match.value = value.description
      match.low = match.value
      match.high = match.value
      match.range = index..<part.end
    }
    if let (start, hedge) = words.hedge(before: index, from: range.lowerBound), hedge != .between {
      hedge.apply(to: &match, found.value)
      match.range = start..<match.range.upperBound
    }
    if word.kind.isPerson, let event = event(around: match) { match.unit = event }
    return match
  }

  private func isDual(_ word: UnitWord, _ ending: Word.Ending) -> Bool {
    guard ending == .an || ending == .yn, word.counts, word.kind != .percent, word.kind != .others else { return false }
    let isSound = word.kind == .soundNoun || word.kind == .soundPerson
    return !isSound || ending == .an
  }

  /// The figure behind a dash.
  private func partner(_ found: Numeral) -> Numeral? {
    let dash = found.range.upperBound
    guard dash + 1 < range.upperBound, Self.isDash(words[dash].mark), let second = numerals.numeral(at: dash + 1) else {
      return nil
    }
    // "3-صفر"
    return words[dash + 1].kind == .number || second.value == Decimal(0) ? second : nil
  }

  static func isDash(_ mark: UInt32) -> Bool { mark == 0x2D || (0x2010...0x2015).contains(mark) || mark == 0x2212 }

  /// "2-1": two small whole figures, the second not the larger, on both sides of a dash.
  func score(_ found: Numeral) -> [QuantityMatch]? {
    guard found.isDigits, let second = partner(found), second.range.count == 1, let a = found.value?.integer,
      let b = second.value?.integer,
      a >= b || words.hasScoreWord(before: found.range.lowerBound, from: block.lowerBound)
        || followsScore(found.range.lowerBound),
      (0...999).contains(a), (0...999).contains(b), unit(after: second)?.kind.isMeasure != true
    else { return nil }
    return [found, second].map { figure in
      let text = figure.value?.description
      return QuantityMatch(
        range: figure.range, figure: figure.range, value: text, low: text, high: text, unit: "{score}")
    }
  }

  /// "6-3, 7-6 (7-4), 4-6": whether figures on both sides of a dash end right before.
  private func followsScore(_ first: Int) -> Bool {
    var at = first - 1
    while at > block.lowerBound, [0x2C, 0x60C, 0x28, 0x29].contains(words[at].mark) { at -= 1 }
    return at < first - 1 && at - 2 >= block.lowerBound && words[at].kind == .number && words[at - 2].kind == .number
      && Self.isDash(words[at - 1].mark)
  }

  /// "بين 20 و30", "20-30", "20 إلى 30".
  func interval(_ found: Numeral) -> QuantityMatch? {
    let first = found.range.lowerBound
    let hedge = words.hedge(before: first, from: range.lowerBound)
    let isBetween = hedge?.hedge == .between
    guard !found.isOrdinal, let low = found.value, let second = isBetween ? behindAnd(found) : dashed(found),
      let high = second.value,
      !second.isOrdinal, let bounds = Self.ordered(low, high, numerals.scale(behind: second))
    else { return nil }
    let start = isBetween ? hedge?.start ?? first : first
    let figure = first..<second.range.upperBound
    var match = QuantityMatch(range: start..<figure.upperBound, figure: figure)
    var whole = second
    whole.range = figure
    finish(&match, whole)
    match.value = nil
    match.low = bounds.low.description
    match.high = bounds.high.description
    match.isApproximate = true
    return match
  }

  /// "بين 20 و30 ألفاً" means twenty thousand too.
  private static func ordered(_ low: Decimal, _ high: Decimal, _ scale: Decimal?) -> (low: Decimal, high: Decimal)? {
    if let scale, low < Decimal(1000), let scaled = low.times(scale), scaled < high { return (scaled, high) }
    return low < high ? (low, high) : nil
  }

  private func behindAnd(_ found: Numeral) -> Numeral? {
    var at = found.range.upperBound
    // "بين 20 شخصاً و30 شخصاً"
    if let unit = unit(after: found) { at = unit.end }
    guard at < range.upperBound else { return nil }
    if words.isWaw(at: at) || words.numberWord(at: at)?.kind == .and || words.has(.times, at: at) {
      return numerals.numeral(at: at + 1)
    }
    guard words.numberWord(at: at)?.isJoined == true else { return nil }
    return numerals.numeral(at: at)
  }

  private func dashed(_ found: Numeral) -> Numeral? {
    if let second = partner(found) ?? alternative(found) { return second }
    let at = found.range.upperBound
    guard at + 1 < range.upperBound, words.timeWord(at: at)?.kind == .until, !isFrom(found.range.lowerBound - 1) else {
      return nil
    }
    return numerals.numeral(at: at + 1)
  }

  /// "خمسة أو ستة", "5 or 6": not more than twice as many, else it is a choice and no interval.
  private func alternative(_ found: Numeral) -> Numeral? {
    let at = found.range.upperBound
    guard at + 1 < range.upperBound, words[at].kind == .word,
      words.foldedText(at).elementsEqual("او".utf8) || numerals.isLatin(at, "or"),
      let second = numerals.numeral(at: at + 1), !second.isFraction, let low = found.value, let high = second.value,
      high < (low.times(Decimal(3)) ?? low)
    else { return nil }
    return second
  }

  /// "من 20 إلى 30 مليار دولار": the first figure counts billions of dollars too.
  func ofTwo(_ found: Numeral) -> QuantityMatch? {
    let at = found.range.upperBound
    guard let value = found.value, !found.isOrdinal, !found.isFraction, words.timeWord(at: at)?.kind == .until,
      at + 1 < range.upperBound, let second = numerals.numeral(at: at + 1), !second.isOrdinal, !second.isFraction,
      let unit = unit(after: second)
    else { return nil }
    var first = found
    if found.isDigits, value < Decimal(1000), let scale = numerals.scale(behind: second) {
      first.value = value.times(scale)
    }
    var match = single(first)
    match.unit = match.unit ?? unit.code
    return match
  }

  /// "من 20 إلى 30" may tell a change as well as an interval.
  private func isFrom(_ index: Int) -> Bool {
    index >= range.lowerBound && words.timeWord(at: index)?.kind == .from
  }
}

extension NumeralReader {
  /// The power of a thousand that ends a numeral.
  func scale(behind found: Numeral) -> Decimal? {
    guard let word = words.numberWord(at: found.range.upperBound - 1) else { return nil }
    return word.kind == .scale || word.kind == .plural ? Decimal(word.value) : nil
  }
}

extension Words {
  /// Whether a word of sport stands within a few tokens before a figure ("بنتيجة", "فاز", "beat").
  func hasScoreWord(before index: Int, from lower: Int) -> Bool {
    (max(lower, index - 8)..<index).contains { timeWord(at: $0)?.kind == .score }
  }
}
