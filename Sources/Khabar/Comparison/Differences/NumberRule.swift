/// Figures of one thing that differ: disjoint intervals conflict, overlapping ones are compatible.
enum NumberRule {
  static func differences(_ pair: Pair) -> [Difference] {
    var open = pair.b.quantities.filter(Self.counts)
    var rest: [Quantity] = []
    for a in pair.a.quantities.filter(Self.counts) {
      // Equal figures explain each other; only what is left can differ.
      if let same = open.firstIndex(where: { isEqual(a, $0) && kinship(pair, a, $0) > 0 }) {
        open.remove(at: same)
      } else {
        rest.append(a)
      }
    }
    var result: [Difference] = []
    for a in rest {
      let ranked = open.indices.map { ($0, kinship(pair, a, open[$0])) }.filter { $0.1 > 0 }
      guard let best = ranked.max(by: { $0.1 < $1.1 }), let found = difference(pair, a, open[best.0]) else { continue }
      open.remove(at: best.0)
      result.append(found)
    }
    return result
  }

  /// Ordinals name, they do not count.
  private static func counts(_ quantity: Quantity) -> Bool { quantity.unit != "{ordinal}" && Interval(quantity) != nil }

  private static func isEqual(_ a: Quantity, _ b: Quantity) -> Bool {
    a.low == b.low && a.high == b.high && a.isApproximate == b.isApproximate
  }

  /// How surely two figures count one thing: 0 when their units exclude each other.
  private static func kinship(_ pair: Pair, _ a: Quantity, _ b: Quantity) -> Float {
    if let x = a.unit, let y = b.unit, x == y { return 2 }
    let isMeasure = [a.unit, b.unit].contains { $0.map { !$0.hasPrefix("{") } ?? false }
    if isMeasure, a.unit != nil, b.unit != nil { return 0 }
    let likeness = pair.likeness(a.span, b.span)
    if a.unit == nil || b.unit == nil { return 0.5 + likeness }
    return likeness >= 0.55 || [a.unit, b.unit].contains("{person}") ? likeness : 0
  }

  private static func difference(_ pair: Pair, _ a: Quantity, _ b: Quantity) -> Difference? {
    guard let x = Interval(a), let y = Interval(b) else { return nil }
    let later = DateRule.haveOtherTimes(pair)
    let (verdict, rule, reason): (Difference.Verdict, String, String) =
      if x.overlaps(y) {
        (.compatible, "number.interval-overlap", "One figure is rounder or vaguer and contains the other.")
      } else if later {
        (.compatible, "number.later-count", "The figures were counted at different times.")
      } else {
        (.conflict, "number.disjoint", "The figures for one thing exclude each other.")
      }
    return Difference(
      dimension: .number, verdict: verdict, a: pair.a.detail(a.span, value: a.value),
      b: pair.b.detail(b.span, value: b.value), rule: rule, reason: reason)
  }
}

/// What a quantity can mean, open ends as nil.
struct Interval: Sendable {
  let low: Decimal?
  let high: Decimal?

  init?(_ quantity: Quantity) {
    low = quantity.low.flatMap { Decimal($0) }
    high = quantity.high.flatMap { Decimal($0) }
    if low == nil, high == nil { return nil }
  }

  func overlaps(_ other: Interval) -> Bool {
    if let high, let low = other.low, high < low { return false }
    if let low, let high = other.high, high < low { return false }
    return true
  }
}
