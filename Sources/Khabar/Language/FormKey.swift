/// The keys of a form of a word list: of its first word and of the whole phrase.
struct FormKey {
  var first: UInt64
  var key: UInt64
  var words: Int

  /// Reads any form as the tokenizer does.
  init?(any data: [UInt8], _ form: Range<Int>) {
    var tokenizer = Tokenizer(Array(data[form]))
    tokenizer.run()
    let words = tokenizer.words.filter(\.isWordLike)
    guard let first = words.first else { return nil }
    self.first = first.key
    key = words.dropFirst().reduce(first.key) { Key.join($0, $1.key) }
    self.words = words.count
  }

  /// Reads a form of plain letters and single spaces, which most are, without making tokens; nil for any other one.
  ///
  /// All lists are read when the program starts, so this loop is its start-up time.
  init?(plain data: [UInt8], _ form: Range<Int>) {
    first = 0
    key = 0
    words = 0
    var hash = Key.seed
    var isArabic = false
    var start = form.lowerBound
    var at = start
    while at < form.upperBound {
      let byte = data[at]
      switch byte {
      case 0x61...0x7A, 0x41...0x5A:
        guard !isArabic || at == start else { return nil }
        isArabic = false
        hash = Key.add(byte | 0x20, to: hash)
        at += 1
      case 0xD8, 0xD9:
        guard isArabic || at == start, at + 1 < form.upperBound, let (lead, trail) = Self.folded(byte, data[at + 1])
        else {
          return nil
        }
        isArabic = true
        hash = Key.add(trail, to: Key.add(lead, to: hash))
        at += 2
      case 0x20:
        guard at > start else { return nil }
        add(Key.finish(hash))
        hash = Key.seed
        at += 1
        start = at
      default: return nil
      }
    }
    guard at > start else { return nil }
    add(Key.finish(hash))
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
    return (0x81...0x88).contains(trail) || trail == 0x8A ? (lead, trail) : nil
  }
}
