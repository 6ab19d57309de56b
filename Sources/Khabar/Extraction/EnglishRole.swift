/// Offices in English text, before a name, behind it, or by themselves.
enum EnglishRole {
  /// The office that ends right before a name: "interior minister Petra Hallgren".
  static func before(_ words: Words, _ name: Int, _ range: Range<Int>) -> Range<Int>? {
    let lower = max(range.lowerBound, name - 4)
    for start in lower..<max(name, lower) {
      let match = words.longest(.roles, at: start)
      guard match.length > 0, start + match.length == name, match.code != ArabicRole.Code.prefix else { continue }
      return opened(words, start, range)..<name
    }
    return nil
  }

  /// The office behind a name and a comma: ", HarbourOne's chief executive", ", chief operating officer of HarbourOne".
  static func behind(_ words: Words, _ comma: Int, _ range: Range<Int>) -> Range<Int>? {
    guard comma + 1 < range.upperBound, words[comma].mark == 0x2C else { return nil }
    var start = comma + 1
    // ", 47, a spokeswoman"
    if start + 2 < range.upperBound, words[start].kind == .number, words[start + 1].mark == 0x2C { start += 2 }
    if isDeterminer(words, start) { start += 1 }
    var index = start
    while index < range.upperBound, index - start < 7 {
      let match = words.longest(.roles, at: index)
      if match.length > 0, match.code != ArabicRole.Code.prefix, match.code != ArabicRole.Code.title {
        var end = min(index + match.length, range.upperBound)
        // "chief curator"
        while end < range.upperBound, case let next = words.longest(.roles, at: end), next.length > 0,
          next.code == ArabicRole.Code.office || next.code == ArabicRole.Code.deputy, !words[end].isCapitalized
        {
          end += next.length
        }
        return start..<complement(words, end, range)
      }
      let isOwner = words[index].mark == 0x27 || words[index].mark == 0x2019 || words.isWord(index, "s")
      guard isOwner || words[index].kind == .word, !words.has(.reporting, at: index),
        !words.has(.function, at: index) || isOwner
      else { return nil }
      index += 1
    }
    return nil
  }

  /// An office by itself that says which one: "the minister", "Iraq's foreign minister", "the head of the agency".
  static func standingAlone(_ words: Words, _ index: Int, _ range: Range<Int>) -> Range<Int>? {
    let match = words.longest(.roles, at: index)
    guard match.length > 0, match.code == ArabicRole.Code.office || match.code == ArabicRole.Code.deputy else {
      return nil
    }
    let end = min(index + match.length, range.upperBound)
    if end < range.upperBound, words[end].isCapitalized, !words.has(.function, at: end) { return nil }
    let start = opened(words, index, range)
    if words[start].isCapitalized, words.has(.places, at: start) { return start..<complement(words, end, range) }
    guard start > range.lowerBound, isDeterminer(words, start - 1), !words.isWord(start - 1, "a"),
      !words.isWord(start - 1, "an")
    else { return nil }
    return start..<complement(words, end, range)
  }

  /// Begins an office earlier, at "former", "Iranian" or one plain noun before it.
  private static func opened(_ words: Words, _ index: Int, _ range: Range<Int>) -> Int {
    var start = index
    while start > range.lowerBound, index - start < 4 {
      let before = start - 1
      let fits =
        words.code(.roles, at: before) == ArabicRole.Code.prefix || words.has(.places, at: before)
        || words.code(.organisations, at: before) != 0 && words[before].kind == .word
        || isNoun(words, before) && before > range.lowerBound && isDeterminer(words, before - 1)
      guard fits else { break }
      start = before
    }
    // "Iran's foreign minister"
    if start - 3 >= range.lowerBound, words.isWord(start - 1, "s"), words[start - 2].kind == .mark,
      words.has(.places, at: start - 3), words[start - 3].isCapitalized
    {
      return start - 3
    }
    return start
  }

  private static func isNoun(_ words: Words, _ index: Int) -> Bool {
    words[index].kind == .word && words[index].script == .latin && !words[index].isCapitalized
      && !words.endsPhrase(index)
  }

  private static func isDeterminer(_ words: Words, _ index: Int) -> Bool {
    let determiners = ["the", "a", "an", "its", "their", "his", "her", "s"]
    return determiners.contains { words.isWord(index, $0) }
  }

  /// "of HarbourOne", "for the ministry", "at the port authority".
  private static func complement(_ words: Words, _ index: Int, _ range: Range<Int>) -> Int {
    guard index + 1 < range.upperBound else { return index }
    let prepositions = ["of", "for", "at", "to"]
    guard prepositions.contains(where: { words.isWord(index, $0) }) else { return index }
    var end = index + 1
    let hasArticle = words.isWord(end, "the")
    if hasArticle { end += 1 }
    let start = end
    while end < range.upperBound, end - start < 4, words[end].kind == .word, words[end].script == .latin,
      !words.endsPhrase(end), hasArticle || words[end].isCapitalized
    {
      end += 1
    }
    return end > start ? end : index
  }
}
