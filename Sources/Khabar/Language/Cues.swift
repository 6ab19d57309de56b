/// What is seen of a token before it is looked at closely: the word lists that it or the phrase from it is in, those kept aside
/// among them, and whether it is a number, a mark or capitalized.
///
/// Most tokens begin nothing; a reader asks for the next one that may with an instruction or two a token.
package struct Cues: OptionSet, Sendable {
  package let rawValue: UInt32
  @inline(__always)
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A word list; a category takes one of the lower 28 bits.
  @inline(__always)
  init(_ category: Lexicon.Category) { rawValue = 1 << UInt32(category.rawValue) }

  /// Two word lists.
  @inline(__always)
  init(_ first: Lexicon.Category, _ second: Lexicon.Category) {
    rawValue = Lexicon.Categories(first, second).rawValue
  }

  /// Digits.
  static var number: Cues { Cues(rawValue: 1 &<< 28) }
  /// ¼, ½ or ¾.
  static var fraction: Cues { Cues(rawValue: 1 &<< 29) }
  /// A mark or a line break.
  static var mark: Cues { Cues(rawValue: 1 &<< 30) }
  /// A word with a capital letter.
  static var capital: Cues { Cues(rawValue: 1 &<< 31) }

  /// Those of a token that has been looked up.
  @inline(__always)
  init(_ word: Word) {
    switch word.kind {
    case .word: self.init(rawValue: word.allCategories.union(word.asides).rawValue | (word.isCapitalized ? 1 << 31 : 0))
    case .number: self = .number
    case .mark: self = word.key >= 0xBC && word.key <= 0xBE ? [.mark, .fraction] : .mark
    case .lineBreak: self = .mark
    }
  }
}

extension Words {
  /// Whether a token has one of the cues; outside the text none has.
  @inline(__always)
  func shows(_ cues: Cues, at index: Int) -> Bool {
    index >= 0 && index < count && !self.cues[index].isDisjoint(with: cues)
  }

  /// The tokens of a run that have one of the cues.
  func tokens(showing cues: Cues, in run: Range<Int>) -> [Int] {
    var found: [Int] = []
    var token = next(cues, from: run.lowerBound, before: run.upperBound)
    while token < run.upperBound {
      found.append(token)
      token = next(cues, from: token + 1, before: run.upperBound)
    }
    return found
  }

  /// The first token from an index on that has one of the cues; the end of the run when none has.
  func next(_ cues: Cues, from index: Int, before end: Int) -> Int {
    let known = self.cues
    let all = known.span
    var index = index
    while index < end, all[index].isDisjoint(with: cues) { index &+= 1 }
    return index
  }
}
