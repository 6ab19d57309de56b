/// Two reports of (perhaps) one event, aligned fact by fact.
public struct Comparison: Sendable {
  /// Whether both reports tell the same event.
  public struct SameEvent: Sendable, Hashable {
    /// The verdict on the score.
    public enum Verdict: String, Sendable, CaseIterable { case same, different, uncertain }

    /// 0 (nothing in common) to 1000.
    public var score: Int
    /// What the score means.
    public var verdict: Verdict
    /// The evidence, one short sentence each.
    public var because: [String]

    /// Makes a verdict.
    package init(score: Int, verdict: Verdict, because: [String]) {
      self.score = score
      self.verdict = verdict
      self.because = because
    }
  }

  /// A fact as one place of a report.
  public struct Place: Sendable, Hashable {
    /// Id of the fact in its report.
    public var fact: Int
    /// Where.
    public var span: Span
    /// Who says it there.
    public var sources: [Source]

    /// Makes a place.
    package init(fact: Int, span: Span, sources: [Source]) {
      self.fact = fact
      self.span = span
      self.sources = sources
    }
  }

  /// Facts of both sides that tell one thing.
  public struct Match: Sendable, Hashable {
    /// How the two sides relate.
    public var relation: Relation
    /// How sure the alignment is, 0 to 1000.
    public var score: Int
    /// The places in A.
    public var a: [Place]
    /// The places in B.
    public var b: [Place]
    /// What differs.
    public var differences: [Difference]
    /// How many origins both tellings have: 1 where they go back to one source or passage, else 2.
    public var origins: Int?
    /// What became of the fact, if the two are versions of one article.
    public var change: Change?
    /// Whether it stands elsewhere among the facts than in the older version.
    public var isMoved = false

    /// Makes a match.
    package init(
      relation: Relation, score: Int, a: [Place], b: [Place], differences: [Difference], origins: Int? = nil,
      change: Change? = nil, isMoved: Bool = false
    ) {
      self.relation = relation
      self.score = score
      self.a = a
      self.b = b
      self.differences = differences
      self.origins = origins
      self.change = change
      self.isMoved = isMoved
    }
  }

  /// A run of words that both texts have verbatim.
  public struct Reuse: Sendable, Hashable {
    /// Where it stands in A.
    public var a: Span
    /// Where it stands in B.
    public var b: Span

    /// Makes a passage.
    package init(a: Span, b: Span) {
      self.a = a
      self.b = b
    }
  }

  /// The first report.
  public var a: Report
  /// The second report.
  public var b: Report
  /// One event or two.
  public var sameEvent: SameEvent
  /// Facts both tell without conflict, in the order of A.
  public var shared: [Match]
  /// Facts on which they contradict each other, in the order of A.
  public var conflicting: [Match]
  /// Facts only A tells.
  public var onlyInA: [Place]
  /// Facts only B tells.
  public var onlyInB: [Place]
  /// Passages in both, verbatim.
  public var reused: [Reuse]
  /// How many origins the shared facts come from.
  public var independentOrigins: Int
  /// What else was changed, if A and B are an older and a newer version of one article; else nil.
  public var versions: Versions?

  /// Makes a comparison of values that are known.
  package init(
    a: Report, b: Report, sameEvent: SameEvent, shared: [Match], conflicting: [Match], onlyInA: [Place],
    onlyInB: [Place], reused: [Reuse], independentOrigins: Int, versions: Versions? = nil
  ) {
    self.a = a
    self.b = b
    self.sameEvent = sameEvent
    self.shared = shared
    self.conflicting = conflicting
    self.onlyInA = onlyInA
    self.onlyInB = onlyInB
    self.reused = reused
    self.independentOrigins = independentOrigins
    self.versions = versions
  }

  /// Facts of A that stand in `shared` or `conflicting`, per thousand of its facts.
  public var sharedShareOfA: Int { share((shared + conflicting).flatMap(\.a), onlyInA) }
  /// The same for B.
  public var sharedShareOfB: Int { share((shared + conflicting).flatMap(\.b), onlyInB) }

  private func share(_ matched: [Place], _ unique: [Place]) -> Int {
    matched.isEmpty ? 0 : matched.count * 1000 / (matched.count + unique.count)
  }
}

/// How two statements of one event relate.
public enum Relation: String, Sendable, CaseIterable {
  case equivalent, aMoreSpecific, bMoreSpecific, overlapping, conflicting, different
}
