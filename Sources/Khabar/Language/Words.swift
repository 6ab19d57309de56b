/// A text as tokens, each with its offsets, its folded key and its lexicon row.
package struct Words: Sendable {
  /// One reference, since readers hand the words on at every step.
  private final class Storage: Sendable {
    let utf8: [UInt8]
    let all: [Word]
    /// The number of tokens, behind which `Word.outside` stands.
    let count: Int
    /// For each stretch of bytes the first token whose core begins in it or behind it.
    let marks: [Int32]
    let timeWords: [TimeWord]
    let cues: [Cues]
    let folded: [UInt8]
    let scalarCount: Int
    let hidesControls: Bool

    /// So many bytes have a mark.
    static let stretch = 32

    init(_ utf8: [UInt8], cutAs spaced: [UInt8]? = nil, _ known: KnownWords?) {
      var tokens = Tokenizer.tokens(of: spaced ?? utf8)
      tokens.words.append(.outside)
      // Handed over, so that the tokens are not copied.
      var resolver = Resolver(utf8, tokens.folded, known)
      swap(&resolver.words, &tokens.words)
      resolver.run()
      self.utf8 = utf8
      var timeWords: [TimeWord] = []
      for index in resolver.words.indices where resolver.words[index].allCategories.has(.times) {
        guard let word = TimeWord(resolver.words[index]) else { continue }
        resolver.words[index].timeWord = Int32(timeWords.count)
        timeWords.append(word)
      }
      self.timeWords = timeWords
      all = resolver.words
      count = all.count - 1
      marks = Self.marks(resolver.words, utf8.count)
      cues = resolver.words.map { Cues($0) }
      folded = tokens.folded
      scalarCount = tokens.scalarCount
      hidesControls = tokens.hidesControls
    }

    /// The first token whose core begins in the stretch of a byte or behind it.
    @inline(__always)
    func mark(_ byte: Int32) -> Int { Int(marks[min(max(0, Int(byte)) / Self.stretch, marks.count - 1)]) }

    private static func marks(_ words: [Word], _ bytes: Int) -> [Int32] {
      var marks: [Int32] = []
      marks.reserveCapacity(bytes / stretch + 2)
      for index in words.indices.dropLast() {
        while marks.count * stretch <= Int(words[index].coreByte) { marks.append(Int32(index)) }
      }
      marks.append(Int32(words.count - 1))
      return marks
    }
  }

  private let storage: Storage

  /// Splits valid UTF-8 into tokens and looks every one up that is not known.
  package init(_ utf8: [UInt8], _ known: KnownWords? = nil) { storage = Storage(utf8, known) }

  /// Splits a text where another one of the same length has its words: one whose line breaks are spaces.
  init(_ utf8: [UInt8], cutAs spaced: [UInt8], _ known: KnownWords?) {
    storage = Storage(utf8, cutAs: spaced, known)
  }

  /// The text.
  package var utf8: [UInt8] { storage.utf8 }
  /// The tokens in order, and behind them an empty mark that stands for what is outside of the text.
  package var all: [Word] { storage.all }
  /// What is seen of each token at once.
  var cues: [Cues] { storage.cues }
  /// The folded forms of all tokens, one after the other.
  package var folded: [UInt8] { storage.folded }
  /// The time word at a token, which is asked of most tokens many times.
  @inline(__always)
  func timeWord(at index: Int) -> TimeWord? {
    guard index >= 0, index < storage.all.count else { return nil }
    let place = Int(storage.all[index].timeWord)
    return place < 0 ? nil : storage.timeWords[place]
  }
  /// Code points in the text.
  package var scalarCount: Int { storage.scalarCount }
  /// Whether the text has a character that steers the writing direction and cannot be seen.
  var hidesControls: Bool { storage.hidesControls }
  /// The number of tokens.
  package var count: Int { storage.count }
  /// A token; outside the text an empty mark, so that looking one word ahead can never trap.
  @inline(__always)
  package subscript(index: Int) -> Word {
    let all = storage.all
    // Of an index below 0 the bits are those of a large one. Asked so, it is not asked again whether there is such a token.
    return UInt(bitPattern: index) < UInt(bitPattern: all.count) ? all[index] : .outside
  }
  package var indices: Range<Int> { 0..<count }

  /// The span of a run of tokens; empty runs have an empty span.
  package func span(_ range: Range<Int>) -> Span {
    guard !range.isEmpty else { return Span(start: 0, end: 0, bytes: 0..<0) }
    let (first, last) = (all[range.lowerBound], all[range.upperBound - 1])
    return Span(
      start: Int(first.start), end: Int(last.end), bytes: Int(first.bytes.lowerBound)..<Int(last.bytes.upperBound))
  }

  /// The span of a run of tokens, begun behind the conjunction and preposition on its first word ("وبالوزارة":
  /// "الوزارة"); the article and the س of the future stay.
  package func coreSpan(_ range: Range<Int>) -> Span {
    var span = span(range)
    guard !range.isEmpty else { return span }
    let first = all[range.lowerBound]
    var byte = Int(first.coreByte)
    var point = Int(first.coreStart)
    func follows(_ letters: [UInt8]) -> Bool {
      let start = byte - letters.count
      return start >= span.bytes.lowerBound && letters.indices.allSatisfy { utf8[start + $0] == letters[$0] }
    }
    if first.clitics.contains(.article), follows(Self.article) {
      byte -= 4
      point -= 2
    }
    if first.clitics.contains(.sa), follows(Self.seen) {
      byte -= 2
      point -= 1
    }
    span.start = point
    span.bytes = byte..<span.bytes.upperBound
    return span
  }

  /// The span of a run of tokens, begun behind the conjunction on its first word, as a statement is shown.
  package func statementSpan(_ range: Range<Int>) -> Span {
    var span = span(range)
    guard let first = all[range].first, first.clitics.contains(.conjunction) else { return span }
    var byte = span.bytes.lowerBound + 2
    span.start += 1
    // Vowel signs of the conjunction.
    while byte + 1 < Int(first.coreByte), utf8[byte] == 0xD9, (0x8B...0x9F).contains(utf8[byte + 1]) {
      byte += 2
      span.start += 1
    }
    span.bytes = byte..<span.bytes.upperBound
    return span
  }

  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
  private static let seen: [UInt8] = [0xD8, 0xB3]

  /// The tokens that lie inside a span; the first may stand before it with what `coreSpan` leaves out.
  package func range(_ span: Span) -> Range<Int> {
    let words = storage.all
    let (first, last) = (Int32(clamping: span.bytes.lowerBound), Int32(clamping: span.bytes.upperBound))
    let count = words.count - 1
    var lower = storage.mark(first)
    while lower < count, words[lower].coreByte < first { lower += 1 }
    // All tokens before a mark end before it, but the last one of them.
    var upper = max(lower, storage.mark(last) - 1)
    while upper < count, words[upper].bytes.upperBound <= last { upper += 1 }
    return lower..<upper
  }

  /// The text of a span.
  package func text(_ span: Span) -> String { String(decoding: utf8[span.bytes], as: UTF8.self) }
  /// The text of a token.
  package func text(_ index: Int) -> String { text(index..<index + 1) }
  /// The text of a run of tokens.
  package func text(_ range: Range<Int>) -> String { String(decoding: utf8[span(range).bytes], as: UTF8.self) }
  /// The text of a run of tokens without what `coreSpan` leaves out.
  package func coreText(_ range: Range<Int>) -> String { String(decoding: utf8[coreSpan(range).bytes], as: UTF8.self) }
  /// The folded form of a token.
  package func foldedText(_ index: Int) -> ArraySlice<UInt8> {
    folded[Int(all[index].folded.lowerBound)..<Int(all[index].folded.upperBound)]
  }
}

extension Words {
  /// Whether the token (its core) has a row of the category.
  package func has(_ category: Lexicon.Category, at index: Int) -> Bool {
    self[index].categories.has(category)
  }

  /// The longest match of the category that begins at a token: its length in tokens and its value.
  @inline(__always)
  package func match(_ category: Lexicon.Category, at index: Int) -> (length: Int, value: Lexicon.Value)? {
    guard self[index].allCategories.has(category) else { return nil }
    return Self.match(category, self[index].phrase, Int(self[index].phraseLength), self[index].entry)
  }

  static func match(
    _ category: Lexicon.Category, _ phrase: Int32, _ length: Int, _ entry: Int32
  ) -> (length: Int, value: Lexicon.Value)? {
    if let value = Lexicon.value(phrase, category) { return (length, value) }
    if let value = Lexicon.value(entry, category) { return (1, value) }
    return nil
  }
}
