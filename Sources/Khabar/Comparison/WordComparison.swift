/// Two articles word by word: what both have, also where one has moved it, and what each has alone.
///
/// By P. Heckel, "A technique for isolating differences between files" (CACM 21:4, 1978): words that both have once are
/// anchors, and equal neighbours of an anchor belong to it. It finds what was moved, and takes linear time.
public struct WordComparison: Sendable {
  /// A run of words.
  public struct Run: Sendable, Hashable {
    /// A side of a comparison.
    public enum Side: Sendable { case a, b }

    /// What is known of a run.
    public enum Kind: Sendable, Hashable {
      /// Both have it here.
      case both
      /// Both have it, but in another place of their text; the number is that of the passage, from 1.
      case moved(Int)
      /// Only this side has it.
      case alone
    }

    /// What is known of it.
    public var kind: Kind
    /// Whose text it is taken from: A's, if both have it here.
    public var side: Side
    /// Where it stands in that text.
    public var span: Span
  }

  /// The runs in the order of A; those of B stand where B has them between what both have.
  public private(set) var runs: [Run] = []
  /// How many words A has, and B.
  public let counts: (a: Int, b: Int)
  /// How many of them both have, moved or not.
  public private(set) var common = 0
  /// How many passages were moved.
  public private(set) var moved = 0

  /// A shorter run that both have is chance, not text.
  private static let shortest = 2
  private static let shortestMoved = 4

  /// Compares what the blocks of both reports that tell the news are made of.
  public init(of a: Report, and b: Report) {
    let (sideA, sideB) = (WordSide(a), WordSide(b))
    counts = (sideA.tokens.count, sideB.tokens.count)
    let passages = Self.passages(sideA, sideB)
    let inOrder = Self.longestInOrder(passages)
    let kept = passages.indices.filter { inOrder.contains($0) || passages[$0].count >= Self.shortestMoved }
      .map { (passages[$0], inOrder.contains($0)) }
    common = kept.reduce(0) { $0 + $1.0.count }
    write(kept, sideA, sideB)
  }
}

/// A run of tokens that both sides have.
private struct Passage {
  var a: Int
  var b: Int
  var count: Int
}

/// The words of one side that count.
private struct WordSide {
  let report: Report
  /// Indices of the tokens, and for each its block.
  private(set) var tokens: [Int] = []
  private var blocks: [Int] = []

  init(_ report: Report) {
    self.report = report
    var block = 0
    for index in report.words.indices where report.words[index].isWordLike {
      let word = report.words[index]
      while block < report.blocks.count, report.blocks[block].span.end <= Int(word.start) { block += 1 }
      guard block < report.blocks.count, report.blocks[block].kind.tellsNews,
        report.blocks[block].span.start <= Int(word.start)
      else { continue }
      tokens.append(index)
      blocks.append(block)
    }
  }

  func key(_ position: Int) -> UInt64 { report.words[tokens[position]].key }

  /// The spans of a run of positions, one for each block, with the marks around the words.
  func spans(_ range: Range<Int>) -> [Span] {
    var spans: [Span] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, blocks[end] == blocks[start] { end += 1 }
      spans.append(report.words.span(marksStart(tokens[start])..<marksEnd(tokens[end - 1])))
      start = end
    }
    return spans
  }

  /// The first of the marks that stand before a token without a break, unless they stand behind another word so.
  private func marksStart(_ token: Int) -> Int {
    let words = report.words
    var start = token
    while start > 0, words[start - 1].kind == .mark,
      words[start - 1].bytes.upperBound == words[start].bytes.lowerBound
    { start -= 1 }
    let isBehindWord =
      start > 0 && words[start - 1].isWordLike
      && words[start - 1].bytes.upperBound == words[start].bytes.lowerBound
    return isBehindWord ? token : start
  }

  /// Behind a token and the marks that follow it without a break.
  private func marksEnd(_ token: Int) -> Int {
    var end = token + 1
    while end < report.words.count, report.words[end].kind == .mark,
      report.words[end].bytes.lowerBound == report.words[end - 1].bytes.upperBound
    { end += 1 }
    return end
  }
}

extension WordComparison {
  /// Heckel's passes: anchors, then their neighbours on both sides, then runs of partners.
  private static func passages(_ a: WordSide, _ b: WordSide) -> [Passage] {
    var partner = anchors(a, b)
    var taken = Set(partner.compactMap(\.self))
    func extend(_ at: Int, by step: Int) {
      guard let other = partner[at] else { return }
      let (next, place) = (at + step, other + step)
      guard partner.indices.contains(next), partner[next] == nil, b.tokens.indices.contains(place),
        !taken.contains(place), a.key(next) == b.key(place)
      else { return }
      partner[next] = place
      taken.insert(place)
    }
    for at in partner.indices { extend(at, by: 1) }
    for at in partner.indices.reversed() { extend(at, by: -1) }
    var passages: [Passage] = []
    for (at, place) in partner.enumerated() {
      guard let place else { continue }
      if let last = passages.last, last.a + last.count == at, last.b + last.count == place {
        passages[passages.count - 1].count += 1
      } else {
        passages.append(Passage(a: at, b: place, count: 1))
      }
    }
    return passages.filter { $0.count >= shortest }
  }

  /// For each word of A that both sides have exactly once, its place in B.
  private static func anchors(_ a: WordSide, _ b: WordSide) -> [Int?] {
    var placesA: [UInt64: Int] = [:]
    var placesB: [UInt64: Int] = [:]
    for at in a.tokens.indices { placesA[a.key(at)] = placesA[a.key(at)] == nil ? at : -1 }
    for at in b.tokens.indices { placesB[b.key(at)] = placesB[b.key(at)] == nil ? at : -1 }
    return a.tokens.indices.map { at in
      let key = a.key(at)
      return placesA[key] == at ? placesB[key].flatMap { $0 < 0 ? nil : $0 } : nil
    }
  }

  /// The passages that stand in one order in both texts and have the most words together: a longest increasing
  /// subsequence by weight, with the best prefixes in a Fenwick tree over the places in B.
  private static func longestInOrder(_ passages: [Passage]) -> Set<Int> {
    let order = passages.indices.sorted { passages[$0].b < passages[$1].b }
    var rank = Array(repeating: 0, count: passages.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    var tree = Array(repeating: (weight: 0, index: -1), count: passages.count + 1)
    var previous = Array(repeating: -1, count: passages.count)
    var best = (weight: 0, index: -1)
    for (index, passage) in passages.enumerated() {
      var before = (weight: 0, index: -1)
      var at = rank[index]
      while at > 0 {
        if tree[at].weight > before.weight { before = tree[at] }
        at -= at & -at
      }
      previous[index] = before.index
      let weight = before.weight + passage.count
      if weight > best.weight { best = (weight, index) }
      at = rank[index] + 1
      while at < tree.count {
        if weight > tree[at].weight { tree[at] = (weight, index) }
        at += at & -at
      }
    }
    return Set(sequence(first: best.index) { previous[$0] }.prefix { $0 >= 0 })
  }

  /// Writes the runs: what A has up to the next passage of both, what B has up to it, then the passage.
  private mutating func write(_ passages: [(passage: Passage, isInOrder: Bool)], _ a: WordSide, _ b: WordSide) {
    let moved = passages.filter { !$0.isInOrder }.map(\.passage)
    self.moved = moved.count
    let numbered = Array(zip(moved, 1...))
    let movedInB = numbered.sorted { $0.0.b < $1.0.b }
    var (at, place) = (0, 0)
    var (restA, restB) = (numbered[...], movedInB[...])
    let end = Passage(a: a.tokens.count, b: b.tokens.count, count: 0)
    for passage in passages.filter(\.isInOrder).map(\.passage) + [end] {
      write(&at, to: passage.a, a, &restA, \.a, .a)
      write(&place, to: passage.b, b, &restB, \.b, .b)
      runs += a.spans(passage.a..<passage.a + passage.count).map { Run(kind: .both, side: .a, span: $0) }
      (at, place) = (passage.a + passage.count, passage.b + passage.count)
    }
  }

  /// Writes what one side has between two passages of both: what it has alone, and what was moved.
  private mutating func write(
    _ at: inout Int, to end: Int, _ words: WordSide, _ moved: inout ArraySlice<(Passage, Int)>,
    _ start: KeyPath<Passage, Int>, _ side: Run.Side
  ) {
    func add(_ kind: Run.Kind, _ range: Range<Int>) {
      runs += words.spans(range).map { Run(kind: kind, side: side, span: $0) }
    }
    while let (passage, number) = moved.first, passage[keyPath: start] < end {
      let first = passage[keyPath: start]
      add(.alone, at..<first)
      at = first + passage.count
      add(.moved(number), first..<at)
      moved.removeFirst()
    }
    add(.alone, at..<end)
  }
}
