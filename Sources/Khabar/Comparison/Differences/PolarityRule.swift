/// One side affirms what the other denies or negates, or says the opposite ("rose", "fell").
enum PolarityRule {
  static func differences(_ pair: Pair) -> [Difference] {
    if let denial = denial(pair) { return [denial] }
    if let negation = negation(pair) { return [negation] }
    return opposite(pair).map { [$0] } ?? []
  }

  private static func denial(_ pair: Pair) -> Difference? {
    let a = pair.a.facts.first { $0.polarity == .denied }
    let b = pair.b.facts.first { $0.polarity == .denied }
    if let a, let b {
      // Two denials agree; what they cover may differ.
      guard pair.alignment.coverageOfA < 0.9 || pair.alignment.coverageOfB < 0.9 else { return nil }
      return Difference(
        dimension: .scope, verdict: .compatible, a: pair.a.detail(behindVerb(a)), b: pair.b.detail(behindVerb(b)),
        rule: "scope.denial", reason: "Both report a denial, but not of the same thing.")
    }
    guard let fact = a ?? b else { return nil }
    let (sideA, sideB) = (a ?? pair.a.facts[0], b ?? pair.b.facts[0])
    _ = fact
    return Difference(
      dimension: .polarity, verdict: .conflict, a: pair.a.detail(sideA.verb?.span ?? sideA.span),
      b: pair.b.detail(sideB.verb?.span ?? sideB.span), rule: "polarity.denied",
      reason: "One side reports it, the other reports that it is denied.")
  }

  private static func behindVerb(_ fact: Fact) -> Span {
    guard let verb = fact.verb?.span, fact.span.contains(verb) else { return fact.span }
    return Span(start: verb.start, end: fact.span.end, bytes: verb.bytes.lowerBound..<fact.span.bytes.upperBound)
  }

  /// A negator on one side only, whose neighbour has a partner on the other side.
  private static func negation(_ pair: Pair) -> Difference? {
    let a = negated(pair.alignment.a, pair.alignment.fromA)
    let b = negated(pair.alignment.b, pair.alignment.fromB)
    guard (a == nil) != (b == nil) else { return nil }
    let tokenA: Range<Int>
    let tokenB: Range<Int>
    if let a {
      tokenA = range(pair.alignment.a, a.negator, a.predicate)
      tokenB = range(pair.alignment.b, pair.alignment.fromA[a.predicate].partner, nil)
    } else if let b {
      tokenA = range(pair.alignment.a, pair.alignment.fromB[b.predicate].partner, nil)
      tokenB = range(pair.alignment.b, b.negator, b.predicate)
    } else {
      return nil
    }
    return Difference(
      dimension: .polarity, verdict: .conflict, a: pair.a.detail(pair.a.report.words.coreSpan(tokenA)),
      b: pair.b.detail(pair.b.report.words.coreSpan(tokenB)), rule: "polarity.negated",
      reason: "One side says that it is so, the other that it is not.")
  }

  private static func negated(_ terms: Terms, _ links: [Alignment.Link]) -> (negator: Int, predicate: Int)? {
    for index in terms.all.indices where terms.all[index].isNegator {
      let behind = terms.all.indices.dropFirst(index + 1).prefix(3)
      if let next = behind.first(where: { terms.all[$0].weight > 20 && !terms.all[$0].isNumber }) {
        if links[next].similarity >= 0.6 { return (index, next) }
      }
    }
    return nil
  }

  private static func range(_ terms: Terms, _ from: Int, _ to: Int?) -> Range<Int> {
    terms.all[from].token..<terms.all[to ?? from].token + 1
  }

  private static func opposite(_ pair: Pair) -> Difference? {
    let (a, b) = (pair.alignment.a.all, pair.alignment.b.all)
    for (i, x) in a.enumerated() where x.opposite >= 0 && !b.contains(where: { $0.opposite == x.opposite }) {
      guard let j = b.indices.first(where: { b[$0].opposite == x.opposite ^ 1 }),
        !a.contains(where: { $0.opposite == b[j].opposite }), standAlike(pair.alignment, i, j)
      else { continue }
      return Difference(
        dimension: .polarity, verdict: .conflict, a: pair.a.detail(token: x.token), b: pair.b.detail(token: b[j].token),
        rule: "polarity.opposite", reason: "The two sides use opposite words for what happened.")
    }
    return nil
  }

  /// Whether two words are open otherwise and a neighbour of the one is aligned with a neighbour of the other.
  private static func standAlike(_ alignment: Alignment, _ i: Int, _ j: Int) -> Bool {
    guard alignment.fromA[i].similarity < 0.75 || alignment.fromA[i].partner == j,
      alignment.fromB[j].similarity < 0.75 || alignment.fromB[j].partner == i
    else { return false }
    return alignment.fromA.indices.contains { k in
      k != i && abs(k - i) <= 4 && alignment.a.all[k].weight > 20 && alignment.fromA[k].similarity >= 0.8
        && abs(alignment.fromA[k].partner - j) <= 4
    }
  }
}
