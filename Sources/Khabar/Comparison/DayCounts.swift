/// On how many facts of two reports each day stands: a day that only two facts name ties them.
struct DayCounts {
  private var counts: [(day: Day, facts: Int)] = []

  init(_ a: FactValues, _ b: FactValues) {
    for days in a.days + b.days {
      for (at, day) in days.enumerated() where !days[..<at].contains(day) {
        if let known = counts.firstIndex(where: { $0.day == day }) {
          counts[known].facts += 1
        } else {
          counts.append((day, 1))
        }
      }
    }
  }

  /// How rare the rarest day is that both name, 1 where no other fact names it; 0 without one.
  func rarity(_ a: [Day], _ b: [Day]) -> Float {
    var best: Float = 0
    for day in a where b.contains(day) {
      let facts = counts.first { $0.day == day }?.facts ?? 2
      best = max(best, 2 / Float(facts))
    }
    return best
  }
}
