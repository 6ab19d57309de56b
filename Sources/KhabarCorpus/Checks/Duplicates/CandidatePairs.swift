/// Two articles of a list, the earlier one first.
struct CandidatePair: Hashable {
  var a: Int
  var b: Int
}

/// For each article of a list those that may tell of one event with it, and those that may be copies of it, the best first.
///
/// They are found without comparing all with all, through an inverted index of the words that few articles have. Equal
/// input gives equal lists. Cost grows with the number of articles times how many share a rare word, which is bounded.
struct PartnerLists: Sendable, Equatable {
  var sameEvent: [[Int32]]
  var copies: [[Int32]]

  /// Looks at all articles.
  init(_ signatures: [Signature], window: Int) {
    sameEvent = PartnerSearch.sameEvent(window: window).lists(signatures)
    copies = PartnerSearch.copies.lists(signatures)
  }

  /// Looks only where something has changed since older lists were made: what comes out is what `init(_:window:)` finds.
  init(_ signatures: [Signature], window: Int, since older: PartnerLists, _ change: ListChange) {
    sameEvent = PartnerSearch.sameEvent(window: window).lists(signatures, since: older.sameEvent, change)
    copies = PartnerSearch.copies.lists(signatures, since: older.copies, change)
  }

  /// Makes lists of values that were read back.
  init(sameEvent: [[Int32]], copies: [[Int32]]) {
    self.sameEvent = sameEvent
    self.copies = copies
  }

  /// The pairs that lists hold, each once, in ascending order.
  static func pairs(_ lists: [[Int32]]) -> [CandidatePair] {
    var pairs: Set<CandidatePair> = []
    for (article, partners) in lists.enumerated() {
      for other in partners { pairs.insert(.init(a: min(article, Int(other)), b: max(article, Int(other)))) }
    }
    return pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}

/// How a list of articles differs from an older one.
struct ListChange {
  /// An article that is not what it was.
  struct Article {
    /// What it was; nil if it was not there.
    var older: Signature?
    /// Where it is now; nil if it is gone.
    var now: Int?
  }

  /// For each article of the older list its place now, -1 if it is gone. The order must be the same.
  var places: [Int32]
  /// The articles that are new, gone or changed.
  var articles: [Article]
}
