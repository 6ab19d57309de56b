/// The terms of words, and the keys of names, that were met before: most words of a run of texts stand in it more than once, and
/// looking one up takes several steps through large tables.
///
/// A term follows from the letters of its word alone, and so does the key of a name, wherever the word was met first; so what is
/// compared with the same known terms, in whatever order, comes out as it would without them. One thread at a time may use them.
public final class KnownTerms {
  /// With so many words or names they are forgotten before the next text is read, so that a long run takes no more than some
  /// megabytes.
  private static let most = 32_768

  /// A word that was met.
  struct Entry {
    /// Its term, as far as the word alone says what it is.
    var term: Term
    /// The key by which it opens a phrase of the list of concepts, or 0.
    var opener: UInt64 = 0
    /// How many words the longest of these phrases has.
    var phraseLength = 0
  }

  /// Places in the lists by the keys of words, and of names as they are written.
  private var places = KeyTable()
  private var namePlaces = KeyTable()
  private var entries: [Entry] = []
  private var names: [NameKey] = []
  /// The same of names of those who speak, and the keys of their words.
  private var speakerPlaces = KeyTable()
  private var speakers: [[UInt64]] = []

  /// The words as they are read.
  public let words = KnownWords()

  /// Knows no word yet.
  public init() {}

  /// What is known of a word.
  @inline(__always)
  func entry(_ words: Words, _ token: Int) -> Entry {
    let place = places.index(of: words[token].key, orNew: entries.count)
    if place == entries.count {
      var readings: [BaseForm.Reading] = []
      BaseForm.append(readingsOf: words, token, to: &readings)
      add(words, token, BaseForm(words, token), readings[...])
    }
    return entries[place]
  }

  /// The key of a name, which is found by the key of how it is written: one name stands in many articles, and taking it apart costs
  /// as much as reading a sentence.
  func name(_ name: String) -> NameKey {
    let place = namePlaces.index(of: Key.of(name.utf8), orNew: names.count)
    if place == names.count { names.append(NameKey(name)) }
    return names[place]
  }

  /// The keys of the words of a name that say who speaks (`FactSpeakers`).
  func speakers(_ name: String) -> [UInt64] {
    let place = speakerPlaces.index(of: Key.of(name.utf8), orNew: speakers.count)
    if place == speakers.count {
      let words = Words(Array(name.utf8), self.words)
      speakers.append([])
      words.append(speakersIn: words.indices, to: &speakers[place])
    }
    return speakers[place]
  }

  private func forget() {
    (places, namePlaces, speakerPlaces) = (KeyTable(), KeyTable(), KeyTable())
    (entries, names, speakers) = ([], [], [])
  }

  private func add(_ words: Words, _ token: Int, _ form: BaseForm, _ readings: ArraySlice<BaseForm.Reading>) {
    var entry = Entry(term: Term(wordAt: token, words, form))
    func ask(_ key: UInt64) {
      let found = Lexicon.concept(key)
      if entry.term.concept == 0 { entry.term.concept = found.concept }
      if entry.opener == 0, found.phraseLength > 1 { (entry.opener, entry.phraseLength) = (key, found.phraseLength) }
    }
    for reading in readings { ask(reading.key) }
    if words[token].core != words[token].key { ask(words[token].core) }
    entries.append(entry)
  }

  /// Looks up all words of some runs of tokens at once.
  func read(_ words: Words, _ ranges: [Range<Int>]) {
    if max(entries.count, names.count, speakers.count) >= Self.most { forget() }
    var new: [(token: Int, firstReading: Int)] = []
    var readings: [BaseForm.Reading] = []
    for range in ranges {
      for token in range where words[token].kind == .word {
        let next = entries.count + new.count
        guard places.index(of: words[token].key, orNew: next) == next else { continue }
        if new.isEmpty {
          new.reserveCapacity(16)
          readings.reserveCapacity(32)
        }
        new.append((token, readings.count))
        BaseForm.append(readingsOf: words, token, to: &readings)
      }
    }
    guard !new.isEmpty else { return }
    let rows = Vectors.rows(readings.map(\.key))
    for (number, word) in new.enumerated() {
      let end = number + 1 < new.count ? new[number + 1].firstReading : readings.count
      let own = word.firstReading..<end
      add(words, word.token, BaseForm(words, word.token, own, of: readings) { rows[$0] }, readings[own])
    }
  }
}

extension Words {
  /// The longest phrase of the list of concepts, of so many words at most, in a run whose first word is read as the one of a key.
  func concept(_ head: UInt64, of longest: Int, _ run: Range<Int>) -> UInt64? {
    var found: UInt64?
    var (key, count) = (head, 1)
    for token in run.dropFirst() {
      guard count < longest, self[token].isWordLike else { break }
      key = Key.join(key, self[token].key)
      count += 1
      let concept = Lexicon.concept(key).concept
      if concept != 0 { found = concept }
    }
    return found
  }
}

extension Term {
  /// Looks a word up.
  fileprivate init(wordAt token: Int, _ words: Words, _ form: BaseForm) {
    let word = words[token]
    let stem = Self.regular(word) ?? Stem.key(form.folded(words, token), word.script)
    self.init(token: token, base: form.key, stem: stem, vector: -1, weight: 140)
    if form.row >= 0 {
      vector = form.row
      weight = Float(max(5, 200 - Vectors.frequency(Int(form.row))))
    }
    if let value = Lexicon.value(word.entry, .places) { (place, country) = Self.codes(value.bytes) }
    if let value = Lexicon.value(word.entry, .opposites) { poles = Poles(value.bytes) }
  }

  /// The stem of the form that others of an irregular verb are like: "ring" for "rang".
  private static func regular(_ word: Word) -> UInt64? {
    guard word.script == .latin, let value = Lexicon.value(word.entry, .verbs),
      let tab = value.bytes.firstIndex(of: 0x09)
    else { return nil }
    return Stem.key(Array(value.bytes[(tab + 1)...]).span, .latin)
  }

  /// "FR/PAR<TAB>capital" as the keys of "FR/PAR" and of "FR".
  private static func codes(_ value: Lexicon.Bytes) -> (UInt64, UInt64) {
    let code = value.prefix { $0 != 0x09 }
    return (Key.of(code), Key.of(code.prefix { $0 != 0x2F && $0 != 0x3A }))
  }
}
