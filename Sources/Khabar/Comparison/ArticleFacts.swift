/// The facts of one article, as those see them who look for facts that say the opposite in whatever words.
struct ArticleFacts {
  let words: Words
  /// The terms of each fact.
  let terms: [Terms]
  /// What a rule sees of a fact.
  let side: (Int) -> Side
  /// The era of each, where it is known.
  let eras: [Era]?

  /// Whether a fact tells of a time that had long ended.
  func isPast(_ fact: Int) -> Bool { eras?[fact] == .past }
}
