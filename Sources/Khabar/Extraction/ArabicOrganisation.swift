/// An organisation by its head noun ("وزارة الموارد المائية", "شركة «ديلمون»") or by its whole name.
struct ArabicOrganisation {
  /// The organisation; without a name when only its head noun stands there ("الوزارة").
  var match: NameMatch
  /// Tokens of the head or of the whole name.
  var head: Int

  private enum Code {
    static let head: UInt8 = 0x68
    static let firm: UInt8 = 0x66
    static let whole: UInt8 = 0x6B
  }

  init?(_ words: Words, _ index: Int, _ upper: Int) {
    let (length, code) = words.longest(.organisations, at: index)
    guard length > 0, index + length <= upper, words[index].clitics.isDisjoint(with: [.ka, .sa]) else { return nil }
    head = length
    let end = index + length
    if code == Code.whole {
      guard words[index].ending == .none || length > 1 else { return nil }
      let end = length > 1 ? ArabicComplement.end(words, from: end, upper, isDefinite: true) : end
      match = NameMatch(kind: .organisation, range: index..<end, name: words.nameText(index..<end))
      return
    }
    guard words[index].ending != .pronoun || !words.isDefinite(index) || words.endsLikeAdjective(index) else {
      return nil
    }
    // "على متن طائرة الرئاسة «سنرى ...»": a quotation, no name.
    let takesName = !words[index].clitics.contains(.article) || code == Code.firm
    if takesName, let quoted = Self.quoted(words, end, upper) {
      match = NameMatch(kind: .organisation, range: index..<quoted.upperBound + 1, name: words.text(quoted))
      head = quoted.upperBound + 1 - index
      return
    }
    if let latin = Self.latin(words, end, upper) {
      match = NameMatch(kind: .organisation, range: index..<latin.upperBound, name: words.text(latin))
      head = latin.upperBound - index
      return
    }
    let isDefinite = words.isDefinite(index)
    let close = code == Code.head ? ArabicComplement.end(words, from: end, upper, isDefinite: isDefinite) : end
    guard close > end || isDefinite else { return nil }
    let name = close > end ? words.nameText(index..<close) : nil
    match = NameMatch(kind: .organisation, range: index..<close, name: name)
  }

  /// The tokens between quotation marks or brackets right behind a head noun, at most six.
  private static func quoted(_ words: Words, _ open: Int, _ upper: Int) -> Range<Int>? {
    guard open < upper, Line.openers.contains(words[open].mark) else { return nil }
    for close in open + 1..<min(open + 8, upper) where Line.closers.contains(words[close].mark) {
      return close > open + 1 ? open + 1..<close : nil
    }
    return nil
  }

  private static func latin(_ words: Words, _ start: Int, _ upper: Int) -> Range<Int>? {
    var end = start
    while end < upper, end - start < 4, words[end].script == .latin { end += 1 }
    return end > start ? start..<end : nil
  }
}
