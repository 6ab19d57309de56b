/// What somebody is, of which an article about one event tells once of each person: held, released or at large ("ما يزال متواريا عن الأنظار",
/// "أوقف فجر الأربعاء"), in an office or out of it ("تنحى عن منصبه", "remained in his job"), alive, missing or dead.
enum Standings {
  /// Words of two sides that say of one person what he cannot be at once, where neither side says both. Of facts that are known to
  /// tell one thing the person need not be known for one.
  static func opposed(_ a: Side, _ termsA: [Term], _ b: Side, _ termsB: [Term], areMatched: Bool) -> (a: Int, b: Int)? {
    for i in termsA.indices where isTold(a, termsA[i]) {
      for j in termsB.indices where isTold(b, termsB[j]) {
        guard let found = opposed(termsA[i].poles, termsB[j].poles),
          !termsA.contains(where: { $0.poles.meets(found.other) }),
          !termsB.contains(where: { $0.poles.meets(found.mine) }),
          areMatched && !found.isOfName && (isSaid(a, termsA[i]) || isSaid(b, termsB[j]))
            || areOfOnePerson(a, termsA, b, termsB, isNamed: found.isOfName)
        else { continue }
        return nameOthers(a, b) ? nil : (i, j)
      }
    }
    return nil
  }

  /// Whether each side tells of somebody else by name.
  private static func nameOthers(_ a: Side, _ b: Side) -> Bool {
    let (named, others) = (a.persons.filter { !$0.isSpeaker }, b.persons.filter { !$0.isSpeaker })
    return !named.isEmpty && !others.isEmpty
      && !named.contains { x in others.contains { $0.key.matches(x.key) } }
  }

  /// Different places of a scale of standings; whether only of who is named it is told once, as of several some live and some die.
  private static func opposed(_ a: Poles, _ b: Poles) -> (mine: Poles, other: Poles, isOfName: Bool)? {
    if let found = a.opposed(by: b, on: .event), found.mine.isOnScale(of: Poles.held) {
      return (found.mine, found.other, false)
    }
    return a.opposed(by: b, on: .standing).map { ($0.mine, $0.other, $0.mine.isOnScale(of: Poles.alive)) }
  }

  private static func isStanding(_ poles: Poles) -> Bool { poles.has(.standing) || poles.isOnScale(of: Poles.held) }

  /// Whether it is a verb that says so, and not a prison or a pardon.
  private static func isSaid(_ side: Side, _ term: Term) -> Bool { Tagger(side.report.words, term.token).tag().isVerb }

  private static func isTold(_ side: Side, _ term: Term) -> Bool {
    isStanding(term.poles) && !PolarityRules.isNegated(side, term)
  }

  /// Whether both sides name one person, by name or, where that is enough, by what the person is.
  private static func areOfOnePerson(_ a: Side, _ termsA: [Term], _ b: Side, _ termsB: [Term], isNamed: Bool) -> Bool {
    let (own, others) = (termsA.filter { isOfPerson(a, $0, isNamed) }, termsB.filter { isOfPerson(b, $0, isNamed) })
    return own.contains { x in
      others.contains { y in
        let (kind, other) = (a.report.words.unitWord(at: x.token), b.report.words.unitWord(at: y.token))
        if isSole(a, x), isSole(b, y) { return kind?.code == other?.code }
        if x.anchor != 0 && x.anchor == y.anchor || Alignment.similarity(x, y) >= 0.8 { return true }
        if isNamed { return false }
        // "المالك", "صاحب المعمل"
        return kind?.code == other?.code && kind?.kind.isPerson ?? false && kind?.code != "{person}"
      }
    }
  }

  private static func isOfPerson(_ side: Side, _ term: Term, _ isNamed: Bool) -> Bool {
    let words = side.report.words
    return isNamed && isSole(side, term)
      || side.persons.contains {
        words.range($0.mention.span).contains(term.token) && (!isNamed || $0.mention.name != nil)
      }
      || !isNamed && (words.unitKind(at: term.token)?.isPerson ?? false || words.has(.roles, at: term.token))
  }

  /// Whether it is "the driver" or another of whom there is one.
  private static func isSole(_ side: Side, _ term: Term) -> Bool {
    let words = side.report.words
    guard let word = words.unitWord(at: term.token), word.kind == .person, sole.contains(word.code) else {
      return false
    }
    return words[term.token].script == .arabic
      ? words.hasArticle(term.token) || words[term.token].ending == .pronoun
      : words.foldedText(term.token).last != UInt8(ascii: "s")
  }

  private static let sole: Set<String> = ["{driver}", "{captain}", "{pilot}"]

  /// Facts of two articles that say so of one person, where no other fact of either article agrees with the other side.
  static func opposed(_ a: ArticleFacts, _ b: ArticleFacts) -> [(a: Int, b: Int)] {
    let (own, others) = (standing(a), standing(b))
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

  /// The facts that say what somebody is.
  private static func standing(_ told: ArticleFacts) -> [Int] {
    told.terms.indices.filter { told.terms[$0].all.contains { isStanding($0.poles) } }
  }
}
