/// A text as tokens that are folded but not looked up, which is all that finding related texts needs.
package struct FoldedWords: Sendable {
  /// The text.
  package let utf8: [UInt8]
  /// The tokens in order.
  package let words: [Word]

  /// Splits valid UTF-8 into tokens.
  package init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    words = Tokenizer.tokens(of: utf8).words
  }

  /// The bytes of a token as the text has them.
  package func text(_ word: Word) -> ArraySlice<UInt8> {
    utf8[Int(word.bytes.lowerBound)..<Int(word.bytes.upperBound)]
  }
}
