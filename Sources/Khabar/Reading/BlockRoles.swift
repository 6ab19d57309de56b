/// Gives every line of a plain text its role, from its looks and from where it stands.
struct BlockRoles {
  /// The blocks in reading order.
  private(set) var blocks: [(kind: Block.Kind, range: Range<Int>)] = []

  private let words: Words
  private let lines: [Line]
  private let looks: [LineLook]
  /// What each line shows by itself.
  private let marks: [LineRole?]
  /// Index of the first line with the same words.
  private var firstLike: [Int] = []
  private var hasRepeats: [Bool] = []
  /// Whether most of the longer lines end with a full stop, so that the lack of one says something.
  private let usesStops: Bool

  init(_ words: Words) {
    self.words = words
    lines = Line.lines(of: words)
    let looks = lines.map { [words] in LineLook(words: words, line: $0) }
    self.looks = looks
    marks = looks.map(\.marked)
    let long = lines.filter { $0.wordCount >= 14 }
    usesStops = long.count { $0.endsWithStop } * 3 >= long.count * 2
    findRepeats()
    var index = head()
    while index < lines.count { index = body(index) }
  }

  private mutating func findRepeats() {
    if lines.count < 2 {
      (hasRepeats, firstLike) = (lines.map { _ in false }, Array(lines.indices))
      return
    }
    var first = KeyTable()
    hasRepeats = Array(false, times: lines.count)
    firstLike.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      let like = line.wordCount >= 3 && line.wordCount <= 40 ? first[line.key] : nil
      if let like { hasRepeats[like] = true } else { first[line.key] = index }
      firstLike.append(like ?? index)
    }
  }

  private mutating func add(_ kind: Block.Kind, _ range: Range<Int>) { blocks.append((kind, range)) }
  private mutating func add(_ kind: Block.Kind, line index: Int) { add(kind, lines[index].range) }

  // MARK: - Head

  /// Reads headline, deck, byline, dateline and captions; returns the line where the body begins.
  private mutating func head() -> Int {
    var index = 0
    while index < lines.count, let kind = furniture(index) {
      add(kind, line: index)
      index += 1
    }
    guard index < lines.count, isHeadline(index) else { return index }
    if isSectionLabel(index) {
      add(.heading, line: index)
      index += 1
    }
    let headline = index
    add(.headline, line: index)
    index += 1
    var decks = 0
    while index < lines.count {
      if firstLike[index] == headline {
        add(.headline, line: index)
      } else if let kind = furniture(index) ?? bylineLike(index) {
        add(kind, line: index)
      } else if decks < 2, isDeck(index) {
        add(.deck, line: index)
        decks += 1
      } else {
        break
      }
      index += 1
    }
    return index
  }

  /// The role of a head line that its own looks decide.
  private func furniture(_ index: Int) -> Block.Kind? {
    switch marks[index] {
    case .byline: return .byline
    case .dateline: return .dateline
    case .caption: return .caption
    case .boilerplate: return .boilerplate
    default: break
    }
    if looks[index].isDateline || index > 0 && looks[index].isPlaceLine { return .dateline }
    return index > 0 && isCaption(index) ? .caption : nil
  }

  private func isHeadline(_ index: Int) -> Bool {
    let line = lines[index]
    return !line.isBulleted && marks[index] == nil && line.wordCount <= 32 && line.length <= 240 && !line.endsWithStop
      && looks[index].inlineHead == nil
  }

  /// One or two words over the headline ("World news").
  private func isSectionLabel(_ index: Int) -> Bool {
    guard lines[index].wordCount <= 2, !lines[index].endsSentence, index + 2 < lines.count else { return false }
    return isHeadline(index + 1) && lines[index + 1].wordCount >= 4 && furniture(index + 1) == nil
      && bylineLike(index + 1) == nil
  }

  /// A line between headline and body that is shorter than a paragraph or stands apart from the body.
  private func isDeck(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isBulleted, marks[index] == nil, looks[index].inlineHead == nil, index + 1 < lines.count else {
      return false
    }
    let isFollowed = lines[(index + 1)...].prefix(8).contains { $0.isProse || $0.wordCount > line.wordCount }
    guard isFollowed, line.wordCount <= 45 else { return false }
    if !line.endsWithStop { return line.wordCount <= 32 && (usesStops || line.wordCount <= 16) }
    // Behind a byline or dateline a whole sentence is the lead.
    guard !blocks.contains(where: { $0.kind == .byline || $0.kind == .dateline }) else { return false }
    return furniture(index + 1) != nil || bylineLike(index + 1) != nil || isRestated(index)
  }

  /// Whether the next line tells most of this one again, as a lead does with a deck.
  private func isRestated(_ index: Int) -> Bool {
    func isContent(_ word: Int) -> Bool { words[word].kind == .word && !words.has(.function, at: word) }
    var own = KeyTable()
    for word in lines[index].range where isContent(word) { own[words[word].core] = 0 }
    guard own.count >= 5 else { return false }
    var shared = 0
    for word in lines[index + 1].range where isContent(word) && own[words[word].core] == 0 {
      own[words[word].core] = 1
      shared += 1
    }
    return shared * 10 >= own.count * 7
  }

  /// "بيروت - وكالات", "أنقرة: «المدار» - بغداد: كريم الحسيني", "بغداد / الرافدين اليوم", a name by itself.
  private func bylineLike(_ index: Int) -> Block.Kind? {
    let line = lines[index]
    guard !line.endsSentence, line.wordCount <= 12 else { return nil }
    if let slash = looks[index].creditParts { return slash ? .dateline : .byline }
    if isNameBehindColon(line.range) { return .byline }
    let isName = line.wordCount >= 2 && line.wordCount <= 4 && line.range.allSatisfy { words[$0].kind == .word }
    return isName && words.has(.names, at: line.range.lowerBound) ? .byline : nil
  }

  /// "تابلاط: نسرين بوزقزة": nothing but a name of a person behind a word or two, which may be a town that no list has.
  private func isNameBehindColon(_ line: Range<Int>) -> Bool {
    guard let colon = line.first(where: { words[$0].mark == 0x3A }), (1...2).contains(colon - line.lowerBound),
      let name = ArabicPersonName(words, colon + 1, line.upperBound, isAwaited: false)
    else { return false }
    return name.range.upperBound == line.upperBound
  }

  /// Captions show by a marker, a credit in brackets, or by being printed twice.
  private func isCaption(_ index: Int) -> Bool {
    if firstLike[index] != index || hasRepeats[index] { return true }
    return looks[index].hasCredit && index + 1 < lines.count
  }

  // MARK: - Body

  /// Reads one line of the body, or a marker with the lines that belong to it; returns the next line.
  private mutating func body(_ index: Int) -> Int {
    switch marks[index] {
    case .related: return related(index)
    case .boilerplate: add(.boilerplate, line: index)
    case .byline: add(.byline, line: index)
    case .dateline: add(.dateline, line: index)
    case .caption: add(.caption, line: index)
    default: unmarked(index)
    }
    return index + 1
  }

  private mutating func unmarked(_ index: Int) {
    let line = lines[index]
    if isCaption(index) {
      add(.caption, line: index)
    } else if looks[index].isDateline {
      add(.dateline, line: index)
    } else if line.isBulleted {
      add(.listItem, line: index)
    } else if isHeading(index) {
      add(.heading, line: index)
    } else if let (kind, end, rest) = looks[index].inlineHead {
      add(kind, line.range.lowerBound..<end)
      add(.paragraph, rest..<line.range.upperBound)
    } else {
      add(.paragraph, line: index)
    }
  }

  /// A short line without a stop between paragraphs that have one.
  private func isHeading(_ index: Int) -> Bool {
    let line = lines[index]
    guard usesStops, line.wordCount <= 8, !line.endsSentence, index > 0, index + 1 < lines.count else { return false }
    let says = line.range.contains { words.has(.reporting, at: $0) }
    return !says && lines[index + 1].isProse && blocks.contains { $0.kind == .paragraph }
  }

  /// A link line; a marker that stands alone takes the short lines after it along.
  private mutating func related(_ marker: Int) -> Int {
    add(.related, line: marker)
    var index = marker + 1
    let tail = lines[marker].range.reversed().first { words[$0].isWordLike } ?? marker
    let head = lines[marker].range.first { words[$0].isWordLike } ?? marker
    guard let match = words.match(.related, at: head), head + match.length > tail else { return index }
    while index < lines.count, lines[index].wordCount <= 24, !lines[index].isProse, marks[index] != .boilerplate {
      add(.related, line: index)
      index += 1
    }
    return index
  }
}
