/// Light stems: what is left of a word without article, endings and plural marks.
///
/// Arabic after light10 (Larkey, Ballesteros and Connell 2007); English cuts plural and verb endings only. A stem only
/// says that two words may be forms of one; it is never shown.
enum Stem {
  /// The stem of a folded word: a run of its bytes, behind which a "y" may stand for another ending.
  struct Form {
    fileprivate(set) var bytes: Range<Int>
    fileprivate(set) var endsInY = false

    /// How many bytes it has.
    var count: Int { bytes.count + (endsInY ? 1 : 0) }

    /// Its key; the word is given again.
    func key(_ folded: Swift.Span<UInt8>) -> UInt64 {
      let hash = Key.hash(folded, bytes, from: Key.seed)
      return Key.finish(endsInY ? Key.add(0x79, to: hash) : hash)
    }
  }

  /// The stem of a folded word.
  static func form(_ folded: Swift.Span<UInt8>, _ script: Word.Script) -> Form {
    switch script {
    case .arabic: arabic(folded)
    case .latin: english(folded)
    case .none, .other: Form(bytes: folded.indices)
    }
  }

  /// The key of the stem of a folded word.
  static func key(_ folded: Swift.Span<UInt8>, _ script: Word.Script) -> UInt64 { form(folded, script).key(folded) }

  /// The key of the stem of a folded word.
  static func key(_ folded: ArraySlice<UInt8>, _ script: Word.Script) -> UInt64 { key(folded.span, script) }

  private static let prefixes = ["وال", "فال", "بال", "كال", "لل", "ال", "و"].map(Affix.init)
  private static let suffixes = Suffixes(
    ["هما", "تها", "تهم", "ها", "هم", "ان", "ات", "ون", "ين", "يه", "وا", "نا", "ته", "ه", "ي", "ا"])

  /// A bit for the last byte of each letter that prefixes begin with; most words have none of them.
  private static let firstLetters = prefixes.reduce(UInt64(0)) { $0 | 1 << ($1.firstLetter & 63) }

  /// Suffixes by their last letters, so that only those of one letter are looked at; of these the first one that fits is cut.
  private struct Suffixes {
    private let all: [Affix]
    /// Where those of the letters with such a last byte begin.
    private let starts: [Int]

    init(_ texts: [String]) {
      let affixes = texts.map(Affix.init)
      all = (0..<64).flatMap { byte in affixes.filter { $0.lastLetter & 63 == byte } }
      starts = (0...64).map { byte in affixes.count { $0.lastLetter & 63 < byte } }
    }

    /// How many bytes to cut off a word of so many, of which at least some stay.
    func count(_ tail: UInt64, of length: Int, leaving least: Int = 6) -> Int {
      let byte = Int(tail & 63)
      for at in starts[byte]..<starts[byte + 1] where length - all[at].count >= least && all[at].ends(tail) {
        return all[at].count
      }
      return 0
    }
  }

  private static func arabic(_ folded: Swift.Span<UInt8>) -> Form {
    var rest = folded.indices
    guard rest.count > 6 else { return Form(bytes: rest) }
    let head = folded.packed(rest.prefix(8)) << UInt64(8 * (8 - min(8, rest.count)))
    if firstLetters >> (head >> 48 & 63) & 1 != 0,
      let prefix = prefixes.first(where: { rest.count - $0.count >= 6 && $0.begins(head) })
    {
      rest = prefix.count..<rest.upperBound
    }
    let suffixes = suffixes
    for _ in 0..<2 {
      let count = suffixes.count(folded.packed(rest.suffix(8)), of: rest.count)
      guard count > 0 else { break }
      rest = rest.lowerBound..<rest.upperBound - count
    }
    return Form(bytes: rest)
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

  /// What is equal for most forms of one verb.
  struct Verb: Equatable {
    /// The hash of its letters.
    fileprivate var hash = Key.seed
    /// Bytes of them.
    fileprivate(set) var count = 0
  }

  /// The strong letters of an Arabic verb without its prefixes and endings ("وصلت", "تصل": "صل").
  static func verb(_ word: ArraySlice<UInt8>) -> Verb {
    let folded = word.span
    var rest = folded.indices
    rest = rest.dropLast(verbEndings.count(folded.packed(rest.suffix(8)), of: rest.count, leaving: 4))
    if rest.count >= 6, verbPrefixes.contains(folded, rest.lowerBound) { rest = rest.dropFirst(2) }
    var verb = Verb()
    let weak = weak
    for at in stride(from: rest.lowerBound, to: rest.upperBound - 1, by: 2) where !weak.contains(folded, at) {
      verb.hash = Key.add(folded[at + 1], to: Key.add(folded[at], to: verb.hash))
      verb.count += 2
    }
    return verb
  }

  /// The same, and what is left of it if it ends in the pronoun of its object ("يوقفه", "قدّرتها").
  static func verbs(_ word: ArraySlice<UInt8>) -> [Verb] {
    let pronoun = word.count < 10 ? nil : objects.first { word.suffix($0.count).elementsEqual($0) }
    return [verb(word)] + (pronoun.map { [verb(word.dropLast($0.count))] } ?? [])
  }

  private static let objects = ["هما", "ها", "هم", "ه"].map { Array($0.utf8) }

  private static let verbEndings = Suffixes(["وا", "ون", "ين", "ان", "نا", "ت", "ا"])
  private static let (verbPrefixes, weak) = (Letters("يتناس"), Letters("اوي"))

  /// A set of letters of two bytes that begin with 0xD8 or 0xD9, with a bit for each such letter.
  private struct Letters {
    private var bits: (low: UInt64, high: UInt64) = (0, 0)

    init(_ letters: String) {
      for letter in letters.unicodeScalars {
        let bit: UInt64 = 1 << UInt64(letter.value & 63)
        if letter.value & 64 == 0 { bits.low |= bit } else { bits.high |= bit }
      }
    }

    /// Whether the letter at a byte is one of them.
    @inline(__always)
    func contains(_ folded: Swift.Span<UInt8>, _ at: Int) -> Bool {
      let first = folded[at]
      return first & 0xFE == 0xD8 && (first & 1 == 0 ? bits.low : bits.high) >> UInt64(folded[at + 1] & 63) & 1 != 0
    }
  }

  private static func english(_ folded: Swift.Span<UInt8>) -> Form {
    let tail = folded.packed(folded.indices.suffix(8))
    func ends(_ suffix: Affix, atLeast rest: Int) -> Bool { folded.count >= rest + suffix.count && suffix.ends(tail) }
    func cut(_ count: Int) -> Form { Form(bytes: 0..<folded.count - count) }
    if ends(English.ies, atLeast: 2) || ends(English.ied, atLeast: 2) {
      return Form(bytes: 0..<folded.count - 3, endsInY: true)
    }
    if English.sibilants.contains(where: { ends($0, atLeast: 1) }) { return cut(2) }
    if ends(English.ing, atLeast: 4) { return cut(3) }
    if ends(English.ed, atLeast: 3) { return cut(2) }
    if ends(English.s, atLeast: 3), !ends(English.ss, atLeast: 1), !ends(English.us, atLeast: 1) { return cut(1) }
    return cut(ends(English.e, atLeast: 4) ? 1 : 0)
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
