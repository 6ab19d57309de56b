/// What a rule says about two sides that tell one thing, with pairs of statements that it must and must not fit.
///
/// The tests and `docs/differences.md` are made from these declarations.
public struct DifferenceRule: Sendable {
  /// A pair of statements.
  public struct Example: Sendable {
    /// The first statement.
    public let a: String
    /// The second statement.
    public let b: String
    /// The day on which both were published (EDTF), where their times are told from it.
    public let published: String?

    init(_ a: String, _ b: String, published: String? = nil) {
      self.a = a
      self.b = b
      self.published = published
    }
  }

  /// What the difference is about.
  public let dimension: Difference.Dimension
  /// The dimension and the kind ("number.disjoint"); a name never changes.
  public let name: String
  /// Compatible or conflict.
  public let verdict: Difference.Verdict
  /// One sentence a reader understands, in English.
  public let reason: String
  /// The same in Arabic.
  public let arabicReason: String
  /// Whether it tells what the newer of two versions of one article changed.
  public let isOfVersions: Bool
  /// Pairs that show the difference.
  public let good: [Example]
  /// Pairs that look like it and do not.
  public let bad: [Example]

  init(
    _ name: String, _ verdict: Difference.Verdict, _ reason: String, arabic: String, good: [Example],
    bad: [Example] = [], isOfVersions: Bool = false
  ) {
    self.name = name
    dimension = Difference.Dimension(rawValue: String(name.prefix { $0 != "." })) ?? .wording
    self.verdict = verdict
    self.reason = reason
    arabicReason = arabic
    self.isOfVersions = isOfVersions
    self.good = good
    self.bad = bad
  }

  /// All rules, in the order of the dimensions.
  public static let all: [DifferenceRule] =
    NumberRules.all + DateRules.all + PlaceRules.all + NameRules.all + RoleRules.all + SourceRules.all
    + PolarityRules.all + ModalityRules.all + QuoteRules.all + WordingRules.all + ScopeRules.all + VersionRules.all

  /// The rule of a name.
  public static func named(_ name: String) -> DifferenceRule? { all.first { $0.name == name } }

  /// The names of those that tell what the newer of two versions changed.
  fileprivate static let updates = Set(all.filter(\.isOfVersions).map(\.name))

  /// The difference of two details.
  func difference(_ a: Difference.Detail, _ b: Difference.Detail) -> Difference {
    Difference(dimension: dimension, verdict: verdict, a: a, b: b, rule: name, reason: reason)
  }
}

extension Difference {
  /// Whether it tells what the newer of two versions changed.
  public var isUpdate: Bool { DifferenceRule.updates.contains(rule) }
}
