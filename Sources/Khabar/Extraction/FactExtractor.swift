/// Cuts sentences into facts with their source chains.
struct FactExtractor {
  let words: Words
  let blocks: [Block]
  let blockRanges: [Range<Int>]
  let language: String
  let names: [NameMatch]

  /// The facts of all blocks in reading order.
  func facts() -> [FactMatch] {
    let news = blocks.indices.filter { blocks[$0].kind.tellsNews }
    let text = TaggedWords(words, news.map { blockRanges[$0] })
    let index = NameIndex(names)
    var memory = SpeakerMemory()
    var facts: [FactMatch] = []
    for block in news {
      for sentence in Sentences.split(words, blockRanges[block]) {
        var reader = SentenceReader(
          text, sentence, names: index, memory: memory, quotedBy: isQuotation(sentence, text) ? memory.speaker : nil)
        reader.read()
        memory = reader.memory
        facts += reader.pieces.map { fact($0, block, text) }
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
      polarity: piece.chain.isDenied ? .denied : stance.polarity, certainty: stance.certainty, quoted: stance.quoted)
  }
}
