/// The words between quotation marks differ, or only one side quotes.
enum QuoteRules {
  static let altered = DifferenceRule(
    "quote.altered", .conflict, "Both quote the same statement, but in different words.",
    arabic: "ينقل الطرفان القول نفسه بألفاظ مختلفة.",
    good: [
      .init("قال الوزير: «لن نوقع الاتفاق هذا العام أبدا».", "قال الوزير: «سوف نوقع الاتفاق هذا العام أبدا»."),
      .init(
        "\"We will never sell the old harbour,\" the mayor said.",
        "\"We will gladly sell the old harbour,\" the mayor said."),
    ],
    bad: [.init("قال الوزير: «لن نوقع الاتفاق هذا العام».", "قال الوزير: «لن نوقع الاتفاق هذا العام».")])

  static let shortened = DifferenceRule(
    "quote.shortened", .compatible, "One side leaves out some words of the quotation.",
    arabic: "يحذف أحد الطرفين كلمات من الاقتباس.",
    good: [
      .init("قال: «لن نقبل رسما جديدا على البضائع، ولن نتراجع».", "قال: «لن نقبل رسما جديدا (...) ولن نتراجع».")
    ])

  static let paraphrased = DifferenceRule(
    "quote.paraphrased", .compatible, "One side quotes what the other puts into its own words.",
    arabic: "يقتبس أحد الطرفين حرفيا ما ينقله الآخر بالمعنى.",
    good: [
      .init("طالب المحتجون في صفاقس رافعين شعار «الماء حق لا منة».", "طالب المحتجون في صفاقس بالماء حقا لا منة.")
    ])

  static let all = [altered, shortened, paraphrased]

  static func differences(_ pair: Pair) -> [Difference] {
    guard let a = pair.a.quote, let b = pair.b.quote else {
      return (phrases(pair) ?? pair.eitherWay(paraphrased)).list
    }
    let (keysA, keysB) = (keys(pair.a, a), keys(pair.b, b))
    guard keysA != keysB, pair.a.report.language == pair.b.report.language else { return [] }
    let details = (pair.a.detail(pair.a.report.words.span(a)), pair.b.detail(pair.b.report.words.span(b)))
    if isCut(keysA, of: keysB) || isCut(keysB, of: keysA) { return [shortened.difference(details.0, details.1)] }
    // Two quotations of one utterance share most of their words; others are different parts of a speech.
    let common = keysA.count { keysB.contains($0) }
    return common * 2 >= min(keysA.count, keysB.count) ? [altered.difference(details.0, details.1)] : []
  }

  /// Two quoted phrases of two words of which one is the same: "«كذبة رخيصة»" against "«كذبة مفضوحة»".
  private static func phrases(_ pair: Pair) -> Difference? {
    guard pair.a.report.language == pair.b.report.language, let a = phrase(pair.a), let b = phrase(pair.b) else {
      return nil
    }
    let (x, y) = (keys(pair.a, a), keys(pair.b, b))
    guard x.count(where: y.contains) == 1 else { return nil }
    return altered.difference(
      pair.a.detail(pair.a.report.words.span(a)), pair.b.detail(pair.b.report.words.span(b)))
  }

  /// The only quoted phrase of two words, which is no name: no word has an article or begins with a capital.
  private static func phrase(_ side: Side) -> Range<Int>? {
    let words = side.report.words
    let found = side.quotations.filter { run in
      let inside = run.filter { words[$0].isWordLike }
      return inside.count == 2
        && !inside.contains {
          words[$0].kind == .number || words.hasArticle($0) || words[$0].isCapitalized || words.has(.names, at: $0)
            || words.has(.places, at: $0)
        }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a side quotes three words or more.
  static func quotes(_ side: Side) -> Bool { side.quote != nil }

  /// Whether both sides quote the same words.
  static func areEqual(_ pair: Pair) -> Bool {
    guard let a = pair.a.quote, let b = pair.b.quote else { return false }
    return keys(pair.a, a) == keys(pair.b, b)
  }

  /// A quotation of A of which B tells a part without quotation marks.
  private static func paraphrased(_ pair: Pair) -> Difference? {
    guard let quote = pair.a.quote, !pair.b.hasQuotedWords
    else { return nil }
    let weight = pair.terms(in: quote).reduce(Float(0)) { $0 + pair.alignment.a.all[$1].weight }
    let covered = pair.terms(in: quote).reduce(Float(0)) {
      $0 + pair.alignment.a.all[$1].weight * pair.alignment.fromA[$1].similarity
    }
    guard weight > 0, covered >= 0.4 * weight, let partners = pair.partners(of: quote) else { return nil }
    return paraphrased.difference(
      pair.a.detail(pair.a.report.words.span(quote)), pair.b.detail(tokens: partners))
  }

  /// The longest run between quotation marks that begins in the facts, marks included.
  static func quote(_ side: Side) -> Range<Int>? {
    side.ranges.compactMap { Quotations.longest(in: side.report.words, around: $0) }.max { $0.count < $1.count }
  }

  private static func keys(_ side: Side, _ range: Range<Int>) -> [UInt64] {
    range.map { side.report.words[$0] }.filter(\.isWordLike).map(\.key)
  }

  /// Whether one is the other with words left out.
  private static func isCut(_ part: [UInt64], of whole: [UInt64]) -> Bool {
    var rest = whole[...]
    for key in part {
      guard let found = rest.firstIndex(of: key) else { return false }
      rest = rest[(found + 1)...]
    }
    return true
  }
}
