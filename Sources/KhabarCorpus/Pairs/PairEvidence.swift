internal import Khabar

/// Weighs whether articles tell one event.
///
/// Two ways lead to a pair. Copies share most of what their telling words weigh. Reports that were written apart share
/// less, but what they share would hardly meet by chance: their evidence is the logarithm of how much more probable it is
/// under one event than under two (naive Bayes over the terms), less the logarithm of how many articles there are to
/// choose from in the days around.
///
/// Words that tie an article to many articles of other days belong to its subject, as those of a league or of an
/// earthquake do, and say little about the event: they are weighed down by how many of those articles have them.
final class PairEvidence {
  /// What the evidence comes to.
  struct Verdict: Hashable {
    var score: Int
    var copy: ArticlePair.Copy?
  }

  /// Overlap of telling words, per thousand, from which on texts are copies: as a rule, and where what belongs to the
  /// subject is known and taken off.
  private static let leastCopy = (rule: 420, ofOwn: 160)
  /// An article of the same subject shares at least one term in this many.
  private static let subjectShare = 8
  /// Articles from which on a subject is known.
  private static let knownSubject = 8
  /// Shared runs of words, per thousand, of a near and of a middling copy.
  private static let (near, middling) = (500, 100)
  /// Days apart that are no evidence against one event; each day more is.
  private static let freeDays = 2
  private static let perDay = 4000
  /// What must be made up for when a publication day is not known.
  private static let undatedPenalty = 6000
  /// Terms of a text from which on its words hang together too much to count each by itself.
  private static let freeTerms = 80
  /// Articles of the same event that are expected among those of its days.
  private static let expectedReports = 3

  private let store: SketchStore
  private let weights: TermWeights
  private let options: PairFinder.Options
  private let neighbours: DayCounts
  private let sides: [Side]
  /// The terms of the article that others are weighed against, without sounds.
  private var own: [Int32] = []
  /// For a term its place in `own`, if it stands there.
  private var places: [Int32]
  private var local = LocalWeights()
  /// The places in `own` of the terms that each other article shares, one article behind the other, from `starts` on.
  private var shared: [Int32] = []
  private var starts: [Int] = []
  private var soft: SoftTerms?
  private let logarithms = LocalWeights.Logarithms()

  /// What is added up once for each article.
  private struct Side {
    var energy = 0
    var miss = 0
    var terms = 0
  }

  init(_ store: SketchStore, _ weights: TermWeights, _ options: PairFinder.Options) {
    self.store = store
    self.weights = weights
    self.options = options
    places = Array(repeating: 0, count: weights.energy.count)
    neighbours = DayCounts(store.days, window: options.window)
    sides = (0..<store.count).map { article in
      store.terms(article).reduce(into: Side()) { side, term in
        guard !weights.isSound[Int(term)] else { return }
        side.energy += Int(weights.energy[Int(term)])
        side.miss += Int(weights.miss[Int(term)])
        side.terms += 1
      }
    }
  }

  /// The articles among others that tell the same event as one, as far as its own evidence says.
  func verdicts(on article: Int, _ others: [Int32]) -> [(Int32, Verdict)] {
    guard !others.isEmpty else { return [] }
    own = store.terms(article).filter { !weights.isSound[Int($0)] }
    for place in own.indices { places[Int(own[place])] = Int32(place) }
    findShared(others)
    local = LocalWeights(own, weights, background: background(article, others), logarithms)
    soft = nil
    return others.indices.compactMap { index in
      let other = Int(others[index])
      return verdict(article, other, starts[index]..<starts[index + 1]).map { (others[index], $0) }
    }
  }

  /// Notes the places in `own` of the terms that each of the others has too.
  private func findShared(_ others: [Int32]) {
    // On locals, since every access to a property of a class is checked.
    let (places, own) = (places, own)
    var shared: [Int32] = []
    shared.reserveCapacity(others.count * 32)
    starts.removeAll(keepingCapacity: true)
    for other in others {
      starts.append(shared.count)
      for term in store.terms(Int(other)) {
        let place = places[Int(term)]
        if Int(place) < own.count, own[Int(place)] == term { shared.append(place) }
      }
    }
    starts.append(shared.count)
    self.shared = shared
  }

  /// What is shared with articles that are too far away to be of the same event, or with any where no day is known.
  private func background(_ article: Int, _ others: [Int32]) -> LocalWeights.Background {
    var background = LocalWeights.Background(terms: own.count, isDated: store.days[article] != SketchStore.undated)
    for (index, other) in others.enumerated() {
      if let days = store.daysApart(article, Int(other)), days <= options.window { continue }
      guard (starts[index + 1] - starts[index]) * Self.subjectShare >= own.count else { continue }
      background.articles += 1
      for at in starts[index]..<starts[index + 1] { background.counts[Int(shared[at])] += 1 }
    }
    return background
  }

  private func verdict(_ article: Int, _ other: Int, _ range: Range<Int>) -> Verdict? {
    let days = store.daysApart(article, other)
    if let copy = copy(article, other, range, days) { return copy }
    guard !options.isCopiesOnly else { return nil }
    if let days, days > options.window { return nil }
    let distance = days.map { max(0, $0 - Self.freeDays) * Self.perDay } ?? Self.undatedPenalty
    let sum = damped(evidence(article, other, range), article, other) - distance
    guard sum > 0 else { return nil }
    let choice = Double(neighbours.count(store.days[article], store.days[other])) / Double(Self.expectedReports)
    let rest = sum - Int(Logarithm.natural(max(1, choice)) * 1000)
    return rest > 0 ? Verdict(score: 500 + 500 * rest / (rest + 8000), copy: nil) : nil
  }

  private func evidence(_ article: Int, _ other: Int, _ range: Range<Int>) -> Int {
    if store.isArabic[article] != store.isArabic[other] {
      let terms = soft ?? SoftTerms(store, weights, article, own, local.hit)
      soft = terms
      return terms.evidence(other)
    }
    var evidence = (sides[article].miss + sides[other].miss) / 2
    for at in range {
      let place = Int(shared[at])
      evidence += local.hit[place] - Int(weights.miss[Int(own[place])])
    }
    return evidence
  }

  private func copy(_ article: Int, _ other: Int, _ range: Range<Int>, _ days: Int?) -> Verdict? {
    var (overlap, change) = (0, 0)
    let (shared, local, own) = (shared, local, own)
    for at in range {
      let place = Int(shared[at])
      overlap += local.energy[place]
      change += local.energy[place] - Int(weights.energy[Int(own[place])])
    }
    let whole = (Double(local.total) * Double(sides[other].energy + change)).squareRoot()
    let share = whole > 0 ? Int(Double(overlap) / whole * 1000) : 0
    guard share >= (local.background >= Self.knownSubject ? Self.leastCopy.ofOwn : Self.leastCopy.rule) else {
      return nil
    }
    let runs = RunSignature.similarity(store.signature(article), store.signature(other))
    let copy: ArticlePair.Copy = runs >= Self.near ? .near : runs >= Self.middling ? .middling : .rewritten
    // The same words weeks later are another game of the same teams, unless they stand in the same order.
    if copy == .rewritten, let days, days > options.window { return nil }
    return Verdict(score: min(1000, 500 + share / 2), copy: copy)
  }

  /// Words of a long text belong to its subject together; their evidence grows with the root of their number.
  private func damped(_ evidence: Int, _ article: Int, _ other: Int) -> Int {
    let terms = (sides[article].terms + sides[other].terms) / 2
    guard terms > Self.freeTerms else { return evidence }
    return Int(Double(evidence) * (Double(Self.freeTerms) / Double(terms)).squareRoot())
  }
}
