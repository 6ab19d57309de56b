/// The language of a text by its letters and its function words: "ar", "en" or "und".
enum LanguageGuess {
  /// BCP 47 code of the language.
  static func language(of words: Words) -> String {
    var arabic = Tally()
    var latin = Tally()
    var other = 0
    for index in words.indices where words[index].kind == .word {
      switch words[index].script {
      case .arabic: arabic.add(words, index)
      case .latin: latin.add(words, index)
      case .none, .other: other += 1
      }
    }
    if arabic.words >= latin.words, arabic.words >= other { return arabic.isArabic ? "ar" : "und" }
    return latin.words >= other && latin.isEnglish ? "en" : "und"
  }

  /// The direction that most of the words run in.
  static func direction(of words: Words) -> Report.Direction {
    var balance = 0
    for word in words.all where word.kind == .word { balance += word.script == .arabic ? 1 : -1 }
    return balance > 0 ? .rtl : .ltr
  }

  /// The language of a tag as pages write it ("ar-EG", "en_US"), in lower case; nil if it is none.
  static func tag(_ text: String) -> String? {
    let language = text.utf8.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard (2...3).contains(language.count) else { return nil }
    return String(decoding: language, as: UTF8.self).lowercased()
  }

  /// Words of one script.
  private struct Tally {
    var words = 0
    var function = 0
    var foreign = 0

    mutating func add(_ text: Words, _ index: Int) {
      words += 1
      if text.has(.function, at: index) { function += 1 } else if text[index].isForeign { foreign += 1 }
    }

    /// Persian and Urdu letters occur in Arabic only in a foreign name here and there.
    var isArabic: Bool { words > 0 && (foreign * 10 <= words || function * 20 >= words * 3) }

    /// A short text may have no function word at all.
    var isEnglish: Bool { words > 0 && foreign * 10 <= words && (function * 10 >= words || words < 12) }
  }
}
