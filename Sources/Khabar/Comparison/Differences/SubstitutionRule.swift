/// What stands in the place of what, when two statements conflict and no typed rule says why.
enum SubstitutionRule {
  static func difference(_ pair: Pair) -> Difference? {
    guard let a = heaviest(pair.alignment.a, pair.alignment.fromA),
      let b = heaviest(pair.alignment.b, pair.alignment.fromB)
    else { return nil }
    let (x, y) = (pair.alignment.a.all[a], pair.alignment.b.all[b])
    let dimension: Difference.Dimension =
      if x.country != 0, y.country != 0 { .place } else if x.isNameLike, y.isNameLike { .name } else { .polarity }
    return Difference(
      dimension: dimension, verdict: .conflict, a: pair.a.detail(token: x.token), b: pair.b.detail(token: y.token),
      rule: "\(dimension.rawValue).substituted", reason: "One side has this in the place of what the other has.")
  }

  /// The word that misses most.
  private static func heaviest(_ terms: Terms, _ links: [Alignment.Link]) -> Int? {
    terms.all.indices.max {
      terms.all[$0].weight * (1 - links[$0].similarity) < terms.all[$1].weight * (1 - links[$1].similarity)
    }
  }
}
