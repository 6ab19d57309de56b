/// Lists of words for what they imply ("so-called", "refused"): a word is looked up only where a rule asks, so that these
/// lists say nothing of what it is in a clause.
extension Words {
  /// The longest match of a list kept aside that begins at a token: its length in tokens and its value.
  func aside(_ category: Lexicon.Category, at index: Int) -> (length: Int, value: Lexicon.Value)? {
    guard indices.contains(index), self[index].isAside else { return nil }
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
    guard Lexicon.mayBeAside(head ^ Lexicon.salt) else { return nil }
    let slot = Lexicon.slot(head ^ Lexicon.salt)
    guard slot >= 0 else { return nil }
    var best = Lexicon.value(Lexicon.entry(at: slot), category).map { (length: 1, value: $0) }
    var (key, at, count) = (head, index + 1, 1)
    while count < Lexicon.phraseLength(at: slot), at < self.count, self[at].isWordLike || self[at].joinsWords {
      if self[at].isWordLike {
        key = Key.join(key, self[at].key)
        count += 1
        if let value = Lexicon.value(Lexicon.entry(key ^ Lexicon.salt), category) { best = (at - index + 1, value) }
      }
      at += 1
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
  /// Whether a list kept aside has the word of a key, or a phrase that begins with it.
  @inline(__always)
  static func isAside(_ key: UInt64) -> Bool { mayBeAside(key ^ salt) && slot(key ^ salt) >= 0 }
}
