import Khabar

/// A figure of the headline that the body contradicts and has nowhere.
enum HeadlineNumber {
  static let check = Check(
    "headline-number", .warning, "The headline says {} and the text {}.", arabic: "يقول العنوان {} ويقول النص {}.",
    remedy: "Correct the one or the other.",
    good: [
      .init(
        """
        مقتل 12 شخصا في انهيار مبنى بمدينة صحار

        قتل 12 شخصا وأصيب 30 آخرون في انهيار مبنى سكني بمدينة صحار، وفق ما أعلنت الوزارة في بيان.
        """)
    ],
    bad: [
      .init(
        """
        مقتل 12 شخصا في انهيار مبنى بمدينة صحار

        قتل 19 شخصا وأصيب 30 آخرون في انهيار مبنى سكني بمدينة صحار، وفق ما أعلنت الوزارة في بيان.
        """),
      .init(
        """
        Strike closes 40 schools in the capital

        The strike closed 70 schools in the capital on Monday. Teachers ask for higher pay.
        """),
    ])

  /// What one event has one count of, however its clause is worded.
  private static let victims: Set<String> = ["{killed}", "{injured}", "{arrested}", "{missing}"]

  static func hits(_ report: Report) -> [Hit] {
    guard let headline = report.blocks.first(where: { $0.kind == .headline }) else { return [] }
    let headlines = report.blocks.filter { $0.kind == .headline }
    let body = report.quantities.filter { quantity in !headlines.contains { $0.span.overlaps(quantity.span) } }
    let suspects = report.quantities.filter { headline.span.contains($0.span) && isMissing($0, in: body) }
    return suspects.compactMap { hit($0, body, report) }
  }

  /// Whether the body counts the same thing otherwise and has the figure nowhere, not even as a sum of two.
  private static func isMissing(_ quantity: Quantity, in body: [Quantity]) -> Bool {
    guard isExact(quantity), let value = quantity.value.flatMap(Int.init) else { return false }
    let others = body.filter { isExact($0) && $0.unit == quantity.unit }.compactMap { $0.value.flatMap(Int.init) }
    guard !others.isEmpty, others.count < 100 else { return false }
    let isThere = body.contains { other in
      guard let low = (other.low ?? other.value).flatMap(Int.init) ?? (other.high == nil ? nil : 0) else { return true }
      return low <= value && value <= ((other.high ?? other.value).flatMap(Int.init) ?? .max)
    }
    return !isThere && !others.enumerated().contains { index, x in others[(index + 1)...].contains { $0 == value - x } }
  }

  private static func isExact(_ quantity: Quantity) -> Bool {
    guard let unit = quantity.unit, unit != "{ordinal}", !quantity.isApproximate, let value = quantity.value else {
      return false
    }
    return (quantity.low ?? value) == value && (quantity.high ?? value) == value
  }

  /// A contradiction by the rules of comparison between the headline and a fact of the body that counts the same.
  private static func hit(_ suspect: Quantity, _ body: [Quantity], _ report: Report) -> Hit? {
    guard let fact = report.facts.first(where: { $0.span.overlaps(suspect.span) }),
      let repeated = fact.repeats.flatMap({ id in report.facts.first { $0.id == id } })
    else { return nil }
    for other in report.facts where other.block == repeated.block {
      let figures = body.filter { other.span.contains($0.span) && $0.unit == suspect.unit && isExact($0) }
      guard let figure = figures.first, figures.count == 1,
        victims.contains(suspect.unit ?? "") || contradict(report.text(fact.span), report.text(other.span))
      else { continue }
      return Hit(check, [report.text(suspect.span), report.text(figure.span)], in: report, suspect.span)
    }
    return nil
  }

  private static func contradict(_ a: String, _ b: String) -> Bool {
    func statement(_ text: String) -> Report { Report(of: Article(plainText: Array(text.utf8), name: "")) }
    return StatementRelation(of: statement(a), and: statement(b)).differences.contains {
      $0.dimension == .number && $0.verdict == .conflict
    }
  }
}
