/// What the extractors hand to `Report(of:)`: token ranges with values; ids and spans are given there.

/// A date or period.
package struct TimeMatch: Sendable, Hashable {
  package var range: Range<Int>
  package var edtf: String?
  package var anchor: TimeExpression.Anchor
}

/// A number with its hedge and counted noun.
package struct QuantityMatch: Sendable, Hashable {
  package var range: Range<Int>
  /// The figure without hedge and noun.
  package var figure: Range<Int>
  package var value: String?
  package var low: String?
  package var high: String?
  package var unit: String?
  package var isApproximate = false
}

/// A person, organisation or place.
package struct NameMatch: Sendable, Hashable {
  package var kind: Mention.Kind
  package var range: Range<Int>
  /// Name or code (see `Mention.name`).
  package var name: String?
  /// Title or office tokens, before or after the name.
  package var role: Range<Int>?
  /// Whether a place has another reading.
  package var isDoubtful = false
  /// Index of the first name of the same entity among all names of the report.
  package var sameAs: Int?
}

/// A fact as tokens.
package struct FactMatch: Sendable, Hashable {
  package var range: Range<Int>
  package var block: Int
  package var sources: [SourceMatch] = []
  package var verb: Range<Int>?
  package var force = ReportingVerb.Force.neutral
  package var polarity = Fact.Polarity.affirmed
  package var certainty = Fact.Certainty.asserted
  package var quoted = Fact.Quoted.none
  /// Index of the fact that this one restates.
  package var repeats: Int?
}

/// One link of a source chain as tokens.
package struct SourceMatch: Sendable, Hashable {
  package var range: Range<Int>
  package var name: String?
  package var kind = Source.Kind.unknown
  package var isAnonymous = false
  package var count: String?
}
