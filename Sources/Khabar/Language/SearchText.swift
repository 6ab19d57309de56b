/// A text as a search engine should see it: folded words, and the light stems of them.
///
/// Search engines that fold nothing of Arabic find "الوزارة" only as it is written; with these they find it by "وزاره".
package struct SearchText: Sendable {
  /// The folded words and numbers, with spaces between them.
  package private(set) var words: [UInt8] = []
  /// The stem of each, with spaces between them.
  package private(set) var stems: [UInt8] = []

  /// Folds valid UTF-8.
  package init(_ utf8: [UInt8]) {
    let tokens = Tokenizer.tokens(of: utf8)
    for word in tokens.words where word.isWordLike {
      if !words.isEmpty {
        words.append(0x20)
        stems.append(0x20)
      }
      let folded = tokens.folded[Int(word.folded.lowerBound)..<Int(word.folded.upperBound)]
      words += folded
      appendStem(folded, word)
    }
  }

  private mutating func appendStem(_ folded: ArraySlice<UInt8>, _ word: Word) {
    guard word.kind == .word else { return stems += folded }
    let stem = Stem.form(folded.span, word.script)
    stems += folded[folded.startIndex + stem.bytes.lowerBound..<folded.startIndex + stem.bytes.upperBound]
    if stem.endsInY { stems.append(0x79) }
  }
}
