/// The smallest statement a reader would check by itself, without its attribution frame.
public struct Fact: Sendable, Hashable {
  /// Whether the statement is made, made with a negator, or is the denial of a claim.
  public enum Polarity: String, Sendable, CaseIterable { case affirmed, negated, denied }
  /// How firmly the statement is made.
  public enum Certainty: String, Sendable, CaseIterable { case asserted, possible, planned, conditional }
  /// How much of the statement stands between quotation marks.
  public enum Quoted: String, Sendable, CaseIterable { case none, partial, whole }

  /// Number of the fact in its report, from 1; outputs write "f1".
  public var id: Int
  /// The statement, frame cut off.
  public var span: Span
  /// Index of the block it stands in.
  public var block: Int
  /// Who says it, outermost first; empty when the outlet speaks itself.
  public var sources: [Source]
  /// The verb of saying that carries it.
  public var verb: ReportingVerb?
  /// Affirmed, negated or denied.
  public var polarity: Polarity
  /// Asserted, possible, planned or conditional.
  public var certainty: Certainty
  /// Whether it is quoted.
  public var quoted: Quoted
  /// Ids of the mentions inside the span.
  public var mentions: [Int]
  /// Id of the earlier or fuller fact which this one restates (a headline its lead, a caption the deck).
  public var repeats: Int?

  /// Makes a fact.
  public init(
    id: Int, span: Span, block: Int, sources: [Source] = [], verb: ReportingVerb? = nil, polarity: Polarity = .affirmed,
    certainty: Certainty = .asserted, quoted: Quoted = .none, mentions: [Int] = [], repeats: Int? = nil
  ) {
    self.id = id
    self.span = span
    self.block = block
    self.sources = sources
    self.verb = verb
    self.polarity = polarity
    self.certainty = certainty
    self.quoted = quoted
    self.mentions = mentions
    self.repeats = repeats
  }
}

/// A verb or particle of saying ("قال", "وفقاً", "denied").
public struct ReportingVerb: Sendable, Hashable {
  /// The stance the reporter takes by choosing it.
  public enum Force: String, Sendable, CaseIterable { case neutral, confirm, claim, deny }

  /// The word.
  public var span: Span
  /// Its stance.
  public var force: Force

  /// Makes a verb of saying.
  public init(span: Span, force: Force) {
    self.span = span
    self.force = force
  }
}
