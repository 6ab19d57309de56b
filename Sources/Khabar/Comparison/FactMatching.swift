/// Finds which facts of two reports tell one thing.
///
/// All pairs that share a word are scored by soft alignment both ways and by how far they stand above the next best
/// partner of either fact; the best pairs are taken first, whatever the order of the facts, and then a fact that is
/// alike enough to a taken one joins it (one sentence equals two).
struct FactMatching {
  /// Facts of both sides that tell one thing, as indices into the lists given.
  struct Group {
    var a: [Int]
    var b: [Int]
    /// The score of its best pair.
    var score: Int
  }

  private struct Candidate {
    var a: Int
    var b: Int
    /// The mean coverage.
    var likeness: Float
    /// The same, lifted above the other pairs of either fact.
    var score: Float
    /// How many telling words, values and names both have.
    var common: Int

    /// Whether it may join a pair that is taken already.
    var joins: Bool {
      likeness >= FactMatching.joining
        || likeness >= FactMatching.joiningAnchored.likeness && common >= FactMatching.joiningAnchored.common
    }
  }

  /// From which score a pair tells one thing.
  static let threshold: Float = 0.22
  /// How alike a pair must be without what lifts it above others.
  static let least: Float = 0.18
  /// From which likeness a further fact joins a pair.
  static let joining: Float = 0.4
  /// From which it joins if it has at least so many telling words, values or names in common with its partner.
  static let joiningAnchored: (likeness: Float, common: Int) = (0.25, 3)

  /// From which likeness two speakers may tell one thing in words of which they share only one or two.
  static let unlikely: Float = 0.36

  /// Groups in the order of their first fact of A. `speakers` are the words that name who says each fact.
  static func groups(
    _ a: [Terms], _ b: [Terms], speakers: (a: [Set<UInt64>], b: [Set<UInt64>])
  ) -> [Group] {
    var (a, b) = (a, b)
    weigh(&a, &b)
    var cosines = CosineTable(&a, &b)
    let candidates = lifted(candidates(a, b, speakers, &cosines), a.count, b.count).sorted(by: isBetter)
    var groupOfA: [Int?] = Array(repeating: nil, count: a.count)
    var groupOfB: [Int?] = Array(repeating: nil, count: b.count)
    var groups: [Group] = []
    for pair in candidates
    where pair.score >= threshold && pair.likeness >= least && groupOfA[pair.a] == nil && groupOfB[pair.b] == nil {
      groupOfA[pair.a] = groups.count
      groupOfB[pair.b] = groups.count
      groups.append(Group(a: [pair.a], b: [pair.b], score: min(1000, Int(pair.score * 1000))))
    }
    for pair in candidates.sorted(by: isLiker) where pair.joins {
      if let group = groupOfB[pair.b], groupOfA[pair.a] == nil {
        groupOfA[pair.a] = group
        groups[group].a.append(pair.a)
      } else if let group = groupOfA[pair.a], groupOfB[pair.b] == nil {
        groupOfB[pair.b] = group
        groups[group].b.append(pair.b)
      }
    }
    return groups.map { Group(a: $0.a.sorted(), b: $0.b.sorted(), score: $0.score) }.sorted { $0.a[0] < $1.a[0] }
  }

  private static func isBetter(_ x: Candidate, _ y: Candidate) -> Bool {
    x.score == y.score ? isEarlier(x, y) : x.score > y.score
  }

  private static func isLiker(_ x: Candidate, _ y: Candidate) -> Bool {
    x.likeness == y.likeness ? isEarlier(x, y) : x.likeness > y.likeness
  }

  /// The order of equals, in a way that does not ask which side is A.
  private static func isEarlier(_ x: Candidate, _ y: Candidate) -> Bool {
    (x.a + x.b, abs(x.a - x.b), x.a) < (y.a + y.b, abs(y.a - y.b), y.a)
  }

  /// Adds to each score its distance from the best other pair of either fact: a clear first choice is worth more.
  private static func lifted(_ candidates: [Candidate], _ countOfA: Int, _ countOfB: Int) -> [Candidate] {
    var bestOfA = Array(repeating: (first: Float(0), second: Float(0)), count: countOfA)
    var bestOfB = Array(repeating: (first: Float(0), second: Float(0)), count: countOfB)
    func note(_ score: Float, _ best: inout (first: Float, second: Float)) {
      if score > best.first { best = (score, best.first) } else { best.second = max(best.second, score) }
    }
    for pair in candidates {
      note(pair.score, &bestOfA[pair.a])
      note(pair.score, &bestOfB[pair.b])
    }
    func other(_ score: Float, _ best: (first: Float, second: Float)) -> Float {
      score == best.first ? best.second : best.first
    }
    return candidates.map { pair in
      var pair = pair
      pair.score += pair.score - max(other(pair.score, bestOfA[pair.a]), other(pair.score, bestOfB[pair.b]))
      return pair
    }
  }

  /// Words that most facts of both articles have say what the articles are about, not which fact this is.
  private static func weigh(_ a: inout [Terms], _ b: inout [Terms]) {
    var counts: [UInt64: Int] = [:]
    for terms in a + b { for stem in Set(terms.all.map(\.subject)) { counts[stem, default: 0] += 1 } }
    for index in a.indices { a[index].divide(by: counts) }
    for index in b.indices { b[index].divide(by: counts) }
  }

  private static func candidates(
    _ a: [Terms], _ b: [Terms], _ speakers: (a: [Set<UInt64>], b: [Set<UInt64>]), _ cosines: inout CosineTable
  ) -> [Candidate] {
    let isCrossLingual = a.first?.script != b.first?.script
    let subjectsOfB = b.map(\.subjects)
    var result: [Candidate] = []
    for i in a.indices {
      let subjects = a[i].subjects
      for j in b.indices where isCrossLingual || !subjects.isDisjoint(with: subjectsOfB[j]) {
        let alignment = Alignment(a[i], b[j], &cosines)
        let coverage = alignment.strictCoverage
        let likeness = (coverage.a + coverage.b) / 2
        // Two who speak of one topic share a word or two; that alone does not make one fact.
        let areOthers =
          !speakers.a[i].isEmpty && !speakers.b[j].isEmpty && speakers.a[i].isDisjoint(with: speakers.b[j])
        let common = likeness > least ? alignment.commonSubjects : 0
        if areOthers, likeness < unlikely, !isCrossLingual, common < 3 { continue }
        result.append(Candidate(a: i, b: j, likeness: likeness, score: likeness, common: common))
      }
    }
    return result
  }
}

extension Term {
  /// What two terms have in common when they may speak of one thing: the country, else the stem.
  var subject: UInt64 { country != 0 ? country : stem }
}

extension Terms {
  /// The subjects of the content words.
  var subjects: Set<UInt64> { Set(all.lazy.filter { $0.weight > 20 }.map(\.subject)) }

  /// Divides weights by how many facts have the word.
  mutating func divide(by counts: [UInt64: Int]) {
    weight = 0
    for index in all.indices {
      let count = counts[all[index].subject] ?? 1
      if count > 2 { all[index].weight *= (2 / Float(count)).squareRoot() }
      weight += all[index].weight
    }
  }
}
