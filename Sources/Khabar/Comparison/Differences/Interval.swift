/// What a quantity can mean, open ends as nil.
struct Interval: Sendable {
  let low: Decimal?
  let high: Decimal?

  init?(_ quantity: Quantity) {
    // A third stands beside 30 percent.
    let scale = Decimal(quantity.unit == "1" ? 100 : 1)
    low = quantity.low.flatMap { Decimal($0) }.flatMap { $0.times(scale) }
    high = quantity.high.flatMap { Decimal($0) }.flatMap { $0.times(scale) }
    if low == nil, high == nil { return nil }
  }

  func overlaps(_ other: Interval) -> Bool {
    if let high, let low = other.low, high < low { return false }
    if let low, let high = other.high, high < low { return false }
    return true
  }
}
