/// The terms of words that were met before in two articles: most words stand in them more than once, and looking one up takes
/// several steps through large tables.
final class KnownTerms {
  private var terms: TermTable

  /// Makes room for so many different words.
  init(capacity: Int) { terms = TermTable(capacity: capacity) }

  /// The term of a word, as far as the word alone says what it is.
  func term(_ words: Words, _ token: Int) -> Term { terms.term(words, token) }

  /// Looks up all words of some runs of tokens at once.
  func read(_ words: Words, _ ranges: [Range<Int>]) { terms.read(words, ranges) }
}

/// Terms by the keys of their words.
private struct TermTable {
  private var numbers: KeyTable
  private var terms: [Term] = []

  init(capacity: Int) {
    numbers = KeyTable(capacity: capacity)
    terms.reserveCapacity(capacity)
  }

  mutating func term(_ words: Words, _ token: Int) -> Term {
    if let number = numbers[words[token].key] { return terms[number] }
    add(words, token, BaseForm(words, token))
    return terms[terms.count - 1]
  }

  mutating func read(_ words: Words, _ ranges: [Range<Int>]) {
    var new = KeyTable(capacity: words.count / 2)
    var tokens: [(token: Int, firstKey: Int)] = []
    var keys: [UInt64] = []
    keys.reserveCapacity(words.count)
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
      add(words, token, form)
    }
  }

  private mutating func add(_ words: Words, _ token: Int, _ form: BaseForm) {
    numbers[words[token].key] = terms.count
    terms.append(Term(wordAt: token, words, form))
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
