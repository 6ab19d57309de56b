import ArgumentParser
import Khabar

/// What makes a command end with 1 instead of 0.
enum FailOn: String, Choice {
  /// The two contradict each other.
  case conflict
  /// One side has a fact that the other has not.
  case unique
  /// The newer of two versions tells a fact otherwise.
  case update
  /// Anything at all differs.
  case any

  static let help: ArgumentHelp =
    """
    Exit with 1 if there is a conflict, a fact of one side only (unique), a fact that the newer version changed (update), \
    or any difference.
    """

  func isFound(in comparison: Comparison) -> Bool {
    let isConflicting = !comparison.conflicting.isEmpty
    let isUnique = !(comparison.onlyInA.isEmpty && comparison.onlyInB.isEmpty)
    let isUpdated = !comparison.changed.isEmpty
    return switch self {
    case .conflict: isConflicting
    case .unique: isUnique
    case .update: isUpdated
    case .any:
      isConflicting || isUnique || isUpdated || comparison.versions?.isChanged ?? false
        || comparison.shared.contains { !$0.differences.isEmpty }
    }
  }

  func isFound(in statements: StatementRelation) -> Bool {
    switch self {
    case .conflict: statements.relation == .conflicting
    case .unique: statements.relation == .different
    case .update: false
    case .any: statements.relation != .equivalent || !statements.differences.isEmpty
    }
  }
}
