/// One link of a source chain: who says a fact.
public struct Source: Sendable, Hashable {
  /// What sort of source it is. The raw value is its name in every output.
  public enum Kind: String, Sendable, CaseIterable {
    case media, official, person, organisation, document, witness, unknown
  }

  /// The words that name the source.
  public var span: Span
  /// The resolved name ("أكسيوس" for "الموقع"), where one is known.
  public var name: String?
  /// The sort of source.
  public var kind: Kind
  /// Whether the source is not named ("مصدر", "officials who asked not to be named").
  public var isAnonymous: Bool
  /// How many speak, as a plain decimal ("5"), where the text counts them.
  public var count: String?

  /// Makes a source.
  public init(span: Span, name: String? = nil, kind: Kind = .unknown, isAnonymous: Bool = false, count: String? = nil) {
    self.span = span
    self.name = name
    self.kind = kind
    self.isAnonymous = isAnonymous
    self.count = count
  }
}
