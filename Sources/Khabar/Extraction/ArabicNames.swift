/// Finds persons with their roles, and organisations, in Arabic text.
struct ArabicNames {
  let words: Words
  let range: Range<Int>
  private(set) var found: [NameMatch] = []
  /// A role that waits for its name.
  private var waiting: Waiting?

  private struct Waiting {
    var role: ArabicRole
    /// Where the name must begin.
    var next: Int
    var isBehindComma = false
    /// Whether the outer role belongs to the name before it.
    var isTaken = false
  }

  init(_ words: Words, _ range: Range<Int>) {
    self.words = words
    self.range = range
    var index = range.lowerBound
    while index < range.upperBound {
      // Most words begin nothing.
      if waiting == nil { index = words.next(Words.nameCues, from: index, before: range.upperBound) }
      if index < range.upperBound { index = read(index) }
    }
    settle()
  }

  private mutating func read(_ index: Int) -> Int {
    let word = words[index]
    if let waiting, index > waiting.next { settle() }
    guard word.kind == .word, word.script == .arabic else {
      passMark(index)
      return index + 1
    }
    if let next = person(index) { return next }
    if passPlace(index) { return index + 1 }
    if let waiting, waiting.next == index, waiting.role.isTitle || !isTitle(index) { settle() }
    guard words.mayBeginName(word) else { return index + 1 }
    // "مطار الملكة علياء" is no queen; "مدير المرفأ المهندس" is an engineer.
    let isPlace = index > range.lowerBound && Places.isHead(words, index - 1) && !words.hasArticle(index - 1)
    if !isPlace, let role = ArabicRole(words, index, range.upperBound) {
      wait(for: role)
      return index + role.head
    }
    if let organisation = ArabicOrganisation(words, index, range.upperBound) {
      found.append(organisation.match)
      return index + organisation.head
    }
    return index + 1
  }

  /// A comma may stand between a role and its name.
  private mutating func passMark(_ index: Int) {
    guard let current = waiting, current.next == index else { return }
    if !current.isBehindComma, words[index].mark == 0x60C || words[index].mark == 0x2C {
      waiting?.next = index + 1
      waiting?.isBehindComma = true
    }
  }

  /// So may a place: "عضو المجلس بالقصرين …".
  private mutating func passPlace(_ index: Int) -> Bool {
    guard let current = waiting, current.next == index, words[index].clitics == .ba,
      words.longest(.places, at: index).length == 1
    else { return false }
    waiting?.next = index + 1
    return true
  }

  /// A title stands between an office and the name ("مدير المرفأ المهندس …"); an office inside another one's complement
  /// is read with it.
  private mutating func wait(for role: ArabicRole) {
    if role.isTitle, waiting?.next == role.range.lowerBound {
      waiting?.next = role.range.upperBound
    } else if role.isTitle || waiting?.role.range.contains(role.range.lowerBound) != true {
      settle()
      waiting = Waiting(role: role, next: role.range.upperBound)
    }
  }

  /// A role whose name does not come is a person by itself, if it says which one.
  private mutating func settle() {
    guard let current = waiting else { return }
    waiting = nil
    guard !current.isTaken, !current.role.isTitle, current.role.isDefinite, !current.role.isOwned else { return }
    found.append(NameMatch(kind: .person, range: current.role.range, role: current.role.range))
  }

  private func isTitle(_ index: Int) -> Bool {
    let code = words.longest(.roles, at: index).code
    return code == ArabicRole.Code.title || code == ArabicRole.Code.naming
  }

  /// Reads the name of a person at a token; returns the next token.
  private mutating func person(_ index: Int) -> Int? {
    let awaiting = waiting.flatMap { $0.next == index ? $0 : nil }
    guard let name = name(index, awaiting) else { return nil }
    var match = NameMatch(kind: .person, range: name, name: words.nameText(name))
    if let awaiting {
      match.role = role(of: name, awaiting)
      waiting = nil
    }
    if let role = apposition(name.upperBound) {
      if match.role == nil || isOnlyTitle(match.role) { match.role = role.range }
      waiting = Waiting(role: role, next: role.range.upperBound, isTaken: true)
    }
    found.append(match)
    return name.upperBound
  }

  private func name(_ index: Int, _ awaiting: Waiting?) -> Range<Int>? {
    if awaiting == nil, words.nameCode(index) == 0 { return nil }
    if awaiting == nil, index > range.lowerBound, Places.isHead(words, index - 1) { return nil }
    let isBehindComma = awaiting?.isBehindComma ?? false
    let isAwaited = awaiting != nil && !isBehindComma
    if let name = ArabicPersonName(words, index, range.upperBound, isAwaited: isAwaited) { return name.range }
    if isAwaited, let awaiting, !awaiting.isTaken,
      words.isDefinite(awaiting.role.range.lowerBound) || awaiting.role.isDefinite
    {
      return ArabicPersonName.unlisted(words, index, range.upperBound)?.range
    }
    return isBehindComma ? ArabicPersonName.between(words, index, range.upperBound)?.range : nil
  }

  /// The role that an awaited name gets. What the name leaves over is a person by itself.
  private mutating func role(of name: Range<Int>, _ awaiting: Waiting) -> Range<Int>? {
    let role = awaiting.role
    if role.isNaming { return nil }
    if !role.isTitle, !role.isDefinite {
      // "مستشار بايدن" is an adviser, not Biden.
      let adviser = role.range.lowerBound..<name.upperBound
      found.append(NameMatch(kind: .person, range: adviser, role: adviser))
      return nil
    }
    if awaiting.isTaken { return role.inner }
    if role.inner != nil, role.nearest == role.inner { settle() }
    return role.nearest
  }

  private func isOnlyTitle(_ role: Range<Int>?) -> Bool { role.map { isTitle($0.lowerBound) } ?? false }

  /// The role behind a name, mostly after a comma.
  private func apposition(_ end: Int) -> ArabicRole? {
    guard end + 1 < range.upperBound else { return nil }
    let hasComma = words[end].mark == 0x60C || words[end].mark == 0x2C
    let start = hasComma ? end + 1 : end
    guard words[start].clitics.isSubset(of: .article), let role = ArabicRole(words, start, range.upperBound),
      !role.isTitle, role.isDefinite
    else { return nil }
    return role
  }
}
