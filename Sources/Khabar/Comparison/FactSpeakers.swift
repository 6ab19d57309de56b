/// The words that name who says each of some facts; nations are left out, since most speakers of one article have one.
///
/// Most facts are like none of the other article, and nobody asks who says them.
struct FactSpeakers {
  private let words: Words
  private let sources: [[Source]]
  /// What was asked before.
  private var known: [[UInt64]?]
  /// The words of names that are written otherwise where they are told.
  private var names: [(name: String, words: [UInt64])] = []

  init(_ report: Report, _ facts: [Fact]) {
    words = report.words
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
        speakers += self.words(of: name)
      }
      known[fact] = speakers
      return speakers
    }
  }

  private mutating func words(of name: String) -> [UInt64] {
    if let known = names.first(where: { $0.name == name }) { return known.words }
    let named = Words(Array(name.utf8))
    var words: [UInt64] = []
    named.append(speakersIn: named.indices, to: &words)
    names.append((name, words))
    return words
  }
}

extension Words {
  fileprivate func append(speakersIn range: Range<Int>, to speakers: inout [UInt64]) {
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
