/// None on one side against some that are counted on the other.
enum AbsenceRule {
  static let rule = DifferenceRule(
    "polarity.none", .conflict, "One side says that there were none, the other counts some.",
    arabic: "ينفي أحد الطرفين وجود ما يحصيه الآخر.",
    good: [
      .init("أكد المحافظ عدم وجود مفقودين.", "لا يزال البحث جاريا عن ثلاثة مفقودين."),
      .init("There were no casualties in the fire.", "The fire left four casualties."),
      .init("لم يتسلم أي من عمال المقهى راتب أغسطس.", "تسلم أربعة من عمال المقهى راتب آب."),
    ],
    bad: [
      .init("أكد المحافظ عدم وجود مفقودين.", "أكد المحافظ عدم وجود أي مفقودين."),
      .init("لم يبق في القرية سوى سبعة منازل.", "بقيت في القرية سبعة منازل."),
      .init("Not all schools opened on Monday.", "On Monday 42 schools opened."),
    ])

  static func difference(_ pair: Pair) -> Difference? { uncounted(pair) ?? ofKind(pair) ?? none(pair) }

  /// "no casualties" against "four people died": of a kind of people or things that one side counts there were none.
  private static func ofKind(_ pair: Pair) -> Difference? {
    for (tokens, unit) in absences(pair.a) {
      let figure = pair.b.counted.first { $0.unit == unit && isSome($0) }
      guard let figure, !pair.a.quantities.contains(where: { $0.unit == unit }) else { continue }
      return rule.difference(pair.a.detail(tokens: tokens), pair.b.detail(figure.span, value: figure.value))
    }
    return nil
  }

  /// What a side says there was none of: from the negator to the noun, and the kind.
  private static func absences(_ side: Side) -> [(tokens: Range<Int>, unit: String)] {
    let words = side.report.words
    return side.ranges.flatMap { range in
      range.filter { negator in
        Negation.negates(words, negator) && !Negation.isRestricted(words, negator, within: range)
          && words.aside(.quantifiers, at: negator + 1)?.value.first != Quantifier.all
      }
      .compactMap { negator in absence(words, negator, within: range) }
    }
  }

  /// The noun within five words behind a negator, nothing but a verb, "any" and prepositions between: "لم يسفر عن أي وفيات".
  private static func absence(_ words: Words, _ negator: Int, within range: Range<Int>) -> (
    tokens: Range<Int>, unit: String
  )? {
    for at in negator + 1..<max(negator + 1, min(range.upperBound, negator + 6)) {
      if words[at].kind == .mark || words.isFigure(at) { return nil }
      guard let unit = words.unitWord(at: at), unit.kind.isNoun, unit.code != "{person}" else { continue }
      return words[at].clitics.contains(.article) ? nil : (negator..<at + unit.length, unit.code)
    }
    return nil
  }

  /// "none of the workers was paid" against "four workers were paid", in whatever words.
  private static func none(_ pair: Pair) -> Difference? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    guard min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.5, !hasNegator(pair.b),
      pair.a.counted.isEmpty,
      let figure = pair.b.counted.first(where: { isSome($0) && !isKnown(others, others.range($0.span)) })
    else { return nil }
    for range in pair.a.ranges {
      for token in range where Negation.negates(words, token) && !Negation.isRestricted(words, token, within: range) {
        let reach = token..<min(token + 8, range.upperBound)
        guard let any = reach.first(where: { words.aside(.quantifiers, at: $0)?.value.first == Quantifier.any }) else {
          continue
        }
        return rule.difference(
          pair.a.detail(tokens: token..<any + 1), pair.b.detail(figure.span, value: figure.value))
      }
    }
    return nil
  }

  private static func hasNegator(_ side: Side) -> Bool {
    let words = side.report.words
    return side.ranges.contains { range in
      range.contains { Negation.negates(words, $0) || Negation.code(words, $0) == Negation.implicit }
    }
  }

  private static func isSome(_ quantity: Quantity) -> Bool {
    quantity.low.flatMap { Decimal($0) }.map { $0 > Decimal(0) } ?? false
  }

  /// "البلدين" are two that are known, not two of a kind.
  private static func isKnown(_ words: Words, _ place: Range<Int>) -> Bool {
    place.last.map { words[$0].clitics.contains(.article) } ?? true
  }

  /// "no casualties" against "four casualties".
  private static func uncounted(_ pair: Pair) -> Difference? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    for range in pair.a.ranges {
      for token in range where Negation.negates(words, token) && isOfNoun(words, token) {
        let limit = min(token + 4, max(token + 1, range.upperBound))
        let near = token + 1..<((token + 1..<limit).first { isPreposition(words, $0) } ?? limit)
        guard let partner = pair.partners(of: near, likeness: 0.9), partner.count <= 2 else { continue }
        let figure = pair.b.counted.first { quantity in
          let place = others.range(quantity.span)
          // "six tents", "demanding $6m"
          let isBeside = place.upperBound == partner.lowerBound || partner.upperBound == place.lowerBound
          return (place.overlaps(partner) || isBeside) && !isKnown(others, place) && isSome(quantity)
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
    (words.aside(.quantifiers, at: negator + 1)?.value.first ?? Quantifier.rank) == Quantifier.rank
      && !Tagger(words, negator + 1).tag().isVerb
  }
}
