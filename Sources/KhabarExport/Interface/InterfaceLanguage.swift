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
}
