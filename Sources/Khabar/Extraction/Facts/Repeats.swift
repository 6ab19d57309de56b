/// Finds facts of headlines, decks and captions that restate one of the body.
struct Repeats {
  let text: TaggedWords
  let blocks: [Block]

  /// How many facts before and inside the body are compared at most.
  private static let reach = 120

  /// Points restatements to their originals and gives a lead the source that only its headline names.
  func mark(_ facts: inout [FactMatch], headline: Int?) {
    let heads = facts.indices.filter { isDisplay(facts[$0].block, headline) }.prefix(Self.reach)
    let bodies = facts.indices.filter { !isDisplay(facts[$0].block, headline) }.prefix(Self.reach)
    let cores = Dictionary(uniqueKeysWithValues: (heads + bodies).map { ($0, contentCores(facts[$0].range)) })
    for head in heads {
      guard let mine = cores[head] else { continue }
      let best = bodies.map { ($0, shared(mine, cores[$0] ?? [])) }.max { $0.1 < $1.1 }
      if let (body, score) = best, score * 2 >= weight(mine), score > 0 {
        facts[head].repeats = body
      } else if let twin = heads.first(where: { $0 < head && cores[$0] == mine }) {
        facts[head].repeats = twin
      }
    }
    pass(&facts, Array(heads), headline)
  }

  private func isDisplay(_ block: Int, _ headline: Int?) -> Bool {
    switch blocks[block].kind {
    case .headline, .deck, .caption: true
    default: block == headline
    }
  }

  /// A source that the headline names before a colon holds for the lead that restates it.
  private func pass(_ facts: inout [FactMatch], _ heads: [Int], _ headline: Int?) {
    guard let first = heads.first(where: { facts[$0].block == headline && !facts[$0].sources.isEmpty }) else { return }
    for head in heads {
      if let body = facts[head].repeats, facts[body].sources.isEmpty { facts[body].sources = facts[first].sources }
      if facts[head].sources.isEmpty { facts[head].sources = facts[first].sources }
    }
  }

  /// The content words of a fact, each once, in order of their keys.
  private func contentCores(_ range: Range<Int>) -> [UInt64] {
    Set(range.filter { text.words[$0].isWordLike && text[$0].function == .none }.map { text.words[$0].core }).sorted()
  }

  private func weight(_ cores: [UInt64]) -> Int { cores.count }

  /// The number of words that two sorted lists share.
  private func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var i = 0
    var j = 0
    var count = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] { count += 1 }
      if a[i] <= b[j] { i += 1 } else { j += 1 }
    }
    return count
  }
}
