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
    let bodies = facts.indices.filter { !isDisplay(facts[$0].block) }.prefix(Self.reach)
    let words = facts.reduce(0) { $0 + $1.range.count }
    var stems = Lists<Stem>(capacity: words)
    var room: [Stem] = []
    room.reserveCapacity(min(words, 64))
    for body in bodies { append(stemsOf: facts[body].range, facts[body].block, to: &stems, by: &room) }
    for (place, head) in heads.enumerated() {
      let block = facts[head].block
      append(stemsOf: facts[head].range, block, to: &stems, by: &room)
      let mine = bodies.count + place
      if let original = original(of: mine, in: stems, bodies.count, least: least(block)) {
        facts[head].repeats = bodies[bodies.startIndex + original]
      } else if let twin = twin(of: mine, in: stems, behind: bodies.count) {
        facts[head].repeats = heads[heads.startIndex + twin]
      }
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

  /// Which of the first facts, those of the body, shares most letters with a head, if they are enough.
  private func original(of mine: Int, in stems: Lists<Stem>, _ bodies: Int, least: Int) -> Int? {
    if bodies == 0 { return nil }
    let all = stems.range(mine).reduce(0) { $0 + stems.values[$1].letters }
    var best: (index: Int, share: Int)?
    for body in 0..<bodies {
      let share = shared(stems.range(mine), stems.range(body), stems.values.span)
      if share * 1000 >= all * least, share > best?.share ?? 0 { best = (body, share) }
    }
    return best?.index
  }

  /// Which head before has the same words, under an earlier picture.
  private func twin(of mine: Int, in stems: Lists<Stem>, behind bodies: Int) -> Int? {
    (bodies..<mine).first { stems[$0] == stems[mine] }.map { $0 - bodies }
  }

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

  /// Appends the content words of a fact, each once, in order of their keys; they are sorted in a room of their own.
  private func append(stemsOf fact: Range<Int>, _ block: Int, to stems: inout Lists<Stem>, by room: inout [Stem]) {
    room.removeAll(keepingCapacity: true)
    let isCaption = blocks[block].kind == .caption
    for index in fact where text.words[index].isWordLike && text[index].function == .none {
      if isCaption, isCredit(index) { continue }
      room.append(stem(index))
    }
    room.sort { $0.key < $1.key }
    var last: UInt64 = 0
    for stem in room where stem.key != last {
      stems.append(stem)
      last = stem.key
    }
    stems.close()
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
  private func shared(_ a: Range<Int>, _ b: Range<Int>, _ stems: Swift.Span<Stem>) -> Int {
    var (i, j) = (a.lowerBound, b.lowerBound)
    var letters = 0
    while i < a.upperBound, j < b.upperBound {
      if stems[i].key == stems[j].key { letters += stems[i].letters }
      if stems[i].key <= stems[j].key { i += 1 } else { j += 1 }
    }
    return letters
  }
}
