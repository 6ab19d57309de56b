extension Comparison {
  /// What was changed from A, the older version of an article, to B, the newer one, besides its facts.
  public struct Versions: Sendable, Hashable {
    /// A headline that has other words than before, or that only one version has.
    public struct Headline: Sendable, Hashable {
      /// Where it stands in A.
      public var a: Span?
      /// Where it stands in B.
      public var b: Span?

      /// Makes a headline.
      package init(a: Span?, b: Span?) {
        self.a = a
        self.b = b
      }
    }

    /// What the outlet says of its own article ("Correction: …", "This story has been updated.").
    public struct Notice: Sendable, Hashable {
      /// What is said. The raw value is its name in every output.
      public enum Kind: String, Sendable, CaseIterable {
        case correction, clarification, update, retraction, editorsNote
      }
      /// A version.
      public enum Side: String, Sendable, CaseIterable { case a, b }

      /// What is said.
      public var kind: Kind
      /// The only version that has it: B where it was added, A where it was taken out.
      public var side: Side
      /// Where, in the text of that version.
      public var span: Span
      /// Ids of the facts of that version that it holds; they stand in `onlyInA` or `onlyInB`.
      public var facts: [Int]

      /// Makes a notice.
      package init(kind: Kind, side: Side, span: Span, facts: [Int]) {
        self.kind = kind
        self.side = side
        self.span = span
        self.facts = facts
      }
    }

    /// The headline, if it was changed.
    public var headline: Headline?
    /// Notices that only one version has.
    public var notices: [Notice]

    /// Whether the headline or the notices were changed.
    public var isChanged: Bool { headline != nil || !notices.isEmpty }

    /// Makes what is known of two versions.
    package init(headline: Headline?, notices: [Notice]) {
      self.headline = headline
      self.notices = notices
    }
  }

  /// What became of a fact from one version to the next. The raw value is its name in every output.
  public enum Change: String, Sendable, CaseIterable {
    /// Word for word as before.
    case unchanged
    /// The same in other words.
    case reworded
    /// With more detail.
    case extended
    /// With less detail.
    case shortened
    /// With some details for others.
    case rewritten
    /// With another figure, date, name, source …: at least one difference says which.
    case updated

    /// Whether the reader is told something else than before.
    public var tellsSomethingElse: Bool { self != .unchanged && self != .reworded }
  }

  /// Facts that the newer version tells otherwise, in the order of A; none unless the two are versions.
  public var changed: [Match] { shared.filter { $0.change?.tellsSomethingElse ?? false } }
  /// Facts that both versions tell alike, in the order of A; none unless the two are versions.
  public var kept: [Match] { shared.filter { $0.change?.tellsSomethingElse == false } }
  /// Facts only A tells, without those that a notice or a changed headline holds.
  public var removed: [Place] { onlyInA.filter { !isTold($0, .a) } }
  /// Facts only B tells, without those that a notice or a changed headline holds.
  public var added: [Place] { onlyInB.filter { !isTold($0, .b) } }

  private func isTold(_ place: Place, _ side: Versions.Notice.Side) -> Bool {
    let headline = side == .a ? versions?.headline?.a : versions?.headline?.b
    return headline?.contains(place.span) ?? false
      || versions?.notices.contains { $0.side == side && $0.facts.contains(place.fact) } ?? false
  }
}
