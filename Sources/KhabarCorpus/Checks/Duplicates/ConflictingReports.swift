public import Khabar

/// Two articles of one event that contradict each other.
public enum ConflictingReports {
  private static let a = """
    مقتل 12 شخصا في انهيار مبنى بمدينة صحار العمانية
    مسقط - 8 أيار 2023

    قتل 12 شخصا في انهيار مبنى سكني بمدينة صحار العمانية، وفق ما أعلنت هيئة الدفاع المدني والإسعاف.

    وقال المتحدث باسم الهيئة سالم الحارثي إن فرق الإنقاذ تواصل البحث عن مفقودين تحت الأنقاض.
    """
  private static let b = """
    انهيار مبنى في صحار
    مسقط - 8 أيار 2023

    قتل 19 شخصا في انهيار مبنى سكني بمدينة صحار العمانية، بحسب هيئة الدفاع المدني والإسعاف.

    وأكد المتحدث باسم الهيئة سالم الحارثي أن فرق الإنقاذ تبحث عن مفقودين تحت الأنقاض.
    """

  static let check = Check(
    "conflicting-reports", .error, "Two reports of one event contradict each other: {} against {} [{}].",
    arabic: "تقريران عن حدث واحد يتعارضان: {} مقابل {} [{}].",
    remedy: "Check both articles; `khabar compare` shows the facts. The rule says why they exclude each other.",
    good: [.init(("a.txt", a), ("b.txt", b.replacing("19", with: "12")))],
    bad: [.init(("a.txt", a), ("b.txt", b))])

  /// A contradiction and its place in each article.
  public struct Contradiction: Sendable, Hashable {
    /// What is said of it; its spot is that of the first article.
    public var hit: Hit
    /// The stretch of the second article.
    public var other: Spot

    /// Makes a contradiction of values that were read back.
    init(hit: Hit, other: Spot) {
      self.hit = hit
      self.other = other
    }
  }

  /// How sure the alignment of two facts must be, 0 to 1000: below that the facts may be of two things.
  private static let least = 500

  /// Whether a conflict stays one wherever it stands: two days, two places of one country. A period against a day, or a country
  /// against another, are as often two moments or two actors of one story.
  private static func isCertain(_ difference: Difference) -> Bool {
    let (a, b) = (Array((difference.a.value ?? "").utf8), Array((difference.b.value ?? "").utf8))
    switch difference.dimension {
    case .date: return a.count >= 10 && b.count >= 10 && !(a + b).contains(0x2F)
    case .place: return a.count > 2 && b.count > 2 && a.prefix(3) == b.prefix(3)
    default: return true
    }
  }

  /// The contradictions of two articles, certain and uncertain ones; none if they tell of two events.
  public static func contradictions(_ a: Article, _ b: Article) -> [Contradiction] {
    let (x, y) = (ReadArticle(a), ReadArticle(b))
    let comparison = Comparison(of: x.report, and: y.report)
    guard comparison.sameEvent.verdict != .different else { return [] }
    let isSame = comparison.sameEvent.verdict == .same
    // Of two that are about one thing the certain one is told.
    var found: [String: Contradiction] = [:]
    var order: [String] = []
    for match in comparison.conflicting {
      for difference in match.differences where difference.verdict == .conflict {
        var next = contradiction(difference, x, y)
        next.hit.isUncertain = !isSame || match.score < least || !isCertain(difference)
        let known = found[next.hit.content]
        if known == nil { order.append(next.hit.content) }
        if known?.hit.isUncertain ?? true { found[next.hit.content] = next }
      }
    }
    return order.compactMap { found[$0] }
  }

  private static func contradiction(_ difference: Difference, _ x: ReadArticle, _ y: ReadArticle) -> Contradiction {
    let hit = Hit(
      check, [quoted(difference.a.text), quoted(difference.b.text), difference.rule],
      spot: x.placed(Spot(difference.a.span, in: x.report)),
      content: [difference.rule, content(difference.a, x.report), content(difference.b, y.report)]
        .joined(separator: "\u{0}"))
    return Contradiction(hit: hit, other: y.placed(Spot(difference.b.span, in: y.report)))
  }

  /// The value of a detail, which no other wording changes, else its words.
  private static func content(_ detail: Difference.Detail, _ report: Report) -> String {
    detail.value ?? report.folded(detail.span)
  }

  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return "\"\(String(String.UnicodeScalarView(scalars.prefix(80))))\(scalars.count > 80 ? " …" : "")\""
  }
}
