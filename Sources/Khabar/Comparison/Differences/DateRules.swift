/// Times of one thing that differ: contained ones are compatible, disjoint ones conflict.
enum DateRules {
  static let disjoint = DifferenceRule(
    "date.disjoint", .conflict, "The two times cannot both be true of the same event.",
    arabic: "لا يصحّ الوقتان معا للحدث نفسه.",
    good: [
      .init("وصل الوفد إلى مسقط في 8 أيار 2023.", "وصل الوفد إلى مسقط في 12 أيار 2023."),
      .init("The talks open on 4 March 2024.", "The talks open on 9 March 2024."),
      .init("عادت حركة القطارات عند الثامنة مساء.", "عادت حركة القطارات فجرا."),
    ],
    bad: [
      .init("وصل الوفد إلى مسقط في 8 أيار 2023.", "وصل الوفد إلى مسقط مطلع أيار 2023."),
      .init("انهار السد ليل الأربعاء 9 نيسان 2025.", "انهار السد فجر الخميس 10 نيسان 2025."),
    ])

  static let contained = DifferenceRule(
    "date.contained", .compatible, "One side is more exact about the time, and both can be true.",
    arabic: "أحد الطرفين أدق في تحديد الوقت، ويصح القولان معا.",
    good: [
      .init("وصل الوفد إلى مسقط في 8 أيار 2023.", "وصل الوفد إلى مسقط مطلع أيار 2023."),
      .init("The talks open on 4 March 2024.", "The talks open in March 2024."),
      .init("اندلع الحريق قرابة الرابعة والنصف فجرا.", "اندلع الحريق فجرا."),
    ])

  static let weekday = DifferenceRule(
    "date.weekday", .conflict, "The same date is given two different days of the week.",
    arabic: "التاريخ نفسه مذكور بيومين مختلفين من الأسبوع.",
    good: [.init("تعقد الجلسة الأربعاء 9 أبريل 2025.", "تعقد الجلسة الثلاثاء 9 نيسان 2025.")],
    bad: [.init("تعقد الجلسة الأربعاء 9 أبريل 2025.", "تعقد الجلسة الأربعاء 9 نيسان 2025.")])

  static let asOf = DifferenceRule(
    "date.as-of", .compatible, "The two sides describe the situation at different times.",
    arabic: "يصف كل طرف الوضع في وقت مختلف.",
    good: [
      .init("بلغ عدد القتلى 12 قتيلا حتى مساء 3 أيار 2024.", "ارتفع عدد القتلى إلى 19 قتيلا حتى 5 أيار 2024."),
      .init("حتى الظهر أوقف 12 متظاهرا في المدينة.", "أوقف 41 متظاهرا في المدينة حتى الغروب."),
      .init(
        "حتى منتصف ليل 5 أيار 2025 كان 17 مريضا قد أدخلوا العناية.",
        "ارتفع عدد الراقدين في العناية إلى 21 حتى ظهر 6 أيار 2025."),
      .init("By noon 12 protesters had been arrested.", "By midnight 41 protesters had been arrested."),
    ])

  static let sameYear = DifferenceRule(
    "date.same-year", .compatible, "One side names the year, the other tells it from its own day.",
    arabic: "يسمّي أحد الطرفين السنة ويذكرها الآخر نسبة إلى يومه.",
    good: [
      .init("سجل المرفأ 212 حادثة في 2024.", "سجل المرفأ 212 حادثة العام الماضي.", published: "2025-03-04"),
      .init(
        "The port handled 9 million tons in 2024.", "The port handled 9 million tons last year.",
        published: "2025-03-04"),
    ],
    bad: [
      .init(
        "The port handled 9 million tons in 2024.", "The port handled 9 million tons in 2024.", published: "2025-03-04")
    ])

  static let all = [disjoint, contained, weekday, asOf, sameYear, Deadlines.other, Deadlines.dated]

  static func differences(_ pair: Pair) -> [Difference] {
    let found = times(pair)
    guard let length = Deadlines.difference(pair) ?? Deadlines.againstDate(pair),
      !found.contains(where: { $0.a.span.overlaps(length.a.span) || $0.b.span.overlaps(length.b.span) })
    else { return found }
    return found + [length]
  }

  private static func times(_ pair: Pair) -> [Difference] {
    guard var (x, y) = nearest(pair) else { return hours(pair).list }
    var found = differences(pair, x, y)
    var (a, b) = (pair.a.resolved, pair.b.resolved)
    // Of further times only those that stand beside words that are partners are of one thing.
    for _ in 0..<min(a.count, b.count, most) - 1 {
      a.removeAll { $0.time.span == x.time.span }
      b.removeAll { $0.time.span == y.time.span }
      guard let next = nearest(a, b, where: { pair.haveOneNeighbour($0.time.span, $1.time.span) }) else { break }
      (x, y) = next
      found += differences(pair, x, y)
    }
    return found
  }

  /// The most times of a side that are compared.
  private static let most = 4

  private static func differences(_ pair: Pair, _ x: DatedTime, _ y: DatedTime) -> [Difference] {
    let details = (
      pair.a.detail(x.time.span, value: x.time.edtf), pair.b.detail(y.time.span, value: y.time.edtf)
    )
    if let days = weekdays(pair, x.time, y.time) { return [weekday.difference(days.a, days.b)] }
    if isOneWeekday(pair, x, y) { return [] }
    guard x.bounds != y.bounds else {
      if isOneYear(pair, x, y) { return [sameYear.difference(details.0, details.1)] }
      return (hours(pair) ?? exactness(pair, x.time, y.time)).list
    }
    if ScopeRules.otherPeriod(pair) { return [] }
    if isOneNight(pair, x, y) { return [contained.difference(details.0, details.1)] }
    let meet =
      x.reach.overlaps(y.reach) || meetInAny(.anyYear, pair, x, y) || meetInAny(.anyWeek, pair, x, y)
      || meetInNextYear(pair, x, y)
    let rule = meet ? contained : haveOtherCounts(pair) || areLimitsOfCounts(pair, x, y) ? asOf : disjoint
    if rule.verdict == .conflict, !areOfOneThing(pair, x.time.span, y.time.span) { return [] }
    return [rule.difference(details.0, details.1)]
  }

  /// Whether two equal times are a year that one side names and the other one counts from its own day.
  private static func isOneYear(_ pair: Pair, _ x: DatedTime, _ y: DatedTime) -> Bool {
    func isNamed(_ side: Side, _ time: DatedTime) -> Bool {
      side.report.words.range(time.time.span).contains { side.report.words[$0].kind == .number }
    }
    return (365...366).contains(x.bounds.count) && isNamed(pair.a, x) != isNamed(pair.b, y)
  }

  /// Whether two times that both do not tell which year or week, "الصيف" and "17 تموز", can be of one.
  private static func meetInAny(_ frame: DatedTime.Frame, _ pair: Pair, _ x: DatedTime, _ y: DatedTime) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    // To read a time anew takes much longer than to see that the other one can be of one year or week only.
    guard x.frame == .calendar, DatedTime.isOf(frame, others, others.range(y.time.span)),
      let a = DatedTime(x.time, words, inAny: frame), let b = DatedTime(y.time, others, inAny: frame)
    else { return false }
    return a.nearest(b).map { a.bounds.overlaps($0) && a.bounds != $0 } ?? false
  }

  /// Whether a month of which no year is told, and which was taken for the last one, meets the other time a year later: "مطلع
  /// نوفمبر" and "الربع الأخير من العام".
  private static func meetInNextYear(_ pair: Pair, _ x: DatedTime, _ y: DatedTime) -> Bool {
    func meets(_ side: Side, _ early: DatedTime, _ late: DatedTime) -> Bool {
      let words = side.report.words
      guard (150...400).contains(late.bounds.lowerBound - early.bounds.upperBound),
        DatedTime.isOf(.anyYear, words, words.range(early.time.span))
      else { return false }
      return late.reach.overlaps(early.bounds.lowerBound + 365...early.bounds.upperBound + 366)
    }
    return meets(pair.a, x, y) || meets(pair.b, y, x)
  }

  /// Whether two times are told of one thing: beside words that are partners, or each as the only one of a short statement.
  private static func areOfOneThing(_ pair: Pair, _ x: Span, _ y: Span) -> Bool {
    func isShort(_ side: Side) -> Bool { side.facts.count == 1 && side.resolved.count < 2 && side.hull.count <= 32 }
    return pair.haveOneNeighbour(x, y) || isShort(pair.a) && isShort(pair.b)
  }

  /// Whether both sides name a time and no time of one can be a time of the other.
  static func haveOtherTimes(_ pair: Pair) -> Bool {
    if let (x, y) = nearest(pair), !x.bounds.overlaps(y.bounds) { return true }
    if let x = pair.a.hours, let y = pair.b.hours, !x.meets(y) { return true }
    return haveOtherStages(pair)
  }

  /// "مع انتهاء اليوم الأول" against "مع ختام اليوم الثالث": each side numbers a day or week, and not the same one.
  private static func haveOtherStages(_ pair: Pair) -> Bool {
    func stage(_ side: Side) -> (unit: Int, number: String?)? {
      let words = side.report.words
      return side.quantities.lazy.filter { $0.unit == "{ordinal}" }.compactMap { quantity in
        let range = words.range(quantity.span)
        let unit = [range.lowerBound - 1, range.upperBound].lazy.compactMap { at -> Int? in
          guard words.indices.contains(at), let word = words.timeWord(at: at), word.kind == .unit || word.kind == .day
          else { return nil }
          return word.kind == .day ? TimeUnit.day.rawValue : word.value
        }.first
        return unit.map { ($0, quantity.value) }
      }.first
    }
    guard let a = stage(pair.a), let b = stage(pair.b) else { return false }
    return a.unit == b.unit && a.number != b.number
  }

  /// Whether the times of a difference are told for days and lie within a month of each other, as two accounts of one thing mostly do.
  static func areNear(_ difference: Difference) -> Bool {
    // One day tells many hours.
    guard let x = difference.a.value, let y = difference.b.value, !x.utf8.contains(0x54), !y.utf8.contains(0x54),
      let a = EDTF.bounds(x), let b = EDTF.bounds(y)
    else { return false }
    let (own, other) = (a.first...max(a.first, a.last), b.first...max(b.first, b.last))
    return own.gap(to: other) <= 31 && max(own.upperBound - own.lowerBound, other.upperBound - other.lowerBound) <= 31
  }

  /// Whether both times of a difference are single days.
  static func areDays(_ difference: Difference) -> Bool {
    [difference.a, difference.b].allSatisfy {
      $0.value.flatMap(EDTF.bounds).map { $0.first == $0.last } ?? false
    }
  }

  /// Days between the nearest times of both sides; nil where one has none.
  static func daysApart(_ pair: Pair) -> Int? {
    nearest(pair).map { $0.bounds.gap(to: $1.bounds) }
  }

  /// Whether the sides count one thing with two results, each at its own time.
  private static func haveOtherCounts(_ pair: Pair) -> Bool {
    let others = pair.b.counted
    return pair.a.counted.contains { x in
      x.grows
        && others.contains {
          $0.grows && NumberRules.areApart(x, $0) && NumberRules.kinship(pair, x, $0) >= 0.5
        }
    }
  }

  /// Whether each side counts something up to its own time: "حتى منتصف ليل الاثنين", "حتى ظهر الثلاثاء".
  private static func areLimitsOfCounts(_ pair: Pair, _ x: DatedTime, _ y: DatedTime) -> Bool {
    func isLimit(_ side: Side, _ time: DatedTime) -> Bool {
      DatedTime.isUntil(side.report.words, before: side.report.words.range(time.time.span).lowerBound)
        && side.counted.contains(where: \.grows)
    }
    return isLimit(pair.a, x) && isLimit(pair.b, y)
  }

  // MARK: - Hours and parts of the day

  /// Two hours or parts of one day: those that cannot be one time conflict, unless they date two counts, and a shorter one is
  /// more exact.
  private static func hours(_ pair: Pair) -> Difference? {
    guard let x = pair.a.hours, let y = pair.b.hours, x.minutes != y.minutes else { return nil }
    let details = (pair.a.detail(x.span), pair.b.detail(y.span))
    if haveOtherCounts(pair) { return asOf.difference(details.0, details.1) }
    guard areOfOneThing(pair, x.span, y.span) else { return nil }
    if !x.meets(y) { return disjoint.difference(details.0, details.1) }
    return x.isByTheClock && y.isByTheClock ? nil : contained.difference(details.0, details.1)
  }

  /// Two times of one day of which only one tells the hour or part of the day, or one the hour and the other the part.
  private static func exactness(_ pair: Pair, _ x: TimeExpression, _ y: TimeExpression) -> Difference? {
    let (a, b) = (Hours(x, pair.a.report.words), Hours(y, pair.b.report.words))
    if let a, let b {
      guard a.isByTheClock != b.isByTheClock, a.meets(b) else { return nil }
    } else if a == nil, b == nil {
      return nil
    }
    return contained.difference(pair.a.detail(x.span, value: x.edtf), pair.b.detail(y.span, value: y.edtf))
  }

  /// "ليل الأربعاء" and "فجر الخميس": a part of a night and one of the day that follows.
  private static func isOneNight(_ pair: Pair, _ x: DatedTime, _ y: DatedTime) -> Bool {
    let days = y.bounds.lowerBound - x.bounds.lowerBound
    guard x.bounds.count == 1, y.bounds.count == 1, abs(days) == 1, let a = Hours(x.time, pair.a.report.words),
      let b = Hours(y.time, pair.b.report.words)
    else { return false }
    return a.meets(b, daysLater: days)
  }

  /// Two days of the week beside dates that are equal otherwise.
  private static func weekdays(_ pair: Pair, _ x: TimeExpression, _ y: TimeExpression) -> (
    a: Difference.Detail, b: Difference.Detail
  )? {
    guard let a = weekday(pair.a, x), let b = weekday(pair.b, y), a.day != b.day, a.hasDate, b.hasDate,
      a.date == b.date
    else { return nil }
    return (pair.a.detail(x.span), pair.b.detail(y.span))
  }

  /// "الخميس" beside "بدءا من الخميس": one name of a day without a date, which one side takes for the week before.
  private static func isOneWeekday(_ pair: Pair, _ x: DatedTime, _ y: DatedTime) -> Bool {
    let (a, b) = (weekday(pair.a, x.time), weekday(pair.b, y.time))
    // "Wednesday" may be "tomorrow".
    guard a != nil || b != nil, a?.hasDate != true, b?.hasDate != true else { return false }
    return (a == nil || b == nil || a?.day == b?.day) && abs(x.bounds.lowerBound - y.bounds.lowerBound) == 7
  }

  /// The day of the week in a time expression, and the number that stands in it.
  private static func weekday(_ side: Side, _ time: TimeExpression) -> (day: Int, hasDate: Bool, date: UInt64)? {
    let words = side.report.words
    let range = words.range(time.span)
    guard let day = range.lazy.compactMap(words.weekday).first else { return nil }
    let number = range.first { words[$0].kind == .number }
    return (day, number != nil, number.map { words[$0].key } ?? 0)
  }

  /// The times of a side whose days are known.
  static func resolved(_ side: Side) -> [DatedTime] {
    if side.times.isEmpty { return [] }
    let frames = side.facts.compactMap { $0.verb.map { side.report.words.range($0.span).upperBound } }
    return side.times.compactMap { time in
      // "denied on Saturday that the ferry": the day of the statement is not that of the event.
      let start = side.report.words.range(time.span).lowerBound
      if frames.contains(where: { (0...1).contains(start - $0) }) { return nil }
      return DatedTime(time, side)
    }
  }

  /// The two times that are nearest to each other, so that a second date of one side is not held against the first; the days of
  /// the second one are counted in the round that comes nearest.
  private static func nearest(_ pair: Pair) -> (a: DatedTime, b: DatedTime)? {
    if pair.a.times.isEmpty || pair.b.times.isEmpty { return nil }
    return nearest(pair.a.resolved, pair.b.resolved)
  }

  private static func nearest(
    _ a: [DatedTime], _ b: [DatedTime], where fits: (DatedTime, DatedTime) -> Bool = { _, _ in true }
  ) -> (a: DatedTime, b: DatedTime)? {
    var best: (a: DatedTime, b: DatedTime)?
    var least = Int.max
    for x in a {
      for y in b {
        guard let bounds = x.nearest(y) else { continue }
        let distance = x.bounds.gap(to: bounds) * 1000 + x.bounds.distance(to: bounds)
        guard distance < least, fits(x, y) else { continue }
        var other = y
        if bounds != y.bounds { other.bounds = bounds }
        (best, least) = ((x, other), distance)
      }
    }
    return best
  }

  /// The bounds of the times of a side, widest first; "early May" is no time through which something was counted.
  static func periods(_ side: Side) -> [ClosedRange<Day>] {
    let words = side.report.words
    return side.resolved.lazy.filter { time in
      time.frame != .anyWeek
        && (time.bounds.count > 11
          || !words.range(time.time.span).contains { words.timeWord(at: $0)?.kind == .edge })
    }.map(\.bounds).sorted {
      $0.upperBound - $0.lowerBound > $1.upperBound - $1.lowerBound
    }
  }
}
