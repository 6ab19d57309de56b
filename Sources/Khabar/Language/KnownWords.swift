/// Words that were met in earlier texts, as far as the letters of each alone tell what the lexicon says of it: most words of a run of
/// texts stand in it more than once, and finding where one is cut takes a dozen look-ups.
///
/// What is read with them comes out as it would without them. One thread at a time may use them.
public final class KnownWords {
  /// With so many words they are forgotten before the next text is read, so that a long run takes no more than some megabytes.
  private static let most = 32_768

  /// What a word is, whatever stands around it.
  struct Entry {
    fileprivate let key: UInt64
    let core: UInt64
    let entry: Int32
    let asides: Lexicon.Categories
    /// What phrases may begin with it, as places in the list of all; most words begin none.
    fileprivate(set) var heads: Range<Int32> = 0..<0
    let ending: Word.Ending
    /// What is cut off before the core, and how many bytes that is.
    let proclitics: Word.Proclitics
    let prefix: UInt8

    init(_ word: Word, _ cut: Cut, _ asides: Lexicon.Categories) {
      (key, core, entry, ending) = (word.key, word.core, word.entry, word.ending)
      (proclitics, prefix, self.asides) = (cut.proclitics, UInt8(cut.prefix), asides)
    }
  }

  /// A way to read a word with which a phrase may begin.
  struct Head {
    let key: UInt64
    /// Where the lexicon has it; -1 of a phrase of the lists kept aside.
    let slot: Int32
    /// What is cut off before it, and how many bytes that is, if the phrase alone tells that.
    let proclitics: Word.Proclitics
    let prefix: UInt8

    var isAside: Bool { slot < 0 }

    init(aside key: UInt64) { (self.key, slot, proclitics, prefix) = (key, -1, [], 0) }

    init(_ key: UInt64, _ slot: Int32, _ cut: Cut?) {
      (self.key, self.slot) = (key, slot)
      (proclitics, prefix) = (cut?.proclitics ?? [], UInt8(cut?.prefix ?? 0))
    }
  }

  private var places = KeyTable()
  private var entries: [Entry] = []
  /// What the fact extractor knows of each, once that was asked and if the letters alone tell it.
  private var tags: [Tag?] = []
  /// The heads of all words, one behind the other.
  private var heads: [Head] = []

  /// Knows no word yet.
  public init() {}

  /// The place of the word of a key, if it is known.
  func place(_ key: UInt64) -> Int? { places[key] }

  /// What is known of the word at a place.
  subscript(place: Int) -> Entry { entries[place] }

  /// A way to read a word, by its place in the list of all.
  func head(_ place: Int32) -> Head { heads[Int(place)] }

  /// Notes a word and the ways to read it with which a phrase may begin; returns its place.
  func note(_ entry: Entry, _ heads: [Head]) -> Int {
    let place = places.index(of: entry.key, orNew: entries.count)
    guard place == entries.count else { return place }
    entries.append(entry)
    tags.append(nil)
    if heads.isEmpty { return place }
    entries[place].heads = Int32(self.heads.count)..<Int32(self.heads.count + heads.count)
    self.heads += heads
    return place
  }

  /// The tag that was noted for a word; what was known may have been forgotten since it was read.
  func tag(_ place: Int32, _ key: UInt64) -> Tag? { has(key, at: Int(place)) ? tags[Int(place)] : nil }

  /// Notes the tag of a word, which follows from its letters.
  func note(_ tag: Tag, _ place: Int32, _ key: UInt64) { if has(key, at: Int(place)) { tags[Int(place)] = tag } }

  private func has(_ key: UInt64, at place: Int) -> Bool {
    place >= 0 && place < entries.count && entries[place].key == key
  }

  /// Makes sure that there is room for the words of one more text.
  func makeRoom() {
    if entries.count >= Self.most { (places, entries, tags, heads) = (KeyTable(), [], [], []) }
  }
}
