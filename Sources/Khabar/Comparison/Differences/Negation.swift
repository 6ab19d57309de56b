/// Negators in a statement and what they negate.
///
/// Values of the lexicons `negators` and `denials`: n negates the next predicate, d absence ("عدم", "without"), i a verb
/// that says that something was not done or let ("رفض", "failed"), f what is told is not so ("لا صحة"), e an exception
/// ("إلا"), l a lack, which agrees with a negation and makes none ("غياب"), c a note that puts an earlier report right ("تصويب"), k no negation.
enum Negation {
  static let negator: UInt8 = 0x6E
  static let absence: UInt8 = 0x64
  static let implicit: UInt8 = 0x69
  static let falsehood: UInt8 = 0x66
  static let exception: UInt8 = 0x65
  static let correction: UInt8 = 0x63
  static let lack: UInt8 = 0x6C

  /// The code of the word or phrase at a token, or 0.
  static func code(_ words: Words, _ token: Int) -> UInt8 {
    guard let code = match(words, token)?.value.first else { return 0 }
    // "ألّا" is "أن لا", and folded it is written like "إلا".
    if code == exception, words.text(token).hasPrefix("أ") { return negator }
    // "دون الخامسة" is "under five".
    let isLimit = code == absence && (words[token + 1].kind == .number || words.has(.numbers, at: token + 1))
    // "العجز التجاري" names a deficit, and nobody fails.
    let isNoun = code == implicit && words[token].clitics.contains(.article)
    // "سبعة غيرهم" are seven others.
    let isOthers = words[token].ending == .pronoun && isOther(words, token)
    return isLimit || isNoun || isOthers ? 0 : code
  }

  static var cues: Cues { Cues(.negators).union(Cues(.denials)) }

  /// The longer match of both lists.
  @inline(__always)
  static func match(_ words: Words, _ token: Int) -> (length: Int, value: Lexicon.Value)? {
    words.shows(cues, at: token) ? longer(words, token) : nil
  }

  private static func longer(_ words: Words, _ token: Int) -> (length: Int, value: Lexicon.Value)? {
    let (a, b) = (words.match(.negators, at: token), words.aside(.denials, at: token))
    return b?.length ?? 0 > a?.length ?? 0 ? b : a
  }

  /// The first word or phrase of a code in a run; most runs have none of any.
  static func first(_ code: UInt8, _ words: Words, in run: Range<Int>) -> Int? {
    var token = words.next(cues, from: run.lowerBound, before: run.upperBound)
    while token < run.upperBound {
      if Self.code(words, token) == code { return token }
      token = words.next(cues, from: token + 1, before: run.upperBound)
    }
    return nil
  }

  /// Whether the word at a token negates what follows, or says that it is absent.
  static func negates(_ words: Words, _ token: Int) -> Bool {
    let code = code(words, token)
    return code == negator || code == absence
  }

  /// Whether a side has a negator or a verb that says that something was not done or let.
  static func stands(in side: Side) -> Bool {
    guard side.mayNegate else { return false }
    let words = side.report.words
    return side.ranges.contains { range in
      range.contains { negates(words, $0) || code(words, $0) == implicit }
    }
  }

  /// Whether what stands at a token is negated by the words right before it: an odd number of negators.
  static func isNegated(_ words: Words, _ token: Int, within range: Range<Int>) -> Bool {
    // Most words have no negator before them.
    guard words.next(cues, from: range.lowerBound, before: token) < token else { return false }
    var count = 0
    var at = token - 1
    // An absence reaches further than a negator, which stands by its verb: "عدم حصول أطبائها على".
    var left = 5
    while at >= range.lowerBound, left > 0 {
      let word = words[at]
      if word.kind == .mark, !isQuote(word.mark) { break }
      // "من دون" is one negator.
      let code = at > range.lowerBound && match(words, at - 1)?.length ?? 1 > 1 ? 0 : code(words, at)
      if code == absence || left > 2 && (code == negator || code == implicit) {
        if code != negator || !isRestricted(words, at, within: range) { count += 1 }
      }
      if word.isWordLike { left -= 1 }
      at -= 1
    }
    return count % 2 == 1 || count == 0 && isOfNobody(words, token, within: range)
  }

  /// Whether it is said of nobody: "none of the ferry's 88 passengers was hurt".
  private static func isOfNobody(_ words: Words, _ token: Int, within range: Range<Int>) -> Bool {
    let before = (max(range.lowerBound, token - 10)..<token).reversed().prefix {
      // "the ferry's"
      (words[$0].kind != .mark || words[$0].mark == 0x27 || words[$0].mark == 0x2019) && !opensClause(words, $0)
    }
    return before.contains { isNobody(words, $0) } && mayBeVerb(words, token)
  }

  /// Whether it is a listed verb or ends like one: "reimbursed".
  static func mayBeVerb(_ words: Words, _ token: Int) -> Bool {
    Tagger(words, token).tag().isVerb || words.foldedText(token).suffix(2).elementsEqual("ed".utf8)
  }

  /// Whether a negator is whom it is said of.
  static func isNobody(_ words: Words, _ token: Int) -> Bool { nobodies.contains(words[token].key) }

  private static let nobodies = Set(["nobody", "none"].map { Key.of($0.utf8) })

  /// Whether a word begins a clause of its own, which a negator before it does not reach: "لم يكشف أن الشركة دفعت".
  static func opensClause(_ words: Words, _ token: Int) -> Bool { clauses.contains(words[token].core) }

  private static let clauses = Set(
    ["ان", "انه", "انها", "انهم", "that", "whether", "but", "لكن", "لكنه", "لكنها"].map {
      Key.of($0.utf8)
    })

  /// "لا تمنح الرخص جهة غير الوزارة"
  private static let other = Key.of("غير".utf8)

  /// Whether a word is "غير", which says of what it stands before that it is not so.
  static func isOther(_ words: Words, _ token: Int) -> Bool { words[token].core == other }

  private static let untils = ["until", "unless", "till"].map { Key.of($0.utf8) }

  /// Whether a negator only says "no more than" or "not before": "لم ... إلا", "not ... until".
  static func isRestricted(_ words: Words, _ negator: Int, within range: Range<Int>) -> Bool {
    for at in negator + 1..<max(negator + 1, min(range.upperBound, negator + 12)) {
      if code(words, at) == exception || words[at].key == other && at > negator + 1 { return true }
      // "We are not going back until the lease is torn up"
      if untils.contains(words[at].key) { return true }
      if words[at].mark == 0x2E { return false }
    }
    return false
  }

  private static func isQuote(_ mark: UInt32) -> Bool {
    mark == 0xAB || mark == 0xBB || mark == 0x22 || mark == 0x201C || mark == 0x201D
  }
}
