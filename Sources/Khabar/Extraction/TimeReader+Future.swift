/// Whether a day without a date lies behind or ahead of the publication: "met on Tuesday", "closed until Tuesday".
extension TimeReader {
  /// Whether the sentence looks ahead to a day from one token to another.
  func tellsFuture(_ day: Range<Int>) -> Bool {
    if let until = limit(before: day.lowerBound) { return isAhead(until) }
    return sign(before: day.lowerBound) ?? sign(behind: day)
  }

  /// Whether the sentence tells the future before a token: a verb of the future or "المقرر" stands not far before.
  func tellsFuture(before index: Int) -> Bool { sign(before: index) ?? false }

  /// How far a sign of the future may stand before a day.
  private static let reach = 14

  /// Whether a sign of the future stands before a day with no other verb of saying between; nil when neither does.
  private func sign(before index: Int) -> Bool? {
    var at = index - 1
    while at >= max(range.lowerBound, index - Self.reach), !endsSentence(at) {
      if isFuture(at) { return true }
      if hasSaid(at) { return false }
      at -= 1
    }
    return nil
  }

  /// "On Tuesday, the council will meet": the day opens the sentence, and its first verb is one of the future.
  private func sign(behind day: Range<Int>) -> Bool {
    let opens = max(range.lowerBound, day.lowerBound - 2)
    guard opens == range.lowerBound || (opens..<day.lowerBound).contains(where: endsSentence) else { return false }
    for at in day.upperBound..<max(day.upperBound, min(range.upperBound, day.upperBound + 9)) {
      if isFuture(at) { return true }
      if endsSentence(at) || words.has(.reporting, at: at) || words.code(.verbs, at: at) == 0x76 { return false }
    }
    return false
  }

  private func endsSentence(_ at: Int) -> Bool {
    words[at].kind == .lineBreak || words[at].mark == 0x2E || words[at].mark == 0x3A
  }

  private func isFuture(_ at: Int) -> Bool {
    guard words[at].kind == .word else { return false }
    return words[at].clitics.contains(.sa) || kind(at) == .future || isFutureVerb(at)
  }

  /// Whether a word tells that somebody has said something: what is ahead in it is over at the day behind the word.
  private func hasSaid(_ at: Int) -> Bool {
    guard words[at].kind == .word, words.has(.reporting, at: at),
      let saying = words.match(.reporting, at: at).flatMap({ Tag.Saying(rawValue: $0.value.first) }), saying.isFinite
    else { return false }
    guard words[at].script == .latin else {
      return !isPresent(at) && words[at].clitics.isDisjoint(with: [.article, .ba])
    }
    // "expected to be announced on Tuesday"
    let before = words.code(.function, at: at - 1)
    return before != 0x65 && before != 0x6B && !numerals.isLatin(at - 1, "to") && words[at].kind == .word
      && words.foldedText(at).suffix(2).elementsEqual("ed".utf8) || numerals.isLatin(at, "said")
      || numerals.isLatin(at, "told")
  }

  /// Whether an Arabic verb begins with the ي or ت of the present.
  private func isPresent(_ at: Int) -> Bool {
    var form = words.foldedText(at)
    if words[at].clitics.contains(.conjunction) { form = form.dropFirst(2) }
    return form.starts(with: "ي".utf8) || form.starts(with: "ت".utf8) && !form.suffix(2).elementsEqual("ت".utf8)
  }

  // MARK: - Dates without a year

  /// Which side of the publication a date without a year lies on, as its verb has it.
  enum Lean {
    case ahead
    /// The verb of the past that the date belongs to.
    case back
    /// Some verb of the past before it ("arrested two men ahead of the vote on Dec. 5").
    case ratherBack
    case open
  }

  func lean(_ date: Range<Int>) -> Lean {
    guard let past = pastVerb(before: date.lowerBound) else {
      return isDeferred(before: date.lowerBound) || sign(before: date.lowerBound) ?? sign(behind: date) ? .ahead : .open
    }
    let between = past + 1..<max(past + 1, date.lowerBound)
    return between.count < 4 && !between.contains(where: leadsAhead) ? .back : .ratherBack
  }

  /// "قررت المحكمة تأجيل القضية إلى جلسة 5 ديسمبر": a word for putting off stands before.
  private func isDeferred(before index: Int) -> Bool {
    (max(range.lowerBound, index - Self.reach)..<max(range.lowerBound, index)).contains { kind($0) == .deferral }
  }

  /// The nearest verb of the past before a token of the sentence.
  private func pastVerb(before index: Int) -> Int? {
    var at = index - 1
    while at >= max(range.lowerBound, index - Self.reach), !endsSentence(at) {
      if isFuture(at) || kind(at) == .deferral { return nil }
      if isPast(at) { return at }
      at -= 1
    }
    return nil
  }

  private func isPast(_ at: Int) -> Bool {
    guard words[at].kind == .word else { return false }
    if words[at].script == .latin {
      if words.code(.function, at: at - 1) == 0x65 && !Self.past.contains(words[at - 1].core) { return false }
      return Self.past.contains(words[at].core)
        || !words[at].isCapitalized && words.foldedText(at).count > 4 && words[at].entry < 0
          && words.foldedText(at).suffix(2).elementsEqual("ed".utf8)
        || hasSaid(at)
    }
    guard words[at].clitics.isSubset(of: .conjunction), words[at].ending != .pronoun else { return false }
    let isVerb = words.code(.verbs, at: at) == 0x76 || words.has(.reporting, at: at) && hasSaid(at)
    return isVerb && !isPresent(at)
  }

  /// Frequent English forms of the past.
  private static let past = Set(
    [
      "was", "were", "had", "did", "began", "met", "took", "came", "fell", "left", "held", "won", "lost", "broke",
      "hit",
      "struck", "shot", "fought", "rose", "went", "flew", "spoke", "wrote", "made", "found", "sent", "ran", "became",
      "led", "sank", "gave", "died", "opened", "closed", "killed", "signed", "started", "ended", "arrived", "reported",
    ].map { Key.of($0.utf8) })

  /// What a date ahead follows also behind a verb of the past: "for the vote on Dec. 5", "إلى جلسة 5 يناير".
  private func leadsAhead(_ at: Int) -> Bool {
    ["for", "before", "ahead", "until", "to", "by", "election", "elections", "vote", "hearing"].contains {
      numerals.isLatin(at, $0)
    } || kind(at) == .until || kind(at) == .before || Self.appointments.contains(words[at].core)
      || words[at].clitics.contains(.la)
  }

  private static let appointments = Set(["الى", "جلسه", "موعد", "انتخابات"].map { Key.of($0.utf8) })

  // MARK: - Until

  /// The word "until" or "by" that a day follows, over "at least" and the like.
  private func limit(before index: Int) -> Int? {
    var at = index - 1
    while at >= max(range.lowerBound, index - 3), words[at].kind == .word {
      if kind(at) == .until || numerals.isLatin(at, "by") { return at }
      guard
        words.has(.hedges, at: at) || numerals.isLatin(at, "the") || numerals.isLatin(at, "at")
          || numerals.isLatin(at, "least")
          || numerals.isLatin(at, "late") || numerals.isLatin(at, "early")
      else { return nil }
      at -= 1
    }
    return nil
  }

  /// Whether a limit in time is ahead: the nearest word before it that tells of a course decides.
  private func isAhead(_ until: Int) -> Bool {
    var at = until - 1
    let isArabic = words[until].script == .arabic
    while at >= max(range.lowerBound, until - Self.reach), !endsSentence(at) {
      if isFuture(at) || kind(at) == .deferral { return true }
      if kind(at) == .lasting { return words[at].script == .arabic && isPresent(at) }
      // "will not open until", "لا تفتح حتى"; but "did not open until", "لم تفتح حتى".
      if words.has(.negators, at: at) { return isFuture(at - 1) || isWord(at, "لا") }
      if isArabic, words[at].kind == .word {
        if words.code(.verbs, at: at) == 0x76 || words.has(.reporting, at: at) && !words[at].clitics.contains(.article)
        {
          return isPresent(at) && words.code(.negators, at: at - 1) == 0
        }
        if words.code(.function, at: at) == 0x6B { return false }
      } else if numerals.isLatin(at, "had") || isOver(at, until) {
        return false
      }
      at -= 1
    }
    return !numerals.isLatin(until, "to") && opensNothing(until)
  }

  /// "By Friday, 40 houses had burned": what a sentence begins with does not limit what was planned.
  private func opensNothing(_ until: Int) -> Bool { until > range.lowerBound && !endsSentence(until - 1) }

  /// "The fire had spread by Friday": a verb of the past before "by".
  private func isOver(_ at: Int, _ until: Int) -> Bool {
    guard numerals.isLatin(until, "by"), words[at].kind == .word else { return false }
    return numerals.isLatin(at, "was") || numerals.isLatin(at, "were") || numerals.isLatin(at, "said")
      || !words[at].isCapitalized && words.foldedText(at).count > 4
        && words.foldedText(at).suffix(2).elementsEqual("ed".utf8)
  }

  /// An unknown word that begins with "سي", "ست", "سن" or "سأ" and does not end like an adjective.
  private func isFutureVerb(_ at: Int) -> Bool {
    let form = words.foldedText(at)
    guard words[at].script == .arabic, words[at].entry < 0, form.count >= 8, form.starts(with: [0xD8, 0xB3]) else {
      return false
    }
    let first = Int(words[at].bytes.lowerBound)
    if words.utf8[first + 2] == 0xD8, words.utf8[first + 3] == 0xA3 { return true }
    guard form.count >= 10 else { return false }
    let second = form.dropFirst(2).prefix(2)
    guard second.elementsEqual("ي".utf8) || second.elementsEqual("ت".utf8) || second.elementsEqual("ن".utf8) else {
      return false
    }
    return !form.suffix(2).elementsEqual("ه".utf8) && !form.suffix(2).elementsEqual("ي".utf8)
      && !form.suffix(4).elementsEqual("ين".utf8) && !form.suffix(4).elementsEqual("ات".utf8)
  }
}
