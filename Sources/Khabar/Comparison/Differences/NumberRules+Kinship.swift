/// Whether two figures count or measure one thing.
extension NumberRules {
  /// How surely two figures count one thing: 0 when their units exclude each other.
  static func kinship(_ pair: Pair, _ a: Quantity, _ b: Quantity) -> Float {
    if areComplements(pair, a, b) || isCapacity(pair.a, a) != isCapacity(pair.b, b) { return 0 }
    if let x = a.unit, let y = b.unit, measure(x) == measure(y) || Currency.shareName(x, y) { return 2 }
    if nounBeforeOne(pair.a, a) != nil || nounBeforeOne(pair.b, b) != nil {
      let (x, y) = (withNounBefore(pair.a, a), withNounBefore(pair.b, b))
      let likeness = max(pair.likeness(x, y), pair.mirrored.likeness(y, x))
      return likeness >= 0.5 ? likeness : 0
    }
    let isMeasure = [a.unit, b.unit].contains { $0.map { !$0.hasPrefix("{") } ?? false }
    let mayBeOne = !isMeasure || a.unit == nil || b.unit == nil || Currency.areOthers(a.unit, b.unit)
    // "4 ملايين" beside "نحو 4 ملايين يورو"; up to a dozen is often the figure of something else.
    if mayBeOne, let value = a.value.flatMap({ Decimal($0) }), a.value == b.value, Decimal(12) < value { return 1.5 }
    // "2.4 million" and "more than two million": large counts that meet are seldom of two things.
    if mayBeOne, areOfOneLargeSize(a, b) { return 0.6 }
    if areLengths(a, b) { return 1 }
    if isMeasure, a.unit != nil, b.unit != nil { return 0 }
    if let x = fate(pair.a, a), let y = fate(pair.b, b) { return x == y ? 1 : 0 }
    // "إطلاق سراح 412 نزيلا" counts prisoners too.
    if let counted = noun(pair.a, a), counted == noun(pair.b, b), counted != "{person}" { return 1 }
    let likeness = likeness(pair, a, b)
    if a.unit == nil || b.unit == nil {
      // A percentage or a length counts no people, and two nouns that are not alike count two things.
      let haveNouns = countsSomething(pair.a, a) && countsSomething(pair.b, b)
      if isMeasure || haveNouns && likeness < 0.3 { return 0 }
      return 0.5 + likeness
    }
    if likeness >= 0.5 { return likeness }
    if [a.unit, b.unit].contains("{person}"), countsPeople(pair.a, a), countsPeople(pair.b, b) {
      return max(0.3, likeness)
    }
    // "ستين محتجا", "عشرات الشبان": the only people that each side counts.
    return countsPeopleOnce(pair.a, a) && countsPeopleOnce(pair.b, b) ? max(0.1, likeness) : 0
  }

  /// Whether a figure tells for how many there is room: "مركزين يتسعان لأربعمائة شخص".
  private static func isCapacity(_ side: Side, _ quantity: Quantity) -> Bool {
    let words = side.report.words
    let start = words.range(quantity.span).lowerBound
    return (max(side.hull.lowerBound, start - 3)..<start).contains {
      words.aside(.quantifiers, at: $0)?.value.first == Quantifier.room
    }
  }

  /// "owns 60 per cent, the state the rest" and "a 40 per cent share": two parts of one whole.
  private static func areComplements(_ pair: Pair, _ a: Quantity, _ b: Quantity) -> Bool {
    func share(_ quantity: Quantity) -> Double? {
      quantity.unit == "%" ? quantity.value.flatMap { Decimal($0) }?.approximate : nil
    }
    func tellsRest(_ side: Side) -> Bool {
      side.hull.contains { side.report.words.aside(.quantifiers, at: $0)?.value.first == Quantifier.rest }
    }
    guard let x = share(a), let y = share(b), abs(x + y - 100) < 0.001 else { return false }
    return tellsRest(pair.a) || tellsRest(pair.b)
  }

  /// What a figure says to have happened to people: by its unit, or where it counts cases or people by a noun right before it
  /// ("بلغت إصابات التسمم 41 حالة", "عدد المصابين 26 تلميذا") or an adjective right behind it ("14 طالبا جريحا").
  static func fate(_ side: Side, _ quantity: Quantity) -> String? {
    guard let unit = quantity.unit else { return nil }
    if ScopeRules.fates.contains(unit) { return unit }
    guard unit == "{case}" || countsPeople(side, quantity) else { return nil }
    let words = side.report.words
    let range = words.range(quantity.span)
    let start = range.lowerBound
    if range.upperBound < side.hull.upperBound, words[range.upperBound].script == .arabic,
      let word = words.unitWord(at: range.upperBound), word.kind.isNoun, ScopeRules.fates.contains(word.code)
    {
      return word.code
    }
    return (max(side.hull.lowerBound, start - 6)..<start).reversed().prefix { words[$0].kind != .mark }.lazy
      .compactMap { words.unitWord(at: $0)?.code }.first(where: ScopeRules.fates.contains)
  }

  /// Whether two figures are more than a tenth apart, so that neither is the other one told roundly.
  static func areApart(_ a: Quantity, _ b: Quantity) -> Bool {
    guard let x = a.value.flatMap({ Decimal($0) }), let y = b.value.flatMap({ Decimal($0) }),
      let tenth = Decimal(11, places: 1), let limit = min(x, y).times(tenth)
    else { return a.value != b.value }
    return limit < max(x, y)
  }

  /// The noun that "واحد" counts, which stands before it: "خط إنتاج واحد"; nil for another figure.
  static func nounBeforeOne(_ side: Side, _ quantity: Quantity) -> Int? {
    let words = side.report.words
    let range = words.range(quantity.span)
    guard quantity.unit == nil, quantity.value == "1", range.count == 1, let one = range.first,
      one > side.hull.lowerBound, words[one].script == .arabic, words[one - 1].kind == .word,
      !words.has(.function, at: one - 1)
    else { return nil }
    return one - 1
  }

  private static func withNounBefore(_ side: Side, _ quantity: Quantity) -> Span {
    guard let noun = nounBeforeOne(side, quantity) else { return quantity.span }
    return side.report.words.span(noun..<noun + 2)
  }

  /// Whether two figures are a thousand or more, lie within a fourth of each other and can both be true.
  private static func areOfOneLargeSize(_ a: Quantity, _ b: Quantity) -> Bool {
    guard let x = a.value.flatMap({ Decimal($0) }), let y = b.value.flatMap({ Decimal($0) }),
      Decimal(1000) <= min(x, y), let fourth, let limit = min(x, y).times(fourth)
    else { return false }
    return max(x, y) <= limit && (Interval(a).flatMap { x in Interval(b).map(x.overlaps) } ?? false)
  }

  private static let fourth = Decimal(125, places: 2)

  /// The kind of the noun that a figure counts, whatever is said to have happened to it.
  private static func noun(_ side: Side, _ quantity: Quantity) -> String? {
    let words = side.report.words
    return words.range(quantity.span).last.flatMap { words.unitWord(at: $0)?.code }
  }

  /// How alike what two figures count is, with the word behind either: "12 طبيب اختصاص", "أكثر من عشرة اختصاصيين".
  private static func likeness(_ pair: Pair, _ a: Quantity, _ b: Quantity) -> Float {
    func likeness(_ a: Span, _ b: Span) -> Float { max(pair.likeness(a, b), pair.mirrored.likeness(b, a)) }
    let own = likeness(a.span, b.span)
    guard own < 0.5 else { return own }
    // "تسع وجهات": a noun that no list has stands behind a bare figure.
    let (x, y) = (hasNoun(pair.a, a) ? a.span : longer(pair.a, a), hasNoun(pair.b, b) ? b.span : longer(pair.b, b))
    let nouns = max(own, likeness(x, y))
    guard !pair.alignment.isBetweenLanguages, hasNoun(pair.a, a) || hasNoun(pair.b, b) else { return nouns }
    return max(nouns, likeness(longer(pair.a, a), y), likeness(x, longer(pair.b, b)))
  }

  /// A quantity with the word behind it.
  private static func longer(_ side: Side, _ quantity: Quantity) -> Span {
    let words = side.report.words
    let range = words.range(quantity.span)
    guard range.upperBound < side.hull.upperBound, words[range.upperBound].kind == .word,
      !words.has(.function, at: range.upperBound), !words.isFigure(range.upperBound)
    else { return quantity.span }
    return words.span(range.lowerBound..<range.upperBound + 1)
  }

  /// Whether a figure has a noun, or a bare one a word behind it that can only be one.
  private static func countsSomething(_ side: Side, _ quantity: Quantity) -> Bool {
    if hasNoun(side, quantity) { return true }
    let words = side.report.words
    let next = words.range(quantity.span).upperBound
    return next < side.hull.upperBound && words[next].kind == .word && words[next].clitics.isEmpty
      && !words.has(.function, at: next) && !words.isFigure(next) && !Tagger(words, next).tag().isVerb
  }

  /// Whether two figures measure time in two units: "18 months", "more than a year".
  static func areLengths(_ a: Quantity, _ b: Quantity) -> Bool {
    guard let x = a.unit, let y = b.unit else { return false }
    return x != y && Deadlines.minutes[x] != nil && Deadlines.minutes[y] != nil
  }

  /// Whether a figure counts people, by its noun or by what is said to have happened to them.
  private static func countsPeople(_ side: Side, _ quantity: Quantity) -> Bool {
    if quantity.unit.map({ $0 == "{person}" || ScopeRules.fates.contains($0) }) ?? false { return true }
    guard let last = side.report.words.range(quantity.span).last else { return false }
    return side.report.words.unitKind(at: last)?.isPerson ?? false
  }

  /// Whether a figure counts people by its noun, and no other figure of its side does.
  private static func countsPeopleOnce(_ side: Side, _ quantity: Quantity) -> Bool {
    func isOfPeople(_ quantity: Quantity) -> Bool {
      guard let last = side.report.words.range(quantity.span).last else { return false }
      return side.report.words.unitKind(at: last)?.isPerson ?? false
    }
    return isOfPeople(quantity) && side.quantities.count(where: isOfPeople) == 1
  }

  /// Whether the figures of a difference are told with one unit or noun, and not only maybe of one thing.
  static func areKin(_ pair: Pair, _ difference: Difference) -> Bool {
    func quantity(_ side: Side, _ detail: Difference.Detail) -> Quantity? {
      side.quantities.first { $0.span == detail.span }
    }
    guard let x = quantity(pair.a, difference.a), let y = quantity(pair.b, difference.b) else { return true }
    return kinship(pair, x, y) >= 1
  }

  /// What is measured, whatever time it is measured in: "400 tons a year" may stand beside "400 tons", the year told elsewhere.
  /// The magnitude of an earthquake is told in degrees too.
  static func measure(_ unit: String) -> Substring {
    unit == "1" ? "%" : unit == "{magnitude}" ? "deg" : unit[..<(unit.utf8.firstIndex(of: 0x2F) ?? unit.endIndex)]
  }

  /// The unit of both figures of a difference.
  static func unit(_ pair: Pair, _ difference: Difference) -> Substring? {
    func unit(_ side: Side, _ detail: Difference.Detail) -> Substring? {
      side.quantities.first { $0.span == detail.span }?.unit.map(measure)
    }
    let (x, y) = (unit(pair.a, difference.a), unit(pair.b, difference.b))
    // "fifty minutes", "three hours"
    if let x, let y, Deadlines.minutes[String(x)] != nil, Deadlines.minutes[String(y)] != nil { return "s" }
    return x == y ? x : nil
  }

  /// Whether a quantity names what it counts.
  static func hasNoun(_ side: Side, _ quantity: Quantity) -> Bool {
    let words = side.report.words
    return words.range(quantity.span).last.map { !words.isFigure($0) } ?? false
  }

  /// Whether a figure is told of each of several: "سلمت كل قبيلة عشرين بندقية".
  static func isOfEach(_ side: Side, _ quantity: Quantity) -> Bool {
    let words = side.report.words
    let start = words.range(quantity.span).lowerBound
    let before = (max(side.hull.lowerBound, start - 5)..<start).reversed().prefix { words[$0].kind != .mark }
    return before.contains { token in
      words.aside(.quantifiers, at: token)?.value.first == Quantifier.all && token + 1 < start
        && words[token + 1].kind == .word && !words.hasArticle(token + 1) && words[token].ending != .pronoun
        && !plurals.contains(words[token].key)
    }
  }

  /// English words of that list that several share.
  private static let plurals = Set(["all", "entire", "whole"].map { Key.of($0.utf8) })

  /// Whether the lower figure is of those that are left: "nine were taken to hospital", "eight remain under treatment".
  static func areLeft(_ pair: Pair, _ a: Quantity, _ b: Quantity) -> Bool {
    let (stayA, stayB) = (isLeft(pair.a, pair.alignment.a, a), isLeft(pair.b, pair.alignment.b, b))
    guard stayA != stayB, let x = Interval(a), let y = Interval(b) else { return false }
    return stayA ? x.isBelow(y) : y.isBelow(x)
  }

  /// Whether a word for staying stands right before or behind a figure.
  private static func isLeft(_ side: Side, _ terms: Terms, _ quantity: Quantity) -> Bool {
    let range = side.report.words.range(quantity.span)
    return terms.all.contains {
      (range.lowerBound - 2..<range.upperBound + 2).contains($0.token) && $0.poles.meets(Poles.stay)
    }
  }

  /// Whether a part may be what the other side counts: "تسعة منهم" and "سبعة من الفارين", "six of the injured" and "nine".
  static func areOfOneWhole(_ side: Side, _ part: Quantity, _ other: Side, _ count: Quantity) -> Bool {
    isOf(side, part) && (isOf(other, count) || count.unit == nil && !hasNoun(other, count))
  }

  /// Whether "من" or "of" stands behind a figure.
  private static func isOf(_ side: Side, _ quantity: Quantity) -> Bool {
    let words = side.report.words
    let range = words.range(quantity.span)
    return (range.lowerBound + 1..<min(range.upperBound + 1, words.count)).contains {
      guard words.isFigure($0 - 1), let letter = words.aside(.quantifiers, at: $0)?.value.first else { return false }
      // "منهم", "of them", but not "بينهم"
      let isPronoun = words.foldedText($0).starts(with: "من".utf8) || words[$0].script == .latin
      return letter == Quantifier.of || letter == Quantifier.part && isPronoun
    }
  }
}
