/// A report with what all sides of pairs ask it for, made once.
final class ComparedReport {
  let report: Report
  /// The words and names that were met before.
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

  /// What its words stand for, as far as the report alone tells.
  private(set) lazy var anchors = Anchors(report.words, report.times, report.quantities)
  /// Its named persons and organisations.
  private(set) lazy var entities = report.entities(known)
  /// Its rare words by their sounds.
  private(set) lazy var sounds = NamesBySound(report)

  init(_ report: Report, _ known: KnownTerms) {
    self.known = known
    persons = report.mentions.indices.filter { report.mentions[$0].kind == .person }.map { index in
      PersonMention(
        mention: index, span: report.mentions[index].span,
        name: report.mentions[index].name.map { ($0, known.name($0)) })
    }
    published = report.published.flatMap(EDTF.bounds)
    // Handed over at last, so that it is not copied.
    self.report = report
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
    let (words, range) = (report.words, report.words.range(span))
    var keys: [UInt64] = []
    keys.reserveCapacity(range.count)
    for token in range where words[token].isWordLike && !words.has(.function, at: token) {
      keys.append(Stem.key(words.foldedText(token), words[token].script))
    }
    let stems = KeySet(keys)
    stemsOfSpans.append((span, stems))
    return stems
  }
}

extension ComparedReport {
  /// The terms of some facts and of some facts of another report, by which they are matched, looked up together.
  func terms(_ facts: [Fact], _ other: ComparedReport, _ factsOfOther: [Fact]) -> (own: [Terms], other: [Terms]) {
    let anchors = Anchors.linked(self, other)
    return (report.terms(facts, anchors.a, known), other.report.terms(factsOfOther, anchors.b, other.known))
  }
}
