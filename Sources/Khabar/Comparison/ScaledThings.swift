/// Words on a scale that two statements say of one thing: "rises" and "falls" of "gold".
///
/// Where both statements have words at both places of a scale ("gold rises as the dollar falls"), only what each is said of tells
/// whether they oppose. That is read from where they stand; no parse is made.
struct ScaledThings {
  /// A word on a scale and the terms it is said of.
  private struct Saying {
    var word: Int
    var things: Range<Int>
    /// The heaviest of them.
    var thing: Int
  }

  /// The sayings of the sides that are of one thing, as indices of the words on the scales.
  private var pairs: [(a: Int, b: Int)] = []
  private let alignment: Alignment

  init(_ pair: Pair) {
    alignment = pair.alignment
    let (a, b) = (alignment.a.all, alignment.b.all)
    guard a.contains(where: { $0.poles.has(.event) }), b.contains(where: { $0.poles.has(.event) }) else { return }
    let others = Self.sayings(pair.b, b)
    for mine in Self.sayings(pair.a, a) {
      for other in others where areOne(mine, other) { pairs.append((mine.word, other.word)) }
    }
  }

  /// Whether nothing is said of one thing.
  var isEmpty: Bool { pairs.isEmpty }

  /// How many are said alike of one thing.
  var agreed: Int { pairs.count { alignment.a.all[$0.a].poles.meets(alignment.b.all[$0.b].poles) } }

  /// Words at different places of a scale of what happened that are said of one thing, of which nothing else is said at the same place.
  func opposed(where fits: (Int, Int) -> Bool = { _, _ in true }) -> (a: Int, b: Int)? {
    let (a, b) = (alignment.a.all, alignment.b.all)
    return pairs.first { x in
      a[x.a].poles.opposed(by: b[x.b].poles, on: .event) != nil && fits(x.a, x.b)
        && !pairs.contains { ($0.a == x.a || $0.b == x.b) && a[$0.a].poles.meets(b[$0.b].poles) }
    }
  }

  /// Whether the heaviest thing of each is the partner of one of the other.
  private func areOne(_ x: Saying, _ y: Saying) -> Bool {
    let (fromA, fromB) = (alignment.fromA[x.thing], alignment.fromB[y.thing])
    return fromA.similarity >= 0.8 && y.things.contains(fromA.partner) && fromB.similarity >= 0.8
      && x.things.contains(fromB.partner)
  }

  /// What stands before the word in its clause, if no other word on a scale is said of it, else what follows it.
  private static func sayings(_ side: Side, _ terms: [Term]) -> [Saying] {
    var sayings: [Saying] = []
    for word in terms.indices where terms[word].poles.has(.event) {
      let taken = sayings.last?.things.upperBound ?? 0
      var start = word
      while start > max(taken, word - 3), isOpen(side, terms, start), isThing(terms[start - 1]) { start -= 1 }
      var things = start..<word
      if things.isEmpty {
        var end = word + 1
        while end < min(terms.count, word + 5), isOpen(side, terms, end), terms[end].poles.isEmpty { end += 1 }
        things = word + 1..<end
      }
      // Of "the price of gold" it is said of gold.
      let thing =
        heaviest(of: things, terms) { terms[$0].concept != price } ?? heaviest(of: things, terms) { _ in true }
      guard let thing, isThing(terms[thing]) else { continue }
      sayings.append(Saying(word: word, things: things, thing: thing))
    }
    return sayings
  }

  /// The first of the heaviest terms of a run that fit.
  @inline(__always)
  private static func heaviest(of run: Range<Int>, _ terms: [Term], where fits: (Int) -> Bool) -> Int? {
    var best: Int?
    for index in run where fits(index) {
      if let best, terms[best].weight >= terms[index].weight { continue }
      best = index
    }
    return best
  }

  /// The concept of "price", which is of something else that matters.
  private static let price = Key.of("price".utf8)

  private static func isThing(_ term: Term) -> Bool { term.weight > 20 && term.poles.isEmpty && !term.isNumber }

  /// Whether a term goes on with what stands before it: no mark is between them, nor is it joined. The terms of one fact may
  /// stand before those of another one that is told earlier.
  private static func isOpen(_ side: Side, _ terms: [Term], _ index: Int) -> Bool {
    let (words, before, token) = (side.report.words, terms[index - 1].token, terms[index].token)
    guard before < token, !words[token].clitics.contains(.conjunction) else { return false }
    return (before..<token).allSatisfy { words[$0].kind != .mark }
  }
}
