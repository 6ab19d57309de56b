/// Which words behind an Arabic verb of saying are its subject, and which its object.
extension SentenceReader {
  /// "وصف الرئيس الهجوم بأنه ...", "اعتبر الحزب القرار «انقلاباً»": the object that is described is no part of the subject; alone
  /// ("ووصف القضية بأنها ...") it leaves none.
  func withoutObject(_ subject: Range<Int>) -> Range<Int>? {
    guard let last = subject.last else { return subject }
    // "أشاد الملك بجهود الوسطاء": an unlisted word with "ب" that is no name.
    if let object = subject.dropFirst().first, words[object].entry < 0, words[object].kind == .word,
      words.foldedText(object).starts(with: "ب".utf8), isDefinite(subject.lowerBound),
      names.names(in: object..<object + 1).isEmpty
    {
      return subject.lowerBound..<object
    }
    let isQuoted = text[last].partner >= 0
    let object = isQuoted ? Int(text[last].partner) - 1 : last
    let next = subject.upperBound
    let isDescribed =
      isQuoted || next < end && text[next].function == .complementizer && words.foldedText(next).starts(with: "ب".utf8)
    if isDescribed, object == subject.lowerBound, isDefinite(object), reader.source(subject)?.kind == .unknown {
      return nil
    }
    if isTraced(subject) { return nil }
    guard isDescribed, object == subject.lowerBound + 1, isDefinite(object), isDefinite(subject.lowerBound),
      !words.endsLikeAdjective(object)
        || words.endsInTaMarbuta(object) != words.endsInTaMarbuta(subject.lowerBound),
      text[subject.lowerBound].speaker != 0, names.names(in: object..<object + 1).isEmpty
    else { return subject }
    return subject.lowerBound..<object
  }

  /// "وأرجع الأزمة إلى ...", "وقدّر خسائر الإضراب بنحو ...": behind a verb that goes on, what is traced or measured.
  private func isTraced(_ object: Range<Int>) -> Bool {
    guard text[object.lowerBound - 1].hasWaw, object.count <= 3, reader.source(object)?.kind == .unknown,
      object.allSatisfy({ text[$0].speaker == 0 && words.unitKind(at: $0)?.isPerson != true })
    else { return false }
    // "وهددت انجاي باللجوء إلى القضاء"
    if words[object.upperBound].clitics.contains(.ba), !words.isFigure(object.upperBound + 1),
      !words.isFigure(object.upperBound)
    {
      return false
    }
    let behind = (object.upperBound..<min(end, object.upperBound + 5)).prefix { words[$0].kind != .mark }
    return behind.contains {
      words[$0].key == Self.toward || words.isFigure($0) && words.foldedText($0 - 1).starts(with: "ب".utf8)
    }
  }

  /// The subject behind a verb; after another speaker of the sentence only words that can speak are one.
  func ownSubject(_ verb: Int, _ rest: Int) -> Range<Int>? {
    guard !isPlural(verb), let found = subject(rest..<min(end, rest + Self.reach)) else { return nil }
    // "ودعا المواطنين إلى": the plural of an object.
    if found.count == 1, isDefinite(found.lowerBound),
      words.foldedText(found.lowerBound).suffix(4).elementsEqual("ين".utf8)
    {
      return nil
    }
    let isFirst = top == nil || !text[verb].hasWaw
    if !isFirst, disagrees(verb, found) || isAddressed(found) { return nil }
    return isFirst || reader.source(found)?.kind != .unknown ? found : nil
  }

  /// "قال الوالي ...، ودعا الأهالي إلى": people without a name, behind whom stands what they are called to.
  private func isAddressed(_ subject: Range<Int>) -> Bool {
    let next = subject.upperBound
    guard next < end, words[next].key == Self.toward, let source = reader.source(subject) else { return false }
    return source.name == nil && (source.kind == .person || source.kind == .witness) && subject.count == 1
      && isDefinite(subject.lowerBound)
  }

  /// "أعلنت الحركة ...، ودعت الصليب الأحمر إلى": behind a feminine verb a masculine body is the object.
  private func disagrees(_ verb: Int, _ subject: Range<Int>) -> Bool {
    let head = subject.lowerBound
    guard words.foldedText(verb).suffix(2).elementsEqual("ت".utf8), isDefinite(head), isMasculine(head) else {
      return false
    }
    let next = head + 1
    return next < subject.upperBound && isDefinite(next) ? isMasculine(next) : text[head].speaker != 0
  }

  private func isMasculine(_ index: Int) -> Bool {
    let form = words.foldedText(index)
    return words[index].kind == .word && !form.suffix(2).elementsEqual("ه".utf8)
      && !form.suffix(4).elementsEqual("ات".utf8) && !isBrokenPlural(form.dropFirst(4))
  }

  /// Whether a word looks like the plural of people: "مسؤولون", "خبراء", "نواب", "شهود".
  func isManifold(_ index: Int) -> Bool {
    if words[index].ending == .un || words[index].ending == .yn || words[index].ending == .at { return true }
    var form = words.foldedText(index)
    if words[index].clitics.contains(.article) { form = form.dropFirst(4) }
    if ["ون", "ين", "ات", "اء"].contains(where: { form.suffix(4).elementsEqual($0.utf8) }) { return true }
    let third = form.dropFirst(4).prefix(2)
    return isBrokenPlural(form)
      || form.count == 8 && (third.elementsEqual("ا".utf8) || third.elementsEqual("و".utf8))
  }

  /// Whether a word ends in "ـته", "ـتها" or "ـتهم", written so: a noun with a pronoun, and no name.
  func hasPronoun(_ index: Int) -> Bool {
    guard words[index].ending == .pronoun, names.names(in: index..<index + 1).isEmpty else { return false }
    let form = words.foldedText(index)
    return form.count > 8 && ["ته", "تها", "تهم"].contains { form.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// "رفيع" in "مصدر أمني عراقي رفيع إن": an indefinite word that is no event, closes the phrase and has no noun behind it.
  func isLastAdjective(_ index: Int, _ limit: Int) -> Bool {
    guard words[index].clitics.isEmpty, words[index].ending == .none, !isEventNoun(index), !text[index].mayBeVerb,
      text[index].speaker == 0
    else { return false }
    let next = index + 1
    if next >= limit || words[next].kind == .mark || words.endsLikeAdjective(index) { return true }
    return text[next].isVerb || text[next].mayBeVerb
      || [.complementizer, .preposition, .relative].contains(text[next].function)
      || words[next].clitics.contains(.la)
  }
}
