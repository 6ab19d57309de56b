/// An office or title with its complement ("كبير مستشاري الرئيس الأميركي").
struct ArabicRole {
  /// Values of the lexicon `roles`.
  enum Code {
    static let office: UInt8 = 0x6F
    static let deputy: UInt8 = 0x64
    static let prefix: UInt8 = 0x70
    static let title: UInt8 = 0x74
    static let modifier: UInt8 = 0x6D
    static let naming: UInt8 = 0x6E
  }

  /// Head and complement.
  var range: Range<Int>
  /// Tokens of the head.
  var head: Int
  /// Whether it is a title, which tells no person by itself.
  var isTitle: Bool
  /// Whether it only announces a name ("يدعى").
  var isNaming: Bool
  /// Whether it says which office.
  var isDefinite: Bool
  /// Whether it only says so by a pronoun ("رئيسها").
  var isOwned: Bool
  /// A definite office inside the complement ("الرئيس الأميركي").
  var inner: Range<Int>?
  private var isDeputy = false

  /// The office that a name right behind belongs to: advisers of a president are followed by his name, deputies by theirs.
  var nearest: Range<Int> { isDeputy ? range : inner ?? range }

  init?(_ words: Words, _ index: Int, _ upper: Int) {
    var (length, code) = words.longest(.roles, at: index)
    guard length > 0, code != Code.modifier, words[index].clitics.isDisjoint(with: [.ka, .sa]) else { return nil }
    isNaming = code == Code.naming
    isTitle = code == Code.title || isNaming
    head = length
    // "المسؤولون", "وزيران" name nobody.
    if length == 1, ![.none, .pronoun, .accusative].contains(words[index].ending) { return nil }
    if isTitle {
      var end = index + length
      // "الخبير العراقي"
      if end < upper, words.isDefinite(end - 1), words[end].clitics == .article,
        words.has(.places, at: end) || Self.isPraise(words, end, upper)
      {
        end += 1
      }
      range = index..<end
      isDefinite = false
      isOwned = false
      return
    }
    var end = index + length
    if code == Code.prefix {
      guard end < upper, case let next = words.longest(.roles, at: end), next.code == Code.office else { return nil }
      (length, code) = next
      end += length
      head += length
    }
    guard end <= upper else { return nil }
    isDeputy = code == Code.deputy
    let opens = words.isDefinite(end - 1) && words[end - 1].key != ArabicComplement.bism
    let close = ArabicComplement.end(words, from: end, upper, isDefinite: opens)
    range = index..<max(close, end)
    if opens || close > end, let length = Self.seat(words, range.upperBound, upper) {
      range = index..<range.upperBound + length
    }
    isDefinite = opens || close > end
    isOwned = close <= end && words[end - 1].ending == .pronoun
    inner = Self.inner(words, end..<range.upperBound)
  }

  /// "الفنانة القديرة نادية رشوان": an adjective of the same gender between a title and a given name.
  private static func isPraise(_ words: Words, _ index: Int, _ upper: Int) -> Bool {
    guard words.hasArticle(index), !words.endsPhrase(index), words.nameCode(index) == 0,
      words.endsInTaMarbuta(index) == words.endsInTaMarbuta(index - 1), !words.has(.roles, at: index),
      let name = ArabicPersonName(words, index + 1, upper, isAwaited: true)
    else { return false }
    return name.range.count > 1
  }

  /// Where an office has its seat, between it and a given name: "مدير الصحة في الولاية حاتم الغربال".
  private static func seat(_ words: Words, _ index: Int, _ upper: Int) -> Int? {
    let isIn = words[index].key == fi
    let seat = isIn ? index + 1 : index
    guard seat + 1 < upper, isIn || words[seat].clitics.contains(.ba),
      words[seat].clitics.isSubset(of: isIn ? .article : [.ba, .article]), words[seat].kind == .word,
      words.isDefinite(seat) || words.has(.places, at: seat), !words.endsPhrase(seat),
      // "رضا المصمودي"
      let name = ArabicPersonName(words, seat + 1, upper, isAwaited: true), name.range.count > 1
    else { return nil }
    return seat + 1 - index
  }

  private static let fi = Key.of(Array("في".utf8))

  private static func inner(_ words: Words, _ complement: Range<Int>) -> Range<Int>? {
    complement.first { index in
      words.longest(.roles, at: index).code == Code.office && words.isDefinite(index)
        && words[index].clitics.isSubset(of: .article)
    }.map { $0..<complement.upperBound }
  }
}

/// What may follow the head of an office or an organisation.
enum ArabicComplement {
  /// "باسم", after which the complement of a spokesman begins.
  static let bism = Key.of(Array("باسم".utf8))

  /// The end of the noun phrase: nouns up to the first definite one, its adjectives, and further nouns joined to it.
  static func end(_ words: Words, from start: Int, _ upper: Int, isDefinite: Bool) -> Int {
    var state = State(hasClosed: isDefinite, end: start)
    var index = start
    while index < upper, index - start < 10, let length = step(words, index, upper, &state) {
      index += length
      state.isEmpty = false
      if state.hasClosed { state.end = index }
    }
    return state.end
  }

  private struct State {
    /// Whether a definite word has closed the chain.
    var hasClosed: Bool
    var end: Int
    /// Whether the head stands right before.
    var isEmpty = true
    var links = 0
    /// Whether the last word was joined by a conjunction or a preposition, so that it may have adjectives again.
    var takesAdjectives = true
  }

  /// The tokens that one word adds to the complement, or nil when it ends before.
  private static func step(_ words: Words, _ index: Int, _ upper: Int, _ state: inout State) -> Int? {
    let word = words[index]
    guard word.kind == .word, word.script == .arabic, !words.endsPhrase(index) else { return nil }
    let role = words.longest(.roles, at: index)
    // "بالوكالة" stands in the list with its preposition.
    if role.code == ArabicRole.Code.modifier, state.hasClosed,
      word.clitics.isSubset(of: .article) || word.clitics == [.ba, .article]
    {
      return role.length
    }
    if state.hasClosed, let length = body(words, index, upper) { return length }
    if role.code == ArabicRole.Code.title, !state.hasClosed || word.clitics.isEmpty { return nil }
    let isDefinite = words.isDefinite(index)
    if !state.hasClosed, words.has(.organisations, at: index), let close = quoted(words, index + 1, upper) {
      state.hasClosed = true
      return close - index
    }
    if !word.clitics.isSubset(of: .article) || words.joinsDefinite(index) {
      return joined(words, index, isDefinite, state)
    }
    let place = words.longest(.places, at: index)
    let isNation = place.length == 1 && (word.clitics.contains(.article) || words.endsLikeAdjective(index))
    if place.length > 0, !isNation, isSettlement(words, index) {
      guard !state.hasClosed else { return nil }
      state.hasClosed = true
      return place.length
    }
    if isDefinite {
      if !state.hasClosed {
        // "شركة أبل هاتفها الجديد": what the firm has is no part of its name.
        guard state.links == 0 || word.ending != .pronoun || !endsInIts(words, index) else { return nil }
        state.hasClosed = true
        return 1
      }
      // "إيدي" may be a name; in "الوزير القضية" the office and its object differ in gender.
      let agrees = !state.isEmpty || words.endsInTaMarbuta(index) == words.endsInTaMarbuta(index - 1)
      return words.endsLikeAdjective(index) && words.hasArticle(index) && agrees || isNation ? 1 : nil
    }
    let isAdjective = words.endsLikeAdjective(index) && word.entry < 0
    guard !state.hasClosed, state.links < 3, !isNation, !isAdjective, words.code(.names, at: index) != 0x67 else {
      return nil
    }
    state.links += 1
    return 1
  }

  /// The body or office that an office is of, told by a preposition: "الرئيس السابق لهيئة استثمار المثنى", "النائب الأول لرئيس
  /// البرلمان".
  private static func body(_ words: Words, _ index: Int, _ upper: Int) -> Int? {
    let isHead = words.has(.organisations, at: index) || words.longest(.roles, at: index).code == ArabicRole.Code.office
    guard words[index].clitics == .la, isHead, !words.isDefinite(index) else { return nil }
    let close = end(words, from: index + 1, upper, isDefinite: false)
    return close > index + 1 ? close - index : nil
  }

  /// "ها", "هم"
  private static func endsInIts(_ words: Words, _ index: Int) -> Bool {
    let ending = words.foldedText(index).suffix(4)
    return ending.elementsEqual("ها".utf8) || ending.elementsEqual("هم".utf8)
  }

  /// The end of a name in quotation marks ("حركة «النهضة»").
  private static func quoted(_ words: Words, _ open: Int, _ upper: Int) -> Int? {
    guard open < upper, Line.openers.contains(words[open].mark) else { return nil }
    return (open + 1..<min(open + 8, upper)).first { Line.closers.contains(words[$0].mark) }.map { $0 + 1 }
  }

  private static func isSettlement(_ words: Words, _ index: Int) -> Bool {
    guard let match = words.match(.places, at: index), let tab = match.value.bytes.firstIndex(of: 0x09) else {
      return false
    }
    let kind = match.value.bytes[tab + 1]
    return tab > match.value.bytes.startIndex && kind != 0x64 && kind != 0x77
  }

  /// What institutions are for.
  private static let fields = Set(
    [
      "حقوق", "شوون", "رعايه", "مكافحه", "حمايه", "دراسات", "ابحاث", "تنميه", "دعم", "سياسات", "نزع", "تنسيق", "اغاثه",
      "بحوث", "تنظيم",
    ].map {
      Key.of($0.utf8)
    })

  /// "الزراعة والغابات", "للتعليم الثانوي", "للشرق الأوسط وشمال إفريقيا".
  private static func joined(_ words: Words, _ index: Int, _ isDefinite: Bool, _ state: State) -> Int? {
    let word = words[index]
    guard state.hasClosed, word.clitics.isDisjoint(with: [.ba, .ka, .sa]) else { return nil }
    let place = words.longest(.places, at: index)
    if place.length > 1 { return place.length }
    let whole = words.longest(.organisations, at: index)
    if whole.length > 1, word.clitics.contains(.la) { return whole.length }
    let opensOther = words.has(.roles, at: index) || words.has(.organisations, at: index)
    // "للمرة السابعة", "للعام الثاني"
    if word.clitics.contains(.la),
      words.timeWord(at: index)?.kind == .unit || words.numberWord(at: index + 1)?.kind == .ordinal
    {
      return nil
    }
    // "المرصد السوري لحقوق الإنسان"
    if word.clitics == .la, fields.contains(word.core), index + 1 < words.count, words[index + 1].clitics == .article {
      return 2
    }
    if word.clitics.contains(.la) { return isDefinite || place.length > 0 ? max(place.length, 1) : nil }
    return (isDefinite || words.joinsDefinite(index)) && !opensOther && place.length == 0 ? 1 : nil
  }
}
