/// What a row of `Lexicons/*/units.tsv` says about a word.
struct UnitWord {
  /// The part a word plays beside a number; the raw value is its letter in the files.
  enum Kind: UInt8 {
    case measure = 0x75  // u
    case money = 0x63  // c
    case noun = 0x6E  // n
    /// A noun whose plural is "-ين", so that this ending does not make a dual.
    case soundNoun = 0x4E  // N
    /// A counted thing in the dual, where its ending cannot be cut ("جثتان").
    case dualNoun = 0x64  // d
    /// Counted people.
    case person = 0x68  // h
    case soundPerson = 0x48  // H
    /// What happened to the people counted ("مقتل", "injured").
    case event = 0x72  // r
    case percent = 0x70  // p
    case others = 0x6F  // o
    /// "عدد", "toll": the thing counted stands before the number.
    case count = 0x6B  // k
    /// Between people and what happened to them ("were").
    case link = 0x77  // w
    /// A label whose number counts nothing ("قرار 242").
    case label = 0x6C  // l
    /// A label also of numbers in words and of ordinals ("المادة الخامسة").
    case wordLabel = 0x4C  // L
    /// A name with a number in it ("الحرب العالمية الثانية").
    case name = 0x78  // x
    /// Tells the magnitude of an earthquake ("بقوة 6").
    case magnitude = 0x67  // g
    /// Behind a measure: its number is negative ("تحت الصفر").
    case belowZero = 0x7A  // z
  }

  var kind: Kind
  var code: String
  /// Tokens of the word or phrase.
  var length: Int

  /// Whether it is a unit that stands behind its number.
  var counts: Bool {
    switch kind {
    case .measure, .money, .noun, .soundNoun, .person, .soundPerson, .percent, .others: true
    case .dualNoun, .event, .count, .link, .label, .wordLabel, .name, .magnitude, .belowZero: false
    }
  }
}

extension UnitWord.Kind {
  var isNoun: Bool { self == .noun || self == .soundNoun || isPerson }
  var isPerson: Bool { self == .person || self == .soundPerson }
  var isMeasure: Bool { self == .measure || self == .money || self == .percent }
  /// Whether it may be a length of time.
  var mayBeTime: Bool { self == .measure || self == .dualNoun }
  var isLabel: Bool { self == .label || self == .wordLabel }
}

extension Words {
  /// The kind of unit word at a token, without its code.
  func unitKind(at index: Int) -> UnitWord.Kind? {
    match(.units, at: index).flatMap { UnitWord.Kind(rawValue: $0.value.first) }
  }

  /// The unit word at a token.
  func unitWord(at index: Int) -> UnitWord? {
    guard let (length, row) = match(.units, at: index), let kind = UnitWord.Kind(rawValue: row.first) else {
      return nil
    }
    return UnitWord(kind: kind, code: String(decoding: row.bytes.dropFirst(2), as: UTF8.self), length: length)
  }
}
