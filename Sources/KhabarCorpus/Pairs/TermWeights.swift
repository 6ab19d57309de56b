/// How much each term says about whether two articles tell one thing, in thousandths of a nat.
///
/// How probable a term is in an unrelated article is estimated from the corpus, and from general language as if 500 more
/// articles had been seen, so that a corpus of twenty articles has sensible weights too.
struct TermWeights {
  /// Weight of a term for the overlap of two articles: its rarity, cubed, so that rare words decide.
  private(set) var energy: [UInt32] = []
  /// Rarity: minus the logarithm of the probability.
  private(set) var rarity: [Int32] = []
  /// What it says if both articles have it: the logarithm of (probability that a report of the same event keeps it,
  /// through the probability that an unrelated one has it).
  private(set) var hit: [Int32] = []
  /// What it says if only one has it.
  private(set) var miss: [Int32] = []
  /// Whether it is the sound of a name, which counts between scripts only.
  private(set) var isSound: [Bool] = []

  /// Articles that general language counts as.
  private static let priorArticles = 500.0
  /// Words of an article there.
  private static let priorLength = 100.0
  /// How probable it is that another report of the event has a term of the first one.
  static let kept = 0.2

  /// Weighs all terms of a corpus.
  init(_ store: SketchStore) {
    let terms = store.table.terms
    let total = Double(store.count) + Self.priorArticles
    let perWord = Self.probabilities
    energy.reserveCapacity(terms.count)
    for (term, articles) in zip(terms, store.articlesOfTerm) {
      let expected = perWord[Int(term.frequency)] * Self.priorLength
      let prior = expected / (1 + expected)
      let probability = min(0.9, (Double(articles) + Self.priorArticles * prior + 0.5) / total)
      let rarity = -Logarithm.natural(probability)
      isSound.append(term.isSound)
      self.rarity.append(Self.thousandths(rarity))
      energy.append(UInt32(rarity * rarity * rarity * 1000))
      hit.append(Self.thousandths(Logarithm.natural(Self.kept / probability)))
      miss.append(Self.thousandths(Logarithm.natural((1 - Self.kept) / (1 - probability))))
    }
  }

  /// The probability of a word of each Zipf frequency (times 25): 10^(frequency / 25 - 9).
  private static var probabilities: [Double] {
    // Without a power function, which C libraries round differently.
    var value = 1e-9
    return (0...UInt8.max).map { _ in
      defer { value *= 1.096478196143185 }
      return value
    }
  }

  private static func thousandths(_ nats: Double) -> Int32 { Int32((nats * 1000).rounded()) }
}

/// Logarithms from the four operations only, so that every machine gives the same bits.
enum Logarithm {
  /// The natural logarithm of a positive normal number.
  static func natural(_ value: Double) -> Double {
    // ln(m 2^e) = e ln 2 + 2 artanh((m - 1) / (m + 1)), m from 1 to 2.
    let ratio = (value.significand - 1) / (value.significand + 1)
    var (power, sum) = (ratio, 0.0)
    for odd in stride(from: 1.0, through: 31, by: 2) {
      sum += power / odd
      power *= ratio * ratio
    }
    return Double(value.exponent) * 0.6931471805599453 + 2 * sum
  }
}
