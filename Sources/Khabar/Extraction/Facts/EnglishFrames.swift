/// Attribution in English: "X said that ...", "..., X said", "according to X", "told Reuters that", "X: ...".
extension SentenceReader {
  /// The frame that begins, or has its verb, at a token.
  func englishFrame(at index: Int) -> Frame? {
    let tag = text[index]
    if words[index].mark == 0x3A { return colonFrame(index) }
    if tag.attribution == .speaker || tag.attribution == .inner { return citation(index) }
    switch tag.saying {
    case .says, .announces, .takesNoun, .transmits, .keeps, .denies:
      return isReporting(index) ? sayingFrame(index) : nil
    case .participle, .keepingParticiple: return isComma(index - 1) ? englishParticiple(index) : nil
    case .none, .noun, .impersonal: return nil
    }
  }

  /// Whether a verb of saying has a subject: no infinitive, no passive, no noun, no relative clause.
  private func isReporting(_ verb: Int) -> Bool {
    guard verb > range.lowerBound else { return false }
    let before = text[verb - 1].function
    if before == .copula || before == .relative { return false }
    if before == .pronoun, verb >= range.lowerBound + 2, text[verb - 2].function == .relative { return false }
    return before != .preposition && before != .determiner || verb == start
  }

  private static let that = Key.of("that".utf8)

  private func sayingFrame(_ verb: Int) -> Frame? {
    let after = verb + Int(text[verb].sayingLength)
    if let frame = trailingFrame(verb, after) { return frame }
    guard verb - start < Self.reach else { return nil }
    let subject = englishSubject(verb)
    var chain = englishChain(verb, subject)
    chain.isDenied = text[verb].saying == .denies
    let begin = subject?.lowerBound ?? verb
    guard let content = englishContent(verb, after, &chain) else {
      return Frame(mode: .keeps, start: begin, content: after, chain: chain, isCarried: subject == nil)
    }
    let isNested = isContent && begin == start && subject != nil
    return Frame(
      mode: .leads, start: begin, content: content, chain: isNested ? self.chain.nesting(chain) : chain,
      isCarried: subject == nil)
  }

  /// Where the content begins, or nil when the clause keeps its frame.
  private func englishContent(_ verb: Int, _ after: Int, _ chain: inout Chain) -> Int? {
    switch text[verb].saying {
    case .keeps, .denies: return nil
    default: break
    }
    var from = after
    if words[verb].core == Self.told || words[verb].core == Self.tells {
      if isOrder(after) { return nil }
      from = addressee(after, &chain)
    } else {
      from = skipEnglishOccasion(after)
    }
    if from < end, text[from].function == .complementizer || words[from].mark == 0x3A { return from + 1 }
    if from < end, Int(text[from].partner) > from || isComma(from) { return from }
    return text[verb].saying != .takesNoun || leadsToClause(from) ? from : nil
  }

  private static let told = Key.of("told".utf8)
  private static let tells = Key.of("tells".utf8)

  /// Whether a noun phrase and a finite verb follow before the next mark.
  private func leadsToClause(_ from: Int) -> Bool {
    for index in from..<min(end, from + 10) {
      if text[index].isVerb { return index > from }
      if words[index].kind == .mark || text[index].function == .complementizer || text[index].function == .relative {
        return false
      }
    }
    return false
  }

  /// "told the airline to hand over": an order, not a statement.
  private func isOrder(_ from: Int) -> Bool {
    for index in from..<min(end - 1, from + 5) {
      if words[index].core == Self.infinitive { return index > from && text[index + 1].function == .none }
      if text[index].function == .complementizer || text[index].isVerb || text[index].mayBeVerb { return false }
    }
    return false
  }

  private static let infinitive = Key.of("to".utf8)

  /// The one who was told: a medium becomes the outermost link; the content begins behind it.
  private func addressee(_ from: Int, _ chain: inout Chain) -> Int {
    let limit = (from..<min(end, from + 16)).first { index in
      let tag = text[index]
      return tag.function == .complementizer || tag.isVerb
        || index > from && (tag.function == .pronoun || tag.function == .determiner || words[index].kind != .word)
    }
    let stop = limit.map { text[$0].isVerb ? from + 1 : $0 } ?? min(end, from + 1)
    let told = from..<max(from, min(stop, end))
    let isMedium = told.prefix(4).contains { text[$0].isMedia || text[$0].speaker == 0x6D }
    if isMedium, let source = reader.source(Trimming.trim(told, text)) {
      var medium = source
      medium.kind = .media
      chain.sources.insert(medium, at: 0)
    }
    return told.upperBound
  }

  /// "in a statement", "on Tuesday" between the verb and its content.
  private func skipEnglishOccasion(_ from: Int) -> Int {
    let window = from..<min(end, from + 9)
    if let that = window.first(where: { text[$0].function == .complementizer || text[$0].isVerb }),
      text[that].function == .complementizer,
      from == that || text[from].attribution == .occasion || text[from].function == .time
        || text[from].function == .preposition
    {
      return that
    }
    var index = from
    while index < end {
      if text[index].attribution == .occasion {
        index += Int(text[index].attributionLength)
      } else if text[index].function == .time {
        index += 1
      } else if index + 1 < end, text[index].function == .preposition, text[index + 1].function == .time {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  // MARK: Frames behind their content

  /// "..., X said on Tuesday." and "“...,” said X, the ...".
  private func trailingFrame(_ verb: Int, _ after: Int) -> Frame? {
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
    return Frame(mode: .trails, start: border, content: rest, chain: englishChain(verb, subject))
  }

  /// The comma or closing quotation mark before the subject of a verb.
  private func border(before verb: Int) -> Int? {
    (max(start, verb - 14)..<verb).last { index in
      isComma(index) || text[index].partner >= 0 && Int(text[index].partner) < index && words[index].mark != 0x29
    }
  }

  private func invertedFrame(_ verb: Int, _ after: Int, _ border: Int, _ isQuote: Bool) -> Frame? {
    guard isQuote else { return nil }
    let limit = englishPhraseEnd(after)
    guard limit > after else { return nil }
    return Frame(mode: .trails, start: border, content: limit, chain: englishChain(verb, after..<limit))
  }

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

  // MARK: Particles and participles

  /// "according to X", "citing X".
  private func citation(_ index: Int) -> Frame? {
    let from = index + Int(text[index].attributionLength)
    let limit = citationEnd(from)
    guard limit > from, let source = reader.source(from..<limit) else { return nil }
    var chain = Chain(sources: [source], verb: index..<from)
    if text[index].attribution == .inner {
      chain.sources = (top ?? self.chain).sources.filter { $0 != source } + [source]
      if limit + 1 < end, text[limit + 1].function == .complementizer {
        return Frame(mode: .leads, start: start, content: limit + 2, chain: chain)
      }
      return Frame(mode: .trails, start: index, content: limit, chain: chain)
    }
    return placed(index, limit, chain)
  }

  private func citationEnd(_ from: Int) -> Int {
    (from..<min(end, from + 30)).first { index in
      isComma(index) || words[index].mark == 0x2E || words[index].mark == 0x3B
        || words[index].core == Self.that && index > from
    } ?? min(end, from + 30)
  }

  /// ", adding that ...".
  private func englishParticiple(_ index: Int) -> Frame? {
    var chain = carried(at: index)
    guard !chain.sources.isEmpty else { return nil }
    chain.verb = index..<index + 1
    chain.force = .init(letter: text[index].force)
    let mode: Frame.Mode = text[index].saying == .participle ? .leads : .keeps
    return Frame(mode: mode, start: index, content: index + 1, chain: chain, isCarried: true)
  }

  // MARK: Subjects

  /// The subject before a verb of saying, without an introduction ("On Monday, ...").
  private func englishSubject(_ verb: Int) -> Range<Int>? {
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

  private func isIntroduction(_ index: Int) -> Bool {
    text[index].function == .preposition || text[index].function == .time || text[index].function == .opener
  }

  private func englishChain(_ verb: Int, _ subject: Range<Int>?) -> Chain {
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
