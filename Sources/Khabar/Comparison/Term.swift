/// A word prepared for comparison: its keys, its weight and its vector.
struct Term: Sendable {
  /// Index of the token in its report.
  var token: Int
  /// Key of the form without proclitics.
  var base: UInt64
  /// Key of the light stem.
  var stem: UInt64
  /// The row of its vector, or -1.
  var vector: Int32
  /// Rarity: (8 - Zipf frequency) x 25, near 0 for function words.
  var weight: Float
  /// The key of the value, time or entity it stands for, or 0 (`Anchors`).
  var anchor: UInt64 = 0
  /// Whether it is a number.
  var isNumber = false
  /// Whether it negates.
  var isNegator = false
  /// The key of the kind that a number counts or that there is none of, or 0.
  var unit: UInt64 = 0
  /// The country or city code of the lexicon, hashed, or 0.
  var place: UInt64 = 0
  /// The country of that code, hashed, or 0.
  var country: UInt64 = 0
  /// Where it stands on the scales of the lexicon of opposites.
  var poles = Poles()

  /// Whether it is a content word with a vector.
  var hasComparedVector: Bool { vector >= 0 && weight > 20 }

  /// Whether it is a place or a rare word without a vector of its own, as names are.
  var isNameLike: Bool { country != 0 || vector < 0 && !isNumber }
}

/// The terms of a run of tokens.
struct Terms: Sendable {
  var all: [Term] = []
  /// The script of most words.
  private(set) var script = Word.Script.none
  /// Sum of all weights.
  var weight: Float = 0

  /// Prepares the word-like tokens of the runs.
  init(_ words: Words, _ ranges: [Range<Int>], _ anchors: Anchors, _ known: KnownTerms) {
    all.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges {
      for token in range where words[token].isWordLike && !anchors.continuesFigure(token) {
        add(words, token, anchors, known)
      }
    }
  }

  /// The terms of several runs, one after the other.
  init(joining parts: some Collection<Terms>) {
    all = parts.flatMap(\.all)
    weight = parts.reduce(0) { $0 + $1.weight }
    script = parts.contains { $0.script == .arabic } ? .arabic : parts.first { $0.script != .none }?.script ?? .none
  }

  private mutating func add(_ words: Words, _ token: Int, _ anchors: Anchors, _ known: KnownTerms) {
    let word = words[token]
    let anchor = anchors[token]
    if word.kind == .number || anchors.beginsFigure(token) {
      let key = anchor != 0 ? anchor : word.key
      all.append(
        Term(
          token: token, base: key, stem: key, vector: -1, weight: 100, anchor: anchor, isNumber: true,
          unit: anchors.unit(token)))
      weight += 100
      return
    }
    if word.script == .arabic || script == .none { script = word.script }
    var term = known.term(words, token)
    term.token = token
    // "took off"
    if word.phrase >= 0, let value = Lexicon.value(word.phrase, .opposites) { term.poles = Poles(value.bytes) }
    term.anchor = anchor
    term.unit = anchors.unit(token)
    if Negation.negates(words, token) {
      term.isNegator = true
      term.weight = 20
    } else if word.categories.has(.function) {
      term.weight = 4
    }
    weight += term.weight
    all.append(term)
  }
}

/// The form of a token that stands for it: without proclitics where the rest is the more frequent word.
struct BaseForm {
  var folded: ArraySlice<UInt8>
  var key: UInt64
  var row: Int?

  /// The form of a token; `find` is asked for the row of the whole word, and then of one rest behind the other, until one is
  /// taken.
  init(_ words: Words, _ token: Int, find: (UInt64) -> Int? = { Vectors.row($0) }) {
    let word = words[token]
    folded = words.foldedText(token)
    key = word.key
    row = find(key)
    guard word.script == .arabic else {
      if row == nil { stemmed(word.script) }
      return
    }
    var frequency = row.map(Vectors.frequency) ?? 0
    let cuts = Clitics(folded)
    for number in 0..<Clitics.count {
      guard let (cut, margin) = cuts.cut(number) else { continue }
      let rest = folded.dropFirst(cut)
      let restKey = Key.of(rest)
      guard let found = find(restKey), Vectors.frequency(found) > frequency + margin else {
        continue
      }
      frequency = Vectors.frequency(found)
      (folded, key, row) = (rest, restKey, found)
      return
    }
    if row == nil { stemmed(.arabic) }
  }

  /// Appends the keys of all that `find` may be asked for, in this order.
  static func appendKeys(of words: Words, _ token: Int, to keys: inout [UInt64]) {
    keys.append(words[token].key)
    guard words[token].script == .arabic else { return }
    let folded = words.foldedText(token)
    let cuts = Clitics(folded)
    for number in 0..<Clitics.count {
      if let cut = cuts.cut(number) { keys.append(Key.of(folded.dropFirst(cut.bytes))) }
    }
  }

  /// An unknown form keeps its key but takes the vector of its stem, if the stem is a word.
  private mutating func stemmed(_ script: Word.Script) {
    let stem = script == .arabic ? Stem.arabic(folded) : Stem.english(folded)
    guard stem.count >= 4 else { return }
    row = Vectors.row(Key.of(stem)) ?? (script == .arabic ? jussive : nil)
  }

  /// The row of a verb behind "لم", which has lost its last weak letter: "تتبن" of "تتبنى".
  private var jussive: Int? {
    let isPresent = [0xD98A, 0xD8AA, 0xD986].contains(
      UInt16(folded.first ?? 0) << 8 | UInt16(folded.dropFirst().first ?? 0))
    return isPresent && folded.count <= 12 ? Vectors.row(Key.of(Array(folded) + [0xD9, 0x8A])) : nil
  }
}

/// What may be cut off the beginning of an Arabic word where the rest is the more frequent word.
private struct Clitics {
  /// How many ways to cut there are.
  static let count = 5

  private let length: Int
  // Bytes of each.
  private let conjunction: Int
  private let particle: Int
  private let article: Int
  private let doubleLam: Int

  init(_ word: ArraySlice<UInt8>) {
    func at(_ index: Int, _ first: UInt8, _ second: UInt8) -> Bool {
      index + 1 < word.count && word[word.startIndex + index] == first && word[word.startIndex + index + 1] == second
    }
    length = word.count
    conjunction = at(0, 0xD9, 0x88) || at(0, 0xD9, 0x81) ? 2 : 0
    particle = at(conjunction, 0xD8, 0xA8) || at(conjunction, 0xD9, 0x84) || at(conjunction, 0xD9, 0x83) ? 2 : 0
    article = at(conjunction + particle, 0xD8, 0xA7) && at(conjunction + particle + 2, 0xD9, 0x84) ? 4 : 0
    doubleLam = at(conjunction, 0xD9, 0x84) && at(conjunction + 2, 0xD9, 0x84) ? 4 : 0
  }

  /// Bytes to cut in one of the ways, and by how much (Zipf x 25) the rest must be the more frequent word; nil where it
  /// is none of this word.
  func cut(_ number: Int) -> (bytes: Int, margin: Int)? {
    let (bytes, margin) =
      switch number {
      case 0: (article > 0 ? conjunction + particle + article : 0, -40)
      case 1: (doubleLam > 0 ? conjunction + doubleLam : 0, 0)
      case 2: (conjunction > 0 && particle > 0 ? conjunction + particle : 0, 12)
      case 3: (conjunction, 12)
      default: (conjunction == 0 ? particle : 0, 12)
      }
    return bytes > 0 && length - bytes >= 6 ? (bytes, margin) : nil
  }
}
