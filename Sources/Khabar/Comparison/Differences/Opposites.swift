/// Words at different places of one scale.
enum Opposites {
  /// The first two words at different places of a scale that measures this, whose neighbours are aligned.
  static func first(_ pair: Pair, on scale: Scale) -> (a: Int, b: Int)? {
    first(pair, on: scale) { standAlike(pair.alignment, $0, $1) }
  }

  /// The first two words at different places of such a scale, of which neither side says both, that fit. What only completes
  /// its opposite is not counted ("غاب عن حضور"), nor what is negated ("تتواصل ولم تتوقف").
  static func first(_ pair: Pair, on scale: Scale, where fits: (Int, Int) -> Bool) -> (a: Int, b: Int)? {
    let (a, b) = (pair.alignment.a.all, pair.alignment.b.all)
    for i in a.indices where a[i].poles.has(scale) {
      for j in b.indices {
        guard let found = a[i].poles.opposed(by: b[j].poles, on: scale),
          !b.indices.contains(where: { b[$0].poles.meets(found.mine) && isSaid(pair.b, b, $0) }),
          !a.indices.contains(where: { a[$0].poles.meets(found.other) && isSaid(pair.a, a, $0) }),
          fits(i, j)
        else { continue }
        return (i, j)
      }
    }
    return nil
  }

  private static func isSaid(_ side: Side, _ terms: [Term], _ index: Int) -> Bool {
    !completesOpposite(side, terms, index) && !PolarityRules.isNegated(side, terms[index])
  }

  /// Whether a word depends on one at the other place of its scale: "absent from attending", "رفض السماح".
  private static func completesOpposite(_ side: Side, _ terms: [Term], _ index: Int) -> Bool {
    let words = side.report.words
    guard index > 0, words[terms[index].token].clitics.isDisjoint(with: .conjunction) else { return false }
    let isLinked = index > 1 && words.code(.function, at: terms[index - 1].token) == Tag.Function.preposition.rawValue
    return terms[isLinked ? index - 2 : index - 1].poles.opposes(terms[index].poles)
  }

  /// Whether two words are open otherwise and a neighbour of the one is aligned with a neighbour of the other.
  static func standAlike(_ alignment: Alignment, _ i: Int, _ j: Int) -> Bool {
    guard alignment.fromA[i].similarity < 0.75 || alignment.fromA[i].partner == j,
      alignment.fromB[j].similarity < 0.75 || alignment.fromB[j].partner == i
    else { return false }
    return haveOneNeighbour(alignment, i, j)
  }

  /// Whether a neighbour of the one is aligned with a neighbour of the other.
  static func haveOneNeighbour(_ alignment: Alignment, _ i: Int, _ j: Int) -> Bool {
    alignment.haveOneNeighbour(i..<i + 1, j..<j + 1, likeness: alignment.isBetweenLanguages ? 0.45 : 0.6)
  }
}
