/// Attribution in Arabic: "وقال X إن", "ونقل A عن B قوله إن", "بحسب X", "مشيراً إلى", "X: ...".
extension SentenceReader {
  /// How far a frame may reach before its content begins.
  static let reach = 45

  /// The frame that begins, or has its verb, at a token.
  func arabicFrame(at index: Int) -> Frame? {
    let tag = text[index]
    switch tag.saying {
    case .says, .announces, .takesNoun, .takesThat, .transmits, .keeps, .denies: return verbFrame(index)
    case .participle, .keepingParticiple: return participleFrame(index)
    case .impersonal: return impersonalFrame(index)
    case .none, .noun: break
    }
    switch tag.attribution {
    case .speaker, .inner: return particleFrame(index)
    case .backReference: return backReferenceFrame(index)
    case .none, .occasion: break
    }
    return words[index].mark == 0x3A ? colonFrame(index) : nil
  }

  private func verbFrame(_ verb: Int) -> Frame? {
    // "لم يوضح الوزير متى": what somebody does not say is no statement of his.
    if text[verb - 1].negator == 0x6E, verb > start { return nil }
    // Nor what somebody will say ("ستعلن الهيئة نتائج التحقيق").
    if words[verb].clitics.contains(.sa) { return nil }
    // "طبقا لمصدر قدّر قيمتها": the verb of the clause that is being told already.
    if self.chain.verb?.lowerBound == verb { return nil }
    if isPassive(verb) || isImpersonal(verb) || isAmount(verb) { return nil }
    // "أكد الوزير رفضه التفاوض": a noun with its pronoun, where a content begins.
    if isContent, verb == start, words[verb].ending == .pronoun,
      words.has(.opposites, at: verb) || text[verb].saying == .keeps
    {
      return nil
    }
    if let frame = arabicTrailing(verb) { return frame }
    let after = verb + Int(text[verb].sayingLength)
    if let frame = judgement(verb, after) { return frame }
    switch subjectPosition(verb) {
    case .none: return nil
    case .before(let subject): return fits(verb, subject, after) ? frame(verb, subject, begin: start, rest: after) : nil
    case .relative:
      if condition(of: verb) != nil { return nil }
      // "الذي تقول عائلته إنه موقوف"
      let marker = marker(from: after)
      let own = marker.flatMap { subject(after..<$0.at) }.flatMap(reader.source)
      let sources =
        (own.flatMap { $0.kind == .unknown ? nil : $0 } ?? antecedent(before: verb)).map { [$0] }
        ?? carried(at: verb).sources
      let chain = Chain(sources: sources, verb: verb..<after, force: .init(letter: text[verb].force))
      guard let marker, marker.at - after < 3 else {
        // "أما المصرف فأصدر بيانا أكد فيه تعاونه"
        return isStated(after) && words[start].key == Self.asFor && !chain.sources.isEmpty
          ? Frame(mode: .keeps, start: start, content: after + 1, chain: chain, isCarried: true) : nil
      }
      return Frame(
        mode: .leads, start: isStated(after) ? start : verb, content: marker.content, chain: chain, isCarried: true)
    case .after(let begin): return fits(verb, nil, after) ? frame(verb, nil, begin: begin, rest: after) : nil
    }
  }

  /// "ويُتوقع أن", "رُفض": with the vowel of the passive nobody is named who does it; a present form may have it in the active too
  /// ("يُعلن"), and "نُقل عن" leads to the one who is quoted.
  func isPassive(_ verb: Int) -> Bool {
    let vowel = Int(words[verb].coreByte) + 2
    return vowel + 1 < words.utf8.count && words.utf8[vowel] == 0xD9 && words.utf8[vowel + 1] == 0x8F
      && (words.has(.certainty, at: verb) || !isPresent(verb) && text[verb].saying != .transmits)
  }

  /// "ويعتقد أن", "يرجح أن": without its vowel too, where "أن" follows at once and no subject stands before.
  func isImpersonal(_ verb: Int) -> Bool {
    let form = words.foldedText(verb)
    let isMasculine = form.starts(with: [0xD9, 0x8A]) || form.starts(with: [0xD9, 0x88, 0xD9, 0x8A])
    return isMasculine && text[verb].certainty == 0x70 && text[verb + 1].function == .complementizer
      && (text[verb].hasWaw || lightEnd(from: start, to: verb) == verb)
  }

  /// "غرامة قدرها 200 ألف درهم": the noun of an amount, not "قدّرها".
  private func isAmount(_ verb: Int) -> Bool {
    words[verb].ending == .pronoun && verb + 1 < end
      && (words[verb + 1].kind == .number || words.has(.numbers, at: verb + 1))
  }

  private enum SubjectPosition {
    case none
    case before(Range<Int>)
    case after(begin: Int)
    case relative
  }

  /// Whether a verb of saying stands before its subject, behind it or in a relative clause.
  private func subjectPosition(_ verb: Int) -> SubjectPosition {
    if verb == start || text[verb].hasWaw { return .after(begin: verb) }
    // "سئل الوزير عن الموعد فقال إنه ...", but "أما الوزير فقال".
    if words[verb].clitics.contains(.conjunction), hasMainVerb(start..<verb) { return .after(begin: verb) }
    guard verb - start < Self.reach else { return .none }
    var prefix = lightEnd(from: start, to: verb)..<verb
    if prefix.isEmpty { return .after(begin: start) }
    let last = prefix.upperBound - 1
    if text[last].function == .relative { return .relative }
    if text[last].function == .particle { prefix = prefix.lowerBound..<last }
    // Behind "أكدت الحكومة التزامها، قالت الحركة" a statement ends, and no introduction.
    if isComma(last) {
      return hasMainVerb(prefix) || endsNominal ? .after(begin: verb) : afterIntroduction(prefix, verb)
    }
    if isStated(verb + Int(text[verb].sayingLength)) { return .relative }
    // "باستثناء من يشكك"
    if words[last].key == Self.from { return .none }
    if opensPlace(prefix, before: verb) { return .after(begin: start) }
    guard !hasMainVerb(prefix), startsNoun(prefix.lowerBound) else { return .none }
    return .before(prefix)
  }

  /// "أدلى بتصريح قال فيه": the statement that the verb speaks of stands before it.
  private func isStated(_ after: Int) -> Bool {
    after < end && Self.inIt.contains(words[after].key)
  }

  private static let asFor = Key.of("اما".utf8)
  static let inIt = [Key.of("فيه".utf8), Key.of("فيها".utf8)]

  /// "في المقابل، أعلنت": what stands before the comma is an introduction, or the subject with an apposition.
  private func afterIntroduction(_ prefix: Range<Int>, _ verb: Int) -> SubjectPosition {
    // "أما عمر خطارة، المسؤول في الحزب، فأعلن أن"
    let isTopic = words[start].key == Self.asFor && words[verb].clitics.contains(.conjunction)
    guard startsNoun(prefix.lowerBound), isTopic || text[prefix.lowerBound].speaker != 0 else {
      return .after(begin: start)
    }
    return .before(prefix)
  }

  /// The first token that is not a particle, an auxiliary verb, a conjunction or a mark.
  func lightEnd(from: Int, to: Int) -> Int {
    var index = from
    while index < to {
      switch text[index].function {
      case .opener, .auxiliary, .particle, .other: index += max(1, Int(text[index].functionLength))
      case .none where words[index].kind == .mark && text[index].partner < 0: index += 1
      default: return index
      }
    }
    return min(index, to)
  }

  private func startsNoun(_ index: Int) -> Bool {
    let tag = text[index]
    return (tag.function == .none || tag.function == .nameJoiner) && !tag.isVerb && tag.attribution == .none
      && words[index].clitics.isDisjoint(with: [.ba, .la, .ka])
  }

  /// Whether a run holds a verb that is not in a relative clause.
  func hasMainVerb(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index].function == .relative {
        while index < range.upperBound, !isComma(index) { index += 1 }
      } else if text[index].isVerb {
        return true
      }
      index += 1
    }
    return false
  }

  /// The frame of a verb whose subject is given or begins at `rest`.
  private func frame(_ verb: Int, _ subject: Range<Int>?, begin: Int, rest: Int) -> Frame? {
    switch text[verb].saying {
    case .says, .takesThat: clauseFrame(verb, subject, begin, rest)
    case .transmits: transmission(verb, subject, begin, rest)
    case .announces: nounFrame(verb, subject, begin, rest)
    default: keptFrame(verb, subject, begin, rest)
    }
  }

  /// "قال X إن ...".
  private func clauseFrame(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    guard let marker = marker(from: rest) else { return stressed(verb, subject, begin, rest) }
    return framed(
      verb, subject ?? self.subject(rest..<marker.at, mayBeEvent: true), begin, rest..<marker.at,
      content: marker.content)
  }

  /// "شدد الوزير على ضرورة ...", "أشار الوزير إلى أهمية ...": what is said is a noun behind a preposition.
  private func stressed(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    guard let found = subject ?? ownSubject(verb, rest) else { return stressedOn(verb, begin, rest) }
    guard let source = reader.source(found), source.kind != .unknown else { return nil }
    // "أشار البيان إلى تحويل أربع رحلات، وانتظار المسافرين": the object, which no comma sets off.
    let next = max(rest, found.upperBound)
    let object = isObjectMark(next) ? next : skipOccasion(next)
    guard object < end else { return nil }
    let isObject = isObjectMark(object)
    // "اعترف البيان بسقوط قتلى"
    guard isObject || words[object].clitics.contains(.ba) else { return nil }
    return Frame(mode: .keeps, start: begin, content: object, chain: chain(verb, found))
  }

  /// "كما أشار إلى فوز امرأتين": the speaker goes on.
  private func stressedOn(_ verb: Int, _ begin: Int, _ rest: Int) -> Frame? {
    guard isObjectMark(rest) else { return nil }
    let chain = chain(verb, nil)
    return chain.sources.isEmpty ? nil : Frame(mode: .keeps, start: begin, content: rest, chain: chain, isCarried: true)
  }

  private func isObjectMark(_ index: Int) -> Bool {
    index < end && (words[index].key == Self.toward || words[index].key == Self.on)
  }

  /// "نقل A عن B قوله إن ...".
  private func transmission(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    let limit = min(end, rest + 14)
    guard let about = (rest..<limit).first(where: { isAbout($0) || text[$0].isVerb || isMarker($0) }),
      !text[about].isVerb
    else { return nil }
    // "نقلت رويترز أن": the medium itself is the source.
    if isMarker(about) { return relay(verb, subject, begin, rest) }
    guard let marker = marker(from: about + 1) else { return nil }
    var chain = chain(verb, subject ?? (about > rest ? self.subject(rest..<about) : nil))
    // "نُقل عن" or "نقلت عن": only a medium passes on what others say.
    if about == rest, chain.sources.last?.kind != .media { chain.sources = [] }
    var next = about
    // "عن صحيفة عن مسؤول": one link more each time.
    while next < marker.at, isAbout(next), chain.sources.count < 4 {
      let inner = next + 1..<nounPhraseEnd(from: next + 1, to: marker.at)
      if let source = reader.source(inner) { chain.sources.append(source) }
      next = max(next + 1, inner.upperBound)
    }
    return leading(begin, marker.content, chain, isCarried: about == rest && subject == nil)
  }

  func isMarker(_ index: Int) -> Bool { text[index].function == .complementizer || words[index].mark == 0x3A }

  /// "نقلت رويترز أن ...": what a medium passes on without a word of who told it.
  private func relay(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    guard let frame = clauseFrame(verb, subject, begin, rest), frame.chain.sources.last?.kind == .media else {
      return nil
    }
    return frame
  }

  /// "عن", "من" behind a verb of learning ("علمت الصحيفة من مصادر"), and "إلى" where a noun of saying follows ("نسبت الوكالة
  /// إلى مصدر قوله").
  private func isAbout(_ index: Int) -> Bool {
    if words[index].key == Self.about { return true }
    if words[index].key == Self.from || words[index].key == Self.with {
      return (max(start, index - 6)..<index).contains { Self.learned.contains(words[$0].core) }
    }
    return words[index].key == Self.toward && (index..<min(end, index + 16)).contains { text[$0].saying == .noun }
  }

  static let toward = Key.of("الى".utf8)
  private static let on = Key.of("على".utf8)
  static let from = Key.of("من".utf8)
  private static let with = Key.of("لدى".utf8)
  private static let learned = [Key.of("علمت".utf8), Key.of("علم".utf8)]

  /// "أعلن X أن ..." or "أعلن X عودة ...".
  private func nounFrame(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    let isGiven = subject != nil
    let subject = subject ?? ownSubject(verb, rest)
    var after = skipOccasion(max(rest, subject?.upperBound ?? rest))
    if let (_, next) = mediumPhrase(after) { after = skipOccasion(next) }
    if let marker = marker(from: after), marker.at - after < 12,
      !hasMainVerb(after..<marker.at) || isRelative(after, behind: subject)
    {
      let whole = isGiven ? subject : self.subject(rest..<marker.at) ?? subject ?? antecedent(rest..<marker.at)
      return framed(verb, whole, begin, rest..<marker.at, content: marker.content)
    }
    // "كشف الوزير عن خطة ..."
    if after < end, words[after].key == Self.about { after += 1 }
    guard after < end, Merging.weight(after..<end, text, upTo: 2) > 1 else { return bare(verb, subject, begin, after) }
    var frame = framed(verb, subject, begin, rest..<after, content: after)
    frame?.isNominal = !isMarker(after - 1)
    return frame
  }

  /// "استطلاع أجرته الجامعة": a verb with the pronoun of the indefinite noun before it.
  func isRelativeVerb(_ index: Int) -> Bool {
    index < end && text[index].isVerb && (endsInPronoun(index) || endsInPronoun(index + 1))
  }

  /// Whether a word ends in a pronoun ("أجرته", "عليها", "لهم").
  private func endsInPronoun(_ index: Int) -> Bool {
    guard words[index].ending != .pronoun else { return true }
    let form = words.foldedText(index)
    return text[index].function == .other && form.count > 4
      && (form.suffix(2).elementsEqual("ه".utf8) || form.suffix(4).elementsEqual("ها".utf8)
        || form.suffix(4).elementsEqual("هم".utf8))
  }

  /// "نفى X ...", "طالب X ب...": the clause stays whole.
  private func keptFrame(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ rest: Int) -> Frame? {
    let found = subject ?? ownSubject(verb, rest).flatMap(withoutObject)
    var chain = chain(verb, found)
    let after = found.map { max($0.upperBound, rest) } ?? rest
    if let medium = medium(in: rest..<min(end, after + 4)) { chain.sources.insert(medium, at: 0) }
    if let outer = passedOn(by: after..<skipOccasion(after), anybody: true) { chain.sources.insert(outer, at: 0) }
    // "أفادت الصحيفة، نقلا عن مسؤول، بصدور ..."
    if isComma(after), text[after + 1].attribution == .inner, let inner = innerSource(in: after + 1..<end) {
      chain.sources.append(inner)
    }
    chain.isDenied = text[verb].saying == .denies
    if text[verb].saying == .takesNoun, let marker = marker(from: after), marker.at - after < 12,
      !hasMainVerb(after..<marker.at) || isRelative(after, behind: found)
    {
      return framed(verb, found, begin, rest..<marker.at, content: marker.content)
    }
    if isContent, begin == start, found != nil { chain = self.chain.nesting(chain) }
    // "نفت الوزارة، في بيان، تلقيها ...": what is set off does not end the clause.
    var content = found == nil ? rest : skipOccasion(after)
    // "تتهم السلطات في باماكو ...، فيما تتهمها": a place does not reach over the next clause.
    if !isComma(after), content < end, text[content].function == .opener { content = after }
    if content > after, content < end, isComma(content - 1), text[content].saying == .none { content += 1 }
    return Frame(mode: .keeps, start: begin, content: content, chain: chain, isCarried: found == nil)
  }

  private func framed(_ verb: Int, _ subject: Range<Int>?, _ begin: Int, _ middle: Range<Int>, content: Int) -> Frame? {
    var chain = chain(verb, subject)
    // "وردّت الناقدة على ما أشيع، فنفت أن تكون"
    if let denial = middle.first(where: { text[$0].saying == .denies && words[$0].clitics.contains(.conjunction) }) {
      chain.verb = denial..<denial + Int(text[denial].sayingLength)
      (chain.force, chain.isDenied) = (.init(letter: text[denial].force), true)
    }
    // "يُتوقع أن يصل": nobody expects it, and the clause says how sure it is.
    if chain.sources.isEmpty, text[verb].certainty != 0 { return nil }
    if let medium = medium(in: middle) ?? told(subject, middle) { chain.sources.insert(medium, at: 0) }
    if let inner = innerSource(in: middle) { chain.sources.append(inner) }
    // "أظهر الكشف الأولي، بحسب الناطق، أن"
    if let outer = passedOn(by: middle, anybody: [.document, .unknown].contains(chain.sources.last?.kind)) {
      chain.sources.insert(outer, at: 0)
    }
    return leading(begin, content, chain, isCarried: subject == nil)
  }

  private func leading(_ begin: Int, _ content: Int, _ chain: Chain, isCarried: Bool) -> Frame {
    let isNested = isContent && begin == start && !isCarried
    return Frame(
      mode: .leads, start: begin, content: content, chain: isNested ? self.chain.nesting(chain) : chain,
      isCarried: isCarried)
  }

  private func chain(_ verb: Int, _ subject: Range<Int>?) -> Chain {
    var chain = Chain(
      sources: [], verb: verb..<verb + Int(text[verb].sayingLength), force: .init(letter: text[verb].force))
    if let subject, let source = reader.source(subject) {
      chain.sources = [source]
    } else {
      chain.sources = carried(at: verb).sources
    }
    return chain
  }

  /// A verb with a dual or plural ending has its subject in the ending.
  func isPlural(_ verb: Int) -> Bool {
    switch words[verb].ending {
    case .an, .un, .construct, .accusative: true
    default: false
    }
  }
}
