/// Attribution in Arabic: "وقال X إن", "ونقل A عن B قوله إن", "بحسب X", "مشيراً إلى", "X: ...".
extension SentenceReader {
  /// How far a frame may reach before its content begins.
  static let reach = 45

  /// The frame that begins, or has its verb, at a token.
  func arabicFrame(at index: Int) -> Frame? {
    let tag = text[index]
    switch tag.saying {
    case .says, .announces, .takesNoun, .transmits, .keeps, .denies: return verbFrame(index)
    case .participle, .keepingParticiple: return participleFrame(index)
    case .impersonal: return impersonalFrame(index)
    case .none, .noun: break
    }
    switch tag.attribution {
    case .speaker, .inner: return particleFrame(index)
    case .backReference: return backReferenceFrame(index)
    case .none, .occasion: break
    }
    return words[index].mark == 0x3A ? colonFrame(index) : nil
  }

  // MARK: Verbs

  private func verbFrame(_ verb: Int) -> Frame? {
    let after = verb + Int(text[verb].sayingLength)
    switch subjectPosition(verb) {
    case .none: return nil
    case .before(let subject): return frame(verb, subject, begin: start, rest: after)
    case .relative:
      guard let marker = marker(from: after), marker.at - after < 3 else { return nil }
      let chain = Chain(sources: carried(at: verb).sources, verb: verb..<after, force: .init(letter: text[verb].force))
      return Frame(mode: .leads, start: verb, content: marker.content, chain: chain, isCarried: true)
    case .after(let begin): return frame(verb, nil, begin: begin, rest: after)
    }
  }

  private enum SubjectPosition {
    case none
    case before(Range<Int>)
    case after(begin: Int)
    case relative
  }

  /// Whether a verb of saying stands before its subject, behind it or in a relative clause.
  private func subjectPosition(_ verb: Int) -> SubjectPosition {
    if verb == start || text[verb].hasWaw { return .after(begin: verb) }
    guard verb - start < Self.reach else { return .none }
    var prefix = lightEnd(from: start, to: verb)..<verb
    if prefix.isEmpty { return .after(begin: start) }
    let last = prefix.upperBound - 1
    if text[last].function == .relative { return .relative }
    if text[last].function == .particle { prefix = prefix.lowerBound..<last }
    if isComma(last) { return hasMainVerb(prefix) ? .after(begin: verb) : afterIntroduction(prefix, verb) }
    guard !hasMainVerb(prefix), startsNoun(prefix.lowerBound) else { return .none }
    return .before(prefix)
  }

  /// "في المقابل، أعلنت": what stands before the comma is an introduction, or the subject with an apposition.
  private func afterIntroduction(_ prefix: Range<Int>, _ verb: Int) -> SubjectPosition {
    guard startsNoun(prefix.lowerBound), text[prefix.lowerBound].speaker != 0 else { return .after(begin: start) }
    return .before(prefix)
  }

  /// The first token that is not a particle, an auxiliary verb, a conjunction or a mark.
  private func lightEnd(from: Int, to: Int) -> Int {
    var index = from
    while index < to {
      switch text[index].function {
      case .opener, .auxiliary, .particle, .other: index += max(1, Int(text[index].functionLength))
      case .none where words[index].kind == .mark && text[index].partner < 0: index += 1
      default: return index
      }
    }
    return min(index, to)
  }

  private func startsNoun(_ index: Int) -> Bool {
    let tag = text[index]
    return (tag.function == .none || tag.function == .nameJoiner) && !tag.isVerb && tag.attribution == .none
      && words[index].clitics.isDisjoint(with: [.ba, .la, .ka])
  }

  /// Whether a run holds a verb that is not in a relative clause.
  func hasMainVerb(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index].function == .relative {
        while index < range.upperBound, !isComma(index) { index += 1 }
      } else if text[index].isVerb {
        return true
      }
      index += 1
    }
    return false
  }

  /// The frame of a verb whose subject is given or begins at `rest`.
  private func frame(_ verb: Int, _ subject: Range<Int>?, begin: Int, rest: Int) -> Frame? {
    switch text[verb].saying {
    case .says: clauseFrame(verb, subject, begin, rest)
    case .transmits: transmission(verb, subject, begin, rest)
    case .announces: nounFrame(verb, subject, begin, rest)
    default: keptFrame(verb, subject, begin, rest)
    }
  }

  /// "قال X إن ...".
  private func clauseFrame(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    guard let marker = marker(from: rest) else { return nil }
    return framed(verb, subject ?? self.subject(rest..<marker.at), begin, rest..<marker.at, content: marker.content)
  }

  /// "نقل A عن B قوله إن ...".
  private func transmission(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    let limit = min(end, rest + 14)
    guard let about = (rest..<limit).first(where: { words[$0].key == Self.about || text[$0].isVerb }),
      words[about].key == Self.about, let marker = marker(from: about + 1)
    else { return nil }
    var chain = chain(verb, subject ?? (about > rest ? self.subject(rest..<about) : nil))
    // "نُقل عن" or "نقلت عن": only a medium passes on what others say.
    if about == rest, chain.sources.last?.kind != .media { chain.sources = [] }
    let inner = about + 1..<nounPhraseEnd(from: about + 1, to: marker.at)
    if let source = reader.source(inner) { chain.sources.append(source) }
    return leading(begin, marker.content, chain, isCarried: about == rest && subject == nil)
  }

  /// "أعلن X أن ..." or "أعلن X عودة ...".
  private func nounFrame(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    let subject = subject ?? ownSubject(verb, rest)
    let after = skipOccasion(max(rest, subject?.upperBound ?? rest))
    if let marker = marker(from: after), marker.at - after < 12, !hasMainVerb(after..<marker.at) {
      return framed(verb, subject, begin, rest..<marker.at, content: marker.content)
    }
    guard after < end, Merging.weight(after..<end, text, upTo: 2) > 1 else { return nil }
    return framed(verb, subject, begin, rest..<after, content: after)
  }

  /// "نفى X ...", "طالب X ب...": the clause stays whole.
  private func keptFrame(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    let found = subject ?? ownSubject(verb, rest)
    var chain = chain(verb, found)
    let after = found.map { max($0.upperBound, rest) } ?? rest
    if let medium = medium(in: rest..<min(end, after + 4)) { chain.sources.insert(medium, at: 0) }
    chain.isDenied = text[verb].saying == .denies
    if text[verb].saying == .takesNoun, let marker = marker(from: after), marker.at - after < 12,
      !hasMainVerb(after..<marker.at)
    {
      return framed(verb, found, begin, rest..<marker.at, content: marker.content)
    }
    if isContent, begin == start, found != nil { chain = self.chain.nesting(chain) }
    return Frame(mode: .keeps, start: begin, content: rest, chain: chain, isCarried: found == nil)
  }

  /// The subject behind a verb; after another speaker of the sentence only words that can speak are one.
  private func ownSubject(_ verb: Int, _ rest: Int) -> Range<Int>? {
    guard !isPlural(verb), let found = subject(rest..<min(end, rest + Self.reach)) else { return nil }
    let isFirst = top == nil || !text[verb].hasWaw
    return isFirst || reader.source(found)?.kind != .unknown ? found : nil
  }

  private func framed(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ middle: Range<Int>, content: Int) -> Frame {
    var chain = chain(verb, subject)
    if let medium = medium(in: middle) { chain.sources.insert(medium, at: 0) }
    if let inner = innerSource(in: middle) { chain.sources.append(inner) }
    return leading(begin, content, chain, isCarried: subject == nil)
  }

  private func leading(_ begin: Int, _ content: Int, _ chain: Chain, isCarried: Bool) -> Frame {
    let isNested = isContent && begin == start && !isCarried
    return Frame(
      mode: .leads, start: begin, content: content, chain: isNested ? self.chain.nesting(chain) : chain,
      isCarried: isCarried)
  }

  private func chain(_ verb: Int, _ subject: Range<Int>?) -> Chain {
    var chain = Chain(
      sources: [], verb: verb..<verb + Int(text[verb].sayingLength), force: .init(letter: text[verb].force))
    if let subject, let source = reader.source(subject) {
      chain.sources = [source]
    } else {
      chain.sources = carried(at: verb).sources
    }
    return chain
  }

  /// A verb with a dual or plural ending has its subject in the ending.
  private func isPlural(_ verb: Int) -> Bool {
    switch words[verb].ending {
    case .an, .un, .construct, .accusative: true
    default: false
    }
  }

  // MARK: Participles, particles, colons

  /// "يُذكر أن ...": the outlet itself speaks.
  private func impersonalFrame(_ index: Int) -> Frame? {
    let after = index + Int(text[index].sayingLength)
    guard lightEnd(from: start, to: index) == index, let marker = marker(from: after), marker.at - after < 4 else {
      return nil
    }
    return Frame(mode: .leads, start: start, content: marker.content, chain: Chain())
  }

  /// "مشيراً إلى أن ...", "مطالباً ب...": set off by a comma, which an adjective of this form is not.
  private func participleFrame(_ index: Int) -> Frame? {
    guard index > start, words[index - 1].kind == .mark else { return nil }
    var chain = carried(at: index)
    guard !chain.sources.isEmpty else { return nil }
    chain.verb = index..<index + 1
    chain.force = .init(letter: text[index].force)
    chain.isDenied = text[index].force == 0x64
    if text[index].saying == .keepingParticiple {
      return Frame(mode: .keeps, start: index, content: index + 1, chain: chain, isCarried: true)
    }
    var content = index + 1
    if let marker = marker(from: content), marker.at - content < 6 { content = marker.content }
    if content == index + 1, content < end, text[content].function == .preposition { content += 1 }
    return Frame(mode: .leads, start: index, content: content, chain: chain, isCarried: true)
  }

  /// "بحسب X", "وفق ما أفاد به X", "نقلاً عن X".
  private func particleFrame(_ index: Int) -> Frame? {
    var from = index + Int(text[index].attributionLength)
    var chain = Chain(verb: index..<from)
    if from < end, words[from].key == Self.what { from += 1 }
    if from < end, text[from].isVerb || text[from].mayBeVerb && words[from - 1].key == Self.what {
      chain.verb = from..<from + 1
      chain.force = .init(letter: text[from].force)
      from += 1
      while from < end, text[from].function == .other || text[from].function == .preposition,
        words[from].key != Self.to,
        words[from].key != Self.about
      { from += 1 }
    }
    let (sources, after) = particleSources(from)
    guard !sources.isEmpty else { return nil }
    chain.sources = sources
    let close = afterRelative(after)
    if text[index].attribution == .inner { chain.sources = self.chain.sources + sources }
    return placed(index, close, chain)
  }

  /// "حسب قولها": the subject of the sentence speaks.
  private func backReferenceFrame(_ index: Int) -> Frame? {
    var chain = carried(at: index)
    let after = index + Int(text[index].attributionLength)
    chain.verb = index..<after
    return chain.sources.isEmpty ? nil : placed(index, after, chain)
  }

  /// The comma that ends a relative clause behind a source ("لبيان نشره الموقع، ...").
  private func afterRelative(_ index: Int) -> Int {
    guard index < end else { return index }
    let tag = text[index]
    guard tag.isVerb || tag.mayBeVerb || tag.function == .relative || tag.function == .preposition else { return index }
    let limit = min(end, index + 14)
    return (index..<limit).first { isComma($0) || text[$0].hasWaw && text[$0].isVerb } ?? (limit == end ? end : index)
  }

  /// Medium, speaker and the one that the speaker cites, and where they end.
  private func particleSources(_ from: Int) -> ([SourceMatch], Int) {
    var sources: [SourceMatch] = []
    var after = from
    if let (medium, next) = mediumPhrase(from) {
      sources.append(medium)
      after = next
    }
    let speakerEnd = nounPhraseEnd(from: after, to: min(end, after + Self.reach))
    if let source = speakerEnd > after ? reader.source(after..<speakerEnd) : nil { sources.append(source) }
    after = speakerEnd
    if after + 1 < end, words[after].key == Self.about {
      let innerEnd = nounPhraseEnd(from: after + 1, to: min(end, after + Self.reach))
      if let inner = reader.source(after + 1..<innerEnd) { sources.append(inner) }
      after = innerEnd
    }
    return (sources, after)
  }

  /// Decides whether a particle opens its content, closes it or stands in its middle.
  func placed(_ index: Int, _ after: Int, _ chain: Chain) -> Frame {
    let prefix = start..<index
    if lightEnd(from: start, to: index) == index || !prefix.contains(where: { words[$0].isWordLike }) {
      var content = after
      while content < end, isComma(content) { content += 1 }
      if content < end, text[content].function == .complementizer || words[content].core == Self.already {
        content += 1
      }
      let nested = isContent && prefix.isEmpty ? self.chain.nesting(chain) : chain
      return Frame(mode: .leads, start: start, content: content, chain: nested)
    }
    let isOver =
      after >= end || !isComma(after) || after + 1 >= end || text[after + 1].hasWaw
      || text[after + 1].function == .opener || text[after + 1].function == .other || text[after + 1].saying != .none
      || text[after + 1].function == .relative || text[after + 1].function == .circumstance
    return Frame(mode: isOver ? .trails : .inserted, start: index, content: after, chain: chain)
  }

  /// "X: ..." where X can speak.
  func colonFrame(_ colon: Int) -> Frame? {
    guard colon > start, colon - start <= 12, colon + 1 < end else { return nil }
    let from = lightEnd(from: start, to: colon)
    let speaker = Trimming.trimMarks(from..<colon, text)
    guard !speaker.isEmpty, !hasMainVerb(speaker), canSpeak(speaker, isWhole: from..<colon) else { return nil }
    guard let source = reader.source(from..<colon) else { return nil }
    return Frame(mode: .leads, start: start, content: colon + 1, chain: Chain(sources: [source]))
  }

  /// Whether words before a colon name a speaker: a speaker noun or a medium first, a person, or just a quoted name.
  private func canSpeak(_ range: Range<Int>, isWhole: Range<Int>) -> Bool {
    if range.prefix(2).contains(where: { text[$0].speaker != 0 || text[$0].isMedia }) { return true }
    if names.names(in: range).contains(where: { $0.kind == .person && $0.range.lowerBound == range.lowerBound }) {
      return true
    }
    return range.count <= 4 && range.allSatisfy { text[$0].isQuoted }
  }

  // MARK: Parts

  var reader: SourceReader { SourceReader(text: text, names: names, memory: memory) }

  static let about = Key.of("عن".utf8)
  static let what = Key.of("ما".utf8)
  static let to = Key.of("ل".utf8)
  static let already = Key.of("قد".utf8)

  /// Where the content of a verb of saying begins: behind "أن", a colon, "قوله إن", or at a long quotation.
  func marker(from: Int) -> (at: Int, content: Int)? {
    var index = from
    while index < min(end, from + Self.reach) {
      let tag = text[index]
      if tag.function == .complementizer, !tag.hasWaw { return (index, index + 1) }
      switch words[index].mark {
      case 0x3A: return (index, index + 1)
      case 0x3B, 0x61B, 0x2E: return nil
      default: break
      }
      let partner = Int(tag.partner)
      if partner > index {
        if partner - index > 7 && words[index].mark != 0x28 { return (index, index) }
        index = partner < end ? partner : index
      } else if index > from, tag.hasWaw, tag.isVerb {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The subject that begins at a run: a noun phrase that is no event ("أعلن تشكيل ...").
  private func subject(_ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first else { return nil }
    var from = first
    if text[from].attribution == .occasion { return nil }
    while from < range.upperBound, words[from].kind == .mark, text[from].partner < 0 { from += 1 }
    guard from < range.upperBound, canBeSubject(from) else { return nil }
    let limit = nounPhraseEnd(from: from, to: range.upperBound)
    return limit > from ? from..<limit : nil
  }

  private func canBeSubject(_ index: Int) -> Bool {
    if words[index].kind == .number || Int(text[index].partner) > index { return true }
    let tag = text[index]
    guard tag.function == .none || tag.function == .nameJoiner || tag.function == .time && !isComma(index - 1) else {
      return false
    }
    return tag.saying == .none && tag.negator == 0
      && words[index].clitics.isDisjoint(with: [.ba, .la, .ka, .conjunction]) && !isEventNoun(index)
  }

  /// "في بيان تلقت ... نسخة منه،": set off by commas before the content.
  private func skipOccasion(_ from: Int) -> Int {
    var index = from
    while index < end {
      let isOccasion =
        text[index].attribution == .occasion || index == from && text[index].function == .preposition
      guard isOccasion || isComma(index) else { break }
      let begin = isOccasion ? index : index + 1
      guard isOccasion || begin < end && opensAside(begin) else { break }
      guard let comma = (begin..<min(end, begin + 14)).first(where: { isComma($0) }) else {
        index += isOccasion ? Int(text[index].attributionLength) : 0
        break
      }
      index = comma
    }
    while index < end, isComma(index) { index += 1 }
    return index
  }

  /// What may stand between the commas after a subject: an occasion, a time, "ومقرها ...".
  private func opensAside(_ index: Int) -> Bool {
    let tag = text[index]
    return tag.attribution == .occasion || tag.function == .time || tag.function == .preposition
      || tag.function == .relative
      || words[index].clitics.contains(.conjunction) || tag.speaker != 0
  }

  /// The medium that was told: "ل«أكسيوس»", "للموقع".
  private func medium(in range: Range<Int>) -> SourceMatch? {
    for index in range.prefix(Self.reach) {
      if let (medium, _) = mediumPhrase(index) { return medium }
    }
    return nil
  }

  private func mediumPhrase(_ index: Int) -> (SourceMatch, Int)? {
    guard index + 1 < end else { return nil }
    if words[index].key == Self.to, Int(text[index + 1].partner) > index + 1, isInside(Int(text[index + 1].partner)) {
      let limit = Int(text[index + 1].partner) + 1
      guard limit - index < 9, var source = reader.source(index + 1..<limit) else { return nil }
      source.kind = .media
      return (source, limit)
    }
    guard words[index].clitics.contains(.la), text[index].isMedia || text[index].speaker == 0x6D else { return nil }
    let limit = nounPhraseEnd(from: index, to: min(end, index + 6))
    guard limit > index, let source = reader.source(index..<limit) else { return nil }
    return (source, limit)
  }

  /// "نقلاً عن B" between a verb and its content.
  private func innerSource(in range: Range<Int>) -> SourceMatch? {
    guard let index = range.first(where: { text[$0].attribution == .inner }) else { return nil }
    let from = index + Int(text[index].attributionLength)
    guard from < range.upperBound else { return nil }
    return reader.source(from..<nounPhraseEnd(from: from, to: range.upperBound))
  }

  /// The subject of the sentence's first clause, for a frame that follows it without a subject of its own.
  func sentenceSubject(before verb: Int) -> Chain? {
    var first = lightEnd(from: range.lowerBound, to: verb)
    guard first < verb else { return nil }
    if text[first].isVerb || text[first].mayBeVerb { first += 1 }
    guard first < verb, canBeSubject(first) else { return nil }
    let limit = nounPhraseEnd(from: first, to: min(verb, first + 16))
    guard limit > first, let source = reader.source(first..<limit), source.kind != .unknown else { return nil }
    return Chain(sources: [source])
  }
}
