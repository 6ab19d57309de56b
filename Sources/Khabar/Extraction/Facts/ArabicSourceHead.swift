/// What a particle that may lead to a source or to a norm leads to: "وفق الوزير" tells who speaks, "وفق القانون" how it is done.
extension SentenceReader {
  /// Whether the noun at a token can be a source behind a particle.
  func canBeSource(_ index: Int) -> Bool {
    guard index < end else { return false }
    let partner = Int(text[index].partner)
    if partner > index { return canBeSource(index + 1) || partner - index <= 5 }
    if words[index].kind == .number || Self.newest.contains(words[index].key) { return canBeSource(index + 1) }
    guard words[index].kind == .word else { return false }
    let tag = text[index]
    if tag.speaker != 0 || tag.isMedia || tag.function == .nameJoiner || words.isSaid(at: index) { return true }
    if words[index].allCategories.has(anyOf: Self.named) || isOffice(index)
      || words.unitKind(at: index)?.isPerson == true
    {
      return true
    }
    if !names.names(in: index..<index + 1).isEmpty || memory.antecedent(naming: words[index].core, words) != nil {
      return true
    }
    // "قائمة أعدتها المديرية", "عمادة الأطباء"
    return isRelativeVerb(index + 1) || isOfPersons(index + 1) || namesPerson(index)
  }

  /// "الأطباء" behind a noun that no list has.
  private func isOfPersons(_ index: Int) -> Bool {
    index < end && words[index].clitics == .article && words.unitKind(at: index)?.isPerson == true
      && words[index - 1].clitics.isEmpty && !isEventNoun(index - 1)
  }

  /// The lists of those who can speak.
  private static var named: Lexicon.Categories { .init(.names, .organisations, .places) }

  /// What stands before the newest document of a kind, or the one that was named ("آخر إحصاء", "ذات المصدر").
  private static let newest = ["اخر", "احدث", "ذات", "نفس"].map { Key.of($0.utf8) }

  /// Whether a word is an office; a title needs its name ("الحاجة" is a need too).
  private func isOffice(_ index: Int) -> Bool {
    guard let role = words.match(.roles, at: index) else { return false }
    return role.value.first == 0x6F || role.value.first == 0x64
      || !names.names(in: index + role.length..<index + role.length + 1).isEmpty
  }

  /// Whether a word that no list has looks like a person or a name: "المحتجين", "القيادي", a lone "غريفيث".
  private func namesPerson(_ index: Int) -> Bool {
    guard words[index].ending != .pronoun else { return false }
    let form = words.foldedText(index)
    if form.suffix(4).elementsEqual("ين".utf8), form.count >= 12 { return true }
    if words[index].clitics.contains(.article) { return words.endsLikeAdjective(index) }
    guard words[index].entry < 0, !text[index].isVerb, !isEventNoun(index), !isBrokenPlural(form) else { return false }
    let isFeminine = form.suffix(2).elementsEqual("ه".utf8) || form.suffix(4).elementsEqual("ات".utf8)
    let next = index + 1
    return !isFeminine
      && (next >= end || words[next].kind == .mark || text[next].function == .complementizer || text[next].hasWaw)
  }

  /// مفاعل, مفاعيل, فواعل and أفعال are things ("معايير", "قواعد", "أسباب").
  func isBrokenPlural(_ form: ArraySlice<UInt8>) -> Bool {
    func letter(_ at: Int) -> ArraySlice<UInt8> { form.dropFirst(at * 2).prefix(2) }
    let alef: [UInt8] = [0xD8, 0xA7]
    switch form.count / 2 {
    case 5, 6: return letter(2).elementsEqual(alef) || letter(0).elementsEqual(alef) && letter(3).elementsEqual(alef)
    default: return false
    }
  }
}

extension Words {
  /// Whether a word stands for what was said or written ("تصريحات", "معطيات").
  func isSaid(at index: Int) -> Bool { code(.attribution, at: index) == 0x64 }

  /// The second letter of a particle of attribution, see `attribution.tsv`, or 0.
  func particle(at index: Int) -> UInt8 { match(.attribution, at: index)?.value.second ?? 0 }
}
