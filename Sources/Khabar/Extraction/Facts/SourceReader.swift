/// Reads the words that name a source.
struct SourceReader {
  let text: TaggedWords
  let names: NameIndex
  let memory: SpeakerMemory

  /// The source that a run of tokens names, or nil when no word is in it.
  func source(_ range: Range<Int>) -> SourceMatch? {
    let range = Trimming.trimMarks(range, text)
    guard range.contains(where: { text.words[$0].isWordLike }) else { return nil }
    var source = SourceMatch(range: range)
    let head = Self.head(of: range, text)
    let inside = own(names.names(in: range), range)
    source.kind = kind(range, head, inside)
    source.name = ownName(range, source.kind, inside)
    source.isAnonymous = isAnonymous(range, head, inside)
    source.count = count(range)
    if source.name == nil { resolve(&source, head) }
    return source
  }

  /// The names of the source itself: a person behind a preposition is another one ("a source in the office of X"),
  /// unless the source is his role ("المتحدث باسم الجيش، العميد نبيل عبد الله").
  private func own(_ names: ArraySlice<NameMatch>, _ range: Range<Int>) -> ArraySlice<NameMatch> {
    let preposition = range.first { text[$0].function == .preposition } ?? range.upperBound
    return names.filter {
      $0.kind != .person || $0.range.lowerBound < preposition || $0.role?.lowerBound == range.lowerBound
    }[...]
  }

  /// The word of a run that names a kind of speaker, before any preposition ("engineer at the company"): the first one in
  /// Arabic, the last one of the noun phrase in English ("army chief", "two military sources").
  static func head(of range: Range<Int>, _ text: TaggedWords) -> Int? {
    let phrase = range.prefix(8).prefix { text[$0].function != .preposition }
    guard let first = phrase.first(where: { text[$0].speaker != 0 }), text.words[first].script == .latin else {
      return phrase.first { text[$0].speaker != 0 }
    }
    return phrase.suffix(from: first).prefix { text.words[$0].mark != 0x2C }.last { text[$0].speaker != 0 }
  }

  private func kind(_ range: Range<Int>, _ head: Int?, _ inside: ArraySlice<NameMatch>) -> Source.Kind {
    if let first = range.first, text.words.isSaid(at: first) { return .document }
    if let medium = range.prefix(6).first(where: { text[$0].isMedia }),
      head.map({ medium < $0 && !isOwner(medium, $0) }) ?? true
    {
      return .media
    }
    if let head, let kind = Source.Kind(letter: text[head].speaker) {
      // "the Geological Survey"
      if kind == .media, isService(head, range) { return .organisation }
      let isName = kind == .document && text.words[head].isCapitalized && head > range.lowerBound
      return isName && inside.contains { $0.kind == .organisation } ? .organisation : kind
    }
    if inside.contains(where: { $0.kind == .person }) { return .person }
    if inside.contains(where: { $0.kind == .organisation }) { return .organisation }
    return .unknown
  }

  /// "Al Jazeera's correspondent"
  private func isOwner(_ medium: Int, _ head: Int) -> Bool {
    (medium + 1..<head).contains { [0x27, 0x2019].contains(text.words[$0].mark) }
  }

  /// "the refugee agency": an agency of something else than news.
  private func isService(_ head: Int, _ range: Range<Int>) -> Bool {
    guard head > range.lowerBound, text.words[head].script == .latin, text.words[head].core == Self.agency else {
      return false
    }
    let before = text.words[head - 1]
    return before.kind == .word && !before.isCapitalized && text[head - 1].function == .none
      && !Self.pressWords.contains(before.core)
  }

  private static let agency = Key.of("agency".utf8)
  private static let pressWords = ["news", "press", "state", "official", "private", "run"].map { Key.of($0.utf8) }

  private func ownName(_ range: Range<Int>, _ kind: Source.Kind, _ inside: ArraySlice<NameMatch>) -> String? {
    if kind == .media || kind == .unknown {
      for index in range where text[index].isMedia {
        guard let (length, value) = text.words.match(.media, at: index) else { continue }
        return value.first == 0 ? text.words.coreText(index..<index + length) : value.text
      }
    }
    if kind != .person, let name = quotedName(range) { return name }
    let wanted = kind == .organisation || kind == .media ? Mention.Kind.organisation : .person
    return inside.first { $0.kind == wanted }?.name
  }

  /// What stands between quotation marks inside the run ("شركة «خليج لاين»").
  private func quotedName(_ range: Range<Int>) -> String? {
    for index in range where Int(text[index].partner) > index {
      let inner = index + 1..<Int(text[index].partner)
      if inner.upperBound <= range.upperBound, !inner.isEmpty { return text.words.text(inner) }
    }
    if let first = range.first, text[first].isQuoted, range.allSatisfy({ text[$0].isQuoted }) {
      return text.words.text(range)
    }
    return nil
  }

  private func isAnonymous(_ range: Range<Int>, _ head: Int?, _ inside: ArraySlice<NameMatch>) -> Bool {
    guard let head, text[head].isNamelessSpeaker else { return false }
    if text.words[head].script == .latin {
      return !range.contains { text.words[$0].isCapitalized && $0 > range.lowerBound }
    }
    return !inside.contains { $0.kind == .person }
  }

  /// How many speak, where a number or a dual says so.
  private func count(_ range: Range<Int>) -> String? {
    guard let first = range.first else { return nil }
    if text.words[first].ending == .an, text[first].speaker != 0 { return "2" }
    let quantity = QuantityExtractor.quantities(in: text.words, range, outside: []).first
    if let quantity, quantity.range.lowerBound == first {
      return quantity.unit == "%" || quantity.unit == "1" ? nil : quantity.value
    }
    guard text.words[first].kind == .number else { return nil }
    return String(decoding: text.words.foldedText(first), as: UTF8.self)
  }

  /// Fills in what an earlier source tells about a later one that refers to it.
  private func resolve(_ source: inout SourceMatch, _ head: Int?) {
    guard let antecedent = antecedent(source.range, head, source.kind) else { return }
    source.name = antecedent.name ?? text.words.coreText(antecedent.range)
    if source.kind == .unknown { source.kind = antecedent.kind }
    source.isAnonymous = source.isAnonymous || antecedent.isAnonymous
    if source.count == nil { source.count = antecedent.count }
  }

  private func antecedent(_ range: Range<Int>, _ head: Int?, _ kind: Source.Kind) -> SourceMatch? {
    guard range.count <= 3, let first = range.first else { return nil }
    guard let head else { return memory.antecedent(naming: text.words[range.upperBound - 1].core, text.words) }
    let isDefinite =
      text.words[head].clitics.contains(.article)
      || (text.words[first].script == .latin && first < head && text[first].function == .determiner)
    guard isDefinite else { return nil }
    return memory.antecedent(head: text.words[head].core) ?? (kind == .media ? memory.antecedent(kind: .media) : nil)
  }
}

extension Source.Kind {
  /// Reads the letter of `speakers.tsv`.
  init?(letter: UInt8) {
    switch letter {
    case 0x6D: self = .media
    case 0x64: self = .document
    case 0x77: self = .witness
    case 0x6F: self = .official
    case 0x70: self = .person
    case 0x67: self = .organisation
    default: return nil
    }
  }
}
