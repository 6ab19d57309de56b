/// Finds the lexicon row of every token: as written, then without proclitics, then without an ending.
struct Resolver {
  private let utf8: [UInt8]
  private let folded: [UInt8]
  private let lexicon: Lexicon
  /// The tokens, resolved as far as the run has come.
  private(set) var words: [Word]

  init(_ utf8: [UInt8], _ folded: [UInt8], _ words: consuming [Word], _ lexicon: Lexicon) {
    self.utf8 = utf8
    self.folded = folded
    self.words = words
    self.lexicon = lexicon
  }

  /// Resolves all tokens.
  mutating func run() {
    for index in words.indices where words[index].kind == .word {
      var word = words[index]
      word.entry = lexicon.entry(word.key)
      if word.script == .arabic {
        let cuts = Cuts(folded, Self.range(word))
        if word.entry < 0 { cut(&word, cuts) }
        findArabicPhrase(&word, index, cuts)
      } else {
        findPhrase(&word, index, word.key, nil)
      }
      words[index] = word
    }
  }

  private static func range(_ word: Word) -> Range<Int> { Int(word.folded.lowerBound)..<Int(word.folded.upperBound) }

  // MARK: - Proclitics and endings

  private func cut(_ word: inout Word, _ cuts: Cuts) {
    let whole = Self.range(word)
    for index in 0..<cuts.count {
      var cut = cuts[index]
      if cut.restoresArticle, let (key, entry) = found(Self.article, whole.dropFirst(cut.prefix)) {
        // "للصين": the list has "الصين".
        cut.proclitics.subtract(.article)
        return apply(cut, .none, key, entry, &word)
      }
      if let (key, entry) = found(Key.seed, whole.dropFirst(cut.prefix)) {
        return apply(cut, .none, key, entry, &word)
      }
    }
    if cutEnding(&word, whole, Cut()) { return }
    for index in 0..<cuts.count where cutEnding(&word, whole, cuts[index]) { return }
    if let longest = cuts.last { keepUnknown(longest, &word) }
  }

  /// Tries all endings behind a cut.
  private func cutEnding(_ word: inout Word, _ whole: Range<Int>, _ cut: Cut) -> Bool {
    let tail = folded[whole.suffix(8)].reduce(0) { $0 << 8 | UInt64($1) }
    for ending in Ending.candidates(tail) where ending.ends(tail) {
      let rest = whole.count - cut.prefix - ending.count
      guard rest >= (ending.kind == .pronoun ? 4 : 6) else { continue }
      let core = whole.dropFirst(cut.prefix).prefix(rest)
      if let (key, entry) = found(Key.seed, core, isFollowedByHa: ending.restoresTa) {
        apply(cut, ending.kind, key, entry, &word)
        return true
      }
    }
    return false
  }

  /// The row of the letters of a range, with what is restored before or behind them.
  private func found(_ seed: UInt64, _ range: Range<Int>, isFollowedByHa: Bool = false) -> (UInt64, Int32)? {
    var hash = Key.hash(folded, range, from: seed)
    if isFollowedByHa { hash = Key.add(0x87, to: Key.add(0xD9, to: hash)) }
    let key = Key.finish(hash)
    let entry = lexicon.entry(key)
    return entry >= 0 ? (key, entry) : nil
  }

  private func apply(_ cut: Cut, _ ending: Word.Ending, _ key: UInt64, _ entry: Int32, _ word: inout Word) {
    word.entry = entry
    word.core = key
    word.ending = ending
    place(cut, &word)
  }

  /// A word that no list has: only the article shows safely where its core begins.
  private func keepUnknown(_ cut: Cut, _ word: inout Word) {
    let whole = Self.range(word)
    guard cut.proclitics.contains(.article), whole.count - cut.prefix >= 6 else { return }
    word.core = Key.finish(Key.hash(folded, whole.dropFirst(cut.prefix), from: Key.seed))
    place(cut, &word)
  }

  private func place(_ cut: Cut, _ word: inout Word) {
    word.clitics = cut.proclitics
    // Folding drops tashkeel, so the letters of the proclitics are counted again in the text.
    var letters = cut.prefix / 2
    var byte = Int(word.bytes.lowerBound)
    let end = Int(word.bytes.upperBound)
    var point = word.start
    while letters > 0, byte < end {
      let isLetter = utf8[byte] < 0xD9 || !(0x8B...0x9F).contains(utf8[byte + 1]) || utf8[byte] > 0xD9
      if isLetter, !(utf8[byte] == 0xD9 && utf8[byte + 1] == 0x80) { letters -= 1 }
      repeat { byte += 1 } while byte < end && utf8[byte] & 0xC0 == 0x80
      point += 1
    }
    while byte + 1 < end, utf8[byte] == 0xD9, (0x8B...0x9F).contains(utf8[byte + 1]) || utf8[byte + 1] == 0x80 {
      byte += 2
      point += 1
    }
    word.coreByte = Int32(byte)
    word.coreStart = point
  }

  /// The hash of "ال", to go on with a word.
  private static let article = "ال".utf8.reduce(Key.seed) { Key.add($1, to: $0) }

  // MARK: - Phrases

  /// A phrase may begin here as written, with the core, and behind any proclitics.
  private func findArabicPhrase(_ word: inout Word, _ index: Int, _ cuts: Cuts) {
    let (key, core, whole) = (word.key, word.core, Self.range(word))
    findPhrase(&word, index, key, nil)
    if core != key { findPhrase(&word, index, core, nil) }
    guard opensProclitic(whole) else { return }
    for at in 0..<cuts.count {
      var cut = cuts[at]
      let seed = cut.restoresArticle ? Self.article : Key.seed
      if cut.restoresArticle { cut.proclitics.subtract(.article) }
      findPhrase(&word, index, Key.finish(Key.hash(folded, whole.dropFirst(cut.prefix), from: seed)), cut)
    }
  }

  /// Whether a word begins with a letter that may be a proclitic: و ف ب ل ك.
  private func opensProclitic(_ whole: Range<Int>) -> Bool {
    guard whole.count >= 6 else { return false }
    let second = folded[whole.lowerBound + 1]
    switch folded[whole.lowerBound] {
    case 0xD8: return second == 0xA8
    default: return second == 0x88 || second == 0x81 || second == 0x84 || second == 0x83
    }
  }

  /// Keeps the longest phrase that begins at a token with this key.
  private func findPhrase(_ word: inout Word, _ index: Int, _ head: UInt64, _ cut: Cut?) {
    let longest = lexicon.phraseLength(head)
    guard longest > 1 else { return }
    var key = head
    var count = 1
    var at = index + 1
    while count < longest, at < words.count, at - index < 24 {
      if words[at].isWordLike {
        key = Key.join(key, words[at].key)
        count += 1
        let entry = lexicon.entry(key)
        if entry >= 0, at - index + 1 > Int(word.phraseLength) {
          word.phrase = entry
          word.phraseLength = UInt8(at - index + 1)
          if let cut { place(cut, &word) }
        }
      } else if words[at].mark != 0x2D {
        break
      }
      at += 1
    }
  }
}
