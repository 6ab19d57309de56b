/// What speaks for it that two facts of two articles tell one thing.
///
/// A pair is measured against the other pairs of its facts: two articles about one event share words everywhere, so that
/// only a pair that stands out tells one thing. That measures the same in one language and between two, where all
/// likenesses are lower. The weights are those of a logistic regression over the pairs of facts of the articles in
/// `Tests/Articles`, whose annotations say which tell one thing; `Tools/relation/evidence.py` makes them.
struct Evidence {
  /// What each of `signs` weighs, in log odds.
  private static var weights: SIMD8<Float> { SIMD8(4.99, 5.01, 0.20, 1.20, 0.91, -3.60, 0.77, 2.48) }
  /// The log odds of any pair where there are about 16 facts on a side.
  private static let start: Float = -0.67

  /// Who tells two facts: one of them nobody by name, two who share no word, or speakers that do.
  enum Speakers {
    case open, others, same

    /// By the words that name them.
    init(_ a: [UInt64], _ b: [UInt64]) {
      self = a.isEmpty || b.isEmpty ? .open : a.contains(where: b.contains) ? .same : .others
    }
  }

  /// What the words of two facts have in common.
  private struct Likeness {
    /// The mean share of the weight that the other side covers, 0...1.
    var share: Float = 0
    /// The root of the weight that is covered, in rare words.
    var mass: Float = 0
    /// Figures that both have and none shares.
    var figures = 0
    /// 1 where two of these count one kind of thing, 2 where they count the dead or others of one fate, whom an article counts once.
    var kind: Float = 0
    /// Whether a word of one stands opposite to a word of the other.
    var isOpposed = false
  }

  /// The keys of the units that say what happened to people.
  private static let fates = Set(ScopeRules.fates.map { Key.of($0.utf8) })

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
    let table = LikenessTable(a, b)
    (countOfA, countOfB) = (a.count, b.count)
    bestOfA = Array(repeating: (Best(), Best()), count: a.count)
    bestOfB = Array(repeating: (Best(), Best()), count: b.count)
    // The fraction is near the logarithm.
    let size = Float(a.count + b.count) / 32
    prior = Self.start - 2 * (size - 1) / (size + 1)
    pairs.reserveCapacity(a.count * b.count)
    let measuresAll = a.count <= Self.most / max(1, b.count) || a.first?.script != b.first?.script
    let subjects = measuresAll ? [] : b.map { $0.subjects(above: 20) }
    let (factsOfA, factsOfB) = (a.map(Told.init), b.map(Told.init))
    // Figures that the other fact has not.
    var (open, others): ([Int], [Int]) = ([], [])
    for i in a.indices {
      let own = measuresAll ? [] : a[i].subjects(above: 20)
      let x = factsOfA[i]
      var best = (share: Best(), mass: Best())
      for j in b.indices {
        var likeness = Likeness()
        if measuresAll || Self.share(own, subjects[j]) {
          let covered = (a: table.coveredOfA[i, j], b: table.coveredOfB[j, i])
          likeness.share = (Self.share(covered.a, x.weight) + Self.share(covered.b, factsOfB[j].weight)) / 2
          likeness.mass = ((covered.a + covered.b) / 200).squareRoot()
          if x.scales & factsOfB[j].scales != 0 { likeness.isOpposed = Self.areOpposed(x.poles, factsOfB[j].poles) }
          if x.hasFigures, factsOfB[j].hasFigures {
            open.removeAll(keepingCapacity: true)
            others.removeAll(keepingCapacity: true)
            for figure in x.figures where table.likeness(ofA: i, figure, in: j) < 0.9 { open.append(figure) }
            for figure in factsOfB[j].figures where table.likeness(ofB: j, figure, in: i) < 0.9 {
              others.append(figure)
            }
            likeness.figures = min(open.count, others.count)
            if open.contains(where: { x in others.contains { table.haveOneNoun((a[i], b[j]), (i, j), (x, $0)) } }) {
              let isFate = open.contains { x in
                Self.fates.contains(a[i].all[x].unit) && others.contains { b[j].all[$0].unit == a[i].all[x].unit }
              }
              likeness.kind = isFate ? 2 : 1
            }
          }
        }
        pairs.append(likeness)
        best.share.note(likeness.share)
        best.mass.note(likeness.mass)
        bestOfB[j].share.note(likeness.share)
        bestOfB[j].mass.note(likeness.mass)
      }
      bestOfA[i] = best
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

  /// Whether a word of each side opposes one of the other, and stands with none of them.
  private static func areOpposed(_ a: [Poles], _ b: [Poles]) -> Bool {
    a.contains { x in
      b.contains { y in x.opposes(y) && !b.contains { x.meets($0) } && !a.contains { y.meets($0) } }
    }
  }

  /// Whether the log odds that two facts tell one thing may be so high, wherever they stand and, if that is not known, whoever
  /// speaks; an offset only makes it less likely.
  func mayReach(_ least: Float, _ i: Int, _ j: Int, _ speakers: Speakers? = nil) -> Bool {
    var signs = signs(i, j)
    guard let speakers else {
      return prior + (signs * Self.weights).sum() + max(Self.weights[6], Self.weights[7]) >= least
    }
    signs.add(speakers)
    return prior + (signs * Self.weights).sum() >= least
  }

  /// The log odds that two facts tell one thing.
  func likelihood(_ i: Int, _ j: Int, _ speakers: Speakers) -> Float {
    prior + (signs(i, j, speakers) * Self.weights).sum()
  }

  /// What is seen of a pair: its lift and rise, figures that both have and none shares, whether two of them count one kind or
  /// two words are opposites (the same thing with another figure or outcome is what a conflict looks like), its offset, and
  /// whether others or the same ones say it.
  func signs(_ i: Int, _ j: Int, _ speakers: Speakers) -> SIMD8<Float> {
    var signs = signs(i, j)
    signs[5] = offset(i, j)
    signs.add(speakers)
    return signs
  }

  private func signs(_ i: Int, _ j: Int) -> SIMD8<Float> {
    let pair = pairs[i * countOfB + j]
    return SIMD8(
      lift(i, j), rise(i, j), Float(pair.figures), pair.kind, pair.isOpposed ? 1 : 0, 0, 0, 0)
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

  private static func share(_ covered: Float, _ weight: Float) -> Float { weight > 0 ? covered / weight : 0 }
}

/// What is asked of a fact beside each one of the other article.
private struct Told {
  let weight: Float
  /// Which of its terms are figures, or what there was none of.
  let figures: [Int]
  /// Where its words stand on the scales of what happened.
  let poles: [Poles]
  // Most facts have none, or are on other scales, which is asked at once.
  let hasFigures: Bool
  let scales: UInt64

  init(_ terms: Terms) {
    weight = terms.weight
    figures = terms.all.indices.filter { terms.all[$0].isNumber || terms.all[$0].unit != 0 }
    poles = terms.all.lazy.map(\.poles).filter { $0.has(.event) }
    hasFigures = !figures.isEmpty
    scales = poles.reduce(0) { $0 | $1.scales }
  }
}

extension SIMD8<Float> {
  /// Notes among the signs of a pair who tells its facts.
  fileprivate mutating func add(_ speakers: Evidence.Speakers) {
    self[6] = speakers == .others ? 1 : 0
    self[7] = speakers == .same ? 1 : 0
  }
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

extension LikenessTable {
  /// Whether what is counted by a figure of A is counted by a figure of B: it is of one kind, or of the words behind them one
  /// is the likest that the other finds.
  fileprivate func haveOneNoun(_ terms: (a: Terms, b: Terms), _ facts: (a: Int, b: Int), _ figures: (a: Int, b: Int))
    -> Bool
  {
    let (unit, other) = (terms.a.all[figures.a].unit, terms.b.all[figures.b].unit)
    if unit != 0, unit == other { return true }
    let (i, j) = (figures.a + 1, figures.b + 1)
    guard i < terms.a.all.count, j < terms.b.all.count else { return false }
    let (x, y) = (terms.a.all[i], terms.b.all[j])
    let likeness = Alignment.similarity(x, y)
    guard likeness >= 0.55 else { return false }
    // Of words that are equally alike the first is taken.
    return likeness == self.likeness(ofA: facts.a, i, in: facts.b)
      && !terms.b.all[..<j].contains { Alignment.similarity(x, $0) == likeness }
      || likeness == self.likeness(ofB: facts.b, j, in: facts.a)
        && !terms.a.all[..<i].contains { Alignment.similarity($0, y) == likeness }
  }
}
