/// The terms of words that were met before in two articles: most words stand in them more than once, and looking one up takes
/// several steps through large tables.
struct KnownTerms {
  private var numbers = KeyTable()
  private var terms: [Term] = []

  /// The term of a word, as far as the word alone says what it is.
  mutating func term(_ words: Words, _ token: Int) -> Term {
    let key = words[token].key
    if let number = numbers[key] { return terms[number] }
    let term = Term(wordAt: token, words)
    numbers[key] = terms.count
    terms.append(term)
    return term
  }
}

extension Term {
  /// Looks a word up.
  fileprivate init(wordAt token: Int, _ words: Words) {
    let word = words[token]
    let form = BaseForm(words, token)
    let stem = Self.regular(word) ?? Stem.key(form.folded, word.script)
    self.init(token: token, base: form.key, stem: stem, vector: -1, weight: 140)
    if let row = form.row {
      vector = Int32(row)
      weight = Float(max(5, 200 - Vectors.frequency(row)))
    }
    if let value = Lexicon.value(word.entry, .places) { (place, country) = Self.codes(value.bytes) }
    if let value = Lexicon.value(word.entry, .opposites) { poles = Poles(value.bytes) }
  }

  /// The stem of the form that others of an irregular verb are like: "ring" for "rang".
  private static func regular(_ word: Word) -> UInt64? {
    guard word.script == .latin, let value = Lexicon.value(word.entry, .verbs),
      let tab = value.bytes.firstIndex(of: 0x09)
    else { return nil }
    return Stem.key(value.bytes[(tab + 1)...].map(\.self)[...], .latin)
  }

  /// "FR/PAR<TAB>capital" as the keys of "FR/PAR" and of "FR".
  private static func codes(_ value: Lexicon.Bytes) -> (UInt64, UInt64) {
    let code = value.prefix { $0 != 0x09 }
    return (Key.of(code), Key.of(code.prefix { $0 != 0x2F && $0 != 0x3A }))
  }
}
