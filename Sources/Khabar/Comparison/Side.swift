/// One side of an aligned pair: the facts that tell one thing, with everything that stands in them.
struct Side: Sendable {
  let report: Report
  let facts: [Fact]
  let quantities: [Quantity]
  let times: [TimeExpression]
  let mentions: [Mention]
  /// The tokens of the facts.
  let ranges: [Range<Int>]

  init(_ report: Report, _ facts: [Fact]) {
    self.report = report
    self.facts = facts
    func holds(_ span: Span) -> Bool { facts.contains { $0.span.contains(span) } }
    quantities = report.quantities.filter { holds($0.span) }
    times = report.times.filter { holds($0.span) }
    mentions = report.mentions.filter { holds($0.span) }
    ranges = facts.map { report.words.range($0.span) }
  }

  /// A detail with the words of a span.
  func detail(_ span: Span, value: String? = nil) -> Difference.Detail {
    Difference.Detail(span: span, text: report.text(span), value: value)
  }

  /// The detail of one token.
  func detail(token: Int) -> Difference.Detail { detail(report.words.coreSpan(token..<token + 1)) }

  /// The longest chain of its facts.
  var sources: [Source] { facts.map(\.sources).max { $0.count < $1.count } ?? [] }
}

/// Two aligned sides, as the rules of difference see them.
struct Pair: Sendable {
  let a: Side
  let b: Side
  let alignment: Alignment

  /// Aligns the terms of two sides.
  init(_ a: Side, _ b: Side, _ alignment: Alignment) {
    self.a = a
    self.b = b
    self.alignment = alignment
  }

  /// All typed differences, in the order of the rules.
  func differences() -> [Difference] {
    NumberRule.differences(self) + DateRule.differences(self) + PlaceRule.differences(self)
      + PersonRule.differences(self) + SourceRule.differences(self) + PolarityRule.differences(self)
      + ModalityRule.differences(self) + QuoteRule.differences(self)
  }

  /// The best partner in B of the terms inside a span of A, as likeness 0...1 weighted by rarity.
  func likeness(_ a: Span, _ b: Span) -> Float {
    let inA = alignment.a.all.indices.filter { a.contains(self.a.report.words.span(token(alignment.a, $0))) }
    let inB = alignment.b.all.indices.filter { b.contains(self.b.report.words.span(token(alignment.b, $0))) }
    var sum: Float = 0
    var weight: Float = 0
    for i in inA where !alignment.a.all[i].isNumber {
      let best = inB.map { Alignment.similarity(alignment.a.all[i], alignment.b.all[$0]) }.max() ?? 0
      sum += best * alignment.a.all[i].weight
      weight += alignment.a.all[i].weight
    }
    return weight > 0 ? sum / weight : 0
  }

  private func token(_ terms: Terms, _ index: Int) -> Range<Int> { terms.all[index].token..<terms.all[index].token + 1 }
}
