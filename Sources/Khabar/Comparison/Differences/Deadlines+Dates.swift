/// A length of time on one side against a date on the other: "خلال شهر" and "قبل نهاية السنة", "for two years" and "since 2023".
extension Deadlines {
  static let dated = DifferenceRule(
    "date.length", .compatible, "One side tells a length of time, the other a date, and both can be true.",
    arabic: "يذكر أحد الطرفين مدة والآخر تاريخا، ويصح القولان معا.",
    good: [
      .init("تنهي اللجنة عملها خلال شهر.", "تنهي اللجنة عملها قبل نهاية أيار.", published: "2025-05-04"),
      .init("The panel will report within 30 days.", "The panel will report in early June.", published: "2025-05-08"),
      .init("The ferry sank twice in two years.", "The ferry sank twice since 2023.", published: "2025-05-04"),
    ],
    bad: [
      .init("The panel will report within 10 days.", "The panel will report in November.", published: "2025-05-08")
    ])

  /// The only length of one side, counted from the day of publication, against the only time of the other.
  static func againstDate(_ pair: Pair) -> Difference? { pair.eitherWay(lengthAgainstDate) }

  private static func lengthAgainstDate(_ pair: Pair) -> Difference? {
    guard let today = pair.a.compared.published, let length = only(pair.a), pair.b.deadlines.isEmpty,
      pair.b.resolved.count == 1, let time = pair.b.resolved.first, time.frame == .calendar,
      // "بعد أسبوع من الحريق" is counted from something else.
      !pair.a.resolved.contains(where: { $0.frame == .calendar && $0.bounds.overlaps(time.reach) })
    else { return nil }
    let days = length.minutes / 1440
    let isAhead = time.bounds.upperBound >= today.first
    let own =
      isAhead
      ? (length.isLasting ? today.first + days * 3 / 4 : today.first)...(today.last + days * 5 / 4 + 1)
      : (today.first - days * 5 / 4 - 1)...(today.last - days * 3 / 4)
    // "Within ten days" tells nothing of tomorrow.
    guard !isAhead || length.isLasting || time.reach.upperBound >= today.first + days / 3 else { return nil }
    let details = (pair.a.detail(length.span), pair.b.detail(time.time.span, value: time.time.edtf))
    if own.overlaps(time.reach) { return dated.difference(details.0, details.1) }
    // How long ago something was is told loosely.
    return isAhead && pair.haveOneNeighbour(length.span, time.time.span) ? other.difference(details.0, details.1) : nil
  }

  /// The only length of days or more that a side tells, and whether something lasts so long.
  private static func only(_ side: Side) -> (span: Span, minutes: Int, isLasting: Bool)? {
    if side.deadlines.count == 1, let length = side.deadlines.first, length.minutes >= 1440 {
      return (length.span, length.minutes, false)
    }
    guard side.lengths.count == 1, let length = side.lengths.first, length.minutes >= 1440 else { return nil }
    return isLasting(length, side) ? (length.span, length.minutes, true) : nil
  }
}
