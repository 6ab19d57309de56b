/// Two articles that tell one event.
public struct ArticlePair: Sendable, Hashable {
  /// How much one text is a copy of the other.
  public enum Copy: String, Sendable, CaseIterable {
    /// Most runs of words are the same.
    case near
    /// Parts are the same, others are written anew.
    case middling
    /// Hardly a run of words is the same, but most of the telling words are.
    case rewritten
  }

  /// Number of the earlier article in the order they were added, from 0.
  public var a: Int
  /// Number of the later one.
  public var b: Int
  /// How sure it is, 500 (as likely as not) to 1000.
  public var score: Int
  /// How much of a copy it is; nil for texts that only tell the same event.
  public var copy: Copy?
  /// Days between the publications, if both are known.
  public var days: Int?
  /// Words that both have, the most telling first.
  public var words: [String]

  /// Makes a pair.
  public init(a: Int, b: Int, score: Int, copy: Copy?, days: Int?, words: [String]) {
    self.a = a
    self.b = b
    self.score = score
    self.copy = copy
    self.days = days
    self.words = words
  }
}
