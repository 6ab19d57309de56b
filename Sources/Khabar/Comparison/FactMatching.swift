/// Finds which facts of two reports tell one thing.
///
/// Every pair of facts is scored by what `Evidence` sees of it: how far it stands above the other pairs of either fact,
/// figures of one kind, speakers, what stands around. The best pairs are taken first, whatever the order of the facts,
/// and then a fact that is likely enough to tell what a taken one tells joins it (one sentence equals two).
package struct FactMatching {
  /// Facts of both sides that tell one thing, as indices into the lists given.
  struct Group {
    var a: [Int]
    var b: [Int]
    /// The pairs of them that were found, each the best one of one of its facts, best first.
    var links: [Link]

    /// The likelihood of its best pair, 0...1000.
    var score: Int { links.first.map { FactMatching.score($0.likelihood) } ?? 0 }
  }

  /// Two facts that tell one thing.
  struct Link {
    var a: Int
    var b: Int
    /// Log odds.
    var likelihood: Float
    /// Whether each is the likeliest to tell what the other tells.
    var isBestOfBoth = false
  }

  /// From which log odds a pair tells one thing.
  static let threshold: Float = -0.35
  /// How much less is enough where each of both is likeliest to tell what the other tells.
  static let allowance: Float = 0.45
  /// From which a further fact joins a pair.
  static let joining: Float = -1.4
  /// How much likelier a fact must be to join a taken one than to make a pair of its own, from e to the half times on. From 0.3 to 0.7
  /// the annotated articles come out the same; at 0 facts that stand beside each other run together.
  static let patience: Float = 0.5

  /// From which the best pair of both its facts tells one thing whatever else stands in its group.
  static let sure: Float = 1.5
  /// What two facts have at least that say the opposite of each other in whatever words.
  static let opposed: Float = -0.4
  /// What two facts have at least that alone count the dead of their articles, or the injured.
  static let counted: Float = 0.7

  /// Facts of both sides that tell one thing whatever words they share, with the likelihood that they have at least.
  typealias Known = (a: Int, b: Int, likelihood: Float)

  /// Groups in the order of their first fact of A. Two facts whose `eras` are apart tell two things; those that are `known` tell
  /// one; from the log odds `threshold` on a pair tells one thing.
  static func groups(
    _ a: [Terms], _ b: [Terms], speakers: (a: FactSpeakers, b: FactSpeakers), values: (a: FactValues, b: FactValues),
    eras: (a: [Era], b: [Era])? = nil, known: [Known] = [], threshold: Float = FactMatching.threshold
  ) -> [Group] {
    var (a, b) = (a, b)
    weigh(&a, &b)
    var links = links(a, b, speakers, values, known)
    if let eras { links.removeAll { Era.areApart(eras.a[$0.a], eras.b[$0.b]) } }
    var (groupOfA, groupOfB) = ([Int?](repeating: nil, count: a.count), [Int?](repeating: nil, count: b.count))
    var groups: [Group] = []
    // A fact that is much likelier to tell what a taken one tells waits to join it.
    var (bestOfA, bestOfB) = ([Float?](repeating: nil, count: a.count), [Float?](repeating: nil, count: b.count))
    for index in links.indices where links[index].likelihood >= threshold - allowance {
      let isBestOfBoth = bestOfA[links[index].a] == nil && bestOfB[links[index].b] == nil
      links[index].isBestOfBoth = isBestOfBoth
      let link = links[index]
      let best = (bestOfA[link.a] ?? link.likelihood, bestOfB[link.b] ?? link.likelihood)
      (bestOfA[link.a], bestOfB[link.b]) = best
      guard link.likelihood >= threshold || isBestOfBoth else { continue }
      guard groupOfA[link.a] == nil, groupOfB[link.b] == nil, max(best.0, best.1) - link.likelihood < patience else {
        continue
      }
      (groupOfA[link.a], groupOfB[link.b]) = (groups.count, groups.count)
      groups.append(Group(a: [link.a], b: [link.b], links: []))
    }
    for link in links {
      if let group = groupOfB[link.b], groupOfA[link.a] == nil {
        groupOfA[link.a] = group
        groups[group].a.append(link.a)
      } else if let group = groupOfA[link.a], groupOfB[link.b] == nil {
        groupOfB[link.b] = group
        groups[group].b.append(link.b)
      }
    }
    // Two facts of a group that each tell something else better are not held against each other.
    var (isLinkedA, isLinkedB) = ([Bool](repeating: false, count: a.count), [Bool](repeating: false, count: b.count))
    for link in links {
      guard let group = groupOfA[link.a], groupOfB[link.b] == group, !isLinkedA[link.a] || !isLinkedB[link.b] else {
        continue
      }
      (isLinkedA[link.a], isLinkedB[link.b]) = (true, true)
      groups[group].links.append(link)
    }
    for index in groups.indices {
      if groups[index].a.count > 1 { groups[index].a.sort() }
      if groups[index].b.count > 1 { groups[index].b.sort() }
    }
    groups.sort { $0.a[0] < $1.a[0] }
    return groups
  }

  /// All pairs that may tell one thing, best first.
  private static func links(
    _ a: [Terms], _ b: [Terms], _ speakers: (a: FactSpeakers, b: FactSpeakers),
    _ values: (a: FactValues, b: FactValues), _ known: [Known]
  ) -> [Link] {
    let evidence = Evidence(a, b, values)
    var links: [Link] = []
    var speakers = speakers
    for i in a.indices {
      for j in b.indices {
        let least = known.lazy.filter { $0.a == i && $0.b == j }.map(\.likelihood).max() ?? -.infinity
        guard least >= joining || evidence.mayReach(joining, i, j) else { continue }
        let who = Evidence.Speakers(speakers.a[i], speakers.b[j])
        guard least >= joining || evidence.mayReach(joining, i, j, who) else { continue }
        let likelihood = max(evidence.likelihood(i, j, who), least)
        if likelihood >= joining {
          links.append(Link(a: i, b: j, likelihood: likelihood))
        }
      }
    }
    return links.sorted(by: isBetter)
  }

  /// What `Evidence` sees of every pair of facts that restate no other one, A first.
  package static func signs(_ a: Report, _ b: Report) -> [(a: Fact, b: Fact, signs: [Float])] {
    let known = KnownTerms()
    let (a, b) = (ComparedArticle(a, known), ComparedArticle(b, known))
    var (termsA, termsB) = a.compared.terms(a.originals, b.compared, b.originals)
    weigh(&termsA, &termsB)
    let evidence = Evidence(termsA, termsB, (a.values, b.values))
    var speakers = (a: a.speakers, b: b.speakers)
    return a.originals.enumerated().flatMap { i, fact in
      b.originals.enumerated().map { j, other in
        (fact, other, evidence.listOfSigns(i, j, Evidence.Speakers(speakers.a[i], speakers.b[j])))
      }
    }
  }

  /// The order of equals is one that does not ask which side is A.
  private static func isBetter(_ x: Link, _ y: Link) -> Bool {
    guard x.likelihood == y.likelihood else { return x.likelihood > y.likelihood }
    return (x.a + x.b, abs(x.a - x.b), x.a) < (y.a + y.b, abs(y.a - y.b), y.a)
  }

  /// Log odds as thousandths; no exponential function, so that every machine computes the same.
  static func score(_ likelihood: Float) -> Int {
    min(1000, max(0, Int(500 + 500 * likelihood / (1 + abs(likelihood)))))
  }

  /// Words that most facts of both articles have say what the articles are about, not which fact this is.
  private static func weigh(_ a: inout [Terms], _ b: inout [Terms]) {
    var counts = SubjectCounts(room: a.reduce(0) { $0 + $1.all.count } + b.reduce(0) { $0 + $1.all.count })
    for fact in a.indices { counts.note(a[fact], of: fact) }
    for fact in b.indices { counts.note(b[fact], of: a.count + fact) }
    var next = 0
    func told() -> Int {
      defer { next += 1 }
      return counts.facts(next)
    }
    for index in a.indices { a[index].divide(by: told) }
    for index in b.indices { b[index].divide(by: told) }
  }
}

extension Term {
  /// What two terms have in common when they may speak of one thing: the country, else the stem.
  var subject: UInt64 { country != 0 ? country : stem }
}

extension Terms {
  /// The subjects of the words that weigh more than so much, each once, in ascending order.
  func subjects(above weight: Float) -> [UInt64] {
    var subjects: [UInt64] = []
    subjects.reserveCapacity(all.count)
    for term in all where term.weight > weight { subjects.append(term.subject) }
    subjects.sort()
    var last: UInt64?
    subjects.removeAll { subject in
      defer { last = subject }
      return subject == last
    }
    return subjects
  }

  /// Divides weights by how many facts have the word, which is asked for each in turn.
  @inline(__always)
  fileprivate mutating func divide(by count: () -> Int) {
    weight = 0
    for index in all.indices {
      let count = count()
      if count > 2 { all[index].weight *= (2 / Float(count)).squareRoot() }
      weight += all[index].weight
    }
  }
}

/// How many facts have the subject of each of some terms.
private struct SubjectCounts {
  private var numbers: KeyTable
  /// For each subject how many facts have it.
  private var facts: [Int32] = []
  /// The last fact that was counted for each.
  private var last: [Int32] = []
  /// The subject of each term.
  private var subjects: [Int32] = []

  /// Room for so many terms.
  init(room: Int) {
    numbers = KeyTable(capacity: room)
    facts.reserveCapacity(room)
    last.reserveCapacity(room)
    subjects.reserveCapacity(room)
  }

  /// Counts the terms of one more fact.
  mutating func note(_ terms: Terms, of fact: Int) {
    let (all, fact) = (terms.all.span, Int32(truncatingIfNeeded: fact))
    for index in all.indices {
      let number = numbers.index(of: all[index].subject, orNew: facts.count)
      if number == facts.count {
        facts.append(1)
        last.append(fact)
      } else if last[number] != fact {
        facts[number] += 1
        last[number] = fact
      }
      subjects.append(Int32(truncatingIfNeeded: number))
    }
  }

  /// How many facts have the subject of a term.
  @inline(__always)
  func facts(_ term: Int) -> Int { Int(facts[Int(subjects[term])]) }
}
