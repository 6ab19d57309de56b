/// A run of text with one role.
public struct Block: Sendable, Hashable {
  /// What a block is for. The raw value is its name in every output.
  public enum Kind: String, Sendable, CaseIterable {
    case headline, deck, byline, dateline, caption, heading, paragraph, listItem, quote, related, boilerplate

    /// Whether the block tells the news itself, so that facts are taken from it.
    public var tellsNews: Bool {
      switch self {
      case .headline, .deck, .caption, .paragraph, .listItem, .quote: true
      case .byline, .dateline, .heading, .related, .boilerplate: false
      }
    }
  }

  /// The role.
  public var kind: Kind
  /// Where it stands in the report's text, without surrounding white space.
  public var span: Span
  /// XPath of the element it was read from (HTML only).
  public var selector: String?

  /// Makes a block.
  public init(kind: Kind, span: Span, selector: String? = nil) {
    self.kind = kind
    self.span = span
    self.selector = selector
  }
}
