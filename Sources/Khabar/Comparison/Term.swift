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
  /// The thing or event that it is one of several words for (`Lexicon.concept`), or 0.
  var concept: UInt64 = 0
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
        add(words, token, before: range.upperBound, anchors, known)
      }
    }
  }

  /// What a function word weighs.
  private static let functionWeight: Float = 4

  /// The terms of several runs, one after the other.
  init(joining parts: some Collection<Terms>) {
    all = parts.flatMap(\.all)
    weight = parts.reduce(0) { $0 + $1.weight }
    script = parts.contains { $0.script == .arabic } ? .arabic : parts.first { $0.script != .none }?.script ?? .none
  }

  /// The same with the keys of names that two reports share.
  func linked(by anchors: Anchors) -> Terms {
    guard anchors.areLinked else { return self }
    var terms = self
    for index in all.indices {
      let key = anchors[all[index].token]
      guard key != all[index].anchor else { continue }
      terms.all[index].anchor = key
      // What stands for a number is all that it is compared by.
      if all[index].isNumber { (terms.all[index].base, terms.all[index].stem) = (key, key) }
    }
    return terms
  }

  /// The rows of the vectors of those that are compared by them.
  var comparedRows: Vectors.Rows { Vectors.Rows(all.lazy.map { $0.hasComparedVector ? $0.vector : -1 }) }

  /// Adds the term of a token of a run that ends at another one.
  private mutating func add(_ words: Words, _ token: Int, before end: Int, _ anchors: Anchors, _ known: KnownTerms) {
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
    let entry = known.entry(words, token)
    var term = entry.term
    term.token = token
    if entry.opener != 0, let concept = words.concept(entry.opener, of: entry.phraseLength, token..<end) {
      term.concept = concept
    }
    // "took off"
    if word.phrase >= 0, let value = Lexicon.value(word.phrase, .opposites) { term.poles = Poles(value.bytes) }
    term.anchor = anchor
    term.unit = anchors.unit(token)
    if Negation.negates(words, token) {
      term.isNegator = true
      term.weight = 20
    } else if word.categories.has(.function) {
      term.weight = Self.functionWeight
    }
    weight += term.weight
    all.append(term)
  }
}

/// The form of a token that stands for it: without proclitics where the rest is the more frequent word.
struct BaseForm {
  /// One way to read a word.
  struct Reading {
    /// The key of what is left.
    var key: UInt64
    /// Bytes that are cut off.
    var cut: Int
    /// By how much (Zipf x 25) the rest must be the more frequent word.
    var margin: Int
  }

  /// Bytes that are cut off.
  let cut: Int
  let key: UInt64
  /// The row of its vector, or -1.
  let row: Int32

  /// The form of a token.
  init(_ words: Words, _ token: Int) {
    var readings: [Reading] = []
    Self.append(readingsOf: words, token, to: &readings)
    let all = readings
    self.init(words, token, all.indices, of: all) { Vectors.row(all[$0].key) }
  }

  /// The form of a token of which the readings are known; `find` is asked for the row of the whole word, and then of one rest
  /// behind the other, until one is taken.
  @inline(__always)
  init(_ words: Words, _ token: Int, _ own: Range<Int>, of readings: [Reading], find: (Int) -> Int32) {
    let row = find(own.lowerBound)
    let frequency = row >= 0 ? Vectors.frequency(Int(row)) : 0
    for at in own.dropFirst() {
      let found = find(at)
      guard found >= 0, Vectors.frequency(Int(found)) > frequency + readings[at].margin else { continue }
      (cut, key, self.row) = (readings[at].cut, readings[at].key, found)
      return
    }
    (cut, key) = (0, readings[own.lowerBound].key)
    self.row = row >= 0 ? row : Self.row(ofStem: words.foldedText(token).span, words[token].script)
  }

  /// The folded bytes of a token that has this form.
  func folded(_ words: Words, _ token: Int) -> ArraySlice<UInt8> { words.foldedText(token).dropFirst(cut) }

  /// Appends the whole word and then the rests that may stand for it.
  static func append(readingsOf words: Words, _ token: Int, to readings: inout [Reading]) {
    readings.append(Reading(key: words[token].key, cut: 0, margin: 0))
    guard words[token].script == .arabic else { return }
    let slice = words.foldedText(token)
    let folded = slice.span
    let cuts = Clitics(folded)
    for number in 0..<Clitics.count {
      guard let cut = cuts.cut(number) else { continue }
      let key = Key.finish(Key.hash(folded, cut.bytes..<folded.count, from: Key.seed))
      readings.append(Reading(key: key, cut: cut.bytes, margin: cut.margin))
    }
  }

  /// An unknown form keeps its key but takes the vector of its stem, if the stem is a word.
  private static func row(ofStem folded: Swift.Span<UInt8>, _ script: Word.Script) -> Int32 {
    let stem = Stem.form(folded, script == .arabic ? .arabic : .latin)
    guard stem.count >= 4 else { return -1 }
    let row = Vectors.row(stem.key(folded))
    return row < 0 && script == .arabic ? jussive(folded) : row
  }

  /// The row of a verb behind "لم", which has lost its last weak letter: "تتبن" of "تتبنى".
  private static func jussive(_ folded: Swift.Span<UInt8>) -> Int32 {
    guard folded.count >= 2, folded.count <= 12,
      [0xD98A, 0xD8AA, 0xD986].contains(UInt16(folded[0]) << 8 | UInt16(folded[1]))
    else { return -1 }
    let hash = Key.hash(folded, folded.indices, from: Key.seed)
    return Vectors.row(Key.finish(Key.add(0x8A, to: Key.add(0xD9, to: hash))))
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

  init(_ word: Swift.Span<UInt8>) {
    func letter(_ at: Int) -> UInt16 { at + 1 < word.count ? UInt16(word[at]) << 8 | UInt16(word[at + 1]) : 0 }
    length = word.count
    let first = letter(0)
    conjunction = first == 0xD988 || first == 0xD981 ? 2 : 0
    let next = letter(conjunction)
    particle = next == 0xD8A8 || next == 0xD984 || next == 0xD983 ? 2 : 0
    let rest = conjunction + particle
    article = letter(rest) == 0xD8A7 && letter(rest + 2) == 0xD984 ? 4 : 0
    doubleLam = next == 0xD984 && letter(conjunction + 2) == 0xD984 ? 4 : 0
  }

  /// Bytes to cut in one of the ways, and by how much (Zipf x 25) the rest must be the more frequent word; nil where it
  /// is none of this word.
  @inline(__always)
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
