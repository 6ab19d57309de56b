extension Comparison {
  /// Runs of at least `minimum` words that both texts have in the same order, longest first found, without overlaps.
  static func reused(_ a: Report, _ b: Report, minimum: Int = 8) -> [Reuse] {
    let (wordsA, wordsB) = (tokens(a), tokens(b))
    guard wordsA.count >= minimum, wordsB.count >= minimum else { return [] }
    let (keysA, keysB) = (wordsA.map { a.words.all[$0].key }, wordsB.map { b.words.all[$0].key })
    let (gramsA, gramsB) = (grams(keysA, minimum), grams(keysB, minimum))
    var places = KeyTable(capacity: gramsB.count)
    for (start, key) in gramsB.enumerated() { _ = places.index(of: key, orNew: start) }
    var result: [Reuse] = []
    var at = 0
    while at < gramsA.count {
      guard let start = places[gramsA[at]] else {
        at += 1
        continue
      }
      var length = 0
      while at + length < wordsA.count, start + length < wordsB.count,
        keysA[at + length] == keysB[start + length]
      { length += 1 }
      guard length >= minimum else {
        at += 1
        continue
      }
      result.append(
        Reuse(
          a: a.words.span(wordsA[at]..<wordsA[at + length - 1] + 1),
          b: b.words.span(wordsB[start]..<wordsB[start + length - 1] + 1)))
      at += length
    }
    return result
  }

  private static func tokens(_ report: Report) -> [Int] {
    let words = report.words.all.span
    var tokens: [Int] = []
    tokens.reserveCapacity(words.count)
    for index in 0..<words.count - 1 where words[index].isWordLike { tokens.append(index) }
    return tokens
  }

  /// The key of so many words from each place on, each made of the one before it.
  private static func grams(_ keys: [UInt64], _ count: Int) -> [UInt64] {
    // What the word that drops out was multiplied with.
    let oldest = (1..<count).reduce(UInt64(1)) { power, _ in power &* 31 }
    var grams: [UInt64] = []
    grams.reserveCapacity(keys.count)
    let keys = keys.span
    var key: UInt64 = 0
    for place in keys.indices {
      if place >= count { key &-= keys[place - count] &* oldest }
      key = key &* 31 &+ keys[place]
      if place + 1 >= count { grams.append(key) }
    }
    return grams
  }
}
