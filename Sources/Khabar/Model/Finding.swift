/// Something wrong or worth knowing about an input, with a code that never changes.
public struct Finding: Sendable, Hashable {
  /// How bad it is. Error: the article cannot be used. Warning: a result may be wrong. Note: worth knowing.
  public enum Severity: String, Sendable, CaseIterable { case error, warning, note }

  /// Stable code ("hidden-bidi-control").
  public var code: String
  /// How bad.
  public var severity: Severity
  /// What, and what to do about it, in one sentence.
  public var message: String
  /// Where, if at one place.
  public var span: Span?
  /// What the text should probably read, if that can be told.
  public var repair: String?

  /// Makes a finding.
  public init(code: String, severity: Severity, message: String, span: Span? = nil, repair: String? = nil) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.repair = repair
  }
}
