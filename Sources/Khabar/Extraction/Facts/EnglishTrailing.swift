/// English frames behind their content, and the subjects of verbs of saying.
extension SentenceReader {
  /// "..., X said on Tuesday." and "“...,” said X, the ...".
  func trailingFrame(_ verb: Int, _ after: Int) -> Frame? {
    let isTransmission = text[verb].saying == .transmits
    let needsQuote = text[verb].saying == .takesThat
    guard text[verb].saying == .says || text[verb].saying == .takesNoun || isTransmission || needsQuote else {
      return nil
    }
    guard let border = border(before: verb) else { return nil }
    let before = start..<border
    guard before.contains(where: { words[$0].isWordLike }) else { return nil }
    let isQuote =
      text[before.upperBound - 1].isQuoted || text[max(start, before.upperBound - 1)].partner >= 0
    guard isQuote || !needsQuote || closes(skipEnglishOccasion(after)) else { return nil }
    let isClause = !pieces[unclaimed...].isEmpty || hasPredicate(max(start, border - Self.reach)..<border)
    guard isQuote || isClause || isComma(after) || closes(skipEnglishOccasion(after)) else { return nil }
    if !isClause, let frame = interruption(verb, after, border) { return frame }
    // "The deal values the firm at a billion, people said": unknown words, but more than an introduction.
    guard isQuote || isClause || !isIntroduction(start) && border - start > 4 else { return nil }
    if isTransmission { return transmitted(verb, after, border) }
    if border == verb - 1 { return invertedFrame(verb, after, border, isQuote) }
    var rest = skipEnglishOccasion(after)
    if words[verb].core == Self.told { rest = (rest..<end).first { words[$0].kind == .mark } ?? end }
    if rest < end, words[rest].mark == 0x3A { return nil }
    if rest < end, words[rest].kind != .mark, leadsToContent(rest) {
      // "..., their company said in a note to staff that papers have seen."
      guard after < end, text[after].attribution == .occasion, text[rest].function != .complementizer,
        !isIntroduction(start)
      else { return nil }
      rest = (rest..<end).first { isComma($0) } ?? end
    }
    // "..., the department said in an update posted at noon."
    if rest < end, text[rest].function == .preposition { rest = (rest..<end).first { isComma($0) } ?? end }
    let subject = border + 1..<verb
    guard isSubject(subject) else { return nil }
    var chain = englishChain(verb, subject)
    if words[verb].core == Self.told { _ = addressee(after, &chain) }
    return Frame(mode: .trails, start: border, content: rest, chain: chain)
  }

  /// "an update posted at noon", "people briefed on the talks"
  private func isParticiple(_ index: Int) -> Bool {
    words[index].script == .latin && words.foldedText(index).suffix(2).elementsEqual([0x65, 0x64])
      && text[index + 1].function == .preposition && text[index - 1].function == .none && index > start
  }

  /// Whether words hold no finite verb; "people briefed on the talks" has a participle.
  private func isSubject(_ range: Range<Int>) -> Bool {
    guard let first = range.first, text[first].function != .relative else { return range.isEmpty }
    return !range.contains { index in
      text[index].isVerb && !(index > first && isParticiple(index)) || text[index].mayBeVerb
    }
  }

  /// "Prices, he said, will rise": a frame before the predicate, whose statement goes on behind it.
  private func interruption(_ verb: Int, _ after: Int, _ border: Int) -> Frame? {
    guard isComma(after), after + 1 < end, isComma(border) || isComma(border - 1), border + 1 < verb,
      !isIntroduction(start), isSubject(border + 1..<verb), reader.source(border + 1..<verb) != nil,
      text[border].partner >= 0 && Int(text[after + 1].partner) > after
        || hasPredicate(after + 1..<min(end, after + Self.reach))
    else { return nil }
    return Frame(mode: .inserted, start: border, content: after + 1, chain: englishChain(verb, border + 1..<verb))
  }

  /// The closing quotation mark or the comma before the subject of a verb. Behind a quotation commas belong to the subject:
  /// "“...,” Rana Khalil, 34, said".
  private func border(before verb: Int) -> Int? {
    let window = max(start, verb - 14)..<verb
    let quote = window.last { index in
      text[index].partner >= 0 && Int(text[index].partner) < index && words[index].mark != 0x29
    }
    if let quote, isSubject(quote + 1..<verb) { return quote }
    return window.last(where: isComma) ?? quote
  }

  /// "..., the agency quoted an official as saying."
  private func transmitted(_ verb: Int, _ after: Int, _ border: Int) -> Frame? {
    guard border + 1 < verb, isSubject(border + 1..<verb) else { return nil }
    var chain = englishChain(verb, border + 1..<verb)
    guard let rest = quotedContent(after, &chain), closes(rest) else { return nil }
    return Frame(mode: .trails, start: border, content: rest, chain: chain)
  }

  private func invertedFrame(_ verb: Int, _ after: Int, _ border: Int, _ isQuote: Bool) -> Frame? {
    let limit = englishPhraseEnd(after)
    let rest = pastRelative(skipEnglishOccasion(limit))
    guard limit > after, isQuote || !hasPredicate(after..<limit) && closes(rest) else { return nil }
    return Frame(mode: .trails, start: border, content: rest, chain: englishChain(verb, after..<limit))
  }

  /// Goes past ", who leads the committee" behind a speaker.
  private func pastRelative(_ index: Int) -> Int {
    guard isComma(index), text[index + 1].function == .relative else { return index }
    return (index + 1..<max(index + 1, min(end, index + Self.reach))).first { words[$0].kind == .mark } ?? end
  }

  /// Whether a sentence ends at a token.
  private func closes(_ index: Int) -> Bool { index >= end || index == end - 1 && words[index].kind == .mark }

  /// Whether what follows a verb of saying is its content and not just a time or an occasion.
  private func leadsToContent(_ from: Int) -> Bool {
    (from..<min(end, from + 20)).contains {
      text[$0].isVerb && !isParticiple($0) || text[$0].mayBeVerb || text[$0].function == .complementizer
    }
  }

  /// The end of a noun phrase with its first apposition: at a stop, a quotation mark or a clause.
  private func englishPhraseEnd(_ from: Int) -> Int {
    var commas = 0
    var index = from
    while index < min(end, from + 30) {
      if isComma(index) {
        commas += 1
        if commas > 1 || index + 1 < end && !opensApposition(index + 1) { break }
      } else if words[index].mark == 0x2E, index > from, words.has(.abbreviations, at: index - 1) {
        // "Mr. Brill"
      } else if words[index].kind == .mark, words[index].mark != 0x2D, words[index].mark != 0x27,
        words[index].mark != 0x2019
      {
        break
      } else if index > from, text[index].attribution == .occasion || isTime(index) {
        break
      }
      index += 1
    }
    return index
  }

  /// "Tuesday", "on Tuesday"
  private func isTime(_ index: Int) -> Bool {
    text[index].function == .time
      || text[index].function == .preposition && index + 1 < end && text[index + 1].function == .time
  }

  private func opensApposition(_ index: Int) -> Bool {
    text[index].function == .determiner || text[index].speaker != 0 || words[index].isCapitalized
  }

  /// The subject before a verb of saying, without an introduction ("On Monday, ...").
  func englishSubject(_ verb: Int) -> Range<Int>? {
    var from = start
    while from < verb,
      words[from].kind == .mark || text[from].function == .opener || words[from].core == Self.conjunction
    {
      from += 1
    }
    if let comma = (from..<verb).first(where: { isComma($0) }), comma + 1 < verb, isIntroduction(from) {
      from = comma + 1
    }
    var limit = verb
    while limit > from, text[limit - 1].isVerb || text[limit - 1].function == .other || isAdverb(limit - 1) {
      limit -= 1
    }
    // "has long argued"
    if limit > from + 2, text[limit - 2].function == .auxiliary, !words[limit - 1].isCapitalized {
      limit -= 1
      while limit > from, text[limit - 1].isVerb { limit -= 1 }
    }
    // "The pope on Sunday called for"
    while limit > from + 1, isTime(limit - 1) || text[limit - 1].function == .preposition { limit -= 1 }
    return from < limit ? from..<limit : nil
  }

  /// "repeatedly"
  func isAdverb(_ index: Int) -> Bool {
    words[index].script == .latin && !words[index].isCapitalized && words[index].entry < 0
      && words.foldedText(index).suffix(2).elementsEqual([0x6C, 0x79])
  }

  private static let conjunction = Key.of("and".utf8)

  func isIntroduction(_ index: Int) -> Bool {
    text[index].function == .preposition || text[index].function == .time || text[index].function == .opener
      || words.foldedText(index).suffix(3).elementsEqual([0x69, 0x6E, 0x67]) || words[index].core == Self.asked
  }

  static let asked = Key.of("asked".utf8)

  func englishChain(_ verb: Int, _ subject: Range<Int>?) -> Chain {
    var chain = Chain(verb: verb..<verb + Int(text[verb].sayingLength), force: .init(letter: text[verb].force))
    guard let subject else {
      chain.sources = carried(at: verb).sources
      return chain
    }
    let phrase = withoutRelative(subject)
    if phrase.count == 1, text[phrase.lowerBound].function == .pronoun {
      chain.sources = (memory.last ?? reader.source(phrase)).map { [$0] } ?? []
    } else if let source = reader.source(phrase) {
      chain.sources = [source]
    }
    return chain
  }

  /// "X, which runs the terminal," without the relative clause, "X, speaking by phone," without the circumstance.
  private func withoutRelative(_ range: Range<Int>) -> Range<Int> {
    let aside = range.first { text[$0].function == .relative || isComma($0 - 1) && isGerund($0) }
    guard let aside, aside > range.lowerBound else { return range }
    return range.lowerBound..<aside
  }
}
