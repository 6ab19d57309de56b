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
      for index in range where words[index].kind == .word { tags[index] = Tagger(words, index).tag() }
      pair(range)
    }
  }

  subscript(index: Int) -> Tag { tags[index] }

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
