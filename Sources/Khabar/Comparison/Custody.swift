/// Whether somebody is held, released or at large, of which an article about one event tells once of each person: "ما يزال متواريا
/// عن الأنظار", "أوقف فجر الأربعاء".
enum Custody {
  /// Words of two sides that say of one person that he is held and that he is not, where neither side says both.
  static func opposed(_ a: Side, _ termsA: [Term], _ b: Side, _ termsB: [Term]) -> (a: Int, b: Int)? {
    for i in termsA.indices where isTold(a, termsA[i]) {
      for j in termsB.indices where isTold(b, termsB[j]) {
        guard let found = termsA[i].poles.opposed(by: termsB[j].poles, on: .event), found.mine.isOnScale(of: Poles.held),
          !termsA.contains(where: { $0.poles.meets(found.other) }), !termsB.contains(where: { $0.poles.meets(found.mine) }),
          isSaid(a, termsA[i]) || isSaid(b, termsB[j]) || areOfOnePerson(a, termsA, b, termsB)
        else { continue }
        return (i, j)
      }
    }
    return nil
  }

  /// Whether it is a verb that says so, and not a prison or a pardon.
  private static func isSaid(_ side: Side, _ term: Term) -> Bool { Tagger(side.report.words, term.token).tag().isVerb }

  private static func isTold(_ side: Side, _ term: Term) -> Bool {
    term.poles.isOnScale(of: Poles.held) && !PolarityRules.isNegated(side, term)
  }

  /// Whether both sides name one person, by name or by what the person is.
  private static func areOfOnePerson(_ a: Side, _ termsA: [Term], _ b: Side, _ termsB: [Term]) -> Bool {
    let (own, others) = (termsA.filter { isOfPerson(a, $0) }, termsB.filter { isOfPerson(b, $0) })
    return own.contains { x in
      others.contains { x.anchor != 0 && x.anchor == $0.anchor || Alignment.similarity(x, $0) >= 0.8 }
    }
  }

  private static func isOfPerson(_ side: Side, _ term: Term) -> Bool {
    let words = side.report.words
    return words.unitKind(at: term.token)?.isPerson ?? false || words.has(.roles, at: term.token)
      || side.persons.contains { words.range($0.mention.span).contains(term.token) }
  }
}
