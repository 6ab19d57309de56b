/// One line of a text, or several that were wrapped by hand, with what its role shows by.
struct Line: Sendable {
  /// Tokens without the bullet.
  var range: Range<Int>
  /// Newlines before it; the first line of a text counts as after a blank one.
  var newlines: Int
  /// Whether a bullet, a dash or a number leads it.
  var isBulleted = false
  /// Words and numbers.
  var wordCount = 0
  /// Code points.
  var length = 0
  /// Whether it ends with a full stop, inside or outside of closing marks.
  var endsWithStop = false
  /// Whether it ends with a full stop, a question or an exclamation mark, a colon or dots.
  var endsSentence = false
  /// The same for lines of the same words.
  var key: UInt64 = 0

  /// Quotation marks and brackets that open.
  static let openers: Marks = [0x28, 0x5B, 0xAB, 0x201C, 0x2018, 0x22, 0x27, 0x2039, 0xFD3E]
  /// Quotation marks and brackets that close.
  static let closers: Marks = [0x29, 0x5D, 0xBB, 0x201D, 0x2019, 0x22, 0x27, 0x203A, 0xFD3F]
  /// Hyphen, en and em dash, horizontal bar.
  static let dashes: Marks = [0x2D, 0x2013, 0x2014, 0x2015]
  private static let bullets: Marks = [
    0x2022, 0x2023, 0x25AA, 0x25AB, 0x25CF, 0x25E6, 0x25A0, 0xB7, 0x2A, 0x2043,
  ]

  init(_ words: Words, _ range: Range<Int>, newlines: Int) {
    self.range = range
    self.newlines = newlines
    cutBullet(words)
    measure(words)
  }

  /// Whether it reads like running text: a whole sentence of some length.
  var isProse: Bool { wordCount >= 8 && endsWithStop || wordCount >= 26 }

  /// The lines of a text that hold at least one word, hand-wrapped ones joined.
  static func lines(of words: Words) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var newlines = 2
    for index in 0...words.count where index == words.count || words[index].newlines > 0 {
      if words.all[start..<index].contains(where: \.isWordLike) {
        lines.append(Line(words, start..<index, newlines: newlines))
        newlines = 0
      }
      if index < words.count { newlines += words[index].newlines }
      start = index + 1
    }
    return joined(lines, words)
  }

  private mutating func cutBullet(_ words: Words) {
    guard range.count > 1 else { return }
    let first = words[range.lowerBound]
    let second = words[range.lowerBound + 1]
    let isApart = second.bytes.lowerBound > first.bytes.upperBound
    if Self.bullets.contains(first.mark) || Self.dashes.contains(first.mark) && isApart {
      isBulleted = true
      range = range.lowerBound + 1..<range.upperBound
    } else if range.count > 2, first.end - first.start <= 2, !isApart, first.isWordLike,
      second.mark == 0x2E || second.mark == 0x29,
      first.kind == .number || second.mark == 0x29, !isDate(words),
      words[range.lowerBound + 2].bytes.lowerBound > second.bytes.upperBound
    {
      isBulleted = true
      range = range.lowerBound + 2..<range.upperBound
    }
  }

  /// "16. نوفمبر 2016": the day of a month, no mark of a list.
  private func isDate(_ words: Words) -> Bool {
    words[range.lowerBound].kind == .number && words.month(at: range.lowerBound + 2)?.isAmbiguous == false
  }

  private mutating func measure(_ words: Words) {
    for index in range where words[index].isWordLike {
      wordCount += 1
      key = Key.join(key, words[index].key)
    }
    length = words.span(range).count
    var last = range.upperBound - 1
    while last > range.lowerBound, Self.closers.contains(words[last].mark) { last -= 1 }
    let mark = words[last].mark
    let hasDots = last > range.lowerBound && words[last - 1].mark == 0x2E
    endsWithStop = (mark == 0x2E || mark == 0x6D4) && !hasDots
    endsSentence = endsWithStop || [0x2E, 0x3F, 0x21, 0x61F, 0x2026, 0x3A].contains(mark)
  }
}

extension Line {
  /// Joins the lines of hand-wrapped paragraphs, in texts that are wrapped at one width throughout.
  private static func joined(_ lines: [Line], _ words: Words) -> [Line] {
    guard let width = wrapWidth(lines, words) else { return lines }
    var result: [Line] = []
    var first = 0
    for next in 1...lines.count {
      let goesOn =
        next < lines.count && lines[next].newlines == 1 && !lines[next].isBulleted
        && isFull(lines[next - 1], before: lines[next], width, words)
      if goesOn { continue }
      result.append(next - first > 1 ? Line(joining: lines[first..<next], words) : lines[first])
      first = next
    }
    return result
  }

  /// Measures several lines as one, with the bullet of the first.
  private init(joining lines: ArraySlice<Line>, _ words: Words) {
    self = lines[lines.startIndex]
    range = range.lowerBound..<lines[lines.endIndex - 1].range.upperBound
    wordCount = 0
    key = 0
    measure(words)
  }

  /// The longest line, if most lines that are followed by another one of their group could not take its first word.
  private static func wrapWidth(_ lines: [Line], _ words: Words) -> Int? {
    guard let width = lines.map(\.length).max(), (30...110).contains(width) else { return nil }
    var inner = 0
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) where next.newlines == 1 {
      inner += 1
      if isFull(line, before: next, width, words), !line.endsSentence { full += 1 }
    }
    return inner >= 3 && full * 3 >= inner * 2 ? width : nil
  }

  /// Whether the first word of the next line had no room at the end of this one.
  private static func isFull(_ line: Line, before next: Line, _ width: Int, _ words: Words) -> Bool {
    var lineBreak = next.range.lowerBound - 1
    while lineBreak > line.range.lowerBound, words[lineBreak].newlines == 0 { lineBreak -= 1 }
    var begin = lineBreak
    while begin > line.range.lowerBound, words[begin - 1].newlines == 0 { begin -= 1 }
    let length = words.span(begin..<lineBreak).count
    return length + 1 + words.span(next.range.lowerBound..<next.range.lowerBound + 1).count + 3 >= width
  }
}
