/// What single tokens may be inside a name, a role or an organisation.
extension Words {
  /// The first letter of the token's value in a category, or 0.
  func code(_ category: Lexicon.Category, at index: Int) -> UInt8 {
    guard has(category, at: index) else { return 0 }
    return Lexicon.value(all[index].entry, category)?.first ?? 0
  }

  /// The longest match of a category: its length and the first letter of its value; length 0 when there is none.
  func longest(_ category: Lexicon.Category, at index: Int) -> (length: Int, code: UInt8) {
    guard let match = match(category, at: index) else { return (0, 0) }
    return (match.length, match.value.first)
  }

  /// Whether an Arabic word is definite by an article or a pronoun.
  func isDefinite(_ index: Int) -> Bool {
    let word = all[index]
    return word.ending == .pronoun || hasArticle(index)
  }

  /// Whether an Arabic word has the article, also where it belongs to a word of a list ("العربية").
  func hasArticle(_ index: Int) -> Bool {
    let word = all[index]
    if word.clitics.contains(.article) { return true }
    let text = foldedText(index)
    var at = text.startIndex
    if word.clitics.contains(.conjunction) { at += 2 }
    if !word.clitics.isDisjoint(with: [.ba, .la, .ka, .sa]) { at += 2 }
    let isDouble = word.clitics.contains(.la) && text[at...].starts(with: [0xD9, 0x84])
    return isDouble || text[at...].starts(with: [0xD8, 0xA7, 0xD9, 0x84]) && text.endIndex - at > 6
  }

  /// Whether a word of no list is joined by a conjunction and has the article ("والري").
  func joinsDefinite(_ index: Int) -> Bool {
    let text = foldedText(index)
    return text.count >= 10 && text.starts(with: [0xD9, 0x88, 0xD8, 0xA7, 0xD9, 0x84])
  }

  /// Whether a word ends as adjectives of relation do ("القومي", "الدولية").
  func endsLikeAdjective(_ index: Int) -> Bool {
    let text = foldedText(index)
    return text.count >= 8
      && (text.suffix(2).elementsEqual([0xD9, 0x8A]) || text.suffix(4).elementsEqual([0xD9, 0x8A, 0xD9, 0x87]))
  }

  /// Whether a word ends in "ة".
  func endsInTaMarbuta(_ index: Int) -> Bool { foldedText(index).suffix(2).elementsEqual([0xD9, 0x87]) }

  /// Whether a word has a use that ends every noun phrase: a verb of saying, a function word, a negator, a time.
  func endsPhrase(_ index: Int) -> Bool {
    // With the article it is no verb ("والنقل" is transport, "ونقل" reported).
    let isNoun = all[index].clitics.contains(.article)
    if all[index].categories.has(anyOf: isNoun ? Self.days : Self.phraseEnds) { return true }
    return !isNoun && code(.verbs, at: index) == 0x76
  }

  /// Whether a word is known for something else than a name.
  func isKnownOtherwise(_ index: Int) -> Bool {
    let word = all[index]
    guard word.clitics.contains(.article) else { return word.categories.has(anyOf: Self.otherThanNames) }
    // An article and a pronoun exclude each other: "الجميلي" is a family name, not "my beautiful".
    return word.ending == .none && word.categories.has(anyOf: Self.nouns)
  }

  /// The value of a token in the list of names; endings make another word of a name.
  func nameCode(_ index: Int) -> UInt8 { all[index].ending == .none ? code(.names, at: index) : 0 }

  /// Whether a word is in one of the lists of names, roles and organisations.
  func mayBeginName(_ word: Word) -> Bool {
    word.allCategories.has(anyOf: Self.nameParts)
  }

  private static var nameParts: Lexicon.Categories { .init(.names, .roles, .organisations) }
  /// What a person or an organisation begins with in Arabic.
  static var nameCues: Cues { Cues(rawValue: nameParts.rawValue) }
  private static var days: Lexicon.Categories { .init(.months, .weekdays) }
  private static var verbs: Lexicon.Categories { .init(.function, .reporting, .attribution, .negators, .certainty) }
  private static var phraseEnds: Lexicon.Categories { days.union(verbs).union(.init(.times, .numbers)) }
  private static let otherThanNames = Lexicon.Categories(
    Lexicon.Category.allCases.filter { $0 != .names && $0 != .related && $0 != .sites })
  /// With the article a word is no verb ("العاني").
  private static let nouns = otherThanNames.subtracting(verbs).subtracting(Lexicon.Categories(.verbs))

  /// The span of a name: begun behind conjunction and preposition, but with the article ("بالوزارة": "الوزارة").
  func nameSpan(_ range: Range<Int>) -> Span {
    var span = coreSpan(range)
    guard let first = all[range].first, first.clitics.contains(.article) else { return span }
    var byte = span.bytes.lowerBound
    var letters = 0
    while byte > Int(first.bytes.lowerBound), letters == 0 {
      byte -= 1
      if utf8[byte] & 0xC0 != 0x80 {
        span.start -= 1
        if utf8[byte] == 0xD8, utf8[byte + 1] == 0xA7 || utf8[byte + 1] == 0xA3 || utf8[byte + 1] == 0xA5 {
          letters = 1
        }
      }
    }
    // "لل" has swallowed the alef.
    guard letters == 1 else { return coreSpan(range) }
    span.bytes = byte..<span.bytes.upperBound
    return span
  }

  /// The text of a name.
  func nameText(_ range: Range<Int>) -> String {
    let bytes = utf8[nameSpan(range).bytes]
    guard bytes.contains(0x0A) else { return String(decoding: bytes, as: UTF8.self) }
    // A name over two hand-wrapped lines.
    return String(decoding: bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The same for runs of the same words, spelling variants and marks apart.
  func key(_ range: Range<Int>) -> UInt64 {
    guard let first = all[range].first else { return 0 }
    // A phrase of the list is the same with and without proclitics.
    if first.phrase >= 0, Int(first.phraseLength) == range.count { return UInt64(first.phrase) }
    return range.reduce(0) { all[$1].isWordLike ? Key.join($0, all[$1].core) : $0 }
  }
}
