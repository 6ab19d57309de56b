/// What the words and differences of two statements leave no doubt of, whatever is learned of others.
enum PlainRelation {
  /// The relation of two statements that tell of two events, or that have the same words in the same order but for figures and
  /// times that differ.
  static func relation(_ pair: Pair, _ found: [Difference]) -> Relation? {
    if Era.areApart(pair.a.era, pair.b.era) || pair.areOtherEvents { return .different }
    guard found.allSatisfy(isOfDetails), haveOneWording(pair, found) else { return nil }
    if found.contains(where: { $0.verdict == .conflict }) { return .conflicting }
    let exact = found.compactMap { exactness(pair, $0) }
    guard let first = exact.first else { return .equivalent }
    return exact.allSatisfy { $0 == first } ? first : nil
  }

  /// Whether a difference leaves the other words as they are.
  private static func isOfDetails(_ difference: Difference) -> Bool {
    switch difference.rule {
    case NumberRules.disjoint.name, NumberRules.overlap.name, DateRules.disjoint.name, DateRules.contained.name,
      DateRules.weekday.name, NameRules.metonym.name:
      true
    default: difference.dimension == .quote && difference.verdict == .compatible
    }
  }

  /// Whether the content words and negators of both stand for each other one by one, those left out that differences are about;
  /// the verb may stand before or behind who acts.
  private static func haveOneWording(_ pair: Pair, _ found: [Difference]) -> Bool {
    var (a, b) = (told(pair.a, pair.alignment.a, found.map(\.a)), told(pair.b, pair.alignment.b, found.map(\.b)))
    guard a.count > 1, a.count == b.count else { return false }
    if let (i, j) = verbs(pair, a, b) {
      a.remove(at: i)
      b.remove(at: j)
    }
    return zip(a, b).allSatisfy { isOne(pair, pair.alignment.a.all[$0], pair.alignment.b.all[$1]) }
  }

  /// The places of the verb of each where both have forms of one.
  private static func verbs(_ pair: Pair, _ a: [Int], _ b: [Int]) -> (Int, Int)? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    guard let x = pair.a.predicate.first, let y = pair.b.predicate.first,
      let i = a.firstIndex(where: { pair.alignment.a.all[$0].token == x }),
      let j = b.firstIndex(where: { pair.alignment.b.all[$0].token == y }), words[x].script == .arabic,
      others[y].script == .arabic,
      Tagger(words, x).tag().isVerb, Tagger(others, y).tag().isVerb,
      Stem.verb(words.foldedText(x)) == Stem.verb(others.foldedText(y))
    else { return nil }
    return (i, j)
  }

  /// The terms that say something which no difference is about.
  private static func told(_ side: Side, _ terms: Terms, _ details: [Difference.Detail]) -> [Int] {
    let words = side.report.words
    var ranges: [Range<Int>] = []
    func note(_ value: Span) {
      if details.contains(where: { $0.span.overlaps(value) }) { ranges.append(words.range(value)) }
    }
    if !details.isEmpty {
      for index in side.quantities.indices { note(side.quantities[index].span) }
      for index in side.times.indices { note(side.times[index].span) }
    }
    var told: [Int] = []
    told.reserveCapacity(terms.all.count)
    for index in terms.all.indices {
      let token = terms.all[index].token
      let says =
        terms.all[index].isNegator || terms.all[index].weight > 4 || words.isFigure(token) || tellsTime(words, token)
      if says, !ranges.contains(where: { $0.contains(token) }) || isCounted(side, terms.all[index]) {
        told.append(index)
      }
    }
    return told
  }

  /// Whether a word without weight says when: a day of the week, "before".
  private static func tellsTime(_ words: Words, _ token: Int) -> Bool {
    if words.weekday(at: token) != nil { return true }
    return words.timeWord(at: token).map { $0.kind != .preposition } ?? false
  }

  /// Whether a word is the counted noun in a quantity, which is compared like any other word; a dual alone is a figure ("زورقان").
  private static func isCounted(_ side: Side, _ term: Term) -> Bool {
    let words = side.report.words
    return !term.isNumber && !words.isFigure(term.token)
      && side.quantities.contains {
        let range = words.range($0.span)
        return range.count > 1 && range.last == term.token
      }
  }

  private static func isOne(_ pair: Pair, _ x: Term, _ y: Term) -> Bool {
    guard x.isNegator == y.isNegator else { return false }
    return x.base == y.base || x.anchor != 0 && x.anchor == y.anchor || isOneState(x, y) || isOneName(pair, x, y)
  }

  /// Two spellings of a name: "غوتيريش", "جوتيريش".
  private static func isOneName(_ pair: Pair, _ x: Term, _ y: Term) -> Bool {
    func isNamed(_ side: Side, _ term: Term) -> Bool {
      side.people.contains { side.report.words.range($0.span).contains(term.token) }
    }
    guard x.isNameLike && y.isNameLike || isNamed(pair.a, x) || isNamed(pair.b, y) else { return false }
    let (a, b) = (pair.a.report.words.foldedText(x.token), pair.b.report.words.foldedText(y.token))
    let skeleton = Skeleton.of(Array(a))
    return a.count == b.count && skeleton.count > 2 && skeleton == Skeleton.of(Array(b))
  }

  /// A state and its capital.
  private static func isOneState(_ x: Term, _ y: Term) -> Bool {
    x.country != 0 && x.country == y.country && (x.place == x.country || y.place == y.country)
  }

  /// Which side is the more exact one.
  private static func exactness(_ pair: Pair, _ difference: Difference) -> Relation? {
    if difference.rule == NumberRules.overlap.name {
      let a = pair.a.quantities.first { $0.span == difference.a.span }
      let b = pair.b.quantities.first { $0.span == difference.b.span }
      guard let a, let b, isExact(a) != isExact(b) else { return .overlapping }
      return isExact(a) ? .aMoreSpecific : .bMoreSpecific
    }
    guard difference.rule == DateRules.contained.name else { return nil }
    let (a, b) = (length(difference.a), length(difference.b))
    return a == b ? .overlapping : a < b ? .aMoreSpecific : .bMoreSpecific
  }

  private static func isExact(_ quantity: Quantity) -> Bool {
    !quantity.isApproximate && quantity.low != nil && quantity.low == quantity.high
  }

  /// The days of a time.
  private static func length(_ detail: Difference.Detail) -> Int {
    detail.value.flatMap(EDTF.bounds).map { $0.last - $0.first } ?? 0
  }
}
