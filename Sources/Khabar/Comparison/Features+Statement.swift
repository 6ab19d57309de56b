extension Features {
  /// What is said of whom and when, beyond the words: predicates, names, times, quotations, negations.
  mutating func statement(_ pair: Pair) {
    let alignment = pair.alignment
    set(.strictA, alignment.a.weight > 0 ? alignment.strictlyCoveredOfA / alignment.a.weight : 0)
    set(.strictB, alignment.b.weight > 0 ? alignment.strictlyCoveredOfB / alignment.b.weight : 0)
    set(.predicateA, Self.predicate(pair, pair.a, pair.alignment.a, pair.alignment.fromA))
    set(.predicateB, Self.predicate(pair, pair.b, pair.alignment.b, pair.alignment.fromB))
    set(.correctionA, Setting.isCorrection(pair.a) ? 1 : 0)
    set(.correctionB, Setting.isCorrection(pair.b) ? 1 : 0)
    set(.quoteA, QuoteRules.quotes(pair.a) ? 1 : 0)
    set(.quoteB, QuoteRules.quotes(pair.b) ? 1 : 0)
    set(.sentenceCosine, pair.a.whole.likenesses(to: pair.b.whole)[0, 0])
    times(pair)
    persons(pair)
    negations(pair)
    let replaced = pair.replacements
    set(.replaced, replaced.isEmpty ? 0 : replaced.contains(where: \.isFramed) ? 2 : 1)
    set(.scaledAlike, Float(pair.scaledThings.agreed))
    set(.scaledApart, pair.scaledThings.opposed() == nil ? 0 : 1)
    set(.replacedLikeness, replaced.map(\.likeness).max() ?? -1)
  }

  /// How alike the other side has the word that a statement says of its subject; -1 where none is found.
  private static func predicate(_ pair: Pair, _ side: Side, _ terms: Terms, _ links: [Alignment.Link]) -> Float {
    guard let token = side.predicate.first, let index = terms.all.firstIndex(where: { $0.token == token }) else {
      return -1
    }
    return links[index].similarity
  }

  private mutating func times(_ pair: Pair) {
    let (a, b) = (pair.a.times.compactMap(\.edtf), pair.b.times.compactMap(\.edtf))
    set(.timesOnlyA, Float(a.count { !b.contains($0) }))
    set(.timesOnlyB, Float(b.count { !a.contains($0) }))
    set(.timesShared, Float(a.count { b.contains($0) }))
  }

  private mutating func persons(_ pair: Pair) {
    let (a, b) = (pair.a.persons, pair.b.persons)
    let shared = a.count { x in b.contains { $0.key.matches(x.key) } }
    set(.personsOnlyA, Float(a.count - shared))
    set(.personsOnlyB, Float(b.count { y in !a.contains { $0.key.matches(y.key) } }))
    set(.personsShared, Float(shared))
  }

  private mutating func negations(_ pair: Pair) {
    let (a, b) = (PolarityRules.negations(pair), PolarityRules.negations(pair.mirrored))
    set(.negationOpenA, Float(a.open))
    set(.negationOpenB, Float(b.open))
    set(.negationAloneA, Float(a.alone))
    set(.negationAloneB, Float(b.alone))
    set(.negationAgreed, Float(a.agreed + b.agreed))
  }
}
