extension Comparison {
  /// Runs of at least `minimum` words that both texts have in the same order, longest first found, without overlaps.
  static func reused(_ a: Report, _ b: Report, minimum: Int = 8) -> [Reuse] {
    let (wordsA, wordsB) = (tokens(a), tokens(b))
    guard wordsA.count >= minimum, wordsB.count >= minimum else { return [] }
    var places = KeyTable(capacity: wordsB.count)
    for start in 0...(wordsB.count - minimum) {
      let key = gram(b, wordsB, start, minimum)
      if places[key] == nil { places[key] = start }
    }
    var result: [Reuse] = []
    var at = 0
    while at + minimum <= wordsA.count {
      guard let start = places[gram(a, wordsA, at, minimum)] else {
        at += 1
        continue
      }
      var length = 0
      while at + length < wordsA.count, start + length < wordsB.count,
        a.words[wordsA[at + length]].key == b.words[wordsB[start + length]].key
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

  private static func tokens(_ report: Report) -> [Int] { report.words.indices.filter { report.words[$0].isWordLike } }

  private static func gram(_ report: Report, _ tokens: [Int], _ start: Int, _ count: Int) -> UInt64 {
    tokens[start..<start + count].reduce(0) { Key.join($0, report.words[$1].key) }
  }
}
