/// Figures of two areas of which one lies in the other: "في مدينة طرطوس", "في المحافظة كلها".
extension ScopeRules {
  static let area = DifferenceRule(
    "scope.area", .compatible, "The figures cover different areas, one of them within the other.",
    arabic: "يغطي الرقمان منطقتين إحداهما ضمن الأخرى.",
    good: [
      .init("اقتلعت الرياح 40 شجرة في مدينة صور.", "اقتلعت الرياح 190 شجرة في محافظة الجنوب كلها."),
      .init("سجلت 300 إصابة في البصرة وحدها.", "سجلت 1200 إصابة في عموم العراق."),
      .init("سجلت 300 إصابة في البصرة وحدها.", "سجلت 1200 إصابة في العراق."),
      .init("The virus killed 12 people in Lisbon.", "The virus killed 61 people across Portugal."),
    ],
    bad: [
      .init("اقتلعت الرياح 40 شجرة في مدينة صور.", "اقتلعت الرياح 190 شجرة في مدينة صور."),
      .init("سجلت 300 إصابة في البصرة.", "سجلت 1200 إصابة في العراق."),
    ])

  /// The figures of two areas of which one lies in the other, the smaller one in the smaller area.
  static func areas(_ pair: Pair) -> Difference? {
    guard let (x, y) = counts(pair).first, isOtherArea(pair, x, y) else { return nil }
    return area.difference(pair.a.detail(x.span, value: x.value), pair.b.detail(y.span, value: y.value))
  }

  /// Whether a figure may count in a part of the area that another one is of.
  static func isOtherArea(_ pair: Pair, _ x: Quantity, _ y: Quantity) -> Bool {
    guard let a = Interval(x), let b = Interval(y) else { return false }
    return a.isBelow(b) && isPart(pair.a, of: pair.b) || b.isBelow(a) && isPart(pair.b, of: pair.a)
  }

  /// Whether a side tells of a part of the area that the other one says it tells of all of, or says of a place that it is that
  /// place alone. A town on one side and its country on the other are mostly one place.
  private static func isPart(_ part: Side, of whole: Side) -> Bool {
    let (inner, isLimited) = (located(part), hasWord(part, Quantifier.some))
    if isOfAll(whole) { return !isOfAll(part) && (isLimited || isOfTown(part) || !inner.isEmpty) }
    return isLimited && inner.contains { x in located(whole).contains { PlaceRules.lies(x, in: $0) } }
  }

  /// The places of a side that tell where something was.
  private static func located(_ side: Side) -> [Mention] {
    side.places.filter { PlaceRules.isLocated(side.report.words, $0.span) }
  }

  /// Whether a side tells of the whole of an area: "في عموم العراق", "في المحافظة كلها", "across the county".
  private static func isOfAll(_ side: Side) -> Bool {
    let words = side.report.words
    let areas = side.places.map { words.range($0.span) }
    return side.quantifiers.contains { token in
      switch words.aside(.quantifiers, at: token)?.value.first {
      case Quantifier.throughout: true
      case Quantifier.all:
        (token - 2...token + 2).contains { at in
          side.hull.contains(at) && (PlaceRules.isRegion(words, at) || areas.contains { $0.contains(at) })
        }
      default: false
      }
    }
  }

  private static func hasWord(_ side: Side, _ letter: UInt8) -> Bool {
    side.quantifiers.contains { side.report.words.aside(.quantifiers, at: $0)?.value.first == letter }
  }

  /// Whether a side names a town by its kind: "في مدينة طرطوس".
  private static func isOfTown(_ side: Side) -> Bool {
    let words = side.report.words
    return side.hull.contains { towns.contains(words[$0].core) && PlaceRules.isBehindPreposition(words, $0) }
  }

  private static let towns = Set(
    ["مدينه", "بلده", "قريه", "حي", "town", "city", "village", "district", "suburb"].map { Key.of($0.utf8) })
}
