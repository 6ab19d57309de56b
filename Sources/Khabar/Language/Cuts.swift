/// One way to read an Arabic word: so many bytes of it are proclitics, and the rest is a word of its own.
struct Cut {
  var proclitics: Word.Proclitics = []
  var prefix = 0
  /// The key of the rest.
  var key: UInt64 = 0
  /// Its slot in the lexicon, or -1.
  var slot: Int32 = -1
  /// "لل" stands for "ل" + "ال", and the rest is read with its article ("للصين": the list has "الصين").
  var restoresArticle = false
  /// The same, and the article counts as a proclitic.
  var swallowsArticle = false
}

/// The ways to cut proclitics off a folded word, shortest first, the whole word left out.
struct Cuts {
  private(set) var count = 0
  /// و, then a particle, then the article in one or two ways: there are never more.
  private var list = InlineArray<4, Cut>(repeating: Cut())

  subscript(index: Int) -> Cut { list[index] }

  private let hasSlots: Bool

  /// Reads the word that stands at a range of folded letters; slots are looked up where they are asked for.
  init(_ folded: borrowing [UInt8], _ word: Range<Int>, hasSlots: Bool = true) {
    self.hasSlots = hasSlots
    var cut = Cut()
    if word.count >= 6, Self.isConjunction(folded, word.lowerBound) {
      cut.proclitics.insert(.conjunction)
      cut.prefix = 2
      add(cut, folded, word)
    }
    guard word.count - cut.prefix >= 6 else { return }
    if let particle = Self.particle(folded, word.lowerBound + cut.prefix) {
      cut.proclitics.insert(particle)
      cut.prefix += 2
      add(cut, folded, word)
      let at = word.lowerBound + cut.prefix
      if particle == .la, folded[at] == 0xD9, folded[at + 1] == 0x84, word.count - cut.prefix >= 6 {
        cut.prefix += 2
        cut.restoresArticle = true
        add(cut, folded, word, from: Self.article)
        cut.proclitics.insert(.article)
        (cut.restoresArticle, cut.swallowsArticle) = (false, true)
        add(cut, folded, word)
        return
      }
    }
    if word.count - cut.prefix >= 6, Self.isArticle(folded, word.lowerBound + cut.prefix) {
      cut.proclitics.insert(.article)
      cut.prefix += 4
      add(cut, folded, word)
    }
  }

  private mutating func add(
    _ cut: Cut, _ folded: borrowing [UInt8], _ word: Range<Int>, from seed: UInt64 = Key.seed
  ) {
    guard word.count - cut.prefix >= 4 else { return }
    list[count] = cut
    list[count].key = Key.finish(Key.hash(folded, word.dropFirst(cut.prefix), from: seed))
    if hasSlots { list[count].slot = Lexicon.slot(list[count].key) }
    count += 1
  }

  /// The hash of "ال", to go on with a word.
  private static let article = [0xD8, 0xA7, 0xD9, 0x84].reduce(Key.seed) { Key.add($1, to: $0) }

  /// و, ف
  private static func isConjunction(_ folded: [UInt8], _ at: Int) -> Bool {
    folded[at] == 0xD9 && (folded[at + 1] == 0x88 || folded[at + 1] == 0x81)
  }

  private static func particle(_ folded: [UInt8], _ at: Int) -> Word.Proclitics? {
    switch (folded[at], folded[at + 1]) {
    case (0xD8, 0xA8): .ba
    case (0xD9, 0x84): .la
    case (0xD9, 0x83): .ka
    case (0xD8, 0xB3): isPresent(folded, at + 2) ? .sa : nil
    default: nil
    }
  }

  /// ي, ت, ن: the future is said of the present tense ("سيأمر", not "سامر").
  private static func isPresent(_ folded: borrowing [UInt8], _ at: Int) -> Bool {
    switch (folded[at], folded[at + 1]) {
    case (0xD9, 0x8A), (0xD8, 0xAA), (0xD9, 0x86): true
    default: false
    }
  }

  private static func isArticle(_ folded: [UInt8], _ at: Int) -> Bool {
    folded[at] == 0xD8 && folded[at + 1] == 0xA7 && folded[at + 2] == 0xD9 && folded[at + 3] == 0x84
  }
}
