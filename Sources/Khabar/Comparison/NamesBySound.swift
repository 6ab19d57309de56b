/// The rare words of a report that may be names which no list has, by their consonants.
struct NamesBySound {
  /// The tokens of each sound.
  private(set) var tokens: [UInt64: [Int]] = [:]

  /// From this frequency on (Zipf 3.6, times 25) a word is no name that only some papers spell so.
  private static let common = 90
  /// Fewer consonants tell too little.
  private static let least = 3

  init(_ report: Report) {
    let words = report.words
    for token in words.indices where Self.mayBeName(words, token) {
      // "ب" may be a preposition or the first letter of a name.
      let form = words.foldedText(token)
      let cut = Self.length(words[token].clitics)
      for start in cut > 0 ? [0, cut] : [0] {
        let skeleton = Skeleton.of(Array(form.dropFirst(start)))
        guard skeleton.count >= Self.least else { continue }
        tokens[Key.of(Array("sound ".utf8) + skeleton), default: []].append(token)
      }
    }
  }

  /// Bytes of proclitics.
  private static func length(_ clitics: Word.Proclitics) -> Int {
    let letters: [Word.Proclitics] = [.conjunction, .ba, .la, .ka, .sa]
    return letters.count { clitics.contains($0) } * 2 + (clitics.contains(.article) ? 4 : 0)
  }

  private static func frequency(_ key: UInt64) -> Int {
    let row = Vectors.row(key)
    return row < 0 ? 0 : Vectors.frequency(Int(row))
  }

  private static func mayBeName(_ words: Words, _ token: Int) -> Bool {
    let word = words[token]
    guard word.kind == .word, !words.isKnownOtherwise(token) else { return false }
    switch word.script {
    case .latin: return word.isCapitalized && frequency(word.key) < common
    case .arabic: return frequency(word.core) < common && NameLikeness.isLikely(words, token)
    case .none, .other: return false
    }
  }
}
