/// Two content words that stand for each other: neither has a partner, and their neighbours are partners.
struct Replacement: Sendable {
  /// Index of the term of A.
  var a: Int
  /// Index of the term of B.
  var b: Int
  /// How alike the two are, 0...1.
  var likeness: Float
  /// Whether the words before and behind both are partners, not only those on one side.
  var isFramed: Bool

  /// Below this a content word has no partner.
  static let open: Float = 0.75
  /// From this on two neighbours are partners.
  private static let firm: Float = 0.9

  /// All of a pair, seen from either side, the surest first.
  static func all(_ alignment: Alignment) -> [Replacement] {
    let (a, b) = (content(alignment.a), content(alignment.b))
    let back = seenFromA(alignment.mirrored, b, a).map {
      Replacement(a: $0.b, b: $0.a, likeness: $0.likeness, isFramed: $0.isFramed)
    }
    return (seenFromA(alignment, a, b) + back).sorted { $0.order > $1.order }
  }

  /// Framed ones before others, then by likeness and place, in a way that does not ask which side is A.
  private var order: (Int, Float, Int, Int) { (isFramed ? 1 : 0, likeness, -a - b, -abs(a - b)) }

  private static func seenFromA(_ alignment: Alignment, _ a: [Int], _ b: [Int]) -> [Replacement] {
    var places = Array(repeating: -2, count: alignment.b.all.count)
    for (place, j) in b.enumerated() { places[j] = place }
    var result: [Replacement] = []
    for (place, i) in a.enumerated() where alignment.fromA[i].similarity < open {
      func partner(_ at: Int) -> Int? {
        guard a.indices.contains(at), alignment.fromA[a[at]].similarity >= firm else { return nil }
        return places[alignment.fromA[a[at]].partner]
      }
      let before = partner(place - 1).map { $0 + 1 }
      let behind = partner(place + 1).map { $0 - 1 }
      for at in [before, behind].compactMap({ $0 })
      where b.indices.contains(at) && alignment.fromB[b[at]].similarity < open {
        let likeness = Alignment.similarity(alignment.a.all[i], alignment.b.all[b[at]])
        result.append(Replacement(a: i, b: b[at], likeness: likeness, isFramed: before == behind))
        break
      }
    }
    return result
  }

  /// The content words of a side: what is neither function word nor negator.
  private static func content(_ terms: Terms) -> [Int] { terms.all.indices.filter { terms.all[$0].weight > 20 } }
}
