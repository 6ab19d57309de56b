/// One typed detail in which two aligned facts differ.
public struct Difference: Sendable, Hashable {
  /// What the detail is about. The raw value is its name in every output.
  public enum Dimension: String, Sendable, CaseIterable {
    case number, date, place, name, role, source, polarity, modality, quote, wording, scope
  }
  /// Whether both details can be true at one time.
  public enum Verdict: String, Sendable, CaseIterable { case compatible, conflict }
  /// One side's wording of the detail.
  public struct Detail: Sendable, Hashable {
    /// Where it stands, in the report (or statement) of its side.
    public var span: Span
    /// The words.
    public var text: String
    /// The normalized value, where there is one ("5", "2023-05-08").
    public var value: String?

    /// Makes a detail.
    public init(span: Span, text: String, value: String? = nil) {
      self.span = span
      self.text = text
      self.value = value
    }
  }

  /// What the detail is about.
  public var dimension: Dimension
  /// Compatible or conflict.
  public var verdict: Verdict
  /// The detail in A.
  public var a: Detail
  /// The detail in B.
  public var b: Detail
  /// Name of the rule that found it ("number.interval-overlap").
  public var rule: String
  /// One sentence a reader understands.
  public var reason: String

  /// Makes a difference.
  public init(dimension: Dimension, verdict: Verdict, a: Detail, b: Detail, rule: String, reason: String) {
    self.dimension = dimension
    self.verdict = verdict
    self.a = a
    self.b = b
    self.rule = rule
    self.reason = reason
  }
}
