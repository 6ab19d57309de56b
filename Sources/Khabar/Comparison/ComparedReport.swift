/// A report with what all sides of pairs ask it for, made once.
final class ComparedReport {
  let report: Report
  /// The keys of the names of the report.
  let names: NameKeys
  /// The words that were met before.
  let known: KnownTerms
  /// The mentions of persons, in reading order.
  let persons: [PersonMention]
  /// The days around publication, if they are known.
  let published: (first: Day, last: Day)?

  /// A mention of a person.
  struct PersonMention {
    /// Its place among all mentions.
    let mention: Int
    let span: Span
    let name: (text: String, key: NameKey)?
  }

  /// What was asked of spans, such as those of sources.
  private var termsOfSpans: [(span: Span, terms: Terms)] = []
  private var stemsOfSpans: [(span: Span, stems: KeySet)] = []
  private var coverages: [(own: Span, other: Span, coverage: (a: Float, b: Float))] = []

  init(_ report: Report, _ names: NameKeys, _ known: KnownTerms) {
    (self.report, self.names, self.known) = (report, names, known)
    persons = report.mentions.indices.filter { report.mentions[$0].kind == .person }.map { index in
      PersonMention(
        mention: index, span: report.mentions[index].span, name: report.mentions[index].name.map { ($0, names[$0]) })
    }
    published = report.published.flatMap(EDTF.bounds)
  }

  /// The terms of a span, wherever it stands.
  func terms(of span: Span) -> Terms {
    if let known = termsOfSpans.first(where: { $0.span == span }) { return known.terms }
    let terms = Terms(report.words, [report.words.range(span)], Anchors(), known)
    termsOfSpans.append((span, terms))
    return terms
  }

  /// The stems of the words of a span that are no function words.
  func stems(of span: Span) -> KeySet {
    if let known = stemsOfSpans.first(where: { $0.span == span }) { return known.stems }
    let words = report.words
    let stems = KeySet(
      words.range(span).filter { words[$0].isWordLike && !words.has(.function, at: $0) }
        .map { Stem.key(words.foldedText($0), words[$0].script) })
    stemsOfSpans.append((span, stems))
    return stems
  }

  /// How much of a span and of one of the report that this one is compared with the words of the other one cover.
  func coverage(_ own: Span, _ other: Span, in report: ComparedReport) -> (a: Float, b: Float) {
    if let known = coverages.first(where: { $0.own == own && $0.other == other }) { return known.coverage }
    let alignment = Alignment(terms(of: own), report.terms(of: other))
    let coverage = (alignment.coverageOfA, alignment.coverageOfB)
    coverages.append((own, other, coverage))
    return coverage
  }
}
