/// The terms of words that were met before in two articles: most words stand in them more than once, and looking one up takes
/// several steps through large tables.
final class KnownTerms {
  private var numbers: KeyTable
  private var terms: [Term] = []

  /// Makes room for so many different words.
  init(capacity: Int) { numbers = KeyTable(capacity: capacity) }

  /// The term of a word, as far as the word alone says what it is.
  func term(_ words: Words, _ token: Int) -> Term {
    if let number = numbers[words[token].key] { return terms[number] }
    return add(words, token, BaseForm(words, token))
  }

  /// Looks up all words of some runs of tokens at once.
  func read(_ words: Words, _ ranges: [Range<Int>]) {
    var new = KeyTable(capacity: words.count / 2)
    var tokens: [(token: Int, firstKey: Int)] = []
    var keys: [UInt64] = []
    for range in ranges {
      for token in range where words[token].kind == .word {
        let key = words[token].key
        guard numbers[key] == nil, new[key] == nil else { continue }
        new[key] = token
        tokens.append((token, keys.count))
        BaseForm.appendKeys(of: words, token, to: &keys)
      }
    }
    let rows = Vectors.rows(keys)
    for (token, firstKey) in tokens {
      var at = firstKey
      let form = BaseForm(words, token) { _ in
        defer { at += 1 }
        return rows[at]
      }
      _ = add(words, token, form)
    }
  }

  private func add(_ words: Words, _ token: Int, _ form: BaseForm) -> Term {
    let term = Term(wordAt: token, words, form)
    numbers[words[token].key] = terms.count
    terms.append(term)
    return term
  }
}

extension Term {
  /// Looks a word up.
  fileprivate init(wordAt token: Int, _ words: Words, _ form: BaseForm) {
    let word = words[token]
    let stem = Self.regular(word) ?? Stem.key(form.folded, word.script)
    self.init(token: token, base: form.key, stem: stem, vector: -1, weight: 140)
    if let row = form.row {
      vector = Int32(row)
      weight = Float(max(5, 200 - Vectors.frequency(row)))
    }
    if let value = Lexicon.value(word.entry, .places) { (place, country) = Self.codes(value.bytes) }
    if let value = Lexicon.value(word.entry, .opposites) { (opposite, scale) = Self.pole(value.bytes) }
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

  /// "12<TAB>+" as 12 x 2 + 1, and the letter of the scale behind another tab.
  private static func pole(_ value: Lexicon.Bytes) -> (Int32, Scale) {
    guard let tab = value.firstIndex(of: 0x09), tab + 1 < value.endIndex else { return (-1, .event) }
    let (end, rest) = (value[tab + 1], value[(tab + 1)...])
    let number = value[..<tab].reduce(Int32(0)) { $0 * 10 + Int32($1 & 15) }
    let letter = rest.firstIndex(of: 0x09).flatMap { rest[($0 + 1)...].first }
    let scale = letter.flatMap(Scale.init)
    return (number * 2 + (end == 0x2B ? 1 : 0), scale ?? .event)
  }
}
