/// What a figure or a denial covers.
enum ScopeRules {
  static let denial = DifferenceRule(
    "scope.denial", .compatible, "Both report a denial, but of different things.",
    arabic: "ينقل الطرفان نفيا، لكن كلا منهما لأمر مختلف.",
    good: [
      .init("نفى الوزير أنه سيستقيل هذا الشهر.", "نفى الوزير أنه اختلف مع رئيس الحكومة على الموازنة العامة.")
    ])

  static let period = DifferenceRule(
    "scope.period", .compatible, "The figures cover different periods, one of them within the other.",
    arabic: "يغطي الرقمان فترتين إحداهما ضمن الأخرى.",
    good: [
      .init("سجلت المحافظة 112 حريقا في صيف 2024.", "سجلت المحافظة 19 حريقا في حزيران 2024."),
      .init("Road deaths reached 61 in 2024.", "Road deaths reached 11 in September 2024."),
      .init("أوقف خفر السواحل 310 قوارب منذ بداية السنة.", "أوقف خفر السواحل 19 قاربا هذا الأسبوع."),
    ])

  static let fate = DifferenceRule(
    "scope.fate", .compatible, "One figure counts the dead and the injured together, the other only some of them.",
    arabic: "يجمع أحد الرقمين القتلى والجرحى ويقتصر الآخر على بعضهم.",
    good: [.init("خلف الإعصار 47 قتيلا وجريحا.", "بلغ عدد قتلى الإعصار 13 قتيلا.")])

  static let allOrSome = DifferenceRule(
    "scope.all-or-some", .conflict, "One side speaks of all of them, the other only of some.",
    arabic: "يتحدث أحد الطرفين عن الكل والآخر عن البعض فقط.",
    good: [
      .init("شمل الإغلاق كل أقضية المحافظة اليوم.", "اقتصر الإغلاق اليوم على أقضية قليلة من المحافظة."),
      .init("The order closed all schools in the county.", "The order closed only some schools in the county."),
      .init("أنقذ الغواصون جميع عمال المنجم.", "أنقذ الغواصون تسعة من عمال المنجم."),
      .init("غادر جميع ركاب العبارة المرفأ.", "غادر نصف ركاب العبارة المرفأ."),
      .init("غادر جميع الجرحى المستشفى.", "غادر الجرحى المستشفى ما عدا أربعة."),
    ],
    bad: [
      .init("ليست كل مصانع المدينة متوقفة.", "بعض مصانع المدينة متوقفة."),
      .init("None of the passengers was hurt.", "All passengers walked away unhurt."),
    ])

  static let exception = DifferenceRule(
    "scope.exception", .conflict, "One side leaves out what the other one counts in.",
    arabic: "يستثني أحد الطرفين ما يشمله الآخر.",
    good: [
      .init("شمل الإضراب مدارس المدينة باستثناء رياض الأطفال.", "شمل الإضراب مدارس المدينة بما فيها رياض الأطفال."),
      .init("The ferries stopped except for the night boats.", "The ferries stopped, including the night boats."),
    ],
    bad: [
      .init("شمل الإضراب المدارس باستثناء رياض الأطفال.", "شمل الإضراب المدارس بما فيها المعاهد الزراعية.")
    ])

  static let all = [denial, period, area, fate, allOrSome, exception]

  /// Units that say what happened to people.
  static let fates: Set<String> = [
    "{casualty}", "{detained}", "{displaced}", "{evacuated}", "{hostage}", "{injured}", "{killed}", "{missing}",
    "{released}", "{rescued}",
  ]

  static func differences(_ pair: Pair) -> [Difference] {
    var found: [Difference] = []
    found.append(few: denials(pair).list)
    found.append(few: (periods(pair) ?? areas(pair)).list)
    found.append(few: pair.eitherWay(fates).list)
    found.append(few: pair.eitherWay(extent).list)
    found.append(few: pair.eitherWay(exceptions).list)
    return found
  }

  /// Two denials agree; what they cover may differ.
  private static func denials(_ pair: Pair) -> Difference? {
    func denied(_ side: Side) -> Fact? {
      side.facts.indices.first { side.facts[$0].polarity == .denied }.map { side.facts[$0] }
    }
    guard let a = denied(pair.a), let b = denied(pair.b),
      min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) < 0.9
    else { return nil }
    return denial.difference(pair.a.detail(a.span), pair.b.detail(b.span))
  }

  // MARK: - Periods

  /// Whether the sides speak of periods of which one lies in the other and is much shorter.
  static func otherPeriod(_ pair: Pair) -> Bool {
    // It is one of what both count.
    if pair.a.quantities.isEmpty || pair.b.quantities.isEmpty { return false }
    if isOtherLength(pair) || isOtherLength(pair.mirrored) { return true }
    let (a, b) = (DateRules.periods(pair.a), DateRules.periods(pair.b))
    guard let x = a.first, let y = b.first else { return false }
    let (lengthX, lengthY) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    guard max(lengthX, lengthY) >= 6, max(lengthX, lengthY) >= 3 * max(1, min(lengthX, lengthY)) else { return false }
    let (long, short) = lengthX > lengthY ? (x, y) : (y, x)
    return long.lowerBound <= short.lowerBound && short.upperBound <= long.upperBound
      && counts(pair).contains { lengthX > lengthY ? mayBePart($1, of: $0) : mayBePart($0, of: $1) }
  }

  /// Whether a figure may count a part of what another one counts: it is less, or a share, or not told exactly.
  private static func mayBePart(_ part: Quantity, of whole: Quantity) -> Bool {
    guard part.unit != "%", let less = part.value.flatMap({ Decimal($0) }),
      let more = whole.value.flatMap({ Decimal($0) })
    else { return true }
    return less < more
  }

  /// Whether A counts more, or shares, over a period that its words make at least three times as long as that of B: "since
  /// January" against "this week".
  private static func isOtherLength(_ pair: Pair) -> Bool {
    guard let long = pair.a.period, long.isSpan, let short = pair.b.period, long.days >= 3 * short.days,
      let (x, y) = counts(pair).first
    else { return false }
    if x.unit == "%" { return true }
    guard let more = x.value.flatMap({ Decimal($0) }), let less = y.value.flatMap({ Decimal($0) }) else { return false }
    return less < more
  }

  /// How many days the longest period of a side has as its words say, and whether a word says that it is counted through.
  static func length(_ side: Side) -> (days: Int, isSpan: Bool)? {
    let words = side.report.words
    var longest: (days: Int, isSpan: Bool)?
    var token = words.next(timeCues, from: side.hull.lowerBound, before: side.hull.upperBound)
    while token < side.hull.upperBound {
      if let days = days(words, token), days > longest?.days ?? 0 {
        longest = (days, isCountedThrough(side, token))
      }
      token = words.next(timeCues, from: token + 1, before: side.hull.upperBound)
    }
    for quantity in side.quantities {
      guard let days = lengths[quantity.unit ?? ""], let value = quantity.value.flatMap({ Int($0) }),
        days * value > longest?.days ?? 0,
        // A war that "lasted three months" and a term "of four years" are no time in which something else was counted.
        case let start = max(side.hull.lowerBound, words.range(quantity.span).lowerBound - 1),
        !Tagger(words, start).tag().isVerb, words.aside(.quantifiers, at: start)?.value.first != Quantifier.of
      else { continue }
      longest = (days * value, true)
    }
    return longest
  }

  /// Words that may say how long.
  private static var timeCues: Cues { Cues(.times).union(Cues(.months, .weekdays)) }

  /// Days of the units of time.
  private static let lengths = ["d": 1, "wk": 7, "mo": 30, "a": 365]

  /// Whether a word says that what is counted happened all through a unit of time: "since", "this", "in the year to".
  private static func isCountedThrough(_ side: Side, _ token: Int) -> Bool {
    let words = side.report.words
    guard words.month(at: token) == nil else { return false }
    return (max(side.hull.lowerBound, token - 3)..<token).contains {
      switch words.timeWord(at: $0)?.kind {
      case .before, .this, .last, .edge, .from, .preposition: true
      default: false
      }
    }
  }

  private static func days(_ words: Words, _ token: Int) -> Int? {
    if words.weekday(at: token) != nil { return 1 }
    if words.month(at: token) != nil { return 30 }
    guard let word = words.timeWord(at: token) else { return nil }
    switch (word.kind, TimeUnit(rawValue: word.value)) {
    case (.season, _): return 90
    case (.unit, .day?), (.units, .day?), (.day, _): return 1
    case (.unit, .week?), (.units, .week?): return 7
    case (.unit, .month?), (.units, .month?): return 30
    case (.unit, .year?), (.units, .year?): return 365
    default: return nil
    }
  }

  private static func periods(_ pair: Pair) -> Difference? {
    guard otherPeriod(pair), let (x, y) = counts(pair).first else { return nil }
    return period.difference(
      pair.a.detail(withTime(pair.a, x.span), value: x.value), pair.b.detail(withTime(pair.b, y.span), value: y.value))
  }

  /// Figures of one unit with two values.
  static func counts(_ pair: Pair) -> [(Quantity, Quantity)] {
    pair.a.quantities.compactMap { x in
      guard isCount(x) else { return nil }
      return pair.b.quantities.first { isCount($0) && $0.value != x.value && isKin(x, $0) && !mayBeEqual(x, $0) }
        .map { (x, $0) }
    }
  }

  private static func isCount(_ quantity: Quantity) -> Bool {
    quantity.value != nil && quantity.unit != "{ordinal}" && !times.contains(quantity.unit ?? "")
  }

  /// "22" and "more than 20" need no second period.
  private static func mayBeEqual(_ x: Quantity, _ y: Quantity) -> Bool {
    guard let a = Interval(x), let b = Interval(y) else { return false }
    return a.overlaps(b)
  }

  /// Units of time: what counts them is the period itself.
  private static let times: Set<String> = ["s", "min", "h", "d", "wk", "mo", "a"]

  /// Whether two figures may count one thing: the same unit, or one of a noun that nobody knows.
  private static func isKin(_ x: Quantity, _ y: Quantity) -> Bool {
    if x.unit == y.unit { return true }
    return [x.unit, y.unit].contains(nil) && [x.unit, y.unit].allSatisfy { $0?.hasPrefix("{") ?? true }
  }

  /// A figure with the time that stands near it.
  private static func withTime(_ side: Side, _ span: Span) -> Span {
    guard let time = side.times.map(\.span).min(by: { abs($0.start - span.start) < abs($1.start - span.start) }),
      abs(time.start - span.start) < 60
    else { return span }
    return Span(
      start: min(time.start, span.start), end: max(time.end, span.end),
      bytes: min(time.bytes.lowerBound, span.bytes.lowerBound)..<max(time.bytes.upperBound, span.bytes.upperBound))
  }

  // MARK: - Fates

  /// "47 dead and injured" against "13 dead".
  private static func fates(_ pair: Pair) -> Difference? {
    let count = pair.a.quantities.count { $0.unit.map(fates.contains) ?? false }
    guard count == 1 || pair.b.quantities.count == 1 else { return nil }
    for x in pair.a.quantities {
      guard let unit = x.unit, fates.contains(unit), joins(pair.a, x, unit) else { continue }
      let other = pair.b.quantities.first { y in
        y.unit.map(fates.contains) ?? false && !joins(pair.b, y, y.unit ?? "") && y.value != x.value
      }
      if let other {
        return fate.difference(
          pair.a.detail(x.span, value: x.value), pair.b.detail(other.span, value: other.value))
      }
    }
    return nil
  }

  /// Whether a figure counts a second fate with its own: "قتيلا وجريحا", "killed or injured".
  private static func joins(_ side: Side, _ quantity: Quantity, _ unit: String) -> Bool {
    if unit == "{casualty}" { return true }
    let words = side.report.words
    let end = words.range(quantity.span).upperBound
    // "وجريحا" is written onto its conjunction, "or injured" is not.
    let token = words[end].script == .latin ? end + 1 : end
    guard token == end + 1 || words[token].clitics.contains(.conjunction),
      let other = words.unitWord(at: token)?.code
    else { return false }
    return fates.contains(other) && other != unit && !Tagger(words, token).tag().isVerb
  }

  // MARK: - All or some

  private static func extent(_ pair: Pair) -> Difference? {
    if let (i, j) = Opposites.first(pair, on: .extent), !isNegated(pair.a, i, pair.alignment.a),
      !isNegated(pair.b, j, pair.alignment.b),
      // "none was hurt" and "all are unhurt" agree.
      !pair.alignment.a.all[i].isNegator, !pair.alignment.b.all[j].isNegator
    {
      return allOrSome.difference(
        pair.a.detail(token: pair.alignment.a.all[i].token), pair.b.detail(token: pair.alignment.b.all[j].token))
    }
    guard let all = quantifier(pair.a, Quantifier.all), quantifier(pair.b, Quantifier.all) == nil,
      quantifier(pair.a, Quantifier.some) == nil,
      !Negation.isNegated(pair.a.report.words, all.lowerBound, within: pair.a.hull)
    else { return nil }
    // "محافظات الجنوب كلها": the word may stand behind what it measures.
    let behind = all.upperBound..<max(all.upperBound, min(pair.a.hull.upperBound, all.upperBound + 3))
    let before = max(pair.a.hull.lowerBound, all.lowerBound - 2)..<all.lowerBound
    guard let partner = pair.partners(of: behind, likeness: 0.75) ?? pair.partners(of: before, likeness: 0.75),
      let some = quantifier(pair.b, Quantifier.some) ?? part(pair.b, before: partner)
        ?? named(pair.b, [Quantifier.except]), named(pair.a, [Quantifier.except]) == nil
    else { return nil }
    return allOrSome.difference(
      pair.a.detail(tokens: all.lowerBound..<max(all.upperBound, min(all.upperBound + 2, pair.a.hull.upperBound))),
      pair.b.detail(tokens: some.lowerBound..<max(some.upperBound, min(some.upperBound + 2, pair.b.hull.upperBound))))
  }

  /// What A leaves out and B counts in: "باستثناء الطوارئ", "بما فيها الطوارئ".
  private static func exceptions(_ pair: Pair) -> Difference? {
    guard let without = named(pair.a, [Quantifier.except]),
      let with = named(pair.b, [Quantifier.with, Quantifier.part])
    else { return nil }
    let isOne = pair.terms(in: without).contains { index in
      let link = pair.alignment.fromA[index]
      return pair.alignment.a.all[index].weight > 20 && link.similarity >= 0.75
        && with.contains(pair.alignment.b.all[link.partner].token)
    }
    return isOne ? exception.difference(pair.a.detail(tokens: without), pair.b.detail(tokens: with)) : nil
  }

  /// A word for an exception or the like with the three words behind it.
  private static func named(_ side: Side, _ letters: [UInt8]) -> Range<Int>? {
    let words = side.report.words
    for token in side.quantifiers {
      guard let (length, value) = words.aside(.quantifiers, at: token), letters.contains(value.first) else { continue }
      let behind = (token + length..<max(token + length, min(side.hull.upperBound, token + length + 3))).prefix {
        words[$0].kind != .mark
      }
      return token..<behind.endIndex
    }
    return nil
  }

  private static func isNegated(_ side: Side, _ index: Int, _ terms: Terms) -> Bool {
    Negation.isNegated(side.report.words, terms.all[index].token, within: side.hull)
  }

  /// A figure of which "من" or "of" makes a part of what stands behind ("تسعة من العمال", "64 of the 210"), or an exception
  /// from a negation ("إلا", "سوى").
  private static func part(_ side: Side, before named: Range<Int>) -> Range<Int>? {
    let words = side.report.words
    let figure = side.counted.lazy.map { words.range($0.span) }.first { range in
      range.upperBound <= named.upperBound && named.lowerBound - range.upperBound <= 3
        && (words.isFraction(range)
          || (range.lowerBound..<min(range.upperBound + 2, side.hull.upperBound)).contains {
            words.aside(.quantifiers, at: $0)?.value.first == Quantifier.of
          })
    }
    if let figure { return figure }
    return Negation.first(Negation.exception, words, in: side.hull).map { $0..<$0 + 1 }
  }

  private static func quantifier(_ side: Side, _ letter: UInt8) -> Range<Int>? {
    let words = side.report.words
    return side.quantifiers.first { words.aside(.quantifiers, at: $0)?.value.first == letter }
      .map { $0..<$0 + (words.aside(.quantifiers, at: $0)?.length ?? 1) }
  }
}

extension Words {
  /// Whether a run of tokens tells a fraction: "ثلثا", "two thirds".
  fileprivate func isFraction(_ range: Range<Int>) -> Bool {
    range.contains { numberWord(at: $0)?.kind == .fraction }
  }
}
