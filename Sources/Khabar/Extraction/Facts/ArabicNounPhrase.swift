/// Where an Arabic noun phrase ends that names a speaker.
extension SentenceReader {
  /// The end of the noun phrase that begins at a token, or that token when none does.
  func nounPhraseEnd(from: Int, to limit: Int) -> Int {
    var phrase = NounPhrase()
    var index = from
    while index < limit {
      let step = extend(&phrase, index, from, limit)
      if step == 0 { break }
      index += step
    }
    while index > from, words[index - 1].kind == .mark, text[index - 1].partner < 0 { index -= 1 }
    return index
  }

  private struct NounPhrase {
    /// Words so far.
    var count = 0
    /// Whether its head is definite, so that an indefinite noun cannot belong to it.
    var isClosed = false
    /// Whether a proper name may follow ("وزير الأشغال سامي القزي").
    var takesName = false
    /// Words of a proper name so far.
    var nameWords = 0
    /// Whether the name is over ("سامي القزي").
    var isNamed = false
    /// Whether its head is a person, who may belong to a place ("مسؤول في الوزارة").
    var isPerson = false
    var isHeadIndefinite = false
    /// Whether its head is feminine, so that a masculine adjective cannot follow.
    var isFeminine = false
    var isNameless = false
    /// Whether its head is an organisation or a medium.
    var isBody = false
    /// Whether adjectives have begun behind an indefinite head ("مصدر أمني عراقي رفيع"): nothing but adjectives may follow.
    var isQualified = false
    /// Whether its head is an office with its adjective, which may be one of a body ("الأمين العام للأمم المتحدة").
    var isOffice = false
  }

  /// The number of tokens by which the phrase grows here, or 0.
  private func extend(_ phrase: inout NounPhrase, _ index: Int, _ from: Int, _ limit: Int) -> Int {
    let partner = Int(text[index].partner)
    if partner > index {
      guard partner < limit, partner - index <= 8 else { return 0 }
      phrase.isClosed = true
      phrase.count += 1
      return partner + 1 - index
    }
    switch words[index].kind {
    case .number:
      if phrase.isClosed { return 0 }
      phrase.count += 1
      return 1
    case .mark: return isComma(index) && phrase.count > 0 ? apposition(index, limit) : words[index].mark == 0x2D ? 1 : 0
    case .lineBreak: return 0
    case .word: return extendByWord(&phrase, index, from, limit)
    }
  }

  /// ", محافظ الإسكندرية": a speaker noun right after the comma, closed by another mark.
  private func apposition(_ comma: Int, _ limit: Int) -> Int {
    let next = comma + 1
    // "رئيس النقابة، محمد الدرويش، ..."
    if let name = names.names(in: next..<next + 1).first, name.kind == .person, name.range.count > 1,
      name.range.lowerBound == next, name.range.upperBound <= limit, isComma(name.range.upperBound)
    {
      return name.range.upperBound - comma
    }
    guard next < limit, text[next].speaker != 0x64, text[next].speaker != 0, words[next].clitics.isEmpty else {
      return 0
    }
    let close = (next..<min(limit + 1, end, next + 8)).first { words[$0].kind == .mark && text[$0].partner < 0 }
    return close.map { $0 - comma } ?? 0
  }

  private func extendByWord(_ phrase: inout NounPhrase, _ index: Int, _ from: Int, _ limit: Int) -> Int {
    let tag = text[index]
    let word = words[index]
    if phrase.count == 0 {
      phrase.isHeadIndefinite = !word.clitics.contains(.article) && word.ending != .pronoun
      phrase.isClosed = !phrase.isHeadIndefinite
      phrase.takesName = tag.speaker != 0x67 && tag.speaker != 0x64 && tag.speaker != 0x6D
      phrase.isPerson = tag.speaker == 0x6F || tag.speaker == 0x70
      phrase.isNameless = tag.isNamelessSpeaker
      phrase.isFeminine = isFeminine(index)
      phrase.isOffice = phrase.isPerson && tag.speakerLength > 1
      phrase.isBody = tag.speaker == 0x67 || tag.speaker == 0x6D || tag.speaker == 0 && isBody(index)
      phrase.count = 1
      // "اتهمت موسكو كييف"
      if tag.speaker == 0, word.clitics.isEmpty, isPlace(index), !words.isDemonym(at: index),
        names.names(in: index..<index + 1).first?.kind != .person
      {
        phrase.isClosed = true
        phrase.takesName = false
      }
      // "الوكالة الوطنية للإعلام"
      if let name = names.names(in: index..<index + 1).first, name.kind == .organisation,
        name.range.count > max(1, Int(tag.speakerLength)), name.range.upperBound <= limit
      {
        phrase.isClosed = true
        return name.range.count
      }
      // "منظمة أطباء بلا حدود"
      if let name = words.match(.organisations, at: index), name.length > max(1, Int(tag.speakerLength)) {
        phrase.isClosed = true
        return name.length
      }
      return max(1, Int(tag.speakerLength))
    }
    if let end = officeEnd(index, from, limit) {
      phrase.isNamed = true
      phrase.isClosed = true
      phrase.count += 1
      return end - index
    }
    if tag.function == .nameJoiner { return grow(&phrase) }
    // "ضابط طلب عدم ذكر اسمه"
    if isAside(index) { return 0 }
    if tag.function == .time || tag.attribution != .none || tag.saying == .noun || tag.saying == .participle {
      return 0
    }
    // "الناطق باسمها"
    if phrase.isPerson, phrase.count == 1, word.folded.count > 8, words.foldedText(index).starts(with: "باسم".utf8) {
      return grow(&phrase)
    }
    // "أحد هؤلاء الوسطاء"
    if phrase.count == 1, phrase.isHeadIndefinite, tag.function == .pronoun, index + 1 < limit, isDefinite(index + 1) {
      return grow(&phrase)
    }
    if tag.function == .preposition { return prepositionStep(&phrase, index, limit) }
    // "بيان صادر عن القيادة"
    if word.core == Self.issued || word.core == Self.issuedBy, index + 2 < limit, words[index + 1].key == Self.about {
      let issuer = nounPhraseEnd(from: index + 2, to: limit)
      if issuer > index + 2 { return issuer - index }
    }
    guard tag.function == .none, !tag.isVerb || word.isNameLike(index, names) else { return 0 }
    if word.clitics.contains(.conjunction) || tag.hasWaw { return tag.mayBeVerb ? 0 : grow(&phrase) }
    // "المدير العام للوكالة الدولية للطاقة الذرية"
    if phrase.isOffice, word.clitics.contains(.la), isAgency(index), let name = names.names(in: index..<index + 1).first
    {
      phrase.count += 1
      return name.range.count
    }
    if isDefinite(index) {
      // "مصدر بالوزارة", but "هددت انجاي باللجوء".
      if word.clitics.contains(.ba), !phrase.isHeadIndefinite || words[from].entry < 0 && phrase.count == 1 { return 0 }
      // "الأمين العام للمنظمة", but "الوزير للصحافيين".
      if word.clitics.contains(.la) {
        let isComplement = phrase.isOffice && (isBody(index) || phrase.isBody && !word.endsInPlural(index, words))
        // "أحد الحراس للصحافيين"
        if phrase.isClosed, !isComplement, word.endsInPlural(index, words) { return 0 }
        return phrase.isHeadIndefinite || isComplement && tag.speaker != 0x6D ? grow(&phrase) : 0
      }
      if phrase.isClosed, phrase.isFeminine, isFeminine(index - 1), !isFeminine(index), !word.clitics.contains(.ba) {
        return 0
      }
      if phrase.isNamed || phrase.isClosed && isEventNoun(index, orPlural: true) { return 0 }
      // "اتهم الحزب الحكومة", "ناشدت المنظمة المانحين": the object.
      if phrase.isClosed, tag.speaker == 0x67 || tag.speaker == 0x6D { return 0 }
      if phrase.isClosed, phrase.isBody, word.endsInPlural(index, words),
        !words[index - 1].endsInPlural(index - 1, words)
      {
        return 0
      }
      // "دعا الوالي المواطنين": the plural of an object, behind one man.
      if phrase.isClosed, phrase.isPerson, word.endsInPlural(index, words) || tag.speaker == 0x77 && isManifold(index),
        !isManifold(index - 1), !isManifold(from)
      {
        return 0
      }
      // "نفى الكرملين التقارير"
      if phrase.isClosed, isDefinite(index - 1) || isPlace(index - 1), isThings(index) { return 0 }
      phrase.isNamed = phrase.nameWords > 0
      phrase.isOffice = (phrase.isPerson || phrase.isBody) && phrase.count == 1 && phrase.isClosed
      phrase.isClosed = true
      return grow(&phrase)
    }
    if word.clitics.contains(.ba) || word.clitics.contains(.la) {
      let isComplement = phrase.isHeadIndefinite || phrase.isOffice && word.clitics.contains(.la)
      // "مصالح الحماية المدنية لولاية باتنة"
      if phrase.isBody, isComplement, word.clitics.contains(.la), !isPlace(index), index + 1 < limit,
        isPlace(index + 1),
        words[index + 1].clitics.isEmpty
      {
        phrase.isClosed = true
        phrase.count += 2
        return 1 + max(1, words.match(.places, at: index + 1)?.length ?? 1)
      }
      guard isComplement, isBody(index), tag.speaker != 0x6D, !tag.isMedia else { return 0 }
      // "المستشار الإعلامي لرئيس البرلمان"
      phrase.isClosed = isPlace(index)
      return grow(&phrase)
    }
    // "أبلغ مصدران رويترز", "أخبر أحد الناجين قناة «الغد»"
    if tag.speaker == 0x6D, phrase.isClosed, Int(text[index + 1].partner) > index + 1 { return 0 }
    if tag.isMedia || tag.speaker == 0x6D && text[index + 1].isMedia,
      phrase.isPerson || phrase.isBody && phrase.isClosed
    {
      return 0
    }
    if isPlace(index) {
      let isAdjective = phrase.isHeadIndefinite && word.clitics.isEmpty && isNation(index)
      // "وزارة الخارجية السعودية": a country whose name is an adjective.
      if phrase.isClosed, isFeminine(index - 1), isDefinite(index - 1), words.foldedText(index).starts(with: "ال".utf8),
        words.endsLikeAdjective(index)
      {
        return grow(&phrase)
      }
      guard !phrase.isClosed || phrase.isQualified && isAdjective else { return 0 }
      phrase.isQualified = isAdjective
      phrase.isClosed = true
      return grow(&phrase)
    }
    if phrase.isQualified, isLastAdjective(index, limit) { return grow(&phrase) }
    return indefinite(&phrase, index)
  }

  /// The end of an office that a person is named with, where it goes on with a preposition before the name ("مدير الصحة في الولاية
  /// حاتم الغربال") or begins behind it ("محمد العلي رئيس بلدية حمص").
  private func officeEnd(_ index: Int, _ from: Int, _ limit: Int) -> Int? {
    for name in names.names(in: from..<min(limit, index + 5)) where name.kind == .person {
      guard let role = name.role, role.contains(index), role.lowerBound >= from else { continue }
      let isInside = text[index].function == .preposition || !words[index].clitics.isDisjoint(with: [.ba, .la])
      let isBehind = role.lowerBound == index && name.range.upperBound == index
      let end = max(role.upperBound, name.range.upperBound)
      if isBehind || isInside && name.range.lowerBound > index, end <= limit { return end }
    }
    return nil
  }

  /// Whether a word has the article, also where a list has it together with the article; names are read apart.
  func isDefinite(_ index: Int) -> Bool {
    words[index].clitics.contains(.article)
      || words[index].clitics.isEmpty && words.isDefinite(at: index) && !isPlace(index) && !words.has(.names, at: index)
  }

  /// Whether a word is a place as it is written ("الرياض", not "الرياضي").
  private func isPlace(_ index: Int) -> Bool { words.has(.places, at: index) && words[index].ending == .none }

  /// An indefinite word: a member of an open construct, or part of a proper name.
  private func indefinite(_ phrase: inout NounPhrase, _ index: Int) -> Int {
    // "حيّا الوالي شباب القرى": people who are no name.
    if phrase.isClosed, phrase.isPerson, text[index].speaker == 0x77 { return 0 }
    // "أعلن الوزير استقالته"
    if phrase.isClosed, hasPronoun(index) { return 0 }
    if let name = names.names(in: index..<index + 1).first {
      // "طالبت المنظمة مجلس الأمن": the object.
      if name.kind == .organisation, phrase.isClosed { return 0 }
      if name.kind == .person, name.range.count > 1 {
        phrase.isNamed = true
        phrase.isClosed = true
        phrase.count += 1
        return name.range.count
      }
      return grow(&phrase)
    }
    if isEventNoun(index) {
      let isOpen = phrase.isHeadIndefinite && !phrase.isClosed && text[index].negator == 0
      return isOpen && (phrase.count == 1 || !phrase.isNameless) ? grow(&phrase) : 0
    }
    guard phrase.isClosed else { return grow(&phrase) }
    guard phrase.takesName, !phrase.isNamed, phrase.nameWords < 2,
      words[index].entry < 0 || text[index].function == .none
    else {
      return 0
    }
    phrase.nameWords += 1
    return grow(&phrase)
  }

  /// Whether a word is the adjective of a nation, or a country that is written like one ("سورية").
  private func isNation(_ index: Int) -> Bool {
    words.isDemonym(at: index) || words.foldedText(index).suffix(4).elementsEqual("يه".utf8)
  }

  /// Whether a word names a body or place that a speaker belongs to.
  private func isBody(_ index: Int) -> Bool {
    text[index].speaker != 0 || words.match(.organisations, at: index) != nil || words.match(.places, at: index) != nil
  }

  /// Whether a word ends in "ة" or "ات".
  private func isFeminine(_ index: Int) -> Bool {
    let folded = words.foldedText(index)
    return folded.suffix(2).elementsEqual([0xD9, 0x87]) || folded.suffix(4).elementsEqual([0xD8, 0xA7, 0xD8, 0xAA])
  }

  private func grow(_ phrase: inout NounPhrase) -> Int {
    phrase.count += 1
    return 1
  }

  /// "في مكتب المرشد", "باسم الوزارة": a preposition inside the phrase of a speaker.
  private func prepositionStep(_ phrase: inout NounPhrase, _ index: Int, _ limit: Int) -> Int {
    // "التقرير الصادر عن المنظمة"
    if words[index].key == Self.about, words[index - 1].core == Self.issued || words[index - 1].core == Self.issuedBy {
      let issuer = nounPhraseEnd(from: index + 1, to: limit)
      if issuer > index + 1 { return issuer - index }
    }
    guard index + 1 < limit, phrase.isHeadIndefinite || phrase.isPerson && phrase.nameWords == 0 else { return 0 }
    let key = words[index].key
    guard key == Self.inNameOf || key == Self.inside && (phrase.isNameless || isBody(index + 1)) else { return 0 }
    guard words[index + 1].kind == .word, text[index + 1].function == .none, !text[index + 1].isVerb else { return 0 }
    let length = max(1, words.match(.places, at: index + 1)?.length ?? Int(text[index + 1].speakerLength))
    phrase.isClosed = length > 1 || isDefinite(index + 1)
    phrase.count += 2
    return 1 + length
  }

  /// "التقارير", "الأنباء", "الاتهامات": a plural of things with its article is no adjective of the noun before it.
  private func isThings(_ index: Int) -> Bool {
    guard words[index].clitics == .article, text[index].speaker == 0, !words.endsLikeAdjective(index) else {
      return false
    }
    let form = words.foldedText(index).dropFirst(4)
    return isBrokenPlural(form) && !form.suffix(2).elementsEqual("ه".utf8) && !form.elementsEqual("اعضاء".utf8)
      || form.count > 8 && form.suffix(4).elementsEqual("ات".utf8)
  }

  private static let issued = Key.of("صادر".utf8)
  private static let issuedBy = Key.of("صادره".utf8)
  private static let inside = Key.of("في".utf8)
  private static let inNameOf = Key.of("باسم".utf8)

  /// Whether a word has the shape of a verbal noun ("تشكيل", "إجراء", "استعداد") or is one of absence ("عدم"); plurals of the
  /// same letters are written with their hamza ("أوساط") and are none where only one event is meant.
  func isEventNoun(_ index: Int, orPlural: Bool = false) -> Bool {
    let word = words[index]
    guard word.script == .arabic, text[index].speaker == 0 else { return false }
    if text[index].negator != 0 || text[index].mayBeVerb || words.code(.verbs, at: index) == 0x65 { return true }
    guard word.entry < 0 || word.clitics.contains(.article) || words.has(.opposites, at: index) else { return false }
    if !orPlural, Int(word.coreByte) + 1 < words.utf8.count, words.utf8[Int(word.coreByte)] == 0xD8,
      words.utf8[Int(word.coreByte) + 1] == 0xA3
    {
      return false
    }
    var form = words.foldedText(index)
    if word.clitics.contains(.article) {
      form = form.dropFirst(4)
      if orPlural, Self.isReflexive(form) { return true }
    } else if form.starts(with: Self.ba) || form.starts(with: Self.la), Self.isEventShape(form.dropFirst(2)) {
      return true
    }
    return Self.isEventShape(form)
  }

  private static let ba: [UInt8] = [0xD8, 0xA8]
  private static let la: [UInt8] = [0xD9, 0x84]

  /// تفعّل, تفاعل; an adjective ends in ي.
  private static func isReflexive(_ form: ArraySlice<UInt8>) -> Bool {
    guard form.starts(with: "ت".utf8), !form.suffix(2).elementsEqual("ي".utf8), !form.suffix(2).elementsEqual("ه".utf8)
    else { return false }
    let second = form.dropFirst(2).prefix(2)
    let isLong = form.dropFirst(4).starts(with: "ا".utf8)
    return !second.elementsEqual("ا".utf8) && (form.count == 8 && !isLong || form.count == 10 && isLong)
  }

  /// تفعيل, إفعال, افتعال, انفعال, استفعال.
  private static func isEventShape(_ form: ArraySlice<UInt8>) -> Bool {
    func letter(_ at: Int) -> UInt8 {
      let index = form.startIndex + at * 2
      guard index + 1 < form.endIndex else { return 0 }
      return form[index] == 0xD9 ? form[index + 1] : form[index + 1] &+ 0x40
    }
    let count = form.count / 2
    let alef: UInt8 = 0xE7
    let ta: UInt8 = 0xEA
    let ya: UInt8 = 0x8A
    switch count {
    case 5: return letter(0) == ta && letter(3) == ya || letter(0) == alef && letter(3) == alef
    case 6, 7: return letter(0) == alef && letter(count - 2) == alef
    default: return false
    }
  }
}

extension Word {
  /// "ـين", "ـون" of several people, on a word with the article.
  fileprivate func endsInPlural(_ index: Int, _ words: Words) -> Bool {
    let form = words.foldedText(index)
    let isPlural = form.suffix(4).elementsEqual("ين".utf8) || form.suffix(4).elementsEqual("ون".utf8)
    return isPlural && form.count >= 14 && clitics.contains(.article)
  }

  /// Whether an extracted name begins here.
  fileprivate func isNameLike(_ index: Int, _ names: NameIndex) -> Bool {
    !names.names(in: index..<index + 1).isEmpty
  }
}
