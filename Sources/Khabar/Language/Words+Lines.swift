/// Paragraphs that were wrapped by hand.
extension Words {
  /// The same text with the line breaks inside runs read as spaces, so that a number and its unit, or the words of a name, meet
  /// across them, and the runs; nil where there is no such break. A break behind a colon opens a list and stays.
  func joiningLines(in ranges: [Range<Int>], _ known: KnownWords?) -> (words: Words, ranges: [Range<Int>])? {
    var breaks: [Int] = []
    for range in ranges {
      for index in range where self[index].kind == .lineBreak && index > 0 && self[index - 1].mark != 0x3A {
        breaks.append(index)
      }
    }
    guard !breaks.isEmpty else { return nil }
    var spaced = utf8
    for index in breaks {
      for byte in Int(self[index].bytes.lowerBound)..<Int(self[index].bytes.upperBound) { spaced[byte] = 0x20 }
    }
    var gone = 0
    func moved(_ index: Int) -> Int {
      while gone < breaks.count, breaks[gone] < index { gone += 1 }
      return index - gone
    }
    let words = Words(utf8, cutAs: spaced, known)
    return (words, ranges.map { moved($0.lowerBound)..<moved($0.upperBound) })
  }
}
