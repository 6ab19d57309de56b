/// One side hedges, plans or allows what the other asserts or demands.
enum ModalityRules {
  static let possible = DifferenceRule(
    "modality.possible", .compatible, "One side states as fact what the other reports only as possible.",
    arabic: "يجزم أحد الطرفين بما يعدّه الآخر محتملا.",
    good: [
      .init("قد يكون ماس كهربائي سبب الحريق في المكتبة.", "ماس كهربائي سبب الحريق في المكتبة."),
      .init("The dam may have cracked in the storm.", "The dam cracked in the storm."),
    ],
    bad: [.init("The dam may have cracked.", "The dam may have cracked in the storm.")])

  static let planned = DifferenceRule(
    "modality.planned", .compatible, "One side reports as done what the other reports as planned.",
    arabic: "يذكر أحد الطرفين أن الأمر تمّ، ويذكر الآخر أنه لا يزال مزمعا.",
    good: [
      .init("ستدفع الشركة تعويضات للمزارعين.", "دفعت الشركة تعويضات للمزارعين."),
      .init("The bank will close its branch in Leeds.", "The bank closed its branch in Leeds."),
    ],
    bad: [.init("The bank will close its branch in Leeds.", "The bank is to close its branch in Leeds.")])

  static let obligation = DifferenceRule(
    "modality.obligation", .conflict, "One side says that it is required, the other that it is optional.",
    arabic: "يقول أحد الطرفين إن الأمر واجب ويقول الآخر إنه اختياري.",
    good: [
      .init("القرار يلزم المدارس بتدريس الإنجليزية.", "القرار يتيح للمدارس تدريس الإنجليزية."),
      .init("Applicants must pass the language test.", "Applicants may skip the language test."),
    ])

  static let all = [possible, planned, obligation]

  static func differences(_ pair: Pair) -> [Difference] {
    if let found = pair.eitherWay(choice) { return [found] }
    return pair.eitherWay(mood).list
  }

  /// A marker of A before what B states more firmly.
  private static func mood(_ pair: Pair) -> Difference? {
    guard let weak = pair.a.facts.first, let firm = pair.b.facts.first, rank(weak.certainty) < rank(firm.certainty),
      let rule = rule(weak.certainty)
    else { return nil }
    guard let marker = marker(pair.a, weak.certainty) else {
      return supposed(pair, weak).map { rule.difference($0.a, $0.b) }
    }
    if weak.certainty == .planned, !tellsDone(pair.b) { return nil }
    guard let predicate = predicate(pair, marker, weak.certainty) else {
      // Between two languages the words of one deed are often not near enough.
      return !pair.alignment.isBetweenLanguages || isRelative(pair.a, marker) || !coversMuch(pair)
        ? nil
        : rule.difference(
          pair.a.detail(tokens: marker.lowerBound..<min(marker.upperBound + 2, pair.a.hull.upperBound)),
          asserted(pair.b))
    }
    let end = max(pair.alignment.a.all[predicate].token + 1, marker.upperBound)
    let partner = pair.alignment.b.all[pair.alignment.fromA[predicate].partner].token
    return rule.difference(
      pair.a.detail(tokens: marker.lowerBound..<min(end, marker.lowerBound + 6)),
      pair.b.detail(tokens: told(pair.b, at: partner)))
  }

  /// What somebody no more than supposes or expects ("ورجحت لجنة أن يكون التسرب"), where B asserts much of it.
  private static func supposed(_ pair: Pair, _ weak: Fact) -> (a: Difference.Detail, b: Difference.Detail)? {
    guard weak.certainty == .possible, let verb = weak.verb?.span, coversMuch(pair) else { return nil }
    return (pair.a.detail(tokens: pair.a.report.words.range(verb)), asserted(pair.b))
  }

  /// Whether one side covers much of the other one, whatever words tell what is said.
  private static func coversMuch(_ pair: Pair) -> Bool {
    max(pair.alignment.coverageOfA, pair.alignment.coverageOfB) >= 0.35
  }

  private static func asserted(_ side: Side) -> Difference.Detail {
    let told = side.assertion
    return side.detail(tokens: told.lowerBound..<min(told.upperBound, told.lowerBound + longest))
  }

  /// The most tokens of an assertion that a difference shows.
  private static let longest = 10

  /// A word with the verb close before it, if one stands there, and the auxiliary of that; else the first verb of the side.
  private static func told(_ side: Side, at token: Int) -> Range<Int> {
    let (words, fact) = (side.report.words, side.range(of: token))
    func isVerb(_ token: Int) -> Bool { words[token].kind == .word && Tagger(words, token).tag().isVerb }
    if let verb = (max(fact.lowerBound, token - 3)...token).last(where: isVerb) {
      return max(fact.lowerBound, verb - 1)..<token + 1
    }
    if side.predicate.first.map(isVerb) ?? false { return side.predicate }
    return max(fact.lowerBound, token - 1)..<min(fact.upperBound, token + 2)
  }

  private static func rank(_ certainty: Fact.Certainty) -> Int {
    switch certainty {
    case .conditional: 0
    case .possible: 1
    case .planned: 2
    case .asserted: 3
    }
  }

  private static func rule(_ certainty: Fact.Certainty) -> DifferenceRule? {
    switch certainty {
    case .possible: possible
    case .planned: planned
    // A condition says more; it is no other word for the same.
    case .asserted, .conditional: nil
    }
  }

  /// The word that hedges or plans: one of the list with this meaning, or a verb with the س of the future.
  private static func marker(_ side: Side, _ certainty: Fact.Certainty) -> Range<Int>? {
    let words = side.report.words
    for token in side.hull {
      if let (length, value) = mood(words, token), letters(certainty).contains(value.first) {
        return token..<token + length
      }
      if certainty == .planned, words[token].clitics.contains(.sa) { return token..<token + 1 }
    }
    return nil
  }

  private static func letters(_ certainty: Fact.Certainty) -> [UInt8] {
    switch certainty {
    case .asserted: []
    case .possible: [0x70, 0x71]
    case .planned: [0x6C]
    case .conditional: [0x63]
    }
  }

  /// The first content word at or behind a marker that B has too; a relative clause is not what the statement says.
  private static func predicate(_ pair: Pair, _ marker: Range<Int>, _ certainty: Fact.Certainty) -> Int? {
    let words = pair.a.report.words
    if isRelative(pair.a, marker) { return nil }
    let a = pair.alignment.a.all
    let first = words[marker.lowerBound].clitics.contains(.sa) ? marker.lowerBound : marker.upperBound
    return a.indices.first { i in
      a[i].token >= first && a[i].token <= first + 6 && a[i].weight > 20
        && pair.alignment.fromA[i].similarity >= (certainty == .planned ? 0.6 : 0.5)
    }
  }

  /// Whether a marker stands in a relative clause.
  private static func isRelative(_ side: Side, _ marker: Range<Int>) -> Bool {
    (max(side.hull.lowerBound, marker.lowerBound - 2)..<marker.lowerBound).contains {
      side.report.words.match(.function, at: $0)?.value.first == 0x72
    }
  }

  /// Whether a statement tells what is done: its verb is not in the present or future, and no time lies ahead.
  private static func tellsDone(_ side: Side) -> Bool {
    let words = side.report.words
    if side.hull.contains(where: { words.timeWord(at: $0)?.kind == .next || words[$0].clitics.contains(.sa) }) {
      return false
    }
    if let today = side.report.published.flatMap(EDTF.bounds),
      side.times.contains(where: { $0.edtf.flatMap(EDTF.bounds).map { $0.first > today.last } ?? false })
    {
      return false
    }
    guard let verb = side.predicate.first, words[verb].script == .arabic else { return true }
    let form = words.foldedText(verb)
    let isPresent =
      form.starts(with: "ي".utf8) || form.starts(with: "ت".utf8) && !form.suffix(2).elementsEqual("ت".utf8)
    return !isPresent || !Tagger(words, verb).tag().isVerb
  }

  /// Must on one side, may on the other.
  private static func choice(_ pair: Pair) -> Difference? {
    guard let must = token(pair.a, Letter.must), let may = token(pair.b, Letter.may),
      pair.alignment.coverageOfA > 0.4, pair.alignment.coverageOfB > 0.4
    else { return nil }
    return obligation.difference(pair.a.detail(tokens: must), pair.b.detail(tokens: may))
  }

  /// The longer match of `certainty` and `moods`.
  private static func mood(_ words: Words, _ token: Int) -> (length: Int, value: Lexicon.Value)? {
    guard words[token].asides.has(.moods) || words[token].allCategories.has(.certainty) else { return nil }
    let (a, b) = (words.match(.certainty, at: token), words.aside(.moods, at: token))
    return b?.length ?? 0 > a?.length ?? 0 ? b : a
  }

  private enum Letter {
    static let must: UInt8 = 0x6D
    static let may: UInt8 = 0x79
  }

  private static func token(_ side: Side, _ letter: UInt8) -> Range<Int>? {
    let words = side.report.words
    return side.hull.first { mood(words, $0)?.value.first == letter }
      .map { $0..<$0 + (mood(words, $0)?.length ?? 1) }
  }
}
