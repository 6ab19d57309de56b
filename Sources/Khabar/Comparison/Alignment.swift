/// Soft word alignment of two statements, both ways.
///
/// Every term takes its best partner on the other side: the same form, value, time or entity counts 1, the same stem
/// 0.97, the same country 0.9, a neighbour in the vector space 0.95 times its cosine (content words only); a number only an equal number (DESIGN 5).
struct Alignment: Sendable {
  /// The best partner of a term: its index on the other side and how alike, 0...1.
  struct Link: Sendable {
    var partner: Int
    var similarity: Float
  }

  private(set) var a: Terms
  private(set) var b: Terms
  /// A link for each term of A.
  private(set) var fromA: [Link]
  /// A link for each term of B.
  private(set) var fromB: [Link]

  init(_ a: Terms, _ b: Terms) {
    self.a = a
    self.b = b
    let none = Link(partner: -1, similarity: 0)
    var linksA: [Link] = []
    linksA.reserveCapacity(a.all.count)
    var linksB = b.all.map { _ in none }
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
    for i in termsA.indices {
      let row = i * step
      // What is told otherwise than by vectors, which is little.
      let (base, stem, anchor, concept) = (termsA[i].base, termsA[i].stem, termsA[i].anchor, termsA[i].concept)
      let (hasAnchor, hasConcept, hasPlace) = (anchor != 0, concept != 0, termsA[i].place != 0)
      for j in termsB.indices
      where termsB[j].base == base || termsB[j].stem == stem || hasAnchor && termsB[j].anchor == anchor
        || hasConcept && termsB[j].concept == concept || hasPlace && termsB[j].place != 0
      {
        ofPairs[row + j] = Self.similarity(termsA[i], termsB[j])
      }
      var best = none
      for j in termsB.indices {
        let similarity = ofPairs[row + j]
        if similarity > best.similarity { best = Link(partner: j, similarity: similarity) }
        if similarity > ofB[j].similarity { ofB[j] = Link(partner: i, similarity: similarity) }
      }
      linksA.append(best)
    }
    (fromA, fromB) = (linksA, linksB)
  }

  /// The same with the sides exchanged.
  var mirrored: Alignment {
    var other = self
    (other.a, other.b, other.fromA, other.fromB) = (b, a, fromB, fromA)
    return other
  }

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
    return a.all.indices.contains { i in
      isNear(i, x) && a.all[i].weight > 20 && fromA[i].similarity >= likeness && isNear(fromA[i].partner, y)
    }
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
