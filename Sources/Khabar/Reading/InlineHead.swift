extension LineLook {
  /// A dateline or byline in front of a paragraph ("June 10 (Corvane) - The operator …"): its kind, the token after it,
  /// and the first token of the paragraph.
  var inlineHead: (kind: Block.Kind, end: Int, rest: Int)? {
    guard line.wordCount >= 8 else { return nil }
    if marksAuthor, let colon = separator(from: line.range.lowerBound, words: 8, marks: [0x3A]) {
      return (.byline, colon, colon + 1)
    }
    var found: (kind: Block.Kind, end: Int, rest: Int)?
    var start = line.range.lowerBound
    var parts = 0
    while parts < 3, let end = separator(from: start, words: 8, marks: Self.joints), leavesText(end) {
      let isFirst = parts == 0
      guard isFirst ? opensDateline(start..<end) : goesOn(start..<end, before: words[end].mark) else { break }
      if startsSentence(end + 1) { found = (.dateline, end, end + 1) }
      start = end + 1
      parts += 1
    }
    return found
  }

  /// Whether a line is nothing but places with names or outlets ("طرابلس - رنا سمعان"); true if slashes part them.
  var creditParts: Bool? {
    var start = line.range.lowerBound
    var count = 0
    var hasPlace = false
    var usesSlash = false
    while start < line.range.upperBound {
      let end = separator(from: start, words: 4, marks: Self.openJoints) ?? line.range.upperBound
      guard isPlain(start..<end), end > start else { return nil }
      hasPlace = hasPlace || places(start..<end) || words[start].mark != 0 && count > 0
      usesSlash = usesSlash || end < line.range.upperBound && words[end].mark == 0x2F
      count += 1
      start = end + 1
    }
    return count >= 2 && hasPlace ? usesSlash : nil
  }

  /// Whether a line is nothing but places with who reports from there: "القاهرة (رويترز)", "BEIRUT (AP) —", "Cairo, Egypt".
  var isPlaceLine: Bool {
    guard line.wordCount <= 8, !line.isProse else { return false }
    // A town that no list has: "دنقلا – «الشمالية اليوم»".
    var places = beginsWithDashAndOutlet ? 1 : 0
    var isCredited = false
    var index = line.range.lowerBound
    while index < line.range.upperBound {
      if Line.openers.contains(words[index].mark) || words[index].mark == 0x28 {
        guard places > 0, let close = closer(of: index) else { return false }
        isCredited = true
        index = close + 1
      } else if words[index].kind == .mark || words.foldedText(index).isEmpty {
        isCredited = isCredited || Self.openJoints.contains(words[index].mark)
        index += 1
      } else if let match = words.match(.places, at: index), !words.isDemonym(at: index) {
        places += 1
        isCredited = isCredited || isCapitals(index)
        index += match.length
      } else if places > 0, let match = words.match(.media, at: index) {
        isCredited = true
        index += match.length
      } else if index == line.range.lowerBound, places > 0 {
        index += 1
      } else {
        return false
      }
    }
    return places > 1 || places == 1 && isCredited
  }

  /// Whether one word, a dash and a name in quotation marks are all of a line.
  private var beginsWithDashAndOutlet: Bool {
    let dash = line.range.lowerBound + 1
    guard dash + 1 < line.range.upperBound, words[dash - 1].kind == .word, Self.joints.contains(words[dash].mark),
      Line.openers.contains(words[dash + 1].mark), let close = closer(of: dash + 1)
    else { return false }
    return close + 1 == line.range.upperBound
  }

  /// The mark that closes a bracket or quotation of a few words.
  private func closer(of open: Int) -> Int? {
    (open + 1..<min(line.range.upperBound, max(open + 1, open + 9))).first {
      Line.closers.contains(words[$0].mark) || words[$0].mark == 0x29
    }
  }

  private static let openJoints: Marks = [0x2D, 0x2013, 0x2014, 0x2015, 0x2F, 0x3A, 0x7C]
  private static let joints: Marks = [0x2D, 0x2013, 0x2014, 0x2015, 0x2F, 0x3A]

  /// "كتب - هاني عبد الله:", "كتبت/ …:"
  private var marksAuthor: Bool {
    guard [.byline, .author].contains(words.lineRole(at: line.range.lowerBound)), line.range.count > 2 else {
      return false
    }
    return Self.joints.contains(words[line.range.lowerBound + 1].mark)
  }

  /// The next mark that parts a line: a dash with white space at a side, a slash or a colon, outside of brackets.
  private func separator(from start: Int, words limit: Int, marks: Marks) -> Int? {
    var count = 0
    var depth = 0
    for index in start..<line.range.upperBound {
      let word = words[index]
      if word.isWordLike { count += 1 }
      guard count <= limit else { return nil }
      switch word.mark {
      case 0x28, 0x5B, 0xAB, 0x201C: depth += 1
      case 0x29, 0x5D, 0xBB, 0x201D: depth -= 1
      case let mark where depth <= 0 && index > start && marks.contains(mark):
        if !isInsideDate(index), mark == 0x3A || isApart(index) { return index }
      default: break
      }
    }
    return nil
  }

  private func isInsideDate(_ index: Int) -> Bool {
    index + 1 < line.range.upperBound && words[index - 1].kind == .number && words[index + 1].kind == .number
      && !isApart(index)
  }

  func isApart(_ index: Int) -> Bool {
    guard index + 1 < line.range.upperBound else { return true }
    return words[index - 1].bytes.upperBound < words[index].bytes.lowerBound
      || words[index].bytes.upperBound < words[index + 1].bytes.lowerBound
  }

  private func leavesText(_ end: Int) -> Bool {
    var count = 0
    for index in end..<line.range.upperBound where words[index].isWordLike {
      count += 1
      if count >= 5 { return true }
    }
    return false
  }

  /// A dateline begins with a place, a date or anything short that ends in brackets, and holds nothing else.
  private func opensDateline(_ part: Range<Int>) -> Bool {
    guard let last = part.last, words[part.upperBound].mark != 0x3A || words[last].mark == 0x29 else { return false }
    // "ليل الجمعة - السبت"
    if words.weekday(at: last) != nil, words.weekday(at: part.upperBound + 1) != nil { return false }
    let isBracketed = words[last].mark == 0x29
    // "UPDATE 2 -" counts versions, not days.
    let counts = part.contains { words[$0].kind == .number } && !part.contains { words.match(.months, at: $0) != nil }
    if counts, !isBracketed { return false }
    var index = part.lowerBound
    var known = false
    while index < part.upperBound {
      if words[index].mark == 0x28, isBracketed {
        return known || part.lowerBound < index && index - part.lowerBound <= 4
      }
      let length = datelineLength(at: index)
      guard length > 0 || words[index].isCapitalized || isBracketed || words.has(.function, at: index) else {
        return false
      }
      known = known || words[index].kind == .word && length > 0
      index += max(length, 1)
    }
    return known
  }

  /// The further parts name who reports: an outlet in quotes, a name of up to three words before a colon, an agency.
  private func goesOn(_ part: Range<Int>, before mark: UInt32) -> Bool {
    guard let first = part.first, isPlain(part) else { return false }
    if Line.openers.contains(words[first].mark) || words.match(.media, at: first) != nil { return true }
    let count = part.count { words[$0].isWordLike }
    let letters = part.allSatisfy { words[$0].end - words[$0].start <= 2 }
    return letters || mark == 0x3A && count <= 3 || mark == 0x2F && count <= 2
  }

  /// Whether text can begin here: English sentences begin with a capital letter.
  private func startsSentence(_ index: Int) -> Bool {
    guard let first = (index..<line.range.upperBound).first(where: { words[$0].isWordLike }) else { return false }
    return words[first].script != .latin || words[first].isCapitalized
  }

  private func places(_ part: Range<Int>) -> Bool {
    guard let first = part.first, let match = words.match(.places, at: first) else { return false }
    return first + match.length >= part.upperBound || words[first + match.length].kind == .mark
  }

  /// Whether a part holds no verb of saying, negator, number or function word.
  func isPlain(_ part: Range<Int>) -> Bool {
    part.count { words[$0].isWordLike } <= 4
      && !part.contains { index in
        // "عبد" joins a name.
        words[index].kind == .number
          || [Lexicon.Category.reporting, .negators, .function].contains { words.has($0, at: index) }
            && words.code(.function, at: index) != 0x7A
      }
  }
}
