internal import Khabar

/// The terms of an article as another script may have them: names by their sound, words by their vectors.
struct SoftTerms {
  private let store: SketchStore
  private let weights: TermWeights
  private let own: [Int32]
  /// What each of them says if both articles have it.
  private let hits: [Int]

  /// A report in another language keeps fewer words that we know again: what it lacks says less, in hundredths.
  private static let missShare = 60
  /// Cosine, times 1000, from which on two words may be translations of each other.
  private static let leastCosine = 500
  /// How much of a meeting must be left to count as one, per thousand.
  private static let leastMatch = 300

  /// Takes an article, its terms without sounds, and what each of these says.
  init(_ store: SketchStore, _ weights: TermWeights, _ article: Int, _ words: [Int32], _ hits: [Int]) {
    self.store = store
    self.weights = weights
    let sounds = store.terms(article).filter { weights.isSound[Int($0)] }
    own = words + sounds
    self.hits = hits + sounds.map { Int(weights.hit[Int($0)]) }
  }

  /// The evidence, in thousandths of a nat, that an article in the other script tells the same event.
  func evidence(_ other: Int) -> Int {
    let others = Array(store.terms(other))
    let none = Int.min
    var best = (own: [Int](repeating: none, count: own.count), other: [Int](repeating: none, count: others.count))
    for (i, x) in own.enumerated() {
      for (j, y) in others.enumerated() {
        guard let value = match(x, hits[i], y) else { continue }
        best.own[i] = max(best.own[i], value)
        best.other[j] = max(best.other[j], value)
      }
    }
    return (sum(own, best.own) + sum(others, best.other)) / 2
  }

  /// Sounds only help: a name without its like is counted as a word already.
  private func sum(_ terms: [Int32], _ best: [Int]) -> Int {
    zip(terms, best).reduce(0) { sum, pair in
      if pair.1 > Int.min { return sum + pair.1 }
      return weights.isSound[Int(pair.0)] ? sum : sum + Int(weights.miss[Int(pair.0)]) * Self.missShare / 100
    }
  }

  /// What it says that one article has one term and the other the other; nil where they do not meet.
  private func match(_ x: Int32, _ hit: Int, _ y: Int32) -> Int? {
    if x == y { return hit }
    let (termX, termY) = (store.table.terms[Int(x)], store.table.terms[Int(y)])
    guard termX.vector >= 0, termY.vector >= 0, termX.script != termY.script, !termX.isSound, !termY.isSound else {
      return nil
    }
    let match = (WordForm.cosine(termX.vector, termY.vector) - Self.leastCosine) * 1000 / (1000 - Self.leastCosine)
    guard match > Self.leastMatch else { return nil }
    return match * min(hit, Int(weights.hit[Int(y)])) / 1000
  }
}
