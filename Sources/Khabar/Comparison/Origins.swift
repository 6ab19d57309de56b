/// From how many origins comes what two articles both tell: two papers that repeat one agency, or one official, are one.
///
/// One origin has a fact that both took from one source, at whatever link of their chains; that one took from the other, or
/// both from the agency that they credit; and one of a passage that both have word for word. Sources without a name that
/// are described alike cannot be told apart and count as one. Where most of the shorter text is such passages, all of it
/// is one.
struct Origins {
  private let reused: [Comparison.Reuse]
  /// Whether all that both articles tell has one origin.
  private let isWholly: Bool
  /// Who is credited for each article: its outlet, and agencies that its byline or dateline names.
  private let credits: (a: [NameKey], b: [NameKey])

  init(_ a: Report, _ b: Report, reused: [Comparison.Reuse]) {
    self.reused = reused
    credits = (Self.credits(a), Self.credits(b))
    let credits = credits
    isWholly =
      credits.a.contains { x in credits.b.contains { $0.matches(x) } }
      || 2 * Self.words(a, reused.map(\.a)) > min(Self.words(a), Self.words(b))
  }

  /// How many origins the shared facts have: as many as the one with the most; 0 without one.
  static func count(_ matches: [Comparison.Match]) -> Int { matches.compactMap(\.origins).max() ?? 0 }

  /// 1 where both sides of a fact come from one origin, else 2.
  func count(_ pair: Pair) -> Int {
    if isWholly || isCopied(pair) { return 1 }
    let (a, b) = (pair.a.facts.flatMap(\.sources), pair.b.facts.flatMap(\.sources))
    let isShared =
      a.contains { x in b.contains { SourceRules.areOne(pair, x, $0) } } || cites(pair.a, a, credits.b)
      || cites(pair.b, b, credits.a)
    return isShared ? 1 : 2
  }

  private func isCopied(_ pair: Pair) -> Bool {
    reused.contains { reuse in
      pair.a.facts.contains { $0.span.overlaps(reuse.a) } && pair.b.facts.contains { $0.span.overlaps(reuse.b) }
    }
  }

  /// Whether a source is who the other article is credited to.
  private func cites(_ side: Side, _ sources: [Source], _ credits: [NameKey]) -> Bool {
    guard !credits.isEmpty else { return false }
    return sources.compactMap(\.name).map { side.known.name($0) }.contains { name in
      credits.contains { $0.matches(name) }
    }
  }

  private static func credits(_ report: Report) -> [NameKey] {
    let words = report.words
    let agencies = report.blocks.filter { $0.kind == .byline || $0.kind == .dateline }.flatMap { block in
      words.range(block.span).compactMap { token in
        words.match(.media, at: token).map { length, name in
          name.bytes.isEmpty ? words.coreText(token..<token + length) : name.text
        }
      }
    }
    return (agencies + report.source.outlet.list).map { NameKey($0) }
  }

  /// Words of the blocks that tell the news.
  private static func words(_ report: Report) -> Int {
    words(report, report.blocks.filter(\.kind.tellsNews).map(\.span))
  }

  private static func words(_ report: Report, _ spans: [Span]) -> Int {
    spans.reduce(0) { $0 + report.words.all[report.words.range($1)].count { $0.isWordLike } }
  }
}
