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
    let probabilities = Forest(weights).probabilities(Features(of: a, and: b))
    let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
    relation = weights.classes.indices.contains(best) ? weights.classes[best] : .different
    score = probabilities.isEmpty ? 0 : probabilities[best]
    differences = []
  }
}

/// The learned weights of the relation, by name.
public enum Weights: String, Sendable, CaseIterable {
  /// Our own annotation guide; the default everywhere.
  case news
  /// The ANS benchmark, which draws the line between a changed and another fact elsewhere.
  case ans

  /// What the classes of the file mean.
  var classes: [Relation] {
    switch self {
    case .news: [.equivalent, .aMoreSpecific, .bMoreSpecific, .overlapping, .conflicting, .different]
    case .ans: [.equivalent, .conflicting, .different]
    }
  }
}

extension Features {
  /// The features of two statements, source frames left out.
  package init(of a: Report, and b: Report) {
    self.init(
      Alignment(Terms(a.words, a.statement), Terms(b.words, b.statement)), isSameLanguage: a.language == b.language)
  }
}

extension Report {
  /// The tokens of all facts; of a report without facts all its tokens.
  fileprivate var statement: [Range<Int>] {
    facts.isEmpty ? [words.indices] : facts.map { words.range($0.span) }
  }
}
