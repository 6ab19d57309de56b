/// What the learned relation sees of two statements: thousandths, in the order of `Features.Name`.
package struct Features: Sendable {
  /// The features, in the order of the file of weights. Names are written by `relate --features`.
  package enum Name: Int, CaseIterable, Sendable {
    case coverageA, coverageB, coverageMin, coverageMax, coverageGap
    case heaviestA, heaviestB, secondA, secondB
    case numbersOnlyA, numbersOnlyB, numbersShared, numbersDiffer
    case negatorsA, negatorsB, negatorsDiffer
    case cosine, cosineOfRest, substitution, inversions, adjacency
    case wordsA, wordsB, lengthRatio
    case placesOnlyA, placesOnlyB, placesShared, placesDiffer
    case opposites, sameLanguage, exactA, exactB, unknownA, unknownB
    case openA, openB, openWeightA, openWeightB, openNamesA, openNamesB, exchanged, common, firstWord
    case conflictNumber, conflictDate, conflictPlace, conflictName, conflictPolarity, conflictQuote
    case conflictRole, conflictScope, conflictModality, conflictSource
    case compatibleNumber, compatibleDate, compatibleName, compatibleRole, compatibleModality, compatibleScope
    case compatibleSource, compatiblePlace, compatibleQuote, compatibleWording
    case denied, negated, refused, opposed
    case subset, weakA, weakB, chainA, chainB
    case linkA, linkB, backgroundA, backgroundB, editions, daysApart
    case strictA, strictB, predicateA, predicateB, correctionA, correctionB
    case timesOnlyA, timesOnlyB, timesShared, personsOnlyA, personsOnlyB, personsShared
    case quoteA, quoteB, replaced, replacedLikeness
    case negationOpenA, negationOpenB, negationAloneA, negationAloneB, negationAgreed
    case laterCount, uncounted, scaledAlike, scaledApart, sentenceCosine
  }

  /// Thousandths, clamped to what a weights file can compare with: those with a name, then the vectors of what stands open on
  /// either side.
  package private(set) var values: [Int16]
  /// The words that stand on one side only, as places in the table of words, 16 bits each.
  package let words: [UInt16]

  /// How many have a name.
  static let named = Name.allCases.count

  subscript(name: Name) -> Int16 { values[name.rawValue] }

  /// The features of an aligned pair and of the differences found in it; those without a name, which are many, only where
  /// somebody looks at them.
  init(_ pair: Pair, _ differences: [Difference], areAllSeen: Bool) {
    let alignment = pair.alignment
    words = areAllSeen ? Self.words(alignment) : []
    values = []
    values.reserveCapacity(Self.named + (areAllSeen ? 2 * Vectors.dimensions : 0))
    for _ in 0..<Self.named { values.append(0) }
    coverage(alignment)
    rest(alignment, areAllSeen)
    numbers(alignment)
    places(alignment)
    order(alignment)
    set(.weakA, Self.weakness(pair.a))
    set(.weakB, Self.weakness(pair.b))
    set(.chainA, Float(pair.a.sources.count))
    set(.chainB, Float(pair.b.sources.count))
    set(.linkA, Setting.isLink(pair.a) ? 1 : 0)
    set(.linkB, Setting.isLink(pair.b) ? 1 : 0)
    set(.backgroundA, Setting.isBackground(pair.a) ? 1 : 0)
    set(.backgroundB, Setting.isBackground(pair.b) ? 1 : 0)
    set(.editions, Setting.editions(pair))
    set(.daysApart, Setting.daysApart(pair))
    set(.sameLanguage, pair.a.report.language == pair.b.report.language ? 1 : 0)
    statement(pair)
    for difference in differences { note(difference) }
  }

  /// How far a side stays from asserting: 0 asserted, 1 planned, 2 possible, 3 conditional.
  static func weakness(_ side: Side) -> Float {
    switch side.facts.first?.certainty ?? .asserted {
    case .asserted: 0
    case .planned: 1
    case .possible: 2
    case .conditional: 3
    }
  }

  private mutating func note(_ difference: Difference) {
    let name: Name? =
      switch (difference.verdict, difference.dimension) {
      case (.conflict, .number): .conflictNumber
      case (.conflict, .date): .conflictDate
      case (.conflict, .place): .conflictPlace
      case (.conflict, .name): .conflictName
      case (.conflict, .polarity): .conflictPolarity
      case (.conflict, .quote): .conflictQuote
      case (.conflict, .role): .conflictRole
      case (.conflict, .scope): .conflictScope
      case (.conflict, .modality): .conflictModality
      case (.conflict, .source): .conflictSource
      case (.compatible, .number): .compatibleNumber
      case (.compatible, .date): .compatibleDate
      case (.compatible, .name): .compatibleName
      case (.compatible, .role): .compatibleRole
      case (.compatible, .modality): .compatibleModality
      case (.compatible, .scope): .compatibleScope
      case (.compatible, .source): .compatibleSource
      case (.compatible, .place): .compatiblePlace
      case (.compatible, .quote): .compatibleQuote
      case (.compatible, .wording): .compatibleWording
      default: nil
      }
    if let name { set(name, 1) }
    let kind: Name? =
      switch difference.rule {
      case PolarityRules.denied.name: .denied
      case PolarityRules.negated.name: .negated
      case PolarityRules.refused.name: .refused
      case PolarityRules.opposite.name: .opposed
      case NumberRules.subset.name: .subset
      case NumberRules.laterCount.name: .laterCount
      case NumberRules.uncounted.name: .uncounted
      default: nil
      }
    if let kind { set(kind, 1) }
  }

  mutating func set(_ name: Name, _ value: Float) {
    values[name.rawValue] = Self.thousandths(value)
  }

  private static func thousandths(_ value: Float) -> Int16 { Int16(max(-32, min(32, value)) * 1000) }

  private mutating func coverage(_ alignment: Alignment) {
    let (a, b) = (alignment.coverageOfA, alignment.coverageOfB)
    set(.coverageA, a)
    set(.coverageB, b)
    set(.coverageMin, min(a, b))
    set(.coverageMax, max(a, b))
    set(.coverageGap, a - b)
    let count = (a: Float(alignment.a.all.count), b: Float(alignment.b.all.count))
    set(.wordsA, count.a / 10)
    set(.wordsB, count.b / 10)
    set(.lengthRatio, count.b > 0 ? count.a / count.b : 0)
  }

  /// The heaviest words that found no partner, and how alike the rests are.
  private mutating func rest(_ alignment: Alignment, _ areAllSeen: Bool) {
    let a = Rest(alignment.a, alignment.fromA)
    let b = Rest(alignment.b, alignment.fromB)
    set(.heaviestA, a.heaviest / 200)
    set(.heaviestB, b.heaviest / 200)
    set(.secondA, a.second / 200)
    set(.secondB, b.second / 200)
    set(.exactA, a.exact)
    set(.exactB, b.exact)
    set(.unknownA, a.unknown)
    set(.unknownB, b.unknown)
    set(.cosine, Rest.cosine(a.whole, b.whole))
    set(.cosineOfRest, Rest.cosine(a.rest, b.rest))
    set(.substitution, substitution(alignment, a, b))
    set(.openA, Float(a.open.count))
    set(.openB, Float(b.open.count))
    set(.openWeightA, a.openWeight(alignment.a) / 200)
    set(.openWeightB, b.openWeight(alignment.b) / 200)
    set(.openNamesA, Float(a.open.count { alignment.a.all[$0].isNameLike }))
    set(.openNamesB, Float(b.open.count { alignment.b.all[$0].isNameLike }))
    set(.exchanged, Rest.exchange(alignment, a, b))
    set(.negatorsA, Float(a.negators))
    set(.negatorsB, Float(b.negators))
    set(.negatorsDiffer, (a.negators + b.negators) % 2 == 0 ? 0 : 1)
    if areAllSeen {
      append(a.rest)
      append(b.rest)
    }
  }

  private mutating func append(_ sums: Rest.Sums) {
    for at in sums.indices {
      let shares = sums[at] / 12700
      for lane in shares.indices { values.append(Self.thousandths(shares[lane])) }
    }
  }

  /// The best likeness of an unaligned word of A with an unaligned word of B: "rose" put for "fell".
  private func substitution(_ alignment: Alignment, _ a: Rest, _ b: Rest) -> Float {
    var best: Float = 0
    for i in a.open {
      for j in b.open {
        let weight = min(alignment.a.all[i].weight, alignment.b.all[j].weight) / 100
        // No likeness is above 1.
        guard weight > best else { continue }
        best = max(best, weight * alignment.likeness(i, j))
      }
    }
    return best
  }

  private mutating func numbers(_ alignment: Alignment) {
    func open(_ terms: Terms, _ links: [Alignment.Link]) -> Int {
      zip(terms.all, links).count { $0.isNumber && $1.similarity < 1 }
    }
    let a = open(alignment.a, alignment.fromA)
    let b = open(alignment.b, alignment.fromB)
    set(.numbersOnlyA, Float(a))
    set(.numbersOnlyB, Float(b))
    set(.numbersDiffer, Float(min(a, b)))
    set(.numbersShared, Float(zip(alignment.a.all, alignment.fromA).count { $0.isNumber && $1.similarity == 1 }))
  }

  private mutating func places(_ alignment: Alignment) {
    let (a, b) = (Self.countries(alignment.a), Self.countries(alignment.b))
    let (onlyA, onlyB) = (a.count { !b.contains($0) }, b.count { !a.contains($0) })
    set(.placesOnlyA, Float(onlyA))
    set(.placesOnlyB, Float(onlyB))
    set(.placesShared, Float(a.count - onlyA))
    set(.placesDiffer, Float(min(onlyA, onlyB)))
    let mine = Self.poles(alignment.a)
    if mine.isEmpty { return }
    let others = Self.poles(alignment.b)
    let opposed = mine.count { mine in
      others.contains { $0.opposes(mine) } && !others.contains { $0.meets(mine) }
    }
    set(.opposites, Float(opposed))
  }

  /// The countries that are named, each once; of so few, hashing would cost more than looking.
  private static func countries(_ terms: Terms) -> [UInt64] {
    var countries: [UInt64] = []
    for term in terms.all where term.country != 0 && !countries.contains(term.country) {
      countries.append(term.country)
    }
    return countries
  }

  /// Where the words stand that are on a scale.
  private static func poles(_ terms: Terms) -> [Poles] { terms.all.lazy.map(\.poles).filter { !$0.isEmpty } }

  /// How often the order of aligned words turns round, and how often neighbours stay neighbours.
  private mutating func order(_ alignment: Alignment) {
    var (common, turned, near) = (0, 0, 0)
    var last = 0
    for (term, link) in zip(alignment.a.all, alignment.fromA) where link.similarity >= 0.6 && term.weight > 20 {
      if common > 0 {
        if last > link.partner { turned += 1 }
        if (1...3).contains(link.partner - last) { near += 1 }
      }
      (common, last) = (common + 1, link.partner)
    }
    set(.common, Float(common))
    set(.firstWord, alignment.fromA.first?.similarity ?? 0)
    guard common > 1 else { return }
    set(.inversions, Float(turned) / Float(common - 1))
    set(.adjacency, Float(near) / Float(common - 1))
  }
}

/// One side of an alignment, summed up.
private struct Rest {
  var heaviest: Float = 0
  var second: Float = 0
  /// Share of the weight that found the same form or stem.
  var exact: Float = 0
  /// Share of the weight without a vector and without a partner.
  var unknown: Float = 0
  var negators = 0
  /// Terms that found no good partner.
  var open: [Int] = []
  /// Weighted sums of the vectors of all terms and of the open part of each.
  var whole = Sums(repeating: .zero)
  var rest = Sums(repeating: .zero)

  /// One number for each dimension of the vectors.
  typealias Sums = InlineArray<4, SIMD16<Float>>

  init(_ terms: Terms, _ links: [Alignment.Link]) {
    precondition(Vectors.dimensions == 16 * whole.count, "the sums have room for other vectors")
    open.reserveCapacity(terms.all.count)
    for (index, (term, link)) in zip(terms.all, links).enumerated() {
      if term.isNegator { negators += 1 }
      let missing = term.weight * (1 - link.similarity)
      if missing > heaviest { (heaviest, second) = (missing, heaviest) } else { second = max(second, missing) }
      if link.similarity >= 0.97 { exact += term.weight }
      if link.similarity < 0.6, term.weight > 20 { open.append(index) }
      guard term.vector >= 0 else {
        unknown += missing
        continue
      }
      for at in whole.indices {
        let values = SIMD16<Float>(Vectors.block(Int(term.vector), at))
        whole[at] += values * term.weight
        rest[at] += values * missing
      }
    }
    if terms.weight > 0 {
      exact /= terms.weight
      unknown /= terms.weight
    }
  }

  func openWeight(_ terms: Terms) -> Float { open.reduce(0) { $0 + terms.all[$1].weight } }

  /// How alike the heaviest open terms of the two sides are: one put for the other, or something else told.
  static func exchange(_ alignment: Alignment, _ a: Rest, _ b: Rest) -> Float {
    guard let x = a.open.max(by: { alignment.a.all[$0].weight < alignment.a.all[$1].weight }),
      let y = b.open.max(by: { alignment.b.all[$0].weight < alignment.b.all[$1].weight })
    else { return -1 }
    return alignment.likeness(x, y)
  }

  static func cosine(_ a: Sums, _ b: Sums) -> Float {
    var (dot, ofA, ofB) = (SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>())
    for at in a.indices {
      let (x, y) = (a[at], b[at])
      dot += x * y
      ofA += x * x
      ofB += y * y
    }
    let norm = ofA.sum() * ofB.sum()
    return norm > 0 ? dot.sum() / norm.squareRoot() : 0
  }
}
