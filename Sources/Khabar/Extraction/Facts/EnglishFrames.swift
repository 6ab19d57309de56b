/// Attribution in English: "X said that ...", "..., X said", "according to X", "told Reuters that", "X: ...".
extension SentenceReader {
  /// The frame that begins, or has its verb, at a token.
  func englishFrame(at index: Int) -> Frame? {
    let tag = text[index]
    if words[index].mark == 0x3A { return colonFrame(index) }
    if tag.attribution == .speaker || tag.attribution == .inner { return citation(index) }
    if tag.attribution == .backReference { return backReferenceFrame(index) }
    switch tag.saying {
    case .says, .announces, .takesNoun, .transmits, .keeps, .denies:
      if let frame = furtherStatement(index, index + Int(tag.sayingLength)) { return frame }
      return isReporting(index) && fits(index) ? sayingFrame(index) : nil
    case .takesThat:
      guard isReporting(index) else { return nil }
      if let frame = trailingFrame(index, index + Int(tag.sayingLength)) { return frame }
      let isContent =
        isThat(skipEnglishOccasion(index + 1))
        || isDocument(before: index) && (leadsToClause(index + 1) || isShown(index))
      return isContent ? sayingFrame(index) : nil
    case .participle, .keepingParticiple: return isComma(index - 1) ? englishParticiple(index) : nil
    case .none, .noun, .impersonal: return nil
    }
  }

  /// Whether a verb of saying has a subject: no infinitive, no passive, no noun, no relative clause.
  private func isReporting(_ verb: Int) -> Bool {
    // "Reported crimes fell": a verb of saying never opens an English sentence.
    guard verb > range.lowerBound else { return false }
    // "after 22 reports of overheating", "three claims": counted nouns.
    let isCounted = words[verb - 1].kind == .number || words.numberWord(at: verb - 1)?.isPlainNumber == true
    if isCounted || isNounOf(verb) || isOfThings(verb) { return false }
    let before = text[verb - 1].function
    // What somebody "did not say" or "will announce" has not been said.
    // "that states have an obligation"
    if before == .copula || before == .relative || before == .complementizer && text[verb].saying != .takesThat
      || text[verb - 1].negator != 0 || text[verb - 1].certainty != 0
    {
      return false
    }
    if before == .pronoun, verb >= range.lowerBound + 2, text[verb - 2].function == .relative { return false }
    return before != .preposition && before != .determiner || verb == start
  }

  /// "reports of overheating"
  private func isNounOf(_ verb: Int) -> Bool {
    verb + 1 < end && words[verb + 1].core == Self.of && Self.nouns.contains(words[verb].core)
  }

  private static let nouns = Set(
    ["reports", "claims", "estimates", "forecasts", "fears", "hints", "signals", "shows", "counts"].map {
      Key.of($0.utf8)
    })

  private static let that = Key.of("that".utf8)

  /// "The poll showed most voters oppose it": what a document shows needs no "that".
  private func isDocument(before verb: Int) -> Bool { englishSubject(verb).map(isDocument) ?? false }

  func isDocument(_ subject: Range<Int>) -> Bool {
    guard let head = SourceReader.head(of: subject, text) else { return false }
    return text[head].speaker == 0x64
  }

  func isThat(_ index: Int) -> Bool { index < end && text[index].function == .complementizer }

  private func sayingFrame(_ verb: Int) -> Frame? {
    let after = verb + Int(text[verb].sayingLength)
    if let frame = trailingFrame(verb, after) { return frame }
    guard verb - start < Self.reach, (after..<end).contains(where: { words[$0].isWordLike }), !isPassive(verb, after)
    else { return nil }
    // "The suspect has confessed and is in custody": nothing is said.
    if text[verb].saying == .says, after < end, words[after].core == Self.and { return nil }
    let subject = englishSubject(verb)
    if subject.map(speaksForNobody) == true || isInRelative(verb) { return nil }
    var chain = englishChain(verb, subject)
    chain.isDenied = text[verb].saying == .denies
    let begin = subject.map { isWithoutStatement(start..<$0.lowerBound) ? start : $0.lowerBound } ?? verb
    guard let content = englishContent(verb, after, &chain) else {
      // Inside a clause that is kept, or with a pronoun for the one who is speaking, a verb of saying opens nothing new.
      let isPronoun = subject.map { $0.count == 1 && text[$0.lowerBound].function == .pronoun } ?? false
      if keepsClause || text[verb].isQuoted && isPronoun || isContent && begin == start && isPronoun
        || subject.map(holdsClause) == true
      {
        return nil
      }
      if isContent, begin == start, subject != nil { chain = self.chain.nesting(chain) }
      return Frame(mode: .keeps, start: begin, content: after, chain: chain, isCarried: subject == nil)
    }
    // “This is not what we agreed to,” he said: what is quoted says nothing of what stands behind it.
    if text[verb].isQuoted, let first = (content..<max(content, end)).first(where: { words[$0].isWordLike }),
      !text[first].isQuoted
    {
      return nil
    }
    let isNested = isContent && begin == start && subject != nil
    return Frame(
      mode: .leads, start: begin, content: content, chain: isNested ? self.chain.nesting(chain) : chain,
      isCarried: subject == nil)
  }

  /// "..., according to the network, which said two of them were journalists": the source goes on in a relative clause.
  private func furtherStatement(_ verb: Int, _ after: Int) -> Frame? {
    guard text[verb].saying == .says, text[verb - 1].function == .relative, let top, !top.sources.isEmpty,
      unclaimed == pieces.count, !pieces.isEmpty, !(start..<verb - 1).contains(where: { words[$0].isWordLike })
    else { return nil }
    var chain = top
    chain.verb = verb..<after
    chain.force = .init(letter: text[verb].force)
    return englishContent(verb, after, &chain).map {
      Frame(mode: .leads, start: start, content: $0, chain: chain, isCarried: true)
    }
  }

  /// "a man described as", "a unit praised by": a participle.
  private func isPassive(_ verb: Int, _ after: Int) -> Bool {
    if text[verb].saying == .takesNoun, words[after].core == Self.by { return text[verb - 1].function != .auxiliary }
    return text[verb].saying == .keeps && text[verb].sayingLength == 1
      && (words[after].core == Self.role || words[after].core == Self.by || words[after].core == Self.of)
  }

  private static let by = Key.of("by".utf8)
  private static let of = Key.of("of".utf8)

  /// Whether what stands before a subject says nothing by itself: "In a letter to parliament,", "Asked whether he would go,".
  private func isWithoutStatement(_ introduction: Range<Int>) -> Bool {
    !hasPredicate(introduction) || introduction.first.map { text[$0].attribution == .occasion } == true
      || introduction.first { words[$0].isWordLike }.map { words[$0].core == Self.asked } == true
  }

  /// Where the content begins, or nil when the clause keeps its frame.
  private func englishContent(_ verb: Int, _ after: Int, _ chain: inout Chain) -> Int? {
    switch text[verb].saying {
    case .keeps, .denies: return nil
    case .transmits: if let content = quotedContent(after, &chain) { return content }
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
    // "admitted taking the money"
    return text[verb].saying != .takesNoun || leadsToClause(from) || from < end && isGerund(from) ? from : nil
  }

  /// "quoted the minister as saying (that)": the minister is the inner source.
  func quotedContent(_ after: Int, _ chain: inout Chain) -> Int? {
    guard let saying = (after..<min(end, after + 16)).first(where: { text[$0].saying == .participle }),
      saying > after + 1,
      words[saying - 1].core == Self.role, let source = reader.source(after..<saying - 1)
    else { return nil }
    chain.sources.append(source)
    return isThat(saying + 1) ? saying + 2 : saying + 1
  }

  static let role = Key.of("as".utf8)

  static let told = Key.of("told".utf8)
  private static let calling = Key.of("calling".utf8)
  private static let tells = Key.of("tells".utf8)

  /// Whether a noun phrase and a finite verb follow before the next mark.
  func leadsToClause(_ from: Int) -> Bool {
    for index in from..<min(end, from + 10) {
      // "a rise of 2 percent"
      if text[index].isVerb, index == from || text[index - 1].function != .determiner { return index > from }
      if words[index].kind == .mark || text[index].function == .complementizer || text[index].function == .relative {
        return false
      }
    }
    return false
  }

  /// "told the airline to hand over": an order, not a statement.
  private func isOrder(_ from: Int) -> Bool {
    for index in from..<max(from, min(end - 1, from + 5)) {
      if words[index].core == Self.infinitive { return index > from && text[index + 1].function == .none }
      if text[index].function == .complementizer || text[index].isVerb || text[index].mayBeVerb { return false }
    }
    return false
  }

  private static let infinitive = Key.of("to".utf8)

  /// The one who was told: a medium becomes the outermost link; the content begins behind it.
  func addressee(_ from: Int, _ chain: inout Chain) -> Int {
    let told = from..<max(from, min(addresseeEnd(from), end))
    let name = told.lowerBound..<(told.dropFirst().first { text[$0].function == .preposition } ?? told.upperBound)
    let isMedium = name.prefix(4).contains { text[$0].isMedia || text[$0].speaker == 0x6D }
    if isMedium, let source = reader.source(Trimming.trim(name, text)) {
      var medium = source
      medium.kind = .media
      chain.sources.insert(medium, at: 0)
    }
    return told.upperBound
  }

  /// Where the words for the one who was told end: at "that", else at the first noun phrase's end.
  private func addresseeEnd(_ from: Int) -> Int {
    let window = from..<min(end, from + 20)
    if let that = window.first(where: { text[$0].function == .complementizer || text[$0].isVerb }),
      text[that].function == .complementizer
    {
      return that
    }
    let limit = window.prefix(16).first { index in
      let tag = text[index]
      return tag.isVerb
        || index > from && (tag.function == .pronoun || tag.function == .determiner || words[index].kind != .word)
    }
    return limit.map { text[$0].isVerb ? from + 1 : $0 } ?? min(end, from + 1)
  }

  /// "in a statement", "on Tuesday" between the verb and its content.
  func skipEnglishOccasion(_ from: Int) -> Int {
    let window = from..<min(end, from + 9)
    // "in a report published on Tuesday that"
    if let that = window.first(where: { text[$0].function == .complementizer || text[$0].isVerb && !isParticiple($0) }),
      text[that].function == .complementizer, !(from..<that).contains(where: { text[$0].saying == .participle }),
      from == that || isAdverb(from) || text[from].attribution == .occasion || text[from].function == .time
        || text[from].function == .preposition || leadsToTime(from)
    {
      return that
    }
    var index = from
    while index < end {
      if text[index].attribution == .occasion {
        index += Int(text[index].attributionLength)
      } else if text[index].function == .time
        || index + 1 < end && text[index + 1].function == .time && words.timeWord(at: index)?.kind == .edge
      {
        index += 1
      } else if index == from, let pronoun = clause(behind: index) {
        return pronoun
      } else if index + 1 < end, text[index].function == .preposition, text[index + 1].function == .time {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// "last week", "earlier this month"
  private func leadsToTime(_ index: Int) -> Bool {
    switch words.timeWord(at: index)?.kind {
    case .past, .next, .this, .last, .edge, .day: true
    default: false
    }
  }

  /// "said through tears she ...": the subject pronoun of the content behind a preposition and its noun.
  private func clause(behind index: Int) -> Int? {
    guard text[index].function == .preposition else { return nil }
    let window = index + 2..<max(index + 2, min(end - 1, index + 5))
    let pronoun = window.first { text[$0].function == .pronoun || words[$0].kind == .mark }
    return pronoun.flatMap { text[$0].function == .pronoun && text[$0 + 1].isVerb ? $0 : nil }
  }

  /// "according to X", "citing X".
  private func citation(_ index: Int) -> Frame? {
    let from = index + Int(text[index].attributionLength)
    let limit = citationEnd(from)
    guard limit > from, let source = reader.source(from..<limit) else { return nil }
    var chain = Chain(sources: [source], verb: index..<from)
    if text[index].attribution == .inner {
      // "citing heavy rain" names a reason.
      guard source.kind != .unknown || (from..<limit).contains(where: { words[$0].isCapitalized }) else { return nil }
      if let frame = citingFrame(index, limit, source) { return frame }
      chain.sources = (top ?? self.chain).sources.filter { $0 != source } + [source]
      if limit + 1 < end, text[limit + 1].function == .complementizer {
        return Frame(mode: .leads, start: start, content: limit + 2, chain: chain)
      }
      // "The minister, quoted by state media, blamed ..."
      if isComma(index - 1), isComma(limit), !hasPredicate(start..<index) {
        return Frame(mode: .inserted, start: index, content: limit + 1, chain: chain)
      }
      return Frame(mode: .trails, start: index, content: limit, chain: chain)
    }
    if let content = furtherRelative(limit, source) {
      var frame = placed(index, limit, chain)
      if frame.mode == .inserted { frame.mode = .trails }
      guard frame.mode == .trails else { return frame }
      frame.content = content
      frame.further = chain
      return frame
    }
    // "..., according to volunteers, some of them up to the roof": the statement goes on without a predicate.
    // "..., according to Omar Diallo, who worked there for ten years": who he is.
    if start < index, isComma(limit), words[limit + 1].core == Self.who, text[limit + 2].saying == .none {
      return Frame(mode: .trails, start: index, content: pastRelative(limit), chain: chain)
    }
    if start < index, isRestOfStatement(limit) { return around(index, limit, chain) }
    return placed(index, limit, chain)
  }

  /// "The paper, citing three officials, reported that ...".
  private func citingFrame(_ index: Int, _ limit: Int, _ source: SourceMatch) -> Frame? {
    let verb = limit + 1
    guard isComma(limit), verb < end, text[verb].saying.isFinite, isComma(index - 1), start < index - 1,
      !hasPredicate(start..<index - 1)
    else { return nil }
    var chain = englishChain(verb, start..<index - 1)
    chain.sources.append(source)
    return englishContent(verb, verb + Int(text[verb].sayingLength), &chain).map {
      Frame(mode: .leads, start: start, content: $0, chain: chain)
    }
  }

  private func citationEnd(_ from: Int) -> Int {
    let limit = citationStop(from)
    // "according to Jan Saar, a spokesman for the ministry."
    if isComma(limit), let name = names.names(in: limit + 1..<min(end, limit + 3)).first, name.kind == .person,
      name.range.count > 1, words[limit + 1].isCapitalized, names.names(in: from..<limit).isEmpty,
      SourceReader.head(of: from..<limit, text) != nil,
      name.range.upperBound >= end - 1 || isComma(name.range.upperBound)
    {
      return name.range.upperBound
    }
    guard isComma(limit), limit + 1 < end, text[limit + 1].function == .determiner else { return limit }
    let close = citationStop(limit + 1)
    let apposition = limit + 1..<close
    guard close >= end - 1, SourceReader.head(of: apposition, text) != nil, !hasPredicate(apposition),
      !names.names(in: from..<limit).isEmpty
    else { return limit }
    return close
  }

  /// The mark or "that" that ends a source.
  private func citationStop(_ from: Int) -> Int {
    (from..<min(end, from + 30)).first { index in
      isComma(index) || words[index].mark == 0x2E || words[index].mark == 0x3B
        || words[index].core == Self.that && index > from
    } ?? min(end, from + 30)
  }

  /// ", adding that ...".
  private func englishParticiple(_ index: Int) -> Frame? {
    var chain = carried(at: index)
    guard !chain.sources.isEmpty, words[index].core != Self.calling || opensQuotation(within: index + 1) else {
      return nil
    }
    chain.verb = index..<index + 1
    chain.force = .init(letter: text[index].force)
    chain.isDenied = text[index].force == 0x64
    let mode: Frame.Mode = text[index].saying == .participle ? .leads : .keeps
    return Frame(mode: mode, start: index, content: index + 1, chain: chain, isCarried: true)
  }
}
