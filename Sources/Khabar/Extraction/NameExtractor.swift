/// Finds persons, organisations and places.
enum NameExtractor {
  /// The names of a run of tokens in order. Places inside other names are places too, so that ranges may nest.
  static func names(in words: Words, _ range: Range<Int>) -> [NameMatch] {
    var hasArabic = false
    var hasLatin = false
    for index in range {
      hasArabic = hasArabic || words[index].script == .arabic
      hasLatin = hasLatin || words[index].isCapitalized
    }
    var found = Places(words, range).found
    if hasArabic { found += ArabicNames(words, range).found }
    if hasLatin { found += EnglishNames(words, range).found }
    return found.sorted(by: inReadingOrder)
  }

  /// Outer names before the ones inside them.
  static func inReadingOrder(_ a: NameMatch, _ b: NameMatch) -> Bool {
    (a.range.lowerBound, -a.range.upperBound, a.kind.rawValue) < (
      b.range.lowerBound, -b.range.upperBound, b.kind.rawValue
    )
  }
}
