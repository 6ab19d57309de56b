/// Cuts sentences into facts with their source chains.
package struct FactExtractor {
  let words: Words
  let blocks: [Block]
  let blockRanges: [Range<Int>]
  let names: [NameMatch]
  let known: KnownWords?

  /// Takes the blocks of an article, their tokens, its names in reading order, and the known words with which it was read.
  package init(
    words: Words, blocks: [Block], blockRanges: [Range<Int>], names: [NameMatch], known: KnownWords? = nil
  ) {
    self.words = words
    self.known = known
    self.blocks = blocks
    self.blockRanges = blockRanges
    self.names = names
  }

  /// The facts of all blocks in reading order.
  package func facts() -> [FactMatch] {
    let news = blocks.indices.filter { blocks[$0].kind.tellsNews }
    let text = TaggedWords(words, news.map { blockRanges[$0] }, known)
    let index = NameIndex(names)
    var memory = SpeakerMemory()
    var facts: [FactMatch] = []
    for block in news {
      for sentence in Sentences.split(words, blockRanges[block]) {
        let reader = SentenceReader(
          text, sentence, names: index, quotedBy: isQuotation(sentence, text) ? memory.speaker : nil)
        // Handed over and back, so that it is never copied.
        swap(&reader.memory, &memory)
        let pieces = reader.read()
        swap(&reader.memory, &memory)
        for piece in pieces { facts.append(fact(piece, block, text)) }
      }
    }
    Repeats(text: text, blocks: blocks, headline: headline(news)).mark(&facts)
    return facts
  }

  /// Whether all words of a sentence are quoted, so that the last speaker goes on.
  private func isQuotation(_ sentence: Range<Int>, _ text: TaggedWords) -> Bool {
    sentence.allSatisfy { text[$0].isQuoted || !words[$0].isWordLike }
  }

  /// The block of the headline; without one the first block when it is no whole sentence.
  private func headline(_ news: [Int]) -> Int? {
    if let headline = news.first(where: { blocks[$0].kind == .headline }) { return headline }
    guard let first = news.first, let last = blockRanges[first].last, words[last].mark != 0x2E else { return nil }
    return first
  }

  private func fact(_ piece: Piece, _ block: Int, _ text: TaggedWords) -> FactMatch {
    let stance = Stance(text: text, range: piece.range)
    return FactMatch(
      range: piece.range, block: block, sources: piece.chain.sources, verb: piece.chain.verb, force: piece.chain.force,
      polarity: piece.chain.isDenied ? .denied : stance.polarity, certainty: certainty(piece, stance, text),
      quoted: stance.quoted)
  }

  /// The mood of a clause; what somebody no more than expects or believes is possible ("يتوقع المحافظ أن").
  private func certainty(_ piece: Piece, _ stance: Stance, _ text: TaggedWords) -> Fact.Certainty {
    let own = stance.certainty
    guard own == .asserted || own == .planned, let verb = piece.chain.verb?.first, text[verb].certainty == 0x70 else {
      return own
    }
    return .possible
  }
}
