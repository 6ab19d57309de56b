/// Cuts one sentence into clauses and finds out who says each.
///
/// It is a reference, since what it holds would be copied wherever one of its methods is handed on.
final class SentenceReader {
  let text: TaggedWords
  let range: Range<Int>
  let names: NameIndex
  /// Sources of the article so far.
  var memory = SpeakerMemory()
  private(set) var pieces: [Piece] = []

  /// First token of the clause that is being read.
  private(set) var start: Int
  /// Who says the clause that is being read.
  private(set) var chain = Chain()
  /// Who said the last clause with a frame of its own in this sentence, without nested speakers.
  private(set) var top: Chain?
  /// Whether the clause begins where a frame or a complementizer ended, so that a frame there is nested.
  private(set) var isContent = false
  /// Who goes on saying what follows a clause that keeps its frame.
  private var resumed: Chain?
  /// Who says what follows a content that is no more than a noun.
  private var outer: Chain?
  /// Whether the clause that is being read is a content that is no more than a noun.
  var endsNominal: Bool { outer != nil }
  /// Whether the clause that is being read keeps its frame.
  var keepsClause: Bool { resumed != nil }
  private var isSetOff = true
  private var followsFrame = false
  /// First clause that a trailing frame may still claim.
  private(set) var unclaimed = 0
  /// Who said the clauses that a trailing frame claimed last, and how many clauses there were then.
  private var told: Chain?
  private var trailed = -1

  init(_ text: TaggedWords, _ range: Range<Int>, names: NameIndex, quotedBy chain: Chain?) {
    self.text = text
    self.range = range
    self.names = names
    self.chain = chain ?? Chain()
    start = range.lowerBound
  }

  var words: Words { text.words }
  var end: Int { range.upperBound }

  /// Reads the sentence to its end; returns its clauses.
  func read() -> [Piece] {
    let isArabic = range.contains { words[$0].script == .arabic }
    var index = range.lowerBound
    while let step = step(from: index, isArabic: isArabic) {
      switch step {
      case .frame(let frame, let at):
        apply(frame)
        index = max(frame.content, at + 1)
      case .clause(let at, let length):
        cut(at: at, resumeAt: at, keepsChain: text[at].goesOn || keepsClause && isPartOfKept(at))
        if unclaimed == trailed, let told, goesOnTelling(at), chain.sources.isEmpty || chain == told {
          chain = told
          followsFrame = true
        }
        if let outer, opensOwnClause(at) {
          chain = outer
          self.outer = nil
        }
        index = at + length
      }
    }
    cut(at: end, resumeAt: end)
    if let top { memory.speaker = top }
    return Merging.merge(pieces, text)
  }

  /// "طالب النواب بتحقيق، وإقالة المدير": one more object; "... 900 مسافر، قُدمت لهم وجبات": a clause about the last one.
  private func isPartOfKept(_ index: Int) -> Bool {
    if text[index].hasWaw { return isEventNoun(index) && !words[index].clitics.contains(.article) }
    return isComma(index - 1) && isRelativeVerb(index)
  }

  /// What ends a clause.
  private enum Step {
    /// A frame that begins, or has its verb, at a token.
    case frame(Frame, at: Int)
    /// So many tokens that open the next clause.
    case clause(at: Int, length: Int)
  }

  /// What ends the clause that is being read, from a token on; nil when nothing does before the sentence ends.
  private func step(from index: Int, isArabic: Bool) -> Step? {
    var index = index
    while index < end {
      if words[index].mark == 0x28, isInside(Int(text[index].partner)) {
        index = Int(text[index].partner) + 1
        continue
      }
      if mayOpenFrame(index), let frame = isArabic ? arabicFrame(at: index) : englishFrame(at: index) {
        return .frame(frame, at: index)
      }
      let length = isArabic ? arabicOpener(at: index) : englishOpener(at: index)
      if length > 0 { return .clause(at: index, length: length) }
      index += 1
    }
    return nil
  }

  /// Whether a frame can begin at a token at all, so that few are looked at closely.
  private func mayOpenFrame(_ index: Int) -> Bool {
    text[index].saying != .none || text[index].attribution != .none || words[index].mark == 0x3A
  }

  /// Whether a token index lies in this sentence.
  func isInside(_ index: Int) -> Bool { index >= range.lowerBound && index < end }

  /// Ends the clause at a token and begins the next one at another.
  func cut(at limit: Int, resumeAt next: Int, keepsChain: Bool = false) {
    let clause = Trimming.trim(start..<max(start, limit), text)
    if Merging.weight(clause, text, upTo: 1) > 0 {
      pieces.append(
        Piece(range: clause, chain: chain, isSetOff: isSetOff, followsFrame: followsFrame, keepsFrame: resumed != nil))
    } else if clause.count > 1, !followsFrame, let last = pieces.indices.last,
      pieces[last].range.upperBound >= start - 1
    {
      // Words without content stay with the clause before.
      pieces[last].range = pieces[last].range.lowerBound..<clause.upperBound
    }
    if let resumed, !keepsChain {
      chain = resumed
      self.resumed = nil
    }
    isContent = next < end && (isComplementizer(next) || isComplementizer(next + 1) && words[next].script == .latin)
    isSetOff = isContent || next > range.lowerBound && words[next - 1].kind == .mark
    followsFrame = false
    start = next
  }

  private func isComplementizer(_ index: Int) -> Bool { index < end && text[index].function == .complementizer }

  private func apply(_ frame: Frame) {
    for source in frame.chain.sources { memory.remember(source, text) }
    outer = nil
    switch frame.mode {
    case .leads: lead(frame)
    case .keeps:
      cut(at: frame.start, resumeAt: frame.start)
      if !isContent || top == nil { top = frame.chain }
      resumed = chain
      chain = frame.chain
      isContent = false
    case .trails:
      cut(at: frame.start, resumeAt: frame.content)
      claim(frame.chain)
      if top == nil { top = frame.chain }
      let next = (frame.content..<max(frame.content, end)).first { words[$0].isWordLike }
      if let further = frame.further ?? (next.map(goesOnTelling) == true ? frame.chain : nil) {
        chain = further
        followsFrame = !frame.isRest
      }
      // "“...,” she said, “and ...”": the quotation goes on.
      if isComma(frame.content), text[frame.content + 1].isQuoted,
        text[frame.start - 1].isQuoted || text[frame.start].partner >= 0
      {
        chain = frame.chain
        followsFrame = true
      }
    case .inserted:
      chain = frame.chain
      top = frame.chain
    }
  }

  private func lead(_ frame: Frame) {
    let isNested = isContent && frame.start == start
    cut(at: frame.start, resumeAt: frame.content)
    if frame.isNominal { outer = isNested ? chain : Chain() }
    chain = frame.chain
    if !isNested { top = frame.chain }
    isContent = true
    followsFrame = true
    unclaimed = pieces.count
  }

  /// Gives the clauses that nobody says yet to the speaker named after them.
  private func claim(_ trailing: Chain) {
    // "..., local media reported, citing a judge": one more link for what has just been claimed.
    if unclaimed == pieces.count, let claimed = pieces.last?.chain.sources, !claimed.isEmpty,
      trailing.sources.dropLast() == claimed[...]
    {
      for index in pieces.indices where pieces[index].chain.sources == claimed {
        pieces[index].chain.sources = trailing.sources
      }
    }
    for index in pieces.indices[unclaimed...] {
      if pieces[index].chain.sources.isEmpty {
        pieces[index].chain = trailing
      } else {
        // "The minister told Reuters that ..., according to two officials": who passes on what the minister said.
        pieces[index].chain = trailing.nesting(pieces[index].chain)
      }
    }
    unclaimed = pieces.count
    told = trailing
    trailed = unclaimed
    chain = Chain()
  }

  /// The chain of a frame that names no subject: the speaker of the sentence, its subject, or the last speaker.
  func carried(at verb: Int) -> Chain { top ?? sentenceSubject(before: verb) ?? lastSpeaker(for: verb) }
}
