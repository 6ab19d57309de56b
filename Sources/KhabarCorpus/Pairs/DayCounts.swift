/// How many articles were published within some days of a day.
struct DayCounts {
  private let sorted: [Int32]
  private let total: Int
  private let window: Int

  init(_ days: [Int32], window: Int) {
    sorted = days.filter { $0 != SketchStore.undated }.sorted()
    total = days.count
    self.window = window
  }

  /// Articles to choose from for a pair: those within the window of its later day, or all if a day is not known.
  func count(_ x: Int32, _ y: Int32) -> Int {
    guard x != SketchStore.undated, y != SketchStore.undated else { return total }
    let day = Int(max(x, y))
    return first { $0 > day + window } - first { $0 >= day - window }
  }

  private func first(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(Int(sorted[middle])) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
