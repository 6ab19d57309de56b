/// Units, counted nouns and what happened to the counted.
extension QuantityReader {
  /// A unit with its place.
  struct Unit {
    var code: String
    var kind: UnitWord.Kind
    var start: Int
    var end: Int

    /// Whether it is counted or measured by the number before it.
    var counts: Bool { kind.isNoun || kind.isMeasure || kind == .others }
  }

  /// The unit behind a figure: at once, behind "من" and a definite noun, in English behind up to two adjectives.
  func unit(after found: Numeral) -> Unit? {
    var at = found.range.upperBound
    guard at < range.upperBound else { return nil }
    if words[at].kind == .mark { return mark(at) }
    if words[at].mark == 0x2D { at += 1 }
    // "half an hour"
    if found.isFraction, isLatin(at, "a") || isLatin(at, "an") { at += 1 }
    if let unit = noun(at) { return rate(unit) }
    if let code = temperature(at) { return Unit(code: code, kind: .measure, start: at, end: at + 1) }
    if words[at].script == .latin { return behindAdjectives(at) }
    // "عشرات من الأشخاص", "5 من الجنود", "23 من جنودها"
    if at + 1 < range.upperBound, words.numberWord(at: at)?.kind == .ratio, words.foldedText(at).count == 4,
      words[at + 1].clitics.contains(.article) || words[at + 1].ending == .pronoun, let unit = noun(at + 1),
      unit.kind.isNoun
    {
      return unit
    }
    return nil
  }

  /// "15C", "59F": one capital letter written onto at most three digits.
  private func temperature(_ at: Int) -> String? {
    guard words[at].isCapitalized, words[at].bytes.count == 1, words.touches(at - 1, at), words[at - 1].kind == .number,
      words[at - 1].bytes.count <= 3, at < 2 || words.unitKind(at: at - 2)?.isLabel != true
    else { return nil }
    switch words.utf8[Int(words[at].bytes.lowerBound)] {
    case 0x43: return "Cel"
    case 0x46: return "[degF]"
    default: return nil
    }
  }

  private func noun(_ at: Int) -> Unit? {
    guard at < range.upperBound, !words[at].clitics.contains(.conjunction) else { return nil }
    guard let word = words.unitWord(at: at), word.counts, at + word.length <= range.upperBound else {
      return squareMetre(at)
    }
    if words[at].clitics.contains(.ba) || words[at].clitics.contains(.la), word.kind != .percent { return nil }
    var end = at + word.length
    if word.kind == .measure, word.code.utf8.last == 0x6D, let power = power(end) {
      return Unit(code: word.code + power, kind: .measure, start: at, end: end + 1)
    }
    // "29-year-old"
    if word.code == "a" || word.code == "mo", end + 1 < range.upperBound, words[end].mark == 0x2D,
      words.touches(end - 1, end), isLatin(end + 1, "old")
    {
      end += 2
    }
    // "12 wounded soldiers"
    if words[at].script == .latin, word.kind.isNoun, end < range.upperBound, words.unitKind(at: end)?.isPerson == true {
      end += 1
    }
    // "a third of the country's imports" is no part of a country.
    if words[at].script == .latin, isGenitive(end) { return nil }
    return Unit(code: word.code, kind: word.kind, start: at, end: end)
  }

  private func isGenitive(_ index: Int) -> Bool {
    index < range.upperBound && (words[index].mark == 0x27 || words[index].mark == 0x2019)
      && words.touches(index - 1, index)
  }

  /// "م²", "م2": one letter is a metre only with its power.
  private func squareMetre(_ at: Int) -> Unit? {
    guard words[at].kind == .word, words[at].bytes.count == 2, words.foldedText(at).elementsEqual("م".utf8),
      let power = power(at + 1)
    else { return nil }
    return Unit(code: "m" + power, kind: .measure, start: at, end: at + 2)
  }

  /// "²" or "2" written onto a length.
  private func power(_ index: Int) -> String? {
    guard index < range.upperBound, words.touches(index - 1, index) else { return nil }
    switch words[index].mark {
    case 0xB2: return "2"
    case 0xB3: return "3"
    default: break
    }
    guard words[index].kind == .number, words[index].bytes.count == 1 else { return nil }
    let digit = words.utf8[Int(words[index].bytes.lowerBound)]
    return digit == 0x32 ? "2" : digit == 0x33 ? "3" : nil
  }

  /// A measure in so much time: "500 متر مكعب في الثانية".
  private func rate(_ unit: Unit) -> Unit {
    let at = unit.end
    guard unit.kind == .measure || unit.kind == .money, words.timeWord(at: at)?.kind == .preposition,
      at + 1 < range.upperBound,
      words.foldedText(at).count == 4, words.isDefinite(at: at + 1), !words.isDefinite(at: at + 2),
      let time = words.unitWord(at: at + 1), time.length == 1, time.kind == .measure
    else { return unit }
    var result = unit
    result.code += "/" + time.code
    result.end = at + 2
    return result
  }

  private func behindAdjectives(_ at: Int) -> Unit? {
    var next = at
    if isLatin(next, "of") { next += 1 }
    if next < range.upperBound, Self.determiners.contains(words[next].core) { next += 1 }
    for _ in 0..<3 {
      guard next < range.upperBound, words[next].kind == .word, words[next].script == .latin else { return nil }
      if let unit = noun(next) { return unit }
      guard !words.has(.function, at: next), !words.has(.numbers, at: next), !words.has(.reporting, at: next),
        words.unitKind(at: next) != .event || !isVerbal(next)
      else { return nil }
      next += 1
    }
    return nil
  }

  /// "three of the dead", "23 of its soldiers", "five more ships"
  private static let determiners = Set(
    ["the", "more", "other", "its", "their", "his", "her", "our", "these", "those"].map { Key.of($0.utf8) })

  /// "12 killed in ..." has no noun, "12 wounded soldiers" has.
  private func isVerbal(_ at: Int) -> Bool { at + 1 >= range.upperBound || noun(at + 1) == nil }

  private func isLatin(_ at: Int, _ word: String) -> Bool {
    at < range.upperBound && NumeralReader(words: words, end: range.upperBound).isLatin(at, word)
  }

  private func mark(_ at: Int) -> Unit? {
    switch words[at].mark {
    case 0x25, 0x66A: return Unit(code: "%", kind: .percent, start: at, end: at + 1)
    case 0x2030: return Unit(code: "[ppth]", kind: .measure, start: at, end: at + 1)
    case 0x2D: return words.touches(at - 1, at) && words.touches(at, at + 1) ? noun(at + 1) : nil
    default: break
    }
    guard let code = Self.money(words[at].mark) else { return nil }
    return Unit(code: code, kind: .money, start: at, end: at + 1)
  }

  private static func money(_ sign: UInt32) -> String? {
    switch sign {
    case 0x24: "USD"
    case 0xA3: "GBP"
    case 0xA5: "JPY"
    case 0x20AA: "ILS"
    case 0x20AC: "EUR"
    case 0x20B9: "INR"
    case 0x20BA: "TRY"
    case 0x20BD: "RUB"
    default: nil
    }
  }

  func moneySign(before index: Int) -> (code: String, start: Int)? {
    let at = index - 1
    guard at >= range.lowerBound else { return nil }
    if words[at].mark == 0x25 || words[at].mark == 0x66A, words.touches(at, index) { return ("%", at) }
    if let code = Self.money(words[at].mark) { return (code, at) }
    // "بالمئة 10"
    if let word = words.unitWord(at: at), word.kind == .percent, word.length == 1 { return (word.code, at) }
    return nil
  }

  /// A noun counted by the number behind it: "شخص واحد", "القتلى الخمسة", "الجنود الـ12".
  func nounBefore(_ found: Numeral) -> (code: String, start: Int, kind: UnitWord.Kind)? {
    var at = found.range.lowerBound - 1
    let value = found.value ?? Decimal(0)
    let isOne = value == Decimal(1) || value == Decimal(2)
    var isDefinite = found.hasArticle
    if at >= range.lowerBound, words[at].kind == .word, words.touches(at, at + 1), words[at + 1].kind == .number {
      at -= 1
      isDefinite = true
    }
    guard at >= range.lowerBound, isOne || isDefinite, words[at].script == .arabic,
      words[at].clitics.contains(.article) == isDefinite, let word = words.unitWord(at: at), word.length == 1,
      word.kind.isNoun || word.kind == .measure
    else { return nil }
    // "بحارين اثنين", but "حالة اثنين منهم"
    if value == Decimal(2), !isDefinite, !looksDual(at) { return nil }
    return (word.code, at, word.kind)
  }

  /// Whether a word ends as a dual does.
  private func looksDual(_ index: Int) -> Bool {
    let form = words.foldedText(index)
    return form.suffix(4).elementsEqual("ين".utf8) || form.suffix(4).elementsEqual("ان".utf8)
  }

  // MARK: - People

  /// The event that befell the people counted: before the figure or behind the noun.
  func event(around match: QuantityMatch) -> String? {
    if words[match.range.lowerBound].script == .latin || words[match.range.upperBound - 1].script == .latin,
      let behind = eventBehind(match.range.upperBound)
    {
      return behind
    }
    var at = match.range.lowerBound - 1
    var steps = 0
    while at >= range.lowerBound, steps < 3, words[at].kind == .word {
      if let code = eventWord(at, before: match.range.lowerBound) { return code }
      if words[at].clitics.contains(.conjunction) || words.isWaw(at: at) || isLatin(at, "and") { break }
      at -= 1
      steps += 1
    }
    return eventBehind(match.range.upperBound)
  }

  private func eventWord(_ at: Int, before end: Int) -> String? {
    guard let word = words.unitWord(at: at), word.kind == .event, at + word.length <= end else { return nil }
    return word.code
  }

  private func eventBehind(_ start: Int) -> String? {
    var at = start
    while at < min(range.upperBound, start + 5), words[at].kind == .word {
      if words[at].clitics.contains(.conjunction) { return nil }
      let unit = words.unitWord(at: at)
      if let unit, unit.kind == .event { return unit.code }
      if let (length, _) = words.hedge(behind: at) {
        at += length
      } else {
        guard let unit, unit.kind == .link || unit.kind == .others else { return nil }
        at += unit.length
      }
    }
    return nil
  }

  /// The thing counted before a figure: "عدد القتلى إلى 35", "death toll to 35", "عدد المفقودين بلغ ستة أشخاص".
  func counted(before index: Int) -> String? {
    var at = index - 1
    var code: String?
    while at >= max(range.lowerBound, index - 12) {
      guard words[at].isWordLike else { return nil }
      // "والجرحى إلى 120"
      if at == index - 2, words.timeWord(at: index - 1)?.kind == .until, let word = words.unitWord(at: at),
        word.kind.isNoun,
        words.isDefinite(at: at)
      {
        return word.code
      }
      if let word = words.unitWord(at: at) {
        if word.kind == .count { return code ?? words.unitWord(at: at - 1).flatMap { $0.kind.isNoun ? $0.code : nil } }
        if word.kind.isNoun || word.kind == .event, code == nil || word.kind.isNoun { code = word.code }
      }
      at -= 1
    }
    return nil
  }

  /// The thing counted behind a bare figure: "ارتفع إلى ثلاثة عدد ضحايا الانفجار".
  func counted(behind index: Int) -> String? {
    guard index + 1 < range.upperBound, words.unitWord(at: index)?.kind == .count,
      let noun = words.unitWord(at: index + 1), noun.kind.isNoun
    else { return nil }
    return noun.code
  }

  /// The word behind a figure when no list knows it, as "{word}".
  func unknownNoun(_ match: inout QuantityMatch, _ found: Numeral) -> String? {
    let at = found.range.upperBound
    guard at < range.upperBound, match.range.upperBound == at, !found.hasArticle, words[at].kind == .word,
      words[at].clitics.isEmpty,
      words[at].entry < 0 || isOnlyName(at), (3...60).contains(words[at].bytes.count)
    else { return nil }
    let isEnglish = words[at].script == .latin
    var form = words.foldedText(at)
    guard
      isEnglish
        ? found.value == Decimal(1) || form.last == 0x73 || form.suffix(3).elementsEqual("men".utf8) : isNoun(at),
      !words[at].isCapitalized
    else { return nil }
    match.range = match.range.lowerBound..<at + 1
    if isEnglish { return "{" + Self.singular(form) + "}" }
    if form.suffix(2).elementsEqual("ا".utf8) { form.removeLast(2) }
    return "{" + String(decoding: form, as: UTF8.self) + "}"
  }

  private static func singular(_ form: ArraySlice<UInt8>) -> String {
    let text = String(decoding: form, as: UTF8.self)
    if text.hasSuffix("ies"), text.utf8.count > 4 { return text.dropLast(3) + "y" }
    let hissing = ["sses", "shes", "ches", "xes"].contains { text.hasSuffix($0) }
    return String(text.dropLast(hissing ? 2 : text.hasSuffix("s") ? 1 : 0))
  }

  /// An unknown Arabic word that can be a counted noun: without the article, and hardly begun by "و".
  private func isNoun(_ at: Int) -> Bool {
    let form = words.foldedText(at)
    return words[at].script == .arabic && form.count > 4 && !form.starts(with: "و".utf8) && !words.isDefinite(at: at)
      && !form.starts(with: "بال".utf8) && !form.starts(with: "لل".utf8) && !isVerb(form)
  }

  /// "يمثلون", "تمثل": hardly a noun.
  private func isVerb(_ form: ArraySlice<UInt8>) -> Bool {
    form.starts(with: "ي".utf8) && form.suffix(2).elementsEqual("ن".utf8)
  }

  private func isOnlyName(_ at: Int) -> Bool {
    !words.has(.function, at: at) && !words.has(.reporting, at: at) && !words.has(.attribution, at: at)
      && !words.has(.negators, at: at) && !words.has(.certainty, at: at) && !words.has(.hedges, at: at)
      && !words.has(.times, at: at) && !words.has(.months, at: at) && !words.has(.units, at: at)
      && !words.has(.numbers, at: at) && !words.has(.weekdays, at: at) && !words.has(.places, at: at)
  }
}
