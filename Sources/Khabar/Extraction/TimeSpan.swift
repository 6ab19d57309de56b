/// A resolved date or period with the precision the text gives it.
struct TimeSpan {
  /// How precise it is.
  enum Grain: Equatable {
    case day, month, year, interval
    /// 21 (spring) to 24 (winter).
    case season(Int)
  }

  var first: Day
  var last: Day
  var grain: Grain
  /// Whether it is only about there ("قبل أسبوع").
  var isApproximate = false
  /// Whether the publication date was needed.
  var needsToday = false

  init(day: Day) {
    first = day
    last = day
    grain = .day
  }

  init?(year: Int, month: Int) {
    guard let day = Gregorian.day(year, month, 1) else { return nil }
    first = day
    last = day + Gregorian.length(year, month) - 1
    grain = .month
  }

  init?(year: Int) {
    guard let first = Gregorian.day(year, 1, 1), let last = Gregorian.day(year, 12, 31) else { return nil }
    self.first = first
    self.last = last
    grain = .year
  }

  init?(_ first: Day, _ last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
    grain = .interval
  }

  /// Months of one year, both included.
  init?(year: Int, months: ClosedRange<Int>) {
    guard let from = TimeSpan(year: year, month: months.lowerBound),
      let to = TimeSpan(year: year, month: months.upperBound)
    else { return nil }
    self.init(from.first, to.last)
  }

  init?(year: Int, season: Int) {
    guard let bounds = EDTF.bounds(EDTF.padded(year, 4) + "-" + String(season)) else { return nil }
    first = bounds.first
    last = bounds.last
    grain = .season(season)
  }

  /// The same with the publication date as anchor.
  var anchored: TimeSpan {
    var result = self
    result.needsToday = true
    return result
  }

  var approximate: TimeSpan {
    var result = self
    result.isApproximate = true
    return result
  }

  /// Whether it is a month, also a Hijri one.
  var isMonth: Bool { grain == .month || grain == .interval && (28...29).contains(last - first) }

  /// The first day (0), beginning (1), middle (2) or end (3) of the period.
  func edge(_ part: Int) -> TimeSpan? {
    guard var found = part == 0 ? isMonth ? TimeSpan(day: first) : nil : third(part) else { return nil }
    found.needsToday = needsToday
    return found
  }

  private func third(_ part: Int) -> TimeSpan? {
    if isMonth {
      return part == 1
        ? TimeSpan(first, first + 9) : part == 2 ? TimeSpan(first + 10, first + 19) : TimeSpan(first + 20, last)
    }
    let (year, month, _) = Gregorian.parts(first)
    switch grain {
    case .year: return TimeSpan(year: year, months: part == 1 ? 1...3 : part == 2 ? 5...8 : 10...12)
    case .interval where last - first == 6:
      // A week: it begins on Saturday, Sunday or Monday, as the country has it.
      return part == 1
        ? TimeSpan(first - 2, first + 1) : part == 2 ? TimeSpan(first + 1, first + 3) : TimeSpan(first + 5, last)
    case .interval where (3000...40_000).contains(last - first):
      let third = (last - first) / 3
      return TimeSpan(first + third * (part - 1), part == 3 ? last : first + third * part)
    case .season:
      let chosen = Gregorian.month(year, month, plus: part - 1)
      return TimeSpan(year: chosen.year, month: chosen.month)
    case .day, .month, .interval: return nil
    }
  }

  /// The value in EDTF.
  var edtf: String {
    let (year, month, _) = Gregorian.parts(first)
    let mark = isApproximate ? "~" : ""
    switch grain {
    case .day: return EDTF.text(first) + mark
    case .month: return EDTF.padded(year, 4) + "-" + EDTF.padded(month, 2) + mark
    case .year: return EDTF.padded(year, 4) + mark
    case .season(let code):
      let named = code == 24 ? year + 1 : year
      return EDTF.padded(named, 4) + "-" + String(code) + mark
    case .interval: return EDTF.text(first) + mark + "/" + EDTF.text(last) + mark
    }
  }
}
