extension Words {
  /// Finds the lexicon row of every token: as written, then without proclitics, then without an ending.
  mutating func resolve(_ lexicon: Lexicon) {
    for index in all.indices where all[index].kind == .word {
      all[index].entry = lexicon.entry(all[index].key)
      if all[index].script == .arabic, all[index].entry < 0 { cutClitics(index, lexicon) }
    }
    for index in all.indices where all[index].kind == .word { findPhrase(index, lexicon) }
  }

  /// One way to read a word: so many bytes are proclitics, and so many at the end are an ending.
  private struct Cut {
    var proclitics: Word.Proclitics
    var prefix: Int
    /// "لل" stands for "ل" + "ال".
    var restoresArticle = false
  }

  private mutating func cutClitics(_ index: Int, _ lexicon: Lexicon) {
    let whole = Array(foldedText(index))
    let cuts = Self.cuts(whole)
    for cut in cuts {
      if cut.restoresArticle {
        // "للصين": the list has "الصين".
        let key = Key.of(Self.article + whole[cut.prefix...])
        let entry = lexicon.entry(key)
        let bare = Cut(proclitics: cut.proclitics.subtracting(.article), prefix: cut.prefix)
        if entry >= 0 { return apply(bare, .none, key, entry, index) }
      }
      let key = Key.of(whole[cut.prefix...])
      let entry = lexicon.entry(key)
      if entry >= 0 { return apply(cut, .none, key, entry, index) }
    }
    for cut in [Cut(proclitics: [], prefix: 0)] + cuts {
      for (ending, suffix, replacement) in Self.endings {
        let rest = whole.count - cut.prefix - suffix.count
        guard rest >= (ending == .pronoun ? 4 : 6), whole[cut.prefix...].suffix(suffix.count).elementsEqual(suffix)
        else { continue }
        let key = Key.of(whole[cut.prefix..<cut.prefix + rest] + replacement)
        let entry = lexicon.entry(key)
        if entry >= 0 { return apply(cut, ending, key, entry, index) }
      }
    }
    if let longest = cuts.last { keepUnknown(longest, whole, index) }
  }

  private mutating func apply(_ cut: Cut, _ ending: Word.Ending, _ key: UInt64, _ entry: Int32, _ index: Int) {
    all[index].entry = entry
    all[index].core = key
    all[index].ending = ending
    place(cut, index)
  }

  /// A word that no list has: only the article shows safely where its core begins.
  private mutating func keepUnknown(_ cut: Cut, _ whole: [UInt8], _ index: Int) {
    guard cut.proclitics.contains(.article), whole.count - cut.prefix >= 6 else { return }
    all[index].core = Key.of(whole[cut.prefix...])
    place(cut, index)
  }

  private mutating func place(_ cut: Cut, _ index: Int) {
    all[index].clitics = cut.proclitics
    // Folding drops tashkeel, so the letters of the proclitics are counted again in the text.
    var letters = cut.prefix / 2
    var byte = Int(all[index].bytes.lowerBound)
    var point = all[index].start
    while letters > 0, byte < Int(all[index].bytes.upperBound) {
      let isLetter = utf8[byte] < 0xD9 || !(0x8B...0x9F).contains(utf8[byte + 1]) || utf8[byte] > 0xD9
      if isLetter, !(utf8[byte] == 0xD9 && utf8[byte + 1] == 0x80) { letters -= 1 }
      repeat { byte += 1 } while byte < Int(all[index].bytes.upperBound) && utf8[byte] & 0xC0 == 0x80
      point += 1
    }
    while byte + 1 < Int(all[index].bytes.upperBound), utf8[byte] == 0xD9,
      (0x8B...0x9F).contains(utf8[byte + 1]) || utf8[byte + 1] == 0x80
    {
      byte += 2
      point += 1
    }
    all[index].coreByte = Int32(byte)
    all[index].coreStart = point
  }

  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  /// The ways to cut proclitics off, shortest first, whole word left out.
  private static func cuts(_ word: [UInt8]) -> [Cut] {
    var result: [Cut] = []
    func letter(_ at: Int) -> UInt8 {
      at + 1 < word.count ? (word[at] == 0xD9 ? word[at + 1] : word[at + 1] &+ 0x40) : 0
    }
    var at = 0
    var clitics: Word.Proclitics = []
    func add() { if word.count - at >= 4 { result.append(Cut(proclitics: clitics, prefix: at)) } }
    if word.count >= 6, word[0] == 0xD9, letter(0) == 0x88 || letter(0) == 0x81 {
      clitics.insert(.conjunction)
      at = 2
      add()
    }
    guard word.count - at >= 6 else { return result }
    let first = [word[at], word[at + 1]]
    let particles: [([UInt8], Word.Proclitics)] = [
      ([0xD8, 0xA8], .ba), ([0xD9, 0x84], .la), ([0xD9, 0x83], .ka), ([0xD8, 0xB3], .sa),
    ]
    if let (_, clitic) = particles.first(where: { $0.0 == first }) {
      let isDoubleLam = clitic == .la && word[at + 2] == 0xD9 && word[at + 3] == 0x84
      clitics.insert(clitic)
      at += 2
      add()
      if isDoubleLam, word.count - at >= 6 {
        clitics.insert(.article)
        at += 2
        result.append(Cut(proclitics: clitics, prefix: at, restoresArticle: true))
        return result
      }
    }
    if word.count - at >= 6, word[at] == 0xD8, word[at + 1] == 0xA7, word[at + 2] == 0xD9, word[at + 3] == 0x84 {
      clitics.insert(.article)
      at += 4
      add()
    }
    return result
  }

  /// Endings, longest first, each with what the word has in its place without it ("وزارتها": "وزارة").
  private static let endings: [(Word.Ending, [UInt8], [UInt8])] = {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    let pronouns = ["هما", "هم", "ها", "نا", "كم", "ه", "ي"]
    return pronouns.map { (.pronoun, bytes("ت" + $0), bytes("ه")) } + pronouns.map { (.pronoun, bytes($0), []) } + [
      (.an, bytes("تان"), bytes("ه")), (.yn, bytes("تين"), bytes("ه")), (.un, bytes("ون"), []), (.yn, bytes("ين"), []),
      (.an, bytes("ان"), []), (.at, bytes("ات"), bytes("ه")), (.at, bytes("ات"), []), (.accusative, bytes("ا"), []),
      (.construct, bytes("وا"), []), (.construct, bytes("و"), []), (.construct, bytes("تي"), bytes("ه")),
    ]
  }()

  /// The keys under which a phrase may begin here: as written, its core, and behind any proclitics.
  private func phraseHeads(_ index: Int, _ lexicon: Lexicon) -> [(key: UInt64, cut: Cut?)] {
    let word = all[index]
    var heads: [(key: UInt64, cut: Cut?)] = []
    if lexicon.phraseLength(word.key) > 1 { heads.append((word.key, nil)) }
    if word.core != word.key, lexicon.phraseLength(word.core) > 1 { heads.append((word.core, nil)) }
    guard word.script == .arabic, Self.opensProclitic(foldedText(index)) else { return heads }
    let whole = Array(foldedText(index))
    for cut in Self.cuts(whole) {
      let key = Key.of((cut.restoresArticle ? Self.article : []) + whole[cut.prefix...])
      if lexicon.phraseLength(key) > 1 {
        let proclitics = cut.restoresArticle ? cut.proclitics.subtracting(.article) : cut.proclitics
        heads.append((key, Cut(proclitics: proclitics, prefix: cut.prefix)))
      }
    }
    return heads
  }

  /// Whether a word begins with a letter that may be a proclitic: و ف ب ل ك.
  private static func opensProclitic(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 6, let second = word.dropFirst().first else { return false }
    return word.first == 0xD8 ? second == 0xA8 : [0x88, 0x81, 0x84, 0x83].contains(second)
  }

  private mutating func findPhrase(_ index: Int, _ lexicon: Lexicon) {
    for head in phraseHeads(index, lexicon) {
      var key = head.key
      var words = 1
      var at = index + 1
      let longest = lexicon.phraseLength(head.key)
      while words < longest, at < all.count, at - index < 24 {
        if all[at].isWordLike {
          key = Key.join(key, all[at].key)
          words += 1
          let entry = lexicon.entry(key)
          if entry >= 0, at - index + 1 > Int(all[index].phraseLength) {
            all[index].phrase = entry
            all[index].phraseLength = UInt8(at - index + 1)
            if let cut = head.cut { place(cut, index) }
          }
        } else if all[at].mark != 0x2D {
          break
        }
        at += 1
      }
    }
  }
}
