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
    case 0x65: return reachesObject(after)
    // "dismissed the claim as"
    case 0x66:
      return (after..<min(end, after + 9)).prefix { words[$0].kind != .mark }.contains { words[$0].core == Self.role }
    case 0x74:
      return after >= end || words[after].kind == .mark || isThat(skipEnglishOccasion(after)) || leadsToClause(after)
    default: return true
    }
  }

  /// "put the value at $15 million", "list nine people as missing", "counts at least 142 deaths": a figure in the object of somebody who
  /// can tell it.
  func reachesObject(_ after: Int) -> Bool {
    let verb = after - 1
    guard let subject = englishSubject(verb), let source = reader.source(subject), source.kind != .unknown else {
      return false
    }
    let object = (after..<min(end, after + 12)).prefix {
      words[$0].kind != .mark || [0x24, 0xA3, 0x20AC].contains(words[$0].mark)
    }
    return object.contains { words[$0].kind == .number || words.numberWord(at: $0)?.isPlainNumber == true }
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
