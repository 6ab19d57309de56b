/// Who says it differs: count, rank, named against anonymous, a shorter chain, another speaker.
enum SourceRules {
  static let count = DifferenceRule(
    "source.count", .compatible, "One side says how many sources speak; the other does not, or gives another number.",
    arabic: "يذكر أحد الطرفين عدد المصادر، ولا يذكره الآخر أو يذكر عددا غيره.",
    good: [.init("قال خمسة مسؤولين أمنيين إن المعبر أغلق.", "قال مسؤولون أمنيون إن المعبر أغلق.")])

  static let detail = DifferenceRule(
    "source.detail", .compatible, "Both name the same kind of source; one side says more about it.",
    arabic: "المصدر من النوع نفسه، ويصفه أحد الطرفين بتفصيل أكثر.",
    good: [
      .init("قال مصدر دبلوماسي إن السفير غادر.", "قال مصدر دبلوماسي أوروبي إن السفير غادر."),
      .init("قالت نقابة المعلمين إن المدارس أغلقت.", "قال أمين عام نقابة المعلمين رضا الغربال إن المدارس أغلقت."),
    ],
    bad: [.init("قالت وزارة النفط إن الحقل توقف.", "قالت الوزارة إن الحقل توقف.")])

  static let anonymous = DifferenceRule(
    "source.anonymous", .compatible, "One side names its source, the other leaves it unnamed.",
    arabic: "يسمّي أحد الطرفين مصدره ولا يسمّيه الآخر.",
    good: [.init("قال مصدر أمني إن المعبر أغلق.", "قال محافظ البصرة أسعد العيداني إن المعبر أغلق.")])

  static let other = DifferenceRule(
    "source.other", .compatible, "The two sides quote different sources for this.",
    arabic: "ينقل كل طرف عن مصدر مختلف.",
    good: [
      .init("قالت وزارة النفط إن الحقل توقف.", "قال نقيب العمال إن الحقل توقف."),
      .init("قالت نقابة العمال إن الحقل توقف.", "نفت وزارة النفط أن يكون الحقل توقف."),
    ],
    bad: [.init("قالت وزارة النفط إن الحقل توقف.", "الحقل توقف، بحسب وزارة النفط.")])

  static let chain = DifferenceRule(
    "source.chain", .compatible, "One side leaves out through whom the source was quoted.",
    arabic: "يغفل أحد الطرفين الوسيط الذي نُقل عنه المصدر.",
    good: [
      .init("ذكرت صحيفة «الميثاق» نقلا عن مصدر دبلوماسي أن السفير غادر.", "قال مصدر دبلوماسي إن السفير غادر.")
    ])

  static let quoteGiven = DifferenceRule(
    "source.quote-given", .conflict, "The same words are attributed to two different speakers.",
    arabic: "يُنسب الكلام نفسه إلى متحدثين مختلفين.",
    good: [
      .init(
        "قال رئيس البلدية: «لن يعود أحد إلى منزله قبل الفجر».", "قال قائد الشرطة: «لن يعود أحد إلى منزله قبل الفجر».")
    ])

  static let all = [count, detail, anonymous, other, chain, quoteGiven]

  static func differences(_ pair: Pair) -> [Difference] {
    guard let (chainA, chainB) = nearest(pair), let a = chainA.last, let b = chainB.last else { return [] }
    if isSame(pair, a, b) {
      guard chainA.count != chainB.count, pair.a.report.language == pair.b.report.language else { return [] }
      return [chain.difference(pair.a.detail(whole(chainA, pair.a)), pair.b.detail(whole(chainB, pair.b)))]
    }
    guard let rule = QuoteRules.areEqual(pair) ? quoteGiven : kind(pair, a, b) else { return [] }
    // The same speaker elsewhere in both chains is no other source.
    let isOther = rule.name == other.name || rule.name == anonymous.name
    if isOther, haveOneSpeaker(pair) { return [] }
    return [rule.difference(detail(pair.a, a), detail(pair.b, b))]
  }

  /// A source where the report names it most fully: of "الوزارة" the words that say which ministry.
  private static func detail(_ side: Side, _ source: Source) -> Difference.Detail {
    let words = side.report.words
    let length = words.range(source.span).count
    let full = source.name.flatMap { name in
      side.report.mentions.first {
        $0.span.end <= source.span.start && words.range($0.span).count > length && $0.name == name
      }
    }
    return side.detail(full?.span ?? source.span, value: source.name ?? source.count)
  }

  /// Whether any speaker of A is one of B: the same, or named with words that the other's hold.
  private static func haveOneSpeaker(_ pair: Pair) -> Bool {
    let (a, b) = (pair.a.facts.flatMap(\.sources), pair.b.facts.flatMap(\.sources))
    return a.contains { x in
      b.contains { y in
        if isSame(pair, x, y) { return true }
        let coverage = pair.coverage(x.span, y.span)
        let least = pair.a.report.language == pair.b.report.language ? akin : akinAcross
        return x.isAnonymous == y.isAnonymous && max(coverage.a, coverage.b) >= least
      }
    }
  }

  /// How much of the words of one source those of another must cover for both to be one.
  private static let akin: Float = 0.8
  /// The same between two languages, where few words are as near as those of one.
  private static let akinAcross: Float = 0.4

  /// The chains of both sides whose ends are most alike, the longer ones first.
  private static func nearest(_ pair: Pair) -> ([Source], [Source])? {
    let a = chains(pair.a)
    guard let firstA = a.first else { return nil }
    let b = chains(pair.b)
    guard let firstB = b.first else { return nil }
    guard a.count + b.count > 2 else { return (firstA, firstB) }
    var best = (firstA, firstB, Float(-1))
    for x in a {
      for y in b {
        guard let endX = x.last, let endY = y.last else { continue }
        let likeness = likeness(pair, endX, endY)
        if likeness > best.2 { best = (x, y, likeness) }
      }
    }
    return (best.0, best.1)
  }

  private static func chains(_ side: Side) -> [[Source]] {
    if side.facts.count == 1 { return side.facts[0].sources.isEmpty ? [] : [side.facts[0].sources] }
    let chains = side.facts.map(\.sources).filter { !$0.isEmpty }
    return chains.count > 1 ? chains.sorted { $0.count > $1.count } : chains
  }

  private static func kind(_ pair: Pair, _ a: Source, _ b: Source) -> DifferenceRule? {
    let (wordsA, wordsB) = (pair.a.stems(of: a.span), pair.b.stems(of: b.span))
    if a.count != b.count, !wordsA.isDisjoint(with: wordsB) { return count }
    if wordsA.isSuperset(of: wordsB) || wordsB.isSuperset(of: wordsA) {
      // "الوزارة" is the ministry that was named before; an anonymous source may be any, and a body may speak through anyone.
      let isSpokenFor = speaksFor(pair.a, a) ? isBody(pair.b, b) : speaksFor(pair.b, b) && isBody(pair.a, a)
      return a.isAnonymous || b.isAnonymous || isSpokenFor ? detail : nil
    }
    return a.isAnonymous != b.isAnonymous ? anonymous : other
  }

  /// Whether a source is told with the name of a person.
  private static func namesPerson(_ side: Side, _ source: Source) -> Bool {
    side.compared.persons.contains { $0.name != nil && source.span.contains($0.span) }
  }

  /// Whether a source is somebody of a body, named or not: "مدير السياحة في سلطة الإقليم".
  private static func speaksFor(_ side: Side, _ source: Source) -> Bool {
    namesPerson(side, source) || side.report.words.range(source.span).contains { side.report.words.has(.roles, at: $0) }
  }

  /// Whether a source is a body that nobody is named of.
  private static func isBody(_ side: Side, _ source: Source) -> Bool {
    !speaksFor(side, source)
      && side.report.words.range(source.span).contains { side.report.words.has(.organisations, at: $0) }
  }

  /// Whether two sources cannot be told apart: they are the same, or one is described more closely than the other.
  static func areOne(_ pair: Pair, _ a: Source, _ b: Source) -> Bool {
    if isSame(pair, a, b) { return true }
    let (wordsA, wordsB) = (pair.a.stems(of: a.span), pair.b.stems(of: b.span))
    return !wordsA.isEmpty && !wordsB.isEmpty && (wordsA.isSuperset(of: wordsB) || wordsB.isSuperset(of: wordsA))
  }

  /// Whether two sources are one: the same name, the same words, or in two languages words that are alike.
  private static func isSame(_ pair: Pair, _ a: Source, _ b: Source) -> Bool {
    if let x = a.name, let y = b.name, x == y || pair.a.known.name(x).matches(pair.b.known.name(y)) { return true }
    if pair.a.stems(of: a.span) == pair.b.stems(of: b.span) { return true }
    if pair.a.report.language != pair.b.report.language { return likeness(pair, a, b) >= 0.35 }
    return likeness(pair, a, b) >= 0.9 && a.count == b.count
  }

  /// How alike the words of two sources are, the less like way.
  private static func likeness(_ pair: Pair, _ a: Source, _ b: Source) -> Float {
    let coverage = pair.coverage(a.span, b.span)
    return min(coverage.a, coverage.b)
  }

  /// From the first word of a chain to its last; links that a comma parts do not stand together, and the outermost is shown.
  private static func whole(_ chain: [Source], _ side: Side) -> Span {
    let start = chain.map(\.span).min { $0.start < $1.start } ?? chain[0].span
    let end = chain.map(\.span).max { $0.end < $1.end } ?? chain[0].span
    let whole = Span(start: start.start, end: end.end, bytes: start.bytes.lowerBound..<end.bytes.upperBound)
    let words = side.report.words
    let isParted = chain.count > 1 && words.range(whole).contains { [0x2C, 0x60C].contains(words[$0].mark) }
    return isParted ? chain[0].span : whole
  }
}
