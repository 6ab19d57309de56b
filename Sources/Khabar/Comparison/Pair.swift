/// Two aligned sides, as the rules of difference see them.
///
/// It is a reference, since rules hand it on at every step, and is turned round once for all that look the other way.
final class Pair {
  let a: Side
  let b: Side
  let alignment: Alignment
  private let coverages: Coverages

  /// Two sides whose terms are aligned, of two reports whose spans may have been compared for other pairs.
  init(_ a: Side, _ b: Side, _ alignment: Alignment, _ coverages: Coverages) {
    self.a = a
    self.b = b
    self.alignment = alignment
    self.coverages = coverages
  }

  /// The same with the sides exchanged, so that a rule needs to look one way only.
  private(set) lazy var mirrored = Pair(b, a, alignment.mirrored, coverages.mirrored)

  /// Whether the sides tell of two events of one series (`Setting`).
  private(set) lazy var areOtherEvents = Setting.areOtherEvents(self)
  /// Words that stand for each other without being partners, the surest first.
  private(set) lazy var replacements = Replacement.all(alignment)

  /// States that act under other names on the other side (`NameRules`).
  private(set) lazy var metonyms = NameRules.metonyms(self)
  /// Words on a scale that are said of one thing.
  private(set) lazy var scaledThings = ScaledThings(self)

  /// All typed differences, in the order of the rules.
  func differences() -> [Difference] {
    var found = NumberRules.differences(self)
    found.append(few: DateRules.differences(self))
    found.append(few: PlaceRules.differences(self))
    found.append(few: NameRules.differences(self))
    found.append(few: RoleRules.differences(self))
    let correction = eitherWay(CorrectionRule.difference)
    if let correction {
      found.removeAll { $0.dimension == correction.dimension }
      found.append(correction)
    }
    let quotes = QuoteRules.differences(self)
    // Words changed between quotation marks are told as such.
    let isAltered = quotes.contains { $0.rule == QuoteRules.altered.name }
    let polarity = isAltered || correction != nil ? [] : PolarityRules.differences(self)
    if !isAltered { found.append(few: SourceRules.differences(self)) }
    found.append(few: quotes)
    found.append(few: WordingRules.differences(self))
    found.append(few: ScopeRules.differences(self))
    found.append(few: polarity)
    if polarity.isEmpty { found.append(few: ModalityRules.differences(self)) }
    // Two events of a series contradict each other in nothing.
    if areOtherEvents { return found.filter { $0.verdict == .compatible } }
    if !found.contains(where: { $0.verdict == .conflict }), let only = SubstitutionRule.only(self) {
      found.append(only)
    }
    return found
  }

  /// What a search finds in this direction or in the other one. Of two findings the one that is told earlier, and then the
  /// longer one, so that it does not matter which side is A.
  func eitherWay(_ find: (Pair) -> Difference?) -> Difference? {
    guard let found = find(mirrored) else { return find(self) }
    let other = found.mirrored
    guard let own = find(self) else { return other }
    func start(_ difference: Difference) -> Int { difference.a.span.start + difference.b.span.start }
    func length(_ difference: Difference) -> Int {
      difference.a.span.end + difference.b.span.end - start(difference)
    }
    func gap(_ difference: Difference) -> Int { abs(difference.a.span.start - difference.b.span.start) }
    return (start(other), -length(other), gap(other)) < (start(own), -length(own), gap(own)) ? other : own
  }

  /// The best partner in B of the terms inside a span of A, as likeness 0...1 weighted by rarity.
  func likeness(_ a: Span, _ b: Span) -> Float {
    let (terms, others) = (alignment.a.all, alignment.b.all)
    var (sum, weight): (Float, Float) = (0, 0)
    for i in terms.indices where !terms[i].isNumber && a.contains(self.a.report.words.span(token(terms, i))) {
      var best: Float = 0
      for j in others.indices where b.contains(self.b.report.words.span(token(others, j))) {
        best = max(best, alignment.likeness(i, j))
      }
      sum += best * terms[i].weight
      weight += terms[i].weight
    }
    return weight > 0 ? sum / weight : 0
  }

  /// Whether two spans stand beside words that are partners, so that both may be said of one thing.
  func haveOneNeighbour(_ a: Span, _ b: Span) -> Bool {
    guard let x = terms(alignment.a, self.a, a), let y = terms(alignment.b, self.b, b) else { return true }
    return alignment.haveOneNeighbour(x, y, likeness: alignment.isBetweenLanguages ? 0.45 : 0.6)
  }

  /// The terms inside a span.
  private func terms(_ terms: Terms, _ side: Side, _ span: Span) -> Range<Int>? {
    let tokens = side.report.words.range(span)
    let inside = terms.all.indices.filter { tokens.contains(terms.all[$0].token) }
    return inside.first.flatMap { first in inside.last.map { first..<$0 + 1 } }
  }

  /// How much of two spans, wherever they stand, the words of the other one cover.
  func coverage(_ a: Span, _ b: Span) -> (a: Float, b: Float) { coverages.coverage(a, b) }

  private func token(_ terms: [Term], _ index: Int) -> Range<Int> { terms[index].token..<terms[index].token + 1 }

  /// The terms of A inside a run of its tokens.
  func terms(in range: Range<Int>) -> [Int] {
    alignment.a.all.indices.filter { range.contains(alignment.a.all[$0].token) }
  }

  /// The tokens of B from the first to the last partner of the content words in a run of A's tokens.
  func partners(of range: Range<Int>, likeness: Float = 0.6) -> Range<Int>? {
    var found: Range<Int>?
    for index in alignment.a.all.indices
    where range.contains(alignment.a.all[index].token) && alignment.a.all[index].weight > 20
      && alignment.fromA[index].similarity >= likeness
    {
      let token = alignment.b.all[alignment.fromA[index].partner].token
      found = min(found?.lowerBound ?? token, token)..<max(found?.upperBound ?? 0, token + 1)
    }
    return found
  }
}

extension Difference {
  /// The same with the sides exchanged.
  var mirrored: Difference {
    Difference(dimension: dimension, verdict: verdict, a: b, b: a, rule: rule, reason: reason)
  }
}
