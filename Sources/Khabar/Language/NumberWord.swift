/// What a row of `Lexicons/*/numbers.tsv` says about a word.
struct NumberWord {
  /// The part a word plays in a numeral; the raw value is its letter in the files.
  enum Kind: UInt8 {
    /// 0...9 ("ثلاثة", "three").
    case unit = 0x75  // u
    /// 1 that only stands in a compound ("أحد", "إحدى").
    case bound = 0x65  // e
    /// 10, alone or as the second word of 11...19 ("عشر").
    case ten = 0x74  // t
    /// 11...19 in one word.
    case teen = 0x6E  // n
    /// 20...90.
    case tens = 0x79  // y
    /// 100, which may follow a factor.
    case hundred = 0x68  // h
    /// 200...900 in one word.
    case hundreds = 0x48  // H
    /// A power of a thousand.
    case scale = 0x6B  // k
    /// Twice a power of a thousand in one word ("ألفان").
    case dual = 0x4B  // K
    /// The plural of a power of a thousand, vague when it stands alone ("آلاف").
    case plural = 0x70  // p
    /// Vague tens or hundreds ("عشرات", "dozens").
    case vague = 0x76  // v
    /// A few, 3 to 9 ("بضعة").
    case few = 0x62  // b
    /// 1/n.
    case fraction = 0x66  // f
    /// 2/n ("ثلثان").
    case fractions = 0x46  // F
    /// The plural of 1/n, behind a count ("أرباع").
    case parts = 0x50  // P
    /// A dozen, which may follow a factor.
    case dozen = 0x64  // d
    /// An ordinal 1...
    case ordinal = 0x6F  // o
    /// A minus sign in words.
    case minus = 0x73  // s
    /// Between the two numbers of a ratio; with value 1 only behind the number one ("واحد من ثلاثة"), with value 2 it
    /// names parts and can stand without a number before it ("جزء من ألف"), with 3 it names two ("جزءان من عشرة").
    case ratio = 0x72  // r
    /// A point between the words of a decimal ("فاصلة"); with value 2 only behind 0...10, since it counts as well ("نقطة").
    case point = 0x2E
    /// Adds its value to an ordinal ("الخامسة بعد المئة").
    case beyond = 0x2B
    /// "and" between the words of an English numeral.
    case and = 0x26  // &
    /// "a" before a hundred, a dozen or a fraction.
    case one = 0x61  // a
  }

  var kind: Kind
  var value: Int
  /// The n of 1/n of a word that is also a number ("خمس"); of a fraction that is also another word ("ثمن"), which it is
  /// only when vowelled.
  var homograph = 0
  /// Whether "و" stands before it.
  var isJoined = false
  /// Whether the article stands before it.
  var hasArticle = false

  /// Reads a row: a letter, a number, and for homographs "f" and a number.
  init?(_ row: Lexicon.Value) {
    guard let kind = Kind(rawValue: row.first) else { return nil }
    self.kind = kind
    value = 0
    var isSecond = false
    for byte in row.bytes.dropFirst() {
      if byte == 0x66 {
        isSecond = true
      } else if (0x30...0x39).contains(byte) {
        if isSecond { homograph = homograph * 10 + Int(byte - 0x30) } else { value = value * 10 + Int(byte - 0x30) }
      }
    }
  }
}

extension Words {
  /// Whether a token is a figure or a number word.
  func isFigure(_ index: Int) -> Bool { all[index].kind == .number || has(.numbers, at: index) }

  /// The number word at a token, if it is one.
  func numberWord(at index: Int) -> NumberWord? {
    guard has(.numbers, at: index) else { return nil }
    let token = all[index]
    guard token.kind == .word, let row = Lexicon.value(token.entry, .numbers), var word = NumberWord(row) else {
      return nil
    }
    guard token.ending == .none || token.ending == .accusative, token.clitics.isDisjoint(with: [.ka, .sa]) else {
      return nil
    }
    word.isJoined = token.clitics.contains(.conjunction)
    // The list of roles has some ordinals with their article ("النائب الأول").
    word.hasArticle = token.clitics.contains(.article) || has(.roles, at: index) && isDefinite(at: index)
    guard token.script == .arabic else { return word }
    // "ثمن" is a price unless it is vowelled ("ثُمن").
    if word.kind == .fraction, word.homograph > 0, !isVowelledFraction(token) { return nil }
    if word.kind != .fraction, word.homograph > 0, isVowelledFraction(token) {
      word.kind = word.kind == .tens ? .fractions : .fraction
      word.value = word.homograph
    } else if word.value == 1, word.kind == .unit, !word.isJoined, holdsHamza(token) || standsBeforeTen(index) {
      // "وأحد" folds to "واحد", and may be written so before "عشر".
      word.kind = .bound
      word.isJoined = true
    }
    return word
  }

  private func standsBeforeTen(_ index: Int) -> Bool {
    guard index + 1 < count, let row = Lexicon.value(all[index + 1].entry, .numbers) else { return false }
    return row.first == NumberWord.Kind.ten.rawValue && all[index + 1].clitics.isEmpty
  }

  /// Whether the first letter of the core carries a damma ("خُمس" is a fifth, "خمس" five).
  private func isVowelledFraction(_ token: Word) -> Bool {
    let at = Int(token.coreByte) + 2
    return at + 1 < Int(token.bytes.upperBound) && utf8[at] == 0xD9 && utf8[at + 1] == 0x8F
  }

  private func holdsHamza(_ token: Word) -> Bool {
    let bytes = utf8[Int(token.bytes.lowerBound)..<Int(token.bytes.upperBound)]
    return zip(bytes, bytes.dropFirst()).contains { $0 == 0xD8 && ($1 == 0xA3 || $1 == 0xA5) }
  }

  /// Whether a token is the word "و" alone.
  func isWaw(at index: Int) -> Bool {
    index < count && all[index].kind == .word && all[index].bytes.count == 2
      && foldedText(index).elementsEqual([0xD9, 0x88])
  }

  /// Whether a word carries the article, also where a list has the word together with it.
  func isDefinite(at index: Int) -> Bool {
    guard all.indices.contains(index), all[index].kind == .word else { return false }
    let word = all[index]
    let cut = Int(word.coreByte - word.bytes.lowerBound)
    return word.clitics.contains(.article)
      || word.script == .arabic && word.bytes.count - cut >= 8
        && foldedText(index).dropFirst(cut).starts(with: "ال".utf8)
  }

  /// Whether nothing stands between two neighbouring tokens.
  func touches(_ index: Int, _ next: Int) -> Bool {
    next < count && index >= 0 && all[index].bytes.upperBound == all[next].bytes.lowerBound
  }
}
