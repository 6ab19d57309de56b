/// Who acts on whom where both sides name one act in whatever words, read from prepositions, passives and the order of two nouns:
/// "رفع المحافظ شكوى على الوزير", "شكا الوزير المحافظ".
extension RoleRules {
  /// Two who can act, of whom one side makes the first the agent and the other side the second.
  static func turned(_ pair: Pair) -> Difference? {
    let (a, b, links) = (pair.alignment.a.all, pair.alignment.b.all, pair.alignment.fromA)
    guard a.count < 40, b.count < 40, tellOneAct(pair) else { return nil }
    let likeness: Float = pair.alignment.isBetweenLanguages ? 0.6 : 0.85
    let actors = a.indices.filter { i in
      links[i].similarity >= likeness && isActor(pair.a, a[i].token) && isActor(pair.b, b[links[i].partner].token)
    }
    guard actors.count > 1 else { return nil }
    for (at, i) in actors.enumerated() {
      for k in actors[(at + 1)...] where links[i].partner != links[k].partner {
        let (x, y) = ((a[i].token, a[k].token), (b[links[i].partner].token, b[links[k].partner].token))
        guard let own = firstActs(pair.a, x.0, x.1), let other = firstActs(pair.b, y.0, y.1), own != other else {
          continue
        }
        return exchanged.difference(
          pair.a.detail(token: own ? x.0 : x.1), pair.b.detail(token: other ? y.0 : y.1))
      }
    }
    return nil
  }

  /// Whether both sides have a word for one act that somebody does to somebody, and much else in common.
  private static func tellOneAct(_ pair: Pair) -> Bool {
    guard min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.3 else { return false }
    let own = pair.alignment.a.all.compactMap { acts[$0.concept] }
    return !own.isEmpty && pair.alignment.b.all.contains { acts[$0.concept].map(own.contains) ?? false }
  }

  /// The concepts of such acts, those of one act with one number.
  private static let acts: [UInt64: Int] = {
    let groups = [
      ["accuse", "blame"], ["acquire", "obtain"], ["apologise"], ["arrest"], ["attack", "assault"], ["bite"], ["bomb"],
      ["cede"], ["collide"], ["condemn", "criticise"], ["extradite"], ["kidnap"], ["loan", "lend"], ["pardon"],
      ["praise"], ["rent", "lease"], ["rescue"], ["shoot-fire"], ["slap"], ["stab"], ["sue", "lawsuit"], ["summon"],
      ["thank"], ["threaten"], ["ultimatum"], ["win-match", "beat-team"],
    ]
    var acts: [UInt64: Int] = [:]
    for (number, group) in groups.enumerated() {
      for concept in group { acts[Key.of(concept.utf8)] = number }
    }
    return acts
  }()

  /// Whether a word names somebody or something that acts: a person, a body, a state, a listed name, or in English an unlisted one.
  private static func isActor(_ side: Side, _ token: Int) -> Bool {
    let words = side.report.words
    guard words[token].kind == .word, !words.has(.function, at: token), !words.isDemonym(at: token),
      isHead(side, token),
      !side.timeRanges.contains(where: { $0.contains(token) })
    else { return false }
    if words[token].script == .latin, words[token].isCapitalized, words[token].entry < 0 { return true }
    return words.has(.roles, at: token) || words.has(.organisations, at: token) || words.has(.names, at: token)
      || words.has(.places, at: token) || words.unitKind(at: token)?.isPerson ?? false
      || movers.contains(Lexicon.concept(words[token].core).concept)
  }

  /// Whether a noun is no complement or description of the one beside it: "نقيب المحامين", "the mayor's deputy", "bus driver".
  private static func isHead(_ side: Side, _ token: Int) -> Bool {
    let (words, range) = (side.report.words, side.range(of: token))
    func isNoun(_ token: Int) -> Bool {
      range.contains(token) && words[token].kind == .word && !words.has(.function, at: token)
        && !Tagger(words, token).tag().isVerb && !words.has(.reporting, at: token)
    }
    if words[token].script == .arabic {
      return !words[token].clitics.isDisjoint(with: .conjunction) || !isNoun(token - 1)
    }
    let next = token + 1
    if next < words.count, [0x27, 0x2019].contains(words[next].mark) { return false }
    return words[token].isCapitalized || !isNoun(next) || words.has(.verbs, at: next)
  }

  /// Concepts of what moves and hits without being a person.
  private static let movers = Set(
    ["ship", "boat", "car", "bus", "truck", "train", "aircraft", "dog", "company", "club", "army"]
      .map { Key.of($0.utf8) })

  /// Whether the first of two nouns is the one that acts on the other; nil where it cannot be told.
  private static func firstActs(_ side: Side, _ first: Int, _ second: Int) -> Bool? {
    if first > second { return firstActs(side, second, first).map { !$0 } }
    let words = side.report.words
    let range = side.range(of: first)
    guard range.contains(second), !Attachments.isJoined(words, first, second) else { return nil }
    // "نقيب المحامين": one noun.
    if second == first + 1, words[second].script == .arabic, words.hasArticle(second), !words.hasArticle(first) {
      return nil
    }
    let (own, other) = (link(words, first, range), link(words, second, range))
    if own == .agent || other == .agent { return own == other ? nil : own == .agent }
    let suffers = range.contains { words[$0].script == .arabic && suffering.contains(Stem.verb(words.foldedText($0))) }
    // "تعرض الحارس للطعن من لص"
    if suffers { return other == .from ? false : own == .from ? true : nil }
    guard own != .from, other != .from, own != other || own == .none else { return nil }
    if own != .none || other != .none { return own == .none }
    return (range.lowerBound..<second).contains { words[$0].kind == .word && Tagger(words, $0).tag().isVerb }
      || words[first].script == .latin ? true : nil
  }

  private enum Link { case none, toward, from, agent }

  /// How a noun is tied to what stands before it.
  private static func link(_ words: Words, _ noun: Int, _ range: Range<Int>) -> Link {
    if !words[noun].clitics.isDisjoint(with: [.ba, .la]) { return .toward }
    for token in (max(range.lowerBound, noun - 3)..<noun).reversed() {
      guard words[token].kind == .word else { return .none }
      if agents.contains(words[token].key) {
        return token > range.lowerBound && words[token].script == .arabic && words[token - 1].key == from
          || words[token].script == .latin ? .agent : .none
      }
      if words.match(.function, at: token)?.value.first == 0x70 {
        return words[token].key == from || words[token].key == fromInEnglish ? .from : .toward
      }
      if !words[token].clitics.isDisjoint(with: [.ba, .la]) { return .toward }
      if words[token].script == .arabic, Tagger(words, token).tag().isVerb { return .none }
    }
    return .none
  }

  private static let (from, fromInEnglish) = (Key.of("من".utf8), Key.of("from".utf8))
  /// "من قبل", "من جانب", "by": who does it stands behind.
  private static let agents = Set(["قبل", "جانب", "by"].map { Key.of($0.utf8) })
  /// Verbs whose subject is the one it is done to.
  private static let suffering = ["تعرض", "يتعرض", "تعرضت"].map { Stem.verb(Array($0.utf8)[...]) }
}
