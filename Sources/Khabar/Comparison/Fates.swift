/// What befell people, as a side tells it: that some met a fate, or that nobody did.
///
/// Two articles about one event tell that in whatever words ("لم يسفر عن أي وفيات", "لقي أربعة حتفهم"), so that such facts are found
/// by what they say and not by the words they share.
enum Fates {
  /// The fates that whoever is said to be safe has not met.
  private static let harms = [killed, injured]
  private static let (killed, injured) = ("{killed}", "{injured}")

  /// What a side says that nobody met: the tokens that say so, and the unit of each fate.
  static func absent(_ side: Side) -> [(tokens: Range<Int>, unit: String)] {
    let words = side.report.words
    var found: [(tokens: Range<Int>, unit: String)] = []
    if side.mayNegate {
      for range in side.ranges {
        for negator in range
        where Negation.negates(words, negator) && !Negation.isRestricted(words, negator, within: range)
          && words.aside(.quantifiers, at: negator + 1)?.value.first != Quantifier.all
        {
          let absence = noun(words, negator, within: range) ?? verb(words, negator, within: range)
          if let absence { found.append(absence) }
        }
      }
    }
    if let denied = denied(side) { found.append(denied) }
    if let tokens = safety(side) { found += harms.map { (tokens, $0) } }
    return found
  }

  /// What a side says or implies that nobody met, beside what another one says: where nobody was hurt nobody died, but "two died, and
  /// nobody else was hurt" counts both apart.
  static func excluded(_ side: Side, beside other: Side) -> [(tokens: Range<Int>, unit: String)] {
    let found = absent(side)
    guard let unhurt = found.first(where: { $0.unit == injured }), !found.contains(where: { $0.unit == killed }),
      !tells(side, killed), !absent(other).contains(where: { $0.unit == injured })
    else { return found }
    return found + [(unhurt.tokens, killed)]
  }

  /// What a side denies there was any of: "نفت الدائرة، في بيان، تسجيل أي وفاة بين المرضى".
  private static func denied(_ side: Side) -> (tokens: Range<Int>, unit: String)? {
    guard let word = side.denial else { return nil }
    let words = side.report.words
    let any = (word.upperBound..<max(word.upperBound, min(side.hull.upperBound, word.upperBound + 24))).first {
      words.aside(.quantifiers, at: $0)?.value.first == Quantifier.any
    }
    guard let any, any + 1 < side.hull.upperBound, let unit = words.unitWord(at: any + 1), harms.contains(unit.code)
    else { return nil }
    return (any..<any + 1 + unit.length, unit.code)
  }

  /// Whether a side counts some who met a fate, or has a verb that says that somebody did.
  static func tells(_ side: Side, _ unit: String) -> Bool {
    side.quantities.contains { $0.unit == unit && AbsenceRule.isSome($0) } || met(side, unit) != nil
  }

  /// Whether a side tells that somebody was harmed.
  static func tellsHarm(_ side: Side) -> Bool { harms.contains { tells(side, $0) } }

  /// The word of a side that says that somebody met a fate, where nobody is counted: "أصيب جندي", "نقلوا بجروح".
  static func met(_ side: Side, _ unit: String) -> Range<Int>? {
    guard ScopeRules.fates.contains(unit), side.denial == nil else { return nil }
    let words = side.report.words
    for range in side.ranges {
      var token = words.next(Cues(.units), from: range.lowerBound, before: range.upperBound)
      while token < range.upperBound {
        if let word = words.unitWord(at: token), word.code == unit, word.kind == .event, !isSpent(side, token),
          !side.mayNegate || !Negation.isNegated(words, token, within: range)
        {
          return token..<min(token + 2, side.hull.upperBound)
        }
        token = words.next(Cues(.units), from: token + 1, before: range.upperBound)
      }
    }
    return nil
  }

  /// "قضى ثلاث سنوات في السجن", "وقضى الحارس سبع سنوات": a length of time behind a verb is spent, and nobody has died.
  private static func isSpent(_ side: Side, _ token: Int) -> Bool {
    let words = side.report.words
    return side.quantities.contains {
      guard let unit = $0.unit, Deadlines.minutes[unit] != nil else { return false }
      let start = words.range($0.span).lowerBound
      return (1...3).contains(start - token) && !(token + 1..<start).contains { words.has(.function, at: $0) }
    }
  }

  /// The noun within five words behind a negator, nothing but a verb, "any" and prepositions between, or within twelve behind "not one":
  /// "لم يسفر عن أي وفيات", "not one member of the crew has a scratch".
  private static func noun(_ words: Words, _ negator: Int, within range: Range<Int>) -> (
    tokens: Range<Int>, unit: String
  )? {
    let length = Negation.match(words, negator)?.length ?? 1
    let isOfOne = length > 1 && words[negator].key == not
    for at in negator + length..<max(negator + length, min(range.upperBound, negator + length + (isOfOne ? 12 : 5))) {
      if words[at].kind == .mark || !isOfOne && words.isFigure(at) { return nil }
      guard let unit = words.unitWord(at: at), unit.kind.isNoun, unit.code != "{person}",
        !isOfOne || harms.contains(unit.code)
      else { continue }
      // "لم يوقع الحريق خسائر في الأرواح": what has the article is known, and there was one; "لم ينقل المصابين" denies no injured.
      if words[at].clitics.contains(.article) {
        if harms.contains(unit.code) { return nil }
        continue
      }
      return (negator..<at + unit.length, unit.code)
    }
    return nil
  }

  /// The verb of a fate behind a negator that leaves nobody out: "لم يصب أحد", "nobody was hurt".
  private static func verb(_ words: Words, _ negator: Int, within range: Range<Int>) -> (
    tokens: Range<Int>, unit: String
  )? {
    let length = Negation.match(words, negator)?.length ?? 1
    let reach = negator + length..<max(negator + length, min(range.upperBound, negator + length + 6))
    let end = reach.first { words[$0].kind == .mark } ?? reach.upperBound
    guard let at = (reach.lowerBound..<end).first(where: { words.unitWord(at: $0)?.kind == .event }),
      let unit = words.unitWord(at: at), harms.contains(unit.code)
    else { return nil }
    // "أي من الركاب لم يصب", "لم يصب أي من الركاب"
    let around = max(range.lowerBound, negator - 4)..<end
    let isOfAny = around.contains { words.aside(.quantifiers, at: $0)?.value.first == Quantifier.any }
    return isOfAny || Negation.isNobody(words, negator) || words[negator].key == no
      ? (negator..<min(end, at + max(unit.length, 2)), unit.code) : nil
  }

  private static let (no, not) = (Key.of("no".utf8), Key.of("not".utf8))

  /// Where a side says that all are safe: "خرجوا جميعا سالمين", "all our seafarers are safe".
  private static func safety(_ side: Side) -> Range<Int>? {
    let words = side.report.words
    // "نفى أن يكون الجميع بخير"
    if side.facts.indices.contains(where: { side.facts[$0].polarity == .denied }) { return nil }
    for range in side.ranges {
      var next = range.lowerBound
      while true {
        let token = words.next(Cues(.opposites), from: next, before: range.upperBound)
        guard token < range.upperBound else { break }
        next = token + 1
        guard isSafe(words, token) else { continue }
        let all = (max(range.lowerBound, token - 5)..<min(range.upperBound, token + 3)).first {
          words.aside(.quantifiers, at: $0)?.value.first == Quantifier.all
        }
        guard let all, !Negation.isNegated(words, token, within: range) else { continue }
        return min(all, token)..<max(all, token) + 1
      }
    }
    return nil
  }

  private static func isSafe(_ words: Words, _ token: Int) -> Bool {
    words.match(.opposites, at: token).map { Poles($0.value.bytes).meets(Poles.safe) } ?? false
  }

  // MARK: - Of two articles

  /// Facts of two articles of which one says that nobody met a fate that the other tells of, where no fact of either article
  /// that is of one era with them agrees with the other side.
  static func opposed(_ a: ArticleFacts, _ b: ArticleFacts) -> [(a: Int, b: Int)] {
    let (ofA, ofB) = (nobodyIn(a), nobodyIn(b))
    // Most articles do not say that nobody was hurt.
    if ofA.isEmpty, ofB.isEmpty { return [] }
    return harms.flatMap { unit -> [(a: Int, b: Int)] in
      let (someOfA, someOfB) = (telling(a, unit), telling(b, unit))
      let (noneOfA, noneOfB) = (facts(ofA, unit, beside: someOfA), facts(ofB, unit, beside: someOfB))
      // Where both deny it, it is agreed.
      guard noneOfA.isEmpty != noneOfB.isEmpty else { return [] }
      return noneOfA.isEmpty
        ? opposing(noneOfB, b, someOfB, a, someOfA).map { ($0.some, $0.none) }
        : opposing(noneOfA, a, someOfA, b, someOfB).map { ($0.none, $0.some) }
    }
  }

  /// The facts that say that nobody met a fate, beside those of their article that tell of some: where nobody was hurt nobody died.
  private static func facts(_ absent: [(fact: Int, unit: String)], _ unit: String, beside some: [Int]) -> [Int] {
    let said = absent.filter { $0.unit == unit }.map { $0.fact }
    return said.isEmpty && some.isEmpty && unit == killed ? absent.map { $0.fact } : said
  }

  private static func telling(_ told: ArticleFacts, _ unit: String) -> [Int] {
    told.terms.indices.filter { told.mayTell(unit, $0) && tells(told.side($0), unit) }
  }

  private static func opposing(
    _ none: [Int], _ own: ArticleFacts, _ ownSome: [Int], _ other: ArticleFacts, _ otherSome: [Int]
  ) -> [(none: Int, some: Int)] {
    none.prefix(most).flatMap { fact -> [(none: Int, some: Int)] in
      // The dead of another year are others.
      if ownSome.contains(where: { $0 != fact && own.isPast($0) == own.isPast(fact) }) { return [] }
      return otherSome.filter { other.isPast($0) == own.isPast(fact) }.prefix(most).map { (fact, $0) }
    }
  }

  /// Facts of two articles that alone count those who met a fate, where they do not agree; the victims of other years and what both
  /// articles count alike are passed over.
  static func counted(_ a: ArticleFacts, _ b: ArticleFacts) -> [(a: Int, b: Int)] {
    harms.compactMap { unit in
      let own = counts(a, unit)
      if own.isEmpty { return nil }
      let others = counts(b, unit)
      let (x, y) = (own.open(others), others.open(own))
      guard let i = x.first, let j = y.first, x.allSatisfy({ $0.quantity.value == i.quantity.value }),
        y.allSatisfy({ $0.quantity.value == j.quantity.value })
      else { return nil }
      return (i.fact, j.fact)
    }
  }

  /// The figures of an article that count those who met a fate.
  private static func counts(_ told: ArticleFacts, _ unit: String) -> [Count] {
    told.terms.indices.lazy.filter { told.hasFigures($0) && told.mayTell(unit, $0) && !told.isPast($0) }.flatMap {
      fact -> [Count] in
      let side = told.side(fact)
      return side.counted.filter { NumberRules.fate(side, $0) == unit && AbsenceRule.isSome($0) }
        .map { Count(fact: fact, quantity: $0) }
    }
  }

  fileprivate struct Count {
    let fact: Int
    let quantity: Quantity
  }

  /// The most facts of a side that are held against others: an article that says so more often tells of many events.
  static let most = 32

  /// The facts that say that nobody met a fate.
  private static func nobodyIn(_ told: ArticleFacts) -> [(fact: Int, unit: String)] {
    told.terms.indices.flatMap { fact -> [(fact: Int, unit: String)] in
      let terms = told.terms[fact].all
      let isSafe = terms.contains { $0.poles.meets(Poles.safe) }
      let mayDeny = terms.contains(where: \.isNegator) || told.isDenied(fact)
      guard isSafe || mayDeny && terms.contains(where: { isHarm(told.words, $0.token) }) else { return [] }
      return absent(told.side(fact)).lazy.map(\.unit).filter(harms.contains).map { (fact, $0) }
    }
  }

  /// Whether a word counts the dead or the injured or says that somebody became one.
  private static func isHarm(_ words: Words, _ token: Int) -> Bool {
    words.unitWord(at: token).map { harms.contains($0.code) } ?? false
  }
}

extension [Fates.Count] {
  /// Those that the other side has nothing near to.
  fileprivate func open(_ others: [Fates.Count]) -> [Fates.Count] {
    filter { x in !others.contains { !NumberRules.areApart(x.quantity, $0.quantity) } }
  }
}
