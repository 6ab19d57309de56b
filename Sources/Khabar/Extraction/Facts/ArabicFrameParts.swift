/// The parts of an Arabic frame: where its content begins, its subject, its medium, its occasion.
extension SentenceReader {
  var reader: SourceReader { SourceReader(text: text, names: names, memory: memory) }

  static let about = Key.of("عن".utf8)
  static let what = Key.of("ما".utf8)
  static let to = Key.of("ل".utf8)
  static let already = Key.of("قد".utf8)
  static let hasAlready = Key.of("فقد".utf8)

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
      } else if index > from, tag.hasWaw && tag.isVerb || tag.saying == .participle && isComma(index - 1) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The subject that begins at a run: a noun phrase that is no event ("أعلن تشكيل ...").
  func subject(_ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first else { return nil }
    var from = first
    if text[from].attribution == .occasion { return nil }
    while from < range.upperBound, words[from].kind == .mark, words[from].mark != 0x3A, text[from].partner < 0 {
      from += 1
    }
    guard from < range.upperBound, words[from].mark != 0x3A, canBeSubject(from) else { return nil }
    let limit = nounPhraseEnd(from: from, to: range.upperBound)
    return limit > from ? from..<limit : nil
  }

  func canBeSubject(_ index: Int) -> Bool {
    if words[index].kind == .number || Int(text[index].partner) > index { return true }
    let tag = text[index]
    guard tag.function == .none || tag.function == .nameJoiner || tag.function == .time && !isComma(index - 1) else {
      return false
    }
    return tag.saying == .none && tag.negator == 0
      && words[index].clitics.isDisjoint(with: [.ba, .la, .ka, .conjunction]) && !isEventNoun(index)
  }

  /// "في بيان تلقت ... نسخة منه،": set off by commas before the content.
  func skipOccasion(_ from: Int) -> Int {
    var index = from
    while index < end {
      let isOccasion =
        text[index].attribution == .occasion
        || index == from && text[index].function == .preposition && words[index].key != Self.about
      guard isOccasion || isComma(index) else { break }
      let begin = isOccasion ? index : index + 1
      guard isOccasion || begin < end && opensAside(begin) else { break }
      let length = text[begin].attribution == .occasion ? Int(text[begin].attributionLength) : 0
      let isSetOff = !isOccasion || isComma(index - 1)
      if length > 0, isOver(begin, behind: length, isSetOff: isSetOff) {
        index = begin + length
        continue
      }
      let window = begin..<min(end, begin + 14)
      guard let close = window.first(where: { isComma($0) || !isSetOff && opensContent($0, behind: begin) }) else {
        index += isOccasion ? length : 0
        break
      }
      index = close
      if !isComma(close) { break }
    }
    while index < end, isComma(index) { index += 1 }
    return index
  }

  /// Whether an occasion ends with its own words: "أبدى في المقابل استعداد ...", "أعلن في بيان تأجيل ...".
  private func isOver(_ begin: Int, behind length: Int, isSetOff: Bool) -> Bool {
    let next = begin + length
    guard next < end, !isComma(next), text[next].function != .preposition else { return false }
    return words.particle(at: begin) == 0x6D || !isSetOff && isEventNoun(next)
  }

  /// "أعلن الوزير في تونس استعداد ...": a complementizer, or an event behind a noun that takes no other behind it.
  private func opensContent(_ index: Int, behind begin: Int) -> Bool {
    if text[index].function == .complementizer { return true }
    guard index > begin + 1, isEventNoun(index), words[index].clitics.isEmpty else { return false }
    return words[index - 1].clitics.contains(.article) || words.has(.places, at: index - 1)
      || text[index - 1].function == .time
  }

  /// What may stand between the commas after a subject: an occasion, a time, "ومقرها ...".
  private func opensAside(_ index: Int) -> Bool {
    let tag = text[index]
    guard words[index].key != Self.about else { return false }
    return tag.attribution == .occasion || tag.function == .time || tag.function == .preposition
      || tag.function == .relative
      || words[index].clitics.contains(.conjunction) || tag.speaker != 0
  }

  /// The medium that was told: "ل«أكسيوس»", "للموقع".
  func medium(in range: Range<Int>) -> SourceMatch? {
    for index in range.prefix(Self.reach) {
      if let (medium, _) = mediumPhrase(index) { return medium }
    }
    return nil
  }

  /// The medium that is the object of the verb: "أبلغ مصدران رويترز بأن".
  func told(_ subject: Range<Int>?, _ middle: Range<Int>) -> SourceMatch? {
    guard let at = subject?.upperBound, middle.contains(at), text[at].isMedia, words[at].clitics.isEmpty,
      var source = reader.source(at..<nounPhraseEnd(from: at, to: middle.upperBound))
    else { return nil }
    source.kind = .media
    return source
  }

  func mediumPhrase(_ index: Int) -> (SourceMatch, Int)? {
    guard index + 1 < end else { return nil }
    if words[index].key == Self.to, Int(text[index + 1].partner) > index + 1, isInside(Int(text[index + 1].partner)) {
      let limit = Int(text[index + 1].partner) + 1
      guard limit - index < 9, var source = reader.source(index + 1..<limit) else { return nil }
      source.kind = .media
      return (source, limit)
    }
    guard words[index].clitics.contains(.la), text[index].isMedia || text[index].speaker == 0x6D else { return nil }
    guard !isAgency(index) else { return nil }
    let limit = nounPhraseEnd(from: index, to: min(end, index + 6))
    guard limit > index, let source = reader.source(index..<limit) else { return nil }
    return (source, limit)
  }

  /// "للوكالة الدولية للطاقة الذرية": an organisation that is called like a medium.
  func isAgency(_ index: Int) -> Bool {
    guard let name = names.names(in: index..<index + 1).first, name.kind == .organisation, name.range.count > 2 else {
      return false
    }
    return text[index].speaker == 0x6D
      && !name.range.contains { text[$0].isMedia || text[$0].partner >= 0 || Self.news.contains(words[$0].key) }
  }

  private static let news = ["انباء", "الانباء", "للانباء", "صحافه", "الصحافه"].map { Key.of($0.utf8) }

  /// "نقلاً عن B" between a verb and its content.
  func innerSource(in range: Range<Int>) -> SourceMatch? {
    guard let index = range.first(where: { text[$0].attribution == .inner }) else { return nil }
    let from = index + Int(text[index].attributionLength)
    guard from < range.upperBound else { return nil }
    return reader.source(from..<nounPhraseEnd(from: from, to: range.upperBound))
  }

  /// The subject of the sentence's first clause, for a frame that follows it without a subject of its own.
  func sentenceSubject(before verb: Int) -> Chain? {
    var first = lightEnd(from: range.lowerBound, to: min(verb, range.lowerBound + Self.reach))
    guard first < verb else { return nil }
    if words[first].script == .latin { return englishSentenceSubject(first, before: verb) }
    if text[first].isVerb || text[first].mayBeVerb { first += 1 }
    guard first < verb, canBeSubject(first) else { return nil }
    let limit = nounPhraseEnd(from: first, to: min(verb, first + 16))
    guard limit > first, let source = reader.source(first..<limit), source.kind != .unknown else { return nil }
    return Chain(sources: [source])
  }
}
