/// A run of capitalized English words: a role in front and a name.
struct EnglishRun {
  /// Office or title in front ("Prime Minister").
  var role: Range<Int>?
  /// What is left; empty for a role alone.
  var name: Range<Int>
  /// The next token.
  var end: Int
  /// Whether it is one word at the beginning of a sentence, where the capital says nothing.
  var isUncertain: Bool

  init?(_ words: Words, _ index: Int, _ range: Range<Int>, isTitleCase: Bool) {
    var start = index
    guard words[start].isCapitalized, words[start].kind == .word else { return nil }
    let begins = words.beginsSentence(index, range)
    let hasField = Self.hasField(words, start, range)
    if !hasField, begins || isTitleCase {
      // "The", "Shares", "On": skipped when a list has them as plain words.
      guard !words.endsPhrase(start) else { return nil }
    }
    guard !words.has(.months, at: start), !words.has(.weekdays, at: start), !words.has(.function, at: start) else {
      return nil
    }
    end = Self.close(words, start, range)
    let nation = max(words.longest(.places, at: start).length, words.longest(.organisations, at: start).length)
    let office = words.longest(.roles, at: start)
    let second = nation > 0 && start + nation < end ? words.longest(.roles, at: start + nation) : (length: 0, code: 0)
    if hasField {
      role = start..<start + 1 + words.longest(.roles, at: start + 1).length
    } else if office.length > 0, office.code != ArabicRole.Code.prefix || office.length > 1 {
      role = start..<min(start + office.length, range.upperBound)
    } else if second.length > 0 {
      role = start..<min(start + nation + second.length, range.upperBound)
    } else if office.length == 1, start + 1 < end, case let next = words.longest(.roles, at: start + 1), next.length > 0
    {
      role = start..<min(start + 1 + next.length, range.upperBound)
    }
    if var role {
      // "Defence Minister General Bakary Coulibaly"
      while role.upperBound < range.upperBound, case let rank = words.longest(.roles, at: role.upperBound),
        rank.length > 0, rank.code == ArabicRole.Code.title, words[role.upperBound].isCapitalized,
        role.upperBound + rank.length < range.upperBound, words[role.upperBound + rank.length].isCapitalized
      {
        role = role.lowerBound..<role.upperBound + rank.length
      }
      self.role = role
      start = role.upperBound
      if start < range.upperBound, words[start].mark == 0x2E { start += 1 }
      end = start < range.upperBound && words[start].isCapitalized ? Self.close(words, start, range) : max(end, start)
    }
    let isNamed = start < range.upperBound && words[start].isCapitalized && start < end
    name = isNamed ? start..<end : start..<start
    isUncertain = begins && role == nil && name.count == 1
  }

  /// Whether a word for a field stands before an office and a name: "Transport Cabinet Secretary Grace Wekesa".
  private static func hasField(_ words: Words, _ start: Int, _ range: Range<Int>) -> Bool {
    guard words.longest(.roles, at: start).length == 0, words.longest(.places, at: start).length == 0,
      !words.has(.names, at: start), words.longest(.organisations, at: start).length == 0
    else { return false }
    let office = words.longest(.roles, at: start + 1)
    let name = start + 1 + office.length
    return office.length > 0 && office.code == ArabicRole.Code.office && name < range.upperBound
      && (start + 1...name).allSatisfy { words[$0].kind == .word && words[$0].isCapitalized }
      && words.longest(.roles, at: name).length == 0 && !words.has(.function, at: name)
  }

  /// The end of a run: capitals, initials with a dot, hyphens, and small particles between capitals ("bin", "al-").
  private static func close(_ words: Words, _ start: Int, _ range: Range<Int>) -> Int {
    var end = start + 1
    while end < range.upperBound, end - start < 10 {
      let word = words[end]
      if word.kind == .word, word.isCapitalized {
        guard !words.has(.months, at: end), !words.has(.weekdays, at: end) else { return end }
        end += 1
      } else if word.mark == 0x2E, words.isInitial(end - 1) {
        end += 1
      } else if word.mark == 0x2D || word.mark == 0x26, end + 1 < range.upperBound, words[end + 1].isCapitalized {
        end += 2
      } else if words.code(.names, at: end) == 0x70, let next = afterParticle(words, end, range) {
        end = next
      } else {
        return end
      }
    }
    return end
  }

  private static func afterParticle(_ words: Words, _ index: Int, _ range: Range<Int>) -> Int? {
    var next = index + 1
    if next < range.upperBound, words[next].mark == 0x2D { next += 1 }
    // "von der Leyen"
    if next == index + 1, next < range.upperBound, words.code(.names, at: next) == 0x70, !words[next].isCapitalized {
      return afterParticle(words, next, range)
    }
    return next < range.upperBound && words[next].isCapitalized ? next + 1 : nil
  }
}

extension Words {
  /// Whether a Latin token is this word, in any case.
  func isWord(_ index: Int, _ text: String) -> Bool { foldedText(index).elementsEqual(text.utf8) }

  /// Whether a token is the first word of its block or stands behind a full stop or an opening quotation mark.
  func beginsSentence(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return true }
    let before = all[index - 1]
    switch before.mark {
    case 0x2E: return index < 2 || !isInitial(index - 2)
    case 0x3F, 0x21, 0x3A, 0x22, 0x201C, 0xAB, 0x2026: return true
    default: return before.newlines > 0
    }
  }

  /// Whether a word is one capital letter.
  func isInitial(_ index: Int) -> Bool { all[index].isCapitalized && all[index].end - all[index].start == 1 }

  /// Whether a word has a small letter before a capital one ("HarbourOne").
  func isCamelCase(_ index: Int) -> Bool {
    guard all[index].isCapitalized else { return false }
    let bytes = utf8[Int(all[index].bytes.lowerBound)..<Int(all[index].bytes.upperBound)]
    // "McGurk" and "MacDonald" are family names.
    let start = bytes.starts(with: [0x4D, 0x63]) ? 3 : bytes.starts(with: [0x4D, 0x61, 0x63]) ? 4 : 1
    var hasSmall = false
    for byte in bytes.dropFirst(start) {
      if (0x61...0x7A).contains(byte) { hasSmall = true }
      if hasSmall, (0x41...0x5A).contains(byte) { return true }
    }
    return false
  }

  /// Whether a word is written in two to six capitals.
  func isAcronym(_ index: Int) -> Bool {
    let word = all[index]
    guard word.isCapitalized, (2...6).contains(word.end - word.start) else { return false }
    return utf8[Int(word.bytes.lowerBound)..<Int(word.bytes.upperBound)].allSatisfy {
      (0x41...0x5A).contains($0) || $0 == 0x2E
    }
  }
}
