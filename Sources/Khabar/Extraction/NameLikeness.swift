/// Whether a word of no list may be the name of a person, where one is awaited.
///
/// A word without a vector is rare in all that is written, as the names of people from elsewhere are ("ويسل قرجه"). Of the others
/// a logistic regression over their vectors tells how far they lean towards the names of the list;
/// `Tools/vectors/name_likeness.py` makes its weights.
enum NameLikeness {
  /// By dimension, times 64.
  private static let weights: [Int32] = [
    484, -191, 356, -152, -95, -260, 161, 151, 42, 52, 29, -51, -67, 71, -98, -14,
    67, -145, 133, 21, -86, 181, 85, 21, -59, -28, -68, 105, 138, 47, -47, 8,
    -144, -115, 54, -51, 12, -83, 49, -63, -61, -58, 73, -109, -57, 11, 24, -59,
    -19, -138, -47, -54, 154, -34, 53, 91, 3, 161, -82, 127, 49, 22, -60, -82,
  ]
  /// Times 64 x 127, as far as a vector of unit length reaches.
  private static let start = -29_151
  /// The log odds from which a word may be a name, in the same unit: -1.4, two of ten.
  private static let likely = -11_000
  /// The same from which it is taken for one where nothing else speaks for it: 0.4, three of five.
  private static let sure = 3_300

  /// Whether a token may be a name.
  static func isLikely(_ words: Words, _ index: Int) -> Bool { odds(words, index).map { $0 > likely } ?? true }

  /// Whether it is one by itself.
  static func isSure(_ words: Words, _ index: Int) -> Bool { odds(words, index).map { $0 > sure } ?? false }

  /// The log odds of the vector of a token.
  private static func odds(_ words: Words, _ index: Int) -> Int? {
    let row = Vectors.row(words[index].key)
    return row < 0 ? nil : start + sum(Int(row))
  }

  private static func sum(_ row: Int) -> Int {
    var sum: Int32 = 0
    for block in 0..<weights.count / 16 {
      let numbers = Vectors.block(row, block)
      for at in 0..<16 { sum += weights[block * 16 + at] * Int32(numbers[at]) }
    }
    return Int(sum)
  }
}
