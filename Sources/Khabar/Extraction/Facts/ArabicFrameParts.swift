/// The parts of an Arabic frame: where its content begins, its subject, its medium, its occasion.
extension SentenceReader {
  var reader: SourceReader { SourceReader(text: text, names: names, memory: memory) }

  static let about = Key.of("عن".utf8)
  static let what = Key.of("ما".utf8)
  static let to = Key.of("ل".utf8)
  private static let toUs = Set(["لي", "لنا", "لهم", "له", "لها"].map { Key.of($0.utf8) })
  static let already = Key.of("قد".utf8)
  static let hasAlready = Key.of("فقد".utf8)

  /// Where the content of a verb of saying begins: behind "أن", a colon, "قوله إن", or at a long quotation.
  func marker(from: Int) -> (at: Int, content: Int)? {
    var index = from
    while index < min(end, from + Self.reach) {
      let tag = text[index]
      if tag.function == .complementizer, !tag.hasWaw, index == from || !Self.beforeAn.contains(words[index - 1].core) {
        return (index, index + 1)
      }
      switch words[index].mark {
      case 0x3A: return (index, index + 1)
      case 0x2E where words.has(.abbreviations, at: index - 1): break
      case 0x3B, 0x61B, 0x2E: return nil
      default: break
      }
      let partner = Int(tag.partner)
      if partner > index {
        let isClause = partner - index > 3 && (index..<partner).contains { text[$0].isVerb }
        if partner - index > 7 || isClause, words[index].mark != 0x28 { return (index, index) }
        index = partner < end ? partner : index
      } else if index > from, tag.hasWaw && tag.isVerb || tag.saying == .participle && isComma(index - 1) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// "قال بعد أن زار الموقع إن ...": with these before it "أن" tells when or how, and not what is said.
  private static let beforeAn = Set(
    ["قبل", "بعد", "دون", "بدون", "منذ", "لحين", "حين", "ريثما", "شريطه", "شرط", "بشرط", "بمجرد", "مجرد"].map {
      Key.of($0.utf8)
    })

  /// The subject that begins at a run: a noun phrase that is no event ("أعلن تشكيل ...").
  /// Before "أن" an event can be one too ("خلص تحقيق إلى أن").
  func subject(_ range: Range<Int>, mayBeEvent: Bool = false) -> Range<Int>? {
    guard let first = range.first else { return nil }
    var from = first
    if text[from].attribution == .occasion { return nil }
    // "وصرح لـ«الخبر» رئيس الفرع بأن": the medium stands before the subject.
    if let (_, next) = mediumPhrase(from), next < range.upperBound, words[next].kind == .word { from = next }
    // "وقال لي صاحب المتجر إنه"
    if Self.toUs.contains(words[from].key), from + 1 < range.upperBound, !isMarker(from + 1) { from += 1 }
    while from < range.upperBound, words[from].kind == .mark, words[from].mark != 0x3A, text[from].partner < 0 {
      from += 1
    }
    guard from < range.upperBound, words[from].mark != 0x3A, canBeSubject(from, mayBeEvent: mayBeEvent) else {
      return nil
    }
    let limit = nounPhraseEnd(from: from, to: range.upperBound)
    guard limit > from else { return nil }
    return from..<(isLongTitle(from, limit, range.upperBound) ? range.upperBound : limit)
  }

  /// "كبير مستشاري الرئيس بالشرق الأوسط بريت ماكغورك إن", "وكيل الوزارة لشؤون الطب خالد الهاشمي أن": a field and a name between
  /// an office and the content.
  private func isLongTitle(_ from: Int, _ limit: Int, _ marker: Int) -> Bool {
    guard limit < marker, marker - limit <= 8, marker < end, isMarker(marker), isOfficial(from) else { return false }
    let rest = limit..<marker
    guard rest.allSatisfy(belongsToTitle), endsInName(rest) else { return false }
    let first = words[limit].clitics
    if rest.count == 1 { return first.isEmpty && words[limit].entry < 0 && !isDefinite(limit - 1) }
    let isAdjective = isDefinite(limit) && words.endsLikeAdjective(limit)
    return first.contains(.ba) || isAdjective
      || first.contains(.la) && text[limit].speaker == 0 && words[limit].ending != .pronoun
  }

  private func isOfficial(_ index: Int) -> Bool {
    (index..<index + 2).contains { text[$0].speaker == 0x6F || words.has(.roles, at: $0) }
  }

  private func belongsToTitle(_ index: Int) -> Bool {
    let tag = text[index]
    return words[index].kind == .word
      && (tag.function == .none || words[index].clitics.contains(.ba) || isDefinite(index))
      && !tag.isVerb && tag.attribution == .none
      && tag.saying == .none && (!tag.isMedia || words[index].clitics.contains(.ba)) && tag.speaker != 0x6D
  }

  /// Whether a run ends in the name of a person: a known one, or unlisted words without article and particle.
  private func endsInName(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    for name in names.names(in: max(range.lowerBound, last - 3)..<last + 1) where name.range.upperBound == last + 1 {
      return name.kind == .person
    }
    return (max(range.lowerBound, last - 1)...last).allSatisfy { index in
      words[index].clitics.subtracting(index == last ? .article : []).isEmpty
        && (words[index].entry < 0 || words.has(.names, at: index))
        // "رضا المصمودي"
        && (!isDefinite(index) || index == last && words.has(.names, at: last - 1)) && !isEventNoun(index)
        && !words.foldedText(index).suffix(2).elementsEqual("ا".utf8)
    }
  }

  func canBeSubject(_ index: Int, mayBeEvent: Bool = false) -> Bool {
    if words[index].kind == .number || Int(text[index].partner) > index { return true }
    let tag = text[index]
    guard tag.function == .none || tag.function == .nameJoiner || tag.function == .time && !isComma(index - 1) else {
      return false
    }
    // "قال لي إن"
    if words.foldedText(index).count <= 6, words.foldedText(index).starts(with: "ل".utf8), words[index].entry < 0 {
      return false
    }
    // "قالت أمس الجمعة إن"
    if tag.function == .time, words.timeWord(at: index)?.kind == .day, !tag.isMedia { return false }
    return tag.saying == .none && tag.negator == 0
      && words[index].clitics.isDisjoint(with: [.ba, .la, .ka, .conjunction])
      && (!isEventNoun(index) || mayBeEvent && words[index].ending == .none)
  }

  /// "في بيان تلقت ... نسخة منه،": set off by commas before the content.
  func skipOccasion(_ from: Int) -> Int {
    var index = from
    while index < end {
      let isOccasion =
        text[index].attribution == .occasion
        || index == from && text[index].function == .preposition && words[index].key != Self.about
      guard isOccasion || isComma(index) else { break }
      let begin = isOccasion ? index : index + 1
      guard isOccasion || begin < end && opensAside(begin) else { break }
      let length = text[begin].attribution == .occasion ? Int(text[begin].attributionLength) : 0
      let isSetOff = !isOccasion || isComma(index - 1)
      if length > 0, isOver(begin, behind: length, isSetOff: isSetOff) {
        index = begin + length
        continue
      }
      let window = begin..<min(end, begin + 14)
      guard let close = window.first(where: { isComma($0) || !isSetOff && opensContent($0, behind: begin) }) else {
        index += isOccasion ? length : 0
        break
      }
      index = close
      if !isComma(close) { break }
    }
    while index < end, isComma(index) { index += 1 }
    return index
  }

  /// Whether an occasion ends with its own words: "أبدى في المقابل استعداد ...", "أعلن في بيان تأجيل ...".
  private func isOver(_ begin: Int, behind length: Int, isSetOff: Bool) -> Bool {
    let next = begin + length
    guard next < end, !isComma(next), text[next].function != .preposition else { return false }
    if text[next].function == .complementizer { return true }
    return words.particle(at: begin) == 0x6D || !isSetOff && isEventNoun(next)
  }

  /// "أعلن الوزير في تونس استعداد ...": a complementizer, or an event behind a noun that takes no other behind it.
  private func opensContent(_ index: Int, behind begin: Int) -> Bool {
    if text[index].function == .complementizer { return true }
    guard index > begin + 1, isEventNoun(index), words[index].clitics.isEmpty else { return false }
    return words[index - 1].clitics.contains(.article) || words.has(.places, at: index - 1)
      || text[index - 1].function == .time
      // "في أبشي": a place that no list has.
      || index == begin + 2 && words[begin + 1].entry < 0 && text[begin].function == .preposition
  }

  /// What may stand between the commas after a subject: an occasion, a time, "ومقرها ...".
  private func opensAside(_ index: Int) -> Bool {
    let tag = text[index]
    guard words[index].key != Self.about else { return false }
    return tag.attribution == .occasion || tag.function == .time || tag.function == .preposition
      || tag.function == .relative || tag.attribution == .speaker
      || words[index].clitics.contains(.conjunction) || tag.speaker != 0 || opensDescription(index)
  }

  /// The medium that was told: "ل«أكسيوس»", "للموقع".
  func medium(in range: Range<Int>) -> SourceMatch? {
    for index in range.prefix(Self.reach) {
      if let (medium, _) = mediumPhrase(index) { return medium }
    }
    return nil
  }

  /// The medium that is the object of the verb: "أبلغ مصدران رويترز بأن".
  func told(_ subject: Range<Int>?, _ middle: Range<Int>) -> SourceMatch? {
    guard let at = subject?.upperBound, middle.contains(at), words[at].clitics.isEmpty,
      text[at].isMedia || text[at].speaker == 0x6D && Int(text[at + 1].partner) > at + 1,
      var source = reader.source(at..<nounPhraseEnd(from: at, to: middle.upperBound))
    else { return nil }
    source.kind = .media
    return source
  }

  func mediumPhrase(_ index: Int) -> (SourceMatch, Int)? {
    guard index + 1 < end else { return nil }
    if words[index].key == Self.to, Int(text[index + 1].partner) > index + 1, isInside(Int(text[index + 1].partner)) {
      let limit = Int(text[index + 1].partner) + 1
      guard limit - index < 9, var source = reader.source(index + 1..<limit) else { return nil }
      source.kind = .media
      return (source, limit)
    }
    guard words[index].clitics.contains(.la), text[index].isMedia || text[index].speaker == 0x6D else { return nil }
    guard !isAgency(index) else { return nil }
    let limit = nounPhraseEnd(from: index, to: min(end, index + 6))
    guard limit > index, let source = reader.source(index..<limit) else { return nil }
    // "بيت ملاصق للموقع": a site that has not spoken before is a place.
    if limit == index + 1, words[index].core == Self.site, memory.antecedent(head: Self.site) == nil { return nil }
    return (source, limit)
  }

  /// "للوكالة الدولية للطاقة الذرية": an organisation that is called like a medium.
  func isAgency(_ index: Int) -> Bool {
    guard let name = names.names(in: index..<index + 1).first, name.kind == .organisation, name.range.count > 2 else {
      return false
    }
    return text[index].speaker == 0x6D
      && !name.range.contains { text[$0].isMedia || text[$0].partner >= 0 || Self.news.contains(words[$0].key) }
  }

  private static let site = Key.of("موقع".utf8)
  private static let news = ["انباء", "الانباء", "للانباء", "صحافه", "الصحافه"].map { Key.of($0.utf8) }

  /// "أكد محاميه، بحسب إذاعة «موجة»، أن": the medium that passes on what is said, or `anybody`, between the subject and its
  /// content.
  func passedOn(by range: Range<Int>, anybody: Bool) -> SourceMatch? {
    guard let index = range.first(where: { text[$0].attribution == .speaker && isComma($0 - 1) }) else { return nil }
    let from = index + Int(text[index].attributionLength)
    guard from < range.upperBound,
      let source = reader.source(from..<nounPhraseEnd(from: from, to: range.upperBound)),
      source.kind == .media || source.kind == .document || anybody && source.kind != .unknown
    else { return nil }
    return source
  }

  /// "نقلاً عن B" between a verb and its content.
  func innerSource(in range: Range<Int>) -> SourceMatch? {
    guard let index = range.first(where: { text[$0].attribution == .inner }) else { return nil }
    let from = index + Int(text[index].attributionLength)
    guard from < range.upperBound else { return nil }
    return reader.source(from..<nounPhraseEnd(from: from, to: range.upperBound))
  }

}
