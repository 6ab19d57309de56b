/// Looks words up in all lists that the fact extractor reads.
struct Tagger {
  private let words: Words
  private var index: Int
  private var word: Word
  /// Bits of the categories that the word or the phrase from it has.
  private var categories: Lexicon.Categories

  init(_ words: Words, _ index: Int) {
    self.words = words
    self.index = index
    word = words[index]
    categories = word.allCategories
  }

  /// Goes to another word of the text.
  mutating func move(to index: Int) {
    self.index = index
    word = words[index]
    categories = word.allCategories
  }

  /// What the lists and the shape of the word say.
  func tag() -> Tag {
    var tag = Tag()
    tag.isVerb = isBare && looksLikeVerb
    tag.hasWaw = (word.clitics.contains(.conjunction) || tag.isVerb) && folded.hasPrefix(0xD9, 0x88)
    guard categories.has(anyOf: Self.read) else { return tag }
    addFunction(&tag)
    addSpeaker(&tag)
    addAttribution(&tag)
    addVerb(&tag)
    return tag
  }

  /// Whether the tag follows from the letters of the word as they are folded, whatever stands around it.
  var followsFromLetters: Bool {
    guard Self.mayBeKnown(words, index), word.core != Self.likely else { return false }
    // Whether a letter has a shadda or a hamza is seen in the text alone.
    return !(isUnlisted ? endsInTa : match(.reporting)?.value.bytes.last == 0x21)
  }

  /// Whether nothing around a word has a say in its tag, if the word itself is none that looks around.
  @inline(__always)
  static func mayBeKnown(_ words: Words, _ index: Int) -> Bool {
    let word = words[index]
    guard word.phrase < 0, !word.isCapitalized else { return false }
    return word.script == .arabic || word.script == .latin && words[index - 1].mark != 0x2D
  }

  private var endsInTa: Bool { word.folded.count > 1 && folded.hasSuffix(0xD8, 0xAA) }

  /// The lists that are read here.
  private static var read: Lexicon.Categories {
    .init(.function, .negators, .certainty, .speakers, .media, .attribution, .reporting, .verbs)
  }

  private var folded: ArraySlice<UInt8> { words.foldedText(index) }

  /// Without an article and without ب or ك, which no verb form takes.
  private var isBare: Bool { word.clitics.isDisjoint(with: [.article, .ba, .ka]) }

  @inline(__always)
  private func match(_ category: Lexicon.Category) -> (length: Int, value: Lexicon.Value)? {
    categories.has(category) ? words.match(category, at: index) : nil
  }

  private func addFunction(_ tag: inout Tag) {
    guard !isMonth else { return }
    if let (length, value) = match(.function), canBeFunction(value.first) {
      tag.function = Tag.Function(rawValue: value.first) ?? .none
      tag.functionLength = UInt8(length)
    }
    guard isBare, !word.clitics.contains(.la), word.ending == .none else { return }
    tag.negator = match(.negators)?.value.first ?? 0
    if let value = match(.certainty)?.value, !isCompared { tag.certainty = value.first }
  }

  /// "16% less likely", "twice as likely": a share, no doubt.
  private var isCompared: Bool { word.core == Self.likely && index > 0 && Self.degrees.contains(words[index - 1].core) }

  private static let likely = Key.of("likely".utf8)
  private static let degrees = Set(["less", "more", "as", "equally", "twice"].map { Key.of($0.utf8) })

  private func addSpeaker(_ tag: inout Tag) {
    if let (length, value) = match(.speakers) {
      tag.speakerLength = UInt8(length)
      tag.speaker = value.first
      tag.isNamelessSpeaker = value.second == 0x61
    }
    tag.isMedia = match(.media) != nil
  }

  private func addAttribution(_ tag: inout Tag) {
    guard let (length, value) = match(.attribution) else { return }
    tag.attribution = Tag.Attribution(rawValue: value.first) ?? .none
    tag.attributionLength = UInt8(length)
  }

  private func addVerb(_ tag: inout Tag) {
    guard !isSaid, !isInPlace else { return }
    if tag.attribution == .none, let (length, value) = match(.reporting), isVerbal {
      let saying = Tag.Saying(rawValue: value.first) ?? .none
      // "بيّن" is written with its shadda where it is not "بين", or stands where only the verb can.
      if value.bytes.last == 0x21 {
        guard hasShadda || leadsToItsWords else { return }
        tag.function = .none
      }
      if word.ending == .none || saying.isFinite {
        tag.saying = saying
        tag.force = value.second
        tag.sayingLength = UInt8(length)
      }
    }
    if let value = match(.verbs)?.value, isVerbal {
      tag.isVerb = value.first == 0x76
      tag.mayBeVerb = value.first == 0x61
    }
    let isAlways = tag.saying.isFinite && !isConditional
    if isAlways || tag.function == .auxiliary || tag.function == .copula { tag.isVerb = true }
  }

  /// "رد", "طلب", "list": a word that says something only in some company may be a noun elsewhere.
  private var isConditional: Bool {
    guard let letter = match(.reporting)?.value.bytes.dropFirst(2).first else { return false }
    return word.script == .arabic ? letter != 0x21 : letter == 0x65
  }

  /// "union official Said Khairallah": the name.
  private var isSaid: Bool {
    guard word.isCapitalized, word.key == Self.said, index > 0 else { return false }
    return words[index - 1].isSmall && words[index + 1].isCapitalized
  }

  /// "the United States": the second word of a place.
  private var isInPlace: Bool {
    guard word.isCapitalized, index > 0, words[index - 1].phraseLength > 1 else { return false }
    return words.match(.places, at: index - 1).map { $0.length > 1 } ?? false
  }

  private static let said = Key.of("said".utf8)

  /// A verb takes "ـني", not "ـي", and no ending of a noun.
  private var isVerbal: Bool {
    isBare && word.ending != .at && word.ending != .yn
      && !(word.ending == .pronoun && folded.hasSuffix(0xD9, 0x8A))
  }

  /// "May" beside a number or a preposition is the month.
  private var isMonth: Bool {
    guard word.isCapitalized, word.key == Self.may else { return false }
    if index + 1 < words.count, words[index + 1].kind == .number { return true }
    guard index > 0 else { return false }
    // "since late May"
    return words[index - 1].kind == .number || words.has(.times, at: index - 1) && !words[index - 1].isCapitalized
      || words.match(.function, at: index - 1)?.value.first == 0x70
  }

  /// Lists that say nothing about the part of speech.
  private static var silent: Lexicon.Categories { .init(.opposites, .related) }

  private static let may = Key.of("may".utf8)

  /// A function word takes no ending and no preposition; a complementizer or preposition takes a pronoun, and the
  /// first "ب".
  private func canBeFunction(_ letter: UInt8) -> Bool {
    guard !word.clitics.contains(.la), !word.clitics.contains(.ka) else { return false }
    switch Tag.Function(rawValue: letter) {
    case .complementizer: return true
    // "الولاية الشمالية" is no "شمالي الولاية".
    case .preposition:
      return word.ending == .none
        || word.ending == .pronoun && !(word.clitics.contains(.article) && folded.hasSuffix(0xD9, 0x87))
    default: return word.ending == .none && !word.clitics.contains(.ba)
    }
  }

  /// "وبين القرواشي للوطنية أن", "وعبر مسافرون عن ارتياحهم", "وحمل الحزب الحكومة مسؤولية": a verb at the beginning of a clause,
  /// with somebody behind it and then the word that it asks for.
  private var leadsToItsWords: Bool {
    let next = index + 1
    guard word.clitics.isEmpty || word.clitics == .conjunction, next < words.count, words[next].kind == .word,
      index == 0 || words[index - 1].kind == .mark || words[index - 1].kind == .lineBreak
        || word.clitics == .conjunction
    else { return false }
    let isSomebody =
      words.has(.speakers, at: next) || words.has(.names, at: next) || words.has(.roles, at: next)
      || words.unitKind(at: next)?.isPerson == true || words.has(.media, at: next)
    // Nobody stands between two things and "أن"; a way through which leads to "عن".
    guard isSomebody || word.core == Self.shown && words[next].clitics.contains(.article) else { return false }
    var at = next + 1
    while at < min(words.count, next + 10) {
      if words[at].mark == 0x2E || words[at].mark == 0x60C || words[at].kind == .lineBreak { return false }
      // "بين الحكومة والمعارضة أن ..."
      if word.core == Self.shown, words[at].clitics.contains(.conjunction) || words[at].core == Self.shown {
        return false
      }
      if Self.wanted(by: word.core).contains(words[at].core) { return true }
      at += 1
    }
    return false
  }

  private static let shown = Key.of("بين".utf8)
  private static let voiced = Key.of("عبر".utf8)

  private static func wanted(by verb: UInt64) -> Set<UInt64> {
    verb == shown ? statements : verb == voiced ? [Key.of("عن".utf8)] : blame
  }

  private static let statements = Set(["ان", "انه", "انها", "انهم", "بان"].map { Key.of($0.utf8) })
  private static let blame = Set(["مسووليه", "المسووليه", "مسيوليه", "المسيوليه", "تبعات"].map { Key.of($0.utf8) })

  private var hasShadda: Bool {
    let bytes = words.utf8[Int(word.bytes.lowerBound)..<Int(word.bytes.upperBound)]
    return zip(bytes, bytes.dropFirst()).contains { $0 == 0xD9 && $1 == 0x91 }
  }

  /// "برأت" is no plural in "ـات".
  private var endsInHamzaAndTa: Bool {
    let letters = words.utf8[Int(word.bytes.lowerBound)..<Int(word.bytes.upperBound)].suffix(4)
    return letters.elementsEqual([0xD8, 0xA3, 0xD8, 0xAA])
  }

  private var isUnlisted: Bool { word.entry < 0 || word.categories.subtracting(Self.silent).isEmpty }

  /// Whether an unlisted word has the shape of a finite verb: "-ed", "يـ" of the present, "ـت" of the feminine past
  /// (but not the plural "ـات").
  private var looksLikeVerb: Bool {
    guard isUnlisted else { return false }
    // "Panama-flagged"
    if word.script == .latin, index > 1, words[index - 1].mark == 0x2D, words.touches(index - 2, index - 1),
      words.touches(index - 1, index)
    {
      return false
    }
    if word.script == .latin { return !word.isCapitalized && folded.count > 4 && folded.hasSuffix(0x65, 0x64) }
    guard word.script == .arabic else { return false }
    var form = folded
    if form.count >= 10, form.hasPrefix(0xD9, 0x88) || form.hasPrefix(0xD9, 0x81) { form = form.dropFirst(2) }
    guard form.count >= 8 else { return false }
    if form.hasPrefix(0xD9, 0x8A) { return !form.hasSuffix(0xD9, 0x87) }
    guard form.hasSuffix(0xD8, 0xAA), !(form.hasPrefix(0xD8, 0xA7) && form.dropFirst(2).hasPrefix(0xD9, 0x84)) else {
      return false
    }
    let before = form.dropLast(2)
    return endsInHamzaAndTa
      || !before.hasSuffix(0xD8, 0xA7) && !before.hasSuffix(0xD9, 0x88) && !before.hasSuffix(0xD9, 0x8A)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the first two bytes are these.
  fileprivate func hasPrefix(_ first: UInt8, _ second: UInt8) -> Bool {
    count > 1 && self[startIndex] == first && self[startIndex + 1] == second
  }
  /// Whether the last two bytes are these.
  fileprivate func hasSuffix(_ first: UInt8, _ second: UInt8) -> Bool {
    count > 1 && self[endIndex - 2] == first && self[endIndex - 1] == second
  }
}
