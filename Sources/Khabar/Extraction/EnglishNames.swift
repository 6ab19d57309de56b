/// Finds persons with their roles, and organisations, in English text.
struct EnglishNames {
  let words: Words
  let range: Range<Int>
  private(set) var found: [NameMatch] = []
  /// Whether nearly every word has a capital, as in some headlines, so that capitals say nothing.
  private let isTitleCase: Bool
  /// The end of the last office that a name has taken.
  private var taken = 0

  /// Values of the lexicons `names` and `organisations`.
  private enum Code {
    static let given: UInt8 = 0x67
    static let ambiguous: UInt8 = 0x61
    static let family: UInt8 = 0x73
    static let particle: UInt8 = 0x70
    static let head: UInt8 = 0x68
    static let suffix: UInt8 = 0x73
    static let cue: UInt8 = 0x63
    static let whole: UInt8 = 0x6B
  }

  init(_ words: Words, _ range: Range<Int>) {
    self.words = words
    self.range = range
    var long = 0
    var capitals = 0
    for index in range where words[index].script == .latin && words[index].end - words[index].start > 3 {
      long += 1
      if words[index].isCapitalized { capitals += 1 }
    }
    isTitleCase = capitals >= 4 && capitals * 10 >= long * 8
    var index = range.lowerBound
    while index < range.upperBound { index = read(index) }
  }

  private mutating func read(_ index: Int) -> Int {
    let word = words[index]
    guard word.kind == .word, word.script == .latin else { return index + 1 }
    if let run = EnglishRun(words, index, range, isTitleCase: isTitleCase) { return read(run) }
    guard word.entry >= 0 || word.phrase >= 0 else { return index + 1 }
    if index >= taken, let role = EnglishRole.standingAlone(words, index, range) {
      found.append(NameMatch(kind: .person, range: role, role: role))
      // Its complement may hold names of its own.
      return (index + 1..<role.upperBound).first { words[$0].isCapitalized } ?? role.upperBound
    }
    return plainOrganisation(index) ?? index + 1
  }

  /// Classifies a run of capitalized words; returns the next token.
  private mutating func read(_ run: EnglishRun) -> Int {
    let name = run.name
    guard !name.isEmpty else {
      if let role = run.role, let alone = EnglishRole.standingAlone(words, role.lowerBound, range) {
        found.append(NameMatch(kind: .person, range: alone, role: alone))
        return max(alone.upperBound, run.end)
      }
      return run.end
    }
    if let organisation = organisation(name) {
      found.append(organisation)
      return max(organisation.range.upperBound, run.end)
    }
    guard !isPlace(name) else { return run.end }
    let behind = EnglishRole.behind(words, name.upperBound, range)
    let before = run.role ?? EnglishRole.before(words, name.lowerBound, range)
    if isPerson(name, hasRole: before != nil || behind != nil || isApposed(name), run) {
      let role = before.flatMap { isTitle($0) ? nil : $0 } ?? behind ?? inFront(of: name) ?? before.flatMap(named)
      taken = role?.upperBound ?? taken
      found.append(NameMatch(kind: .person, range: name, name: words.text(name), role: role))
    } else if isOrganisation(name, run) {
      found.append(NameMatch(kind: .organisation, range: name, name: words.text(name)))
    }
    return run.end
  }

  /// The office that was read as a person by itself and turns out to be this one's: "the bank's governor, Ann Lee".
  private mutating func inFront(of name: Range<Int>) -> Range<Int>? {
    guard name.lowerBound > range.lowerBound, words[name.lowerBound - 1].mark == 0x2C,
      let last = found.lastIndex(where: { $0.role == $0.range && $0.range.upperBound == name.lowerBound - 1 })
    else { return nil }
    return found.remove(at: last).role
  }

  /// "The fisheries minister, Mariem Mint Salek, resigned": a name of several words between commas behind an office.
  private func isApposed(_ name: Range<Int>) -> Bool {
    guard name.count > 1, name.lowerBound > range.lowerBound, words[name.lowerBound - 1].mark == 0x2C,
      name.upperBound >= range.upperBound || words[name.upperBound].kind == .mark, let office = found.last
    else { return false }
    return office.role == office.range && office.range.upperBound == name.lowerBound - 1
  }

  /// "Mr" is no role.
  private func named(_ role: Range<Int>) -> Range<Int>? {
    words.code(.roles, at: role.lowerBound) == ArabicRole.Code.naming ? nil : role
  }

  private func isTitle(_ role: Range<Int>) -> Bool {
    [ArabicRole.Code.title, ArabicRole.Code.naming].contains(words.code(.roles, at: role.lowerBound))
  }

  private func isPlace(_ name: Range<Int>) -> Bool {
    let length = words.longest(.places, at: name.lowerBound).length
    return length >= name.count || length > 0 && words.longest(.places, at: name.lowerBound + length).length > 0
  }

  /// A whole name of the list, or a run with a word like "Ministry" or "Group", with its "of …".
  private func organisation(_ name: Range<Int>) -> NameMatch? {
    var whole = name
    let known = words.longest(.organisations, at: name.lowerBound)
    if known.code == Code.whole, known.length >= name.count {
      whole = name.lowerBound..<min(name.lowerBound + known.length, range.upperBound)
    } else {
      let heads = name.filter { [Code.head, Code.whole].contains(words.code(.organisations, at: $0)) }
      let last = words.code(.organisations, at: name.upperBound - 1)
      guard !heads.isEmpty || name.count > 1 && last == Code.suffix else { return nil }
      if name.count == 1, heads.isEmpty || follows(name.lowerBound, [Code.head]) { return nil }
      if let head = heads.last, head == name.upperBound - 1 || heads.first == name.lowerBound {
        whole = name.lowerBound..<endOfComplement(name.upperBound)
      }
      guard whole.count > 1 else { return nil }
    }
    return NameMatch(kind: .organisation, range: whole, name: words.text(whole))
  }

  private func follows(_ index: Int, _ codes: Set<UInt8>) -> Bool {
    index > range.lowerBound && codes.contains(words.code(.organisations, at: index - 1))
  }

  /// The end of "of England", "of the Interior", "for Human Rights".
  private func endOfComplement(_ index: Int) -> Int {
    guard index + 1 < range.upperBound, words.isWord(index, "of") || words.isWord(index, "for") else { return index }
    var end = index + 1
    if words.isWord(end, "the"), end + 1 < range.upperBound { end += 1 }
    let start = end
    while end < range.upperBound, end - start < 4, words[end].isCapitalized, words[end].kind == .word { end += 1 }
    return end > start ? end : index
  }

  private func isPerson(_ name: Range<Int>, hasRole: Bool, _ run: EnglishRun) -> Bool {
    let code = words.code(.names, at: name.lowerBound)
    if name.count == 1 { return code == Code.family || run.role != nil || hasRole && code != 0 && !run.isUncertain }
    guard name.count <= 5, !words.isCamelCase(name.lowerBound),
      words.longest(.media, at: name.lowerBound).length < name.count
    else { return false }
    if code == Code.given || hasRole || words.isInitial(name.lowerBound) { return true }
    if code == Code.ambiguous || name.contains(where: { words.code(.names, at: $0) == Code.particle }) { return true }
    guard !isTitleCase, !run.isUncertain || name.count > 1, !announced(name.lowerBound) else { return false }
    return speaks(name)
  }

  /// Whether a verb of saying stands beside a run, or an age or "who" behind it.
  private func speaks(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    if name.lowerBound > range.lowerBound, words.has(.reporting, at: name.lowerBound - 1) { return true }
    guard next < range.upperBound else { return false }
    if words.isWord(next, "who") { return true }
    let isComma = words[next].mark == 0x2C && next + 1 < range.upperBound
    return isComma && (words[next + 1].kind == .number || words.isWord(next + 1, "who"))
  }

  /// Whether a common noun announces an organisation: "firm Lockwell", "Analysts at Bellwether".
  private func announced(_ index: Int) -> Bool {
    let lower = max(range.lowerBound, index - 3)
    return (lower..<index).contains { at in
      words.code(.organisations, at: at) == Code.cue
        && (at == index - 1 || words[index - 1].mark == 0x2C || words.has(.function, at: index - 1))
    }
  }

  private func isOrganisation(_ name: Range<Int>, _ run: EnglishRun) -> Bool {
    if isTitleCase { return false }
    if words.isCamelCase(name.lowerBound) || announced(name.lowerBound) { return true }
    if name.count == 1, words.isAcronym(name.lowerBound) {
      return words[name.lowerBound].entry < 0 && (!run.isUncertain || words.text(name).utf8.count <= 5)
    }
    guard !run.isUncertain, words.code(.names, at: name.lowerBound) == 0 else { return false }
    // "Police in Manchester said"
    if name.count == 1, words.code(.function, at: name.lowerBound - 1) == 0x70 { return false }
    let next = name.upperBound
    guard next < range.upperBound else { return false }
    return words.has(.reporting, at: next) || words.longest(.roles, at: next).length > 0
  }

  /// "the interior ministry", "The port authority", "the ministry of the interior"; "the ministry" has no name.
  private mutating func plainOrganisation(_ index: Int) -> Int? {
    guard words.code(.organisations, at: index) == Code.head, !words[index].isCapitalized else { return nil }
    var start = index
    while start > range.lowerBound, index - start < 3, words[start - 1].kind == .word, !words.endsPhrase(start - 1) {
      start -= 1
    }
    guard start > range.lowerBound, words.isWord(start - 1, "the") else { return nil }
    var end = index + 1
    if end + 1 < range.upperBound, words.isWord(end, "of") {
      end += words.isWord(end + 1, "the") ? 3 : 2
      end = min(end, range.upperBound)
    }
    let isNamed = start < index || end > index + 1
    let match = NameMatch(
      kind: .organisation, range: start..<end, name: isNamed ? words.text(start..<end) : nil)
    found.append(match)
    return end
  }
}
