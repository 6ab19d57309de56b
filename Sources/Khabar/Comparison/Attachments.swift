/// To which words the names of two statements are attached, and how: "a request from Korea" against "a request from America".
///
/// A name belongs to the content word before it, directly or by a preposition; at the head of a clause, or behind the verb that
/// opens one, it is the subject. That is read from where words stand; no parse is made.
struct Attachments {
  /// One name: whose it is, the word it belongs to, and the preposition between them.
  private struct Attachment {
    var name: UInt64
    /// Whether it is that of a place.
    var isPlace: Bool
    var token: Int
    var head: Int
    var link: UInt64
  }

  /// Whether both sides name two places or others.
  private static func mayDiffer(_ pair: Pair) -> Bool {
    func count(_ side: Side) -> Int { side.mentions.indices.count { isNamed(side.mentions[$0]) } }
    return count(pair.a) > 1 && count(pair.b) > 1
  }

  private static func isNamed(_ mention: Mention) -> Bool {
    switch mention.kind {
    case .place, .organisation, .person: mention.name != nil
    case .time, .quantity: false
    }
  }

  private let a: [Attachment]
  private let b: [Attachment]

  /// The names of both sides; nil where one of them has no two.
  init?(_ pair: Pair) {
    guard Self.mayDiffer(pair) else { return nil }
    a = Self.all(pair.a, pair.alignment.a.all)
    guard a.count > 1 else { return nil }
    b = Self.all(pair.b, pair.alignment.b.all)
    guard b.count > 1 else { return nil }
  }

  private init(a: [Attachment], b: [Attachment]) { (self.a, self.b) = (a, b) }

  /// The same with the sides exchanged.
  var mirrored: Attachments { Attachments(a: b, b: a) }

  /// Tokens of two names, each of which belongs to the word on its side to which the other one belongs on the other side.
  func exchanged(_ pair: Pair) -> (a: Int, b: Int)? {
    for x in a where b.contains(where: { $0.name == x.name }) {
      let found = b.filter { $0.link == x.link && Self.areOne(pair, x.head, $0.head) }
      guard let y = found.first, x.isPlace == y.isPlace, !found.contains(where: { $0.name == x.name }),
        a.contains(where: { $0.name == y.name && ($0.head, $0.link) != (x.head, x.link) }),
        b.contains(where: { $0.name == x.name && ($0.head, $0.link) != (y.head, y.link) })
      else { continue }
      return (x.token, y.token)
    }
    return nil
  }

  private static func areOne(_ pair: Pair, _ i: Int, _ j: Int) -> Bool {
    let link = pair.alignment.fromA[i]
    if link.similarity >= 0.8, link.partner == j { return true }
    return pair.alignment.likeness(i, j) >= 0.9
      || RoleRules.areFormsOfVerb(pair, pair.alignment.a.all[i], pair.alignment.b.all[j])
  }

  private static func all(_ side: Side, _ terms: [Term]) -> [Attachment] {
    let words = side.report.words
    var result: [Attachment] = []
    for index in side.mentions.indices where isNamed(side.mentions[index]) {
      let range = words.range(side.mentions[index].span)
      guard let first = terms.firstIndex(where: { range.contains($0.token) }) else { continue }
      let last = terms.lastIndex { range.contains($0.token) } ?? first
      let key = terms[first].country != 0 ? terms[first].country : terms[first].anchor
      // "between China and America": the second belongs where the first does.
      let joined = result.last.flatMap { isJoined(words, $0.token, range.lowerBound) ? ($0.head, $0.link) : nil }
      guard key != 0, let (head, link) = joined ?? attachment(words, terms, first...last) else { continue }
      result.append(
        Attachment(
          name: key, isPlace: side.mentions[index].kind == .place, token: range.lowerBound, head: head, link: link))
    }
    return result
  }

  /// The word that the terms of a name belong to, and how.
  private static func attachment(_ words: Words, _ terms: [Term], _ name: ClosedRange<Int>) -> (
    head: Int, link: UInt64
  )? {
    var token = terms[name.lowerBound].token
    var link = preposition(words[token].clitics)
    var head = name.lowerBound - 1
    while head >= 0, isOpen(words, terms[head].token, token), terms[head].weight <= 20 {
      let isPreposition = words.code(.function, at: terms[head].token) == Tag.Function.preposition.rawValue
      if isPreposition { link = words[terms[head].token].core }
      token = terms[head].token
      head -= 1
    }
    if head >= 0, isOpen(words, terms[head].token, token) {
      let tag = Tagger(words, terms[head].token).tag()
      // "سلمتهم ناميبيا": the object is told by the verb.
      let hasObject = words[terms[head].token].ending == .pronoun
      let isSubject = link == 0 && tag.isVerb && (hasObject || opensClause(words, terms, head))
      return (head, isSubject ? subject : link)
    }
    let next = name.upperBound + 1
    guard link == 0, next < terms.count, isOpen(words, terms[next - 1].token, terms[next].token) else { return nil }
    return (next, subject)
  }

  /// Whether a name or another word is joined to the one before it.
  static func isJoined(_ words: Words, _ name: Int, _ token: Int) -> Bool {
    // A name may stand in another one.
    guard name < token, token - name <= 3, (name..<token).allSatisfy({ words[$0].kind != .mark }) else { return false }
    return words[token].clitics.contains(.conjunction) || words.isWaw(at: token - 1) || words[token - 1].key == and
  }

  private static let and = Key.of("and".utf8)

  /// Whether no mark stands between two tokens, nor a conjunction at the second.
  private static func isOpen(_ words: Words, _ before: Int, _ token: Int) -> Bool {
    before < token && words[token].clitics.isDisjoint(with: .conjunction)
      && (before..<token).allSatisfy { words[$0].kind != .mark }
  }

  private static func opensClause(_ words: Words, _ terms: [Term], _ index: Int) -> Bool {
    index == 0 || !isOpen(words, terms[index - 1].token, terms[index].token)
  }

  /// The key of the preposition that is written onto a word, or 0.
  private static func preposition(_ clitics: Word.Proclitics) -> UInt64 {
    clitics.contains(.la) ? to : clitics.contains(.ba) ? with : 0
  }

  private static let subject: UInt64 = 1
  private static let (to, with) = (Key.of("الى".utf8), Key.of("ب".utf8))
}
