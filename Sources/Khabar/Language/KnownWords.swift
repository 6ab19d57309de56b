/// Words that were met in earlier texts, as far as the letters of each alone tell what the lexicon says of it: most words of a run of
/// texts stand in it more than once, and finding where one is cut takes a dozen look-ups.
///
/// What is read with them comes out as it would without them. One thread at a time may use them.
public final class KnownWords {
  /// With so many words they are forgotten before the next text is read, so that a long run takes no more than some megabytes.
  private static let most = 32_768

  /// What a word is, whatever stands around it.
  struct Entry {
    let entry: Int32
    let core: UInt64
    let cut: Cut
    let ending: Word.Ending
    let asides: Lexicon.Categories
  }

  private var places = KeyTable()
  private var entries: [Entry] = []

  /// Knows no word yet.
  public init() {}

  /// What is known of the word of a key.
  func entry(_ key: UInt64) -> Entry? { places[key].map { entries[$0] } }

  /// Notes a word with which no phrase can begin.
  func note(_ key: UInt64, _ entry: Entry) {
    if places.index(of: key, orNew: entries.count) == entries.count { entries.append(entry) }
  }

  /// Makes sure that there is room for the words of one more text.
  func makeRoom() {
    if entries.count >= Self.most { (places, entries) = (KeyTable(), []) }
  }
}
