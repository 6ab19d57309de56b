/// Runs of tokens that end at a full stop, a question mark or the end of the block.
enum Sentences {
  /// Splits the tokens of a block. A stop inside quotation marks ends a sentence only when the mark closes after it.
  static func split(_ words: Words, _ block: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = block.lowerBound
    var index = block.lowerBound
    func end(at end: Int) {
      if (start..<end).contains(where: { words[$0].isWordLike }) { result.append(start..<end) }
      start = end
    }
    while true {
      index = words.next(.mark, from: index, before: block.upperBound)
      guard index < block.upperBound else { break }
      defer { index += 1 }
      guard isStop(words, index, block) else { continue }
      while index + 1 < block.upperBound, closes(words[index + 1], words, index + 1) { index += 1 }
      end(at: index + 1)
    }
    if start < block.upperBound { end(at: block.upperBound) }
    return result
  }

  private static func isStop(_ words: Words, _ index: Int, _ block: Range<Int>) -> Bool {
    switch words[index].mark {
    case 0x3F, 0x21, 0x61F, 0x6D4: return !follows(words, index, block, isQuestionInside: true)
    case 0x2026: return follows(words, index, block) && !words[index + 1].isSmall
    case 0x2E: break
    default: return words[index].newlines > 0 && isListBreak(words, index, block)
    }
    if index + 1 < block.upperBound, words[index + 1].mark == 0x2E { return false }
    if index > block.lowerBound, words[index - 1].mark == 0x2E {
      // An ellipsis ends a sentence only before a capital or, in Arabic, never by itself.
      return index + 1 == block.upperBound || words[index + 1].isCapitalized
    }
    guard index > block.lowerBound else { return false }
    let before = words[index - 1]
    // "Sh1.2 billion"
    if index + 1 < block.upperBound, words[index + 1].kind == .number,
      words[index + 1].bytes.lowerBound == words[index].bytes.upperBound,
      before.bytes.upperBound == words[index].bytes.lowerBound
    {
      return false
    }
    if before.bytes.upperBound == words[index].bytes.lowerBound, isAbbreviation(words, index - 1) {
      return index + 1 == block.upperBound
    }
    return true
  }

  /// Whether a question or exclamation mark goes on inside the sentence ("?" before a closing mark and a small letter).
  private static func follows(_ words: Words, _ index: Int, _ block: Range<Int>, isQuestionInside: Bool = false) -> Bool
  {
    var next = index + 1
    while isQuestionInside, next < block.upperBound, closes(words[next], words, next) { next += 1 }
    guard next < block.upperBound else { return false }
    return isQuestionInside ? words[next].script == .latin && words[next].isSmall && next > index + 1 : true
  }

  private static func isListBreak(_ words: Words, _ index: Int, _ block: Range<Int>) -> Bool {
    words[index].newlines > 0 && index > block.lowerBound && words[index - 1].mark == 0x3A
  }

  private static func closes(_ word: Word, _ words: Words, _ index: Int) -> Bool {
    switch word.mark {
    case 0xBB, 0x201D, 0x2019, 0x29, 0x5D, 0x203A: true
    // A straight mark closes when it touches what stands before it.
    case 0x22, 0x27: word.bytes.lowerBound == words[index - 1].bytes.upperBound
    default: false
    }
  }

  private static func isAbbreviation(_ words: Words, _ index: Int) -> Bool {
    let word = words[index]
    if words.has(.abbreviations, at: index) { return true }
    // An initial: "J. Smith", "م. أحمد"; but "the 1990s."
    let isTail = index > 0 && words[index - 1].kind == .number && words.touches(index - 1, index)
    return word.kind == .word && word.end - word.start == 1 && !isTail
  }
}

extension Word {
  /// Whether it is a Latin word in small letters.
  var isSmall: Bool { script == .latin && !isCapitalized }
}
