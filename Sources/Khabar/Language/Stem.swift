/// Light stems: what is left of a word without article, endings and plural marks.
///
/// Arabic after light10 (Larkey, Ballesteros and Connell 2007); English cuts plural and verb endings only. A stem only
/// says that two words may be forms of one; it is never shown.
enum Stem {
  /// The key of the stem of a folded word.
  static func key(_ folded: ArraySlice<UInt8>, _ script: Word.Script) -> UInt64 {
    switch script {
    case .arabic: Key.of(arabic(folded))
    case .latin: Key.of(english(folded))
    case .none, .other: Key.of(folded)
    }
  }

  private static let prefixes = ["وال", "فال", "بال", "كال", "لل", "ال", "و"].map(Affix.init)
  private static let suffixes =
    ["هما", "تها", "تهم", "ها", "هم", "ان", "ات", "ون", "ين", "يه", "وا", "نا", "ته", "ه", "ي", "ا"].map(Affix.init)

  /// A bit for the last byte of each letter that prefixes begin with, and that suffixes end with; most words have none of them.
  private static let firstLetters = prefixes.reduce(UInt64(0)) { $0 | 1 << ($1.firstLetter & 63) }
  private static let lastLetters = suffixes.reduce(UInt64(0)) { $0 | 1 << ($1.lastLetter & 63) }

  static func arabic(_ folded: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = folded
    guard rest.count > 6 else { return rest }
    let head = packed(rest.prefix(8)) << UInt64(8 * (8 - min(8, rest.count)))
    if firstLetters >> (head >> 48 & 63) & 1 != 0,
      let prefix = prefixes.first(where: { rest.count - $0.count >= 6 && $0.begins(head) })
    {
      rest = rest.dropFirst(prefix.count)
    }
    for _ in 0..<2 {
      let tail = packed(rest.suffix(8))
      guard lastLetters >> (tail & 63) & 1 != 0,
        let suffix = suffixes.first(where: { rest.count - $0.count >= 6 && $0.ends(tail) })
      else { break }
      rest = rest.dropLast(suffix.count)
    }
    return rest
  }

  /// Up to eight bytes as an integer, the last one lowest.
  private static func packed(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    let span = bytes.span
    var packed: UInt64 = 0
    for index in span.indices { packed = packed << 8 | UInt64(span[index]) }
    return packed
  }

  /// An affix of up to eight bytes as an integer, to be compared at once.
  private struct Affix {
    let count: Int
    private let bytes: UInt64
    private let mask: UInt64

    /// Its first two bytes, and its last two.
    var firstLetter: UInt64 { bytes >> UInt64((count - 2) * 8) }
    var lastLetter: UInt64 { bytes & 0xFFFF }

    init(_ text: String) {
      count = text.utf8.count
      bytes = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
      mask = 1 << UInt64(count * 8) - 1
    }

    /// Whether the first eight bytes of a word, the first one highest, begin with it.
    func begins(_ head: UInt64) -> Bool { head >> UInt64(64 - count * 8) == bytes }
    /// Whether the last eight bytes of a word, the last one lowest, end with it.
    func ends(_ tail: UInt64) -> Bool { tail & mask == bytes }
  }

  /// The strong letters of an Arabic verb without its prefixes and endings, equal for most forms of one verb ("وصلت",
  /// "تصل": "صل").
  static func verb(_ folded: ArraySlice<UInt8>) -> [UInt8] {
    var rest = folded
    let tail = packed(rest.suffix(8))
    if let ending = verbEndings.first(where: { rest.count - $0.count >= 4 && $0.ends(tail) }) {
      rest = rest.dropLast(ending.count)
    }
    if rest.count >= 6, verbPrefixes.contains(letter(rest, rest.startIndex)) { rest = rest.dropFirst(2) }
    var letters: [UInt8] = []
    letters.reserveCapacity(rest.count)
    var at = rest.startIndex
    while at + 1 < rest.endIndex {
      if !weak.contains(letter(rest, at)) {
        letters.append(rest[at])
        letters.append(rest[at + 1])
      }
      at += 2
    }
    return letters
  }

  private static let verbEndings = ["وا", "ون", "ين", "ان", "نا", "ت", "ا"].map(Affix.init)
  private static let verbPrefixes = ["ي", "ت", "ن", "ا", "س"].map { letter(Array($0.utf8)[...], 0) }
  private static let weak = ["ا", "و", "ي"].map { letter(Array($0.utf8)[...], 0) }

  /// A letter of two bytes.
  private static func letter(_ folded: ArraySlice<UInt8>, _ at: Int) -> UInt16 {
    UInt16(folded[at]) << 8 | UInt16(folded[at + 1])
  }

  static func english(_ folded: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let tail = packed(folded.suffix(8))
    func ends(_ suffix: Affix, atLeast rest: Int) -> Bool { folded.count >= rest + suffix.count && suffix.ends(tail) }
    if ends(English.ies, atLeast: 2) || ends(English.ied, atLeast: 2) { return folded.dropLast(3) + Array("y".utf8) }
    if English.sibilants.contains(where: { ends($0, atLeast: 1) }) { return folded.dropLast(2) }
    if ends(English.ing, atLeast: 4) { return folded.dropLast(3) }
    if ends(English.ed, atLeast: 3) { return folded.dropLast(2) }
    if ends(English.s, atLeast: 3), !ends(English.ss, atLeast: 1), !ends(English.us, atLeast: 1) {
      return folded.dropLast(1)
    }
    return ends(English.e, atLeast: 4) ? folded.dropLast(1) : folded
  }

  /// What English words end with.
  private enum English {
    static let ies = Affix("ies")
    static let ied = Affix("ied")
    static let sibilants = ["sses", "shes", "ches"].map(Affix.init)
    static let ing = Affix("ing")
    static let ed = Affix("ed")
    static let s = Affix("s")
    static let ss = Affix("ss")
    static let us = Affix("us")
    static let e = Affix("e")
  }
}
