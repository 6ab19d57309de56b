/// What each of some facts of one report counts or measures, and the days that it names.
struct FactValues {
  /// A figure with the unit that it measures, or the kind that it counts.
  struct Figure {
    let unit: String?
    let value: Double
    /// Whether the unit is one of measure or money, not a counted noun.
    let isMeasured: Bool

    init(unit: String?, value: Double) {
      (self.unit, self.value) = (unit, value)
      isMeasured = unit.map { $0.utf8.first != UInt8(ascii: "{") } ?? false
    }
  }

  /// The figures of each fact.
  let figures: [[Figure]]
  /// The single days that each fact names.
  let days: [[Day]]

  init(_ report: Report, _ facts: [Fact]) {
    // Most facts have none, and copying a quantity costs more than asking where it stands.
    let quantities = report.quantities.indices.compactMap { Self.figure(report.quantities[$0]) }
    let times = report.times.indices.compactMap { index in
      report.times[index].edtf.flatMap(EDTF.bounds).flatMap { bounds in
        bounds.first == bounds.last ? (span: report.times[index].span, day: bounds.first) : nil
      }
    }
    let spans = facts.indices.map { facts[$0].span }
    figures = spans.map { span in quantities.lazy.filter { span.contains($0.span) }.map(\.figure) }
    days = spans.map { span in times.lazy.filter { span.contains($0.span) }.map(\.day) }
  }

  private static func figure(_ quantity: Quantity) -> (span: Span, figure: Figure)? {
    guard let value = (quantity.value ?? quantity.low ?? quantity.high).flatMap({ Decimal($0) })?.approximate, value > 0
    else { return nil }
    guard let unit = quantity.unit, let minutes = Deadlines.minutes[unit] else {
      return (quantity.span, Figure(unit: quantity.unit, value: value))
    }
    // "72 hours" and "three days" are one length.
    return (quantity.span, Figure(unit: "min", value: value * Double(minutes)))
  }

  /// How near two figures of two facts come to each other that measure or count one thing and are not equal: the smaller as a
  /// part of the larger, from a half on; else 0.
  static func nearness(_ a: [Figure], _ b: [Figure]) -> Float {
    var best = 0.0
    for x in a {
      for y in b where x.mayCount(y) {
        let nearness = min(x.value, y.value) / max(x.value, y.value)
        if nearness >= 0.5, nearness < 0.999 { best = max(best, nearness) }
      }
    }
    return Float(best)
  }
}

extension FactValues.Figure {
  /// Whether another figure may be of the same thing: in one unit of measure, or both counts, of one noun if both name it.
  fileprivate func mayCount(_ other: Self) -> Bool {
    if isMeasured || other.isMeasured { return unit == other.unit }
    return unit == nil || other.unit == nil || unit == other.unit
  }
}
