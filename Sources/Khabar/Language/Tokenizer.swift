/// Cuts valid UTF-8 into tokens and folds them, in one pass over the bytes.
struct Tokenizer {
  private let utf8: [UInt8]
  private var words: [Word] = []
  /// The folded forms of the tokens so far, and room for more.
  private var folded: [UInt8]
  /// How many bytes of it are written.
  private var fold = 0
  private let classes = Folding.classes
  /// Whether the word that is being read has a ى.
  private var hasMaqsura = false
  /// Whether it has a letter that neither Arabic nor English uses.
  private var isForeign = false
  /// Whether it begins with a capital letter.
  private var isCapitalized = false
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
    let letters = Folding.arabicLetters
    tokenizer.run(utf8.span, letters.span)
    tokenizer.folded.removeLast(tokenizer.folded.count - tokenizer.fold)
    return Tokens(
      words: tokenizer.words, folded: tokenizer.folded, scalarCount: tokenizer.scalar,
      hidesControls: tokenizer.hidesControls)
  }

  private init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    words.reserveCapacity(utf8.count / 7 + 8)
    folded = Array(repeating: 0, count: utf8.count + 64)
  }

  /// Reads the whole text, which is handed down with the table of letters: a copy in hand would be counted at each word.
  private mutating func run(_ text: Swift.Span<UInt8>, _ letters: Swift.Span<UInt32>) {
    while byte < utf8.count {
      let (value, length) = decode(byte)
      switch classify(value) {
      case .space: advance(length)
      case .ignorable: ignore(value, length)
      case .newline: lineBreak()
      case .letter: word(text, letters)
      case .digit: number()
      case .mark:
        let start = place
        advance(length)
        add(.mark, from: start, key: UInt64(value))
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

  /// A byte, a code point and a byte of the folded forms.
  private struct Place {
    var byte: Int32
    var scalar: Int32
    var fold: Int32
  }

  /// Where the next token begins.
  private var place: Place {
    Place(
      byte: Int32(truncatingIfNeeded: byte), scalar: Int32(truncatingIfNeeded: scalar),
      fold: Int32(truncatingIfNeeded: fold))
  }

  /// Adds the token that ends here.
  @inline(__always)
  private mutating func add(
    _ kind: Word.Kind, _ script: Word.Script = .none, isCapitalized: Bool = false, isForeign: Bool = false,
    from start: Place, key: UInt64
  ) {
    let end = place
    words.append(
      Word(
        kind: kind, script: script, isCapitalized: isCapitalized, isForeign: isForeign, bytes: start.byte..<end.byte,
        start: start.scalar, end: end.scalar, coreByte: start.byte, coreStart: start.scalar, key: key, core: key,
        folded: start.fold..<end.fold))
  }

  /// White space that holds newlines is one token; "\r\n" counts once.
  private mutating func lineBreak() {
    let start = place
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
    add(.lineBreak, from: start, key: newlines)
  }

  /// Makes sure that so many bytes fit into the folded forms; a few letters fold to more bytes than they have.
  @inline(__always)
  private mutating func makeRoom(_ count: Int) {
    if folded.count - fold < count { folded.append(contentsOf: repeatElement(0, count: folded.count + count)) }
  }

  private mutating func emit(_ scalar: UInt32, _ hash: inout UInt64) {
    makeRoom(4)
    func put(_ byte: UInt32, _ hash: inout UInt64) {
      folded[fold] = UInt8(truncatingIfNeeded: byte)
      fold += 1
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
  private mutating func word(_ text: Swift.Span<UInt8>, _ table: Swift.Span<UInt32>) {
    let start = place
    var hash = Key.seed
    var script = Word.Script.none
    hasMaqsura = false
    isForeign = false
    isCapitalized = false
    // Most words of an Arabic text are a run of plain letters between two spaces.
    var letters = arabicRun(text, table, &hash)
    if letters > 0 {
      script = .arabic
      if byte < utf8.count, utf8[byte] == 0x20 { return close(start, script, hash) }
    }
    while true {
      if script == .arabic { letters += arabicRun(text, table, &hash) }
      if script == .latin { letters += latinRun(text, &hash) }
      guard byte < utf8.count else { break }
      let (value, length) = decode(byte)
      switch classify(value) {
      case .letter:
        let its = Self.script(value)
        if letters == 0 {
          script = its
          isCapitalized = script == .latin && Folding.latin(value) != value
        } else if its != script {
          return close(start, script, hash)
        }
        letters += 1
        foldLetter(value, script, &hash)
        advance(length)
      case .digit:
        guard script == .latin else { return close(start, script, hash) }
        emit(Folding.arabic(value), &hash)
        advance(length)
      case .ignorable:
        ignore(value, length)
      case .mark:
        guard script == .latin, joins(value, length, letters) else { return close(start, script, hash) }
        if value == 0x2E { emit(value, &hash) }
        advance(length)
      case .space, .newline:
        return close(start, script, hash)
      }
    }
    close(start, script, hash)
  }

  /// Reads on through letters of the Arabic block, which most letters of an Arabic text are.
  private mutating func arabicRun(
    _ source: Swift.Span<UInt8>, _ table: Swift.Span<UInt32>, _ hash: inout UInt64
  ) -> Int {
    makeRoom(source.count - byte)
    let (from, start) = (byte, fold)
    var run = LetterRun(hash)
    var out = folded.mutableSpan
    run.readArabic(source, from: from, table, to: &out, at: start)
    take(run, &hash)
    scalar += run.letters
    if run.flags & Folding.maqsura != 0 { hasMaqsura = true }
    if run.flags & Folding.foreign != 0 { isForeign = true }
    return run.letters
  }

  /// Reads on through letters and digits of ASCII, which most of a Latin word is, and counts the letters.
  private mutating func latinRun(_ source: Swift.Span<UInt8>, _ hash: inout UInt64) -> Int {
    makeRoom(source.count - byte)
    let (from, start) = (byte, fold)
    var run = LetterRun(hash)
    var out = folded.mutableSpan
    run.readLatin(source, from: from, to: &out, at: start)
    take(run, &hash)
    scalar += run.read
    return run.letters
  }

  /// Goes on behind a run.
  @inline(__always)
  private mutating func take(_ run: LetterRun, _ hash: inout UInt64) {
    byte += run.read
    fold += run.written
    hash = run.hash
  }

  private mutating func close(_ start: Place, _ script: Word.Script, _ hash: UInt64) {
    var key = hash
    if script == .arabic, hasMaqsura {
      restoreMaqsura(from: Int(start.fold))
      key = Key.hash(folded, Int(start.fold)..<fold, from: Key.seed)
    }
    add(.word, script, isCapitalized: isCapitalized, isForeign: isForeign, from: start, key: Key.finish(key))
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
  private mutating func restoreMaqsura(from start: Int) {
    let count = fold
    guard count - start <= 10, count - start >= 6 else {
      return replaceMaqsura(from: start)
    }
    var begin = start
    if count - start > 6, folded[start] == 0xD9, folded[start + 1] == 0x88 || folded[start + 1] == 0x81 { begin += 2 }
    if Self.maqsuraWords.contains(where: { folded[begin..<count].elementsEqual($0) }) { return }
    replaceMaqsura(from: start)
  }

  private mutating func replaceMaqsura(from start: Int) {
    var i = start
    while i + 1 < fold {
      if folded[i] == 0xD9, folded[i + 1] == 0x89 { folded[i + 1] = 0x8A }
      i += folded[i] < 0x80 ? 1 : 2
    }
  }

  static let maqsuraWords: [[UInt8]] = ["على", "الى", "حتى", "لدى", "متى", "مدى", "سوى"].map { Array($0.utf8) }

  /// Whether a mark joins a Latin word: an apostrophe between letters (but not "'s"), a dot of "U.S.".
  private func joins(_ value: UInt32, _ length: Int, _ letters: Int) -> Bool {
    let (next, nextLength) = decode(byte + length)
    guard Self.script(next) == .latin, classify(next) == .letter else {
      return value == 0x2E && letters > 1 && fold >= 2 && folded[fold - 2] == 0x2E
    }
    let (after, _) = decode(byte + length + nextLength)
    switch value {
    case 0x27, 0x2019:
      return !((next == 0x73 || next == 0x53) && classify(after) != .letter)
    case 0x2E:
      let single = letters == 1 || folded[fold - 2] == 0x2E
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
    let start = place
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
    add(.number, from: start, key: Key.finish(hash))
  }

  /// Dot, comma, Arabic decimal and thousands separators, Arabic comma.
  static let separators: Marks = [0x2E, 0x2C, 0x66B, 0x66C, 0x60C]
}
