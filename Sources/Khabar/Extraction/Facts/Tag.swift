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
    case takesThat = 0x63
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
  /// Kind letter of `speakers.tsv`.
  var speaker: UInt8 = 0
  var speakerLength: UInt8 = 0
  /// What holds of it, a bit each: tags are copied so often that each truth value by itself would cost.
  private var flags: UInt8 = 0
  /// For a quotation mark or bracket the token of its partner, or -1.
  var partner: Int32 = -1
}

extension Tag {
  /// Whether an indefinite speaker is nameless.
  var isNamelessSpeaker: Bool {
    get { has(1) }
    set { set(1, newValue) }
  }
  var isMedia: Bool {
    get { has(2) }
    set { set(2, newValue) }
  }
  /// Whether it is a finite verb (in Arabic one that cannot be a noun as well).
  var isVerb: Bool {
    get { has(4) }
    set { set(4, newValue) }
  }
  /// Whether it may be a finite verb or a noun.
  var mayBeVerb: Bool {
    get { has(8) }
    set { set(8, newValue) }
  }
  /// Whether "و" is written onto it.
  var hasWaw: Bool {
    get { has(16) }
    set { set(16, newValue) }
  }
  /// Whether it stands between quotation marks.
  var isQuoted: Bool {
    get { has(32) }
    set { set(32, newValue) }
  }

  @inline(__always)
  private func has(_ flag: UInt8) -> Bool { flags & flag != 0 }

  @inline(__always)
  private mutating func set(_ flag: UInt8, _ isSet: Bool) { flags = isSet ? flags | flag : flags & ~flag }

  /// Whether what it opens still belongs to the verb before: a circumstance, or a second object with its preposition.
  var goesOn: Bool { function == .circumstance || function == .preposition }
}

extension Tag.Saying {
  /// Whether it is a verb with a subject of its own.
  var isFinite: Bool {
    switch self {
    case .says, .announces, .takesNoun, .takesThat, .transmits, .keeps, .denies: true
    case .none, .participle, .keepingParticiple, .noun, .impersonal: false
    }
  }
}
