/// The words that name who says each of some facts; nations are left out, since most speakers of one article have one.
///
/// Most facts are like none of the other article, and nobody asks who says them.
struct FactSpeakers {
  private let words: Words
  private let sources: [[Source]]
  /// What was asked before.
  private var known: [[UInt64]?]
  /// The words of names that are written otherwise where they are told.
  private let names: KnownTerms

  init(_ report: Report, _ facts: [Fact], _ names: KnownTerms = KnownTerms()) {
    words = report.words
    self.names = names
    sources = facts.map(\.sources)
    known = Array(nil, times: facts.count)
  }

  /// The keys of the words that name who says a fact.
  subscript(fact: Int) -> [UInt64] {
    mutating get {
      if let known = known[fact] { return known }
      var speakers: [UInt64] = []
      speakers.reserveCapacity(8)
      for source in sources[fact] {
        let range = words.range(source.span)
        words.append(speakersIn: range, to: &speakers)
        // A name that is written just so in the text has been read there.
        guard let name = source.name, !words.has(name, in: range) else { continue }
        speakers += names.speakers(name)
      }
      known[fact] = speakers
      return speakers
    }
  }
}

extension Words {
  /// Appends the keys of the words that name who speaks.
  func append(speakersIn range: Range<Int>, to speakers: inout [UInt64]) {
    for index in range
    where all[index].kind == .word && !has(.function, at: index) && !has(.places, at: index) {
      speakers.append(all[index].core)
    }
  }

  /// Whether some tokens are written just like a name.
  fileprivate func has(_ name: String, in range: Range<Int>) -> Bool {
    utf8[span(range).bytes].elementsEqual(name.utf8)
  }
}
