/// Finds persons, organisations and places.
package enum NameExtractor {
  /// The names of a run of tokens in order. Places inside other names are places too, so that ranges may nest.
  package static func names(in words: Words, _ range: Range<Int>) -> [NameMatch] {
    let hasArabic = range.contains { words[$0].script == .arabic }
    let hasLatin = words.next(.capital, from: range.lowerBound, before: range.upperBound) < range.upperBound
    var found = Places(words, range).found
    let arabic = hasArabic ? ArabicNames(words, range).found : []
    let english = hasLatin ? EnglishNames(words, range).found : []
    found += arabic
    // "شركة OpenAI" is one name.
    found += hasArabic ? outside(arabic, english) : english
    found.sort(by: inReadingOrder)
    return found
  }

  /// The names that do not lie inside one of the others; both lists are in order.
  private static func outside(_ outer: [NameMatch], _ inner: [NameMatch]) -> [NameMatch] {
    var next = 0
    return inner.filter { name in
      while next < outer.count, outer[next].range.upperBound < name.range.upperBound { next += 1 }
      return next == outer.count || outer[next].range.lowerBound > name.range.lowerBound
    }
  }

  /// Outer names before the ones inside them.
  static func inReadingOrder(_ a: NameMatch, _ b: NameMatch) -> Bool {
    if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
    if a.range.upperBound != b.range.upperBound { return a.range.upperBound > b.range.upperBound }
    return a.kind.rawValue < b.kind.rawValue
  }
}
