/// Times of one thing that differ: contained ones are compatible, disjoint ones conflict.
enum DateRule {
  static func differences(_ pair: Pair) -> [Difference] {
    let (a, b) = (resolved(pair.a), resolved(pair.b))
    guard let best = nearest(a, b) else { return [] }
    let (x, y) = (a[best.a], b[best.b])
    guard x.bounds != y.bounds else { return [] }
    let verdict: Difference.Verdict = overlap(x.bounds, y.bounds) ? .compatible : .conflict
    return [
      Difference(
        dimension: .date, verdict: verdict, a: pair.a.detail(x.time.span, value: x.time.edtf),
        b: pair.b.detail(y.time.span, value: y.time.edtf),
        rule: verdict == .compatible ? "date.contained" : "date.disjoint",
        reason: verdict == .compatible
          ? "One side is more exact about the time, and both can be true." : "The two times exclude each other.")
    ]
  }

  /// Whether both sides name a time and no time of one can be a time of the other.
  static func haveOtherTimes(_ pair: Pair) -> Bool {
    let (a, b) = (resolved(pair.a), resolved(pair.b))
    return !a.isEmpty && !b.isEmpty && nearest(a, b).map { !overlap(a[$0.a].bounds, b[$0.b].bounds) } ?? false
  }

  private typealias Resolved = (time: TimeExpression, bounds: ClosedRange<Day>)

  private static func resolved(_ side: Side) -> [Resolved] {
    side.times.compactMap { time in
      let known = time.edtf ?? inAnyYear(time, side.report)
      guard let edtf = known, let bounds = EDTF.bounds(edtf), bounds.first <= bounds.last else { return nil }
      return (time, bounds.first...bounds.last)
    }
  }

  /// A month or day without a year, read as if both articles were of one (leap) year, so that they can be compared.
  private static func inAnyYear(_ time: TimeExpression, _ report: Report) -> String? {
    let range = report.words.range(time.span)
    guard range.contains(where: { report.words.has(.months, at: $0) }) else { return nil }
    return TimeExtractor.times(in: report.words, range, published: "2000-12-31").first?.edtf
  }

  private static func overlap(_ a: ClosedRange<Day>, _ b: ClosedRange<Day>) -> Bool { a.overlaps(b) }

  /// The two times that are nearest to each other, so that a second date of one side is not held against the first.
  private static func nearest(_ a: [Resolved], _ b: [Resolved]) -> (a: Int, b: Int)? {
    var best: (a: Int, b: Int)?
    var least = Int.max
    for i in a.indices {
      for j in b.indices {
        let (x, y) = (a[i].bounds, b[j].bounds)
        let gap = max(0, max(x.lowerBound - y.upperBound, y.lowerBound - x.upperBound))
        let distance = gap * 1000 + abs(x.lowerBound - y.lowerBound) + abs(x.upperBound - y.upperBound)
        if distance < least { (best, least) = ((i, j), distance) }
      }
    }
    return best
  }
}
