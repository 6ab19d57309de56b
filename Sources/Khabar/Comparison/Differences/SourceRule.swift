/// Who says it differs: count, rank, named against anonymous, a shorter chain, another speaker.
enum SourceRule {
  static func differences(_ pair: Pair) -> [Difference] {
    guard let a = pair.a.sources.last, let b = pair.b.sources.last else { return [] }
    let (wordsA, wordsB) = (words(pair.a.report, a), words(pair.b.report, b))
    guard wordsA != wordsB, a.name == nil || a.name != b.name else { return [] }
    let (rule, reason) = kind(a, b, wordsA, wordsB)
    return [
      Difference(
        dimension: .source, verdict: .compatible, a: pair.a.detail(a.span, value: a.name ?? a.count),
        b: pair.b.detail(b.span, value: b.name ?? b.count), rule: rule, reason: reason)
    ]
  }

  private static func kind(_ a: Source, _ b: Source, _ wordsA: Set<UInt64>, _ wordsB: Set<UInt64>) -> (String, String) {
    if a.count != b.count, !wordsA.isDisjoint(with: wordsB) {
      return ("source.count", "One side says how many speak, the other does not or counts otherwise.")
    }
    if wordsA.isSuperset(of: wordsB) || wordsB.isSuperset(of: wordsA) {
      return ("source.detail", "Both name the same kind of source; one side says more about it.")
    }
    if a.isAnonymous != b.isAnonymous {
      return ("source.anonymous", "One side names its source, the other keeps it anonymous.")
    }
    return ("source.other", "The two sides quote different sources for this.")
  }

  private static func words(_ report: Report, _ source: Source) -> Set<UInt64> {
    Set(report.words.range(source.span).map { report.words[$0] }.filter(\.isWordLike).map(\.core))
  }
}
