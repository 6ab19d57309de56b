/// Times of one thing that differ: contained ones are compatible, disjoint ones conflict.
enum DateRules {
  static let disjoint = DifferenceRule(
    "date.disjoint", .conflict, "The two times exclude each other.", arabic: "الوقتان لا يجتمعان.",
    good: [
      .init("وصل الوفد إلى مسقط في 8 أيار 2023.", "وصل الوفد إلى مسقط في 12 أيار 2023."),
      .init("The talks open on 4 March 2024.", "The talks open on 9 March 2024."),
    ],
    bad: [.init("وصل الوفد إلى مسقط في 8 أيار 2023.", "وصل الوفد إلى مسقط مطلع أيار 2023.")])

  static let contained = DifferenceRule(
    "date.contained", .compatible, "One side is more exact about the time, and both can be true.",
    arabic: "أحد الطرفين أدق في تحديد الوقت، ويصح القولان معا.",
    good: [
      .init("وصل الوفد إلى مسقط في 8 أيار 2023.", "وصل الوفد إلى مسقط مطلع أيار 2023."),
      .init("The talks open on 4 March 2024.", "The talks open in March 2024."),
    ])

  static let weekday = DifferenceRule(
    "date.weekday", .conflict, "One date stands under two days of the week.",
    arabic: "التاريخ نفسه مذكور بيومين مختلفين من الأسبوع.",
    good: [.init("تعقد الجلسة الأربعاء 9 أبريل 2025.", "تعقد الجلسة الثلاثاء 9 نيسان 2025.")],
    bad: [.init("تعقد الجلسة الأربعاء 9 أبريل 2025.", "تعقد الجلسة الأربعاء 9 نيسان 2025.")])

  static let asOf = DifferenceRule(
    "date.as-of", .compatible, "The sides tell how things stood at different times.",
    arabic: "يصف كل طرف الحال في وقت مختلف.",
    good: [
      .init("بلغ عدد القتلى 12 قتيلا حتى مساء 3 أيار 2024.", "ارتفع عدد القتلى إلى 19 قتيلا حتى 5 أيار 2024.")
    ])

  static let all = [disjoint, contained, weekday, asOf]

  static func differences(_ pair: Pair) -> [Difference] {
    let (a, b) = (resolved(pair.a), resolved(pair.b))
    guard let best = nearest(a, b) else { return [] }
    let (x, y) = (a[best.a], b[best.b])
    let details = (
      pair.a.detail(x.time.span, value: x.time.edtf), pair.b.detail(y.time.span, value: y.time.edtf)
    )
    if let days = weekdays(pair, x.time, y.time) { return [weekday.difference(days.a, days.b)] }
    guard x.bounds != y.bounds else { return [] }
    if ScopeRules.otherPeriod(pair) { return [] }
    let rule = x.bounds.overlaps(y.bounds) ? contained : haveOtherCounts(pair) ? asOf : disjoint
    return [rule.difference(details.0, details.1)]
  }

  /// Whether both sides name a time and no time of one can be a time of the other.
  static func haveOtherTimes(_ pair: Pair) -> Bool {
    let (a, b) = (resolved(pair.a), resolved(pair.b))
    if !a.isEmpty, !b.isEmpty { return nearest(a, b).map { !a[$0.a].bounds.overlaps(b[$0.b].bounds) } ?? false }
    // Hours and parts of a day without the day: "at noon" against "by midnight".
    return isAsOf(pair.a) && isAsOf(pair.b)
  }

  /// Whether the sides count one thing with two results, each up to its own time.
  private static func haveOtherCounts(_ pair: Pair) -> Bool {
    (isAsOf(pair.a) || isAsOf(pair.b))
      && pair.a.quantities.contains { x in
        pair.b.quantities.contains { $0.unit == x.unit && $0.value != x.value && x.unit != "{ordinal}" }
      }
  }

  /// Whether a time of a side stands behind "up to" or "by".
  private static func isAsOf(_ side: Side) -> Bool {
    let words = side.report.words
    return side.times.contains { time in
      let start = words.range(time.span).lowerBound
      return (max(0, start - 2)...start).contains {
        words.match(.quantifiers, at: $0)?.value.first == Quantifier.until
      }
    }
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

  /// The day of the week in a time expression, and the number that stands in it.
  private static func weekday(_ side: Side, _ time: TimeExpression) -> (day: Int, hasDate: Bool, date: UInt64)? {
    let words = side.report.words
    let range = words.range(time.span)
    guard let day = range.lazy.compactMap(words.weekday).first else { return nil }
    let number = range.first { words[$0].kind == .number }
    return (day, number != nil, number.map { words[$0].key } ?? 0)
  }

  private typealias Resolved = (time: TimeExpression, bounds: ClosedRange<Day>)

  private static func resolved(_ side: Side) -> [Resolved] {
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
    return TimeExtractor.times(in: report.words, range, published: "2000-12-31").first?.edtf
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
    resolved(side).map(\.bounds).sorted { $0.upperBound - $0.lowerBound > $1.upperBound - $1.lowerBound }
  }
}
