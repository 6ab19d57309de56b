/// Cuts sentences into facts with their source chains.
struct FactExtractor {
  let words: Words
  let blocks: [Block]
  let blockRanges: [Range<Int>]
  let language: String
  let names: [NameMatch]

  /// The facts of all blocks in reading order.
  func facts() -> [FactMatch] {
    blocks.indices.filter { blocks[$0].kind.tellsNews }.flatMap { index in
      Sentences.split(words, blockRanges[index]).map { FactMatch(range: $0, block: index) }
    }
  }
}
