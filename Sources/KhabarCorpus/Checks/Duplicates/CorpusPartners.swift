/// The articles of a corpus that are not exact copies of others, and the partners of each: what one check of a corpus hands
/// to the next one, which then looks only where something has changed.
public struct CorpusPartners: Sendable {
  /// How many days apart two reports of one event may be published.
  public let window: Int
  /// The articles, in the order of the files.
  public internal(set) var articles: [CheckedCorpus.ArticleIndex] = []
  var lists = PartnerLists(sameEvent: [], copies: [])

  init(window: Int) { self.window = window }

  /// What an earlier check came to, seen from this one.
  public struct Older: Sendable {
    /// One of its articles.
    public struct Article: Sendable {
      /// Where it is now; nil if its file is gone or has fewer articles.
      public var now: CheckedCorpus.ArticleIndex?
      /// What it was, unless it is the same.
      var signature: Signature?
    }

    var window: Int
    var articles: [Article]
    var lists: PartnerLists
  }

  /// Finds the partners of the articles, of which these are the signatures. `signature` answers that of any article.
  mutating func find(
    _ signatures: [Signature], _ older: Older?, _ signature: (CheckedCorpus.ArticleIndex) -> Signature
  ) {
    if let older, older.window == window, let change = change(older, signature) {
      lists = PartnerLists(signatures, window: window, since: older.lists, change)
    } else {
      lists = PartnerLists(signatures, window: window)
    }
  }

  /// What has changed; nil if the articles stand in another order.
  private func change(_ older: Older, _ signature: (CheckedCorpus.ArticleIndex) -> Signature) -> ListChange? {
    let places = Dictionary(uniqueKeysWithValues: zip(articles, articles.indices))
    var change = ListChange(places: [], articles: [])
    var isKnown = [Bool](repeating: false, count: articles.count)
    var last = -1
    for article in older.articles {
      let place = article.now.flatMap { places[$0] }
      if let place {
        guard place > last else { return nil }
        (last, isKnown[place]) = (place, true)
      }
      change.places.append(Int32(place ?? -1))
      if article.signature != nil || place == nil {
        change.articles.append(.init(older: article.signature ?? article.now.map(signature), now: place))
      }
    }
    for place in articles.indices where !isKnown[place] { change.articles.append(.init(older: nil, now: place)) }
    return change
  }
}
