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
    guard a.contains(where: { alignment.fromA[$0].similarity < open }),
      b.contains(where: { alignment.fromB[$0].similarity < open })
    else { return [] }
    let back = seenFromA(alignment.mirrored, b, a).map {
      Replacement(a: $0.b, b: $0.a, likeness: $0.likeness, isFramed: $0.isFramed)
    }
    return (seenFromA(alignment, a, b) + back).sorted { $0.order > $1.order }
  }

  /// Framed ones before others, then by likeness and place, in a way that does not ask which side is A.
  private var order: (Int, Float, Int, Int) { (isFramed ? 1 : 0, likeness, -a - b, -abs(a - b)) }

  private static func seenFromA(_ alignment: Alignment, _ a: [Int], _ b: [Int]) -> [Replacement] {
    /// The place among the content words of B of the partner of one of A.
    func partner(_ at: Int) -> Int? {
      guard a.indices.contains(at), alignment.fromA[a[at]].similarity >= firm else { return nil }
      return b.firstIndex(of: alignment.fromA[a[at]].partner) ?? -2
    }
    func isOpen(_ at: Int?) -> Bool {
      at.map { b.indices.contains($0) && alignment.fromB[b[$0]].similarity < open } ?? false
    }
    var result: [Replacement] = []
    for (place, i) in a.enumerated() where alignment.fromA[i].similarity < open {
      let before = partner(place - 1).map { $0 + 1 }
      let behind = partner(place + 1).map { $0 - 1 }
      guard let at = isOpen(before) ? before : isOpen(behind) ? behind : nil else { continue }
      let likeness = alignment.likeness(i, b[at])
      result.append(Replacement(a: i, b: b[at], likeness: likeness, isFramed: before == behind))
    }
    return result
  }

  /// The content words of a side: what is neither function word nor negator.
  private static func content(_ terms: Terms) -> [Int] {
    var content: [Int] = []
    content.reserveCapacity(terms.all.count)
    for index in terms.all.indices where terms.all[index].weight > 20 { content.append(index) }
    return content
  }
}
