/// What the fact extractor needs to know about a token, looked up once.
struct Tag {
  /// What kind of function word it is.
  enum Function: UInt8 {
    case none = 0
    case complementizer = 0x63
    case opener = 0x62
    case circumstance = 0x6A
    case preposition = 0x70
    case relative = 0x72
    case pronoun = 0x6E
    case particle = 0x76
    case auxiliary = 0x6B
    case copula = 0x65
    case time = 0x74
    case nameJoiner = 0x7A
    case determiner = 0x64
    case other = 0x78
  }

  /// How a word of saying takes its content.
  enum Saying: UInt8 {
    case none = 0
    case says = 0x73
    case announces = 0x61
    case takesNoun = 0x6F
    case transmits = 0x74
    case keeps = 0x6B
    case denies = 0x64
    case participle = 0x70
    case keepingParticiple = 0x71
    case noun = 0x6E
    case impersonal = 0x76
  }

  /// What a particle of attribution leads to.
  enum Attribution: UInt8 {
    case none = 0
    case speaker = 0x62
    case inner = 0x66
    case occasion = 0x69
    case backReference = 0x68
  }

  var function = Function.none
  var saying = Saying.none
  var attribution = Attribution.none
  /// Letter of the force, see `reporting.tsv`.
  var force: UInt8 = 0
  /// Tokens of the word of saying, of the particle of attribution and of the function word.
  var sayingLength: UInt8 = 0
  var attributionLength: UInt8 = 0
  var functionLength: UInt8 = 0
  /// Letters of `negators.tsv` and `certainty.tsv`.
  var negator: UInt8 = 0
  var certainty: UInt8 = 0
  /// Kind letter of `speakers.tsv`, and whether an indefinite one is nameless.
  var speaker: UInt8 = 0
  var speakerLength: UInt8 = 0
  var isNamelessSpeaker = false
  var isMedia = false
  /// Whether it is a finite verb (in Arabic one that cannot be a noun as well).
  var isVerb = false
  /// Whether it may be a finite verb or a noun.
  var mayBeVerb = false
  /// Whether "و" is written onto it.
  var hasWaw = false
  /// Whether it stands between quotation marks.
  var isQuoted = false
  /// For a quotation mark or bracket the token of its partner, or -1.
  var partner: Int32 = -1
}

/// The tokens of an article with their tags.
struct TaggedWords {
  let words: Words
  private(set) var tags: [Tag]

  /// Looks up the tokens of the given runs.
  init(_ words: Words, _ ranges: [Range<Int>]) {
    self.words = words
    tags = Array(repeating: Tag(), count: words.count)
    for range in ranges {
      for index in range where words[index].kind == .word { tags[index] = Self.tag(words, index) }
      pair(range)
    }
  }

  subscript(index: Int) -> Tag { tags[index] }

  private static let waw: [UInt8] = [0xD9, 0x88]
  private static let ya: [UInt8] = [0xD9, 0x8A]

  private static func tag(_ words: Words, _ index: Int) -> Tag {
    var tag = Tag()
    let word = words[index]
    // An article, or ب/ك before it, makes a verb form impossible.
    let isBare = word.clitics.isDisjoint(with: [.article, .ba, .ka])
    // A verb takes "ـني", not "ـي", and no ending of a noun.
    let isVerbal =
      isBare && word.ending != .at && word.ending != .yn
      && !(word.ending == .pronoun && words.foldedText(index).suffix(2).elementsEqual(ya))
    tag.isVerb = isBare && looksLikeVerb(words, index)
    tag.hasWaw = (word.clitics.contains(.conjunction) || tag.isVerb) && words.foldedText(index).starts(with: waw)
    guard word.entry >= 0 || word.phrase >= 0 else { return tag }
    let isMonth = isMonthName(words, index)
    if !isMonth, let (length, value) = words.match(.function, at: index), canBeFunction(word, value.first) {
      tag.function = Tag.Function(rawValue: value.first) ?? .none
      tag.functionLength = UInt8(length)
    }
    if isVerbal, let (length, value) = words.match(.reporting, at: index),
      word.ending == .none || Tag.Saying(rawValue: value.first)?.isFinite == true
    {
      tag.saying = Tag.Saying(rawValue: value.first) ?? .none
      tag.force = value.second
      tag.sayingLength = UInt8(length)
    }
    if let (length, value) = words.match(.attribution, at: index) {
      tag.attribution = Tag.Attribution(rawValue: value.first) ?? .none
      tag.attributionLength = UInt8(length)
    }
    if isBare, !isMonth, !word.clitics.contains(.la), word.ending == .none {
      tag.negator = words.match(.negators, at: index)?.value.first ?? 0
      tag.certainty = words.match(.certainty, at: index)?.value.first ?? 0
    }
    if let (length, value) = words.match(.speakers, at: index) {
      tag.speakerLength = UInt8(length)
      tag.speaker = value.first
      tag.isNamelessSpeaker = value.second == 0x61
    }
    tag.isMedia = words.match(.media, at: index) != nil
    if isVerbal, let value = words.match(.verbs, at: index)?.value {
      tag.isVerb = value.first == 0x76
      tag.mayBeVerb = value.first == 0x61
    }
    if tag.attribution != .none { tag.saying = .none }
    if tag.saying.isFinite { tag.isVerb = true }
    if tag.function == .auxiliary || tag.function == .copula { tag.isVerb = true }
    return tag
  }

  /// "May" beside a number or a preposition is the month.
  private static func isMonthName(_ words: Words, _ index: Int) -> Bool {
    guard words[index].isCapitalized, words.has(.months, at: index) || words[index].key == may else { return false }
    if index + 1 < words.count, words[index + 1].kind == .number { return true }
    guard index > 0 else { return false }
    return words[index - 1].kind == .number || words.match(.function, at: index - 1)?.value.first == 0x70
  }

  private static let may = Key.of("may".utf8)

  /// A function word takes no ending and no preposition; a complementizer or preposition takes a pronoun, and the first "ب".
  private static func canBeFunction(_ word: Word, _ letter: UInt8) -> Bool {
    let function = Tag.Function(rawValue: letter)
    guard !word.clitics.contains(.la), !word.clitics.contains(.ka) else { return false }
    switch function {
    case .complementizer: return true
    case .preposition: return word.ending == .none || word.ending == .pronoun
    default: return word.ending == .none && !word.clitics.contains(.ba)
    }
  }

  /// Whether an unlisted word has the shape of a finite verb.
  private static func looksLikeVerb(_ words: Words, _ index: Int) -> Bool {
    let word = words[index]
    guard word.entry < 0 else { return false }
    let folded = words.foldedText(index)
    switch word.script {
    case .latin: return !word.isCapitalized && folded.count > 4 && folded.hasSuffix(0x65, 0x64)
    case .arabic: return looksLikeArabicVerb(folded)
    case .none, .other: return false
    }
  }

  /// "يـ" of the present, "ـت" of the feminine past (but not the plural "ـات").
  private static func looksLikeArabicVerb(_ folded: ArraySlice<UInt8>) -> Bool {
    var form = folded
    if form.count >= 10, form.hasPrefix(0xD9, 0x88) || form.hasPrefix(0xD9, 0x81) { form = form.dropFirst(2) }
    guard form.count >= 8 else { return false }
    if form.hasPrefix(0xD9, 0x8A) { return !form.hasSuffix(0xD9, 0x87) }
    guard form.hasSuffix(0xD8, 0xAA) else { return false }
    let before = form.dropLast(2)
    return !before.hasSuffix(0xD8, 0xA7) && !before.hasSuffix(0xD9, 0x88) && !before.hasSuffix(0xD9, 0x8A)
      && !form.hasPrefix(0xD8, 0xA7, 0xD9, 0x84)
  }

  /// Gives every quotation mark and bracket its partner; an unclosed one has none.
  private mutating func pair(_ range: Range<Int>) {
    var open: [Int] = []
    for index in range where words[index].kind == .mark {
      let mark = words[index].mark
      if let last = open.last, Self.closer(of: words[last].mark) == mark {
        tags[last].partner = Int32(index)
        tags[index].partner = Int32(last)
        open.removeLast()
      } else if Self.closer(of: mark) != 0 {
        open.append(index)
      } else if let opener = Self.opener(of: mark),
        let at = open.suffix(8).lastIndex(where: { words[$0].mark == opener })
      {
        // A mark left open inside does not hide the outer pair.
        tags[open[at]].partner = Int32(index)
        tags[index].partner = Int32(open[at])
        open.removeSubrange(at...)
      }
    }
    markQuoted(range)
  }

  private mutating func markQuoted(_ range: Range<Int>) {
    var depth = 0
    for index in range {
      let partner = Int(tags[index].partner)
      if partner > index, words[index].mark != 0x28, words[index].mark != 0x5B { depth += 1 }
      tags[index].isQuoted = depth > 0
      if partner >= 0, partner < index, words[partner].mark != 0x28, words[partner].mark != 0x5B { depth -= 1 }
    }
  }

  private static func closer(of mark: UInt32) -> UInt32 {
    switch mark {
    case 0xAB: 0xBB
    case 0x201C, 0x201E: 0x201D
    case 0x22: 0x22
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x2039: 0x203A
    default: 0
    }
  }

  private static func opener(of mark: UInt32) -> UInt32? {
    switch mark {
    case 0xBB: 0xAB
    case 0x201D: 0x201C
    case 0x29: 0x28
    case 0x5D: 0x5B
    case 0x203A: 0x2039
    default: nil
    }
  }
}

extension Tag {
  /// Whether what it opens still belongs to the verb before: a circumstance, or a second object with its preposition.
  var goesOn: Bool { function == .circumstance || function == .preposition }
}

extension Tag.Saying {
  /// Whether it is a verb with a subject of its own.
  var isFinite: Bool {
    switch self {
    case .says, .announces, .takesNoun, .transmits, .keeps, .denies: true
    case .none, .participle, .keepingParticiple, .noun, .impersonal: false
    }
  }
}

extension Lexicon.Value {
  /// The second byte of a value of letters, or 0.
  var second: UInt8 { bytes.dropFirst().first ?? 0 }
}

extension ArraySlice<UInt8> {
  fileprivate func hasPrefix(_ prefix: UInt8...) -> Bool { starts(with: prefix) }
  fileprivate func hasSuffix(_ suffix: UInt8...) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
