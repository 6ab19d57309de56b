import Khabar

/// A date under the wrong day of the week.
enum WeekdayMismatch {
  static let check = Check(
    "weekday-mismatch", .warning, "{} was another day of the week than the text says.",
    arabic: "يوافق {} يوما من الأسبوع غير المذكور.", remedy: "Correct the date or the day.",
    good: [
      .init("موعد القمة\n\nتعقد القمة يوم الاثنين 8 أيار 2023 وفق البيان الذي نشرته الوزارة."),
      .init("Summit date\n\nThe summit opens on Monday, 8 May 2023, and ends on Wednesday, the ministry said."),
    ],
    bad: [
      .init("موعد القمة\n\nتعقد القمة يوم الأربعاء 8 أيار 2023 وفق البيان الذي نشرته الوزارة."),
      .init("Summit date\n\nThe summit opens on Friday, 8 May 2023, the ministry said in a statement."),
    ])

  static func hits(_ report: Report) -> [Hit] {
    report.times.compactMap { time in
      guard let edtf = time.edtf, let bounds = EDTF.bounds(edtf), bounds.first == bounds.last,
        let weekday = weekday(report, time.span), weekday != Gregorian.weekday(bounds.first),
        isStated(report, time, bounds.first, weekday)
      else { return nil }
      return Hit(check, [String(edtf.prefix { $0 != "T" })], in: report, time.span)
    }
  }

  /// The one day of the week in a span that has a day of a month too.
  private static func weekday(_ report: Report, _ span: Span) -> Int? {
    let words = report.words
    let range = words.range(span)
    let weekdays = range.compactMap(words.weekday)
    guard weekdays.count == 1, range.contains(where: { words[$0].kind == .number }),
      range.contains(where: { words.month(at: $0).map { $0.month <= 12 } ?? false })
    else { return nil }
    return weekdays[0]
  }

  /// Whether the year of the date is written, or no year near publication gives the day of the week.
  private static func isStated(_ report: Report, _ time: TimeExpression, _ day: Day, _ weekday: Int) -> Bool {
    let words = report.words
    let hasYear = words.range(time.span).contains { words.integer($0).map { (1900...2100).contains($0) } ?? false }
    if hasYear { return true }
    let (year, month, number) = Gregorian.parts(day)
    return (year - 1...year + 1).allSatisfy { year in
      Gregorian.day(year, month, number).map { Gregorian.weekday($0) != weekday } ?? true
    }
  }
}
