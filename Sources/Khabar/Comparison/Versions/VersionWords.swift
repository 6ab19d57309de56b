/// Words that only one of two versions of a fact has, where no typed difference tells of them.
struct VersionWords {
  /// An addition or omission for each run of words.
  private(set) var differences: [Difference] = []

  /// How like a word must be to count as the same.
  private static let likeness: Float = 0.55
  /// How much a run must weigh: less is a word that goes with any text.
  private static let least: Float = 60

  init(_ pair: Pair, besides known: [Difference]) {
    let old = Self.runs(pair, known.map(\.a.span))
    let new = Self.runs(pair.mirrored, known.map(\.b.span))
    if Self.isRewording(pair, old, new) { return }
    differences =
      new.map { run in
        VersionRules.added.difference(Self.place(pair.mirrored, run), pair.b.detail(tokens: run))
      }
      + old.map { run in
        VersionRules.dropped.difference(pair.a.detail(tokens: run), Self.place(pair, run))
      }
  }

  /// Where B would have a run of A: behind the partner of the word before it.
  private static func place(_ pair: Pair, _ run: Range<Int>) -> Difference.Detail {
    let (a, links) = (pair.alignment.a.all, pair.alignment.fromA)
    let before = a.indices.last { a[$0].token < run.lowerBound && links[$0].similarity >= likeness }
    let token = before.map { pair.alignment.b.all[links[$0].partner].token + 1 } ?? pair.b.hull.lowerBound
    return .nothing(before: token, in: pair.b)
  }

  /// Whether single words stand for single words in the same place and mean something like them.
  private static func isRewording(_ pair: Pair, _ old: [Range<Int>], _ new: [Range<Int>]) -> Bool {
    guard old.count == new.count, !old.isEmpty else { return old.isEmpty && new.isEmpty }
    return zip(old, new).allSatisfy { x, y in
      guard let i = pair.terms(in: x).only, let j = pair.mirrored.terms(in: y).only else { return false }
      return Alignment.similarity(pair.alignment.a.all[i], pair.alignment.b.all[j]) >= 0.3
    }
  }

  /// Runs of A's words without partner, with the light words between them.
  private static func runs(_ pair: Pair, _ known: [Span]) -> [Range<Int>] {
    let (a, words) = (pair.alignment.a.all, pair.a.report.words)
    var runs: [Range<Int>] = []
    var (start, end, weight) = (-1, -1, Float(0))
    func isOpen(_ index: Int) -> Bool {
      let span = words.span(a[index].token..<a[index].token + 1)
      return pair.alignment.fromA[index].similarity < likeness && !known.contains { $0.overlaps(span) }
    }
    func close() {
      if start >= 0, weight >= least { runs.append(start..<end + 1) }
      (start, weight) = (-1, 0)
    }
    for index in a.indices {
      let token = a[index].token
      if a[index].weight <= 20, !a[index].isNegator { continue }
      guard isOpen(index) else {
        close()
        continue
      }
      if start < 0 || !pair.a.ranges.contains(where: { $0.contains(start) && $0.contains(token) }) {
        close()
        start = token
      }
      end = token
      weight += a[index].weight
    }
    close()
    return runs
  }
}

extension Collection {
  /// The element of a collection of one.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
