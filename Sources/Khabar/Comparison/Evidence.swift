/// What speaks for it that two facts of two articles tell one thing.
///
/// A pair is measured against the other pairs of its facts: two articles about one event share words everywhere, so that
/// only a pair that stands out tells one thing. That measures the same in one language and between two, where all
/// likenesses are lower. The weights are those of a logistic regression over the pairs of facts of the articles in
/// `Tests/Articles`, whose annotations say which tell one thing; `Tools/relation/evidence.py` makes them.
struct Evidence {
  /// What each of `signs` weighs, in log odds.
  private static var weights: SIMD16<Float> {
    SIMD16(2.86, 2.77, 0.25, 0.76, 0.79, -4.53, 0.59, 0.46, 4.14, 2.74, -1.32, 0.48, 2.07, 3.05, 0.15, 0)
  }
  /// The log odds of a pair without any sign.
  private static let start: Float = -1.45

  /// How many signs are seen of a pair.
  private static let count = 15

  /// What the next best pair of a fact counts as at least: beside few facts, or none at all, chance would stand out. Between whole articles
  /// it is hardly ever less.
  private static let least: (share: Float, mass: Float, whole: Float) = (0.05, 0.35, 0.25)

  /// The places of signs that are no matter of a pair of facts by itself.
  fileprivate enum Lane {
    static let fewness = 3
    static let offset = 10
    static let others = 11
    static let same = 12
    static let wholeLift = 13
    static let wholeStanding = 14
  }

  /// Who tells two facts: one of them nobody by name, two who share no word, or speakers that do.
  enum Speakers {
    case open, others, same

    /// By the words that name them.
    init(_ a: [UInt64], _ b: [UInt64]) {
      self = a.isEmpty || b.isEmpty ? .open : a.contains(where: b.contains) ? .same : .others
    }
  }

  /// The keys of the units that say what happened to people.
  private static let fates = Set(ScopeRules.fates.map { Key.of($0.utf8) })

  /// The most pairs that are all measured; of more, in one language, only those that share a word.
  private static let most = 1024

  /// For each pair the mean share of the weight that the other side covers, 0...1.
  private let shares: Grid
  /// The root of the weight that is covered, in rare words.
  private let masses: Grid
  /// 1 where two different figures count one kind of thing, 2 where they count the dead or others of one fate, whom an article counts
  /// once.
  private let kinds: Grid
  /// How near two different figures come to each other (`FactValues.nearness`).
  private let nearnesses: Grid
  /// How rare a day is that both name (`DayCounts.rarity`).
  private let rareDays: Grid
  /// The sum of all these and of what is seen of each fact, each times its weight, in another order than in `likelihood`.
  private let sums: Grid
  /// How alike two facts are as a whole.
  private let whole: Likenesses
  private let countOfA: Int
  private let countOfB: Int
  /// What is seen of each fact by itself, in the lines of `Line`.
  private let facts: (a: Grid, b: Grid)
  /// Pairs that stand out clearly.
  private var anchors: [(a: Int, b: Int)] = []
  /// The mean share of all pairs and their standard deviation.
  private let all: (mean: Float, deviation: Float)
  /// How few facts there are, 0 for about 16 on a side: the more facts, the less likely is one pair of them.
  private let fewness: Float

  /// Measures all pairs of two lists of facts.
  init(_ a: [Terms], _ b: [Terms], _ values: (a: FactValues, b: FactValues)) {
    let table = LikenessTable(a, b)
    (countOfA, countOfB) = (a.count, b.count)
    // The fraction is near the logarithm.
    let size = Float(a.count + b.count) / 32
    fewness = -2 * (size - 1) / (size + 1)
    let measuresAll = a.count <= Self.most / max(1, b.count) || a.first?.script != b.first?.script
    let subjects = measuresAll ? [] : b.map { $0.subjects(above: 20) }
    let told = (a: a.map(Told.init), b: b.map(Told.init))
    var facts = (a: Self.lines(told.a), b: Self.lines(told.b))
    let days = DayCounts(values.a, values.b)
    let (hasFigures, hasDays) = (values.b.figures.map { !$0.isEmpty }, values.b.days.map { !$0.isEmpty })
    var (shares, masses) = table.coveredOfA.shares(
      table.coveredOfB.transposed, weights: (told.a.map(\.weight), told.b.map(\.weight)))
    var kinds = Grid(rows: a.count, columns: b.count)
    var (nearnesses, rareDays) = (kinds, kinds)
    for i in a.indices {
      let own = measuresAll ? [] : a[i].subjects(above: 20)
      let (hasOwnFigures, hasOwnDays) = (!values.a.figures[i].isEmpty, !values.a.days[i].isEmpty)
      for j in hasFigures.indices {
        guard measuresAll || Self.share(own, subjects[j]) else {
          (shares[i, j], masses[i, j]) = (0, 0)
          continue
        }
        if hasOwnFigures, hasFigures[j] {
          nearnesses[i, j] = FactValues.nearness(values.a.figures[i], values.b.figures[j])
        }
        if hasOwnDays, hasDays[j] { rareDays[i, j] = days.rarity(values.a.days[i], values.b.days[j]) }
        if told.a[i].hasFigures, told.b[j].hasFigures {
          kinds[i, j] = Self.kind(table, (a[i], b[j]), (i, j), (told.a[i].figures, told.b[j].figures))
        }
      }
    }
    shares.write(highestTo: Line.share, ofRows: &facts.a, ofColumns: &facts.b)
    masses.write(highestTo: Line.mass, ofRows: &facts.a, ofColumns: &facts.b)
    all = shares.spread
    whole = Likenesses(SentenceVectors(a).likenesses(to: SentenceVectors(b)), least: Self.least.whole)
    let (lifts, sums) = shares.sums(
      ofSigns: (masses, kinds, nearnesses, rareDays), facts.a, facts.b, all, weights: (0..<16).map { Self.weights[$0] })
    (self.shares, self.masses, self.kinds, self.nearnesses) = (shares, masses, kinds, nearnesses)
    (self.rareDays, self.facts, self.sums) = (rareDays, facts, sums)
    for i in a.indices { for j in b.indices where lifts[i, j] > 0.1 { anchors.append((i, j)) } }
  }

  /// The lines of what is seen of each fact.
  private enum Line {
    /// The two highest shares and masses.
    static let (share, mass) = (0, 2)
    /// What it weighs, where in its article it stands (0...1), and whether it denies something (1).
    static let (weight, place, denial) = (4, 5, 6)
    static let count = 7
  }

  private static func lines(_ facts: [Told]) -> Grid {
    var lines = Grid(rows: Line.count, columns: facts.count)
    for (at, fact) in facts.enumerated() {
      lines[Line.weight, at] = fact.weight
      lines[Line.place, at] = facts.count > 1 ? Float(at) / Float(facts.count - 1) : 0
      lines[Line.denial, at] = fact.denies ? 1 : 0
    }
    return lines
  }

  /// Whether two facts count one kind of thing by figures that the other one has not.
  private static func kind(
    _ table: LikenessTable, _ terms: (a: Terms, b: Terms), _ facts: (a: Int, b: Int), _ figures: (a: [Int], b: [Int])
  ) -> Float {
    var (isOne, isFate) = (false, false)
    for x in figures.a where table.likeness(ofA: facts.a, x, in: facts.b) < 0.9 {
      let unit = terms.a.all[x].unit
      for y in figures.b where table.likeness(ofB: facts.b, y, in: facts.a) < 0.9 {
        isOne = isOne || table.haveOneNoun(terms, facts, (x, y))
        isFate = isFate || terms.b.all[y].unit == unit && fates.contains(unit)
      }
    }
    return isOne ? isFate ? 2 : 1 : 0
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
    let speaker = max(Self.weights[Lane.others], Self.weights[Lane.same])
    // Sums in another order differ in their last digits; most pairs do not even come near.
    let known = sums[i, j] + Self.weights[Lane.fewness] * fewness + wholly(i, j)
    if Self.start + known + speaker < least - 0.01 { return false }
    var signs = signs(i, j)
    guard let speakers else { return Self.start + (signs * Self.weights).sum() + speaker >= least }
    signs.add(speakers)
    return Self.start + (signs * Self.weights).sum() >= least
  }

  /// What is seen of two facts as a whole, each times its weight.
  private func wholly(_ i: Int, _ j: Int) -> Float {
    Self.weights[Lane.wholeLift] * whole.lift(i, j) + Self.weights[Lane.wholeStanding] * whole.standing(i, j)
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
  /// of theirs come to each other, how rare a day is that both name, its offset, whether others or the same ones say it, and the lift and
  /// the standing of how alike the facts are as a whole.
  private func signs(_ i: Int, _ j: Int, _ speakers: Speakers) -> SIMD16<Float> {
    var signs = signs(i, j)
    signs[Lane.offset] = offset(i, j)
    signs.add(speakers)
    return signs
  }

  private func signs(_ i: Int, _ j: Int) -> SIMD16<Float> {
    let (share, weight) = (shares[i, j], (a: facts.a[Line.weight, i], b: facts.b[Line.weight, j]))
    let standing = all.deviation > 0 ? (share - all.mean) / all.deviation : 0
    let heavier = max(weight.a, weight.b)
    return SIMD16(
      lift(i, j), rise(i, j), kinds[i, j], fewness, standing, abs(facts.a[Line.place, i] - facts.b[Line.place, j]),
      facts.a[Line.denial, i] != facts.b[Line.denial, j] ? 1 : 0,
      heavier > 0 ? min(weight.a, weight.b) / heavier : 0, nearnesses[i, j], rareDays[i, j], 0, 0, 0,
      whole.lift(i, j), whole.standing(i, j), 0)
  }

  /// How far the share of a pair stands above the best other one of either fact.
  private func lift(_ i: Int, _ j: Int) -> Float {
    let share = shares[i, j]
    return share - max(Self.least.share, facts.a.other(share, Line.share, i), facts.b.other(share, Line.share, j))
  }

  /// How far the mass of a pair stands above the best other one of one of its facts.
  private func rise(_ i: Int, _ j: Int) -> Float {
    let mass = masses[i, j]
    let (inA, inB) = (facts.a.other(mass, Line.mass, i), facts.b.other(mass, Line.mass, j))
    // Beside a single fact there is no other one.
    return mass - max(Self.least.mass, countOfA == 1 || countOfB == 1 ? max(inA, inB) : min(inA, inB))
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
