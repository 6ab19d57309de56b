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
      .init("By noon 12 protesters had been arrested.", "By midnight 41 protesters had been arrested."),
    ])

  static let all = [disjoint, contained, weekday, asOf, Deadlines.other]

  static func differences(_ pair: Pair) -> [Difference] {
    let found = times(pair)
    return found.isEmpty ? [Deadlines.difference(pair)].compactMap { $0 } : found
  }

  private static func times(_ pair: Pair) -> [Difference] {
    let (a, b) = (pair.a.resolved, pair.b.resolved)
    guard let best = nearest(a, b) else { return [hours(pair)].compactMap { $0 } }
    let (x, y) = (a[best.a], b[best.b])
    let details = (
      pair.a.detail(x.time.span, value: x.time.edtf), pair.b.detail(y.time.span, value: y.time.edtf)
    )
    if let days = weekdays(pair, x.time, y.time) { return [weekday.difference(days.a, days.b)] }
    if isOneWeekday(pair, x, y) { return [] }
    guard x.bounds != y.bounds else { return [hours(pair) ?? exactness(pair, x.time, y.time)].compactMap { $0 } }
    if ScopeRules.otherPeriod(pair) { return [] }
    if isOneNight(pair, x, y) { return [contained.difference(details.0, details.1)] }
    let rule = x.bounds.overlaps(y.bounds) ? contained : haveOtherCounts(pair) ? asOf : disjoint
    if rule.verdict == .conflict, !areOfOneThing(pair, x.time.span, y.time.span) { return [] }
    return [rule.difference(details.0, details.1)]
  }

  /// Whether two times are told of one thing: beside words that are partners, or each as the only one of a short statement.
  private static func areOfOneThing(_ pair: Pair, _ x: Span, _ y: Span) -> Bool {
    func isShort(_ side: Side) -> Bool { side.facts.count == 1 && side.times.count < 2 && side.hull.count <= 12 }
    return pair.haveOneNeighbour(x, y) || isShort(pair.a) && isShort(pair.b)
  }

  /// Whether both sides name a time and no time of one can be a time of the other.
  static func haveOtherTimes(_ pair: Pair) -> Bool {
    let (a, b) = (pair.a.resolved, pair.b.resolved)
    if let best = nearest(a, b), !a[best.a].bounds.overlaps(b[best.b].bounds) { return true }
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

  /// Days between the nearest times of both sides; nil where one has none.
  static func daysApart(_ pair: Pair) -> Int? {
    let (a, b) = (pair.a.resolved, pair.b.resolved)
    return nearest(a, b).map { best in
      let (x, y) = (a[best.a].bounds, b[best.b].bounds)
      return max(0, max(x.lowerBound - y.upperBound, y.lowerBound - x.upperBound))
    }
  }

  /// Whether the sides count one thing with two results, each at its own time.
  private static func haveOtherCounts(_ pair: Pair) -> Bool {
    let others = pair.b.counted
    return pair.a.counted.contains { x in
      x.grows && others.contains { $0.grows && $0.value != x.value && NumberRules.kinship(pair, x, $0) >= 0.5 }
    }
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

  /// Two times of one day of which one also tells the hour or part of the day.
  private static func exactness(_ pair: Pair, _ x: TimeExpression, _ y: TimeExpression) -> Difference? {
    guard (Hours(x, pair.a.report.words) == nil) != (Hours(y, pair.b.report.words) == nil) else { return nil }
    return contained.difference(pair.a.detail(x.span, value: x.edtf), pair.b.detail(y.span, value: y.edtf))
  }

  /// "ليل الأربعاء" and "فجر الخميس": a part of a night and one of the day that follows.
  private static func isOneNight(_ pair: Pair, _ x: Resolved, _ y: Resolved) -> Bool {
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
  private static func isOneWeekday(_ pair: Pair, _ x: Resolved, _ y: Resolved) -> Bool {
    guard let a = weekday(pair.a, x.time), let b = weekday(pair.b, y.time) else { return false }
    return a.day == b.day && !a.hasDate && !b.hasDate && abs(x.bounds.lowerBound - y.bounds.lowerBound) == 7
  }

  /// The day of the week in a time expression, and the number that stands in it.
  private static func weekday(_ side: Side, _ time: TimeExpression) -> (day: Int, hasDate: Bool, date: UInt64)? {
    let words = side.report.words
    let range = words.range(time.span)
    guard let day = range.lazy.compactMap(words.weekday).first else { return nil }
    let number = range.first { words[$0].kind == .number }
    return (day, number != nil, number.map { words[$0].key } ?? 0)
  }

  typealias Resolved = (time: TimeExpression, bounds: ClosedRange<Day>)

  static func resolved(_ side: Side) -> [Resolved] {
    side.times.compactMap { time in
      let known = time.edtf ?? inAnyYear(time, side.report)
      guard let edtf = known, let bounds = EDTF.bounds(edtf), bounds.first <= bounds.last else { return nil }
      return (time, bounds.first...bounds.last)
    }
  }

  /// A month, day or part of a year without its year, read as if both articles were of one (leap) year, so that they can
  /// be compared.
  private static func inAnyYear(_ time: TimeExpression, _ report: Report) -> String? {
    let range = report.words.range(time.span)
    let isRelative = range.contains { Self.isRelative(report.words.timeWord(at: $0)?.kind) }
    guard range.contains(where: { report.words.has(.months, at: $0) }) || !isRelative && !hasWeekday(report, range)
    else { return nil }
    let found = TimeExtractor.times(in: report.words, range, published: "2000-07-01").first?.edtf
    // "مايو المنصرم" and "مايو" are one, and neither tells which year.
    return found.map { edtf in
      edtf.contains("2000") ? edtf : edtf.split(separator: "/").map { "2000" + $0.dropFirst(4) }.joined(separator: "/")
    }
  }

  private static func hasWeekday(_ report: Report, _ range: Range<Int>) -> Bool {
    range.contains { report.words.weekday(at: $0) != nil }
  }

  private static func isRelative(_ kind: TimeWord.Kind?) -> Bool {
    switch kind {
    case .day, .past, .next, .before, .after, .ago, .later, .last, .few, .anaphor, .clock, .dayPart: true
    default: false
    }
  }

  /// The two times that are nearest to each other, so that a second date of one side is not held against the first.
  private static func nearest(_ a: [Resolved], _ b: [Resolved]) -> (a: Int, b: Int)? {
    var best: (a: Int, b: Int)?
    var least = Int.max
    for i in a.indices {
      for j in b.indices {
        let (x, y) = (a[i].bounds, b[j].bounds)
        let gap = max(0, max(x.lowerBound - y.upperBound, y.lowerBound - x.upperBound))
        let distance = gap * 1000 + abs(x.lowerBound - y.lowerBound) + abs(x.upperBound - y.upperBound)
        if distance < least { (best, least) = ((i, j), distance) }
      }
    }
    return best
  }

  /// The bounds of the times of a side, widest first.
  static func periods(_ side: Side) -> [ClosedRange<Day>] {
    side.resolved.map(\.bounds).sorted { $0.upperBound - $0.lowerBound > $1.upperBound - $1.lowerBound }
  }
}
