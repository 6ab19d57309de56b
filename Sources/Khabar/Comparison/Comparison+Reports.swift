extension Comparison {
  /// Aligns two reports fact by fact.
  public init(of a: Report, and b: Report) {
    let (originalsA, originalsB) = (a.originals, b.originals)
    let anchors = Anchors.linked(a, b)
    let (termsA, termsB) = (a.terms(originalsA, anchors.a), b.terms(originalsB, anchors.b))
    let groups = FactMatching.groups(
      termsA, termsB, speakers: (originalsA.map(a.speakers), originalsB.map(b.speakers)))
    let reused = Self.reused(a, b)
    let origins = Origins(a, b, reused: reused)
    var shared: [Match] = []
    var conflicting: [Match] = []
    var matchedA: Set<Int> = []
    var matchedB: Set<Int> = []
    for group in groups {
      let sides = (Side(a, group.a.map { originalsA[$0] }), Side(b, group.b.map { originalsB[$0] }))
      let links = group.links.enumerated().map { at, link in
        let pair = Pair(
          Side(a, [originalsA[link.a]]), Side(b, [originalsB[link.b]]), Alignment(termsA[link.a], termsB[link.b]))
        return (pair: pair, isSure: at == 0 || link.likelihood >= -0.4)
      }
      let whole = Alignment(
        Terms(joining: group.a.lazy.map { termsA[$0] }), Terms(joining: group.b.lazy.map { termsB[$0] }))
      let match = Match(Pair(sides.0, sides.1, whole), links, score: group.score, origins)
      matchedA.formUnion(match.a.map(\.fact))
      matchedB.formUnion(match.b.map(\.fact))
      if match.relation == .conflicting { conflicting.append(match) } else { shared.append(match) }
    }
    self.init(
      a: a, b: b,
      sameEvent: SameEvent(
        EventEvidence(EventSide(a, termsA), EventSide(b, termsB), matches: shared + conflicting)),
      shared: shared, conflicting: conflicting,
      onlyInA: a.facts.filter { !matchedA.contains($0.id) }.map(Place.init),
      onlyInB: b.facts.filter { !matchedB.contains($0.id) }.map(Place.init), reused: reused,
      independentOrigins: Origins.count(shared + conflicting))
  }
}

extension Comparison.Match {
  /// Types the differences of the facts that were found to tell one thing, each two by themselves, and reads the
  /// relation off them and the coverages of the whole.
  init(_ pair: Pair, _ links: [(pair: Pair, isSure: Bool)], score: Int, _ origins: Origins) {
    let differences = Self.differences(pair, links)
    relation =
      differences.contains { $0.verdict == .conflict } ? .conflicting : Relation(ofCoverages: pair.alignment)
    self.score = score
    self.origins = origins.count(pair)
    a = pair.a.report.places(pair.a.facts)
    b = pair.b.report.places(pair.b.facts)
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
  private static func differences(_ whole: Pair, _ links: [(pair: Pair, isSure: Bool)]) -> [Difference] {
    var result: [Difference] = []
    for link in links {
      for found in link.pair.differences()
      where !result.contains(where: { $0.tellsSame(found) }) && (link.isSure || !found.isConflictOfValues)
        && (links.count == 1 || !whole.explains(found))
      {
        result.append(found)
      }
    }
    return result
  }
}

extension Difference {
  fileprivate var isConflictOfValues: Bool {
    verdict == .conflict && [.number, .date, .place, .name, .role].contains(dimension)
  }

  /// Whether another difference is of the same dimension and about the same words of one side.
  fileprivate func tellsSame(_ other: Difference) -> Bool {
    dimension == other.dimension && (a.span.overlaps(other.a.span) || b.span.overlaps(other.b.span))
  }
}

extension Pair {
  /// Whether another fact of the same group has the figure or time that a difference misses, or names the person.
  fileprivate func explains(_ difference: Difference) -> Bool {
    guard difference.verdict == .conflict else { return false }
    switch difference.dimension {
    case .number: return b.hasValue(difference.a.value) || a.hasValue(difference.b.value)
    case .date: return b.hasTime(difference.a.value) || a.hasTime(difference.b.value)
    case .name: return b.names(difference.a) || a.names(difference.b)
    default: return false
    }
  }
}

extension Side {
  fileprivate func hasValue(_ value: String?) -> Bool { value != nil && quantities.contains { $0.value == value } }
  fileprivate func hasTime(_ edtf: String?) -> Bool { edtf != nil && times.contains { $0.edtf == edtf } }
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
  func terms(_ facts: [Fact], _ anchors: Anchors) -> [Terms] {
    facts.map { Terms(words, [words.range($0.span)], anchors) }
  }

  /// The words that name who says a fact; nations are left out, since most speakers of one article have one.
  func speakers(_ fact: Fact) -> Set<UInt64> {
    Set(
      fact.sources.flatMap { source in
        words.range(source.span).compactMap(words.speakerKey)
          + (source.name.map { Words(Array($0.utf8)) }.map { name in name.indices.compactMap(name.speakerKey) } ?? [])
      })
  }

  /// The places of facts and of all that restate them, in reading order.
  func places(_ originals: [Fact]) -> [Comparison.Place] {
    let ids = Set(originals.map(\.id))
    return facts.filter { ids.contains($0.id) || ids.contains($0.repeats ?? 0) }.map(Comparison.Place.init)
  }
}

extension Words {
  fileprivate func speakerKey(_ index: Int) -> UInt64? {
    all[index].kind == .word && !has(.function, at: index) && !has(.places, at: index) ? all[index].core : nil
  }
}
