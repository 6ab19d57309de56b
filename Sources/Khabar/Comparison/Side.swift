/// One side of an aligned pair: the facts that tell one thing, with everything that stands in them.
///
/// It is a reference, since rules hand pairs on at every step, and finds out once what several rules ask for.
final class Side {
  let report: Report
  /// The keys of the names of the report.
  let names: NameKeys
  /// The words that were met before.
  private let known: KnownTerms
  let facts: [Fact]
  let quantities: [Quantity]
  let times: [TimeExpression]
  let mentions: [Mention]
  /// The tokens of the facts.
  let ranges: [Range<Int>]
  /// The tokens from the first fact to the last.
  let hull: Range<Int>
  /// The persons that the facts and their sources name, each once.
  let persons: [Person]

  /// The quantities that count (`NumberRules`).
  private(set) lazy var counted = NumberRules.counted(self)
  /// The times whose days are known (`DateRules`).
  private(set) lazy var resolved = DateRules.resolved(self)
  /// The longest quotation that begins in the facts (`QuoteRules`).
  private(set) lazy var quote = QuoteRules.quote(self)
  /// All runs between quotation marks around the facts.
  private(set) lazy var quotations = Quotations.all(in: report.words, around: hull)
  /// The longest period that is told (`ScopeRules`).
  private(set) lazy var period = ScopeRules.length(self)
  /// The first hours that are told (`Hours`).
  private(set) lazy var hours = Hours.first(self)
  /// The lengths of time within which something is to be done (`Deadlines`).
  private(set) lazy var deadlines = Deadlines.lengths(self)
  /// The places that are named.
  private(set) lazy var places = mentions.filter { $0.kind == .place && $0.name != nil }
  /// What is said of the subject: the first finite verb with a word or two behind it, else the first content words.
  private(set) lazy var predicate = firstPredicate()
  /// The sentence around the facts, frames included.
  private(set) lazy var sentence = report.words.sentence(around: hull)
  /// The era of that sentence.
  private(set) lazy var era = Era(report, sentence)
  /// What was asked of spans, such as those of sources.
  private var termsOfSpans: [(span: Span, terms: Terms)] = []
  private var stemsOfSpans: [(span: Span, stems: KeySet)] = []

  init(_ report: Report, _ facts: [Fact], _ names: NameKeys, _ known: KnownTerms) {
    self.report = report
    self.names = names
    self.known = known
    self.facts = facts
    let spans = facts.map(\.span)
    quantities = report.quantities.lying(in: spans, \.span)
    times = report.times.lying(in: spans, \.span)
    mentions = report.mentions.lying(in: spans, \.span)
    ranges = facts.map { report.words.range($0.span) }
    let first = ranges.map(\.lowerBound).min() ?? 0
    hull = first..<max(first, ranges.map(\.upperBound).max() ?? 0)
    persons = Person.all(report, facts, names)
  }

  /// The persons of the facts and of their sources.
  var people: [Mention] {
    let spans = facts.map(\.span) + facts.flatMap { $0.sources.map(\.span) }
    return report.mentions.indices.filter { index in
      report.mentions[index].kind == .person && spans.contains { $0.contains(report.mentions[index].span) }
    }.map { report.mentions[$0] }
  }

  private func firstPredicate() -> Range<Int> {
    let words = report.words
    let verb = hull.first { words[$0].kind == .word && Tagger(words, $0).tag().isVerb }
    let start = verb ?? hull.first { words[$0].kind == .word && !words.has(.function, at: $0) } ?? hull.lowerBound
    return start..<max(start, min(start + 3, hull.upperBound))
  }

  /// The verb of saying, if it stands close before, and the predicate.
  var assertion: Range<Int> {
    let predicate = predicate
    guard let verb = facts.first?.verb?.span else { return predicate }
    let start = report.words.range(verb).lowerBound
    return start < predicate.lowerBound && predicate.upperBound - start <= 12 ? start..<predicate.upperBound : predicate
  }

  /// Whether any word stands between quotation marks.
  var hasQuotedWords: Bool { quotations.contains { $0.contains { report.words[$0].isWordLike } } }

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

  /// A detail with the words of a span.
  func detail(_ span: Span, value: String? = nil) -> Difference.Detail {
    Difference.Detail(span: span, text: report.text(span), value: value)
  }

  /// A detail with the words of a run of tokens.
  func detail(tokens: Range<Int>, value: String? = nil) -> Difference.Detail {
    detail(report.words.coreSpan(tokens), value: value)
  }

  /// The detail of one token.
  func detail(token: Int) -> Difference.Detail { detail(report.words.coreSpan(token..<token + 1)) }

  /// The longest chain of its facts.
  var sources: [Source] { facts.map(\.sources).max { $0.count < $1.count } ?? [] }
}

extension Array {
  /// The elements whose spans lie in one of some spans. Most lie in none, and copying them all would cost more than asking.
  @inline(__always)
  fileprivate func lying(in spans: [Span], _ span: (Element) -> Span) -> Self {
    var found: Self = []
    for index in indices {
      let own = span(self[index])
      if spans.contains(where: { $0.contains(own) }) { found.append(self[index]) }
    }
    return found
  }
}

extension Words {
  /// The sentence around some tokens.
  func sentence(around tokens: Range<Int>) -> Range<Int> {
    var (lower, upper) = (tokens.lowerBound, tokens.upperBound)
    while lower > 0, !endsSentence(lower - 1) { lower -= 1 }
    while upper < count, !endsSentence(upper) { upper += 1 }
    return lower..<upper
  }

  /// Whether a sentence or line ends at a token.
  fileprivate func endsSentence(_ token: Int) -> Bool {
    switch self[token].mark {
    case 0x2E, 0x3F, 0x21, 0x61F: true
    default: self[token].newlines > 0
    }
  }
}
