/// Polarity, certainty and quotation of a clause.
struct Stance {
  let text: TaggedWords
  let range: Range<Int>

  /// Affirmed, or negated when a negator stands before the main predicate.
  var polarity: Fact.Polarity {
    if let first = range.first(where: {
      text[$0].function == .none && text.words[$0].isWordLike || text[$0].negator != 0
    }),
      text[first].negator == 0x64
    {
      return .negated
    }
    return isNegated ? .negated : .affirmed
  }

  /// Whether a negator comes before the main verb; relative clauses are passed over.
  private var isNegated: Bool {
    var relative = Relative.none
    for index in range.prefix(14) {
      relative.step(text, index)
      guard relative == .none else { continue }
      if text[index].negator == 0x6E { return true }
      if text[index].isVerb, !isHelper(index) { return false }
    }
    return false
  }

  /// Where a scan stands with respect to a relative clause.
  private enum Relative {
    case none
    case opened
    case afterVerb

    mutating func step(_ text: TaggedWords, _ index: Int) {
      let tag = text[index]
      let isHelper = tag.function == .auxiliary || tag.function == .copula
      if tag.function == .relative || tag.function == .complementizer && text.words[index].script == .latin {
        self = .opened
      } else if text.words[index].kind == .mark {
        self = .none
      } else if self == .opened, tag.isVerb {
        self = .afterVerb
      } else if self == .afterVerb, isHelper, text.words[index].script == .latin {
        // "that was not repaired has ...": the second helper is the one of the main clause.
        self = .none
      }
    }
  }

  /// An auxiliary before "not", or a verb before "no" and "nothing".
  private func isHelper(_ index: Int) -> Bool {
    if text[index].function == .auxiliary || text[index].function == .copula { return true }
    return index + 1 < range.upperBound && text[index + 1].negator == 0x6E
  }

  /// The weakest mood that a word of the clause shows.
  var certainty: Fact.Certainty {
    var result = Fact.Certainty.asserted
    for index in range {
      switch text[index].certainty {
      case 0x63: return .conditional
      case 0x70: result = .possible
      case 0x71 where isPresent(index + 1): result = .possible
      case 0x6C where result == .asserted: result = .planned
      default: if result == .asserted, text.words[index].clitics.contains(.sa), text[index].isVerb { result = .planned }
      }
    }
    return result
  }

  /// Whether an Arabic verb is in the present: "قد" makes it possible, and a past verb certain.
  private func isPresent(_ index: Int) -> Bool {
    guard index < range.upperBound, text[index].isVerb else { return false }
    let folded = text.words.foldedText(index)
    return folded.starts(with: [0xD9, 0x8A])
      || folded.starts(with: [0xD8, 0xAA]) && !folded.suffix(2).elementsEqual([0xD8, 0xAA])
  }

  /// Whether all, some or none of the words are quoted; a quoted name of one or two words does not count.
  var quoted: Fact.Quoted {
    var all = 0
    var inside = 0
    var run = 0
    for index in range where text.words[index].isWordLike {
      all += 1
      run = text[index].isQuoted ? run + 1 : 0
      if run == 3 { inside += 3 } else if run > 3 { inside += 1 }
    }
    if inside == 0 { return .none }
    return inside == all ? .whole : .partial
  }
}
