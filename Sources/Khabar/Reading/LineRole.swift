/// What the lexicon `related` says of a line that begins with one of its forms.
enum LineRole: String {
  /// Begins a link to another article, or a list of them.
  case related
  /// Begins a line about the outlet, the reader or the rights.
  case boilerplate
  /// Begins a line that names who wrote, with a mark after it.
  case byline
  /// Begins a line that names who wrote, with or without a mark.
  case author
  /// Begins a line that says when or where it was published.
  case dateline
  /// Begins a caption.
  case caption
  /// Ends a caption, in brackets.
  case credit
  /// Ends an agency's dispatch.
  case end
  /// Ends a text that goes on elsewhere, in brackets.
  case truncated
}

extension Words {
  /// The role that the lexicon gives a line which has this form at a token.
  func lineRole(at index: Int) -> LineRole? { match(.related, at: index).flatMap { LineRole(rawValue: $0.value.text) } }
}

/// Answers what a single line looks like, without its neighbours.
struct LineLook {
  let words: Words
  let line: Line

  /// The first word, behind opening marks.
  private var first: Int? {
    line.range.first { words[$0].isWordLike }
  }

  /// The role that the beginning of the line gives away.
  var marked: LineRole? {
    if words[line.range.lowerBound].mark == 0xA9 { return .boilerplate }
    guard let first, let (length, value) = words.match(.related, at: first), let role = LineRole(rawValue: value.text)
    else { return nil }
    let end = first + length
    let mark = end < line.range.upperBound ? words[end].mark : 0x0A
    let isClosed = Self.separators.contains(mark) && (!Line.dashes.contains(mark) || isApart(end))
    let isLoose = length > 1 && !line.isProse
    switch role {
    case .related: return isClosed || isLoose && line.wordCount <= 24 ? role : nil
    case .boilerplate:
      let isLong = length > 1 || mark == 0xA9 || isYear(end)
      return isClosed && line.wordCount <= 12 || isLong && line.wordCount <= 40 ? role : nil
    case .byline, .author: return isByline(end, isClosed, isLoose: role == .author, length) ? .byline : nil
    case .dateline:
      let isNumber = end < line.range.upperBound && words[end].kind == .number
      return (isClosed || isNumber || hasDate) && line.wordCount <= 14 && !line.isProse ? role : nil
    case .caption: return mark == 0x3A || mark == 0x7C || length > 1 ? role : nil
    case .end: return line.wordCount <= 6 && !line.endsSentence ? .boilerplate : nil
    case .credit, .truncated: return nil
    }
  }

  /// Whether a year stands at a place, as behind "Copyright".
  private func isYear(_ index: Int) -> Bool {
    index < line.range.upperBound && words[index].kind == .number && words[index].end - words[index].start == 4
  }

  private static let separators: Marks = [0x0A, 0x3A, 0x7C, 0x2D, 0x2013, 0x2014, 0x2F, 0x2E, 0x2026]

  private func isByline(_ end: Int, _ isClosed: Bool, isLoose: Bool, _ length: Int) -> Bool {
    if words[line.range.lowerBound].mark == 0x28 { return line.wordCount <= 30 }
    guard line.wordCount <= 12, !line.endsWithStop else { return false }
    guard isLoose, !isClosed, end < line.range.upperBound else { return isClosed }
    if words[end].script == .latin { return words[end].isCapitalized || length > 1 }
    return words[end].kind == .word && line.wordCount <= 6 && isPlain(end..<line.range.upperBound)
  }

  /// Whether the line holds a day and a month, or a date in figures.
  var hasDate: Bool { line.range.contains { isDate(at: $0) } }

  private func isDate(at index: Int) -> Bool {
    guard words[index].kind == .number else { return false }
    let upper = line.range.upperBound
    if index + 1 < upper, words.has(.months, at: index + 1) || words.match(.months, at: index + 1) != nil {
      return true
    }
    if index > line.range.lowerBound, words.has(.months, at: index - 1) { return true }
    guard index + 4 < upper, words[index + 2].kind == .number, words[index + 4].kind == .number else { return false }
    return words[index + 1].mark == words[index + 3].mark && [0x2F, 0x2D, 0x2E].contains(words[index + 1].mark)
  }

  /// Whether the line is no more than a date, a place and words that go with them.
  var isDateline: Bool {
    guard line.wordCount <= 14, !line.isProse, hasDate else { return false }
    var known = 0
    var index = line.range.lowerBound
    while index < line.range.upperBound {
      let length = datelineLength(at: index)
      known += (index..<min(index + max(length, 1), line.range.upperBound)).count {
        words[$0].isWordLike && length > 0
      }
      index += max(length, 1)
    }
    return known * 3 >= line.wordCount * 2
  }

  /// How many tokens at a place belong to a dateline: a date, a clock time, a place, a word in capitals; or none.
  func datelineLength(at index: Int) -> Int {
    let word = words[index]
    guard word.kind == .word else { return 1 }
    for category in [Lexicon.Category.months, .weekdays, .places] {
      if let match = words.match(category, at: index) { return match.length }
    }
    if words.has(.times, at: index) || words.lineRole(at: index) == .dateline || isCapitals(index) { return 1 }
    return 0
  }

  /// Whether a Latin word is written in capitals throughout.
  func isCapitals(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isCapitalized, word.end - word.start > 1 else { return false }
    return !words.utf8[Int(word.bytes.lowerBound)..<Int(word.bytes.upperBound)].contains { (0x61...0x7A).contains($0) }
  }

  private static let credits: Set<LineRole> = [.credit, .caption, .byline]

  /// Whether the line ends with a credit in brackets, as captions do: "(أرشيف)", "(Reuters)", "("صوت الشمال")".
  var hasCredit: Bool {
    guard line.wordCount <= 40 else { return false }
    var end = line.range.upperBound - 1
    if words[end].mark == 0x2E { end -= 1 }
    guard end > line.range.lowerBound, words[end].mark == 0x29 || words[end].mark == 0x5D else { return false }
    var open = end - 1
    while open > line.range.lowerBound, words[open].mark != 0x28, words[open].mark != 0x5B, end - open < 12 {
      open -= 1
    }
    guard open > line.range.lowerBound, words[open].mark == 0x28 || words[open].mark == 0x5B else { return false }
    let inner = open + 1..<end
    guard let first = inner.first, inner.count(where: { words[$0].isWordLike }) <= 5 else { return false }
    return Line.openers.contains(words[first].mark)
      || inner.contains {
        words.match(.media, at: $0) != nil || words.lineRole(at: $0).map(Self.credits.contains) ?? false
      }
  }
}
