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
  private static func closes(_ tag: Tag) -> Bool { [.opener, .particle, .relative].contains(tag.function) }

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
