/// The weights of one article's terms, less those that belong to its subject.
struct LocalWeights {
  /// The articles of its subject that are not of its event.
  struct Background {
    /// How many there are.
    var articles = 0
    /// For each term of the article how many of them have it.
    var counts: [Int32]
    private let isDated: Bool

    /// No articles yet.
    init(terms: Int, isDated: Bool) {
      counts = Array(repeating: 0, count: terms)
      self.isDated = isDated
    }

    /// How many of them may meet by chance or, where days are not known, be of the event all the same.
    var allowance: Int32 { isDated || articles >= 16 ? 1 : 4 }
  }

  /// For each term what it says if both articles have it (`TermWeights.hit`).
  private(set) var hit: [Int] = []
  /// For each term its weight in the overlap (`TermWeights.energy`).
  private(set) var energy: [Int] = []
  /// Sum of all energies.
  private(set) var total = 0
  /// How many articles its background has.
  private(set) var background = 0

  /// Articles that the corpus as a whole counts as beside those of the subject.
  private static let priorArticles = 12

  /// No terms.
  init() {}

  /// Weighs the terms of an article against those of its background.
  init(_ own: [Int32], _ weights: TermWeights, background: Background, _ logarithms: Logarithms) {
    self.background = background.articles
    hit.reserveCapacity(own.count)
    energy.reserveCapacity(own.count)
    let allowance = background.allowance
    for (term, count) in zip(own, background.counts) {
      var (hit, energy) = (Int(weights.hit[Int(term)]), Int(weights.energy[Int(term)]))
      if count > allowance {
        let nats = logarithms[background.articles + Self.priorArticles] - logarithms[Int(count - allowance)]
        hit = min(hit, nats + logarithms.kept)
        energy = min(energy, nats * nats / 1000 * nats / 1000)
      }
      self.hit.append(hit)
      self.energy.append(energy)
      total += energy
    }
  }
}

extension LocalWeights {
  /// The logarithms of the first numbers in thousandths, since they are asked for all the time.
  struct Logarithms {
    private let values: [Int]
    /// The logarithm of `TermWeights.kept`.
    let kept = Int(Logarithm.natural(TermWeights.kept) * 1000)

    init() { values = (0..<1024).map { Int(Logarithm.natural(Double(max(1, $0))) * 1000) } }

    /// The logarithm of a number, of the greatest one known where that is exceeded.
    subscript(number: Int) -> Int { values[min(number, values.count - 1)] }
  }
}
