/// None on one side against some on the other.
enum AbsenceRule {
  static let rule = DifferenceRule(
    "polarity.none", .conflict, "One side says that there were none, the other tells of some.",
    arabic: "ينفي أحد الطرفين وجود ما يذكره الآخر.",
    good: [
      .init("أكد المحافظ عدم وجود مفقودين.", "لا يزال البحث جاريا عن ثلاثة مفقودين."),
      .init("There were no casualties in the fire.", "The fire left four casualties."),
      .init("لم يتسلم أي من عمال المقهى راتب أغسطس.", "تسلم أربعة من عمال المقهى راتب آب."),
      .init("لم تكن الطائرة مزودة بأي متفجرات.", "كانت الطائرة تحمل متفجرات."),
      .init("The factory fire caused no loss of life.", "Two people died in the factory fire."),
      .init("لم يصل إلى بغداد أي طلب بتمديد المهمة.", "تسلمت بغداد طلبا بتمديد المهمة."),
      .init("لم يصب أحد بأذى في حريق السوق.", "توفي حارس في حريق السوق."),
      .init("The mechanics found no trace of birds in the engine.", "Birds had entered the engine."),
    ],
    bad: [
      .init("أكد المحافظ عدم وجود مفقودين.", "أكد المحافظ عدم وجود أي مفقودين."),
      .init("لم يبق في القرية سوى سبعة منازل.", "بقيت في القرية سبعة منازل."),
      .init("لم ينج أي من ركاب الطائرة.", "هلك ركاب الطائرة كلهم."),
      .init("Not all schools opened on Monday.", "On Monday 42 schools opened."),
      .init("Two hikers died and nobody else was hurt.", "Two hikers died in the gorge."),
      .init("التقارب ليس تهديدا لأي طرف في المنطقة.", "وقع الطرفان اتفاق التقارب في المنطقة."),
    ])

  static func difference(_ pair: Pair) -> Difference? {
    // Who denies it says that there was none too.
    if pair.b.denial != nil { return nil }
    return ofNoun(pair) ?? ofKind(pair) ?? ofAny(pair)
  }

  /// "no casualties" against "four casualties".
  private static func ofNoun(_ pair: Pair) -> Difference? {
    guard pair.a.mayNegate else { return nil }
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

  /// "no casualties" against "four people died": of a kind of people or things that one side counts there were none.
  private static func ofKind(_ pair: Pair) -> Difference? {
    for (tokens, unit) in Fates.excluded(pair.a, beside: pair.b) {
      let figure = pair.b.counted.first { $0.unit == unit && isSome($0) }
      guard !pair.a.counted.contains(where: { $0.unit == unit }) else { continue }
      guard let figure else {
        if let met = Fates.met(pair.b, unit) {
          return rule.difference(pair.a.detail(tokens: tokens), pair.b.detail(tokens: met))
        }
        continue
      }
      return rule.difference(pair.a.detail(tokens: tokens), pair.b.detail(figure.span, value: figure.value))
    }
    return nil
  }

  /// "none of the workers was paid" against "four workers were paid", in whatever words; "لم يتلق أي دعم" against "قدمت الدعم".
  private static func ofAny(_ pair: Pair) -> Difference? {
    let words = pair.a.report.words
    guard pair.a.mayNegate, min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.3,
      !Negation.stands(in: pair.b)
    else { return nil }
    for range in pair.a.ranges {
      for token in range where Negation.negates(words, token) && !Negation.isRestricted(words, token, within: range) {
        let reach = token..<min(token + 8, range.upperBound)
        // "ليس تهديدا لأي طرف" denies the threat, not the party.
        let found = reach.lazy.compactMap { at in
          words.aside(.quantifiers, at: at).flatMap { $0.value.first == Quantifier.any ? (at, $0.length) : nil }
        }.first
        guard let (any, length) = found, !tellsOpposite(pair, token..<any) else { continue }
        // "لم تكن مزودة بأي متفجرات"
        let isWith = words[any].clitics.contains(.ba) && isPredicate(words, any - 1, behind: token)
        if !isWith, isPreposition(words, any - 1) || !words[any].clitics.isDisjoint(with: [.ba, .la, .ka]) {
          // "لن يتقدم بأي طعن" is "لن يطعن".
          if Tagger(words, token + 1).tag().isVerb, any < token + 4, let told = done(pair, any + 1) {
            return rule.difference(pair.a.detail(tokens: token..<any + 2), pair.b.detail(token: told))
          }
          continue
        }
        if let told = named(pair, token..<min(any + length + 1, range.upperBound)) ?? counted(pair) {
          return rule.difference(pair.a.detail(tokens: token..<any + length), told)
        }
      }
    }
    return nil
  }

  /// Whether B tells the opposite of what A negates: "لم يبق أي منهم على قيد الحياة", "هلكوا كلهم".
  private static func tellsOpposite(_ pair: Pair, _ negated: Range<Int>) -> Bool {
    pair.alignment.a.all.contains { mine in
      negated.contains(mine.token) && !mine.poles.isEmpty
        && pair.alignment.b.all.contains { $0.poles.opposes(mine.poles) }
    }
  }

  /// Whether a word is what a copula behind a negator says of something: "لم تكن مزودة".
  private static func isPredicate(_ words: Words, _ token: Int, behind negator: Int) -> Bool {
    guard token > negator + 1, !Tagger(words, token).tag().isVerb, words[token].clitics.isEmpty else { return false }
    return (negator + 1..<token).contains { copulas.contains(words[$0].core) }
  }

  private static let copulas = Set(["يكن", "تكن", "يكونوا", "تكونا", "يكونا", "اكن", "نكن"].map { Key.of($0.utf8) })

  /// How many B says there were, where A counts nothing and both tell much the same.
  private static func counted(_ pair: Pair) -> Difference.Detail? {
    guard min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.5, pair.a.counted.isEmpty else { return nil }
    let words = pair.b.report.words
    let figure = pair.b.counted.first { isSome($0) && !isKnown(words, words.range($0.span)) }
    return figure.map { pair.b.detail($0.span, value: $0.value) }
  }

  /// The same noun in B as stands beside "any" in A.
  private static func named(_ pair: Pair, _ run: Range<Int>) -> Difference.Detail? {
    let (a, b) = (pair.alignment.a.all, pair.alignment.b.all)
    let words = pair.a.report.words
    let nouns = a.indices.filter { i in
      run.contains(a[i].token) && a[i].weight > 40 && !a[i].isNumber
        && !Tagger(words, a[i].token).tag().isVerb && !words[a[i].token].clitics.contains(.article)
    }
    let same = nouns.last { pair.alignment.fromA[$0].similarity >= (pair.alignment.isBetweenLanguages ? 0.6 : 0.9) }
    guard
      let told = nouns.last.flatMap({ done(pair, a[$0].token) })
        ?? same.map({ b[pair.alignment.fromA[$0].partner].token })
    else { return nil }
    // "All pieces are whole" says the same as "no piece was damaged".
    let isOfAll = pair.b.report.words.aside(.quantifiers, at: told - 1)?.value.first == Quantifier.all
    return isOfAll ? nil : pair.b.detail(token: told)
  }

  /// The verb of B that a noun of A is of: "لن يتقدم بأي طعن", "سيطعن".
  private static func done(_ pair: Pair, _ noun: Int) -> Int? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    guard words[noun].script == .arabic else { return nil }
    let root = Stem.verb(words.foldedText(noun))
    guard root.count >= 6 else { return nil }
    return pair.b.ranges.joined().first {
      others[$0].script == .arabic && Tagger(others, $0).tag().isVerb
        && Stem.verbs(others.foldedText($0)).contains(root)
    }
  }

  /// Whether a figure is more than none.
  static func isSome(_ quantity: Quantity) -> Bool {
    quantity.low.flatMap { Decimal($0) }.map { $0 > Decimal(0) } ?? false
  }

  /// "البلدين" are two that are known, not two of a kind.
  private static func isKnown(_ words: Words, _ place: Range<Int>) -> Bool {
    place.last.map { words[$0].clitics.contains(.article) } ?? true
  }

  private static func isPreposition(_ words: Words, _ token: Int) -> Bool {
    Tagger(words, token).tag().function == .preposition
  }

  /// Whether a negator stands before what there is none of, not before a verb ("لا يتجاوز") or a part ("not all").
  private static func isOfNoun(_ words: Words, _ negator: Int) -> Bool {
    let quantifier = words.aside(.quantifiers, at: negator + 1)?.value.first
    return (quantifier == nil || quantifier == Quantifier.rank) && !Tagger(words, negator + 1).tag().isVerb
  }
}
