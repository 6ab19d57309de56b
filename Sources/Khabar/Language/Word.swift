/// One token: a word, a number, a mark or a line break.
package struct Word: Sendable {
  /// What a token is.
  package enum Kind: UInt8, Sendable { case word, number, mark, lineBreak }
  /// The script of its first letter.
  package enum Script: UInt8, Sendable { case none, arabic, latin, other }
  /// What hangs on the end of an Arabic core.
  package enum Ending: UInt8, Sendable { case none, pronoun, accusative, un, yn, an, at, construct }

  /// One-letter Arabic words written onto the next one.
  package struct Proclitics: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// و, ف
    package static let conjunction = Proclitics(rawValue: 1)
    /// ب
    package static let ba = Proclitics(rawValue: 2)
    /// ل
    package static let la = Proclitics(rawValue: 4)
    /// ك
    package static let ka = Proclitics(rawValue: 8)
    /// س of the future
    package static let sa = Proclitics(rawValue: 16)
    /// ال
    package static let article = Proclitics(rawValue: 32)
  }

  package var kind: Kind
  package var script: Script = .none
  /// Proclitics cut off before the core.
  package var clitics: Proclitics = []
  /// Ending cut off after the core.
  package var ending: Ending = .none
  /// Whether the first letter is a capital one (Latin).
  package var isCapitalized = false
  /// Whether it has a letter that neither Arabic nor English uses.
  package var isForeign = false
  /// Number of tokens of `phrase`.
  package var phraseLength: UInt8 = 0
  /// UTF-8 offsets.
  package var bytes: Range<Int32>
  /// Code points.
  package var start: Int32
  package var end: Int32
  /// Where the core begins, behind the proclitics.
  package var coreByte: Int32
  package var coreStart: Int32
  /// Key of the folded token; of a mark its scalar, of a line break the number of newlines.
  package var key: UInt64
  /// Key of the folded core.
  package var core: UInt64
  /// The folded token in `Words.folded`.
  package var folded: Range<Int32>
  /// Row of the lexicon for the core, or -1.
  package var entry: Int32 = -1
  /// Row of the lexicon for the longest phrase that begins here, or -1.
  package var phrase: Int32 = -1
  /// The categories that the row of the core has values in.
  package var categories = Lexicon.Categories()
  /// The same of the phrase.
  package var phraseCategories = Lexicon.Categories()
  /// Its place among the time words of the text, or -1.
  var timeWord: Int32 = -1
  /// Its place among the known words with which it was read, or -1.
  var known: Int32 = -1
  /// The lists kept aside that have it, read in one way or another, or a phrase that begins here.
  package var asides = Lexicon.Categories()

  /// What stands where no token is.
  @inline(__always)
  static var outside: Word {
    Word(kind: .mark, bytes: 0..<0, start: 0, end: 0, coreByte: 0, coreStart: 0, key: 0, core: 0, folded: 0..<0)
  }

  /// The longest match of a category: its length in tokens and its value.
  @inline(__always)
  func match(_ category: Lexicon.Category) -> (length: Int, value: Lexicon.Value)? {
    guard allCategories.has(category) else { return nil }
    return Words.match(category, phrase, Int(phraseLength), entry)
  }

  /// The categories of the core and of the phrase.
  @inline(__always)
  package var allCategories: Lexicon.Categories { categories.union(phraseCategories) }

  /// The scalar of a mark, or 0.
  package var mark: UInt32 { kind == .mark ? UInt32(truncatingIfNeeded: key) : 0 }
  /// The number of newlines of a line break, or 0.
  package var newlines: Int { kind == .lineBreak ? Int(truncatingIfNeeded: key) : 0 }
  /// Whether it is a word or a number.
  package var isWordLike: Bool { kind == .word || kind == .number }
}
