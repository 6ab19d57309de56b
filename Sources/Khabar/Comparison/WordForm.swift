/// What a single word stands for when texts are compared as sets of words.
package struct WordForm: Sendable {
  /// The key of what it stands for: a place by its code, a number by its value, an Arabic word that has a vector by its form
  /// without proclitics, any other by its light stem; nil where the word says nothing about the subject (function words,
  /// numerals, days, verbs of saying).
  ///
  /// The stem of a known Arabic word is left aside: it makes one of many words that have nothing to do with each other.
  package private(set) var key: UInt64?
  /// The key of its consonants if it may be a name, equal for the spellings of one name in both scripts.
  package private(set) var sound: UInt64?
  /// Zipf frequency in its language times 25.
  package private(set) var frequency: Int
  /// The row of its vector, or -1.
  package private(set) var vector: Int32 = -1

  /// Categories whose words say nothing about the subject.
  private static let silent = Lexicon.Categories(
    .function, .months, .negators, .numbers, .reporting, .weekdays)
  /// What a word without a row counts as: about ten in a billion.
  private static let unknown = 50
  /// What numbers count as: of two digits, and longer ones.
  private static let (short, long) = (110, 85)
  /// From this frequency on (Zipf 3.6) a word is no name that only some papers spell so.
  private static let common = 90

  /// Reads a word or number as the text has it.
  package init(_ utf8: [UInt8]) {
    let words = Words(utf8)
    frequency = Self.unknown
    guard let word = words.all.first else { return }
    switch word.kind {
    case .number: readNumber(words)
    case .word: readWord(words, word)
    case .mark, .lineBreak: return
    }
  }

  /// Cosine of the vectors of two words that have one, times 1000.
  package static func cosine(_ a: Int32, _ b: Int32) -> Int { Int((Vectors.cosine(Int(a), Int(b)) * 1000).rounded()) }

  /// Digits without what groups them by three; a single digit says nothing.
  private mutating func readNumber(_ words: Words) {
    let form = words.foldedText(0)
    let groups = form.split(omittingEmptySubsequences: false) { $0 == 0x2C || $0 == 0x2E }
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 }
    let digits = isGrouped ? groups.flatMap(Array.init) : Array(groups.joined(separator: [0x2E]))
    guard digits.count > 1 else { return }
    key = Key.of(Array("number ".utf8) + digits)
    frequency = digits.count > 2 ? Self.long : Self.short
  }

  private mutating func readWord(_ words: Words, _ word: Word) {
    guard !word.categories.has(anyOf: Self.silent), word.folded.count > 1 else { return }
    let form = BaseForm(words, 0)
    if form.row >= 0 {
      vector = form.row
      frequency = Vectors.frequency(Int(form.row))
    }
    if let value = Lexicon.value(word.entry, .places) {
      key = Key.of(Array("place ".utf8) + value.bytes.prefix { $0 != 0x09 })
      // Places are one or another; that their vectors are near says nothing.
      vector = -1
    } else {
      key = vector >= 0 && word.script == .arabic ? form.key : Stem.key(form.folded(words, 0), word.script)
      sound = sound(form.folded(words, 0), word)
    }
  }

  private func sound(_ folded: ArraySlice<UInt8>, _ word: Word) -> UInt64? {
    guard frequency < Self.common, word.script == .arabic || word.isCapitalized else { return nil }
    let article = "ال".utf8
    let bare = word.script == .arabic && folded.count > 8 && folded.starts(with: article) ? folded.dropFirst(4) : folded
    let skeleton = Skeleton.of(Array(bare))
    return skeleton.count > 2 ? Key.of(Array("sound ".utf8) + skeleton) : nil
  }
}
