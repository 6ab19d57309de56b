/// From how many origins the shared facts come: two papers that repeat one agency are one.
enum Origins {
  /// 1 when every match goes back to one outermost source or the texts are copies, else 2; 0 without matches.
  static func count(_ matches: [Comparison.Match], reused: [Comparison.Reuse]) -> Int {
    guard !matches.isEmpty else { return 0 }
    let common = matches.count { match in
      let a = names(match.a)
      let b = names(match.b)
      let isCopied = match.a.contains { place in reused.contains { $0.a.overlaps(place.span) } }
      return isCopied || !a.isDisjoint(with: b)
    }
    return common == matches.count ? 1 : 2
  }

  private static func names(_ places: [Comparison.Place]) -> Set<String> {
    Set(places.flatMap(\.sources).compactMap(\.name))
  }
}
