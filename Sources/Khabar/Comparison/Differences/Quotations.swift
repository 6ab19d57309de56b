/// Runs between quotation marks.
enum Quotations {
  /// The longest run of at least so many words that lies in the range (or touches it with its marks), marks included.
  static func longest(in words: Words, around range: Range<Int>, least: Int = 3) -> Range<Int>? {
    all(in: words, around: range).filter { run in run.count { words[$0].isWordLike } >= least }
      .max { $0.count < $1.count }
  }

  /// All runs that begin there, marks included; the last one may end behind it, since what is quoted may tell several facts.
  static func all(in words: Words, around range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: Int?
    // The closing mark may stand behind a comma or full stop that the range leaves out.
    let end = min(words.count, range.upperBound + 2)
    for index in max(0, range.lowerBound - 1)..<min(words.count, end + reach) {
      if index >= end, open == nil { break }
      guard let role = role(words, index, isOpen: open != nil) else { continue }
      if role == .open {
        if index < range.upperBound { open = open ?? index }
      } else if let start = open {
        result.append(start..<index + 1)
        open = nil
      }
    }
    return result
  }

  /// The most tokens that a quotation goes on behind the range.
  private static let reach = 60

  private enum Role { case open, close }

  private static func role(_ words: Words, _ index: Int, isOpen: Bool) -> Role? {
    switch words[index].mark {
    case 0xAB, 0x201C, 0x201E: .open
    case 0xBB, 0x201D: .close
    case 0x22: isOpen ? .close : .open
    default: nil
    }
  }
}
