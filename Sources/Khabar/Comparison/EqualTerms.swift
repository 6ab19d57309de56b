/// Terms that are found by what makes others equal to them: the form, the stem, what they stand for, that they are places.
struct EqualTerms {
  private let terms: [Term]
  private var bases: Chains
  private var stems: Chains
  private var anchors: Chains
  private var concepts: Chains
  private var places: [Int] = []

  init(_ terms: [Term]) {
    self.terms = terms
    (bases, stems) = (Chains(terms.count), Chains(terms.count))
    (anchors, concepts) = (Chains(terms.count), Chains(terms.count))
    for (number, term) in terms.enumerated() {
      bases.add(term.base, number)
      if !term.isNumber { stems.add(term.stem, number) }
      if term.anchor != 0 { anchors.add(term.anchor, number) }
      if term.concept != 0 { concepts.add(term.concept, number) }
      if term.place != 0 { places.append(number) }
    }
  }

  /// Calls a body with each term whose likeness to another is no matter of vectors (`Alignment.similarity`); of two calls
  /// with one term the later counts.
  @inline(__always)
  func forEach(of term: Term, _ body: (Int, Float) -> Void) {
    if term.place != 0 {
      for other in places { body(other, Alignment.likeness(ofPlaces: term, terms[other])) }
    }
    if term.concept != 0 { concepts.forEach(term.concept) { body($0, Alignment.oneConcept) } }
    if !term.isNumber { stems.forEach(term.stem) { body($0, 0.97) } }
    if term.anchor != 0 { anchors.forEach(term.anchor) { body($0, 1) } }
    bases.forEach(term.base) { body($0, 1) }
  }

  /// Numbers by keys that several may have.
  private struct Chains {
    private var first: KeyTable
    private var next: [Int32]

    init(_ count: Int) {
      first = KeyTable(capacity: count)
      next = Array(repeating: -1, count: count)
    }

    mutating func add(_ key: UInt64, _ number: Int) {
      if let known = first.enter(number, for: key) { next[number] = Int32(known) }
    }

    @inline(__always)
    func forEach(_ key: UInt64, _ body: (Int) -> Void) {
      guard var number = first[key] else { return }
      while true {
        body(number)
        guard next[number] >= 0 else { return }
        number = Int(next[number])
      }
    }
  }
}
