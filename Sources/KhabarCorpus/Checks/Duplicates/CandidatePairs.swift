/// Two articles of a list, the earlier one first.
struct CandidatePair: Hashable {
  var a: Int
  var b: Int
}

/// The pairs of articles that may tell of one event, and those that may be copies, without comparing all with all: through
/// an inverted index of the words that few articles have.
///
/// Equal input gives equal pairs, in ascending order. Cost grows with the number of articles times how many share a rare
/// word, which is bounded.
func candidatePairs(_ signatures: [Signature], window: Int) -> (sameEvent: [CandidatePair], copies: [CandidatePair]) {
  let terms = InvertedIndex(signatures.map(\.terms), rarest: 40)
  let sameEvent = terms.pairs(least: terms.heaviest * 2, partners: 6) { a, b in
    signatures[a].isNear(signatures[b], days: window)
  }
  // Of the smallest hashes, texts that resemble each other enough share more than that, however short they are.
  let sketches = InvertedIndex(signatures.map { Array($0.sketch.prefix(24)) }, rarest: 200, weight: 1)
  let copies = sketches.pairs(least: 5, partners: 24) { a, b in
    signatures[a].resemblance(signatures[b]) >= NearDuplicate.least
  }
  return (sameEvent, copies)
}
