/// What a quantity can mean, open ends as nil.
struct Interval: Sendable {
  let low: Decimal?
  let high: Decimal?

  init?(_ quantity: Quantity, times factor: Int = 1) {
    // A third stands beside 30 percent.
    let scale = Decimal(quantity.unit == "1" ? 100 : factor)
    low = quantity.low.flatMap { Decimal($0) }.flatMap { $0.times(scale) }
    high = quantity.high.flatMap { Decimal($0) }.flatMap { $0.times(scale) }
    if low == nil, high == nil { return nil }
  }

  /// Whether all of it lies below another one.
  func isBelow(_ other: Interval) -> Bool {
    if let high, let low = other.low { return high < low }
    return false
  }

  func overlaps(_ other: Interval) -> Bool { !isBelow(other) && !other.isBelow(self) }
}
