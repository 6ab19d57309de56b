/// One side of an aligned pair: the facts that tell one thing, with everything that stands in them.
///
/// It is a reference, since rules hand pairs on at every step, and finds out once what several rules ask for.
final class Side {
  let compared: ComparedReport
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
  /// Whether a word of the facts may negate something; most have none.
  private(set) lazy var mayNegate = ranges.contains {
    report.words.next(Negation.cues, from: $0.lowerBound, before: $0.upperBound) < $0.upperBound
  }
  /// The word by which the facts deny something (`PolarityRules`).
  private(set) lazy var denial = PolarityRules.denial(self)
  /// The tokens that may begin a quantifier; most sides have few.
  private(set) lazy var quantifiers = report.words.tokens(showing: Cues(.quantifiers), in: hull)
  /// The first hours that are told (`Hours`).
  private(set) lazy var hours = Hours.first(self)
  /// The lengths of time that are told (`Deadlines`).
  private(set) lazy var lengths = Deadlines.lengths(self)
  /// Those within which something is to be done.
  private(set) lazy var deadlines = lengths.filter { $0.isLimit }
  /// The persons of the facts and of their sources.
  private(set) lazy var people = namedAndBareRoles()
  /// The tokens of the times.
  private(set) lazy var timeRanges = times.map { report.words.range($0.span) }
  /// The sites that are named behind a preposition.
  private(set) lazy var sites = NamedSite.all(self)
  /// The states that act (`NameRules`).
  private(set) lazy var actors = NameRules.actors(self)
  /// Where the facts tell that something is or happens.
  private(set) lazy var whereabouts = Whereabouts.all(self)
  /// The places that are named.
  private(set) lazy var places = namedPlaces()
  /// The tokens of each of them.
  private(set) lazy var placeRanges = places.map { report.words.range($0.span) }
  /// What is said of the subject: the first finite verb with a word or two behind it, else the first content words.
  private(set) lazy var predicate = firstPredicate()
  /// The words of the facts, as far as the side alone tells what they stand for.
  private(set) lazy var terms = ownTerms()
  /// What the facts say as a whole.
  private(set) lazy var whole = SentenceVectors([terms])
  /// The sentence around the facts, frames included.
  private(set) lazy var sentence = report.words.sentence(around: hull)
  /// The era of that sentence.
  private(set) lazy var era = Era(report.words, report.times, sentence, compared.published)

  init(_ compared: ComparedReport, _ facts: [Fact]) {
    self.compared = compared
    self.facts = facts
    quantities = compared.report.quantities.lying(in: facts) { $0.span }
    times = compared.report.times.lying(in: facts) { $0.span }
    let lower = facts.lazy.map { $0.span.start }.min() ?? 0
    let upper = facts.lazy.map { $0.span.end }.max() ?? 0
    // They are in reading order.
    let near = compared.report.mentions.partitioningIndex { $0.span.start >= lower }
    mentions = compared.report.mentions[near...].prefix { $0.span.start < upper }.lying(in: facts) { $0.span }
    ranges = facts.map { compared.report.words.range($0.span) }
    let first = ranges.lazy.map { $0.lowerBound }.min() ?? 0
    hull = first..<max(first, ranges.lazy.map { $0.upperBound }.max() ?? 0)
    persons = Person.all(compared, facts)
  }

  /// Its report.
  var report: Report { compared.report }
  /// The words and names that were met before.
  var known: KnownTerms { compared.known }

  private func ownTerms() -> Terms {
    compared.known.read(report.words, ranges)
    return Terms(report.words, ranges, compared.anchors, compared.known)
  }

  private func namedPlaces() -> [Mention] {
    var places: [Mention] = []
    for index in mentions.indices where mentions[index].kind == .place && mentions[index].name != nil {
      if places.isEmpty { places.reserveCapacity(4) }
      places.append(mentions[index])
    }
    return places
  }

  private func namedAndBareRoles() -> [Mention] {
    var people: [Mention] = []
    let hull = facts.hull
    for person in compared.persons where hull.contains(person.span) && tells(person.span) {
      people.append(report.mentions[person.mention])
    }
    return people
  }

  /// Whether a span lies in one of the facts or of their sources.
  func tells(_ span: Span) -> Bool {
    facts.indices.contains { index in
      facts[index].span.contains(span)
        || facts[index].sources.indices.contains { facts[index].sources[$0].span.contains(span) }
    }
  }

  /// The tokens of the fact that a token stands in.
  func range(of token: Int) -> Range<Int> { ranges.first { $0.contains(token) } ?? hull }

  private func firstPredicate() -> Range<Int> {
    let words = report.words
    let verb = hull.first {
      words[$0].kind == .word && (words[$0].clitics.contains(.sa) || Tagger(words, $0).tag().isVerb)
    }
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

  /// The stems of the words of a span, wherever it stands, that are no function words.
  func stems(of span: Span) -> KeySet { compared.stems(of: span) }

  /// A detail with the words of a span.
  func detail(_ span: Span, value: String? = nil) -> Difference.Detail {
    Difference.Detail(span: span, text: compared.report.words.text(span), value: value)
  }

  /// A detail with the words of a run of tokens.
  func detail(tokens: Range<Int>, value: String? = nil) -> Difference.Detail {
    detail(report.words.span(tokens), value: value)
  }

  /// The detail of one token.
  func detail(token: Int) -> Difference.Detail { detail(report.words.span(token..<token + 1)) }

  /// The longest chain of its facts.
  var sources: [Source] {
    facts.count == 1 ? facts[0].sources : facts.map(\.sources).max { $0.count < $1.count } ?? []
  }
}

extension RandomAccessCollection {
  /// The elements whose spans lie in one of some facts. Most lie in none, and copying them all would cost more than asking.
  @inline(__always)
  fileprivate func lying(in facts: [Fact], _ span: (Element) -> Span) -> [Element] {
    var found: [Element] = []
    for index in indices {
      let own = span(self[index])
      guard facts.indices.contains(where: { facts[$0].span.contains(own) }) else { continue }
      if found.isEmpty { found.reserveCapacity(4) }
      found.append(self[index])
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
