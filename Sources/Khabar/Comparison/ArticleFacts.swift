/// The facts of one article, as those see them who look for facts that say the opposite in whatever words.
struct ArticleFacts {
  private let article: ComparedArticle
  /// The terms of each fact.
  let terms: [Terms]
  /// The era of each, where it is known.
  let eras: [Era]?

  init(article: ComparedArticle, terms: [Terms], eras: [Era]?) {
    (self.article, self.terms, self.eras) = (article, terms, eras)
  }

  var words: Words { article.report.words }

  /// What a rule sees of a fact.
  func side(_ fact: Int) -> Side { article.side(fact) }

  /// Whether a fact has a word of the list of units for this one, or a figure that counts it: asked before a side is made of a fact,
  /// which most others never need.
  func mayTell(_ unit: String, _ fact: Int) -> Bool {
    let (words, span) = (words, article.originals[fact].span)
    return words.tokens(showing: Cues(.units), in: words.range(span)).contains { words.unitWord(at: $0)?.code == unit }
      || article.report.quantities.contains { $0.unit == unit && span.contains($0.span) }
  }

  /// Whether a fact has a figure, which most have not.
  func hasFigures(_ fact: Int) -> Bool { !article.values.figures[fact].isEmpty }

  /// Whether a fact is denied by who tells it.
  func isDenied(_ fact: Int) -> Bool { article.originals[fact].polarity == .denied }

  /// Whether a fact tells of a time that had long ended.
  func isPast(_ fact: Int) -> Bool { eras?[fact] == .past }
}
