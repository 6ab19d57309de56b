/// What stands in the place of what, when two statements conflict and no typed rule says why.
enum SubstitutionRule {
  static func difference(_ pair: Pair) -> Difference? {
    guard let a = heaviest(pair.alignment.a, pair.alignment.fromA),
      let b = heaviest(pair.alignment.b, pair.alignment.fromB)
    else { return nil }
    let (x, y) = (pair.alignment.a.all[a], pair.alignment.b.all[b])
    let rule =
      if x.country != 0, y.country != 0 { PlaceRules.other } else if x.isNameLike, y.isNameLike { NameRules.other } else
      {
        PolarityRules.substituted
      }
    return rule.difference(pair.a.detail(token: x.token), pair.b.detail(token: y.token))
  }

  /// The word that misses most.
  private static func heaviest(_ terms: Terms, _ links: [Alignment.Link]) -> Int? {
    terms.all.indices.max {
      terms.all[$0].weight * (1 - links[$0].similarity) < terms.all[$1].weight * (1 - links[$1].similarity)
    }
  }
}
