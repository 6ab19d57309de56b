/// Negations in two facts of which the matching says that they tell one thing.
extension PolarityRules {
  /// An indefinite thing of which A says that there was none and which B tells without a negation, in whatever words: "no sign of
  /// sabotage", "sabotage as one explanation".
  ///
  /// Between any two statements that would be a guess; that two facts tell one thing makes it a contradiction.
  static func negatedFact(_ pair: Pair) -> Difference? {
    guard pair.a.mayNegate, !Negation.stands(in: pair.b), pair.a.denial == nil, pair.b.denial == nil else {
      return nil
    }
    let (words, terms) = (pair.a.report.words, pair.alignment.a.all)
    let least: Float = pair.alignment.isBetweenLanguages ? 0.45 : 0.6
    for range in pair.a.ranges {
      for token in range
      where Negation.code(words, token) == Negation.negator && !Negation.isRestricted(words, token, within: range)
        && !isContrast(words, token, within: range) && !isPartial(pair, token, within: range)
      {
        let clause = clause(words, behind: token, within: range)
        let found = terms.indices.first { i in
          clause.contains(terms[i].token) && terms[i].weight > 40 && isIndefiniteNoun(words, terms[i])
            && !words.isFigure(terms[i].token - 1) && pair.alignment.fromA[i].similarity >= least
            && !belongsToOther(pair.mirrored, pair.alignment.fromA[i].partner)
        }
        guard let found, !isTakenBack(words, token, terms[found].token, within: range) else { continue }
        return negated.difference(
          pair.a.detail(tokens: token..<terms[found].token + 1),
          pair.b.detail(token: pair.alignment.b.all[pair.alignment.fromA[found].partner].token))
      }
    }
    return nil
  }

  /// Whether a word of A only tells which one is meant of a noun that B has not: "خزان الوقود" is no fuel.
  private static func belongsToOther(_ pair: Pair, _ index: Int) -> Bool {
    let (words, token) = (pair.a.report.words, pair.alignment.a.all[index].token)
    guard index > 0, pair.alignment.a.all[index - 1].token == token - 1, words.hasArticle(token),
      words[token - 1].script == .arabic, !words.hasArticle(token - 1), !words.has(.function, at: token - 1)
    else { return false }
    return !Tagger(words, token - 1).tag().isVerb && pair.alignment.fromA[index - 1].similarity < 0.45
  }

  /// The tokens that a negator may reach: "ليس تهديدا لأي طرف" denies the threat and not the party, "لم يعثر على أي أثر" the trace.
  private static func clause(_ words: Words, behind negator: Int, within range: Range<Int>) -> Range<Int> {
    let all = negator + 1..<max(negator + 1, min(range.upperBound, negator + 8))
    let isOfVerb = !all.isEmpty && Tagger(words, all.lowerBound).tag().isVerb
    let end = all.first { token in
      if words[token].kind == .mark || words[token].clitics.contains(.conjunction) || words[token].key == and {
        return true
      }
      let isBound = !words[token].clitics.isDisjoint(with: [.ba, .la, .ka])
      return !isOfVerb && words[token].key != of && (isBound || words.code(.function, at: token) == 0x70)
    }
    return all.lowerBound..<(end ?? all.upperBound)
  }

  private static let (and, of) = (Key.of("and".utf8), Key.of("of".utf8))

  /// Whether a word can be what there is none of: a noun without an article that is no name, figure or length of time.
  private static func isIndefiniteNoun(_ words: Words, _ term: Term) -> Bool {
    let token = term.token
    guard !term.isNumber, !term.isNameLike, term.country == 0, !Tagger(words, token).tag().isVerb,
      words.timeWord(at: token) == nil
    else { return false }
    if words[token].script == .latin { return !words[token].isCapitalized && !isDetermined(words, token) }
    // "لم تهدأ تداعيات مباراة الجمعة": what stands before a definite noun is definite.
    let isDefinite = words.hasArticle(token) || words[token].ending == .pronoun || words.hasArticle(token + 1)
    return !isDefinite && !words.has(.names, at: token)
  }

  /// Whether "the" or "their" stands before an English word, but not "a".
  private static func isDetermined(_ words: Words, _ token: Int) -> Bool {
    guard token > 0, words.code(.function, at: token - 1) == Tag.Function.determiner.rawValue else { return false }
    return words[token - 1].bytes.count > 2
  }
}
