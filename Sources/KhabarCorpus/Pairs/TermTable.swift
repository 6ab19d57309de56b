internal import Khabar

/// All different words of a corpus, and the terms they stand for.
///
/// Words are looked up by the key that the tokenizer gives, in an open hash table: each occurrence of a word costs one
/// look, and only the first one is analysed. Terms are numbered in the order in which the corpus brings them.
struct TermTable {
  /// What is known of a term besides how often it occurs.
  struct Term {
    /// Zipf frequency of its first word in general language, times 25.
    var frequency: UInt8
    /// Whether it is the sound of a name, which is compared between scripts only.
    var isSound: Bool
    var script: Word.Script
    /// Whether words of more than one script stand for it.
    var isOfManyScripts = false
    /// Row of the vector of its first word, or -1.
    var vector: Int32
    /// Where its first word stands in `surfaces`.
    fileprivate var surface: Int32
    fileprivate var length: UInt8
  }

  /// The terms of a word, -1 for none.
  struct WordTerms {
    var main: Int32 = -1
    var sound: Int32 = -1
  }

  private struct Slot {
    var key: UInt64 = 0
    var terms = WordTerms()
  }

  private(set) var terms: [Term] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 14)
  private var count = 0
  private var numbers: [UInt64: Int32] = [:]
  private var surfaces: [UInt8] = []

  /// The terms that a word of a text stands for.
  @inline(__always)
  mutating func terms(of word: Word, in text: FoldedWords) -> WordTerms {
    var at = Int(truncatingIfNeeded: word.key) & (slots.count - 1)
    while slots[at].key != word.key {
      if slots[at].key == 0 { return add(word, text) }
      at = (at + 1) & (slots.count - 1)
    }
    return slots[at].terms
  }

  /// The first word of a term, as its article had it.
  func surface(_ term: Int) -> String {
    let start = Int(terms[term].surface)
    return String(decoding: surfaces[start..<start + Int(terms[term].length)], as: UTF8.self)
  }

  private mutating func add(_ word: Word, _ text: FoldedWords) -> WordTerms {
    if (count + 1) * 4 > slots.count * 3 { grow() }
    count += 1
    let bytes = text.text(word)
    let form = WordForm(Array(bytes))
    var found = WordTerms()
    if let key = form.key { found.main = number(key, form, word, bytes, isSound: false) }
    if let key = form.sound { found.sound = number(key, form, word, bytes, isSound: true) }
    place(Slot(key: word.key, terms: found))
    return found
  }

  private mutating func number(
    _ key: UInt64, _ form: WordForm, _ word: Word, _ bytes: ArraySlice<UInt8>, isSound: Bool
  ) -> Int32 {
    if let known = numbers[key] {
      if terms[Int(known)].script != word.script { terms[Int(known)].isOfManyScripts = true }
      return known
    }
    let number = Int32(terms.count)
    numbers[key] = number
    // A word that is cut would not be shown whole.
    let shown = bytes.count <= 60 ? bytes : []
    terms.append(
      Term(
        frequency: UInt8(clamping: form.frequency), isSound: isSound, script: word.script, vector: form.vector,
        surface: Int32(surfaces.count), length: UInt8(shown.count)))
    surfaces += shown
    return number
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != 0 { place(slot) }
  }

  private mutating func place(_ slot: Slot) {
    var at = Int(truncatingIfNeeded: slot.key) & (slots.count - 1)
    while slots[at].key != 0 { at = (at + 1) & (slots.count - 1) }
    slots[at] = slot
  }
}
