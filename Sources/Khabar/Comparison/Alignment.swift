/// Soft word alignment of two statements, both ways.
///
/// Every term takes its best partner on the other side: the same form, value, time or entity counts 1, the same stem
/// 0.97, the same country 0.9, a neighbour in the vector space 0.95 times its cosine (content words only); a number only an equal number (DESIGN 5).
///
/// It is a reference, since pairs, rules and features hand it on at every step.
final class Alignment: Sendable {
  /// The best partner of a term: its index on the other side and how alike, 0...1.
  struct Link: Sendable {
    var partner: Int
    var similarity: Float
  }

  let a: Terms
  let b: Terms
  /// A link for each term of A.
  let fromA: [Link]
  /// A link for each term of B.
  let fromB: [Link]
  /// How alike all terms are: a row for each one of one side, and from one row to the next so many steps.
  private let likenesses: [Float]
  private let step: Int
  /// Whether the rows are those of B.
  private let isTurned: Bool

  init(_ a: Terms, _ b: Terms) {
    self.a = a
    self.b = b
    let none = Link(partner: -1, similarity: 0)
    var linksA: [Link] = []
    linksA.reserveCapacity(a.all.count)
    var linksB = Array(none, times: b.all.count)
    let (rowsA, rowsB) = (a.comparedRows, b.comparedRows)
    let step = Vectors.room(for: b.all.count)
    var likenesses: [Float] = []
    likenesses.reserveCapacity(a.all.count * step)
    likenesses.append(contentsOf: repeatElement(0, count: a.all.count * step))
    Vectors.write(
      likenessesOf: rowsA, in: a.all.indices, with: rowsB, times: Self.nearness, to: &likenesses)
    let (termsA, termsB) = (a.all.span, b.all.span)
    var ofPairs = likenesses.mutableSpan
    var ofB = linksB.mutableSpan
    for start in stride(from: 0, to: termsB.count, by: KeyGroups.most) {
      // For each group of keys a bit for each term of B that has one of them.
      var groups = InlineArray<64, UInt64>(repeating: 0)
      let places = KeyGroups.note(termsB, from: start, in: &groups)
      let bits = groups.span
      for i in termsA.indices {
        // What is told otherwise than by vectors, which is little.
        var found = KeyGroups.find(termsA[i], in: bits) | (termsA[i].place != 0 ? places : 0)
        while found != 0 {
          let j = start + found.trailingZeroBitCount
          found &= found - 1
          if termsA[i].mayEqual(termsB[j]) { ofPairs[i * step + j] = Self.similarity(termsA[i], termsB[j]) }
        }
      }
    }
    let all = likenesses.span
    for i in termsA.indices {
      let row = all.extracting(i * step..<i * step + termsB.count)
      var best = none
      for j in row.indices {
        let similarity = row[j]
        if similarity > best.similarity { best = Link(partner: j, similarity: similarity) }
        if similarity > ofB[j].similarity { ofB[j] = Link(partner: i, similarity: similarity) }
      }
      linksA.append(best)
    }
    (fromA, fromB) = (linksA, linksB)
    (self.likenesses, self.step, isTurned) = (likenesses, step, false)
  }

  private init(mirroring other: Alignment) {
    (a, b, fromA, fromB) = (other.b, other.a, other.fromB, other.fromA)
    (likenesses, step, isTurned) = (other.likenesses, other.step, !other.isTurned)
  }

  /// The same with the sides exchanged.
  var mirrored: Alignment { Alignment(mirroring: self) }

  /// How alike a term of A and one of B are, as `similarity` would say.
  func likeness(_ i: Int, _ j: Int) -> Float { likenesses[isTurned ? j * step + i : i * step + j] }

  /// How alike two terms are, 0...1.
  static func similarity(_ x: Term, _ y: Term) -> Float {
    if x.base == y.base || x.anchor != 0 && x.anchor == y.anchor { return 1 }
    if x.isNumber || y.isNumber { return 0 }
    if x.stem == y.stem { return 0.97 }
    if x.concept != 0, x.concept == y.concept { return oneConcept }
    if x.place != 0, y.place != 0 { return likeness(ofPlaces: x, y) }
    guard x.hasComparedVector, y.hasComparedVector else { return 0 }
    return max(0, nearness * Vectors.cosine(Int(x.vector), Int(y.vector)))
  }

  /// How alike two words for one thing are.
  static let oneConcept: Float = 0.93

  /// How alike two words are for their cosine.
  static let nearness: Float = 0.95

  /// How alike two places are.
  static func likeness(ofPlaces x: Term, _ y: Term) -> Float {
    x.place == y.place ? 0.95 : x.country == y.country ? 0.9 : 0.1
  }

  /// Whether the sides have two scripts; words of two languages are less near to each other than those of one.
  var isBetweenLanguages: Bool { a.script != b.script }

  /// Whether a content word within five terms of a run of A is so much like one within five terms of a run of B that both
  /// runs may be said of one thing.
  func haveOneNeighbour(_ x: Range<Int>, _ y: Range<Int>, likeness: Float) -> Bool {
    func isNear(_ index: Int, _ run: Range<Int>) -> Bool {
      !run.contains(index) && run.lowerBound - 5 <= index && index < run.upperBound + 5
    }
    func areNear(_ terms: Terms, _ links: [Link], _ own: Range<Int>, _ other: Range<Int>) -> Bool {
      terms.all.indices.contains { index in
        isNear(index, own) && terms.all[index].weight > 20 && links[index].similarity >= likeness
          && isNear(links[index].partner, other)
      }
    }
    // The best partner of a word may have a better one.
    return areNear(a, fromA, x, y) || areNear(b, fromB, y, x)
  }

  /// The share of A's weight that B covers, 0...1.
  var coverageOfA: Float { Self.coverage(a, fromA) }
  /// The share of B's weight that A covers, 0...1.
  var coverageOfB: Float { Self.coverage(b, fromB) }

  /// The weight of A that B covers; likeness counts squared, so that many vague neighbours do not make a fact.
  var strictlyCoveredOfA: Float { Self.strictlyCovered(a, fromA) }
  /// The same of B.
  var strictlyCoveredOfB: Float { Self.strictlyCovered(b, fromB) }

  /// The mean share of the weight that the other side covers so, 0...1.
  var strictCoverage: Float {
    guard a.weight > 0, b.weight > 0 else { return 0 }
    return (strictlyCoveredOfA / a.weight + strictlyCoveredOfB / b.weight) / 2
  }

  private static func strictlyCovered(_ terms: Terms, _ links: [Link]) -> Float {
    var sum: Float = 0
    for (term, link) in zip(terms.all, links) { sum += term.weight * link.similarity * link.similarity }
    return sum
  }

  private static func coverage(_ terms: Terms, _ links: [Link]) -> Float {
    guard terms.weight > 0 else { return 0 }
    var sum: Float = 0
    for (term, link) in zip(terms.all, links) { sum += term.weight * link.similarity }
    return sum / terms.weight
  }
}

/// Which of some terms have the keys of another one, as far as the last bits of the keys tell.
private enum KeyGroups {
  /// So many terms are looked at together.
  static let most = 64

  /// Notes the keys of the terms from one on; returns a bit for each that is a place.
  static func note(_ terms: Swift.Span<Term>, from start: Int, in groups: inout InlineArray<64, UInt64>) -> UInt64 {
    var places: UInt64 = 0
    var groups = groups.mutableSpan
    for j in start..<min(start + most, terms.count) {
      let bit: UInt64 = 1 << UInt64(j - start)
      groups[group(terms[j].base)] |= bit
      groups[group(terms[j].stem)] |= bit
      if terms[j].anchor != 0 { groups[group(terms[j].anchor)] |= bit }
      if terms[j].concept != 0 { groups[group(terms[j].concept)] |= bit }
      if terms[j].place != 0 { places |= bit }
    }
    return places
  }

  /// A bit for each term that may have a key of another one.
  @inline(__always)
  static func find(_ term: Term, in groups: Swift.Span<UInt64>) -> UInt64 {
    var found = groups[group(term.base)] | groups[group(term.stem)]
    if term.anchor != 0 { found |= groups[group(term.anchor)] }
    if term.concept != 0 { found |= groups[group(term.concept)] }
    return found
  }

  @inline(__always)
  private static func group(_ key: UInt64) -> Int { Int(key & 63) }
}

extension Term {
  /// Whether its likeness to another term is told otherwise than by vectors.
  @inline(__always)
  fileprivate func mayEqual(_ other: Term) -> Bool {
    base == other.base || stem == other.stem || anchor != 0 && anchor == other.anchor
      || concept != 0 && concept == other.concept || place != 0 && other.place != 0
  }
}
