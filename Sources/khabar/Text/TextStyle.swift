import KhabarExport

/// When colour is used.
enum ColorChoice: String, Choice { case auto, always, never }

/// A list of a comparison that can be shown alone.
enum MatchList: String, Choice { case conflicts, shared, unique }

/// How text for people is dressed.
struct TextStyle {
  /// ANSI colours. They never carry meaning alone.
  var isColored = false
  /// First-strong isolates around quoted text. Only for a terminal: in a file they would be characters of the text.
  var isIsolating = false

  /// The language of our own words.
  var language = InterfaceLanguage.english
  /// After how many columns lines break; nil if they do not.
  var width: Int?
  /// The one list of a comparison that is shown; nil for all.
  var only: MatchList?
  /// Whether a comparison is shown word by word instead.
  var isByWords = false
  /// How many words of the article are shown on each side of a statement; word by word, how many of what both have are
  /// shown on each side of what one has alone, nil for all.
  var context: Int?

  /// Neither colour nor isolates: for files and pipes.
  static let plain = TextStyle()

  /// The style for an output. The option beats NO_COLOR, which beats CLICOLOR_FORCE, which beats the terminal.
  init(_ choice: ColorChoice, isTerminal: Bool, environment: (String) -> String?) {
    isIsolating = isTerminal
    isColored =
      switch choice {
      case .always: true
      case .never: false
      case .auto where environment("NO_COLOR") != nil: false
      case .auto where environment("CLICOLOR_FORCE").map { $0 != "0" } == true: true
      case .auto: isTerminal && environment("TERM") != "dumb"
      }
  }

  private init() {}
}
