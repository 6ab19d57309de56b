/// What speaks for it that two facts of two articles tell one thing.
///
/// A pair is measured against the other pairs of its facts: two articles about one event share words everywhere, so that
/// only a pair that stands out tells one thing. That measures the same in one language and between two, where all
/// likenesses are lower. The weights are those of a logistic regression over the pairs of facts of the articles in
/// `Tests/Articles`, whose annotations say which tell one thing; `Tools/relation/evidence.py` makes them.
struct Evidence {
  /// What each of `signs` weighs, in log odds.
  private static var weights: SIMD16<Float> {
    SIMD16(3.65, 2.68, 0.21, 0.74, 0.96, -4.26, 0.23, 1.16, 4.40, 2.97, -1.65, 0.54, 2.23, 0, 0, 0)
  }
  /// The log odds of a pair without any sign.
  private static let start: Float = -2.48

  /// How many signs are seen of a pair.
  private static let count = 13

  /// The places of the signs that are seen last.
  fileprivate enum Lane {
    static let offset = 10
    static let others = 11
    static let same = 12
  }

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
    /// 1 where two different figures count one kind of thing, 2 where they count the dead or others of one fate, whom an
    /// article counts once.
    var kind: Float = 0
    /// How near two different figures come to each other (`FactValues.nearness`).
    var nearness: Float = 0
    /// How rare a day is that both name (`DayCounts.rarity`).
    var day: Float = 0
  }

  /// The keys of the units that say what happened to people.
  private static let fates = Set(ScopeRules.fates.map { Key.of($0.utf8) })

  /// The most pairs that are all measured; of more, in one language, only those that share a word.
  private static let most = 1024

  private let pairs: [Likeness]
  private let countOfA: Int
  private let countOfB: Int
  /// The two best shares and masses of each fact.
  private var bestOfA: [(share: Best, mass: Best)]
  private let bestOfB: [(share: Best, mass: Best)]
  /// Pairs that stand out clearly.
  private var anchors: [(a: Int, b: Int)] = []
  /// Each fact by itself.
  private let facts: (a: [Told], b: [Told])
  /// The mean share of all pairs and their standard deviation.
  private var shares: (mean: Float, deviation: Float) = (0, 0)
  /// How few facts there are, 0 for about 16 on a side: the more facts, the less likely is one pair of them.
  private let fewness: Float

  /// Measures all pairs of two lists of facts.
  init(_ a: [Terms], _ b: [Terms], _ values: (a: FactValues, b: FactValues)) {
    let table = LikenessTable(a, b)
    (countOfA, countOfB) = (a.count, b.count)
    bestOfA = Array((Best(), Best()), times: a.count)
    var ofB = Array((share: Best(), mass: Best()), times: b.count)
    // The fraction is near the logarithm.
    let size = Float(a.count + b.count) / 32
    fewness = -2 * (size - 1) / (size + 1)
    let measuresAll = a.count <= Self.most / max(1, b.count) || a.first?.script != b.first?.script
    let subjects = measuresAll ? [] : b.map { $0.subjects(above: 20) }
    facts = (a.map(Told.init), b.map(Told.init))
    let days = DayCounts(values.a, values.b)
    let (hasFigures, hasDays) = (values.b.figures.map { !$0.isEmpty }, values.b.days.map { !$0.isEmpty })
    var found = Array(repeating: Likeness(), count: a.count * b.count)
    var likenesses = found.mutableSpan
    var bestInA = ofB.mutableSpan
    // Figures that the other fact has not.
    var (open, others): ([Int], [Int]) = ([], [])
    // Sums of whole numbers are the same in either order of the articles.
    var (sum, sumOfSquares) = (0, 0)
    for i in a.indices {
      let own = measuresAll ? [] : a[i].subjects(above: 20)
      let x = facts.a[i]
      let (figures, namedDays) = (values.a.figures[i], values.a.days[i])
      var best = (share: Best(), mass: Best())
      for j in b.indices {
        var likeness = Likeness()
        if measuresAll || Self.share(own, subjects[j]) {
          let covered = (a: table.coveredOfA[i, j], b: table.coveredOfB[j, i])
          likeness.share = (Self.share(covered.a, x.weight) + Self.share(covered.b, facts.b[j].weight)) / 2
          likeness.mass = ((covered.a + covered.b) / 200).squareRoot()
          if !figures.isEmpty, hasFigures[j] {
            likeness.nearness = FactValues.nearness(figures, values.b.figures[j])
          }
          if !namedDays.isEmpty, hasDays[j] { likeness.day = days.rarity(namedDays, values.b.days[j]) }
          if x.hasFigures, facts.b[j].hasFigures {
            let y = facts.b[j]
            open.removeAll(keepingCapacity: true)
            others.removeAll(keepingCapacity: true)
            for figure in x.figures where table.likeness(ofA: i, figure, in: j) < 0.9 { open.append(figure) }
            for figure in y.figures where table.likeness(ofB: j, figure, in: i) < 0.9 { others.append(figure) }
            if open.contains(where: { x in others.contains { table.haveOneNoun((a[i], b[j]), (i, j), (x, $0)) } }) {
              let isFate = open.contains { x in
                Self.fates.contains(a[i].all[x].unit) && others.contains { b[j].all[$0].unit == a[i].all[x].unit }
              }
              likeness.kind = isFate ? 2 : 1
            }
          }
        }
        let parts = Int(likeness.share * 4096)
        (sum, sumOfSquares) = (sum + parts, sumOfSquares + parts * parts)
        likenesses[i * b.count + j] = likeness
        best.share.note(likeness.share)
        best.mass.note(likeness.mass)
        bestInA[j].share.note(likeness.share)
        bestInA[j].mass.note(likeness.mass)
      }
      bestOfA[i] = best
    }
    (pairs, bestOfB) = (found, ofB)
    let count = Double(max(1, pairs.count))
    let mean = Double(sum) / count
    shares = (Float(mean / 4096), Float((Double(sumOfSquares) / count - mean * mean).squareRoot() / 4096))
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

  /// Whether the log odds that two facts tell one thing may be so high, whatever stands around them and, if that is not
  /// known, whoever speaks; an offset only makes it less likely.
  func mayReach(_ least: Float, _ i: Int, _ j: Int, _ speakers: Speakers? = nil) -> Bool {
    var signs = signs(i, j)
    guard let speakers else {
      return Self.start + (signs * Self.weights).sum() + max(Self.weights[Lane.others], Self.weights[Lane.same])
        >= least
    }
    signs.add(speakers)
    return Self.start + (signs * Self.weights).sum() >= least
  }

  /// The log odds that two facts tell one thing.
  func likelihood(_ i: Int, _ j: Int, _ speakers: Speakers) -> Float {
    Self.start + (signs(i, j, speakers) * Self.weights).sum()
  }

  /// What is seen of a pair, as the weights are fitted on it.
  func listOfSigns(_ i: Int, _ j: Int, _ speakers: Speakers) -> [Float] {
    let signs = signs(i, j, speakers)
    return (0..<Self.count).map { signs[$0] }
  }

  /// What is seen of a pair: its lift and rise, whether two other figures count one kind (the same thing with another figure
  /// is what a conflict looks like), how few facts there are, how far its share stands above that of all pairs, how far apart
  /// the facts stand in their articles, whether one of them denies something, how even their weights are, how near two figures
  /// of theirs come to each other, how rare a day is that both name, its offset, and whether others or the same ones say it.
  private func signs(_ i: Int, _ j: Int, _ speakers: Speakers) -> SIMD16<Float> {
    var signs = signs(i, j)
    signs[Lane.offset] = offset(i, j)
    signs.add(speakers)
    return signs
  }

  private func signs(_ i: Int, _ j: Int) -> SIMD16<Float> {
    let pair = pairs[i * countOfB + j]
    let (x, y) = (facts.a[i], facts.b[j])
    let standing = shares.deviation > 0 ? (pair.share - shares.mean) / shares.deviation : 0
    let heavier = max(x.weight, y.weight)
    return SIMD16(
      lift(i, j), rise(i, j), pair.kind, fewness, standing, abs(place(i, of: countOfA) - place(j, of: countOfB)),
      x.denies != y.denies ? 1 : 0, heavier > 0 ? min(x.weight, y.weight) / heavier : 0, pair.nearness, pair.day, 0, 0,
      0, 0, 0, 0)
  }

  /// Where in its article a fact stands, 0...1.
  private func place(_ fact: Int, of count: Int) -> Float { count > 1 ? Float(fact) / Float(count - 1) : 0 }

  /// How far the share of a pair stands above the best other one of either fact.
  @inline(__always)
  private func lift(_ i: Int, _ j: Int) -> Float {
    let share = pairs[i * countOfB + j].share
    return share - max(bestOfA[i].share.other(share), bestOfB[j].share.other(share))
  }

  /// How far the mass of a pair stands above the best other one of one of its facts.
  @inline(__always)
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
  /// Most facts have none, which is asked at once.
  let hasFigures: Bool
  /// Whether it denies something.
  let denies: Bool

  init(_ terms: Terms) {
    weight = terms.weight
    figures = terms.all.indices.filter { terms.all[$0].isNumber || terms.all[$0].unit != 0 }
    hasFigures = !figures.isEmpty
    denies = terms.all.contains(where: \.isNegator)
  }
}

extension SIMD16<Float> {
  /// Notes among the signs of a pair who tells its facts.
  fileprivate mutating func add(_ speakers: Evidence.Speakers) {
    self[Evidence.Lane.others] = speakers == .others ? 1 : 0
    self[Evidence.Lane.same] = speakers == .same ? 1 : 0
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
