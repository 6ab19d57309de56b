/// What an Arabic verb of saying must have around it to be one, where it means something else too.
extension SentenceReader {
  /// The letter behind class and force in `reporting.tsv`, or nil.
  func condition(of verb: Int) -> UInt8? {
    guard let letter = words.match(.reporting, at: verb)?.value.bytes.dropFirst(2).first else { return nil }
    return letter == 0x21 ? nil : letter
  }

  /// Whether a verb that says something only in some company has it: "علّق الوزير بأن", "طلبت المنظمة السماح لموظفيها".
  func fits(_ verb: Int, _ subject: Range<Int>?, _ after: Int) -> Bool {
    guard let condition = condition(of: verb) else { return true }
    let own = subject ?? ownSubject(verb, after) ?? self.subject(after..<min(end, after + Self.reach))
    let next = max(after, own?.upperBound ?? after)
    switch condition {
    case 0x74: return leadsToStatement(next)
    // "قال مسؤولون إن البيت الأبيض يريد أن يرى": what another one tells of a wish is his.
    case 0x75: return own != nil && subject == nil && !isContent && leadsToStatement(next)
    case 0x73: return canSpeak(own)
    case 0x72: return canSpeak(own) && isRequested(next)
    case 0x6D: return own.flatMap(reader.source)?.kind == .media || own.map { text[$0.lowerBound].isQuoted } == true
    // "أكثر من عشر عمليات"
    case 0x6E:
      return canSpeak(own)
        && (next..<min(end, next + 3)).contains { words[$0].kind == .number || words.has(.numbers, at: $0) }
    default: return false
    }
  }

  private func canSpeak(_ subject: Range<Int>?) -> Bool {
    subject.flatMap(reader.source).map { $0.kind != .unknown } ?? false
  }

  /// Whether a statement follows: "أن" with no more than a preposition before it, "بأن" or a quotation behind no further verb.
  private func leadsToStatement(_ from: Int) -> Bool {
    // "ورد النائب قائلا إن": the participle says it.
    guard let marker = marker(from: from), !(from..<marker.at).contains(where: { text[$0].saying == .participle })
    else {
      return false
    }
    if marker.at - from <= 1 { return true }
    var next = from
    if let (_, behind) = mediumPhrase(next) { next = behind }
    next = skipOccasion(next)
    if marker.at - next <= 1 || isRelativeVerb(from) { return true }
    let isQuotation = words[marker.at].mark != 0
    let isWith = words.foldedText(marker.at).starts(with: "ب".utf8)
    return marker.at - from < 12 && (isQuotation || isWith) && !hasMainVerb(from..<marker.at)
  }

  /// "طلب الوزير من الشركة", "طلبت المنظمة السماح", "طلب الاتحاد تقريرا", but not "طلب الوزير مرفوض".
  private func isRequested(_ index: Int) -> Bool {
    guard index < end else { return false }
    return words[index].key == Self.from || text[index].function == .complementizer
      || isEventNoun(index, orPlural: true) || words[index].ending == .accusative
      || words.foldedText(index).suffix(2).elementsEqual("ا".utf8)
  }

  /// "وتعتبره النقابة اعتداء", "وهو ما ترى فيه المنظمة مخالفة": what somebody holds a thing to be, which stands before as a pronoun.
  func judgement(_ verb: Int, _ after: Int) -> Frame? {
    let isOf = condition(of: verb) == Self.onlyOfThing
    let about = Self.seeing.contains(words[verb].core) && after < end && Self.inIt.contains(words[after].key)
    let isHeld = Self.holding.contains(words[verb].core) && words[verb].ending == .pronoun
    // "قد تعتبرها مصر تهديدا": nobody has said so yet.
    guard isOf || about || isHeld, isAppended(verb), text[verb - 1].certainty == 0, text[verb - 1].negator == 0 else {
      return nil
    }
    let rest = about ? after + 1 : after
    guard marker(from: rest) == nil, let subject = subject(rest..<min(end, rest + Self.reach)),
      let source = reader.source(subject), subject.upperBound < end,
      words[subject.upperBound].isWordLike
        || Int(text[subject.upperBound].partner) > subject.upperBound
    else { return nil }
    if isOf, !isPredicate(subject.upperBound) { return nil }
    let chain = Chain(sources: [source], verb: verb..<after, force: .init(letter: text[verb].force))
    return Frame(
      mode: .keeps, start: start, content: subject.upperBound,
      chain: self.chain.sources.isEmpty || keepsClause ? chain : self.chain.nesting(chain))
  }

  /// "تعده الحكومة سلاحا", but "تعده الوزارة حاليا", where it is being made.
  private func isPredicate(_ index: Int) -> Bool {
    let form = words.foldedText(index)
    return form.suffix(2).elementsEqual("ا".utf8) && !form.suffix(4).elementsEqual("يا".utf8)
      && text[index].function == .none || Int(text[index].partner) > index
  }

  /// Whether a verb begins a clause that is said of what stands before: "وتعتبره", "وهو ما تعتبره", "في خطوة اعتبرها".
  private func isAppended(_ verb: Int) -> Bool {
    if lightEnd(from: start, to: verb) == verb { return true }
    switch text[start].function {
    case .pronoun, .relative, .circumstance, .preposition: return verb - start <= 3 && !hasMainVerb(start..<verb)
    default: return false
    }
  }

  private static let onlyOfThing: UInt8 = 0x70
  private static let seeing = Set(["راي", "رات", "يري", "تري"].map { Key.of($0.utf8) })
  private static let holding = Set(["اعتبر", "اعتبرت", "يعتبر", "تعتبر"].map { Key.of($0.utf8) })

  /// "ومن على رصيف الميناء توعد الوزير", "وفي مؤتمر عقده في بيروت قال الوزير": where or when it was said stands before a verb
  /// with its subject behind it, and is over with its last word.
  func opensPlace(_ prefix: Range<Int>, before verb: Int) -> Bool {
    let first = prefix.lowerBound
    let last = prefix.upperBound - 1
    // "وبدورها أعلنت النقابة"
    let isWhole = words.particle(at: first) == 0x6D && Int(text[first].attributionLength) == prefix.count
    guard text[first].function == .preposition || text[first].attribution == .occasion, isWhole || isLastOfPhrase(last),
      !hasMainVerb(first..<last + 1) || (first..<last).contains(where: isRelativeVerb),
      !prefix.contains(where: { text[$0].function == .relative || isMarker($0) || isComma($0) })
    else { return false }
    let after = verb + Int(text[verb].sayingLength)
    return subject(after..<min(end, after + Self.reach)) != nil
  }

  /// Whether no noun can follow a word in its phrase, so that the next one is a verb: "في خطاب الأحد أمر", but "بعد نقل".
  private func isLastOfPhrase(_ index: Int) -> Bool {
    let tag = text[index]
    if tag.partner >= 0, Int(tag.partner) < index { return true }
    guard words[index].kind == .word || words[index].kind == .number else { return false }
    return isDefinite(index) || words.has(.places, at: index) || tag.function == .time || words[index].kind == .number
      || words[index].ending == .pronoun || words.endsLikeAdjective(index)
  }

  /// "وكشف فضل المولى أن": a name that looks like something else, where somebody before had it.
  func antecedent(_ range: Range<Int>) -> Range<Int>? {
    guard let found = subject(range, mayBeEvent: true), let source = reader.source(found), source.name != nil else {
      return nil
    }
    return found
  }

  /// "أعلنت الحكومة الحداد": a single word for what was announced keeps its clause.
  func bare(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ after: Int) -> Frame? {
    guard let subject, canSpeak(subject), after < end, Merging.weight(after..<end, text, upTo: 1) == 1 else {
      return nil
    }
    var chain = Chain(verb: verb..<verb + Int(text[verb].sayingLength), force: .init(letter: text[verb].force))
    chain.sources = reader.source(subject).map { [$0] } ?? []
    return Frame(mode: .keeps, start: begin, content: after, chain: chain)
  }

  /// "مرشد يعمل في الميناء", "نائبان حضرا الجلسة": a verb right behind an indefinite noun, or one with the pronoun of the noun before.
  func isRelative(_ index: Int, behind subject: Range<Int>?) -> Bool {
    if isRelativeVerb(index) { return true }
    guard let subject, index < end, text[index].isVerb, !text[index].hasWaw else { return false }
    return !isDefinite(subject.lowerBound)
  }

  /// "..., اشترط إغفال اسمه، عن ...", "..., فضّل عدم الإفصاح عن اسمه، بورود": a clause between commas about somebody unnamed, behind
  /// which what he speaks of goes on.
  func opensDescription(_ index: Int) -> Bool {
    guard text[index].isVerb || text[index].mayBeVerb || isAside(index), !text[index].hasWaw,
      let close = (index + 1..<max(index + 1, min(end, index + 13))).first(where: isComma), close + 1 < end
    else { return false }
    return text[close + 1].function == .preposition || text[close + 1].function == .complementizer
      || !words[close + 1].clitics.isDisjoint(with: [.ba, .la])
  }

  /// Whether words tell how somebody spoke, and nothing of what he said: "طلب عدم ذكر اسمه", "without elaborating".
  func isAside(_ index: Int) -> Bool {
    index < end && words.match(.attribution, at: index)?.value.first == 0x61
  }

  /// The end of such words behind a comma, or the comma.
  func pastAside(_ comma: Int) -> Int {
    guard isComma(comma), comma + 1 < end, isAside(comma + 1) else { return comma }
    return (comma + 1..<end).first { isComma($0) } ?? end
  }
}
