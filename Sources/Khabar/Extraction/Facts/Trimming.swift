/// Takes marks and openers off the ends of a clause.
enum Trimming {
  /// A clause without marks at its ends and without the word that opens it ("فيما", "but").
  static func trim(_ range: Range<Int>, _ text: TaggedWords) -> Range<Int> {
    var result = trimMarks(range, text)
    while let first = result.first, result.count > 1, opens(text[first].function, text.words[first]) {
      result = trimMarks(first + Int(max(1, text[first].functionLength))..<result.upperBound, text)
      if result.isEmpty { break }
    }
    while let last = result.last, result.count > 1, closes(text[last]) {
      result = trimMarks(result.lowerBound..<last, text)
    }
    return result
  }

  /// Whether a word left over at the end opens what was cut off behind it.
  private static func closes(_ tag: Tag) -> Bool { tag.function == .opener || tag.function == .particle }

  private static func opens(_ function: Tag.Function, _ word: Word) -> Bool {
    switch function {
    case .opener, .complementizer: true
    // "and", "و" by itself.
    case .other: word.key == and || word.key == waw
    default: false
    }
  }

  private static let and = Key.of("and".utf8)
  private static let waw = Key.of("و".utf8)

  /// A run without marks at its ends; a bracket or quotation mark stays when its partner is inside.
  static func trimMarks(_ range: Range<Int>, _ text: TaggedWords) -> Range<Int> {
    var low = range.lowerBound
    var high = max(low, range.upperBound)
    while low < high {
      if !text.words[low].isWordLike, !isPaired(low, low..<high, text) {
        low += 1
      } else if !text.words[high - 1].isWordLike, !isPaired(high - 1, low..<high, text) {
        high -= 1
      } else if Int(text[low].partner) == high - 1 {
        low += 1
        high -= 1
      } else {
        break
      }
    }
    return low..<high
  }

  private static func isPaired(_ index: Int, _ range: Range<Int>, _ text: TaggedWords) -> Bool {
    text[index].partner >= 0 && range.contains(Int(text[index].partner)) || text.words[index].mark == 0x25
      || text.words[index].mark == 0x24
  }
}

/// Joins clauses that are too short to stand alone to their neighbour.
enum Merging {
  /// The fewest content words of a clause of its own, and of one that no mark sets off.
  private static let least = 3
  private static let leastUnmarked = 5

  static func merge(_ pieces: [Piece], _ text: TaggedWords) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      if let last = result.last, !piece.followsFrame, last.chain == piece.chain, isShort(piece, after: last, text) {
        result[result.count - 1].range = last.range.lowerBound..<piece.range.upperBound
      } else {
        result.append(piece)
      }
    }
    if result.count > 1 { result.removeAll { isScrap($0.range, text) } }
    return result
  }

  /// A word that was left over between two frames.
  private static func isScrap(_ range: Range<Int>, _ text: TaggedWords) -> Bool {
    weight(range, text, upTo: 2) < 2 && !range.contains { text[$0].isVerb }
  }

  private static func isShort(_ piece: Piece, after last: Piece, _ text: TaggedWords) -> Bool {
    let limit = piece.isSetOff ? least : leastUnmarked
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
