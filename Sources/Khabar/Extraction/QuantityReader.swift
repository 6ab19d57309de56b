/// Reads one quantity: hedge, figure, unit or counted noun.
struct QuantityReader {
  let words: Words
  /// Where the quantity may reach.
  let range: Range<Int>
  let block: Range<Int>

  var numerals: NumeralReader { NumeralReader(words: words, end: range.upperBound) }

  /// The quantities that begin at a token; two for a result ("2-1").
  func quantities(at index: Int) -> [QuantityMatch] {
    if let found = dual(index) ?? unitAndPart(index) { return [found] }
    guard chainEnd(index) == nil, let found = numerals.numeral(at: index).map(suffixed), isQuantity(found) else {
      return []
    }
    if let score = score(found) { return score }
    if let interval = interval(found) { return [interval] }
    if let first = ofTwo(found) { return [first] }
    return [belowZero(signed(found)) ?? single(signed(found))]
  }

  /// Where to go on behind a number that is no quantity.
  func skip(_ index: Int) -> Int { chainEnd(index) ?? numerals.numeral(at: index)?.range.upperBound ?? index + 1 }

  // MARK: - What is no quantity

  private func isQuantity(_ found: Numeral) -> Bool {
    let first = found.range.lowerBound
    let isArabic = words[first].script == .arabic
    if isInName(found) { return false }
    if found.isOrdinal, isArabic, !found.hasArticle, found.range.count == 1 { return false }
    if found.isDigits || words[first].kind == .number { return !isIdentifier(found) }
    // "للشخص الواحد"
    if found.hasArticle, !found.isOrdinal, found.value == Decimal(1), found.range.count == 1 { return false }
    if found.value == Decimal(1), found.range.count == 1, !found.isOrdinal {
      return isArabic ? !isOneOf(found) : isOne(found)
    }
    return !isRound(found) && !isWordLabelled(found)
  }

  /// "واحدة من أكبر الشركات" picks one out and counts nothing.
  private func isOneOf(_ found: Numeral) -> Bool {
    let at = found.range.upperBound
    return at < range.upperBound && words[at].clitics.isEmpty && words.timeWord(at: at)?.kind == .from
  }

  /// "المادة الخامسة", "مجموعة السبع"
  private func isWordLabelled(_ found: Numeral) -> Bool {
    found.hasArticle && found.range.lowerBound > block.lowerBound
      && words.unitKind(at: found.range.lowerBound - 1) == .wordLabel
  }

  /// Whether a name holds the number: "الحرب العالمية الثانية", "first lady".
  private func isInName(_ found: Numeral) -> Bool {
    let first = found.range.lowerBound
    return (max(block.lowerBound, first - 3)...first).contains {
      words[$0].phrase >= 0 && words.unitKind(at: $0) == .name && $0 + Int(words[$0].phraseLength) > first
    }
  }

  /// Whether digits name something: "قرار 242", "F-16", "#5", "1)" at the head of a line.
  private func isIdentifier(_ found: Numeral) -> Bool {
    let first = found.range.lowerBound
    let last = found.range.upperBound
    if let distance = label(before: first) {
      let unit = unit(after: found)
      // "نقلت السفينة 41 راكبا" counts who was on board.
      let isCounted = unit != nil && (distance > 0 || words[first - 1].script == .arabic)
      if !isCounted, unit?.kind.isMeasure != true { return true }
    }
    if isNumberedName(first - 1), unit(after: found) == nil { return true }
    if first > block.lowerBound, words.touches(first - 1, first) {
      let mark = words[first - 1].mark
      if mark == 0x23 || mark == 0x5F || mark == 0x40 { return true }
      // "90+3"
      if mark == 0x2B, first - 2 >= block.lowerBound, words[first - 2].kind == .number { return true }
      // "Boeing 737-800"
      if mark == 0x2D, first - 2 > block.lowerBound, words[first - 2].kind == .number, label(before: first - 2) == 0 {
        return true
      }
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

  /// "Boat 41", "Area 51": a thing with a capital letter right before digits; a number behind a rank tells how much ("Category 4").
  private func isNumberedName(_ index: Int) -> Bool {
    guard index >= block.lowerBound, words[index].isCapitalized, words[index].kind == .word,
      words[index].allCategories.isSubset(of: Self.things), words[index].end - words[index].start > 2,
      words.foldedText(index).last != 0x73, !Self.ranks.contains(words[index].core)
    else { return false }
    return words.unitKind(at: index).map { $0 == .noun } ?? (words[index].entry < 0)
  }

  private static var things: Lexicon.Categories { .init(.units, .opposites, .related) }
  private static let ranks = Set(
    ["category", "level", "stage", "round", "grade", "tier", "phase", "magnitude", "game", "match", "item", "test"].map
    {
      Key.of($0.utf8)
    })

  /// How many words stand between a label and the digits.
  private func label(before first: Int) -> Int? {
    var before = first - 1
    if before > block.lowerBound, words.touches(before, first), isArticle(before) { before -= 1 }
    for distance in 0..<4 {
      guard before >= block.lowerBound, words[before].kind == .word else { return nil }
      if words.unitKind(at: before)?.isLabel == true { return distance }
      // "قرار مجلس الأمن 242", but not "القرار على 20"
      guard words[before].clitics.subtracting(.article).isEmpty, !words.has(.times, at: before),
        !words.has(.function, at: before), !words.has(.hedges, at: before), !words.has(.numbers, at: before),
        words[before].script != .latin || !words.foldedText(before).suffix(2).elementsEqual("ed".utf8)
      else { return nil }
      before -= 1
    }
    return nil
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
    let at = found.range.upperBound
    guard found.isFraction, at < range.upperBound else { return false }
    // "in the quarter that ended in May"
    if found.range.count == 1, numerals.isLatin(found.range.lowerBound, "quarter"), !numerals.isLatin(at, "of"),
      numerals.isLatin(found.range.lowerBound - 1, "the")
    {
      return true
    }
    // "النصف الأول", "الربع الأخير" name a part of a time or a match.
    if found.hasArticle, words.numberWord(at: at)?.kind == .ordinal, words.isDefinite(at: at) { return true }
    guard words.has(.times, at: at), let kind = words.timeWord(at: at)?.kind else { return false }
    return kind == .round || found.hasArticle && kind == .past
  }

  // MARK: - Figures

  func single(_ found: Numeral) -> QuantityMatch {
    var match = QuantityMatch(range: found.range, figure: found.range)
    if let count = quarters(found) {
      match.value = count.description
      match.low = match.value
      match.high = match.value
      match.unit = "{quarter}"
      return match
    }
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

  /// "six quarters", "two quarters": parts of years; three quarters are a fraction.
  private func quarters(_ found: Numeral) -> Decimal? {
    let last = found.range.upperBound - 1
    guard found.isFraction, found.range.count == 2, numerals.isLatin(last, "quarters"),
      let count = found.value?.times(Decimal(4)), count != Decimal(3)
    else { return nil }
    return count
  }

  private func isArticleWritten(_ found: Numeral) -> Bool {
    let before = found.range.lowerBound - 1
    return before >= range.lowerBound && words.touches(before, before + 1) && isArticle(before)
  }

  private func isDefinite(_ index: Int) -> Bool {
    guard index >= block.lowerBound, words.isDefinite(at: index) else { return false }
    return words.unitKind(at: index)?.isNoun != true || isSingular(index)
  }

  /// A thing whose noun ends in ة is hardly a plural: "للمرة الـ12".
  private func isSingular(_ index: Int) -> Bool {
    words.unitKind(at: index) == .noun && words[index].ending == .none
      && words.foldedText(index).suffix(2).elementsEqual("ه".utf8)
  }

  /// "الجولة العشرين": tens behind one thing tell which one.
  private func isNthRound(_ found: Numeral) -> Bool {
    let noun = found.range.lowerBound - 1
    return found.hasArticle && isTens(found) && noun >= block.lowerBound && words[noun].clitics.contains(.article)
      && isSingular(noun)
  }

  /// Adds unit and hedges to a figure.
  func finish(_ match: inout QuantityMatch, _ found: Numeral) {
    var kind: UnitWord.Kind?
    var number = found
    // "a $640 million agreement" counts no agreements.
    let sign = moneySign(before: match.range.lowerBound)
    if let unit = unit(after: found), sign == nil || !unit.kind.isNoun {
      match.unit = unit.code
      kind = unit.kind
      match.range = match.range.lowerBound..<max(unit.end, match.range.upperBound)
      addPart(behind: unit, to: &match, &number)
    } else if let sign {
      match.unit = sign.code
      match.range = sign.start..<match.range.upperBound
    } else if !isNthRound(found), let noun = nounBefore(found) {
      match.unit = noun.code
      kind = noun.kind
      match.range = noun.start..<match.range.upperBound
    } else if found.isFraction {
      match.unit = "1"
    } else if isNumbered(found) {
      match.unit = "{ordinal}"
    } else if isNthRound(found) || found.hasArticle && isTens(found) && isDefinite(found.range.lowerBound - 1) {
      match.unit = "{ordinal}"
    }
    magnitude(&match, found)
    if match.unit == nil, isAge(found) { match.unit = "a" }
    hedge(&match, number)
    if match.unit == nil || kind?.isPerson == true || kind == .others, let event = event(around: match) {
      match.unit = event
    } else if kind?.isPerson == true, let counted = counted(before: match.range.lowerBound) {
      match.unit = counted
    } else if match.unit == nil {
      match.unit =
        counted(before: match.range.lowerBound) ?? counted(behind: match.range.upperBound) ?? unknownNoun(&match, found)
    }
  }

  /// "في الأربعين من عمره", "Smith, 41, of no fixed address"
  private func isAge(_ found: Numeral) -> Bool {
    let at = found.range.upperBound
    let before = found.range.lowerBound - 2
    if before >= block.lowerBound, found.isDigits, at < range.upperBound, words[before + 1].mark == 0x2C,
      words[at].mark == 0x2C || words[at].mark == 0x2E, words[before].isCapitalized, words[before].bytes.count > 1,
      words[before].kind == .word, !words.has(.months, at: before), !words.has(.weekdays, at: before),
      !words.has(.places, at: before), words[found.range.lowerBound].bytes.count <= 2
    {
      return true
    }
    return at + 1 < range.upperBound && words.timeWord(at: at)?.kind == .from && Self.ages.contains(words[at + 1].core)
  }

  /// "عمره" is in a list as the small pilgrimage too.
  private static let ages = Set(["عمر", "عمره", "العمر"].map { Key.of($0.utf8) })

  /// "الدقيقة 35", "الجولة 12": a number behind a definite noun tells which one.
  private func isNumbered(_ found: Numeral) -> Bool {
    let before = found.range.lowerBound - 1
    guard found.isDigits, found.value?.isWhole == true, before >= block.lowerBound, words.isDefinite(at: before),
      !words.touches(before, before + 1), let kind = words.unitKind(at: before),
      // "عدد القتلى 12 قتيلا" counts the dead.
      words.unitKind(at: found.range.upperBound) == nil || words[found.range.upperBound].clitics.contains(.conjunction)
    else { return false }
    return kind == .noun || kind == .measure
  }

  private func isTens(_ found: Numeral) -> Bool {
    words[found.range.lowerBound].script == .arabic && (found.value ?? Decimal(0)) >= Decimal(20)
  }

  func hedge(_ match: inout QuantityMatch, _ found: Numeral) {
    var lower = match.range.lowerBound
    while let (start, hedge) = words.hedge(before: lower, from: range.lowerBound), hedge != .between {
      (hedge == .moreThan && words.isDenied(start, from: range.lowerBound) ? .atMost : hedge)
        .apply(to: &match, found.value)
      lower = start
    }
    if lower == match.range.lowerBound, let hedge = words.hedge(apartFrom: lower, from: range.lowerBound) {
      hedge.apply(to: &match, found.value)
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
    case .and, .one, .ratio, .ordinal, .minus, .point, .beyond: false
    default: true
    }
  }
}
