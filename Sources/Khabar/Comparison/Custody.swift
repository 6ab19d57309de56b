/// Whether somebody is held, released or at large, of which an article about one event tells once of each person: "ما يزال متواريا
/// عن الأنظار", "أوقف فجر الأربعاء".
enum Custody {
  /// Words of two sides that say of one person that he is held and that he is not, where neither side says both. Of facts that
  /// are known to tell one thing the person need not be known for one.
  static func opposed(_ a: Side, _ termsA: [Term], _ b: Side, _ termsB: [Term], areMatched: Bool) -> (a: Int, b: Int)? {
    for i in termsA.indices where isTold(a, termsA[i]) {
      for j in termsB.indices where isTold(b, termsB[j]) {
        guard let found = termsA[i].poles.opposed(by: termsB[j].poles, on: .event),
          found.mine.isOnScale(of: Poles.held), !termsA.contains(where: { $0.poles.meets(found.other) }),
          !termsB.contains(where: { $0.poles.meets(found.mine) }),
          areMatched && (isSaid(a, termsA[i]) || isSaid(b, termsB[j])) || areOfOnePerson(a, termsA, b, termsB)
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
      others.contains { y in
        if x.anchor != 0 && x.anchor == y.anchor || Alignment.similarity(x, y) >= 0.8 { return true }
        // "المالك", "صاحب المعمل"
        let (kind, other) = (a.report.words.unitWord(at: x.token), b.report.words.unitWord(at: y.token))
        return kind?.code == other?.code && kind?.kind.isPerson ?? false && kind?.code != "{person}"
      }
    }
  }

  private static func isOfPerson(_ side: Side, _ term: Term) -> Bool {
    let words = side.report.words
    return words.unitKind(at: term.token)?.isPerson ?? false || words.has(.roles, at: term.token)
      || side.persons.contains { words.range($0.mention.span).contains(term.token) }
  }

  /// Facts of two articles that say so of one person, where no other fact of either article agrees with the other side.
  static func opposed(_ a: ArticleFacts, _ b: ArticleFacts) -> [(a: Int, b: Int)] {
    let (own, others) = (holding(a), holding(b))
    guard (1...Fates.most).contains(own.count), (1...Fates.most).contains(others.count) else { return [] }
    func areOpposed(_ a: ArticleFacts, _ i: Int, _ b: ArticleFacts, _ j: Int) -> Bool {
      opposed(a.side(i), a.terms[i].all, b.side(j), b.terms[j].all, areMatched: false) != nil
    }
    return own.flatMap { i in
      others.filter { j in
        areOpposed(a, i, b, j) && !own.contains { $0 != i && areOpposed(a, $0, a, i) }
          && !others.contains { $0 != j && areOpposed(b, $0, b, j) }
      }.map { (i, $0) }
    }
  }

  /// The facts that say of somebody that he is held or not.
  private static func holding(_ told: ArticleFacts) -> [Int] {
    told.terms.indices.filter { told.terms[$0].all.contains { $0.poles.isOnScale(of: Poles.held) } }
  }
}
