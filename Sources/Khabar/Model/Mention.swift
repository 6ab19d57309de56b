/// A span that names a person, organisation, place, time or quantity.
public struct Mention: Sendable, Hashable {
  /// What is named. The raw value is its name in every output.
  public enum Kind: String, Sendable, CaseIterable { case person, organisation, place, time, quantity }

  /// Number of the mention in its report, from 1; outputs write "m1".
  public var id: Int
  /// What is named.
  public var kind: Kind
  /// Where.
  public var span: Span
  /// The name without titles, or a stable code: for places of the lexicon the ISO 3166 code or the code of the city.
  public var name: String?
  /// Title or office, as the text has it ("كبير مستشاري الرئيس الأميركي").
  public var role: String?
  /// Where the role stands.
  public var roleSpan: Span?
  /// Id of the first mention of the same entity.
  public var sameAs: Int?

  /// Makes a mention.
  public init(
    id: Int, kind: Kind, span: Span, name: String? = nil, role: String? = nil, roleSpan: Span? = nil, sameAs: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.span = span
    self.name = name
    self.role = role
    self.roleSpan = roleSpan
    self.sameAs = sameAs
  }
}
