import Khabar

/// Something that is told as past and lies after the day of publication.
enum DateAfterPublication {
  static let check = Check(
    "date-after-publication", .warning, "{} is later than the publication of the article ({}).",
    arabic: "{} بعد تاريخ نشر المقال ({}).", remedy: "Correct the date or the metadata.",
    good: [
      .init(
        (
          "page.html",
          page("2023-05-08", "مسقط - 8 أيار 2023", "تعقد القمة في 12 أيار 2023 وفق البيان الذي نشرته الوزارة في مسقط.")
        ))
    ],
    bad: [
      .init(
        (
          "page.html",
          page(
            "2023-05-08", "", "قتل 12 شخصا في انهيار مبنى بمدينة صحار يوم 25 أيار 2023 وفق البيان الذي نشرته الوزارة.")
        ))
    ])

  private static func page(_ published: String, _ dateline: String, _ text: String) -> String {
    """
    <html><head><title>بيان الوزارة</title>
    <meta property="article:published_time" content="\(published)T10:00:00Z"></head>
    <body><article><h1>بيان الوزارة في مسقط</h1><p>\(dateline)</p><p>\(text)</p></article></body></html>
    """
  }

  /// What is counted only after it has happened.
  private static let outcomes: Set<String> = ["{killed}", "{injured}", "{arrested}", "{missing}"]

  static func hits(_ report: Report) -> [Hit] {
    guard let published = report.published, let last = EDTF.bounds(published)?.last else { return [] }
    return report.times.compactMap { time in
      guard let first = time.edtf.flatMap(EDTF.bounds)?.first, first > last + 1, isPast(report, time) else {
        return nil
      }
      return Hit(check, [report.text(time.span), published], in: report, time.span)
    }
  }

  /// Whether the time is that of the article's own head, or of victims that are counted.
  private static func isPast(_ report: Report, _ time: TimeExpression) -> Bool {
    let hasYear = report.words.range(time.span).contains {
      report.words.integer($0).map { (1900...2100).contains($0) } ?? false
    }
    guard hasYear, let block = report.blocks.first(where: { $0.span.contains(time.span) }) else { return false }
    if block.kind == .byline || block.kind == .dateline { return true }
    guard
      let fact = report.facts.first(where: { $0.span.contains(time.span) }), fact.certainty == .asserted,
      fact.polarity == .affirmed
    else { return false }
    return report.quantities.contains { fact.span.contains($0.span) && outcomes.contains($0.unit ?? "") }
  }
}
