/// Finds which facts of two reports tell one thing.
///
/// Every pair of facts is scored by what `Evidence` sees of it: how far it stands above the other pairs of either fact,
/// figures of one kind, speakers, what stands around. The best pairs are taken first, whatever the order of the facts,
/// and then a fact that is likely enough to tell what a taken one tells joins it (one sentence equals two).
struct FactMatching {
  /// Facts of both sides that tell one thing, as indices into the lists given.
  struct Group {
    var a: [Int]
    var b: [Int]
    /// The pairs of them that were found, best first.
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
    /// Whether each is told by speakers of its own.
    var areOthers: Bool
  }

  /// From which log odds a pair tells one thing.
  static let threshold: Float = -0.5
  /// From which a further fact joins a pair.
  static let joining: Float = -1.1
  /// How much likelier a fact must be to join a taken one than to make a pair of its own.
  static let patience: Float = 3
  /// From which one joins that another speaker tells.
  static let joiningOfOthers: Float = -0.4

  /// Groups in the order of their first fact of A. `speakers` are the words that name who says each fact; from the log odds
  /// `threshold` on a pair tells one thing.
  static func groups(
    _ a: [Terms], _ b: [Terms], speakers: (a: [Set<UInt64>], b: [Set<UInt64>]),
    threshold: Float = FactMatching.threshold
  ) -> [Group] {
    var (a, b) = (a, b)
    weigh(&a, &b)
    let links = links(a, b, speakers)
    var (groupOfA, groupOfB) = ([Int?](repeating: nil, count: a.count), [Int?](repeating: nil, count: b.count))
    var groups: [Group] = []
    // A fact that is far likelier to tell what a taken one tells waits to join it.
    var (bestOfA, bestOfB) = ([Float?](repeating: nil, count: a.count), [Float?](repeating: nil, count: b.count))
    for link in links where link.likelihood >= threshold {
      let best = max(bestOfA[link.a] ?? link.likelihood, bestOfB[link.b] ?? link.likelihood)
      bestOfA[link.a] = bestOfA[link.a] ?? link.likelihood
      bestOfB[link.b] = bestOfB[link.b] ?? link.likelihood
      guard groupOfA[link.a] == nil, groupOfB[link.b] == nil, best - link.likelihood < patience else { continue }
      (groupOfA[link.a], groupOfB[link.b]) = (groups.count, groups.count)
      groups.append(Group(a: [link.a], b: [link.b], links: []))
    }
    for link in links where link.likelihood >= (link.areOthers ? joiningOfOthers : joining) {
      if let group = groupOfB[link.b], groupOfA[link.a] == nil {
        groupOfA[link.a] = group
        groups[group].a.append(link.a)
      } else if let group = groupOfA[link.a], groupOfB[link.b] == nil {
        groupOfB[link.b] = group
        groups[group].b.append(link.b)
      }
    }
    for link in links {
      if let group = groupOfA[link.a], groupOfB[link.b] == group { groups[group].links.append(link) }
    }
    return groups.map { Group(a: $0.a.sorted(), b: $0.b.sorted(), links: $0.links) }.sorted { $0.a[0] < $1.a[0] }
  }

  /// All pairs that may tell one thing, best first.
  private static func links(_ a: [Terms], _ b: [Terms], _ speakers: (a: [Set<UInt64>], b: [Set<UInt64>])) -> [Link] {
    let evidence = Evidence(a, b)
    var links: [Link] = []
    for i in a.indices {
      for j in b.indices {
        let (x, y) = (speakers.a[i], speakers.b[j])
        let areNamed = !x.isEmpty && !y.isEmpty
        let areOthers = areNamed && x.isDisjoint(with: y)
        let likelihood = evidence.likelihood(i, j, areOthers ? .others : areNamed ? .same : .open)
        if likelihood >= joining { links.append(Link(a: i, b: j, likelihood: likelihood, areOthers: areOthers)) }
      }
    }
    return links.sorted(by: isBetter)
  }

  /// The order of equals is one that does not ask which side is A.
  private static func isBetter(_ x: Link, _ y: Link) -> Bool {
    guard x.likelihood == y.likelihood else { return x.likelihood > y.likelihood }
    return (x.a + x.b, abs(x.a - x.b), x.a) < (y.a + y.b, abs(y.a - y.b), y.a)
  }

  /// Log odds as thousandths; no exponential function, so that every machine computes the same.
  private static func score(_ likelihood: Float) -> Int {
    min(1000, max(0, Int(500 + 500 * likelihood / (1 + abs(likelihood)))))
  }

  /// Words that most facts of both articles have say what the articles are about, not which fact this is.
  private static func weigh(_ a: inout [Terms], _ b: inout [Terms]) {
    var counts = KeyTable()
    for terms in a + b { for stem in terms.subjects(above: -1) { counts[stem] = (counts[stem] ?? 0) + 1 } }
    for index in a.indices { a[index].divide(by: counts) }
    for index in b.indices { b[index].divide(by: counts) }
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

  /// Divides weights by how many facts have the word.
  mutating func divide(by counts: KeyTable) {
    weight = 0
    for index in all.indices {
      let count = counts[all[index].subject] ?? 1
      if count > 2 { all[index].weight *= (2 / Float(count)).squareRoot() }
      weight += all[index].weight
    }
  }
}
