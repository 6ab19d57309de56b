/// Lists of words for what they imply ("so-called", "refused"): a word is looked up only where a rule asks, so that these
/// lists say nothing of what it is in a clause.
extension Words {
  /// The longest match of a list kept aside that begins at a token: its length in tokens and its value.
  @inline(__always)
  func aside(_ category: Lexicon.Category, at index: Int) -> (length: Int, value: Lexicon.Value)? {
    self[index].asides.has(category) ? found(category, index) : nil
  }

  private func found(_ category: Lexicon.Category, _ index: Int) -> (length: Int, value: Lexicon.Value)? {
    let word = self[index]
    if let found = aside(category, index, word.key) { return found }
    if word.core != word.key, let found = aside(category, index, word.core) { return found }
    guard word.script == .arabic else { return nil }
    let cuts = Cuts(folded, word.letters, hasSlots: false)
    for at in 0..<cuts.count {
      if let found = aside(category, index, cuts[at].key) { return found }
    }
    return nil
  }

  /// The same with the key of the first word.
  private func aside(
    _ category: Lexicon.Category, _ index: Int, _ head: UInt64
  ) -> (length: Int, value: Lexicon.Value)? {
    var best: (length: Int, value: Lexicon.Value)?
    Lexicon.forEachAside(head, all, index) { entry, length in
      if let value = Lexicon.value(entry, category) { best = (length, value) }
    }
    return best
  }
}

extension Word {
  /// Where its letters stand among all folded ones.
  fileprivate var letters: Range<Int> { Int(folded.lowerBound)..<Int(folded.upperBound) }

  /// Whether it is a mark that stands within a phrase: the hyphen of "so-called", the apostrophe of "editor's note".
  fileprivate var joinsWords: Bool { mark == 0x2D || mark == 0x27 || mark == 0x2019 }
}

extension Lexicon {
  /// Calls a body with each entry of the lists kept aside that begins at a token, the longest one last, and how many tokens it
  /// has; the first word is read as the one of a key, and behind the last token stands `Word.outside`. Returns whether a phrase
  /// may begin with that word.
  @inline(__always)
  @discardableResult
  static func forEachAside(_ head: UInt64, _ words: [Word], _ index: Int, _ body: (Int32, Int) -> Void) -> Bool {
    guard mayBeAside(head ^ salt) else { return false }
    let slot = slot(head ^ salt)
    guard slot >= 0 else { return false }
    body(entry(at: slot), 1)
    var (key, at, count) = (head, index + 1, 1)
    while count < phraseLength(at: slot), words[at].isWordLike || words[at].joinsWords {
      if words[at].isWordLike {
        key = Key.join(key, words[at].key)
        count += 1
        body(entry(key ^ salt), at - index + 1)
      }
      at += 1
    }
    return phraseLength(at: slot) > 1
  }
}
