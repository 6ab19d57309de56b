/// An ending of Arabic words, as it is compared with the last bytes of a folded word.
struct Ending {
  var kind: Word.Ending
  /// Length in bytes.
  var count: Int
  /// Whether the word has ه (ة) in its place without it ("وزارتها": "وزارة").
  var restoresTa: Bool
  /// Its bytes as an integer, and the bits of as many bytes.
  private var bytes: UInt64
  private var mask: UInt64

  private init(_ kind: Word.Ending, _ text: String, restoresTa: Bool) {
    self.kind = kind
    self.restoresTa = restoresTa
    count = text.utf8.count
    bytes = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    mask = count == 8 ? .max : 1 << UInt64(count * 8) - 1
  }

  /// Whether a word ends so; `tail` are its last eight bytes.
  func ends(_ tail: UInt64) -> Bool { tail & mask == bytes }

  /// The endings that a word with these last eight bytes may have, in the order of trying.
  static func candidates(_ tail: UInt64) -> [Ending] { byLetter[Int(tail & 0x3F)] }

  /// Longest first within a kind; a form of the list with ه goes before the bare one.
  private static let all: [Ending] = {
    let pronouns = ["هما", "هم", "ها", "نا", "كم", "ه", "ي"]
    return pronouns.map { Ending(.pronoun, "ت" + $0, restoresTa: true) }
      + pronouns.map { Ending(.pronoun, $0, restoresTa: false) } + [
        Ending(.an, "تان", restoresTa: true), Ending(.yn, "تين", restoresTa: true),
        Ending(.un, "ون", restoresTa: false), Ending(.yn, "ين", restoresTa: false),
        Ending(.an, "ان", restoresTa: false), Ending(.at, "ات", restoresTa: true),
        Ending(.at, "ات", restoresTa: false), Ending(.accusative, "ا", restoresTa: false),
        Ending(.construct, "وا", restoresTa: false), Ending(.construct, "و", restoresTa: false),
        Ending(.construct, "تي", restoresTa: true),
      ]
  }()

  /// By the low bits of the last byte, since most words end in a letter that no ending has.
  private static let byLetter: [[Ending]] = (0..<64).map { low in all.filter { $0.bytes & 0x3F == UInt64(low) } }
}
