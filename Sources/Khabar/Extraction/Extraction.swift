/// All mentions of a report, collected block by block and then numbered in reading order.
struct Extraction {
  let words: Words
  private(set) var times: [TimeMatch] = []
  private(set) var quantities: [QuantityMatch] = []
  private(set) var names: [NameMatch] = []
  private var ranges: [Range<Int>] = []

  init(words: Words) { self.words = words }

  /// Reads the tokens of one block.
  mutating func read(_ range: Range<Int>, published: String?) {
    let found = TimeExtractor.times(in: words, range, published: published)
    quantities += QuantityExtractor.quantities(in: words, range, outside: found)
    times += found
    names += NameExtractor.names(in: words, range)
    ranges.append(range)
  }

  /// Connects the names of all blocks that were read.
  mutating func connectNames() { names = Coreference(names, in: words, ranges).names }

  /// The mentions with ids in reading order, and the times and quantities that refer to them.
  func listed() -> (mentions: [Mention], times: [TimeExpression], quantities: [Quantity]) {
    let others = times.map(\.range) + quantities.map(\.range)
    let spans = names.map { words.nameSpan($0.range) } + others.map(words.coreSpan)
    let kinds =
      names.map(\.kind) + repeatElement(.time, count: times.count) + repeatElement(.quantity, count: quantities.count)
    let order = spans.indices.sorted { a, b in
      if spans[a].start != spans[b].start { return spans[a].start < spans[b].start }
      if spans[a].end != spans[b].end { return spans[a].end < spans[b].end }
      return kinds[a].rawValue < kinds[b].rawValue
    }
    var ids = Array(0, times: order.count)
    for (place, index) in order.enumerated() { ids[index] = place + 1 }
    func mention(_ index: Int) -> Mention {
      guard index < names.count else { return Mention(id: ids[index], kind: kinds[index], span: spans[index]) }
      let role = names[index].role
      return Mention(
        id: ids[index], kind: kinds[index], span: spans[index], name: names[index].name, role: role.map(words.nameText),
        roleSpan: role.map(words.nameSpan), sameAs: names[index].sameAs.map { ids[$0] })
    }
    let firstTime = names.count
    let firstQuantity = firstTime + times.count
    return (
      order.map(mention),
      times.enumerated().map { index, match in
        let place = firstTime + index
        return TimeExpression(mention: ids[place], span: spans[place], edtf: match.edtf, anchor: match.anchor)
      },
      quantities.enumerated().map { index, match in
        let place = firstQuantity + index
        return Quantity(
          mention: ids[place], span: spans[place], value: match.value, low: match.low, high: match.high,
          unit: match.unit, isApproximate: match.isApproximate)
      }
    )
  }
}
