/// Participles, particles and colons that name a speaker in Arabic: "مشيراً إلى", "بحسب X", "X: ...".
extension SentenceReader {
  /// "يُذكر أن ...": the outlet itself speaks.
  func impersonalFrame(_ index: Int) -> Frame? {
    let after = index + Int(text[index].sayingLength)
    guard lightEnd(from: start, to: index) == index, let marker = marker(from: after), marker.at - after < 4 else {
      return nil
    }
    return Frame(mode: .leads, start: start, content: marker.content, chain: Chain())
  }

  /// "مشيراً إلى أن ...", "مطالباً ب...": set off by a comma, which an adjective of this form is not.
  func participleFrame(_ index: Int) -> Frame? {
    guard index > start else { return nil }
    guard words[index - 1].kind == .mark else { return answer(index) }
    var chain = carried(at: index)
    guard !chain.sources.isEmpty else { return nil }
    chain.verb = index..<index + 1
    chain.force = .init(letter: text[index].force)
    chain.isDenied = text[index].force == 0x64
    if text[index].saying == .keepingParticiple {
      return Frame(mode: .keeps, start: index, content: index + 1, chain: chain, isCarried: true)
    }
    var content = index + 1
    if let marker = marker(from: content), marker.at - content < 8 {
      if let medium = medium(in: content..<marker.at) { chain.sources.insert(medium, at: 0) }
      content = marker.content
    }
    if content == index + 1, content < end, text[content].function == .preposition { content += 1 }
    return Frame(mode: .leads, start: index, content: content, chain: chain, isCarried: true)
  }

  /// "ورد النائب قائلا إن ...", "ومن على المنصة خاطب الوزير الحضور قائلا": the participle says what the verb before it only announces,
  /// which stands right before the subject.
  private func answer(_ index: Int) -> Frame? {
    let first = lightEnd(from: start, to: index)
    guard text[index].saying == .participle, first < index, let marker = marker(from: index + 1), marker.at - index < 3,
      let verb = announcing(from: first, to: index), let subject = subject(verb + 1..<index),
      let source = reader.source(subject)
    else { return nil }
    // Who is quoted word by word speaks, whoever it is.
    guard source.kind != .unknown || words[marker.at].mark == 0x3A, !hasMainVerb(subject.upperBound..<index) else {
      return nil
    }
    let chain = Chain(sources: [source], verb: index..<index + 1, force: .init(letter: text[index].force))
    return Frame(mode: .leads, start: start, content: marker.content, chain: chain)
  }

  /// The verb before a participle: the first word, or the first verb behind a place or a time.
  private func announcing(from first: Int, to participle: Int) -> Int? {
    if text[first].isVerb || text[first].mayBeVerb { return participle - first < 16 ? first : nil }
    guard text[first].function == .preposition || text[first].attribution == .occasion,
      let verb = (first..<participle).first(where: { text[$0].isVerb }), verb - first < 9, participle - verb < 16
    else { return nil }
    return verb
  }

  /// "بحسب X", "وفق ما أفاد به X", "نقلاً عن X".
  func particleFrame(_ index: Int) -> Frame? {
    var from = index + Int(text[index].attributionLength)
    var chain = Chain(verb: index..<from)
    let isNorm = words.particle(at: index) == 0x6E && from < end && words[from].key != Self.what && !canBeSource(from)
    if from < end, words[from].key == Self.what { from += 1 }
    var said = from - 1
    if from < end,
      text[from].isVerb || isVerbBehindWhat(from) || words.particle(at: index) == 0x76 && text[from].mayBeVerb
    {
      chain.verb = from..<from + 1
      chain.force = .init(letter: text[from].force)
      said = from
      from += 1
      while from < end, text[from].function == .other || text[from].function == .preposition,
        words[from].key != Self.to,
        words[from].key != Self.about
      { from += 1 }
      // "بحسب ما نقل عن المصدر"
      if from < end, words[from].key == Self.about, text[from - 1].saying == .transmits { from += 1 }
    } else if isNorm, mediumPhrase(from) == nil {
      return nil
    }
    // "على ما أفاد X", but "على ما يبدو".
    if words.particle(at: index) == 0x73, !text[said].saying.isFinite { return nil }
    let (sources, after) = particleSources(from)
    guard !sources.isEmpty else { return nil }
    chain.sources = sources
    let further = furtherStatement(behind: from..<after, chain)
    let close = further?.content ?? afterRelative(after)
    if text[index].attribution == .inner {
      if let frame = furtherLink(index, close, chain) { return frame }
      chain = self.chain.nesting(chain)
    }
    guard let further else {
      var frame = placed(index, close, chain)
      // "«...»، بهذه الكلمات رد الوزير على أسئلة الصحافيين": on what occasion, to the end.
      if words.particle(at: index) == 0x76, frame.mode == .trails, !hasMainVerb(close..<end) { frame.content = end }
      return frame
    }
    // Before its content the source says both in one.
    var frame = placed(index, close, lightEnd(from: start, to: index) == index ? further.chain : chain)
    if frame.mode == .inserted { frame.mode = .trails }
    frame.content = close
    frame.further = frame.mode == .trails ? further.chain : nil
    return frame
  }

  /// "وفق ما كتبه الوزير", "بحسب ما نقل عنه": what stands behind "ما" is a verb, whatever else it may be.
  private func isVerbBehindWhat(_ index: Int) -> Bool {
    guard words[index - 1].key == Self.what else { return false }
    return text[index].mayBeVerb
      || words[index].kind == .word && words[index].ending == .pronoun && !isDefinite(index)
        && text[index].function == .none && text[index].speaker == 0
  }

  /// "..., بحسب وكالة «دجلة» نقلا عن ضابط": one more link behind a speaker who is named behind what he says.
  private func furtherLink(_ index: Int, _ close: Int, _ inner: Chain) -> Frame? {
    guard index == start, unclaimed == pieces.count, let told = pieces.last?.chain, !told.sources.isEmpty else {
      return nil
    }
    var chain = told
    chain.sources += inner.sources
    return Frame(mode: .trails, start: index, content: close, chain: chain)
  }

  /// "حسب قولها": the subject of the sentence speaks.
  func backReferenceFrame(_ index: Int) -> Frame? {
    var chain = carried(at: index)
    let after = index + Int(text[index].attributionLength)
    chain.verb = index..<after
    return chain.sources.isEmpty ? nil : placed(index, after, chain)
  }

  /// The comma that ends a relative clause behind a source ("لبيان نشره الموقع، ...").
  private func afterRelative(_ index: Int) -> Int {
    guard index < end else { return index }
    let tag = text[index]
    guard tag.attribution == .none,
      tag.isVerb || tag.mayBeVerb || tag.function == .relative || tag.function == .preposition
    else { return index }
    let limit = min(end, index + 14)
    return (index..<limit).first { isComma($0) || text[$0].hasWaw && text[$0].isVerb } ?? (limit == end ? end : index)
  }

  /// The end of who made a document: "حصيلة أعلنها الناطق", "النتائج التي كشفت عنها، مساء أمس، الهيئة".
  private func issuerEnd(behind document: Int) -> Int? {
    var index = document
    if index < end, text[index].function == .relative { index += 1 }
    guard isRelativeVerb(index) else { return nil }
    index += 1
    if index < end, text[index].function == .other || text[index].function == .preposition { index += 1 }
    index = skipOccasion(index)
    guard index < end, canBeSubject(index) else { return nil }
    let limit = nounPhraseEnd(from: index, to: min(end, index + Self.reach))
    guard limit > index, let issuer = reader.source(index..<limit), issuer.kind != .unknown else { return nil }
    return limit
  }

  /// Medium, speaker and the one that the speaker cites, and where they end.
  private func particleSources(_ from: Int) -> ([SourceMatch], Int) {
    var sources: [SourceMatch] = []
    var after = from
    if let (medium, next) = mediumPhrase(from) {
      sources.append(medium)
      after = next
    }
    var speakerEnd = nounPhraseEnd(from: after, to: min(end, after + Self.reach))
    if speakerEnd > after { speakerEnd = issuerEnd(behind: speakerEnd) ?? speakerEnd }
    if let source = speakerEnd > after ? reader.source(after..<speakerEnd) : nil { sources.append(source) }
    after = speakerEnd
    // "بحسب ما قالت مصادر طبية لوكالة «وفا»"
    if sources.count == 1, let (medium, next) = mediumPhrase(after) {
      sources.insert(medium, at: 0)
      after = next
    }
    // "على ما أفاد مصدر أمني وكالة فرانس برس"
    if sources.count == 1, after < end, text[after].isMedia || text[after].speaker == 0x6D, words[after].clitics.isEmpty
    {
      let limit = nounPhraseEnd(from: after, to: min(end, after + 5))
      if let told = reader.source(after..<limit), told.kind == .media, told.name != nil {
        sources.insert(told, at: 0)
        after = limit
      }
    }
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
      if content < end,
        text[content].function == .complementizer || words[content].core == Self.already
          || words[content].key == Self.hasAlready
      {
        content += 1
      }
      let nested = isContent && prefix.isEmpty ? self.chain.nesting(chain) : chain
      return Frame(mode: .leads, start: start, content: content, chain: nested)
    }
    let after = pastAside(after)
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
    if let frame = scenicFrame(colon, from) ?? continuedFrame(colon) { return frame }
    guard !speaker.isEmpty, !hasMainVerb(speaker), canSpeak(speaker, isWhole: from..<colon) else { return nil }
    guard let source = reader.source(from..<colon) else { return nil }
    return Frame(mode: .leads, start: start, content: colon + 1, chain: Chain(sources: [source]))
  }

  /// "وزادت: «...»": a verb that goes on right before a quotation, whatever else it may mean.
  private func continuedFrame(_ colon: Int) -> Frame? {
    guard text[colon - 1].isVerb, text[colon - 1].hasWaw, Int(text[colon + 1].partner) > colon + 1,
      words[colon + 1].mark != 0x28
    else { return nil }
    var chain = carried(at: colon - 1)
    guard !chain.sources.isEmpty else { return nil }
    chain.verb = colon - 1..<colon
    return Frame(mode: .leads, start: colon - 1, content: colon + 1, chain: chain, isCarried: true)
  }

  /// "The archaeologist Jan Maes was scathing: “...”": a sentence about a speaker leads to what he says.
  private func scenicFrame(_ colon: Int, _ from: Int) -> Frame? {
    let close = Int(text[colon + 1].partner)
    guard words[from].script == .latin, close > colon + 4, words[colon + 1].mark != 0x28,
      let verb = (from..<colon).first(where: { text[$0].isVerb }), verb > from,
      canSpeak(from..<verb, isWhole: from..<verb), let source = reader.source(from..<verb)
    else { return nil }
    return Frame(mode: .leads, start: start, content: colon + 1, chain: Chain(sources: [source]))
  }

  /// Whether words before a colon name a speaker: a speaker noun or a medium first, a person, or just a quoted name.
  private func canSpeak(_ range: Range<Int>, isWhole: Range<Int>) -> Bool {
    if range.prefix(2).contains(where: { text[$0].speaker != 0 || text[$0].isMedia }) { return true }
    let isNamed = names.names(in: range).contains {
      $0.range.lowerBound == range.lowerBound
        && ($0.kind == .person || $0.kind == .organisation && $0.range.upperBound == range.upperBound)
    }
    if isNamed { return true }
    return range.count <= 4 && range.allSatisfy { text[$0].isQuoted }
  }
}
