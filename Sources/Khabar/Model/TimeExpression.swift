/// A date, period or clock time of the text, resolved as far as the text allows.
public struct TimeExpression: Sendable, Hashable {
  /// What a relative expression was resolved against.
  public enum Anchor: String, Sendable, CaseIterable { case published, text, none }

  /// Id of its mention.
  public var mention: Int
  /// Where.
  public var span: Span
  /// The value in EDTF (ISO 8601-2) level 0 or 1: "2023-05-08", "2023-05-01/2023-05-10", "2023-05-08T16:30".
  public var edtf: String?
  /// What it was resolved against.
  public var anchor: Anchor

  /// Makes a time expression.
  public init(mention: Int, span: Span, edtf: String? = nil, anchor: Anchor = .none) {
    self.mention = mention
    self.span = span
    self.edtf = edtf
    self.anchor = anchor
  }
}
