/// Denials: what one side says is not so and the other tells.
extension PolarityRules {
  static func denial(_ pair: Pair) -> Difference? {
    let (a, b) = (pair.a.denial, pair.b.denial)
    guard (a == nil) != (b == nil) else { return nil }
    if let a { return denial(pair, by: a) }
    return b.flatMap { denial(pair.mirrored, by: $0)?.mirrored }
  }

  /// How much of what one side denies the other one tells; 0 where none or both deny.
  static func coverageOfDenied(_ pair: Pair) -> Float {
    let (a, b) = (pair.a.denial, pair.b.denial)
    guard (a == nil) != (b == nil) else { return 0 }
    return a.map { coverage(ofDeniedBy: $0, pair) } ?? b.map { coverage(ofDeniedBy: $0, pair.mirrored) } ?? 0
  }

  /// What A denies by a word and B asserts.
  private static func denial(_ pair: Pair, by word: Range<Int>) -> Difference? {
    // A denial of something else is no denial of this.
    guard coverage(ofDeniedBy: word, pair) >= 0.35, tellsDenied(pair, word), !negatesDenied(pair, word),
      !tellsOpposite(pair, word)
    else { return nil }
    return denied.difference(denial(pair, word), asserted(pair, word))
  }

  /// Whether B has a word of what is denied that belongs to no name.
  private static func tellsDenied(_ pair: Pair, _ word: Range<Int>) -> Bool {
    let words = pair.a.report.words
    let names = pair.a.mentions.filter { $0.kind != .person || $0.name != nil }.map { words.range($0.span) }
    return content(pair, word).contains { index in
      let term = pair.alignment.a.all[index]
      return term.weight > 20 && pair.alignment.fromA[index].similarity >= 0.45
        && !names.contains { $0.contains(term.token) }
    }
  }

  /// Whether B itself says that what A denies is not so: "نفى أن يكون قد أجاز الصرف" against "لم يوقّع على أي صرف".
  private static func negatesDenied(_ pair: Pair, _ word: Range<Int>) -> Bool {
    guard pair.b.mayNegate else { return false }
    let (words, b) = (pair.b.report.words, pair.alignment.b.all)
    return denied(pair, word).contains { index in
      let token = b[pair.alignment.fromA[index].partner].token
      guard let range = pair.b.ranges.first(where: { $0.contains(token) }) else { return false }
      if Negation.isNegated(words, token, within: range) { return true }
      let before = (max(range.lowerBound, token - 7)..<token).reversed().prefix {
        words[$0].kind != .mark && !Negation.opensClause(words, $0)
      }
      return before.contains {
        Negation.negates(words, $0) && !Negation.isRestricted(words, $0, within: range)
      }
    }
  }

  /// Whether B tells the opposite of what A denies: "نفى أن تكون الأسعار ارتفعت" against "انخفضت الأسعار".
  private static func tellsOpposite(_ pair: Pair, _ word: Range<Int>) -> Bool {
    let (words, b) = (pair.b.report.words, pair.alignment.b.all)
    return content(pair, word).contains { index in
      let poles = pair.alignment.a.all[index].poles
      if poles.isEmpty { return false }
      if poles.meets(Poles.safe), Fates.tellsHarm(pair.b) { return true }
      let opposing = b.contains {
        $0.poles.opposed(by: poles, on: .event) != nil
          && !Negation.isNegated(words, $0.token, within: pair.b.range(of: $0.token))
      }
      return opposing && !b.contains { $0.poles.meets(poles) }
    }
  }

  /// How much of what is denied B covers, those passed over who deny it; of the whole where nothing stands behind the word.
  private static func coverage(ofDeniedBy word: Range<Int>, _ pair: Pair) -> Float {
    let inside = content(pair, word)
    let weight = inside.reduce(0) { $0 + pair.alignment.a.all[$1].weight }
    guard weight > 0 else { return pair.alignment.coverageOfA }
    return inside.reduce(0) { $0 + pair.alignment.a.all[$1].weight * pair.alignment.fromA[$1].similarity } / weight
  }

  /// The terms of what is denied: behind "that", if the denial has one; those passed over that name who denies.
  private static func content(_ pair: Pair, _ word: Range<Int>) -> [Int] {
    let words = pair.a.report.words
    let speakers = pair.a.facts.flatMap(\.sources).map { words.range($0.span) }
    let that = start(ofDeniedBy: word, pair.a)
    return pair.alignment.a.all.indices.filter { index in
      let token = pair.alignment.a.all[index].token
      return token >= that && !speakers.contains { $0.contains(token) }
    }
  }

  /// Where what is denied begins: at "that", if the denial has one. What somebody says besides ("نفى ذلك وقال إنه") is not denied.
  private static func start(ofDeniedBy word: Range<Int>, _ side: Side) -> Int {
    let words = side.report.words
    let reach = word.upperBound..<max(word.upperBound, min(side.hull.upperBound, word.upperBound + reachOverName))
    return reach.prefix { !words.has(.reporting, at: $0) }.first { Tagger(words, $0).tag().function == .complementizer }
      ?? word.upperBound
  }

  /// Whether a token stands in what its side denies.
  static func isDenied(_ side: Side, _ token: Int) -> Bool {
    guard let word = side.denial, token >= word.upperBound else { return false }
    let start = start(ofDeniedBy: word, side)
    return token >= start && side.range(of: start).contains(token)
      && !(start..<token).contains { side.report.words.has(.reporting, at: $0) }
  }

  /// The word of denial of a side: the verb of its fact, or "no truth in", "untrue".
  static func denial(_ side: Side) -> Range<Int>? {
    let words = side.report.words
    if let fact = side.facts.indices.first(where: { side.facts[$0].polarity == .denied }) {
      return words.range(side.facts[fact].verb?.span ?? side.facts[fact].span).prefix(1)
    }
    return Negation.first(Negation.falsehood, words, in: side.sentence).map { at in
      at..<at + max(1, Negation.match(words, at)?.length ?? 1)
    }
  }

  /// The most tokens that a detail of a denial shows.
  private static let reach = 10
  /// The same where the name of who denies may stand between.
  private static let reachOverName = 16

  /// What B asserts of what A denies: from its verb of saying, if that is near, to the last of the first words that A's
  /// denial has too.
  private static func asserted(_ pair: Pair, _ word: Range<Int>) -> Difference.Detail {
    let assertion = pair.b.assertion
    let shared = denied(pair, word).map { pair.alignment.b.all[pair.alignment.fromA[$0].partner].token }
    guard let first = shared.min() else { return pair.b.detail(tokens: assertion) }
    let start = min(assertion.lowerBound, first)
    if let end = shared.filter({ $0 < start + reach }).max() {
      return pair.b.detail(tokens: start..<max(end + 1, min(assertion.upperBound, start + reach)))
    }
    let end = shared.filter { $0 < first + reach }.max() ?? first
    return pair.b.detail(tokens: first..<end + 1)
  }

  /// The terms behind a denial that the other side has too.
  private static func denied(_ pair: Pair, _ word: Range<Int>) -> [Int] {
    let least: Float = pair.alignment.isBetweenLanguages ? 0.45 : 0.6
    return content(pair, word).filter {
      pair.alignment.fromA[$0].similarity >= least && pair.alignment.a.all[$0].weight > 20
    }
  }

  /// The denial with the first word that the other side affirms; where a long name stands between them, what is denied.
  private static func denial(_ pair: Pair, _ word: Range<Int>) -> Difference.Detail {
    let shared = denied(pair, word).map { pair.alignment.a.all[$0].token }
    guard let first = shared.first else { return pair.a.detail(tokens: word) }
    if first < word.lowerBound + reachOverName { return pair.a.detail(tokens: word.lowerBound..<first + 1) }
    return pair.a.detail(tokens: first..<(shared.filter { $0 < first + reach }.last ?? first) + 1)
  }
}
