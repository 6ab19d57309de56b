/// Who speaks where an Arabic verb of saying has no subject of its own, and who goes on speaking behind a source.
extension SentenceReader {
  /// The subject of the sentence's first clause, for a frame that follows it without a subject of its own.
  func sentenceSubject(before verb: Int) -> Chain? {
    let first = lightEnd(from: range.lowerBound, to: min(verb, range.lowerBound + Self.reach))
    guard first < verb else { return nil }
    if words[first].script == .latin { return englishSentenceSubject(first, before: verb) }
    var from = pastIntroduction(first, before: verb)
    if text[from].isVerb || text[from].mayBeVerb || isUnlistedVerb(from, isMany: isMany(verb)) {
      // "غادروا المستشفى، وطالبوا": its subject is in its ending.
      if isMany(from) { return nil }
      from += 1
    }
    guard from < verb, canBeSubject(from) else { return nil }
    let limit = nounPhraseEnd(from: from, to: min(verb, from + 16))
    guard limit > from, let source = reader.source(from..<limit) else { return nil }
    // "اعتصم شبان من القرية أمام المديرية، وطالبوا": who they are need not be in a list.
    return source.kind != .unknown || isMany(verb) && from > first ? Chain(sources: [source]) : nil
  }

  /// "من جهته، حيّا الوالي ...": where the first clause begins behind an introduction.
  private func pastIntroduction(_ first: Int, before verb: Int) -> Int {
    guard text[first].attribution == .occasion || text[first].function == .preposition,
      let comma = (first..<min(verb, first + 9)).first(where: isComma), !hasMainVerb(first..<comma)
    else { return first }
    return lightEnd(from: comma, to: verb)
  }

  /// "حيّا والي كسلا": a word that no list tells of, before somebody who can be its subject.
  private func isUnlistedVerb(_ index: Int, isMany: Bool) -> Bool {
    guard index + 1 < end, words[index].kind == .word, text[index].speaker == 0, text[index].function == .none,
      !isDefinite(index), isMany || !isEventNoun(index), words[index].ending == .none,
      !words.has(.roles, at: index), names.names(in: index..<index + 1).isEmpty
    else { return false }
    switch text[index + 1].speaker {
    case 0x6F, 0x70, 0x67: return words[index + 1].clitics.isDisjoint(with: [.ba, .la, .ka])
    // "تجمع متقاعدون"
    case 0 where isMany && words[index + 1].clitics.isEmpty && words[index + 1].ending == .un: return true
    default: return names.names(in: index + 1..<index + 2).contains { $0.kind == .person && $0.range.count > 1 }
    }
  }

  /// Whether a verb says by its ending that many do it ("طالبوا").
  func isMany(_ verb: Int) -> Bool {
    words[verb].ending == .un || words.foldedText(verb).suffix(4).elementsEqual("وا".utf8) && text[verb].isVerb
  }

  /// The last speaker of the article for a verb without a subject; of one man it is not said that they demand ("وطالبوا").
  func lastSpeaker(for verb: Int) -> Chain {
    guard words[verb].script == .arabic, isMany(verb), let last = memory.speaker.sources.last, last.name != nil,
      last.kind == .person || last.kind == .official, last.count == nil
    else { return memory.speaker }
    return Chain()
  }

  /// "..., بحسب مسؤول، ويُعتقد أنه عبر الحدود", "..., بحسب المستشفى، وغادروا بعد ساعة": the source goes on in a clause that
  /// nobody is said to believe, or whose subject is in the clause before.
  func goesOnTelling(_ index: Int) -> Bool {
    guard words[index].script == .arabic else { return isSharedPredicate(index) }
    guard text[index].hasWaw else { return false }
    if text[index].isVerb, text[index].certainty == 0x70 { return isPassive(index) || isImpersonal(index) }
    let form = words.foldedText(index)
    return text[index].saying == .none && form.count >= 12 && form.suffix(4).elementsEqual("وا".utf8)
  }

  /// "..., a doctor said, and is running short of dressings": a predicate without a subject of its own.
  private func isSharedPredicate(_ index: Int) -> Bool {
    index + 2 < end && words[index].core == Self.and && isComma(index - 1) && text[index + 1].isVerb
  }

  /// Who says what the source of a particle does in a relative clause, and where that begins: "بحسب مصدر قال إن ...", "وفق آدم
  /// الذي فقد شقيقه".
  func furtherStatement(behind source: Range<Int>, _ chain: Chain) -> (content: Int, chain: Chain)? {
    let isRelative = text[source.upperBound].function == .relative
    let verb = source.upperBound + (isRelative ? 1 : 0)
    // "الذي فقد شقيقه" is no "فقد" before another verb.
    let isLost = verb < end && isRelative && words[verb].key == Self.hasAlready
    guard verb < end, text[verb].isVerb || isLost, !text[verb].hasWaw, let last = chain.sources.last else { return nil }
    var further = chain
    if text[verb].saying.isFinite {
      let rest = verb + Int(text[verb].sayingLength)
      guard let marker = marker(from: rest), marker.at - rest < 9, !hasMainVerb(rest..<marker.at) else {
        // "طبقا لمصدر قدّر قيمتها بنحو 18 مليونا"
        let isWhole = text[verb].saying == .takesNoun && Merging.weight(rest..<end, text, upTo: 3) == 3
        further.verb = verb..<rest
        return isWhole && mediumPhrase(rest) == nil ? (verb, further) : nil
      }
      if let medium = medium(in: rest..<marker.at) { further.sources.insert(medium, at: 0) }
      further.verb = verb..<rest
      return (marker.content, further)
    }
    // What a man does for a living is no news ("الذي يعمل في الميناء").
    let limit = (verb..<end).first { isComma($0) } ?? end
    guard isRelative, last.kind == .person || last.kind == .witness || last.kind == .unknown, !isPresent(verb),
      !isAside(verb),
      Merging.weight(verb..<limit, text, upTo: 3) == 3
    else { return nil }
    return (verb, further)
  }

  /// "... لأصغرهم، المعلمة هبة الغويري (29 عاما)، التي قالت إنها": the person whom a relative clause without a subject is about.
  func antecedent(before verb: Int) -> SourceMatch? {
    let relative = verb - 1
    guard text[relative].function == .relative, isComma(relative - 1) else { return nil }
    let near = names.names(in: max(range.lowerBound, relative - 12)..<relative)
    guard let name = near.last(where: { $0.kind == .person }), name.range.upperBound >= relative - 6,
      !hasMainVerb(name.range.upperBound..<relative)
    else { return nil }
    return reader.source(
      min(name.role?.lowerBound ?? name.range.lowerBound, name.range.lowerBound)..<name.range.upperBound)
  }
}
