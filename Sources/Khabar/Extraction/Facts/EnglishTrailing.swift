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
    // "In a report called “Deep Water,” it estimated the damage"
    guard text[start].attribution != .occasion else { return nil }
    let isQuote =
      text[before.upperBound - 1].isQuoted || text[max(start, before.upperBound - 1)].partner >= 0
    // "..., central bank data show, with the state the largest creditor"
    guard
      isQuote || !needsQuote || closes(skipEnglishOccasion(after)) || isComma(after) && isDocument(border + 1..<verb)
    else { return nil }
    let isClause = !pieces[unclaimed...].isEmpty || hasPredicate(max(start, border - Self.reach)..<border)
    guard isQuote || isClause || isComma(after) || closes(skipEnglishOccasion(after)) else { return nil }
    if !isClause, let frame = interruption(verb, after, border) { return frame }
    // "The deal values the firm at a billion, people said": unknown words, but more than an introduction.
    guard isQuote || isClause || !isIntroduction(start) && border - start > 4 else { return nil }
    if isTransmission { return transmitted(verb, after, border) }
    // “...”, said X
    if border == verb - 1 || border == verb - 2 && isComma(verb - 1) {
      return invertedFrame(verb, after, border, isQuote)
    }
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
    // "..., the Met Office has said"
    var limit = verb
    while limit > border + 1, text[limit - 1].function == .auxiliary { limit -= 1 }
    let subject = border + 1..<limit
    guard isSubject(subject) else { return nil }
    if isComma(rest), isAside(rest + 1) || isAside(rest + 2) {
      rest = (rest + 1..<end).first { isComma($0) } ?? end
    } else if let frame = interruption(in: subject, verb, rest) {
      return frame
    }
    if isComma(rest), rest + 1 < end, text[rest + 1].attribution == .occasion {
      rest = (rest + 1..<end).first { isComma($0) } ?? end
    }
    var chain = englishChain(verb, subject)
    if words[verb].core == Self.told { _ = addressee(after, &chain) }
    return Frame(mode: .trails, start: border, content: rest, chain: chain)
  }

  /// "an update posted at noon", "people briefed on the talks"
  func isParticiple(_ index: Int) -> Bool {
    words[index].script == .latin && words.foldedText(index).suffix(2).elementsEqual([0x65, 0x64])
      && text[index + 1].function == .preposition && text[index - 1].function == .none && index > start
  }

  /// Whether words hold no finite verb; "people briefed on the talks" has a participle.
  private func isSubject(_ range: Range<Int>) -> Bool {
    guard let first = range.first, text[first].function != .relative else { return range.isEmpty }
    return !range.contains { index in
      // "commander Rose Chebet"
      if index > start, words[index].isCapitalized { return false }
      // "a Tuareg-led coalition"
      if index > start, words[index - 1].mark == 0x2D { return false }
      return text[index].isVerb && !(index > first && isParticiple(index)) || text[index].mayBeVerb
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

  /// "The group will free 33 people, they said, in return for ...": what follows has no predicate and belongs to the statement.
  private func interruption(in subject: Range<Int>, _ verb: Int, _ rest: Int) -> Frame? {
    guard isRestOfStatement(rest), reader.source(subject) != nil else { return nil }
    return around(subject.lowerBound - 1, rest, englishChain(verb, subject))
  }

  /// A frame in the middle of a statement, whose end goes to the clause before it.
  func around(_ index: Int, _ comma: Int, _ chain: Chain) -> Frame {
    guard !pieces[unclaimed...].isEmpty else { return Frame(mode: .inserted, start: index, content: end, chain: chain) }
    var frame = Frame(mode: .trails, start: index, content: comma, chain: chain, further: chain)
    frame.isRest = true
    return frame
  }

  /// Whether words behind a comma, to the end of a sentence, have no predicate but in a relative clause, and open nothing of their own.
  func isRestOfStatement(_ comma: Int) -> Bool {
    guard isComma(comma), comma + 2 < end, text[comma + 1].saying == .none, !words[comma + 1].isCapitalized,
      !isGerund(comma + 1), text[comma + 1].function != .opener, text[comma + 1].function != .relative,
      words[comma + 1].core != Self.and, text[comma + 1].attribution == .none, !isAside(comma + 1),
      !text[start].isQuoted
    else { return false }
    let relative = (comma + 2..<end).first { text[$0].function == .relative } ?? end
    return !hasPredicate(comma + 1..<relative) && !(relative..<end).contains(where: isComma)
  }

  /// Where a relative clause behind a speaker tells what befell him or what he did: ", who lost eleven goats and spent the night in a
  /// tree"; not what he is or how he spoke.
  func furtherRelative(_ comma: Int, _ source: SourceMatch) -> Int? {
    guard isComma(comma), comma + 2 < end, text[comma + 1].function == .relative, words[comma + 1].core == Self.who,
      !isAside(comma + 1), !isAside(comma + 2), [.person, .witness, .official, .unknown].contains(source.kind),
      text[comma + 2].isVerb, text[comma + 2].saying == .none, isPast(comma + 2)
    else { return nil }
    let limit = (comma + 2..<end).first { isPause($0) } ?? end
    guard Merging.weight(comma + 2..<limit, text, upTo: 4) == 4 else { return nil }
    return comma + 2
  }

  static let who = Key.of("who".utf8)

  /// Whether a verb is in the past and no helper.
  private func isPast(_ verb: Int) -> Bool {
    text[verb].function == .none && !words.foldedText(verb).suffix(1).elementsEqual("s".utf8)
  }

  /// The closing quotation mark or the comma before the subject of a verb. Behind a quotation commas belong to the subject:
  /// "“...,” Rana Khalil, 34, said".
  private func border(before verb: Int) -> Int? {
    let window = max(start, verb - 14)..<verb
    let quote = window.last { index in
      text[index].partner >= 0 && Int(text[index].partner) < index && words[index].mark != 0x29
    }
    let comma = window.last(where: isComma)
    // A quotation inside a clause: "... a “notch up” response, state media reported".
    let isInside = quote.map { (start..<max(start, Int(text[$0].partner))).contains { words[$0].isWordLike } } ?? false
    if let quote, isSubject(quote + 1..<verb), !isInside || comma.map({ $0 < quote + 2 }) ?? true { return quote }
    if comma == verb - 1, let begin = named(before: verb) { return begin }
    return comma ?? quote
  }

  /// "..., the governor, Fatih Karahan, predicted.": the comma before a speaker whose name stands between commas.
  private func named(before verb: Int) -> Int? {
    let commas = (max(start, verb - 14)..<verb - 1).filter { isComma($0) }
    guard let second = commas.last, let first = commas.dropLast().last,
      closes(skipEnglishOccasion(verb + Int(text[verb].sayingLength))) || words[verb].core == Self.told,
      [.determiner, .pronoun, .other].contains(text[first + 1].function) || words[first + 1].isCapitalized,
      SourceReader.head(of: first + 1..<second, text) != nil,
      words[second + 1].isCapitalized
    else { return nil }
    return first
  }

  /// "..., the agency quoted an official as saying."
  private func transmitted(_ verb: Int, _ after: Int, _ border: Int) -> Frame? {
    guard border + 1 < verb, isSubject(border + 1..<verb) else { return nil }
    var chain = englishChain(verb, border + 1..<verb)
    guard let rest = quotedContent(after, &chain), closes(rest) else { return nil }
    return Frame(mode: .trails, start: border, content: rest, chain: chain)
  }

  private func invertedFrame(_ verb: Int, _ after: Int, _ border: Int, _ isQuote: Bool) -> Frame? {
    // "..., which was a fraud,” asked for an acquittal": no subject.
    guard after < end, text[after].function != .preposition else { return nil }
    var limit = englishPhraseEnd(after)
    var rest = pastRelative(skipEnglishOccasion(limit))
    if rest == limit, rest < end, words[rest].kind != .mark, !isTime(rest), hasPredicate(rest..<end) {
      rest = (rest..<end).first { isPause($0) } ?? end
    }
    // "said Jan Maes, a baker who was in the room."
    if let relative = (after..<limit).first(where: { text[$0].function == .relative }), relative > after {
      limit = relative
      rest = (relative..<end).first { isPause($0) } ?? end
    }
    // "..., said Hana Weiss, adding that ...", "..., said Hana Weiss, while the bank said ..."
    let isOver =
      closes(rest)
      || isComma(rest)
        && (text[rest + 1].saying == .participle || text[rest + 1].saying == .keepingParticiple
          || text[rest + 1].function == .opener || isAside(rest + 1))
    guard limit > after, isQuote || !hasPredicate(after..<limit) && isOver else { return nil }
    // "The front, a coalition formed in 2022, claimed responsibility, saying ..."
    if !isQuote, text[verb].saying == .takesNoun, reader.source(after..<limit)?.kind == .unknown { return nil }
    let chain = englishChain(verb, after..<limit)
    var frame = Frame(mode: .trails, start: border, content: pastAside(rest), chain: chain)
    let named = skipEnglishOccasion(limit)
    if let source = chain.sources.last, let content = furtherRelative(named, source) {
      frame.content = content
      frame.further = chain
    }
    return frame
  }

  /// Goes past ", who leads the committee" behind a speaker.
  func pastRelative(_ index: Int) -> Int {
    guard isComma(index),
      text[index + 1].function == .relative || isGerund(index + 1) && text[index + 1].saying == .none
    else { return index }
    return (index + 1..<max(index + 1, min(end, index + Self.reach))).first { isPause($0) } ?? end
  }

  /// Whether a mark parts clauses; an apostrophe or a hyphen does not.
  func isPause(_ index: Int) -> Bool {
    words[index].kind == .mark && ![0x27, 0x2019, 0x2D, 0x2F, 0x25, 0x24].contains(words[index].mark)
  }

  /// Whether a sentence ends at a token.
  private func closes(_ index: Int) -> Bool { index >= end || index == end - 1 && words[index].kind == .mark }

  /// Whether what follows a verb of saying is its content and not just a time or an occasion.
  private func leadsToContent(_ from: Int) -> Bool {
    // "said in his address, adding that": a participle of saying opens another statement.
    (from..<min(end, from + 20)).prefix { text[$0].saying != .participle || !isComma($0 - 1) }.contains {
      // "in a packed hall"
      text[$0].isVerb && !isParticiple($0) && text[$0 - 1].function != .determiner || text[$0].mayBeVerb
        || text[$0].function == .complementizer
    }
  }

  /// The end of a noun phrase with its first apposition: at a stop, a quotation mark or a clause.
  private func englishPhraseEnd(_ from: Int) -> Int {
    var commas = 0
    var index = from
    while index < min(end, from + 30) {
      if isComma(index), isAge(index + 1) {
        // "Fatima Zahra, 42, whose house ..."
        index += 1
      } else if isComma(index) {
        commas += 1
        if commas > 1 || index + 1 < end && !opensApposition(index + 1) { break }
      } else if words[index].mark == 0x2E, index > from, words.has(.abbreviations, at: index - 1) {
        // "Mr. Brill"
      } else if words[index].kind == .mark, words[index].mark != 0x2D, words[index].mark != 0x27,
        words[index].mark != 0x2019
      {
        break
      } else if index > from,
        text[index].attribution == .occasion || isTime(index) || text[index].function == .opener
          || words[index].core == Self.role && text[index + 1].function == .determiner
      {
        // "shouted one of the miners as the minister arrived"
        break
      }
      index += 1
    }
    return index
  }

  /// ", 42,": one or two figures between marks.
  private func isAge(_ index: Int) -> Bool {
    index < end && words[index].kind == .number && words[index].bytes.count <= 2
      && (index + 1 >= end || words[index + 1].kind == .mark)
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
    // "As the minister put it"
    if words[from].core == Self.role, words[verb].core == Self.put { from += 1 }
    while from < verb,
      words[from].kind == .mark || text[from].function == .opener || words[from].core == Self.conjunction
    {
      from += 1
    }
    if let comma = (from..<verb).first(where: { isComma($0) }), comma + 1 < verb, isIntroduction(from),
      words[comma + 1].core != Self.or
    {
      from = comma + 1
      // "In a report called “Deep Water,” it ..."
      while from < verb, text[from].partner >= 0, Int(text[from].partner) < from { from += 1 }
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

  /// The subject of a sentence's first clause, for a verb that shares it: "The bank kept rates and signaled that ...".
  func englishSentenceSubject(_ first: Int, before verb: Int) -> Chain? {
    let window = first..<min(verb, first + 16)
    func ends(_ index: Int) -> Bool { text[index].isVerb || text[index].function == .relative || isPause(index) }
    guard var limit = window.first(where: ends), limit > first else { return nil }
    // "The managing director, Captain Peter Wanyonyi, called ... and said that"
    if isComma(limit), words[limit + 1].isCapitalized, let close = window.first(where: { $0 > limit && ends($0) }),
      isComma(close), close + 1 < verb
    {
      limit = close + 1
    }
    guard text[limit].isVerb, text[first].function != .preposition, text[first].function != .pronoun,
      let source = reader.source(first..<limit), source.kind != .unknown
    else { return nil }
    return Chain(sources: [source])
  }

  /// "It comes after emails suggested", "No group claimed": a verb of a clause inside another one, or of nobody.
  func speaksForNobody(_ subject: Range<Int>) -> Bool {
    guard let first = subject.first else { return false }
    if text[first].negator != 0 { return true }
    var hasVerb = false
    for index in subject {
      if text[index].function == .relative || text[index].function == .complementizer { return false }
      if hasVerb, index + 1 < subject.upperBound, Self.links.contains(words[index].core) { return true }
      hasVerb = hasVerb || text[index].isVerb && !isParticiple(index)
    }
    return false
  }

  private static let links = Set(
    ["after", "before", "because", "since", "when", "if", "until"].map { Key.of($0.utf8) })

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
  private static let persons = [Key.of("he".utf8), Key.of("she".utf8)]
  private static let put = Key.of("put".utf8)
  private static let or = Key.of("or".utf8)

  /// Whether a subject holds a clause of its own, so that its verb belongs to another one: "Boeing named Ms. Ort as it reported".
  func holdsClause(_ subject: Range<Int>) -> Bool {
    let phrase = withoutRelative(subject)
    return !isSubject(phrase.lowerBound..<(phrase.first { text[$0].function == .complementizer } ?? phrase.upperBound))
  }

  func englishChain(_ verb: Int, _ subject: Range<Int>?) -> Chain {
    var chain = Chain(verb: verb..<verb + Int(text[verb].sayingLength), force: .init(letter: text[verb].force))
    guard let subject else {
      chain.sources = carried(at: verb).sources
      return chain
    }
    let phrase = withoutRelative(subject)
    if phrase.count == 1, text[phrase.lowerBound].function == .pronoun {
      let isPerson = Self.persons.contains(words[phrase.lowerBound].core)
      chain.sources = ((isPerson ? memory.lastPerson : memory.last) ?? reader.source(phrase)).map { [$0] } ?? []
    } else if let source = reader.source(phrase) {
      chain.sources = [source]
    }
    return chain
  }

  /// "X, which runs the terminal," without the relative clause, "X, speaking by phone," without the circumstance.
  private func withoutRelative(_ range: Range<Int>) -> Range<Int> {
    let aside = range.first {
      text[$0].function == .relative
        || isComma($0 - 1)
          && (isGerund($0) || text[$0].function == .opener || text[$0].attribution == .inner
            || text[$0].attribution == .occasion)
    }
    guard let aside, aside > range.lowerBound else { return range }
    return range.lowerBound..<aside
  }

  /// Whether a verb belongs to a relative clause: "which has long criticized".
  func isInRelative(_ verb: Int) -> Bool {
    for index in (max(start, verb - 6)..<max(start, verb)).reversed() {
      if Self.relatives.contains(words[index].core) { return index > start }
      if words[index].kind == .mark || text[index].isVerb && text[index].function != .auxiliary { return false }
    }
    return false
  }

  private static let relatives = [Key.of("which".utf8), Key.of("who".utf8)]
}
