/// A number of the text that counts or measures.
///
/// Values are plain decimal strings, so that no binary rounding enters an output.
public struct Quantity: Sendable, Hashable {
  /// Id of its mention.
  public var mention: Int
  /// The number with its hedge, figure and counted noun or unit.
  public var span: Span
  /// The value, where one is stated; of an interval its stated figure.
  public var value: String?
  /// Lower bound; absent when open or when nothing is known.
  public var low: String?
  /// Upper bound; absent when open or when nothing is known.
  public var high: String?
  /// UCUM code ("km", "%"), ISO 4217 code ("USD"), or an annotation for counted nouns ("{person}", "{killed}").
  public var unit: String?
  /// Whether the text hedges ("نحو", "about").
  public var isApproximate: Bool

  /// Makes a quantity.
  public init(
    mention: Int, span: Span, value: String? = nil, low: String? = nil, high: String? = nil, unit: String? = nil,
    isApproximate: Bool = false
  ) {
    self.mention = mention
    self.span = span
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.isApproximate = isApproximate
  }
}
