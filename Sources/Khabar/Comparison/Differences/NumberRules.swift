/// Figures of one thing that differ: disjoint intervals conflict, overlapping ones are compatible.
enum NumberRules {
  static let disjoint = DifferenceRule(
    "number.disjoint", .conflict, "The two figures for the same thing cannot both be true.",
    arabic: "لا يصحّ معا الرقمان المذكوران للأمر نفسه.",
    good: [
      .init("قتل 12 شخصا في انهيار المبنى.", "قتل 19 شخصا في انهيار المبنى."),
      .init("The strike closed 40 schools.", "The strike closed 70 schools."),
      .init("بلغت خسائر الشركة 21 مليار جنيه.", "بلغت خسائر الشركة 21 مليار دولار."),
      .init("يزيد سعر القنطار على 80 دولارا.", "يقل سعر القنطار عن 80 دولارا."),
      .init("اتفق الطرفان على هدنة مدتها سنة كاملة.", "اتفق الطرفان على هدنة ستة أشهر."),
      .init("استعاد المتحف لوحتين من المزاد.", "استعاد المتحف ثلاث لوحات من المزاد."),
      .init("بلغت الحصيلة 34 قتيلا.", "تصويب: بلغت الحصيلة 14 قتيلا لا 34 كما ورد في خبر سابق."),
    ],
    bad: [
      .init("قتل نحو 20 شخصا في انهيار المبنى.", "قتل 19 شخصا في انهيار المبنى."),
      .init("سلمت كل قبيلة عشرين بندقية.", "سلم الجانبان أربعين بندقية."),
      .init("Each club must deposit 200 dinars.", "The clubs must deposit 400 dinars."),
      .init("Tarrant owns 60 per cent of it and the state the rest.", "The state has a 40 per cent share."),
      .init("فتحت البلدية مركزين يتسعان لأربعمائة شخص.", "استقبل المركزان 260 شخصا."),
    ])

  static let overlap = DifferenceRule(
    "number.interval-overlap", .compatible, "One figure is rounded or less exact and covers the other.",
    arabic: "أحد الرقمين تقريبي أو أعمّ ويشمل الآخر.",
    good: [
      .init("قتل نحو 20 شخصا في انهيار المبنى.", "قتل 19 شخصا في انهيار المبنى."),
      .init("More than 30 schools were closed by the strike.", "The strike closed 42 schools."),
      .init("أغلق المدرج أربعين دقيقة بعد الحادث.", "The runway was shut for less than an hour after the accident."),
    ],
    bad: [.init("The strike closed 42 schools.", "The strike closed 42 schools.")])

  static let laterCount = DifferenceRule(
    "number.later-count", .compatible, "The figures were counted at different times.",
    arabic: "أُحصي الرقمان في وقتين مختلفين.",
    good: [
      .init("بلغ عدد القتلى 12 قتيلا حتى مساء 3 أيار 2024.", "ارتفع عدد القتلى إلى 19 قتيلا حتى 5 أيار 2024.")
    ],
    bad: [.init("بلغ عدد القتلى 12 قتيلا.", "ارتفع عدد القتلى إلى 19 قتيلا.")])

  static let subset = DifferenceRule(
    "number.subset", .compatible, "The smaller figure is a part of the larger one.",
    arabic: "الرقم الأصغر جزء من الرقم الأكبر.",
    good: [
      .init("اعتقل سبعة أشخاص في المدينة، بينهم ثلاثة قضاة.", "اعتقل ثلاثة قضاة في المدينة."),
      .init("Nine ships were held, three of them tankers.", "Three tankers were held."),
    ])

  static let ordinal = DifferenceRule(
    "number.ordinal", .conflict, "The two sides give different places in the order.",
    arabic: "يذكر كل طرف ترتيبا مختلفا.",
    good: [.init("حل الفريق في المركز الأول.", "حل الفريق في المركز الثالث.")],
    bad: [
      .init("حل الفريق في المركز الأول.", "حل الفريق أولا."),
      .init("انتهت الجولة السادسة من المفاوضات.", "انتهت الجولة السابعة من المفاوضات."),
      .init("The third auction of licences was held.", "The fourth auction of licences was held."),
    ])

  static let uncounted = DifferenceRule(
    "number.uncounted", .compatible, "One side counts what the other only names.",
    arabic: "يحصي أحد الطرفين ما يذكره الآخر من دون عدد.",
    good: [
      .init("أغلقت البلدية 14 مطعما في المرفأ.", "أغلقت البلدية مطاعم في المرفأ."),
      .init("The storm sank nine trawlers off Velmar.", "The storm sank trawlers off Velmar."),
    ],
    bad: [.init("أغلقت البلدية 14 مطعما في المرفأ.", "أغلقت البلدية المطعم الكبير في المرفأ.")])

  static let otherCurrency = DifferenceRule(
    "number.other-currency", .compatible, "Each side gives the sum in a currency of its own.",
    arabic: "يذكر كل طرف المبلغ بعملة أخرى.",
    good: [
      .init("تبلغ خسائر التوقف 1.2 مليار جنيه في اليوم.", "تبلغ خسائر التوقف نحو 9 ملايين دولار في اليوم."),
      .init("The pier will cost 40 million pounds.", "The pier will cost about 52 million dollars."),
    ],
    bad: [.init("بلغت خسائر الشركة 21 مليار جنيه.", "بلغت خسائر الشركة 21 مليار دولار.")])

  static let all = [disjoint, overlap, laterCount, subset, ordinal, uncounted, otherCurrency]

  static func differences(_ pair: Pair) -> [Difference] {
    let (own, others) = (pair.a.counted, pair.b.counted)
    if own.isEmpty, others.isEmpty { return ordinals(pair).list }
    var open = Array(others.indices)
    var rest: [Int] = []
    for i in own.indices {
      // Equal figures explain each other; only what is left can differ.
      if let same = open.firstIndex(where: { j in
        isEqual(own[i], others[j]) && kinship(pair, own[i], others[j]) > 0
          && !Currency.areOthers(own[i].unit, others[j].unit)
      }) {
        open.remove(at: same)
      } else {
        rest.append(i)
      }
    }
    if let subset = pair.eitherWay(subset) { return [subset] }
    var result: [Difference] = []
    // The surest pairs first, whichever side they are looked at from. "ستة منهم" is a part of what was counted before, not
    // another count of it.
    var ranked: [(i: Int, j: Int, kinship: Float)] = []
    for i in rest.indices {
      for j in open.indices {
        let (x, y) = (own[rest[i]], others[open[j]])
        let (isPartA, isPartB) = (isPart(pair.a, x), isPart(pair.b, y))
        guard
          isPartA == isPartB || isPartA && areOfOneWhole(pair.a, x, pair.b, y)
            || isPartB && areOfOneWhole(pair.b, y, pair.a, x)
        else { continue }
        // Two parts may be parts of anything.
        let isOfParts = isPartA && isPartB && x.unit != y.unit
        let kinship = isOfParts ? 0 : kinship(pair, x, y)
        if kinship > 0 { ranked.append((i, j, kinship)) }
      }
    }
    if ranked.count > 1 {
      ranked.sort { ($1.kinship, $0.i + $0.j, abs($0.i - $0.j)) < ($0.kinship, $1.i + $1.j, abs($1.i - $1.j)) }
    }
    var taken: [(i: Int, j: Int)] = []
    for (i, j, _) in ranked where !taken.contains(where: { $0.i == i || $0.j == j }) {
      guard let found = difference(pair, own[rest[i]], others[open[j]]) else { continue }
      if ranked.count > 1 { taken.append((i, j)) }
      result.append(found)
    }
    result.append(few: ordinals(pair).list)
    result.append(few: otherCurrency(pair, rest.lazy.map { own[$0] }, open.lazy.map { others[$0] }).list)
    if result.isEmpty { result = Deadlines.otherLength(pair).list }
    return result.isEmpty ? (pair.eitherWay(dual) ?? pair.eitherWay(uncounted)).list : result
  }

  /// The only sum of money of each side that the other one has not, in two currencies.
  private static func otherCurrency(
    _ pair: Pair, _ a: some Sequence<Quantity>, _ b: some Sequence<Quantity>
  ) -> Difference? {
    var found: [(Quantity, Quantity)] = []
    for x in a where x.unit.map(Currency.isCurrency) ?? false {
      for y in b where Currency.areOthers(x.unit, y.unit) { found.append((x, y)) }
    }
    guard found.count == 1, let (x, y) = found.first, x.value != nil, y.value != nil, x.value != y.value else {
      return nil
    }
    return otherCurrency.difference(pair.a.detail(x.span, value: x.value), pair.b.detail(y.span, value: y.value))
  }

  /// The quantities that count, those left out that a correction takes back ("14 لا 34").
  static func counted(_ side: Side) -> [Quantity] {
    let words = side.report.words
    return side.quantities.filter { quantity in
      guard quantity.unit != "{ordinal}", Interval(quantity) != nil else { return false }
      let before = words.range(quantity.span).lowerBound - 1
      return before < 0 || Negation.code(words, before) != Negation.negator
    }
  }

  private static func isEqual(_ a: Quantity, _ b: Quantity) -> Bool {
    guard a.isApproximate == b.isApproximate else { return false }
    if a.low == b.low, a.high == b.high { return true }
    // "One in four" is 25 per cent.
    guard let unit = a.unit, let other = b.unit, unit != other, shares.contains(unit), shares.contains(other),
      let x = Interval(a)?.low, let y = Interval(b)?.low
    else { return false }
    return x == y && a.low == a.high && b.low == b.high
  }

  private static let shares: Set<String> = ["1", "%"]

  /// Whether a figure is told for a time ("40,000 tons a month").
  private static func isRate(_ quantity: Quantity) -> Bool { quantity.unit?.utf8.contains(0x2F) ?? false }

  /// Whether the figures of a difference have one unit.
  static func haveOneUnit(_ pair: Pair, _ difference: Difference) -> Bool { unit(pair, difference) != nil }

  /// Whether the figures of a difference count the dead, the injured or others of one fate.
  static func countOneFate(_ pair: Pair, _ difference: Difference) -> Bool {
    func fate(_ side: Side, _ detail: Difference.Detail) -> String? {
      side.quantities.first { $0.span == detail.span }.flatMap { Self.fate(side, $0) }
    }
    return fate(pair.a, difference.a).map { $0 == fate(pair.b, difference.b) } ?? false
  }

  /// Whether both figures of a difference are told, and not only that there were some ("مليارات").
  static func areExact(_ difference: Difference) -> Bool { difference.a.value != nil && difference.b.value != nil }

  /// Whether the figures of a difference are of one size, as two accounts of one thing mostly are: none is three times the other, also
  /// where one only tells bounds ("عشرات").
  static func areOfOneSize(_ pair: Pair, _ difference: Difference) -> Bool {
    func bounds(_ side: Side, _ detail: Difference.Detail) -> (low: Decimal, high: Decimal)? {
      let quantity = side.quantities.first { $0.span == detail.span }
      let low = (detail.value ?? quantity?.low ?? quantity?.high).flatMap { Decimal($0) }
      let high = (detail.value ?? quantity?.high ?? quantity?.low).flatMap { Decimal($0) }
      return low.flatMap { low in high.map { (low, $0) } }
    }
    guard let x = bounds(pair.a, difference.a), let y = bounds(pair.b, difference.b),
      let limit = min(x.high, y.high).times(Decimal(3))
    else { return true }
    return max(x.low, y.low) <= limit
  }

  private static func difference(_ pair: Pair, _ a: Quantity, _ b: Quantity) -> Difference? {
    if areLengths(a, b) {
      // What cannot be one length is told by the rule of deadlines.
      guard let x = Interval(a, times: Deadlines.minutes[a.unit ?? ""] ?? 1),
        let y = Interval(b, times: Deadlines.minutes[b.unit ?? ""] ?? 1), x.overlaps(y),
        [a, b].contains(where: { $0.isApproximate || $0.low == nil || $0.high == nil })
      else { return nil }
      return overlap.difference(pair.a.detail(a.span, value: a.value), pair.b.detail(b.span, value: b.value))
    }
    guard let x = Interval(a), let y = Interval(b) else { return nil }
    if !x.overlaps(y), isOfEach(pair.a, a) != isOfEach(pair.b, b) { return nil }
    if !x.overlaps(y), ScopeRules.otherPeriod(pair) || isFraction(x) != isFraction(y) { return nil }
    if !x.overlaps(y), ScopeRules.isOtherArea(pair, a, b) { return nil }
    // "40,000 tons a month", "half a million tons last year"
    if !x.overlaps(y), isRate(a) != isRate(b), (isRate(a) ? pair.b : pair.a).period != nil { return nil }
    func isLater() -> Bool {
      a.grows && b.grows && (DateRules.haveOtherTimes(pair) || hasRisen(pair, x, y) || areLeft(pair, a, b))
    }
    let isOverlap = (x.overlaps(y) || areRounded(a, b)) && !Currency.areOthers(a.unit, b.unit) && !areApart(pair, a, b)
    let rule = isOverlap ? overlap : isLater() ? laterCount : disjoint
    return rule.difference(pair.a.detail(a.span, value: a.value), pair.b.detail(b.span, value: b.value))
  }

  /// "more than 80" and "fewer than 80", which no figure is both.
  private static func areApart(_ pair: Pair, _ a: Quantity, _ b: Quantity) -> Bool {
    guard a.value == b.value, a.low == nil && b.high == nil || a.high == nil && b.low == nil else { return false }
    func includesBound(_ side: Side, _ quantity: Quantity) -> Bool {
      side.report.words.range(quantity.span).contains {
        let hedge = side.report.words.hedge(at: $0)?.hedge
        return hedge == .atLeast || hedge == .atMost
      }
    }
    return !includesBound(pair.a, a) && !includesBound(pair.b, b)
  }

  /// Whether one of two measures or large counts is the other one rounded to its own digits: "10.7 million", "11 million".
  private static func areRounded(_ a: Quantity, _ b: Quantity) -> Bool {
    guard let x = a.value.flatMap({ Decimal($0) }), let y = b.value.flatMap({ Decimal($0) }) else { return false }
    let isCount = [a.unit, b.unit].contains { $0?.hasPrefix("{") ?? true }
    if isCount, max(x, y) < Decimal(1000) { return false }
    return x.isRounding(of: y) || y.isRounding(of: x)
  }

  /// "ثلث الأعضاء" counts no members.
  private static func isFraction(_ interval: Interval) -> Bool {
    guard let low = interval.low ?? interval.high else { return false }
    return Decimal(0) < low && low < Decimal(1)
  }

  /// Whether the article of a later day says of its figure that it has risen to it, or both up to when they counted, and it is the
  /// higher one: "ارتفع عدد المصابين إلى سبعة" after "أصيب ثلاثة".
  private static func hasRisen(_ pair: Pair, _ x: Interval, _ y: Interval) -> Bool {
    guard let a = pair.a.report.published.flatMap(EDTF.bounds), let b = pair.b.report.published.flatMap(EDTF.bounds)
    else { return false }
    let areLimited = tellsLimit(pair.a) && tellsLimit(pair.b)
    if b.last < a.first { return y.isBelow(x) && (areLimited || tellsRise(pair.a, pair.alignment.a)) }
    return a.last < b.first && x.isBelow(y) && (areLimited || tellsRise(pair.b, pair.alignment.b))
  }

  /// Whether a side says up to when it counted: "by noon", "حتى الظهر".
  private static func tellsLimit(_ side: Side) -> Bool {
    side.timeRanges.contains { DatedTime.isUntil(side.report.words, before: $0.lowerBound) }
  }

  /// Whether a word for rising stands before "to" and a figure.
  private static func tellsRise(_ side: Side, _ terms: Terms) -> Bool {
    let words = side.report.words
    return side.counted.contains { quantity in
      let start = words.range(quantity.span).lowerBound
      return start > 0 && words.timeWord(at: start - 1)?.kind == .until
        && terms.all.contains { $0.token < start && $0.poles.meets(Poles.rise) }
    }
  }

  /// "eight films, two of them Sudanese" against "two Sudanese films".
  private static func subset(_ pair: Pair) -> Difference? {
    let all = pair.a.counted
    for (whole, part) in zip(all, all.dropFirst()) {
      guard let large = whole.value.flatMap({ Decimal($0) }), let small = part.value.flatMap({ Decimal($0) }),
        small < large, isPart(pair.a, part)
      else { continue }
      let others = pair.b.counted
      guard let same = others.first(where: { $0.value == part.value }),
        // "25 years, five of them free of interest" against "20 years, five of them free of interest"
        !others.contains(where: { $0.value == whole.value || $0.value != part.value && kinship(pair, whole, $0) >= 1 })
      else { continue }
      let span = Span(
        start: whole.span.start, end: part.span.end, bytes: whole.span.bytes.lowerBound..<part.span.bytes.upperBound)
      return subset.difference(pair.a.detail(span, value: whole.value), pair.b.detail(same.span, value: same.value))
    }
    return nil
  }

  /// Whether a word beside a quantity says that it is a part: "بينهم", "among them" before it, "منهم", "of them" behind it,
  /// unless another quantity follows, of which that is said ("سبعة أشخاص بينهم طفلان").
  private static func isPart(_ side: Side, _ quantity: Quantity) -> Bool {
    let words = side.report.words
    if quantity.unit == "%" { return false }
    func part(_ token: Int) -> Int? {
      words.aside(.quantifiers, at: token).flatMap { $0.value.first == Quantifier.part ? $0.length : nil }
    }
    let range = words.range(quantity.span)
    // "ستة من المصابين", "six of the injured", but not "dozens of passengers"
    if quantity.unit.map(ScopeRules.fates.contains) ?? false, quantity.value != nil,
      let figure = range.first(where: words.isFigure),
      (figure + 1..<max(figure + 1, range.upperBound)).contains(where: {
        words.aside(.quantifiers, at: $0)?.value.first == Quantifier.of
      })
    {
      return true
    }
    // "تسرب منها 300 طن": what is measured came from there, where no comma stands before it.
    let isMeasure = quantity.unit.map { !$0.hasPrefix("{") } ?? false
    let before = (max(0, range.lowerBound - 2)..<range.lowerBound).first { part($0) != nil }
    if let before, before == 0 || words[before - 1].kind != .word || !isMeasure && !isTakenFrom(words, before) {
      return true
    }
    let behind = (range.upperBound..<min(words.count, range.upperBound + 3)).prefix { words[$0].kind != .mark }
    // "خمسة أشخاص بينهم سائق": what follows is the part; only "منهم" and "of them" may stand behind one.
    guard let token = behind.first(where: { part($0) != nil }), let length = part(token),
      words[token].script == .latin || words.foldedText(token).starts(with: "من".utf8)
    else { return false }
    return !side.quantities.contains { words.range($0.span).lowerBound == token + length }
  }

  /// "سُرقت منها تسع مخطوطات": behind a verb "منها" is from where, and no part.
  private static func isTakenFrom(_ words: Words, _ token: Int) -> Bool {
    words[token].script == .arabic && words.foldedText(token).starts(with: "من".utf8)
      && Tagger(words, token - 1).tag().isVerb
  }

  /// Two places in one order; of two rounds of something each side tells another one.
  private static func ordinals(_ pair: Pair) -> Difference? {
    guard let (a, b, isRank) = otherOrdinals(pair), isRank else { return nil }
    return ordinal.difference(pair.a.detail(a.span, value: a.value), pair.b.detail(b.span, value: b.value))
  }

  private static func onlyOrdinal(_ side: Side) -> Quantity? {
    let found = side.quantities.filter { $0.unit == "{ordinal}" && $0.value != nil }
    return found.count == 1 ? found[0] : nil
  }

  /// The only ordinals of both sides, which number one thing and are not the same, and whether they give it a place in an order.
  static func otherOrdinals(_ pair: Pair) -> (a: Quantity, b: Quantity, isRank: Bool)? {
    // One match has many minutes, and one list many places.
    guard min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.5, let a = onlyOrdinal(pair.a),
      let b = onlyOrdinal(pair.b), a.value != b.value
    else { return nil }
    let (x, y) = (pair.a.report.words.range(a.span), pair.b.report.words.range(b.span))
    // The word that is numbered: before an Arabic ordinal, behind an English one.
    let heads = [x.lowerBound - 1, x.upperBound].filter { pair.partners(of: $0..<$0 + 1, likeness: 0.9) != nil }
    guard
      heads.contains(where: { head in
        pair.partners(of: head..<head + 1, likeness: 0.9).map {
          $0.lowerBound == y.lowerBound - 1 || $0.lowerBound == y.upperBound
        } ?? false
      })
    else { return nil }
    let words = pair.a.report.words
    let isRank = heads.contains { words.aside(.quantifiers, at: $0)?.value.first == Quantifier.rank }
    return (a, b, isRank)
  }
}

extension Quantity {
  /// Whether it may become more with time: people, things, money and shares, no lengths or weights.
  var grows: Bool {
    guard let unit else { return true }
    return unit.hasPrefix("{") || unit == "%" || unit == "1"
      || unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
