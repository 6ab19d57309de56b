/// What a scale of the lexicon `opposites` measures; the raw value is its letter in the files.
enum Scale: UInt8 {
  /// What happened; such rows have no letter.
  case event = 0
  /// North and south, east and west.
  case direction = 0x64
  /// All and some.
  case extent = 0x65
  /// What is no difference by itself: morning and evening, buying and selling, two who meet.
  case other = 0x6F
}

/// Words at the two ends of one scale.
enum Opposites {
  /// The first two words at opposite ends of a scale of this kind, whose neighbours are aligned.
  static func first(_ pair: Pair, on scale: Scale) -> (a: Int, b: Int)? {
    let (a, b) = (pair.alignment.a.all, pair.alignment.b.all)
    for (i, x) in a.enumerated() where x.opposite >= 0 && x.scale == scale {
      guard !b.contains(where: { $0.opposite == x.opposite }),
        let j = b.indices.first(where: { b[$0].opposite == x.opposite ^ 1 }),
        !a.contains(where: { $0.opposite == b[j].opposite }), standAlike(pair.alignment, i, j)
      else { continue }
      return (i, j)
    }
    return nil
  }

  /// Whether two words are open otherwise and a neighbour of the one is aligned with a neighbour of the other.
  static func standAlike(_ alignment: Alignment, _ i: Int, _ j: Int) -> Bool {
    guard alignment.fromA[i].similarity < 0.75 || alignment.fromA[i].partner == j,
      alignment.fromB[j].similarity < 0.75 || alignment.fromB[j].partner == i
    else { return false }
    return alignment.fromA.indices.contains { k in
      k != i && abs(k - i) <= 4 && alignment.a.all[k].weight > 20 && alignment.fromA[k].similarity >= 0.8
        && abs(alignment.fromA[k].partner - j) <= 4
    }
  }
}
