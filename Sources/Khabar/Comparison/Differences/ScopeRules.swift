/// What a figure or a denial covers.
enum ScopeRules {
  static let denial = DifferenceRule(
    "scope.denial", .compatible, "Both report a denial, but not of the same thing.",
    arabic: "ينقل الطرفان نفيا، لكنه لا يشمل الأمر نفسه.",
    good: [
      .init("نفى الوزير أنه سيستقيل هذا الشهر.", "نفى الوزير أنه اختلف مع رئيس الحكومة على الموازنة العامة.")
    ])

  static let period = DifferenceRule(
    "scope.period", .compatible, "The figures cover periods of which one contains the other.",
    arabic: "يغطي الرقمان فترتين إحداهما ضمن الأخرى.",
    good: [
      .init("سجلت المحافظة 112 حريقا في صيف 2024.", "سجلت المحافظة 19 حريقا في حزيران 2024."),
      .init("Road deaths reached 61 in 2024.", "Road deaths reached 11 in September 2024."),
    ])

  static let fate = DifferenceRule(
    "scope.fate", .compatible, "One figure counts the dead and the injured together, the other a part of them.",
    arabic: "يجمع أحد الرقمين القتلى والجرحى ويقتصر الآخر على بعضهم.",
    good: [.init("خلف الإعصار 47 قتيلا وجريحا.", "بلغ عدد قتلى الإعصار 13 قتيلا.")])

  static let allOrSome = DifferenceRule(
    "scope.all-or-some", .conflict, "One side says all of them, the other only some.",
    arabic: "يقول أحد الطرفين الكل ويقول الآخر البعض فقط.",
    good: [
      .init("شمل الإغلاق كل أقضية المحافظة اليوم.", "اقتصر الإغلاق اليوم على أقضية قليلة من المحافظة."),
      .init("The order closed all schools in the county.", "The order closed only some schools in the county."),
    ])

  static let all = [denial, period, fate, allOrSome]

  /// Units that say what happened to people.
  static let fates: Set<String> = [
    "{casualty}", "{detained}", "{displaced}", "{evacuated}", "{hostage}", "{injured}", "{killed}", "{missing}",
    "{released}", "{rescued}",
  ]

  static func differences(_ pair: Pair) -> [Difference] {
    [denials(pair), periods(pair), pair.eitherWay(fates), pair.eitherWay(extent)].compactMap { $0 }
  }

  /// Two denials agree; what they cover may differ.
  private static func denials(_ pair: Pair) -> Difference? {
    guard let a = pair.a.facts.first(where: { $0.polarity == .denied }),
      let b = pair.b.facts.first(where: { $0.polarity == .denied }),
      min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) < 0.9
    else { return nil }
    return denial.difference(pair.a.detail(a.span), pair.b.detail(b.span))
  }

  // MARK: - Periods

  /// Whether the sides speak of periods of which one lies in the other and is much shorter.
  static func otherPeriod(_ pair: Pair) -> Bool {
    let (a, b) = (DateRules.periods(pair.a), DateRules.periods(pair.b))
    guard let x = a.first, let y = b.first else { return false }
    let (lengthX, lengthY) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    guard max(lengthX, lengthY) >= 6, max(lengthX, lengthY) >= 3 * max(1, min(lengthX, lengthY)) else { return false }
    let (long, short) = lengthX > lengthY ? (x, y) : (y, x)
    return long.lowerBound <= short.lowerBound && short.upperBound <= long.upperBound && !counts(pair).isEmpty
  }

  private static func periods(_ pair: Pair) -> Difference? {
    guard otherPeriod(pair), let (x, y) = counts(pair).first else { return nil }
    return period.difference(
      pair.a.detail(withTime(pair.a, x.span), value: x.value), pair.b.detail(withTime(pair.b, y.span), value: y.value))
  }

  /// Figures of one unit with two values.
  private static func counts(_ pair: Pair) -> [(Quantity, Quantity)] {
    pair.a.quantities.compactMap { x in
      guard x.unit != "{ordinal}", x.value != nil else { return nil }
      let other = pair.b.quantities.first { $0.unit == x.unit && $0.value != nil && $0.value != x.value }
      return other.map { (x, $0) }
    }
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
    if let (i, j) = Opposites.first(pair, on: .extent) {
      return allOrSome.difference(
        pair.a.detail(token: pair.alignment.a.all[i].token), pair.b.detail(token: pair.alignment.b.all[j].token))
    }
    guard let all = quantifier(pair.a, Quantifier.all), let some = quantifier(pair.b, Quantifier.some),
      quantifier(pair.b, Quantifier.all) == nil, pair.partners(of: all.upperBound..<all.upperBound + 3) != nil
    else { return nil }
    return allOrSome.difference(
      pair.a.detail(tokens: all.lowerBound..<max(all.upperBound, min(all.upperBound + 2, pair.a.hull.upperBound))),
      pair.b.detail(tokens: some.lowerBound..<max(some.upperBound, min(some.upperBound + 2, pair.b.hull.upperBound))))
  }

  private static func quantifier(_ side: Side, _ letter: UInt8) -> Range<Int>? {
    let words = side.report.words
    return side.hull.first { words.aside(.quantifiers, at: $0)?.value.first == letter }
      .map { $0..<$0 + (words.aside(.quantifiers, at: $0)?.length ?? 1) }
  }
}
