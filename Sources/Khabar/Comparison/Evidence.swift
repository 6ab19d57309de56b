/// What speaks for it that two facts of two articles tell one thing.
///
/// A pair is measured against the other pairs of its facts: two articles about one event share words everywhere, so that
/// only a pair that stands out tells one thing. That measures the same in one language and between two, where all
/// likenesses are lower. The weights are those of a logistic regression over the pairs of facts of the articles in
/// `Tests/Articles`, whose annotations say which tell one thing.
struct Evidence {
  /// Who tells two facts: one of them nobody by name, two who share no word, or speakers that do.
  enum Speakers { case open, others, same }

  /// What the words of two facts have in common.
  private struct Likeness {
    /// The mean share of the weight that the other side covers, 0...1.
    var share: Float = 0
    /// The root of the weight that is covered, in rare words.
    var mass: Float = 0
    /// Figures that both have and none shares.
    var figures = 0
    /// Whether two of these count one kind of thing.
    var countsOneKind = false
  }

  /// The most pairs that are all measured; of more, in one language, only those that share a word.
  private static let most = 1024

  private var pairs: [Likeness] = []
  private let countOfA: Int
  private let countOfB: Int
  /// The two best shares and masses of each fact.
  private var bestOfA: [(share: Best, mass: Best)]
  private var bestOfB: [(share: Best, mass: Best)]
  /// Pairs that stand out clearly.
  private var anchors: [(a: Int, b: Int)] = []
  /// The log odds of any pair: the more facts, the less likely is one pair of them.
  private let prior: Float

  /// Measures all pairs of two lists of facts.
  init(_ a: [Terms], _ b: [Terms]) {
    var (a, b) = (a, b)
    var table = LikenessTable(&a, &b)
    (countOfA, countOfB) = (a.count, b.count)
    bestOfA = Array(repeating: (Best(), Best()), count: a.count)
    bestOfB = Array(repeating: (Best(), Best()), count: b.count)
    // Of about 16 facts on a side; the fraction is near the logarithm.
    let size = Float(a.count + b.count) / 32
    prior = -0.94 - 2 * (size - 1) / (size + 1)
    pairs.reserveCapacity(a.count * b.count)
    let measuresAll = a.count <= Self.most / max(1, b.count) || a.first?.script != b.first?.script
    let subjects = measuresAll ? [] : b.map { $0.subjects(above: 20) }
    for i in a.indices {
      let own = measuresAll ? [] : a[i].subjects(above: 20)
      for j in b.indices {
        let isMeasured = measuresAll || Self.share(own, subjects[j])
        let likeness = isMeasured ? Self.likeness(Alignment(a[i], b[j], &table)) : Likeness()
        pairs.append(likeness)
        bestOfA[i].share.note(likeness.share)
        bestOfA[i].mass.note(likeness.mass)
        bestOfB[j].share.note(likeness.share)
        bestOfB[j].mass.note(likeness.mass)
      }
    }
    for i in a.indices { for j in b.indices where lift(i, j) > 0.1 { anchors.append((i, j)) } }
  }

  /// Whether two lists in ascending order have anything in common.
  private static func share(_ a: [UInt64], _ b: [UInt64]) -> Bool {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { return true }
      if a[i] < b[j] { i += 1 } else { j += 1 }
    }
    return false
  }

  /// The log odds that two facts tell one thing.
  func likelihood(_ i: Int, _ j: Int, _ speakers: Speakers) -> Float {
    let pair = pairs[i * countOfB + j]
    var sum: Float = prior + 6.67 * lift(i, j) + 4.83 * rise(i, j) + 0.81 * Float(pair.figures) - 3.82 * offset(i, j)
    // The same thing with another figure is what a conflict looks like.
    if pair.countsOneKind { sum += 2.61 }
    switch speakers {
    case .open: return sum
    case .others: return sum + 1.37
    case .same: return sum + 2.73
    }
  }

  /// How far the share of a pair stands above the best other one of either fact.
  private func lift(_ i: Int, _ j: Int) -> Float {
    let share = pairs[i * countOfB + j].share
    return share - max(bestOfA[i].share.other(share), bestOfB[j].share.other(share))
  }

  /// How far the mass of a pair stands above the best other one of one of its facts.
  private func rise(_ i: Int, _ j: Int) -> Float {
    let mass = pairs[i * countOfB + j].mass
    let (inA, inB) = (bestOfA[i].mass.other(mass), bestOfB[j].mass.other(mass))
    // Beside a single fact there is no other one.
    return mass - (countOfA == 1 || countOfB == 1 ? max(inA, inB) : min(inA, inB))
  }

  /// How far a pair stands from where the pairs around it that stand out lead one to look for it, 0...1: what is told
  /// side by side in one article mostly is in the other, wherever in the article that may be.
  private func offset(_ i: Int, _ j: Int) -> Float {
    var least: Float = 8
    for anchor in anchors where anchor.a != i && anchor.b != j {
      let (stepsInA, stepsInB) = (i - anchor.a, j - anchor.b)
      least = min(least, Float(abs(stepsInA - stepsInB)) + 0.15 * Float(abs(stepsInA) + abs(stepsInB)))
    }
    return least / 8
  }

  private static func likeness(_ alignment: Alignment) -> Likeness {
    let (a, b) = (alignment.strictlyCoveredOfA, alignment.strictlyCoveredOfB)
    let openA = alignment.openFigures(alignment.a, alignment.fromA)
    let openB = openA.isEmpty ? [] : alignment.openFigures(alignment.b, alignment.fromB)
    return Likeness(
      share: (share(a, alignment.a) + share(b, alignment.b)) / 2, mass: ((a + b) / 200).squareRoot(),
      figures: min(openA.count, openB.count),
      countsOneKind: openA.contains { i in openB.contains { alignment.haveOneNoun(i, $0) } })
  }

  private static func share(_ covered: Float, _ terms: Terms) -> Float { terms.weight > 0 ? covered / terms.weight : 0 }
}

/// The two highest of some values.
private struct Best {
  private var first: Float = 0
  private var second: Float = 0

  mutating func note(_ value: Float) {
    if value > first { (first, second) = (value, first) } else if value > second { second = value }
  }

  /// The highest of the values but one.
  func other(_ value: Float) -> Float { value == first ? second : first }
}

extension Alignment {
  /// The figures that the other side does not have.
  fileprivate func openFigures(_ terms: Terms, _ links: [Link]) -> [Int] {
    terms.all.indices.filter { terms.all[$0].isNumber && links[$0].similarity < 0.9 }
  }

  /// Whether what is counted by a figure of A is counted by a figure of B.
  fileprivate func haveOneNoun(_ i: Int, _ j: Int) -> Bool {
    if a.all[i].unit != 0, a.all[i].unit == b.all[j].unit { return true }
    guard i + 1 < fromA.count, j + 1 < fromB.count else { return false }
    return fromA[i + 1].partner == j + 1 && fromA[i + 1].similarity >= 0.55
      || fromB[j + 1].partner == i + 1 && fromB[j + 1].similarity >= 0.55
  }
}
