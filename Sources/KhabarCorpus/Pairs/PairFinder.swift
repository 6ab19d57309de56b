internal import Khabar

/// Finds the pairs of articles that tell one event, and the copies among them, without comparing all with all.
///
/// Candidates come from `RareTermIndex`, evidence from `PairEvidence`. Memory is some hundred bytes to 1.5 KB an article,
/// whatever its length; texts are not kept.
public final class PairFinder {
  /// What is looked for.
  public struct Options: Sendable {
    /// Days that the publications of two reports of one event may lie apart; copies may lie further.
    public var window = 7
    /// Whether only copies are wanted.
    public var isCopiesOnly = false

    /// The defaults.
    public init() {}
  }

  private let store = SketchStore()
  private let options: Options

  /// In a corpus of this size all pairs are weighed, since few terms occur twice.
  private static let small = 512
  /// Words that are named as evidence.
  private static let shownWords = 5

  /// Makes a finder without articles.
  public init(_ options: Options = Options()) { self.options = options }

  /// Number of articles so far.
  public var count: Int { store.count }

  /// Adds an article.
  public func add(_ sketch: ArticleSketch) { store.add(sketch) }

  /// The publication day of an article ("2023-05-31"), if it is known.
  public func day(of article: Int) -> String? {
    let day = store.days[article]
    return day == SketchStore.undated ? nil : EDTF.text(Int(day))
  }

  /// The pairs, in the order of their articles.
  public func pairs() -> [ArticlePair] {
    let order = order()
    let weights = TermWeights(store)
    let isSmall = store.count <= Self.small
    var index = isSmall ? nil : RareTermIndex(store, weights, order: order, window: options.window)
    let evidence = PairEvidence(store, weights, options)
    var links: [Link] = []
    for (place, article) in order.enumerated() {
      let others = index?.candidates(of: place).map { order[Int($0)] } ?? order.filter { $0 != article }
      for (other, verdict) in evidence.verdicts(on: Int(article), others) {
        links.append(Link(a: min(article, other), b: max(article, other), verdict: verdict))
      }
    }
    return pairs(links)
  }

  /// What one article's evidence says of a pair.
  private struct Link {
    var a: Int32
    var b: Int32
    var verdict: PairEvidence.Verdict
  }

  /// A pair is what both articles have found, by the weaker evidence.
  private func pairs(_ links: [Link]) -> [ArticlePair] {
    let sorted = links.sorted { ($0.a, $0.b, $0.verdict.score) < ($1.a, $1.b, $1.verdict.score) }
    return zip(sorted, sorted.dropFirst()).compactMap { first, second in
      guard first.a == second.a, first.b == second.b else { return nil }
      let (a, b) = (Int(first.a), Int(first.b))
      return ArticlePair(
        a: a, b: b, score: first.verdict.score, copy: first.verdict.copy, days: store.daysApart(a, b),
        words: store.telling(a, b, Self.shownWords))
    }
  }

  /// The articles by day, those without one last.
  private func order() -> [Int32] {
    let days = store.days
    return (0..<Int32(store.count)).sorted { x, y in
      let (dayX, dayY) = (days[Int(x)], days[Int(y)])
      if (dayX == SketchStore.undated) != (dayY == SketchStore.undated) { return dayY == SketchStore.undated }
      return (dayX, x) < (dayY, y)
    }
  }
}
