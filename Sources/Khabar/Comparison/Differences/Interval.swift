/// What a quantity can mean, open ends as nil.
struct Interval: Sendable {
  let low: Decimal?
  let high: Decimal?

  init?(_ quantity: Quantity, times factor: Int = 1) {
    // A third stands beside 30 percent.
    let scale = quantity.unit == "1" ? 100 : factor
    func end(_ text: String?) -> Decimal? {
      guard let text, let value = Decimal(text) else { return nil }
      return scale == 1 ? value : value.times(Decimal(scale))
    }
    low = end(quantity.low)
    // Most figures are exact.
    high = quantity.low == quantity.high ? low : end(quantity.high)
    if low == nil, high == nil { return nil }
  }

  /// Whether all of it lies below another one.
  func isBelow(_ other: Interval) -> Bool {
    if let high, let low = other.low { return high < low }
    return false
  }

  func overlaps(_ other: Interval) -> Bool { !isBelow(other) && !other.isBelow(self) }
}
