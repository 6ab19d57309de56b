import KhabarExport

/// A page of text for people, written line by line.
///
/// A line begins with a label of ours, never with an article's words: some terminals drop an isolate that stands first
/// on a line, and Arabic that stands first turns the whole line around.
struct TextPage {
  /// What a piece of a line is.
  enum Piece {
    /// Words of ours.
    case plain(String)
    /// A title of a section.
    case title(String)
    /// The letter of a side.
    case side(Side)
    /// Something that contradicts.
    case alarm(String)
    /// Words of ours that matter less.
    case faint(String)
    /// Words from an input, made safe and isolated.
    case quote([UInt8])
  }

  /// A side of a comparison.
  enum Side: String { case a = "A", b = "B" }

  private(set) var bytes: [UInt8] = []
  private let style: TextStyle

  init(_ style: TextStyle) { self.style = style }

  /// Adds a line.
  mutating func line(_ pieces: Piece...) { line(pieces) }

  /// Adds a line.
  mutating func line(_ pieces: [Piece]) {
    for piece in pieces { add(piece) }
    bytes.append(10)
  }

  private mutating func add(_ piece: Piece) {
    switch piece {
    case .plain(let text): bytes += text.utf8
    case .title(let text): add(text, color: "1")
    case .side(.a): add("A", color: "1;34")
    case .side(.b): add("B", color: "1;33")
    case .alarm(let text): add(text, color: "1;35")
    case .faint(let text): add(text, color: "2")
    case .quote(let text): add(quote: text)
    }
  }

  private mutating func add(_ text: String, color: String) {
    bytes += (style.isColored ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text).utf8
  }

  private mutating func add(quote: [UInt8]) {
    if style.isIsolating { bytes += "\u{2068}".utf8 }
    bytes += SafeText.bytes(quote)
    if style.isIsolating { bytes += "\u{2069}".utf8 }
  }
}
