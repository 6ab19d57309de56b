/// The keys of a form of a word list: of its first word and of the whole phrase.
struct FormKey {
  var first: UInt64
  var key: UInt64
  var words: Int

  /// Reads any form as the tokenizer does.
  init?(any data: [UInt8], _ form: Range<Int>) {
    let words = Tokenizer.tokens(of: Array(data[form])).words.filter(\.isWordLike)
    guard let first = words.first else { return nil }
    self.first = first.key
    key = words.dropFirst().reduce(first.key) { Key.join($0, $1.key) }
    self.words = words.count
  }

  /// Reads a form of plain letters and single spaces, which most are, without making tokens, up to a tab or the end of
  /// the line; nil for any other one. `at` is left somewhere in the form or at its end.
  ///
  /// All lists are read when the program starts, so this loop is its start-up time.
  init?(plain data: borrowing [UInt8], _ at: inout Int, _ end: Int) {
    first = 0
    key = 0
    words = 0
    while true {
      guard let hash = Self.word(data, &at, end) else { return nil }
      add(Key.finish(hash))
      guard at < end, data[at] == 0x20 else { break }
      at += 1
    }
    guard at == end || data[at] == 0x09 || data[at] == 0x0A else { return nil }
  }

  /// The hash of the plain word at a place: letters of one script.
  @inline(__always)
  private static func word(_ data: [UInt8], _ at: inout Int, _ end: Int) -> UInt64? {
    let start = at
    var hash = Key.seed
    while at + 1 < end, let (lead, trail) = folded(data[at], data[at + 1]) {
      hash = Key.add(trail, to: Key.add(lead, to: hash))
      at += 2
    }
    if at > start { return hash }
    while at < end, case let byte = data[at] | 0x20, byte >= 0x61, byte <= 0x7A {
      hash = Key.add(byte, to: hash)
      at += 1
    }
    return at > start ? hash : nil
  }

  private mutating func add(_ word: UInt64) {
    if words == 0 { first = word }
    key = words == 0 ? word : Key.join(key, word)
    words += 1
  }

  /// The folded form of a letter of the Arabic block; nil for ى, which folds by its word, and for all that is no letter.
  @inline(__always)
  private static func folded(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8)? {
    if lead == 0xD8 {
      switch trail {
      case 0xA2, 0xA3, 0xA5: return (0xD8, 0xA7)
      case 0xA4: return (0xD9, 0x88)
      case 0xA6: return (0xD9, 0x8A)
      case 0xA9: return (0xD9, 0x87)
      case 0xA1, 0xA7, 0xA8, 0xAA...0xBA: return (lead, trail)
      default: return nil
      }
    }
    return lead == 0xD9 && ((0x81...0x88).contains(trail) || trail == 0x8A) ? (lead, trail) : nil
  }
}
