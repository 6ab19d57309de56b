/// What an English verb of saying must have around it to be one, where it means something else too.
extension SentenceReader {
  /// "The hospital admitted 25 of the injured", "posted a profit": with a figure or an article it tells nothing.
  func isOfThings(_ verb: Int) -> Bool {
    guard words.match(.reporting, at: verb)?.value.bytes.last == 0x6E, text[verb].sayingLength == 1, verb + 1 < end,
      words.match(.reporting, at: verb)?.value.bytes.count == 3
    else { return false }
    let next = verb + 1
    return words[next].kind == .number || words.numberWord(at: next)?.isPlainNumber == true
  }

  /// Whether a word that says something only in one form has it: "had forecast", "called it “a mistake”", "added that".
  func fits(_ verb: Int) -> Bool {
    let after = verb + Int(text[verb].sayingLength)
    switch words.match(.reporting, at: verb)?.value.bytes.dropFirst(2).first {
    case 0x61: return text[verb - 1].function == .auxiliary || isThat(skipEnglishOccasion(after))
    // "as he put it" leads back to a speaker.
    case 0x70: return text[verb - 1].function != .pronoun
    case 0x71: return opensQuotation(within: after) && englishSubject(verb).map { !holdsClause($0) } == true
    case 0x65: return reachesFigure(after)
    case 0x66: return reachesName(after)
    case 0x74:
      return after >= end || words[after].kind == .mark || isThat(skipEnglishOccasion(after)) || leadsToClause(after)
    default: return true
    }
  }

  /// "put the value at no less than $15 million": a figure behind "at", from somebody who can tell it.
  private func reachesFigure(_ after: Int) -> Bool {
    guard let subject = englishSubject(after - 1), let source = reader.source(subject), source.kind != .unknown,
      let at = (after..<min(end, after + 10)).first(where: { words[$0].core == Self.at })
    else { return false }
    return (at..<min(end, at + 6)).contains {
      words[$0].kind == .number || words.numberWord(at: $0)?.isPlainNumber == true
    }
  }

  private static let at = Key.of("at".utf8)

  /// "dismissed the claim as “theatre”": what something is held to be, and no clause ("dismissed forty men as demand fell").
  private func reachesName(_ after: Int) -> Bool {
    let window = after..<min(end, after + 9)
    guard let name = window.first(where: { words[$0].core == Self.role }), name > after else { return false }
    return !hasPredicate(name..<((name..<end).first(where: isPause) ?? end))
  }

  /// Whether a quotation begins behind no more than a noun phrase.
  func opensQuotation(within from: Int) -> Bool {
    for index in from..<max(from, min(end, from + 9)) {
      if Int(text[index].partner) > index, words[index].mark != 0x28 { return index > from }
      if words[index].kind == .mark && words[index].mark != 0x27 && words[index].mark != 0x2019 || text[index].isVerb {
        return false
      }
    }
    return false
  }

  /// "Video shared online showed people running": what a document shows needs no verb either.
  func isShown(_ verb: Int) -> Bool {
    Self.showing.contains(words[verb].core) && text[verb + 1].function != .preposition
  }

  static let showing = Set(["show", "shows", "showed"].map { Key.of($0.utf8) })
}
