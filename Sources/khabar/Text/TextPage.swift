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
  enum Side { case a, b }

  private(set) var bytes: [UInt8] = []
  private let style: TextStyle

  init(_ style: TextStyle) { self.style = style }

  /// Adds a line.
  mutating func line(_ pieces: Piece...) { line(pieces) }

  /// Adds a line.
  mutating func line(_ pieces: [Piece]) {
    if let width = style.width { wrap(pieces, width) } else { for piece in pieces { bytes += dressed(piece) } }
    bytes.append(10)
  }

  /// Our words in the language of the page.
  var words: Catalogue { style.language.words }

  private func dressed(_ piece: Piece) -> [UInt8] { dressed(text(of: piece), as: piece) }

  /// What a piece shows.
  private func text(of piece: Piece) -> [UInt8] {
    switch piece {
    case .plain(let text), .title(let text), .alarm(let text), .faint(let text): Array(text.utf8)
    case .side(let side): Array(words.label(of: side).utf8)
    case .quote(let text): SafeText.bytes(text)
    }
  }

  /// Text in the dress of a piece: its colour, or isolates around it.
  private func dressed(_ text: [UInt8], as piece: Piece) -> [UInt8] {
    let color =
      switch piece {
      case .plain, .quote: ""
      case .title: "1"
      case .side(.a): "1;34"
      case .side(.b): "1;33"
      case .alarm: "1;35"
      case .faint: "2"
      }
    if case .quote = piece, style.isIsolating { return Array("\u{2068}".utf8) + text + Array("\u{2069}".utf8) }
    guard style.isColored, !color.isEmpty else { return text }
    return Array("\u{1B}[\(color)m".utf8) + text + Array("\u{1B}[0m".utf8)
  }
}

extension TextPage {
  /// Adds a line that breaks between words; what follows a break stands further in than the line itself. A piece is
  /// dressed anew on each line, since an isolate ends with its line. A word is never cut.
  private mutating func wrap(_ pieces: [Piece], _ width: Int) {
    let opening = pieces.first.map(text) ?? []
    let indent = min(opening.prefix { $0 == 0x20 }.count + 4, width / 4)
    var column = 0
    for piece in pieces {
      var line: [UInt8] = []
      for word in Self.words(text(of: piece)) {
        let columns = Self.columns(word)
        if column > indent, column + columns > width {
          if !line.isEmpty { bytes += dressed(line, as: piece) }
          bytes.append(10)
          bytes += Array(repeating: 0x20, count: indent)
          (line, column) = ([], indent)
          if word == [0x20] { continue }
        }
        line += word
        column += columns
      }
      if !line.isEmpty { bytes += dressed(line, as: piece) }
    }
  }

  /// The words of a text, each with the space behind it.
  private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while let space = rest.firstIndex(of: 0x20) {
      words.append(rest[...space])
      rest = rest[(space + 1)...]
    }
    return rest.isEmpty ? words : words + [rest]
  }

  /// How many columns a word takes: one for each code point but the Arabic vowel marks.
  private static func columns(_ word: ArraySlice<UInt8>) -> Int {
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
    return scalars.count { !(0x64B...0x65F).contains($0.value) }
  }
}

extension Catalogue {
  /// What a side is called.
  func label(of side: TextPage.Side) -> String { side == .a ? a : b }
}
