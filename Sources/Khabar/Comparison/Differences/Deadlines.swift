/// Lengths of time within which something is to be done: "خلال 48 ساعة" against "في غضون أسبوع".
enum Deadlines {
  static let other = DifferenceRule(
    "date.deadline", .conflict, "The two sides give different limits of time for it.",
    arabic: "يذكر كل طرف مهلة مختلفة.",
    good: [
      .init("ستنهي اللجنة عملها في غضون أسبوع.", "ستنهي اللجنة عملها خلال 36 ساعة."),
      .init("The panel will report within 20 days.", "The panel will report within two months."),
    ],
    bad: [
      .init("ستنهي اللجنة عملها في غضون أسبوعين.", "ستنهي اللجنة عملها خلال 14 يوما."),
      .init("أضرب عمال المصنع 11 يوما.", "نفذ عمال المصنع إضرابا دام أكثر من أسبوع."),
    ])

  /// A length of time, with the unit that it is told in, whether something is to be done within it, and the word that makes it a
  /// bound.
  struct Length {
    let span: Span
    let minutes: Int
    let unit: String
    let isLimit: Bool
    var hedge: Hedge?

    /// Whether it cannot be another one: a tenth more is the same told roundly, and "more than a week" may be eleven days.
    func excludes(_ other: Length) -> Bool {
      let (shorter, longer) = minutes < other.minutes ? (self, other) : (other, self)
      guard (longer.minutes - shorter.minutes) * 10 > longer.minutes else { return false }
      return !shorter.mayBeMore && !longer.mayBeLess
    }

    private var mayBeMore: Bool { hedge == .moreThan || hedge == .atLeast }
    private var mayBeLess: Bool { hedge == .fewerThan || hedge == .atMost }
  }

  /// Minutes of the units that count time.
  static let minutes = ["min": 1, "h": 60, "d": 1440, "wk": 10_080, "mo": 43_800, "a": 525_600]

  /// The only length of each side, where they are told in two units: one more than a tenth longer is another one.
  static func difference(_ pair: Pair) -> Difference? {
    let a = pair.a.deadlines
    guard a.count == 1 else { return nil }
    let b = pair.b.deadlines
    guard b.count == 1, a[0].unit != b[0].unit, a[0].minutes != b[0].minutes else { return nil }
    // "غاب ثلاثة أشهر", "out for five weeks" set no limit.
    let areLimits = isBehindPreposition(a[0], pair.a) || isBehindPreposition(b[0], pair.b)
    let rule = areLimits ? other : NumberRules.disjoint
    return (a[0].excludes(b[0]) ? rule : DateRules.contained).difference(
      pair.a.detail(a[0].span), pair.b.detail(b[0].span))
  }

  /// The only length of each side, neither of them a limit, told beside one word: "هدنة مدتها سنة", "هدنة ستة أشهر".
  static func otherLength(_ pair: Pair) -> Difference? {
    guard pair.a.lengths.count == 1, let a = pair.a.lengths.first, pair.b.lengths.count == 1,
      let b = pair.b.lengths.first, !isLimit(a, pair.a), !isLimit(b, pair.b), !a.isLimit || !b.isLimit,
      // "كل شهر" and "العام" alone measure nothing.
      pair.a.counted.contains(where: { $0.span == a.span }) || pair.b.counted.contains(where: { $0.span == b.span }),
      a.excludes(b) || a.minutes != b.minutes && (a.hedge != nil || b.hedge != nil)
    else { return nil }
    func terms(_ side: Side, _ terms: [Term], _ span: Span) -> Range<Int> {
      let tokens = side.report.words.range(span)
      let inside = terms.indices.filter { tokens.contains(terms[$0].token) }
      return inside.first.map { $0..<inside.count + $0 } ?? 0..<0
    }
    let (x, y) = (terms(pair.a, pair.alignment.a.all, a.span), terms(pair.b, pair.alignment.b.all, b.span))
    // "امتدت على أربع سنوات", "استغرقت ثلاثين شهرا"
    let areLasting = isLasting(a, pair.a) && isLasting(b, pair.b) && areOfOneThing(pair, x, y)
    let likeness: Float = pair.alignment.isBetweenLanguages ? 0.45 : 0.75
    guard !x.isEmpty, !y.isEmpty, areLasting || pair.alignment.haveOneNeighbour(x, y, likeness: likeness) else {
      return nil
    }
    let rule = a.excludes(b) ? NumberRules.disjoint : NumberRules.overlap
    return rule.difference(pair.a.detail(a.span), pair.b.detail(b.span))
  }

  /// Whether what lasts is one thing, as far as both sides say much the same or one of the words before the lengths is on both.
  private static func areOfOneThing(_ pair: Pair, _ x: Range<Int>, _ y: Range<Int>) -> Bool {
    if min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.3 { return true }
    return (max(0, x.lowerBound - 4)..<x.lowerBound).contains { i in
      let link = pair.alignment.fromA[i]
      return pair.alignment.a.all[i].weight > 20 && link.similarity >= 0.85
        && (y.lowerBound - 4..<y.lowerBound).contains(link.partner)
    }
  }

  /// Whether a word right before it says that something lasts so long, or one behind it that it does all that time ("شهرا كاملا").
  static func isLasting(_ length: Length, _ side: Side) -> Bool {
    let words = side.report.words
    let range = words.range(length.span)
    return (max(0, range.lowerBound - 3)..<range.lowerBound).contains {
      words.aside(.quantifiers, at: $0)?.value.first == Quantifier.lasting || words.timeWord(at: $0)?.kind == .lasting
    }
      || range.upperBound < side.hull.upperBound && words[range.upperBound].kind == .word
        && words.aside(.quantifiers, at: range.upperBound)?.value.first == Quantifier.all
  }

  /// Whether a preposition stands right before it: "على هدنة ستة أشهر" sets no limit.
  private static func isLimit(_ length: Length, _ side: Side) -> Bool {
    length.isLimit && isBehindPreposition(length, side)
  }

  /// Whether a preposition stands right before a length, or is its first word.
  private static func isBehindPreposition(_ length: Length, _ side: Side) -> Bool {
    let start = side.report.words.range(length.span).lowerBound
    return holdPreposition(side.report.words, max(0, start - 1)..<start + 1)
  }

  /// Whether one of some tokens is a preposition: "في غضون أسبوع", "within a week", but not "for a week", which tells how long
  /// something lasted.
  private static func holdPreposition(_ words: Words, _ tokens: Range<Int>) -> Bool {
    tokens.contains {
      words.match(.function, at: $0)?.value.first == 0x70
        && words.aside(.quantifiers, at: $0)?.value.first != Quantifier.lasting
    }
  }

  private static let articles = Set(["a", "an"].map { Key.of($0.utf8) })

  /// Counted lengths, and single units ("شهر"); those behind a preposition are limits.
  static func lengths(_ side: Side) -> [Length] {
    let words = side.report.words
    func isBehindPreposition(_ token: Int) -> Bool { holdPreposition(words, max(0, token - 2)..<token) }
    // "less than an hour"
    func hedge(_ token: Int) -> Hedge? {
      let start = token > side.hull.lowerBound && articles.contains(words[token - 1].key) ? token - 1 : token
      return words.hedge(before: start, from: side.hull.lowerBound)?.hedge
    }
    var lengths: [Length] = []
    for index in side.quantities.indices {
      guard let unit = side.quantities[index].unit, let length = minutes[unit],
        let count = side.quantities[index].value.flatMap({ Decimal($0) })?.integer, count < 10_000
      else { continue }
      let span = side.quantities[index].span
      lengths.append(
        Length(
          span: span, minutes: count * length, unit: unit,
          isLimit: isBehindPreposition(words.range(span).lowerBound), hedge: side.quantities[index].hedge))
    }
    for index in side.times.indices where side.times[index].edtf == nil {
      let range = words.range(side.times[index].span)
      guard let minutes = TimeReader.minutes(ofLengthIn: words, range),
        let unit = range.lazy.compactMap({ words.unitWord(at: $0)?.code }).first(where: { Self.minutes[$0] != nil })
      else { continue }
      lengths.append(
        Length(
          span: side.times[index].span, minutes: minutes, unit: unit, isLimit: true, hedge: hedge(range.lowerBound)))
    }
    func isTaken(_ token: Int) -> Bool {
      side.timeRanges.contains { $0.contains(token) }
        || side.quantities.contains { words.range($0.span).contains(token) }
    }
    for range in side.ranges {
      for token in words.tokens(showing: Cues(.units), in: range) {
        // Most units count people and things.
        guard words.unitKind(at: token)?.mayBeTime ?? false, !words[token].clitics.contains(.article),
          // "في يومها الأول"
          words[token].ending != .pronoun,
          let unit = words.unitWord(at: token)?.code, let length = minutes[unit], !isTaken(token),
          // "يومي العمل" are two days, or it is "daily".
          !words.foldedText(token).suffix(2).elementsEqual("ي".utf8)
        else { continue }
        lengths.append(
          Length(
            span: words.coreSpan(token..<token + 1), minutes: length, unit: unit, isLimit: isBehindPreposition(token),
            hedge: hedge(token)))
      }
    }
    return lengths
  }
}

extension Quantity {
  /// The bound that it is told as.
  fileprivate var hedge: Hedge? { low == nil ? .atMost : high == nil ? .atLeast : nil }
}
