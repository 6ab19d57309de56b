/// All mentions of a report, collected block by block and then numbered in reading order.
struct Extraction {
  let words: Words
  private(set) var times: [TimeMatch] = []
  private(set) var quantities: [QuantityMatch] = []
  private(set) var names: [NameMatch] = []

  init(words: Words) { self.words = words }

  /// Reads the tokens of one block.
  mutating func read(_ range: Range<Int>, published: String?) {
    let found = TimeExtractor.times(in: words, range, published: published)
    quantities += QuantityExtractor.quantities(in: words, range, outside: found)
    times += found
    names += NameExtractor.names(in: words, range)
  }

  /// The mentions with ids in reading order, and the times and quantities that refer to them.
  func listed() -> (mentions: [Mention], times: [TimeExpression], quantities: [Quantity]) {
    var mentions = names.map { name in
      Mention(
        id: 0, kind: name.kind, span: words.coreSpan(name.range), name: name.name, role: name.role.map(words.text),
        roleSpan: name.role.map(words.coreSpan))
    }
    mentions += times.map { Mention(id: 0, kind: .time, span: words.coreSpan($0.range)) }
    mentions += quantities.map { Mention(id: 0, kind: .quantity, span: words.coreSpan($0.range)) }
    mentions.sort { ($0.span.start, $0.span.end, $0.kind.rawValue) < ($1.span.start, $1.span.end, $1.kind.rawValue) }
    for index in mentions.indices { mentions[index].id = index + 1 }
    func id(_ kind: Mention.Kind, _ span: Span) -> Int {
      mentions.first { $0.kind == kind && $0.span == span }?.id ?? 0
    }
    return (
      mentions,
      times.map { match in
        let span = words.coreSpan(match.range)
        return TimeExpression(mention: id(.time, span), span: span, edtf: match.edtf, anchor: match.anchor)
      },
      quantities.map { match in
        let span = words.coreSpan(match.range)
        return Quantity(
          mention: id(.quantity, span), span: span, value: match.value, low: match.low, high: match.high,
          unit: match.unit, isApproximate: match.isApproximate)
      }
    )
  }
}
