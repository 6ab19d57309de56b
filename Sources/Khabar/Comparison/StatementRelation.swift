/// How two single statements relate: what `khabar relate` answers.
public struct StatementRelation: Sendable {
  /// The relation.
  public var relation: Relation
  /// How sure, 0 to 1000.
  public var score: Int
  /// What differs; spans are into the statements.
  public var differences: [Difference]

  /// Relates two statements, each read as an article of one paragraph.
  public init(of a: Report, and b: Report, weights: Weights = .news) {
    let known = KnownTerms()
    self.init(of: Statement(a, known), and: Statement(b, known), weights: weights)
  }

  /// Relates two statements that may have been related to others.
  public init(of a: Statement, and b: Statement, weights: Weights = .news) {
    let pair = Pair(a, b)
    let found = pair.differences()
    if weights == .none {
      (relation, score) = Self.byRules(pair, found)
    } else if weights == .news, let sure = PlainRelation.relation(pair, found) {
      (relation, score) = (sure, 1000)
    } else {
      let probabilities = Forest(weights).probabilities(Features(pair, found, areAllSeen: weights.seeAll))
      let best = Self.best(probabilities, weights, pair, found)
      let likeliest = weights.classes.indices.contains(best) ? weights.classes[best] : .different
      relation = likeliest.isOneWay ? Self.surer(pair, found) ?? likeliest : likeliest
      score = probabilities.indices.contains(best) ? probabilities[best] : 0
    }
    differences = Self.fitting(found, relation, pair)
  }

  /// The likeliest class that may be.
  private static func best(_ probabilities: [Int], _ weights: Weights, _ pair: Pair, _ found: [Difference]) -> Int {
    let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
    // That not all and that some are so is no conflict, nor is what one side says more exactly or surely, unless a rule names one.
    guard weights == .news, weights.classes.indices.contains(best), weights.classes[best] == .conflicting,
      PolarityRules.agreeInPart(pair) || found.contains(where: isOfDegree),
      !found.contains(where: { $0.verdict == .conflict })
    else { return best }
    return probabilities.indices.filter { $0 != best }.max { probabilities[$0] < probabilities[$1] } ?? best
  }

  /// Of two statements that differ in nothing but how sure they are the surer one says more.
  private static func surer(_ pair: Pair, _ found: [Difference]) -> Relation? {
    guard !found.isEmpty, found.allSatisfy({ $0.dimension == .modality && $0.verdict == .compatible }) else {
      return nil
    }
    let (a, b) = (Features.weakness(pair.a), Features.weakness(pair.b))
    return a == b ? nil : a < b ? .aMoreSpecific : .bMoreSpecific
  }

  /// Whether a difference is one of how exactly or how surely one thing is told.
  private static func isOfDegree(_ difference: Difference) -> Bool {
    switch difference.rule {
    case NumberRules.overlap.name, NumberRules.uncounted.name, DateRules.contained.name, NameRules.fuller.name: true
    default: difference.dimension == .modality && difference.verdict == .compatible
    }
  }

  /// What the rules and the coverages say without anything learned, and the mean coverage.
  private static func byRules(_ pair: Pair, _ found: [Difference]) -> (Relation, Int) {
    let (a, b) = (pair.alignment.coverageOfA, pair.alignment.coverageOfB)
    let score = Int((a + b) * 500)
    if max(a, b) < leastCoverage { return (.different, score) }
    if found.contains(where: { $0.verdict == .conflict }) { return (.conflicting, score) }
    if min(a, b) >= fullCoverage || abs(a - b) < leastGap && max(a, b) >= fullCoverage { return (.equivalent, score) }
    return (max(a, b) < fullCoverage ? .overlapping : a < b ? .aMoreSpecific : .bMoreSpecific, score)
  }

  /// Below this coverage of both sides two statements tell different facts; from the other on one side is told by the other.
  private static let (leastCoverage, fullCoverage): (Float, Float) = (0.5, 0.7)
  /// How much more of one side must be covered for the other to say more.
  private static let leastGap: Float = 0.1

  /// Differences belong to one fact told twice, and a conflict to statements that conflict.
  private static func fitting(_ found: [Difference], _ relation: Relation, _ pair: Pair) -> [Difference] {
    switch relation {
    case .different: return []
    case .conflicting:
      // Of two single statements who denies and who is denied are not held against each other.
      let isOpposed = found.contains { $0.dimension == .polarity }
      let found = found.filter { !isOpposed || $0.dimension != .source || $0.verdict == .conflict }
      return found.contains { $0.verdict == .conflict }
        ? found : found + SubstitutionRule.difference(pair).list
    default: return found.filter { $0.verdict == .compatible }
    }
  }
}

extension Relation {
  /// Whether one side says more.
  fileprivate var isOneWay: Bool { self == .aMoreSpecific || self == .bMoreSpecific }
}

/// The learned weights of the relation, by name.
public enum Weights: String, Sendable, CaseIterable {
  /// Our own annotation guide; the default everywhere.
  case news
  /// The ANS benchmark, which draws the line between a changed and another fact elsewhere.
  case ans
  /// None: the rules and the coverages alone decide, to see what the learned part adds.
  case none

  /// Whether they see features without a name: words, and the vectors of what stands open. The head of `Tools/relation/train.py`
  /// says which do.
  var seeAll: Bool { self == .ans }

  /// What the classes of the file mean.
  var classes: [Relation] {
    switch self {
    case .news: [.equivalent, .aMoreSpecific, .bMoreSpecific, .overlapping, .conflicting, .different]
    case .ans: [.equivalent, .conflicting, .different]
    case .none: []
    }
  }
}

extension Features {
  /// The features of two statements, source frames left out, and the differences that the rules find whatever the relation is.
  package static func evidence(_ a: Statement, _ b: Statement) -> (features: Features, found: [Difference]) {
    let pair = Pair(a, b)
    let found = pair.differences()
    return (Features(pair, found, areAllSeen: true), found)
  }
}

extension Pair {
  /// Two reports as one statement each.
  convenience init(statementsOf a: Report, _ b: Report) {
    let known = KnownTerms()
    self.init(Statement(a, known), Statement(b, known))
  }

  /// Two statements, each with all that it tells.
  fileprivate convenience init(_ a: Statement, _ b: Statement) {
    let (sideA, sideB) = (a.side, b.side)
    let anchors = Anchors.linked(sideA.compared, sideB.compared)
    self.init(
      sideA, sideB, Alignment(sideA.terms.linked(by: anchors.a), sideB.terms.linked(by: anchors.b)),
      Coverages(sideA.compared, sideB.compared))
  }
}
