/// Finds facts of headlines, decks and captions that restate one of the body.
struct Repeats {
  let text: TaggedWords
  let blocks: [Block]
  /// The block that stands as headline.
  let headline: Int?

  /// How many facts before and inside the body are compared at most.
  private static let reach = 120
  /// Share of the letters of a fact, in thousandths, that its original must share: a caption may show something else.
  private static let least = (headline: 400, caption: 600)

  /// Points restatements to their originals and gives a lead the source that only its headline names.
  func mark(_ facts: inout [FactMatch]) {
    let heads = facts.indices.filter { isDisplay(facts[$0].block) }.prefix(Self.reach)
    guard !heads.isEmpty else { return }
    // A single fact, as a statement is, restates none.
    guard facts.count > 1 else { return pass(&facts, heads) }
    let bodies = facts.indices.filter { !isDisplay(facts[$0].block) }.prefix(Self.reach).map { ($0, stems(facts[$0])) }
    var seen: [(Int, [Stem])] = []
    for head in heads {
      let mine = stems(facts[head])
      facts[head].repeats = original(of: mine, in: bodies, least: least(facts[head].block)) ?? twin(of: mine, in: seen)
      seen.append((head, mine))
    }
    pass(&facts, heads)
  }

  private func isDisplay(_ block: Int) -> Bool {
    switch blocks[block].kind {
    case .headline, .deck, .caption: true
    default: block == headline
    }
  }

  private func least(_ block: Int) -> Int {
    blocks[block].kind == .caption ? Self.least.caption : Self.least.headline
  }

  /// The beginning of a content word and how many letters the word has.
  private struct Stem: Equatable {
    var key: UInt64
    var letters: Int
  }

  /// The body fact that shares most letters with a head, if they are enough.
  private func original(of mine: [Stem], in bodies: [(Int, [Stem])], least: Int) -> Int? {
    let all = mine.reduce(0) { $0 + $1.letters }
    var best: (index: Int, share: Int)?
    for (index, stems) in bodies {
      let share = shared(mine, stems)
      if share * 1000 >= all * least, share > best?.share ?? 0 { best = (index, share) }
    }
    return best?.index
  }

  /// The same words under an earlier picture.
  private func twin(of mine: [Stem], in seen: [(Int, [Stem])]) -> Int? { seen.first { $0.1 == mine }?.0 }

  /// A source that the headline names first, before a colon, holds for the deck and for the lead that restates it.
  private func pass(_ facts: inout [FactMatch], _ heads: ArraySlice<Int>) {
    guard let first = heads.first(where: { facts[$0].block == headline }), !facts[first].sources.isEmpty,
      facts[first].verb == nil
    else { return }
    let sources = facts[first].sources
    for head in heads where blocks[facts[head].block].kind != .caption {
      if let body = facts[head].repeats, facts[body].sources.isEmpty { facts[body].sources = sources }
      if facts[head].sources.isEmpty, blocks[facts[head].block].kind == .deck { facts[head].sources = sources }
    }
  }

  /// The content words of a fact, each once, in order of their keys.
  private func stems(_ fact: FactMatch) -> [Stem] {
    var stems: [Stem] = []
    stems.reserveCapacity(fact.range.count)
    let isCaption = blocks[fact.block].kind == .caption
    for index in fact.range where text.words[index].isWordLike && text[index].function == .none {
      if isCaption, isCredit(index) { continue }
      stems.append(stem(index))
    }
    stems.sort { $0.key < $1.key }
    var last: UInt64 = 0
    stems.removeAll { stem in
      defer { last = stem.key }
      return stem.key == last
    }
    return stems
  }

  /// Whether a word only says that this is a picture, or where it comes from.
  private func isCredit(_ index: Int) -> Bool {
    switch text.words.lineRole(at: index) {
    case .caption, .credit: true
    default: false
    }
  }

  /// Four letters of an Arabic core or five of a Latin word tell inflections of one word together.
  private func stem(_ index: Int) -> Stem {
    let word = text.words[index]
    let letters = Int(word.folded.lowerBound)..<Int(word.folded.upperBound)
    guard word.kind == .word else { return Stem(key: word.key, letters: 4) }
    if word.script == .latin { return Stem(key: key(letters.prefix(5)), letters: letters.count) }
    let core = letters.dropFirst(min(Int(word.coreStart - word.start) * 2, max(0, letters.count - 4)))
    return Stem(key: key(core.prefix(8)), letters: core.count / 2)
  }

  private func key(_ folded: Range<Int>) -> UInt64 {
    Key.finish(Key.hash(text.words.folded, folded, from: Key.seed))
  }

  /// The letters of the words that two sorted lists share.
  private func shared(_ a: [Stem], _ b: [Stem]) -> Int {
    var i = 0
    var j = 0
    var letters = 0
    while i < a.count, j < b.count {
      if a[i].key == b[j].key { letters += a[i].letters }
      if a[i].key <= b[j].key { i += 1 } else { j += 1 }
    }
    return letters
  }
}
