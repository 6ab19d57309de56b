/// English frames behind their content, and the subjects of verbs of saying.
extension SentenceReader {
  /// "..., X said on Tuesday." and "“...,” said X, the ...".
  func trailingFrame(_ verb: Int, _ after: Int) -> Frame? {
    guard text[verb].saying == .says || text[verb].saying == .takesNoun else { return nil }
    guard let border = border(before: verb) else { return nil }
    let before = start..<border
    guard before.contains(where: { words[$0].isWordLike }) else { return nil }
    let isQuote =
      text[before.upperBound - 1].isQuoted || text[max(start, before.upperBound - 1)].partner >= 0
    guard isQuote || !pieces[unclaimed...].isEmpty || hasPredicate(max(start, border - Self.reach)..<border) else {
      return nil
    }
    if border == verb - 1 { return invertedFrame(verb, after, border, isQuote) }
    var rest = skipEnglishOccasion(after)
    if words[verb].core == Self.told { rest = (rest..<end).first { words[$0].kind == .mark } ?? end }
    if rest < end, words[rest].kind != .mark, leadsToContent(rest) {
      // "..., their company said in a note to staff that papers have seen."
      guard after < end, text[after].attribution == .occasion, text[rest].function != .complementizer,
        !isIntroduction(start)
      else { return nil }
      rest = (rest..<end).first { isComma($0) } ?? end
    }
    let subject = border + 1..<verb
    guard !hasPredicate(subject), text[subject.lowerBound].function != .relative else { return nil }
    var chain = englishChain(verb, subject)
    if words[verb].core == Self.told { _ = addressee(after, &chain) }
    return Frame(mode: .trails, start: border, content: rest, chain: chain)
  }

  /// The closing quotation mark or the comma before the subject of a verb. Behind a quotation commas belong to the subject:
  /// "“...,” Rana Khalil, 34, said".
  private func border(before verb: Int) -> Int? {
    let window = max(start, verb - 14)..<verb
    let quote = window.last { index in
      text[index].partner >= 0 && Int(text[index].partner) < index && words[index].mark != 0x29
    }
    if let quote, !hasPredicate(quote + 1..<verb) { return quote }
    return window.last(where: isComma) ?? quote
  }

  private func invertedFrame(_ verb: Int, _ after: Int, _ border: Int, _ isQuote: Bool) -> Frame? {
    let limit = englishPhraseEnd(after)
    guard limit > after, isQuote || !hasPredicate(after..<limit) && closes(limit) else { return nil }
    return Frame(mode: .trails, start: border, content: limit, chain: englishChain(verb, after..<limit))
  }

  /// Whether a sentence ends at a token.
  private func closes(_ index: Int) -> Bool { index >= end || index == end - 1 && words[index].kind == .mark }

  /// Whether what follows a verb of saying is its content and not just a time or an occasion.
  private func leadsToContent(_ from: Int) -> Bool {
    (from..<min(end, from + 20)).contains {
      text[$0].isVerb || text[$0].mayBeVerb || text[$0].function == .complementizer
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
      } else if words[index].kind == .mark, words[index].mark != 0x2D, words[index].mark != 0x27,
        words[index].mark != 0x2019
      {
        break
      }
      index += 1
    }
    return index
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
    while limit > from, text[limit - 1].isVerb || text[limit - 1].function == .other { limit -= 1 }
    return from < limit ? from..<limit : nil
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
      chain.sources = memory.last.map { [$0] } ?? []
    } else if let source = reader.source(phrase) {
      chain.sources = [source]
    }
    return chain
  }

  /// "X, which runs the terminal," without the relative clause.
  private func withoutRelative(_ range: Range<Int>) -> Range<Int> {
    guard let relative = range.first(where: { text[$0].function == .relative }), relative > range.lowerBound else {
      return range
    }
    return range.lowerBound..<relative
  }
}
