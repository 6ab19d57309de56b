/// The name of a person: a given name that a list has, with what goes on after it.
struct ArabicPersonName {
  /// Its tokens.
  var range: Range<Int>

  /// Values of the lexicon `names`.
  private enum Code {
    static let given: UInt8 = 0x67
    static let ambiguous: UInt8 = 0x61
    static let family: UInt8 = 0x73
    static let particle: UInt8 = 0x70
    static let dependent: UInt8 = 0x6E
    /// A particle that begins no name, since it is a common word ("بنت").
    static let kin: UInt8 = 0x6B
  }

  /// Reads a name at a token. A name that is awaited behind a role may be a single word or a common word.
  init?(_ words: Words, _ index: Int, _ upper: Int, isAwaited: Bool) {
    let code = words.nameCode(index)
    guard code != 0, code != Code.kin, words[index].clitics.isDisjoint(with: [.article, .ka, .sa]) else {
      return nil
    }
    var end = index + 1
    var units = 1
    if code == Code.particle {
      guard end < upper, words[end].script == .arabic, words[end].clitics.isSubset(of: .article) else { return nil }
      guard isAwaited || words.isDefinite(end) || words.has(.names, at: end) else { return nil }
      end += 1
    }
    var isSure = code == Code.given || isAwaited
    while end < upper, units < 5, let length = Self.next(words, end, upper, units) {
      let kind = words.nameCode(end)
      let isNisba = kind == 0 && words.isDefinite(end) && words.endsLikeAdjective(end)
      isSure = isSure || kind != 0 || isNisba
      units += 1
      end += length
      if kind == 0 { break }
    }
    guard isSure || code == Code.family, units > 1 || isAwaited || code == Code.family else { return nil }
    range = index..<end
  }

  private init(range: Range<Int>) { self.range = range }

  /// Two unknown words between a comma and another mark ("وزير الزراعة، ويسل قرجه، …").
  static func between(_ words: Words, _ index: Int, _ upper: Int) -> ArabicPersonName? {
    guard index + 2 <= upper, index + 2 == upper || words[index + 2].kind == .mark else { return nil }
    let isName = (index..<index + 2).allSatisfy { at in
      words[at].script == .arabic && words[at].clitics.isSubset(of: .article) && !words.isKnownOtherwise(at)
    }
    return isName && !words.isDefinite(index) ? ArabicPersonName(range: index..<index + 2) : nil
  }

  /// Words of no list right behind an office or title ("نائب وزير الخارجية ويسل قرجه"), as far as they may be names.
  static func unlisted(_ words: Words, _ index: Int, _ upper: Int) -> ArabicPersonName? {
    var end = index
    while end < min(upper, index + 3), isUnlisted(words, end, isFirst: end == index) {
      // "خضير عبد الواحد": what goes on as a listed name does so to its end.
      if end > index, let rest = ArabicPersonName(words, end, upper, isAwaited: true), rest.range.count > 1 {
        return ArabicPersonName(range: index..<rest.range.upperBound)
      }
      end += 1
    }
    guard end > index else { return nil }
    // One word alone may be any noun that the office does something to.
    return end > index + 1 || NameLikeness.isSure(words, index) ? ArabicPersonName(range: index..<end) : nil
  }

  private static func isUnlisted(_ words: Words, _ index: Int, isFirst: Bool) -> Bool {
    let word = words[index]
    guard word.kind == .word, word.script == .arabic,
      !looksLikeVerb(words, index) || !isFirst && word.ending == .none && word.clitics.isEmpty
    else { return false }
    // "ويسل": a letter of the name, where the rest is no word.
    let isWhole = word.clitics.isEmpty || isFirst && word.clitics == .conjunction && Vectors.row(word.core) < 0
    let isFamily = !isFirst && word.clitics == .article
    guard isWhole || isFamily else { return false }
    if words.nameCode(index) != 0 { return true }
    return !words.isKnownOtherwise(index) && NameLikeness.isLikely(words, index)
  }

  /// How many tokens a further part of the name has, or nil when the name ends.
  private static func next(_ words: Words, _ index: Int, _ upper: Int, _ units: Int) -> Int? {
    let word = words[index]
    // "فضل الله"
    if word.kind == .word, index + 1 < upper, words.nameCode(index + 1) == Code.dependent,
      words[index + 1].clitics.isEmpty,
      word.ending == .none, !word.clitics.contains(.article), !words.has(.function, at: index)
    {
      return 2
    }
    guard word.kind == .word, word.script == .arabic, word.clitics.isSubset(of: .article) else { return nil }
    switch words.nameCode(index) {
    case Code.particle, Code.kin:
      guard index + 1 < upper, words[index + 1].script == .arabic, words[index + 1].clitics.isSubset(of: .article)
      else {
        return nil
      }
      return 2
    case 0: break
    default: return 1
    }
    let isDefinite = words.isDefinite(index)
    if units == 1 {
      if isDefinite, words.has(.places, at: index) { return 1 }
      // "سمعان" is no dual, "سلامي" nothing of mine.
      let isMine = word.ending == .pronoun && words.foldedText(index).suffix(2).elementsEqual([0xD9, 0x8A])
      let isKnown = words.isKnownOtherwise(index) && word.ending != .an && !isMine
      return isKnown || looksLikeVerb(words, index) ? nil : 1
    }
    return isDefinite && !words.isKnownOtherwise(index) && words.endsLikeAdjective(index) ? 1 : nil
  }

  /// Verbs of the present begin with ي; family names that do are in the list.
  private static func looksLikeVerb(_ words: Words, _ index: Int) -> Bool {
    words.foldedText(index).starts(with: [0xD9, 0x8A])
  }
}
