/// Arabic verbs of saying behind what they tell: "«...»، يقول X", "...، كما أعلن X".
extension SentenceReader {
  /// The frame of a verb that closes its content; nothing that it could open follows.
  func arabicTrailing(_ verb: Int) -> Frame? {
    guard let border = border(ofTrailing: verb) else { return nil }
    let rest = verb + Int(text[verb].sayingLength)
    guard marker(from: rest) == nil, let subject = subject(rest..<min(end, rest + Self.reach)),
      let source = reader.source(subject)
    else { return nil }
    let near = subject.upperBound..<min(end, subject.upperBound + Self.reach)
    let close = hasMainVerb(near) ? near.first(where: isComma) : end
    guard let close, close == end || !hasMainVerb(subject.upperBound..<close) else { return nil }
    var chain = Chain(
      sources: [source], verb: verb..<rest, force: .init(letter: text[verb].force))
    // "يقول دبلوماسي لـ«العربي الجديد»"
    if let (medium, _) = mediumPhrase(subject.upperBound) { chain.sources.insert(medium, at: 0) }
    return Frame(mode: .trails, start: border, content: pastAside(close), chain: chain)
  }

  /// The comma or the closing quotation mark before a verb, with "كما" between: behind "كما" any clause, behind a quotation any
  /// verb, behind another clause a verb of the present.
  private func border(ofTrailing verb: Int) -> Int? {
    switch text[verb].saying {
    case .says, .announces, .takesNoun: break
    default: return nil
    }
    let isAs = verb > start && words[verb - 1].key == Self.as
    let border = isAs ? verb - 2 : verb - 1
    guard border > start else { return nil }
    let quote = closesQuotation(border) ? border : isComma(border) && closesQuotation(border - 1) ? border - 1 : nil
    // A quotation in the middle of a clause keeps its mark.
    if let quote, !isAs {
      return (start..<max(start, Int(text[quote].partner))).contains { words[$0].isWordLike } ? quote + 1 : quote
    }
    return isComma(border) && (isAs || isPresent(verb) && hasMainVerb(max(start, border - Self.reach)..<border))
      ? border : nil
  }

  private func closesQuotation(_ index: Int) -> Bool {
    let partner = Int(text[index].partner)
    return partner >= range.lowerBound && partner < index && words[index].mark != 0x29 && words[index].mark != 0x5D
      && index - partner > 3
  }

  /// Whether a verb begins with the ي or ت of the present.
  func isPresent(_ verb: Int) -> Bool {
    var form = words.foldedText(verb)
    if words[verb].clitics.contains(.conjunction) { form = form.dropFirst(2) }
    return form.starts(with: [0xD9, 0x8A])
      || form.starts(with: [0xD8, 0xAA]) && !form.suffix(2).elementsEqual([0xD8, 0xAA])
  }

  private static let `as` = Key.of("كما".utf8)
}
