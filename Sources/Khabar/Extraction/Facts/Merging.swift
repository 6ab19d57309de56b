/// Joins clauses that are too short to stand alone to their neighbour.
enum Merging {
  /// The fewest content words of a clause of its own, and of one that no mark sets off.
  private static let least = 3
  private static let leastUnmarked = 5
  /// The same in English, where "and" stands before the predicate and not before a name in it.
  private static let leastUnmarkedInEnglish = 4

  static func merge(_ pieces: [Piece], _ text: TaggedWords) -> [Piece] {
    if pieces.count < 2 { return pieces }
    var result: [Piece] = []
    for piece in pieces {
      if let last = result.last, !piece.followsFrame, last.chain == piece.chain, isShort(piece, after: last, text) {
        result[result.count - 1].range = last.range.lowerBound..<piece.range.upperBound
      } else {
        result.append(piece)
      }
    }
    if result.count > 1 { result.removeAll { isScrap($0.range, text) && !isWord($0, text) } }
    return result
  }

  /// A word that was left over between two frames, or a reason behind one ("citing heavy rain").
  private static func isScrap(_ range: Range<Int>, _ text: TaggedWords) -> Bool {
    let isShort = weight(range, text, upTo: 2) < 2 || range.first.map { text[$0].attribution == .inner } == true
    return isShort && !range.contains { text[$0].isVerb }
  }

  /// A single quoted word that somebody said ("معتبرا أنها «هزيلة»").
  private static func isWord(_ piece: Piece, _ text: TaggedWords) -> Bool {
    piece.followsFrame && !piece.chain.sources.isEmpty && text[piece.range.lowerBound].isQuoted
  }

  private static func isShort(_ piece: Piece, after last: Piece, _ text: TaggedWords) -> Bool {
    let isEnglish = text.words[piece.range.lowerBound].script == .latin
    let limit = piece.isSetOff ? least : isEnglish ? leastUnmarkedInEnglish : leastUnmarked
    return weight(piece.range, text, upTo: limit) < limit || weight(last.range, text, upTo: least) < least
  }

  /// The number of content words, counted no further than needed.
  static func weight(_ range: Range<Int>, _ text: TaggedWords, upTo limit: Int) -> Int {
    var count = 0
    for index in range where text.words[index].isWordLike && text[index].function == .none {
      count += 1
      if count >= limit { break }
    }
    return count
  }
}
