/// A statement that is related to others: what it alone tells is found out once, however many they are.
///
/// What was found out for one of them depends on none of them, so that each comes out as it would by itself. One thread at a time
/// may use it.
public final class Statement {
  /// All that it tells.
  let side: Side

  /// Prepares a text that was read as an article of one paragraph; of one without facts the whole text is one.
  public init(_ report: Report, _ known: KnownTerms = KnownTerms()) {
    let words = report.words
    let facts = report.facts.isEmpty ? [Fact(id: 0, span: words.span(words.indices), block: 0)] : report.facts
    side = Side(ComparedReport(report, known), facts)
  }

  /// What the encoder of sentences reads of its words: rows of the table of vectors, -1 for words without one and -2 for numbers.
  package var encodedRows: [Int32] { side.terms.all.map(\.encodedRow) }
}
