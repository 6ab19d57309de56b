/// Cuts valid UTF-8 into tokens and folds them, in one pass over the bytes.
struct Tokenizer {
  private let utf8: [UInt8]
  private var words: [Word] = []
  private var folded: [UInt8] = []
  private let classes = Folding.classes
  private let arabicLetters = Folding.arabicLetters
  /// Whether the word that is being read has a ى.
  private var hasMaqsura = false
  /// Whether it has a letter that neither Arabic nor English uses.
  private var isForeign = false
  /// Whether the text has a character that steers the writing direction and cannot be seen.
  private var hidesControls = false
  /// Next byte.
  private var byte = 0
  /// Next code point.
  private var scalar = 0

  /// What is known of a text once it is cut into tokens.
  struct Tokens {
    var words: [Word]
    /// The folded forms of all tokens, one after the other.
    var folded: [UInt8]
    /// Code points.
    var scalarCount: Int
    /// Whether the text has a character that steers the writing direction and cannot be seen.
    var hidesControls: Bool
  }

  /// The tokens of valid UTF-8.
  static func tokens(of utf8: [UInt8]) -> Tokens {
    var tokenizer = Tokenizer(utf8)
    tokenizer.run()
    return Tokens(
      words: tokenizer.words, folded: tokenizer.folded, scalarCount: tokenizer.scalar,
      hidesControls: tokenizer.hidesControls)
  }

  private init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    words.reserveCapacity(utf8.count / 8 + 8)
    folded.reserveCapacity(utf8.count)
  }

  private mutating func run() {
    while byte < utf8.count {
      let (value, length) = decode(byte)
      switch classify(value) {
      case .space: advance(length)
      case .ignorable: ignore(value, length)
      case .newline: lineBreak()
      case .letter: word()
      case .digit: number()
      case .mark:
        let token = begin(.mark)
        advance(length)
        finish(token, key: UInt64(value))
      }
    }
  }

  /// The scalar at a byte and its length in UTF-8; (0, 1) at the end.
  @inline(__always)
  private func decode(_ at: Int) -> (UInt32, Int) {
    guard at < utf8.count else { return (0, 1) }
    let first = utf8[at]
    if first < 0x80 { return (UInt32(first), 1) }
    func next(_ i: Int) -> UInt32 { at + i < utf8.count ? UInt32(utf8[at + i] & 0x3F) : 0 }
    if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return (UInt32(first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  /// The class of a scalar, for most of them from a table.
  @inline(__always)
  private func classify(_ scalar: UInt32) -> Folding.Class {
    if scalar < 0x100 { return classes[Int(scalar)] }
    return scalar & ~0xFF == 0x600 ? classes[Int(scalar & 0xFF | 0x100)] : Folding.classify(scalar)
  }

  /// Passes a character that no token has.
  private mutating func ignore(_ scalar: UInt32, _ length: Int) {
    hidesControls = hidesControls || scalar == 0x61C || scalar & ~0x7F == 0x2000
    advance(length)
  }

  @inline(__always)
  private mutating func advance(_ length: Int) {
    byte += length
    scalar += 1
  }

  private func begin(_ kind: Word.Kind) -> Word {
    let at = Int32(truncatingIfNeeded: byte)
    let point = Int32(truncatingIfNeeded: scalar)
    let fold = Int32(truncatingIfNeeded: folded.count)
    return Word(
      kind: kind, bytes: at..<at, start: point, end: point, coreByte: at, coreStart: point, key: 0, core: 0,
      folded: fold..<fold)
  }

  private mutating func finish(_ begun: Word, key: UInt64) {
    var token = begun
    token.bytes = token.bytes.lowerBound..<Int32(truncatingIfNeeded: byte)
    token.end = Int32(truncatingIfNeeded: scalar)
    token.key = key
    token.core = key
    token.folded = token.folded.lowerBound..<Int32(truncatingIfNeeded: folded.count)
    words.append(token)
  }

  /// White space that holds newlines is one token; "\r\n" counts once.
  private mutating func lineBreak() {
    let token = begin(.lineBreak)
    var newlines: UInt64 = 0
    var previous: UInt32 = 0
    while byte < utf8.count {
      let (value, length) = decode(byte)
      let kind = classify(value)
      guard kind == .newline || kind == .space || kind == .ignorable else { break }
      if kind == .newline, !(value == 0x0A && previous == 0x0D) { newlines += 1 }
      previous = value
      if kind == .ignorable { ignore(value, length) } else { advance(length) }
    }
    finish(token, key: newlines)
  }

  private mutating func emit(_ scalar: UInt32, _ hash: inout UInt64) {
    func put(_ byte: UInt32, _ hash: inout UInt64) {
      folded.append(UInt8(truncatingIfNeeded: byte))
      hash = Key.add(UInt8(truncatingIfNeeded: byte), to: hash)
    }
    if scalar < 0x80 {
      put(scalar, &hash)
    } else if scalar < 0x800 {
      put(0xC0 | scalar >> 6, &hash)
      put(0x80 | scalar & 0x3F, &hash)
    } else if scalar < 0x10000 {
      put(0xE0 | scalar >> 12, &hash)
      put(0x80 | scalar >> 6 & 0x3F, &hash)
      put(0x80 | scalar & 0x3F, &hash)
    } else {
      put(0xF0 | scalar >> 18, &hash)
      put(0x80 | scalar >> 12 & 0x3F, &hash)
      put(0x80 | scalar >> 6 & 0x3F, &hash)
      put(0x80 | scalar & 0x3F, &hash)
    }
  }

  /// Letters of one script; Latin words keep inner digits ("G20") and inner apostrophes ("don't", not "'s").
  private mutating func word() {
    var token = begin(.word)
    var hash = Key.seed
    hasMaqsura = false
    isForeign = false
    // Most words of an Arabic text are a run of plain letters between two spaces.
    var letters = arabicRun(&hash)
    if letters > 0 {
      token.script = .arabic
      if byte < utf8.count, utf8[byte] == 0x20 { return close(token, hash) }
    }
    while true {
      if token.script == .arabic { letters += arabicRun(&hash) }
      guard byte < utf8.count else { break }
      let (value, length) = decode(byte)
      switch classify(value) {
      case .letter:
        let script = Self.script(value)
        if letters == 0 {
          token.script = script
          token.isCapitalized = script == .latin && Folding.latin(value) != value
        } else if script != token.script {
          return close(token, hash)
        }
        letters += 1
        foldLetter(value, script, &hash)
        advance(length)
      case .digit:
        guard token.script == .latin else { return close(token, hash) }
        emit(Folding.arabic(value), &hash)
        advance(length)
      case .ignorable:
        ignore(value, length)
      case .mark:
        guard token.script == .latin, joins(value, length, letters) else { return close(token, hash) }
        if value == 0x2E { emit(value, &hash) }
        advance(length)
      case .space, .newline:
        return close(token, hash)
      }
    }
    close(token, hash)
  }

  /// Reads on through letters of the Arabic block, which most letters of an Arabic text are.
  private mutating func arabicRun(_ hash: inout UInt64) -> Int {
    let (utf8, arabicLetters) = (utf8, arabicLetters)
    let (source, table) = (utf8.span, arabicLetters.span)
    var (at, key, flags) = (byte, hash, UInt8(0))
    folded.append(addingCapacity: source.count - byte) { out in
      while at + 1 < source.count {
        let (first, second) = (source[at], source[at + 1])
        guard first & 0xFC == 0xD8 else { break }
        let letter = table[Int(first & 3) << 6 | Int(second & 0x3F)]
        guard letter.lead != 0 else { break }
        out.append(letter.lead)
        out.append(letter.trail)
        key = Key.add(letter.trail, to: Key.add(letter.lead, to: key))
        flags |= letter.flag
        at &+= 2
      }
    }
    let letters = (at - byte) / 2
    (byte, hash) = (at, key)
    if flags & Folding.Letter.maqsura != 0 { hasMaqsura = true }
    if flags & Folding.Letter.foreign != 0 { isForeign = true }
    scalar += letters
    return letters
  }

  private mutating func close(_ begun: Word, _ hash: UInt64) {
    var token = begun
    var key = hash
    if token.script == .arabic, hasMaqsura {
      restoreMaqsura(&token)
      key = Key.hash(folded, Int(token.folded.lowerBound)..<folded.count, from: Key.seed)
    }
    token.isForeign = isForeign
    finish(token, key: Key.finish(key))
  }

  private mutating func foldLetter(_ value: UInt32, _ script: Word.Script, _ hash: inout UInt64) {
    isForeign = isForeign || value > 0xBF && Folding.isForeign(value)
    switch script {
    case .arabic:
      if value == 0x649 || value == 0xFEEF || value == 0xFEF0 { hasMaqsura = true }
      if value >= 0xFB50, let (first, second) = Folding.presentation(value) {
        emit(first, &hash)
        if let second { emit(second, &hash) }
      } else {
        emit(Folding.arabic(value), &hash)
      }
    case .latin where value == 0xDF:
      emit(0x73, &hash)
      emit(0x73, &hash)
    case .latin where value == 0xC6 || value == 0xE6:
      emit(0x61, &hash)
      emit(0x65, &hash)
    case .latin where value == 0x152 || value == 0x153:
      emit(0x6F, &hash)
      emit(0x65, &hash)
    case .latin:
      emit(Folding.latin(value), &hash)
    case .none, .other:
      emit(value, &hash)
    }
  }

  /// ى folds to ي except in the few words which that would turn into others (على is not علي).
  private mutating func restoreMaqsura(_ token: inout Word) {
    let start = Int(token.folded.lowerBound)
    let count = folded.count
    guard count - start <= 10, count - start >= 6 else {
      return replaceMaqsura(from: start)
    }
    var begin = start
    if count - start > 6, folded[start] == 0xD9, folded[start + 1] == 0x88 || folded[start + 1] == 0x81 { begin += 2 }
    if Self.maqsuraWords.contains(where: { folded[begin...].elementsEqual($0) }) { return }
    replaceMaqsura(from: start)
  }

  private mutating func replaceMaqsura(from start: Int) {
    var i = start
    while i + 1 < folded.count {
      if folded[i] == 0xD9, folded[i + 1] == 0x89 { folded[i + 1] = 0x8A }
      i += folded[i] < 0x80 ? 1 : 2
    }
  }

  static let maqsuraWords: [[UInt8]] = ["على", "الى", "حتى", "لدى", "متى", "مدى", "سوى"].map { Array($0.utf8) }

  /// Whether a mark joins a Latin word: an apostrophe between letters (but not "'s"), a dot of "U.S.".
  private func joins(_ value: UInt32, _ length: Int, _ letters: Int) -> Bool {
    let (next, nextLength) = decode(byte + length)
    guard Self.script(next) == .latin, classify(next) == .letter else {
      return value == 0x2E && letters > 1 && folded.count >= 2 && folded[folded.count - 2] == 0x2E
    }
    let (after, _) = decode(byte + length + nextLength)
    switch value {
    case 0x27, 0x2019:
      return !((next == 0x73 || next == 0x53) && classify(after) != .letter)
    case 0x2E:
      let single = letters == 1 || folded[folded.count - 2] == 0x2E
      return single && after == 0x2E
    default: return false
    }
  }

  static func script(_ scalar: UInt32) -> Word.Script {
    switch scalar {
    case 0x41...0x24F, 0x1E00...0x1EFF: .latin
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabic
    default: .other
    }
  }

  /// Digits of one number with inner separators; a separator counts only between two digits.
  private mutating func number() {
    let token = begin(.number)
    var hash = Key.seed
    while byte < utf8.count {
      let (value, length) = decode(byte)
      let kind = classify(value)
      if kind == .digit {
        emit(Folding.arabic(value), &hash)
      } else if Self.separators.contains(value), classify(decode(byte + length).0) == .digit {
        emit(value == 0x66B ? 0x2E : value == 0x66C || value == 0x60C ? 0x2C : value, &hash)
      } else if kind != .ignorable {
        break
      }
      if kind == .ignorable { ignore(value, length) } else { advance(length) }
    }
    finish(token, key: Key.finish(hash))
  }

  /// Dot, comma, Arabic decimal and thousands separators, Arabic comma.
  static let separators: Set<UInt32> = [0x2E, 0x2C, 0x66B, 0x66C, 0x60C]
}
