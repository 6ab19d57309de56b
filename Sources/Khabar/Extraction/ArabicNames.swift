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
      index = read(index)
    }
    settle()
  }

  private mutating func read(_ index: Int) -> Int {
    if let waiting, index > waiting.next { settle() }
    let word = words[index]
    guard word.kind == .word, word.script == .arabic else {
      passMark(index)
      return index + 1
    }
    if let next = person(index) { return next }
    if passPlace(index) { return index + 1 }
    if let waiting, waiting.next == index, waiting.role.isTitle || !isTitle(index) { settle() }
    guard word.entry >= 0 || word.phrase >= 0 else { return index + 1 }
    if let role = ArabicRole(words, index, range.upperBound) {
      wait(for: role, isTaken: false)
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

  /// A title stands between an office and the name ("مدير المرفأ المهندس …").
  private mutating func wait(for role: ArabicRole, isTaken: Bool) {
    if role.isTitle, let current = waiting, current.next == role.range.lowerBound {
      waiting?.next = role.range.upperBound
    } else if let current = waiting, !role.isTitle, current.role.range.contains(role.range.lowerBound) {
      // An inner office is read as part of the outer one.
    } else {
      settle()
      waiting = Waiting(role: role, next: role.range.upperBound, isTaken: isTaken)
    }
  }

  /// A role whose name does not come is a person by itself, if it says which one.
  private mutating func settle() {
    guard let current = waiting else { return }
    waiting = nil
    guard !current.isTaken, !current.role.isTitle, current.role.isDefinite, !current.role.isOwned else { return }
    found.append(NameMatch(kind: .person, range: current.role.range, role: current.role.range))
  }

  private func isTitle(_ index: Int) -> Bool { words.longest(.roles, at: index).code == ArabicRole.Code.title }

  /// Reads the name of a person at a token; returns the next token.
  private mutating func person(_ index: Int) -> Int? {
    let isAwaited = waiting?.next == index
    if !isAwaited, index > range.lowerBound, Places.isHead(words, index - 1) { return nil }
    var name = ArabicPersonName(words, index, range.upperBound, isAwaited: isAwaited && waiting?.isBehindComma != true)
    if name == nil, isAwaited, waiting?.isBehindComma == true { name = .between(words, index, range.upperBound) }
    guard let name else { return nil }
    var match = NameMatch(kind: .person, range: name.range, name: words.nameText(name.range))
    if isAwaited, let current = waiting, !current.role.isTitle, !current.role.isDefinite {
      // "مستشار بايدن" is an adviser, not Biden.
      let role = current.role.range.lowerBound..<name.range.upperBound
      found.append(NameMatch(kind: .person, range: role, role: role))
      waiting = nil
    } else if isAwaited, let current = waiting {
      match.role = current.role.isNaming ? nil : current.isTaken ? current.role.inner : current.role.nearest
      if current.role.inner != nil, match.role == current.role.inner, !current.isTaken { settle() }
      waiting = nil
    }
    if let role = apposition(name.range.upperBound) {
      if match.role == nil || isOnlyTitle(match.role) { match.role = role.range }
      waiting = Waiting(role: role, next: role.range.upperBound, isTaken: true)
    }
    found.append(match)
    return name.range.upperBound
  }

  private func isOnlyTitle(_ role: Range<Int>?) -> Bool { role.map { isTitle($0.lowerBound) } ?? false }

  /// The role behind a name and a comma.
  private func apposition(_ comma: Int) -> ArabicRole? {
    guard comma + 1 < range.upperBound, words[comma].mark == 0x60C || words[comma].mark == 0x2C,
      words[comma + 1].clitics.isSubset(of: .article),
      let role = ArabicRole(words, comma + 1, range.upperBound), !role.isTitle, role.isDefinite
    else { return nil }
    return role
  }
}
