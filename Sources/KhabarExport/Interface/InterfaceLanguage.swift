/// The language of our own words: labels, verdicts and reasons. Articles keep theirs.
public enum InterfaceLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case arabic = "ar"

  /// The words of the language.
  package var words: Catalogue {
    switch self {
    case .english: .english
    case .arabic: .arabic
    }
  }

  /// Base direction of our words, as HTML has it.
  var direction: String { self == .arabic ? "rtl" : "ltr" }
}
