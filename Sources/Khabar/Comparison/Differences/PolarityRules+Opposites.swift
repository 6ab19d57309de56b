/// Opposite words for what happened.
extension PolarityRules {
  static func opposition(_ pair: Pair) -> Difference? {
    // Of two sides that tell the same otherwise the two words may stand anywhere.
    let areAlike = min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.6
    // Of several the one that is told first, whichever side is A.
    let found = pair.eitherWay { pair in
      let (a, b) = (pair.alignment.a.all, pair.alignment.b.all)
      return Opposites.first(pair, on: .event) { i, j in
        (areAlike || !isJourney(a[i], b[j]) && Opposites.standAlike(pair.alignment, i, j)) && mayOppose(pair, i, j)
      }.map { opposite(pair, $0) }
    }
    if let found { return found }
    guard !pair.scaledThings.isEmpty else { return nil }
    return pair.eitherWay { pair in
      pair.scaledThings.opposed { mayOppose(pair, $0, $1) }.map { opposite(pair, $0) }
    }
  }

  /// Whether two words say what happened, and neither is negated or turned.
  private static func mayOppose(_ pair: Pair, _ i: Int, _ j: Int) -> Bool {
    let (a, b) = (pair.alignment.a.all, pair.alignment.b.all)
    return !isScaled(pair.a, a, i) && !isScaled(pair.b, b, j)
      && isUntrue(pair.a, a[i]) == isUntrue(pair.b, b[j]) && !isMeasuring(pair.a, a[i])
      && !isMeasuring(pair.b, b[j]) && !isCircumstance(pair.a, a[i]) && !isCircumstance(pair.b, b[j])
      && !isOfPeople(pair.a, a[i]) && !isOfPeople(pair.b, b[j])
  }

  /// "الخاسرون": who they are, not what they did.
  private static func isOfPeople(_ side: Side, _ term: Term) -> Bool {
    let word = side.report.words[term.token]
    return word.clitics.contains(.article) && (word.ending == .un || word.ending == .yn)
  }

  private static func isUntrue(_ side: Side, _ term: Term) -> Bool {
    isNegated(side, term) || isDenied(side, term.token)
  }

  /// Who has come leaves again: one side may tell the beginning of a visit, the other its end.
  private static func isJourney(_ x: Term, _ y: Term) -> Bool {
    x.poles.meets(Poles.arrival) && y.poles.meets(Poles.departure)
      || x.poles.meets(Poles.departure) && y.poles.meets(Poles.arrival)
  }

  /// The first words at different places of a scale, wherever they stand: for statements that are known to conflict.
  static func opposed(_ pair: Pair) -> Difference? {
    Opposites.first(pair, on: .event) { _, _ in true }.map { opposite(pair, $0) }
  }

  /// That somebody is what he is not on the other side: held and at large, in an office and out of it.
  static func opposedStandings(_ pair: Pair, areMatched: Bool) -> Difference? {
    pair.eitherWay { pair in
      Standings.opposed(pair.a, pair.alignment.a.all, pair.b, pair.alignment.b.all, areMatched: areMatched)
        .map { opposite(pair, $0) }
    }
  }

  private static func opposite(_ pair: Pair, _ found: (a: Int, b: Int)) -> Difference {
    func detail(_ side: Side, _ token: Int) -> Difference.Detail {
      side.detail(tokens: token..<token + (side.report.words.match(.opposites, at: token)?.length ?? 1))
    }
    return opposite.difference(
      detail(pair.a, pair.alignment.a.all[found.a].token), detail(pair.b, pair.alignment.b.all[found.b].token))
  }

  static func isNegated(_ side: Side, _ term: Term) -> Bool {
    let range = side.range(of: term.token)
    return Negation.isNegated(side.report.words, term.token, within: range)
  }

  /// "يزيد عمقه على 70 مترا": a verb that only says that a figure is a bound.
  private static func isMeasuring(_ side: Side, _ term: Term) -> Bool {
    let words = side.report.words
    return (term.token + 1..<term.token + 4).contains {
      $0 + 1 < words.count && (words[$0].key == on || words[$0].key == about) && words.isFigure($0 + 1)
    }
  }

  /// "بعد ساعة من إقلاعها", "before landing", "في حي الرمل": when or where it happened, not what.
  private static func isCircumstance(_ side: Side, _ term: Term) -> Bool {
    let words = side.report.words
    guard term.token > side.hull.lowerBound else { return false }
    let before = term.token - 1
    if words.has(.sites, at: term.token), PlaceRules.isBehindPreposition(words, term.token) { return true }
    if words[before].key == from, before > side.hull.lowerBound {
      return words.timeWord(at: before - 1)?.kind == .unit
    }
    return whens.contains(words[before].core)
  }

  private static let from = Key.of("من".utf8)
  private static let whens = Set(
    ["قبل", "بعد", "منذ", "عقب", "before", "after", "since", "following"].map { Key.of($0.utf8) })

  private static let (on, about) = (Key.of("على".utf8), Key.of("عن".utf8))

  /// Whether a word of another scale stands before and turns the meaning ("easing of tensions"), which no definite one does.
  private static func isScaled(_ side: Side, _ terms: [Term], _ index: Int) -> Bool {
    guard index > 0, !side.report.words[terms[index - 1].token].clitics.contains(.article) else { return false }
    let before = terms[index - 1].poles
    // "stay closed" is closed, "achieved its lowest revenue" is the lowest.
    return !before.isEmpty && !before.isOnScale(of: terms[index].poles) && !before.meets(Poles.stay)
      && !before.meets(Poles.success)
  }
}
