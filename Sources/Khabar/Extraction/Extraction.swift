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
    var mentions = names.map { name in
      Mention(
        id: 0, kind: name.kind, span: words.nameSpan(name.range), name: name.name, role: name.role.map(words.nameText),
        roleSpan: name.role.map(words.nameSpan))
    }
    mentions += times.map { Mention(id: 0, kind: .time, span: words.coreSpan($0.range)) }
    mentions += quantities.map { Mention(id: 0, kind: .quantity, span: words.coreSpan($0.range)) }
    let (spans, kinds) = (mentions.map(\.span), mentions.map(\.kind))
    let order = mentions.indices.sorted { a, b in
      if spans[a].start != spans[b].start { return spans[a].start < spans[b].start }
      if spans[a].end != spans[b].end { return spans[a].end < spans[b].end }
      return kinds[a].rawValue < kinds[b].rawValue
    }
    var ids = Array(repeating: 0, count: mentions.count)
    for (place, index) in order.enumerated() { ids[index] = place + 1 }
    for index in mentions.indices { mentions[index].id = ids[index] }
    for (index, name) in names.enumerated() { mentions[index].sameAs = name.sameAs.map { ids[$0] } }
    let firstTime = names.count
    let firstQuantity = firstTime + times.count
    return (
      order.map { mentions[$0] },
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
