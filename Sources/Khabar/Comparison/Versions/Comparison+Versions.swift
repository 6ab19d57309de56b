extension Comparison {
  /// Compares two versions of one article, the older one first.
  ///
  /// Facts are `shared` where both versions have them, with what became of each (`Match.change`); nothing conflicts, since
  /// an outlet that corrects itself does not contradict itself. What a new notice tells ("Correction: …") is told by
  /// `versions`.
  public init(versions old: Report, _ new: Report) {
    let notices = NoticeReader.changed(old, new)
    func facts(_ report: Report, _ side: Versions.Notice.Side) -> [Fact] {
      let told = Set(notices.filter { $0.side == side }.flatMap(\.facts))
      return report.originals.filter { !told.contains($0.id) }
    }
    let known = KnownTerms()
    let (reportA, reportB) = (ComparedReport(old, known), ComparedReport(new, known))
    let (factsA, factsB) = (facts(old, .a), facts(new, .b))
    let (termsA, termsB) = reportA.terms(factsA, reportB, factsB)
    let coverages = Coverages(reportA, reportB)
    let reused = Self.reused(old, new)
    let shared = Self.marked(
      VersionMatching(old, factsA, new, factsB).groups((termsA, termsB)).map { group in
        let sides = (
          Side(reportA, group.old.map { factsA[$0] }), Side(reportB, group.new.map { factsB[$0] })
        )
        let alignment = Alignment(
          Terms(joining: group.old.lazy.map { termsA[$0] }), Terms(joining: group.new.lazy.map { termsB[$0] }))
        return Match(version: Pair(sides.0, sides.1, alignment, coverages), score: group.score, isKept: group.isKept)
      }, new)
    let (idsA, idsB) = (Set(shared.flatMap(\.a).map(\.fact)), Set(shared.flatMap(\.b).map(\.fact)))
    // Two versions of one article are one origin.
    self.init(
      a: old, b: new,
      sameEvent: SameEvent(
        EventEvidence(
          EventSide(reportA, old.originals, termsA),
          EventSide(reportB, new.originals, termsB),
          matches: shared)),
      shared: shared, conflicting: [],
      onlyInA: old.facts.filter { !idsA.contains($0.id) }.map(Place.init),
      onlyInB: new.facts.filter { !idsB.contains($0.id) }.map(Place.init), reused: reused,
      independentOrigins: shared.isEmpty ? 0 : 1,
      versions: Versions(headline: Self.headline(old, new), notices: notices))
  }

  /// The headline, where it has other words than before.
  private static func headline(_ old: Report, _ new: Report) -> Versions.Headline? {
    func span(_ report: Report) -> Span? { report.blocks.first { $0.kind == .headline }?.span }
    let (a, b) = (span(old), span(new))
    return a.map(old.keys) ?? [] == b.map(new.keys) ?? [] ? nil : Versions.Headline(a: a, b: b)
  }

  /// The matches with those marked that do not stand in a longest run of matches that both versions have in one order, wherever a
  /// headline restates them.
  private static func marked(_ matches: [Match], _ new: Report) -> [Match] {
    let restated = Set(new.facts.lazy.filter { $0.repeats != nil }.map(\.id))
    let order = matches.map { $0.b.lazy.filter { !restated.contains($0.fact) }.map(\.span.start).min() ?? 0 }
    // For each length the index of the match that ends a run of this length and stands first in B.
    var ends: [Int] = []
    var previous = Array(repeating: -1, count: matches.count)
    for index in matches.indices {
      let place = ends.partitioningIndex { order[$0] >= order[index] }
      if place > 0 { previous[index] = ends[place - 1] }
      if place == ends.count { ends.append(index) } else { ends[place] = index }
    }
    let inOrder = Set(sequence(first: ends.last ?? -1) { previous[$0] }.prefix { $0 >= 0 })
    return matches.enumerated().map { index, match in
      var match = match
      match.isMoved = !inOrder.contains(index)
      return match
    }
  }
}

extension Comparison.Match {
  /// One fact of two versions: what the newer one tells otherwise.
  init(version pair: Pair, score: Int, isKept: Bool) {
    let differences = isKept ? [] : VersionRules.differences(pair)
    let relation = Relation(ofCoverages: pair.alignment)
    self.init(
      relation: isKept ? .equivalent : relation, score: score, a: pair.a.tellings,
      b: pair.b.tellings, differences: differences, origins: 1,
      change: isKept ? .unchanged : Self.change(differences))
  }

  private static func change(_ differences: [Difference]) -> Comparison.Change {
    let words = [VersionRules.added.name, VersionRules.dropped.name]
    if differences.isEmpty { return .reworded }
    if differences.contains(where: { !words.contains($0.rule) }) { return .updated }
    let rules = Set(differences.map(\.rule))
    return rules.count == 2 ? .rewritten : rules.contains(VersionRules.added.name) ? .extended : .shortened
  }
}

extension Array {
  /// The first index from which a condition holds that then holds to the end.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
