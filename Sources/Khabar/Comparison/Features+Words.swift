extension Features {
  /// How alike a word's best partner may be for the word to stand on one side only.
  private static let open: Float = 0.75

  /// What a word is to its statement; each kind has its own places in the table of words.
  private enum Kind: UInt64 {
    case form = 1
    case stem, firstStem

    /// The place of a word of a side: 16 bits of its hash.
    func place(_ key: UInt64, ofA: Bool) -> UInt16 {
      UInt16(truncatingIfNeeded: Key.finish(key ^ (rawValue << 1 | (ofA ? 1 : 0))))
    }
  }

  /// The forms and stems that have no partner, and the first word of each side: "despite" or "calm" on one side only tells
  /// what no count of words does. Places in the table of words of a weights file, ascending, each once.
  static func words(_ alignment: Alignment) -> [UInt16] {
    var places: [UInt16] = []
    places.reserveCapacity((alignment.a.all.count + alignment.b.all.count + 1) * 2)
    for (terms, links, isA) in [(alignment.a, alignment.fromA, true), (alignment.b, alignment.fromB, false)] {
      if let first = terms.all.first { places.append(Kind.firstStem.place(first.stem, ofA: isA)) }
      // A number is no word: numbers have features of their own.
      for (term, link) in zip(terms.all, links) where link.similarity < open && !term.isNumber {
        places.append(Kind.form.place(term.base, ofA: isA))
        places.append(Kind.stem.place(term.stem, ofA: isA))
      }
    }
    places.sort()
    var last: UInt16?
    places.removeAll { place in
      defer { last = place }
      return place == last
    }
    return places
  }
}
