/// The tokens of an article with their tags.
struct TaggedWords {
  let words: Words
  private(set) var tags: [Tag]

  /// Looks up the tokens of the given runs.
  init(_ words: Words, _ ranges: [Range<Int>], _ known: KnownWords? = nil) {
    self.words = words
    tags = Array(Tag(), times: words.count)
    // With none nothing is remembered; to ask at each word whether there are any would take longer.
    let known = known ?? KnownWords()
    var tagger = Tagger(words, 0)
    for range in ranges {
      for index in range where words[index].kind == .word {
        if Tagger.mayBeKnown(words, index), let tag = known.tag(words[index].known, words[index].key) {
          tags[index] = tag
          continue
        }
        tagger.move(to: index)
        tags[index] = tagger.tag()
        if tagger.followsFromLetters { known.note(tags[index], words[index].known, words[index].key) }
      }
      pair(range)
    }
  }

  /// A token's tag; outside the text an empty one, so that looking one word back or ahead can never trap.
  @inline(__always)
  subscript(index: Int) -> Tag { index >= 0 && index < tags.count ? tags[index] : Tag() }

  /// Gives every quotation mark and bracket its partner; an unclosed one has none.
  private mutating func pair(_ range: Range<Int>) {
    var open: [Int] = []
    var next = range.lowerBound
    while true {
      let index = words.next(.mark, from: next, before: range.upperBound)
      guard index < range.upperBound else { break }
      next = index + 1
      let mark = words[index].mark
      guard mark != 0 else { continue }
      if let last = open.last, Self.closer(of: words[last].mark) == mark {
        tags[last].partner = Int32(index)
        tags[index].partner = Int32(last)
        open.removeLast()
      } else if Self.closer(of: mark) != 0 {
        open.append(index)
      } else if let opener = Self.opener(of: mark),
        let at = open.suffix(8).lastIndex(where: { words[$0].mark == opener })
      {
        // A mark left open inside does not hide the outer pair.
        tags[open[at]].partner = Int32(index)
        tags[index].partner = Int32(open[at])
        open.removeSubrange(at...)
      }
    }
    markQuoted(range)
  }

  private mutating func markQuoted(_ range: Range<Int>) {
    var depth = 0
    var index = range.lowerBound
    while true {
      // Nothing but a mark opens a quotation.
      if depth == 0 { index = words.next(.mark, from: index, before: range.upperBound) }
      guard index < range.upperBound else { return }
      defer { index += 1 }
      let partner = Int(tags[index].partner)
      if partner > index, words[index].mark != 0x28, words[index].mark != 0x5B { depth += 1 }
      tags[index].isQuoted = depth > 0
      if partner >= 0, partner < index, words[partner].mark != 0x28, words[partner].mark != 0x5B { depth -= 1 }
    }
  }

  private static func closer(of mark: UInt32) -> UInt32 {
    switch mark {
    case 0xAB: 0xBB
    case 0x201C, 0x201E: 0x201D
    case 0x22: 0x22
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x2039: 0x203A
    default: 0
    }
  }

  private static func opener(of mark: UInt32) -> UInt32? {
    switch mark {
    case 0xBB: 0xAB
    case 0x201D: 0x201C
    case 0x29: 0x28
    case 0x5D: 0x5B
    case 0x203A: 0x2039
    default: nil
    }
  }
}
