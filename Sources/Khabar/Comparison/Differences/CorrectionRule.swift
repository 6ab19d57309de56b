/// What one side puts right that the other one tells: "14, not 34", "مصري وليس سوريا".
///
/// It is told by the rule of what is put right: of figures, times, places or names.
enum CorrectionRule {
  /// What B puts right of A.
  static func difference(_ pair: Pair) -> Difference? {
    let words = pair.b.report.words
    for range in pair.b.ranges {
      for negator in range
      where Negation.negates(words, negator) && contrasts(words, negator, within: range) {
        let behind = negator + 1..<min(range.upperBound, negator + 4)
        guard let (mine, wrong) = told(pair, behind),
          let found = difference(pair, mine, wrong, before: negator, within: range)
        else { continue }
        return found
      }
    }
    return nil
  }

  /// Whether a negator sets what follows against what stands before: "14 قتيلا لا 34".
  private static func contrasts(_ words: Words, _ negator: Int, within range: Range<Int>) -> Bool {
    if PolarityRules.isContrast(words, negator, within: range) { return true }
    return negator > range.lowerBound && words[negator].key == no && !words.has(.function, at: negator - 1)
      && !Tagger(words, negator + 1).tag().isVerb
  }

  private static let no = Key.of("لا".utf8)

  /// The first word behind the negator that A has too, on both sides.
  private static func told(_ pair: Pair, _ behind: Range<Int>) -> (mine: Int, wrong: Int)? {
    let (b, links) = (pair.alignment.b.all, pair.alignment.fromB)
    let least: Float = pair.alignment.isBetweenLanguages ? 0.45 : 0.6
    let found = b.indices.first { behind.contains(b[$0].token) && b[$0].weight > 20 && links[$0].similarity >= least }
    return found.map { (pair.alignment.a.all[links[$0].partner].token, b[$0].token) }
  }

  private static func difference(_ pair: Pair, _ mine: Int, _ wrong: Int, before negator: Int, within range: Range<Int>)
    -> Difference?
  {
    func holds(_ span: Span, _ token: Int, _ side: Side) -> Bool { side.report.words.range(span).contains(token) }
    func isBefore(_ span: Span) -> Bool {
      let tokens = pair.b.report.words.range(span)
      return range.contains(tokens.lowerBound) && tokens.upperBound <= negator
    }
    if let figure = pair.a.quantities.first(where: { holds($0.span, mine, pair.a) }) {
      let right = pair.b.quantities.last { isBefore($0.span) && $0.value != figure.value && $0.unit != "{ordinal}" }
      return right.map {
        NumberRules.disjoint.difference(
          pair.a.detail(figure.span, value: figure.value), pair.b.detail($0.span, value: $0.value))
      }
    }
    if let time = pair.a.times.first(where: { holds($0.span, mine, pair.a) }) {
      let right = pair.b.times.last { isBefore($0.span) && ($0.edtf != time.edtf || $0.edtf == nil) }
      return right.map {
        DateRules.disjoint.difference(
          pair.a.detail(time.span, value: time.edtf), pair.b.detail($0.span, value: $0.edtf))
      }
    }
    guard let mention = pair.a.mentions.first(where: { holds($0.span, mine, pair.a) }),
      mention.kind == .place || mention.kind == .person,
      let right = pair.b.mentions.last(where: {
        $0.kind == mention.kind && isBefore($0.span) && $0.name != mention.name
      })
    else { return nil }
    let rule = mention.kind == .person || PlaceRules.isDemonym(pair.a, mention) ? NameRules.other : PlaceRules.other
    return rule.difference(
      pair.a.detail(mention.span, value: mention.name), pair.b.detail(right.span, value: right.name))
  }
}
