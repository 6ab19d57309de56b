package import Khabar

/// One list of a comparison as people read it: of two articles conflicts, what is shared and what one has alone; of two
/// versions what was changed, added, removed and kept.
package struct Listing: Sendable {
  /// What the list holds. The raw value is the id of its section on a page.
  package enum Kind: String, Sendable {
    case conflicts, shared
    case onlyInA = "only-a"
    case onlyInB = "only-b"
    case changed, added, removed, kept
  }

  /// What it holds.
  package let kind: Kind
  /// What people call it.
  package let title: String
  /// Its matches with their ids, if it is a list of matches.
  package let matches: [(id: String, match: Comparison.Match)]
  /// Its facts, if it is a list of facts of one side.
  package let places: [Comparison.Place]

  /// How much is in it.
  package var count: Int { matches.count + places.count }
  /// Whether its facts are of A.
  package var isOfA: Bool { kind == .onlyInA || kind == .removed }
  /// A sign for what it holds, so that colour never tells alone.
  package var sign: String? {
    switch kind {
    case .conflicts: "≠"
    case .changed: "±"
    case .shared, .kept: "="
    case .added: "+"
    case .removed: "−"
    case .onlyInA, .onlyInB: nil
    }
  }

  fileprivate init(
    _ kind: Kind, _ title: String, matches: [(id: String, match: Comparison.Match)] = [],
    places: [Comparison.Place] = []
  ) {
    (self.kind, self.title, self.matches, self.places) = (kind, title, matches, places)
  }

  /// The lists of a comparison in the order in which people are told of them.
  package static func all(of comparison: Comparison, _ words: Catalogue) -> [Listing] {
    let shared = numbered(comparison.shared, "s")
    guard comparison.versions != nil else {
      return [
        Listing(.conflicts, words.conflicts, matches: numbered(comparison.conflicting, "c")),
        Listing(.shared, words.shared, matches: shared),
        Listing(.onlyInA, words.onlyInA, places: comparison.onlyInA),
        Listing(.onlyInB, words.onlyInB, places: comparison.onlyInB),
      ]
    }
    let isChanged = { (match: Comparison.Match) in match.change?.tellsSomethingElse ?? true }
    return [
      Listing(.changed, words.changed, matches: shared.filter { isChanged($0.match) }),
      Listing(.added, words.added, places: comparison.added),
      Listing(.removed, words.removed, places: comparison.removed),
      Listing(.kept, words.kept, matches: shared.filter { !isChanged($0.match) }),
    ]
  }

  private static func numbered(
    _ matches: [Comparison.Match], _ letter: String
  ) -> [(id: String, match: Comparison.Match)] {
    matches.enumerated().map { (id: "\(letter)\($0.offset + 1)", match: $0.element) }
  }
}
