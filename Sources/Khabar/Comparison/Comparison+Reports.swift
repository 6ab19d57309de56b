extension Comparison {
  /// Aligns two reports fact by fact.
  public init(of a: Report, and b: Report) {
    let known = KnownTerms()
    self.init(of: ComparedArticle(a, known), and: ComparedArticle(b, known))
  }

  /// Aligns two articles fact by fact that may have been compared with others; both must know the same terms.
  public init(of articleA: ComparedArticle, and articleB: ComparedArticle) {
    let (a, b) = (articleA.report, articleB.report)
    let (originalsA, originalsB) = (articleA.originals, articleB.originals)
    let (termsA, termsB) = articleA.compared.terms(originalsA, articleB.compared, originalsB)
    let coverages = Coverages(articleA.compared, articleB.compared)
    let eras = a.published == nil || b.published == nil ? nil : (a: articleA.eras, b: articleB.eras)
    let (ofA, ofB) = (
      ArticleFacts(article: articleA, terms: termsA, eras: eras?.a),
      ArticleFacts(article: articleB, terms: termsB, eras: eras?.b)
    )
    let opposed = Fates.opposed(ofA, ofB) + Standings.opposed(ofA, ofB)
    let known =
      opposed.map { ($0.a, $0.b, FactMatching.opposed) }
      + Fates.counted(ofA, ofB).map { ($0.a, $0.b, FactMatching.counted) }
    let groups = FactMatching.groups(
      termsA, termsB, speakers: (articleA.speakers, articleB.speakers), values: (articleA.values, articleB.values),
      eras: eras, known: known)
    let reused = Self.reused(a, b)
    let origins = Origins(a, b, reused: reused)
    var shared: [Match] = []
    var conflicting: [Match] = []
    var (matchedA, matchedB): ([Int], [Int]) = ([], [])
    for group in groups {
      let links = group.links.map { link in
        let pair = Pair(
          articleA.side(link.a), articleB.side(link.b), Alignment(termsA[link.a], termsB[link.b]), coverages)
        return (pair: pair, link: link)
      }
      let whole =
        group.a.count == 1 && group.b.count == 1
        ? links[0].pair
        : Pair(
          articleA.side(group.a), articleB.side(group.b),
          Alignment(
            Terms(joining: group.a.lazy.map { termsA[$0] }), Terms(joining: group.b.lazy.map { termsB[$0] })),
          coverages)
      let match = Match(whole, links, score: group.score, origins)
      for telling in match.a { matchedA.append(telling.fact) }
      for telling in match.b { matchedB.append(telling.fact) }
      if match.relation == .conflicting { conflicting.append(match) } else { shared.append(match) }
    }
    self.init(
      a: a, b: b,
      sameEvent: SameEvent(
        EventEvidence(
          EventSide(articleA.compared, originalsA, termsA),
          EventSide(articleB.compared, originalsB, termsB),
          matches: shared + conflicting)),
      shared: shared, conflicting: conflicting,
      onlyInA: a.facts.filter { !matchedA.contains($0.id) }.map(Place.init),
      onlyInB: b.facts.filter { !matchedB.contains($0.id) }.map(Place.init), reused: reused,
      independentOrigins: Origins.count(shared + conflicting))
  }
}

extension Comparison.Match {
  /// Types the differences of the facts that were found to tell one thing, each two by themselves, and reads the
  /// relation off them and the coverages of the whole.
  init(_ pair: Pair, _ links: [(pair: Pair, link: FactMatching.Link)], score: Int, _ origins: Origins) {
    let differences = Self.differences(pair, links)
    relation =
      differences.contains { $0.verdict == .conflict } ? .conflicting : Relation(ofCoverages: pair.alignment)
    self.score = score
    self.origins = origins.count(pair)
    a = pair.a.tellings
    b = pair.b.tellings
    self.differences = differences
  }
}

extension Relation {
  /// The relation of two sides without a conflict: how much of each the other covers.
  init(ofCoverages alignment: Alignment) {
    let (coverageOfA, coverageOfB) = (alignment.coverageOfA, alignment.coverageOfB)
    self =
      if min(coverageOfA, coverageOfB) >= 0.8 {
        .equivalent
      } else if coverageOfB >= 0.75, coverageOfB > coverageOfA {
        .aMoreSpecific
      } else if coverageOfA >= 0.75, coverageOfA > coverageOfB {
        .bMoreSpecific
      } else {
        .overlapping
      }
  }
}

extension Comparison.Match {
  /// The differences of all links, each once; figures, times and names in a fact that only joins may be of other things.
  private static func differences(_ whole: Pair, _ links: [(pair: Pair, link: FactMatching.Link)]) -> [Difference] {
    var found: [(pair: Pair, difference: Difference, isSure: Bool)] = []
    for (pair, link) in links {
      let told = pair.differences()
      let isSure = links.count == 1 || link.isBestOfBoth && link.likelihood >= FactMatching.sure
      for difference in told where difference.isHeld(of: link, pair) { found.append((pair, difference, isSure)) }
      if link.isBestOfBoth, !told.contains(where: { $0.dimension == .polarity }),
        let negated = pair.eitherWay(PolarityRules.negatedFact)
      {
        found.append((pair, negated, isSure))
      }
    }
    if !found.contains(where: { $0.difference.dimension == .polarity }) {
      for (pair, link) in links {
        guard let opposed = PolarityRules.opposedStandings(pair, areMatched: link.isBestOfBoth) else { continue }
        found.append((pair, opposed, links.count == 1))
        break
      }
    }
    guard found.count > 1 else {
      return found.filter { $0.isSure || !whole.explains($0.difference) }.map(\.difference)
    }
    // Figures of one unit belong together before any others, and a denial to what it denies, whichever of the facts they stand in.
    let fits = found.map { $0.difference.fit($0.pair) }
    var chosen: [Int] = []
    for at in found.indices.sorted(by: { (fits[$1], $0) < (fits[$0], $1) }) {
      let difference = found[at].difference
      guard !chosen.contains(where: { found[$0].difference.tellsSame(difference) }),
        found[at].isSure || !whole.explains(difference)
      else { continue }
      chosen.append(at)
    }
    return chosen.sorted().map { found[$0].difference }
  }
}

extension Difference {
  /// How well both details fit each other, where another fact may have one that fits better.
  fileprivate func fit(_ pair: Pair) -> Float {
    switch dimension {
    case .number: (NumberRules.haveOneUnit(pair, self) ? 1 : 0) + (NumberRules.areExact(self) ? 0.5 : 0)
    case .polarity: PolarityRules.coverageOfDenied(pair)
    case .date: DateRules.areDays(self) ? 1 : 0
    default: 0
    }
  }

  /// Whether it is told of two facts that are so likely to tell one thing: other figures, times and names are what two
  /// different things have too, other outcomes less so.
  fileprivate func isHeld(of link: FactMatching.Link, _ pair: Pair) -> Bool {
    guard verdict == .conflict else { return true }
    // The dead of one event are told once in an article, those of another one beside them.
    if NumberRules.countOneFate(pair, self) { return (pair.a.era == .past) == (pair.b.era == .past) }
    // Two accounts of one thing tell figures of one size and days that lie near.
    let isNear =
      dimension == .number && NumberRules.areOfOneSize(pair, self) || dimension == .date && DateRules.areNear(self)
    if dimension == .number {
      // What tells no unit may be of anything, and is of something else where it is of another size, as "dozens" and 7,000 are.
      let areOthers = !isNear && !(NumberRules.areKin(pair, self) && NumberRules.areExact(self))
      if areOthers || link.likelihood < 0.5 { return false }
    }
    // Two of one family name are told apart by nothing but their given names.
    let isOfDetails =
      [.number, .date, .place, .name, .role].contains(dimension) && !NameRules.areNamesakes(self)
    if isOfDetails, !isNear || !link.isBestOfBoth {
      return link.likelihood >= 0.5 && (link.isBestOfBoth || isNear && fit(pair) >= 1)
    }
    return link.likelihood >= (link.isBestOfBoth ? FactMatching.threshold - FactMatching.allowance : -0.4)
  }

  /// Whether another difference is of the same dimension and about the same words of one side; of speakers both must be the
  /// same, since what one says may be told by two others.
  fileprivate func tellsSame(_ other: Difference) -> Bool {
    guard dimension == other.dimension else { return false }
    let (inA, inB) = (a.span.overlaps(other.a.span), b.span.overlaps(other.b.span))
    return dimension == .source
      ? (inA || a.value == other.a.value && a.text == other.a.text)
        && (inB || b.value == other.b.value && b.text == other.b.text) : inA || inB
  }
}

extension Pair {
  /// Whether another fact of the same group has the figure or time that a difference misses, or names the person.
  fileprivate func explains(_ difference: Difference) -> Bool {
    guard difference.verdict == .conflict else { return false }
    switch difference.dimension {
    case .number: return b.counts(difference.a, on: a) || a.counts(difference.b, on: b)
    case .date: return b.hasTime(difference.a, of: a) || a.hasTime(difference.b, of: b)
    case .name: return b.names(difference.a) || a.names(difference.b)
    default: return false
    }
  }
}

extension Side {
  /// Whether it has the figure of the other side, of the same kind as far as both tell one.
  fileprivate func counts(_ detail: Difference.Detail, on other: Side) -> Bool {
    guard let value = detail.value else { return false }
    let unit = other.quantities.first { $0.span == detail.span }?.unit
    // "27 survivors" are "twenty-seven people who were picked up"; a smaller figure is that of many things.
    let isTelling = Decimal(value).map { Decimal(12) < $0 } ?? false
    return quantities.contains {
      $0.value == value
        && ($0.unit == unit || $0.unit == nil || unit == nil
          || isTelling && $0.unit?.first == "{" && unit?.first == "{")
    }
  }

  /// Whether it has the time of the other side, or one that meets it: "قبل سبعة أعوام" is "في يونيو 2019".
  fileprivate func hasTime(_ detail: Difference.Detail, of other: Side) -> Bool {
    guard let edtf = detail.value else { return false }
    if times.contains(where: { $0.edtf == edtf }) { return true }
    guard let time = other.resolved.first(where: { $0.time.span == detail.span }) else { return false }
    return resolved.contains { $0.reach.overlaps(time.reach) }
  }

  fileprivate func names(_ detail: Difference.Detail) -> Bool {
    let key = NameKey(detail.value ?? detail.text)
    return persons.contains { $0.key.matches(key) }
  }
}

extension Comparison.Place {
  /// The place of a fact.
  init(_ fact: Fact) { self.init(fact: fact.id, span: fact.span, sources: fact.sources) }
}

extension Report {
  /// The facts that restate no other one.
  package var originals: [Fact] { facts.filter { $0.repeats == nil } }

  /// The terms of each fact.
  func terms(_ facts: [Fact], _ anchors: Anchors, _ known: KnownTerms) -> [Terms] {
    let ranges = facts.map { words.range($0.span) }
    known.read(words, ranges)
    return ranges.map { Terms(words, [$0], anchors, known) }
  }

  /// The era of each fact.
  func eras(_ facts: [Fact]) -> [Era] {
    let published = published.flatMap(EDTF.bounds)
    let (words, times) = (words, times)
    return facts.indices.map { Era(words, times, words.sentence(around: words.range(facts[$0].span)), published) }
  }

}

extension Side {
  /// The places of its facts and of all that restate them, in reading order.
  var tellings: [Comparison.Place] {
    let all = compared.report.facts
    var places: [Comparison.Place] = []
    for index in all.indices {
      let (id, original) = (all[index].id, all[index].repeats ?? 0)
      if facts.indices.contains(where: { facts[$0].id == id || facts[$0].id == original }) {
        places.append(Comparison.Place(all[index]))
      }
    }
    return places
  }
}
