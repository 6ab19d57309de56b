/// Finds the lexicon row of every token: as written, then without proclitics, then without an ending.
struct Resolver {
  private let utf8: [UInt8]
  private let folded: [UInt8]
  private let known: KnownWords?
  /// The ways to read the word that is being resolved with which a phrase may begin.
  private var heads: [KnownWords.Head] = []
  /// The lists kept aside that have that word by itself.
  private var ownAsides = Lexicon.Categories()
  /// The tokens, resolved as far as the run has come.
  var words: [Word] = []

  init(_ utf8: [UInt8], _ folded: [UInt8], _ known: KnownWords?) {
    self.utf8 = utf8
    self.folded = folded
    self.known = known
  }

  /// Resolves all tokens.
  mutating func run() {
    known?.makeRoom()
    // One behind the other: what lies far apart in memory is waited for together.
    var open: [(index: Int, slot: Int32)] = []
    open.reserveCapacity(words.count)
    if let known {
      for index in words.indices where words[index].kind == .word && !takeKnown(index, known) {
        open.append((index, Lexicon.slot(words[index].key)))
      }
    } else {
      for index in words.indices where words[index].kind == .word {
        open.append((index, Lexicon.slot(words[index].key)))
      }
    }
    for (index, slot) in open {
      var word = words[index]
      var cut = Cut()
      heads.removeAll(keepingCapacity: true)
      ownAsides = Lexicon.Categories()
      word.entry = Lexicon.entry(at: slot)
      if word.script == .arabic {
        let opensProclitic = opensProclitic(Self.range(word))
        if word.entry < 0 || opensProclitic {
          let cuts = Cuts(folded, Self.range(word))
          if word.entry < 0 { cut = self.cut(&word, cuts) }
          findArabicPhrase(&word, index, slot, cuts, opensProclitic)
          for at in 0..<cuts.count { readAsides(&word, index, cuts[at].key) }
        } else {
          readPhrase(&word, index, word.key, slot, nil)
          if opensOther(Self.range(word)) {
            let cuts = Cuts(folded, Self.range(word), hasSlots: false)
            for at in 0..<cuts.count { readAsides(&word, index, cuts[at].key) }
          }
        }
      } else {
        readPhrase(&word, index, word.key, slot, nil)
      }
      readAsides(&word, index, word.key)
      if word.core != word.key { readAsides(&word, index, word.core) }
      word.categories = Lexicon.categories(word.entry)
      word.phraseCategories = Lexicon.categories(word.phrase)
      if let known { word.known = Int32(truncatingIfNeeded: known.note(.init(word, cut, ownAsides), heads)) }
      words[index] = word
    }
  }

  /// Resolves a word as it was before, if it is known.
  @inline(__always)
  private mutating func takeKnown(_ index: Int, _ known: KnownWords) -> Bool {
    guard let number = known.place(words[index].key) else { return false }
    let found = known[number]
    words[index].take(found, number)
    if found.prefix > 0 { Self.place(found.proclitics, Int(found.prefix), utf8, &words[index]) }
    if !found.heads.isEmpty { readPhrases(found.heads, index, known) }
    return true
  }

  /// Reads the phrases that begin with a word of which is known how they may begin.
  private mutating func readPhrases(_ heads: Range<Int32>, _ index: Int, _ known: KnownWords) {
    var word = words[index]
    for at in heads {
      let head = known.head(at)
      if head.isAside {
        word.asides.formUnion(asides(index, head.key).found)
      } else {
        findPhrase(&word, index, head)
      }
    }
    word.phraseCategories = Lexicon.categories(word.phrase)
    words[index] = word
  }

  private static func range(_ word: Word) -> Range<Int> { Int(word.folded.lowerBound)..<Int(word.folded.upperBound) }

  /// Adds the lists kept aside that have a word, read as the one of a key, or a phrase that begins with it.
  @inline(__always)
  private mutating func readAsides(_ word: inout Word, _ index: Int, _ key: UInt64) {
    let (found, opens) = asides(index, key)
    word.asides.formUnion(found)
    if opens {
      heads.append(.init(aside: key))
    } else {
      ownAsides.formUnion(found)
    }
  }

  /// The lists kept aside that have a word or a phrase that begins with it, and whether any phrase may.
  @inline(__always)
  private func asides(_ index: Int, _ key: UInt64) -> (found: Lexicon.Categories, opens: Bool) {
    var found = Lexicon.Categories()
    let opens = Lexicon.forEachAside(key, words, index) { entry, _ in found.formUnion(Lexicon.categories(entry)) }
    return (found, opens)
  }

  // MARK: - Proclitics and endings

  /// Cuts a word that no list has as it is written; returns what is cut off before the core.
  private func cut(_ word: inout Word, _ cuts: Cuts) -> Cut {
    for index in 0..<cuts.count {
      let cut = cuts[index]
      let entry = Lexicon.entry(at: cut.slot)
      if entry >= 0 {
        apply(cut, .none, cut.key, entry, &word)
        return cut
      }
    }
    let whole = Self.range(word)
    var tail: UInt64 = 0
    for byte in whole.suffix(8) { tail = tail << 8 | UInt64(folded[byte]) }
    let endings = Ending.candidates(tail)
    if !endings.isEmpty {
      if cutEnding(&word, whole, tail, endings, Cut()) { return Cut() }
      for index in 0..<cuts.count where !cuts[index].restoresArticle {
        if cutEnding(&word, whole, tail, endings, cuts[index]) { return cuts[index] }
      }
    }
    return cuts.count > 0 && keepUnknown(cuts[cuts.count - 1], &word) ? cuts[cuts.count - 1] : Cut()
  }

  /// Tries all endings behind a cut.
  private func cutEnding(
    _ word: inout Word, _ whole: Range<Int>, _ tail: UInt64, _ endings: [Ending], _ cut: Cut
  ) -> Bool {
    guard endings.contains(where: { $0.ends(tail) }) else { return false }
    // The hash of the core without its last four letters, from which every ending goes on.
    let core = whole.dropFirst(cut.prefix)
    let stem = core.dropLast(8)
    let begun = Key.hash(folded, stem, from: Key.seed)
    for ending in endings where ending.ends(tail) {
      let rest = core.count - ending.count
      guard rest >= (ending.kind == .pronoun ? 4 : 6) else { continue }
      var hash = Key.hash(folded, stem.upperBound..<core.lowerBound + rest, from: begun)
      if ending.restoresTa { hash = Key.add(0x87, to: Key.add(0xD9, to: hash)) }
      let key = Key.finish(hash)
      let entry = Lexicon.entry(key)
      if entry >= 0 {
        apply(cut, ending.kind, key, entry, &word)
        return true
      }
    }
    return false
  }

  private func apply(_ cut: Cut, _ ending: Word.Ending, _ key: UInt64, _ entry: Int32, _ word: inout Word) {
    word.entry = entry
    word.core = key
    word.ending = ending
    place(cut, &word)
  }

  /// A word that no list has: only the article shows safely where its core begins.
  private func keepUnknown(_ longest: Cut, _ word: inout Word) -> Bool {
    guard longest.proclitics.contains(.article), Self.range(word).count - longest.prefix >= 6 else { return false }
    word.core = longest.key
    place(longest, &word)
    return true
  }

  private func place(_ cut: Cut, _ word: inout Word) { Self.place(cut.proclitics, cut.prefix, utf8, &word) }

  /// Places the core behind some proclitics of so many bytes.
  private static func place(
    _ proclitics: Word.Proclitics, _ prefix: Int, _ utf8: borrowing [UInt8], _ word: inout Word
  ) {
    word.clitics = proclitics
    // Folding drops tashkeel, so the letters of the proclitics are counted again in the text.
    var letters = prefix / 2
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

  // MARK: - Phrases

  /// A phrase may begin here as written, with the core, and behind any proclitics.
  private mutating func findArabicPhrase(
    _ word: inout Word, _ index: Int, _ slot: Int32, _ cuts: Cuts, _ opensProclitic: Bool
  ) {
    let (key, core) = (word.key, word.core)
    readPhrase(&word, index, key, slot, nil)
    // A core with an entry has it for its slot.
    if core != key { readPhrase(&word, index, core, word.entry >= 0 ? word.entry : Lexicon.slot(core), nil) }
    guard opensProclitic else { return }
    for at in 0..<cuts.count where !cuts[at].swallowsArticle {
      readPhrase(&word, index, cuts[at].key, cuts[at].slot, cuts[at])
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

  /// Whether a word begins as the article or the س of the future does.
  private func opensOther(_ whole: Range<Int>) -> Bool {
    guard whole.count >= 6, folded[whole.lowerBound] == 0xD8 else { return false }
    return folded[whole.lowerBound + 1] == 0xA7 || folded[whole.lowerBound + 1] == 0xB3
  }

  /// Keeps the longest phrase that begins at a token with this key, and the key if any phrase begins so.
  @inline(__always)
  private mutating func readPhrase(_ word: inout Word, _ index: Int, _ key: UInt64, _ slot: Int32, _ cut: Cut?) {
    guard Lexicon.phraseLength(at: slot) > 1 else { return }
    heads.append(.init(key, slot, cut))
    findPhrase(&word, index, heads[heads.count - 1])
  }

  /// Keeps the longest phrase that begins at a token as it is read.
  private func findPhrase(_ word: inout Word, _ index: Int, _ head: KnownWords.Head) {
    let longest = Lexicon.phraseLength(at: head.slot)
    var key = head.key
    var count = 1
    var at = index + 1
    while count < longest, at < words.count, at - index < 24 {
      if words[at].isWordLike {
        key = Key.join(key, words[at].key)
        count += 1
        let entry = Lexicon.entry(key)
        if entry >= 0, at - index + 1 > Int(word.phraseLength) {
          word.phrase = entry
          word.phraseLength = UInt8(at - index + 1)
          if head.prefix > 0 { Self.place(head.proclitics, Int(head.prefix), utf8, &word) }
        }
      } else if words[at].mark != 0x2D, words[at].mark != 0x2F {
        break
      }
      at += 1
    }
  }
}

extension Word {
  /// Takes over what is known of it, whatever stands around it.
  @inline(__always)
  fileprivate mutating func take(_ found: KnownWords.Entry, _ place: Int) {
    known = Int32(truncatingIfNeeded: place)
    (entry, core, ending, asides) = (found.entry, found.core, found.ending, found.asides)
    categories = Lexicon.categories(found.entry)
  }
}
