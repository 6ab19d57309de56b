/// A number of a text, in digits or words.
struct Numeral {
  /// The tokens.
  var range: Range<Int>
  /// The value; nil for a vague number, which has only bounds ("dozens").
  var value: Decimal?
  /// Bounds of a vague number.
  var bounds: (low: Decimal, high: Decimal)?
  /// Whether it tells a place in an order ("الحادي عشر", "21st").
  var isOrdinal = false
  /// Whether it is a share of something ("ثلاثة أرباع").
  var isFraction = false
  /// Whether it is one token of digits.
  var isDigits = false
  /// Whether the article stands before it.
  var hasArticle = false
}

/// Reads the numeral that begins at a token: digits, words or both ("3 ملايين و500 ألف").
struct NumeralReader {
  let words: Words
  let end: Int

  /// The longest numeral that begins at a token.
  func numeral(at start: Int) -> Numeral? {
    guard start < end else { return nil }
    switch words[start].kind {
    case .number: return digitsFirst(start)
    case .mark: return vulgar(start).map { scaled(Numeral(range: start..<start + 1, value: $0, isFraction: true)) }
    default: break
    }
    guard let word = words.numberWord(at: start) else { return partOf(start) }
    switch word.kind {
    case .minus:
      guard words.numberWord(at: start + 1)?.kind != .minus, var found = numeral(at: start + 1), let value = found.value
      else { return nil }
      found.value = value.negated
      found.range = start..<found.range.upperBound
      return found
    case .few where word.value == 0: return nil
    case .vague, .plural, .few: return vague(start, word)
    case .fraction, .fractions: return share(start, word)
    case .one: return article(start)
    case .parts, .ratio, .and, .point, .beyond: return nil
    default: break
    }
    guard var found = sum(start) else { return nil }
    found.hasArticle = word.hasArticle
    found = beyond(found)
    if word.homograph > 0, found.range.count == 1, isShareOfNext(start) {
      return share(start, NumberWord(fraction: word.homograph))
    }
    return withFraction(found)
  }

  /// "a hundred", "a dozen", "a quarter": the article belongs to the number.
  private func article(_ start: Int) -> Numeral? {
    guard start + 1 < end, let word = words.numberWord(at: start + 1) else { return nil }
    let isFraction = word.kind == .ordinal && word.homograph > 0 && follows(start + 1, "of")
    switch word.kind {
    case .hundred, .scale, .dozen, .fraction, .vague, .few: break
    case .ordinal where isFraction: break
    default: return nil
    }
    let inner =
      isFraction
      ? share(start + 1, NumberWord(fraction: word.homograph))
      : word.kind == .few ? vague(start + 1, word) : numeral(at: start + 1)
    guard var found = inner else { return nil }
    found.range = start..<found.range.upperBound
    return found
  }

  /// Whether an English word stands behind a token.
  func follows(_ at: Int, _ word: String) -> Bool { at + 1 < end && isLatin(at + 1, word) }

  /// Whether a token is an English word.
  func isLatin(_ at: Int, _ word: String) -> Bool {
    guard at >= 0, at < end, words[at].script == .latin, words[at].bytes.count == word.utf8.count else { return false }
    let letters = words.foldedText(at)
    let (own, other) = (letters.span, word.utf8.span)
    return own.count == other.count && own.indices.allSatisfy { own[$0] == other[$0] }
  }

  /// A homograph before a definite word is a fraction ("خمس القضايا" against "خمس سنوات").
  private func isShareOfNext(_ start: Int) -> Bool {
    guard start + 1 < end, !words[start].clitics.contains(.article) else { return false }
    // "عشر السنوات الأخيرة"
    if words.timeWord(at: start + 1)?.kind == .units { return false }
    return (words.isDefinite(at: start + 1) || isOneOfIts(start + 1))
      && !words[start + 1].clitics.contains(.conjunction)
  }

  /// A noun in the singular with a pronoun, in any list or not: "خمس قيمتها", but not "خمس بناتها".
  private func isOneOfIts(_ at: Int) -> Bool {
    let form = words.foldedText(at)
    return form.count >= 10
      && ["ته", "تها", "تهم"].contains { form.suffix($0.utf8.count).elementsEqual($0.utf8) }
      && !["اته", "اتها", "اتهم"].contains { form.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private func digitsFirst(_ start: Int) -> Numeral? {
    if let fraction = fractionInDigits(start) { return scaled(fraction) }
    if let power = exponent(start) { return power.value == nil ? nil : power }
    guard var found = sum(start) else { return nil }
    if found.range.count == 1 {
      found.isDigits = true
      if let ordinal = ordinalSuffix(start) { return ordinal }
    }
    return withFraction(found)
  }

  /// "21st", "3rd".
  private func ordinalSuffix(_ start: Int) -> Numeral? {
    guard words.touches(start, start + 1), start + 1 < end, words[start + 1].script == .latin,
      let value = Decimal(digits: words.foldedText(start))
    else { return nil }
    let suffix = words.foldedText(start + 1)
    guard ["st", "nd", "rd", "th"].contains(where: { suffix.elementsEqual($0.utf8) }) else { return nil }
    return Numeral(range: start..<start + 2, value: value, isOrdinal: true)
  }

  // MARK: - Vague numbers and fractions

  /// "عشرات", "مئات الآلاف", "dozens", "tens of thousands", "بضعة", "ملايين", "بضع مئات", "بضعة عشر".
  private func vague(_ start: Int, _ word: NumberWord) -> Numeral? {
    let isFew = word.kind == .few
    if isFew, start + 1 < end, let ten = words.numberWord(at: start + 1), ten.kind == .ten, !ten.isJoined {
      return Numeral(range: start..<start + 2, bounds: (Decimal(13), Decimal(19)), hasArticle: word.hasArticle)
    }
    var low = Decimal(isFew ? 3 : word.value == 10 ? 20 : word.value * 2)
    // The first number that is too large; of a few it is the last that is not.
    var high = Decimal(isFew ? 9 : word.value * 10)
    var stop = start + 1
    while word.kind != .plural, let (scale, next) = vagueScale(stop, isFew), let scaledLow = low.times(scale),
      let scaledHigh = high.times(scale)
    {
      (low, high, stop) = (scaledLow, scaledHigh, next)
    }
    let last = isFew ? high : high.adding(Decimal(-1)) ?? high
    return Numeral(range: start..<stop, bounds: (low, last), hasArticle: word.hasArticle)
  }

  /// What a vague number is multiplied with: "الآلاف", "of thousands", behind a few also hundreds and tens.
  private func vagueScale(_ index: Int, _ isFew: Bool) -> (scale: Decimal, end: Int)? {
    let at = isLatin(index, "of") ? index + 1 : index
    guard at < end, let scale = words.numberWord(at: at), !scale.isJoined else { return nil }
    switch scale.kind {
    case .plural, .scale: return (Decimal(scale.value), at + 1)
    case .hundred, .vague: return isFew ? (Decimal(scale.value), at + 1) : nil
    default: return nil
    }
  }

  /// "نصف", "ثلثا", "ربع مليون".
  func share(_ start: Int, _ word: NumberWord) -> Numeral? {
    let parts = Decimal(word.kind == .fractions || isConstruct(start) ? 2 : 1)
    guard let value = parts.divided(by: Decimal(word.value)) else { return nil }
    return scaled(
      Numeral(range: start..<start + 1, value: value, isFraction: true, hasArticle: word.hasArticle))
  }

  /// "خمسا الأرض" are two fifths of it; "خمساً" is not the dual.
  private func isConstruct(_ start: Int) -> Bool {
    words[start].ending == .accusative && isShareOfNext(start)
      && !words.utf8[Int(words[start].bytes.lowerBound)..<Int(words[start].bytes.upperBound)].contains(0x8B)
  }

  /// A fraction before a power of a thousand is a part of it ("نصف مليون", "half a million").
  func scaled(_ found: Numeral) -> Numeral {
    var at = found.range.upperBound
    if at < end, isLatin(at, "of") { at += 1 }
    if at < end, words.numberWord(at: at)?.kind == .one { at += 1 }
    guard at < end, let scale = words.numberWord(at: at), !scale.isJoined, let value = found.value,
      scale.kind == .scale || scale.kind == .dozen || scale.kind == .hundred,
      let product = value.times(Decimal(scale.value))
    else { return found }
    var result = found
    result.value = product
    result.isFraction = false
    result.range = found.range.lowerBound..<at + 1
    return result
  }
}

extension NumberWord {
  /// A fraction 1/n.
  init(fraction: Int) {
    kind = .fraction
    value = fraction
  }
}
