import ArgumentParser
import Khabar

/// What makes a command end with 1 instead of 0.
enum FailOn: String, Choice {
  /// The two contradict each other.
  case conflict
  /// One side has a fact that the other has not.
  case unique
  /// Anything at all differs.
  case any

  static let help: ArgumentHelp =
    "Exit with 1 if there is a conflict, a fact of one side only (unique), or any difference."

  func isFound(in comparison: Comparison) -> Bool {
    let isConflicting = !comparison.conflicting.isEmpty
    let isUnique = !(comparison.onlyInA.isEmpty && comparison.onlyInB.isEmpty)
    return switch self {
    case .conflict: isConflicting
    case .unique: isUnique
    case .any: isConflicting || isUnique || comparison.shared.contains { !$0.differences.isEmpty }
    }
  }

  func isFound(in statements: StatementRelation) -> Bool {
    switch self {
    case .conflict: statements.relation == .conflicting
    case .unique: statements.relation == .different
    case .any: statements.relation != .equivalent || !statements.differences.isEmpty
    }
  }
}
