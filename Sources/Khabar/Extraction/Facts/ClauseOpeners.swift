/// Where a new predicate begins inside a sentence.
extension SentenceReader {
  /// "إثر انهيار عقار مكون من 7 طوابق بشارع الباب الأخضر": a cause behind a comma that is told as fully as a clause; a shorter one
  /// belongs to the clause before it.
  private func isEvent(_ index: Int) -> Bool {
    guard text[index].function == .preposition, Self.causes.contains(words[index].key), index + 1 < end,
      isEventNoun(index + 1)
    else { return false }
    let limit = (index + 1..<end).first { words[$0].kind == .mark } ?? end
    return Merging.weight(index..<limit, text, upTo: Self.leastOfEvent) == Self.leastOfEvent
  }

  private static let causes = Set(["اثر", "جراء", "نتيجه"].map { Key.of($0.utf8) })
  /// The content words of such a cause.
  private static let leastOfEvent = 8

  /// Whether a mark is a comma.
  func isComma(_ index: Int) -> Bool { index >= range.lowerBound && [0x2C, 0x60C].contains(words[index].mark) }

  /// Whether a mark ends a clause whatever follows: a semicolon or an ellipsis.
  private func isBreak(_ index: Int) -> Bool {
    switch words[index].mark {
    case 0x3B, 0x61B: true
    case 0x2026: !isTrailedOff(index + 1)
    case 0x2E: index + 1 < end && words[index + 1].mark == 0x2E && !isTrailedOff(index + 1)
    default: false
    }
  }

  /// “We will see...”, said X: an ellipsis that a quotation ends with.
  private func isTrailedOff(_ index: Int) -> Bool {
    let next = (index..<max(index, end)).first { words[$0].mark != 0x2E } ?? end
    return next < end && text[next].partner >= 0 && Int(text[next].partner) < next
  }

  /// The number of tokens that open an Arabic clause here, or 0.
  func arabicOpener(at index: Int) -> Int {
    guard index > start else { return 0 }
    let tag = text[index]
    if isBreak(index) { return 1 }
    let follows = isComma(index - 1)
    switch tag.function {
    case .opener: return (index - start > 2 || follows) && !isAdverbial(index) ? Int(tag.functionLength) : 0
    case .circumstance:
      let next = index + Int(tag.functionLength)
      // "مع نظيره" is the partner of the verb before.
      return follows && !tag.hasWaw && next < end && text[next].speaker == 0 ? Int(tag.functionLength) : 0
    default: break
    }
    if follows, isEvent(index) { return 1 }
    if follows, tag.isVerb, !tag.hasWaw { return hasMainVerb(max(start, index - Self.reach)..<index) ? 1 : 0 }
    return tag.hasWaw && startsPredicate(index, follows) ? 1 : 0
  }

  /// "أكد الوزير وصول الوفد، وغادر السفير المدينة": a verb with a definite subject of its own stands beside the verb of saying.
  func opensOwnClause(_ index: Int) -> Bool {
    guard isComma(index - 1), text[index].hasWaw, text[index].isVerb, text[index].saying == .none, index + 1 < end,
      canBeSubject(index + 1)
    else { return false }
    return isDefinite(index + 1) || words.has(.places, at: index + 1)
      || !names.names(in: index + 1..<index + 2).isEmpty
  }

  /// "لكن دون أي شروط", "ولكن بعد التصويت": what an opener leads to is no more than a circumstance of the clause before.
  private func isAdverbial(_ opener: Int) -> Bool {
    let next = opener + Int(text[opener].functionLength)
    guard next < end, words[next].clitics.contains(.ba) || Self.adverbial.contains(words[next].key) else {
      return false
    }
    for index in next..<min(end, next + Self.reach) {
      if isComma(index) || isBreak(index) || text[index].hasWaw && text[index].isVerb { return true }
      if text[index].isVerb || text[index].mayBeVerb || text[index].function == .complementizer { return false }
    }
    return true
  }

  /// Prepositions that no predicate begins with ("من دون"; but "لكن في المدينة أزمة", "لكن على الحكومة أن").
  private static let adverbial = Set(
    ["دون", "بدون", "بعد", "قبل", "عقب", "خلال", "حتى", "منذ", "وفق", "وفقا", "مع", "بسبب", "بشرط", "ضمن"].map {
      Key.of($0.utf8)
    })

  /// Whether a word with "و" on it begins a clause and not the next member of a list.
  private func startsPredicate(_ index: Int, _ follows: Bool) -> Bool {
    let tag = text[index]
    switch tag.function {
    case .complementizer, .pronoun, .particle, .auxiliary: return true
    case .preposition: return follows && repeats(index)
    default: break
    }
    if tag.isVerb { return follows || hasWeight(index) }
    if tag.mayBeVerb && follows { return true }
    return follows && words[index].clitics.contains(.article) && index + 1 < end && text[index + 1].isVerb
  }

  /// Whether a predicate that no comma sets off has more than a subject ("وأصيب 8 آخرون" stays with its neighbour).
  private func hasWeight(_ index: Int) -> Bool {
    let limit = (index..<min(end, index + 12)).first { words[$0].kind == .mark } ?? min(end, index + 12)
    return Merging.weight(index..<limit, text, upTo: 4) == 4
  }

  /// Whether a preposition after a comma takes up the one that the verb of the clause asks for.
  private func repeats(_ index: Int) -> Bool {
    (max(start, index - 40)..<index).contains {
      words[$0].key == words[index].core && text[$0].function == .preposition
    }
  }

  /// The number of tokens that open an English clause here, or 0.
  func englishOpener(at index: Int) -> Int {
    guard index > start else { return 0 }
    if isBreak(index) { return 1 }
    let tag = text[index]
    let follows = isComma(index - 1)
    if words[index].core == Self.and || tag.function == .opener {
      let isClause = isGerundClause || hasPredicate(max(start, index - Self.reach)..<index)
      // "..., officials and workers said": the words since the comma are no clause yet.
      if let comma = (max(start, index - 8)..<index).last(where: { isComma($0) }), comma < index - 1,
        !hasPredicate(comma..<index)
      {
        return 0
      }
      return isClause && leadsToPredicate(index + 1) ? 1 : 0
    }
    // "..., returning officer Agnes Kirui declared": a title.
    if follows, text[index + 1].speaker != 0, index + 2 < end, words[index + 2].isCapitalized,
      (index + 2..<min(end, index + 7)).prefix(while: { words[$0].kind != .mark }).contains(where: {
        text[$0].saying.isFinite
      })
    {
      return 0
    }
    return follows && isGerund(index) && hasPredicate(max(start, index - 40)..<index) ? 1 : 0
  }

  static let and = Key.of("and".utf8)

  /// Whether a finite verb follows before the next mark, with no more than a subject between.
  private func leadsToPredicate(_ from: Int) -> Bool {
    guard from < end else { return false }
    if text[from].function == .complementizer || isGerund(from) && isGerundClause { return true }
    for index in from..<min(end, from + 9) {
      // "and the injured at 40"
      if text[index].isVerb || text[index].mayBeVerb, text[index - 1].function != .determiner { return true }
      // "while the daily, citing a source, said"
      if isComma(index), text[index + 1].attribution == .inner { return true }
      let isMark = words[index].kind == .mark && !Self.inner.contains(words[index].mark)
      if isMark || text[index].function == .relative { return false }
    }
    return false
  }

  /// Marks inside words and figures: & ' ’ - % $ £ €
  private static let inner: Set<UInt32> = [0x26, 0x27, 0x2019, 0x2D, 0x25, 0x24, 0xA3, 0x20AC]

  private var isGerundClause: Bool { (start..<min(end, start + 2)).contains { isGerund($0) } }

  /// Whether a word ends in "-ing" and is no preposition ("including").
  func isGerund(_ index: Int) -> Bool {
    let folded = words.foldedText(index)
    return words[index].script == .latin && words[index].entry < 0 && !words[index].isCapitalized && folded.count > 5
      && folded.suffix(3).elementsEqual([0x69, 0x6E, 0x67])
  }

  /// Whether a run holds a finite verb.
  func hasPredicate(_ range: Range<Int>) -> Bool { range.contains { text[$0].isVerb || text[$0].mayBeVerb } }
}
