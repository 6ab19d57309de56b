/// None on one side against some that are counted on the other.
enum AbsenceRule {
  static let rule = DifferenceRule(
    "polarity.none", .conflict, "One side says that there were none, the other counts some.",
    arabic: "ينفي أحد الطرفين وجود ما يحصيه الآخر.",
    good: [
      .init("أكد المحافظ عدم وجود مفقودين.", "لا يزال البحث جاريا عن ثلاثة مفقودين."),
      .init("There were no casualties in the fire.", "The fire left four casualties."),
    ],
    bad: [
      .init("أكد المحافظ عدم وجود مفقودين.", "أكد المحافظ عدم وجود أي مفقودين."),
      .init("لم يبق في القرية سوى سبعة منازل.", "بقيت في القرية سبعة منازل."),
      .init("Not all schools opened on Monday.", "On Monday 42 schools opened."),
    ])

  /// "no casualties" against "four casualties".
  static func difference(_ pair: Pair) -> Difference? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    for range in pair.a.ranges {
      for token in range where Negation.negates(words, token) && isOfNoun(words, token) {
        let limit = min(token + 4, max(token + 1, range.upperBound))
        let near = token + 1..<((token + 1..<limit).first { isPreposition(words, $0) } ?? limit)
        guard let partner = pair.partners(of: near, likeness: 0.9), partner.count <= 2 else { continue }
        let figure = pair.b.counted.first { quantity in
          let place = others.range(quantity.span)
          // "البلدين" are two that are known, not two of a kind.
          guard place.last.map({ !others[$0].clitics.contains(.article) }) ?? false else { return false }
          let isCounted = place.overlaps(partner) || partner.lowerBound - place.upperBound == 0
          return isCounted && quantity.low.flatMap { Decimal($0) }.map { $0 > Decimal(0) } ?? false
        }
        guard let figure else { continue }
        return rule.difference(
          pair.a.detail(tokens: token..<near.upperBound), pair.b.detail(figure.span, value: figure.value))
      }
    }
    return nil
  }

  private static func isPreposition(_ words: Words, _ token: Int) -> Bool {
    Tagger(words, token).tag().function == .preposition
  }

  /// Whether a negator stands before what there is none of, not before a verb ("لا يتجاوز") or a part ("not all").
  private static func isOfNoun(_ words: Words, _ negator: Int) -> Bool {
    words.aside(.quantifiers, at: negator + 1) == nil && !Tagger(words, negator + 1).tag().isVerb
  }
}
