/// Finds countries, cities, regions, seas, adjectives of nations and what stands for a government.
struct Places {
  let words: Words
  let range: Range<Int>
  private(set) var found: [NameMatch] = []

  private static var cues: Cues { Cues(.places, .sites) }

  /// First letters of the types in the lexicon `places` that need care.
  fileprivate enum Kind {
    static let demonym: UInt8 = 0x64
    static let weak: UInt8 = 0x77
  }

  init(_ words: Words, _ range: Range<Int>) {
    self.words = words
    self.range = range
    var index = range.lowerBound
    while true {
      index = words.next(Self.cues, from: index, before: range.upperBound)
      guard index < range.upperBound else { return }
      index = read(index)
    }
  }

  /// Reads one token or the phrase that begins with it; returns the next token.
  private mutating func read(_ index: Int) -> Int {
    guard let (length, value) = words.match(.places, at: index), index + length <= range.upperBound else {
      return Self.isHead(words, index) ? unknownPlace(after: index) : index + 1
    }
    guard fits(index, length, Self.kind(value)) else { return index + 1 }
    let code = value.bytes.prefix { $0 != 0x09 }
    let tabs = value.bytes.count { $0 == 0x09 }
    if found.isEmpty { found.reserveCapacity(8) }
    found.append(
      NameMatch(
        kind: .place, range: index..<index + length, name: String(decoding: code, as: UTF8.self), isDoubtful: tabs > 1))
    return index + length
  }

  /// A noun for a place that makes no name of what follows ("منزل", "farm").
  static let spot: UInt8 = 0x73
  /// A noun for a place that has a name ("city").
  static let settlement: UInt8 = 0x68

  /// Whether a word announces the name of a place ("شارع", "city").
  static func isHead(_ words: Words, _ index: Int) -> Bool { words.code(.sites, at: index) == settlement }

  /// The first letter of the type of a row; all kinds of settlements and countries are alike here.
  fileprivate static func kind(_ value: Lexicon.Value) -> UInt8 {
    guard let tab = value.bytes.firstIndex(of: 0x09), tab + 1 < value.bytes.endIndex else { return 0 }
    return value.bytes[tab + 1]
  }

  /// Whether spelling and neighbours allow a place here.
  private func fits(_ index: Int, _ length: Int, _ kind: UInt8) -> Bool {
    let word = words[index]
    if word.script == .latin {
      guard word.isCapitalized else { return false }
      let begins = index + 1 < range.upperBound && words[index + 1].isCapitalized
      return !(length == 1 && begins && words.has(.names, at: index) && !words.has(.places, at: index + 1))
    }
    guard !word.clitics.contains(.sa) else { return false }
    if length > 1 || kind == Kind.demonym { return true }
    // "قطرها" is no Qatar, "القطر" neither; "محمد العراق" does not occur, "عمر البشير" does.
    guard word.ending == .none, !word.clitics.contains(.article) else { return false }
    return kind != Kind.weak || followsPlaceWord(index) && !isDescribed(index) || speaks(index)
  }

  /// "قالت سيول": what says something is no flood.
  private func speaks(_ index: Int) -> Bool {
    index > range.lowerBound && words[index].clitics.isEmpty && words.has(.reporting, at: index - 1)
  }

  /// "سيول جارفة": an indefinite adjective behind a common noun.
  private func isDescribed(_ index: Int) -> Bool {
    let next = index + 1
    guard next < range.upperBound, words[next].script == .arabic, words[next].clitics.isEmpty, words[next].entry < 0,
      index == range.lowerBound || words.code(.sites, at: index - 1) != 0x68
    else { return false }
    return words.foldedText(next).suffix(2).elementsEqual("ه".utf8)
  }

  private func followsPlaceWord(_ index: Int) -> Bool {
    if !words[index].clitics.isDisjoint(with: [.ba, .la]) { return true }
    return index > range.lowerBound && words.has(.sites, at: index - 1)
      && words.code(.sites, at: index - 1) != Self.spot
  }

  /// A place that no list has, named behind a word like "محافظة" or before one like "province".
  private mutating func unknownPlace(after head: Int) -> Int {
    if words[head].script == .latin {
      if let name = latinName(beside: head) {
        found.append(NameMatch(kind: .place, range: name, name: words.nameText(name)))
      }
      return head + 1
    }
    let next = head + 1
    guard next < range.upperBound, words[head].ending == .none, !words.isDefinite(head), words[next].script == .arabic,
      words[next].clitics.isSubset(of: .article), !words.isKnownOtherwise(next)
    else { return head + 1 }
    var end = next + 1
    if end < range.upperBound, words[end].script == .arabic, words[end].entry < 0, words[end].clitics == .article,
      words.isDefinite(next), !words.endsLikeAdjective(end)
    {
      end += 1
    }
    found.append(NameMatch(kind: .place, range: next..<end, name: words.nameText(next..<end)))
    return end
  }

  /// "Malatya province", "the district of Dogansehir", "port of Harsund".
  private func latinName(beside head: Int) -> Range<Int>? {
    if head + 2 < range.upperBound, words.text(head + 1) == "of", words[head + 2].isCapitalized,
      !words.has(.places, at: head + 2)
    {
      return head + 2..<head + 3
    }
    guard head > range.lowerBound, !words[head].isCapitalized || head - 1 > range.lowerBound else { return nil }
    let before = head - 1
    guard words[before].isCapitalized, words[before].kind == .word, words[before].entry < 0, before > range.lowerBound
    else {
      return nil
    }
    return before..<head
  }
}

extension Words {
  /// Whether a word is the adjective of a nation ("إيراني").
  func isDemonym(at index: Int) -> Bool {
    match(.places, at: index).map { Places.kind($0.value) == Places.Kind.demonym } ?? false
  }
}
