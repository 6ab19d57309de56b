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
    let found = found(by: .whole)
    return zip(found, found.dropFirst()).filter { $0.a == $1.a && $0.b == $1.b }.map { pair($0.0) }
  }

  /// A part of the articles: of so many parts, the one of this number from 1.
  public struct Share: Sendable {
    /// From 1.
    public var number: Int
    /// How many there are.
    public var count: Int

    /// All articles.
    public static let whole = Share(number: 1, count: 1)

    /// Makes a share.
    public init(number: Int, count: Int) { (self.number, self.count) = (number, count) }
  }

  /// What the articles of a share find among all: pairs by the evidence of one of their articles, the weaker evidence first.
  ///
  /// A pair is what both of its articles have found, by the weaker evidence: the first of the two that all shares have of it.
  public func halves(of share: Share) -> [ArticlePair] { found(by: share).map(pair) }

  private func found(by share: Share) -> [Half] {
    let order = order()
    let weights = TermWeights(store)
    let isSmall = store.count <= Self.small
    var index = isSmall ? nil : RareTermIndex(store, weights, order: order, window: options.window)
    let evidence = PairEvidence(store, weights, options)
    var halves: [Half] = []
    for (place, article) in order.enumerated() where place % share.count == share.number - 1 {
      let others = index?.candidates(of: place).map { order[Int($0)] } ?? order.filter { $0 != article }
      for (other, verdict) in evidence.verdicts(on: Int(article), others) {
        halves.append(Half(a: min(article, other), b: max(article, other), verdict: verdict))
      }
    }
    return halves.sorted { $0.rank < $1.rank }
  }

  /// What one article's evidence says of a pair.
  private struct Half {
    var a: Int32
    var b: Int32
    var verdict: PairEvidence.Verdict

    var rank: (Int32, Int32, Int, Int) { (a, b, verdict.score, verdict.copy == nil ? 0 : 1) }
  }

  private func pair(_ half: Half) -> ArticlePair {
    let (a, b) = (Int(half.a), Int(half.b))
    return ArticlePair(
      a: a, b: b, score: half.verdict.score, copy: half.verdict.copy, days: store.daysApart(a, b),
      words: store.telling(a, b, Self.shownWords))
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
