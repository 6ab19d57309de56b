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
    relation = .different
    score = 0
    differences = []
  }
}

/// The learned weights of the relation, by name.
public enum Weights: String, Sendable, CaseIterable {
  /// Our own annotation guide; the default everywhere.
  case news
  /// The ANS benchmark, which draws the line between a changed and another fact elsewhere.
  case ans
}
