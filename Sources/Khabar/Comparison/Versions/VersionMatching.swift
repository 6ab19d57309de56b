/// Finds which facts of two versions of one article are one: first those that say the same words, in their order, then
/// what is most alike of the rest.
struct VersionMatching {
  /// Facts of both versions that are one.
  struct Group {
    /// Indices into the lists of facts.
    var old: [Int]
    var new: [Int]
    /// Their likelihood, 0...1000.
    var score: Int
    /// Whether all of it was kept word for word, with who says it.
    var isKept: Bool
  }

  /// The log odds from which changed facts are one, and how much of the other each must cover, squared and as a mean: who edits
  /// an article keeps most words of a sentence.
  private static let threshold: Float = 0
  private static let least: Float = 0.3

  private let old: Report
  private let new: Report
  private let facts: (old: [Fact], new: [Fact])

  init(_ old: Report, _ oldFacts: [Fact], _ new: Report, _ newFacts: [Fact]) {
    (self.old, self.new, facts) = (old, new, (oldFacts, newFacts))
  }

  /// Groups of indices into the lists of facts, in the order of the older version.
  func groups(_ terms: (old: [Terms], new: [Terms])) -> [Group] {
    let kept = kept
    var (takenOld, takenNew) = (Set(kept.map(\.old)), Set(kept.map(\.new)))
    let headline = (
      old: old.headlineFacts(facts.old).filter { !takenOld.contains($0) },
      new: new.headlineFacts(facts.new).filter { !takenNew.contains($0) }
    )
    takenOld.formUnion(headline.old)
    takenNew.formUnion(headline.new)
    let restOld = facts.old.indices.filter { !takenOld.contains($0) }
    let restNew = facts.new.indices.filter { !takenNew.contains($0) }
    let rest = (old: restOld.map { facts.old[$0] }, new: restNew.map { facts.new[$0] })
    let changed = FactMatching.groups(
      restOld.map { terms.old[$0] }, restNew.map { terms.new[$0] },
      speakers: (FactSpeakers(old, rest.old), FactSpeakers(new, rest.new)),
      values: (FactValues(old, rest.old), FactValues(new, rest.new)),
      threshold: Self.threshold
    ).filter { group in
      let alignment = Alignment(
        Terms(joining: group.a.lazy.map { terms.old[restOld[$0]] }),
        Terms(joining: group.b.lazy.map { terms.new[restNew[$0]] }))
      return alignment.strictCoverage >= Self.least
    }
    let groups =
      kept.map { Group(old: [$0.old], new: [$0.new], score: 1000, isKept: true) }
      + changed.map { group in
        Group(
          old: group.a.map { restOld[$0] }, new: group.b.map { restNew[$0] }, score: group.score, isKept: false)
      } + Self.one(headline.old, headline.new)
    return groups.sorted { ($0.old[0], $0.new[0]) < ($1.old[0], $1.new[0]) }
  }

  /// What a headline tells stands for what it told before, however alike they are.
  private static func one(_ old: [Int], _ new: [Int]) -> [Group] {
    old.isEmpty || new.isEmpty ? [] : [Group(old: old, new: new, score: 1000, isKept: false)]
  }

  /// Facts of one wording, the first with the first where one stands more than once.
  private var kept: [(old: Int, new: Int)] {
    var places: [[UInt64]: [Int]] = [:]
    for index in facts.new.indices.reversed() { places[wording(facts.new[index], new), default: []].append(index) }
    return facts.old.indices.compactMap { index in
      places[wording(facts.old[index], old)]?.popLast().map { (index, $0) }
    }
  }

  /// The words of a fact and of who says it; vowel signs, digits of either script and marks say nothing here.
  private func wording(_ fact: Fact, _ report: Report) -> [UInt64] {
    let spans = [fact.span] + fact.sources.map(\.span) + (fact.verb.map { [$0.span] } ?? [])
    return spans.flatMap { [0] + report.keys(of: $0) }
  }
}

extension Report {
  /// Which of some facts stand in the headline.
  fileprivate func headlineFacts(_ facts: [Fact]) -> [Int] {
    facts.indices.filter { blocks.indices.contains(facts[$0].block) && blocks[facts[$0].block].kind == .headline }
  }

  /// The keys of the words in a span.
  func keys(of span: Span) -> [UInt64] { words.range(span).map { words[$0] }.filter(\.isWordLike).map(\.key) }
}
