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
    /// The same with stretches of them marked.
    case marked(QuotedText)
    /// Signs in the colour of a side.
    case swatch(String, Side?)
  }

  /// A side of a comparison.
  enum Side { case a, b }

  private(set) var bytes: [UInt8] = []
  private let style: TextStyle
  /// Our words in the language of the page.
  let words: Catalogue
  /// The control of a stretch that goes on in the next line.
  private var openMark: UInt8?

  init(_ style: TextStyle, words: Catalogue? = nil) {
    self.style = style
    self.words = words ?? style.language.words
  }

  /// Adds a line.
  mutating func line(_ pieces: Piece...) { line(pieces) }

  /// Adds a line.
  mutating func line(_ pieces: [Piece]) {
    if let width = style.width {
      wrap(pieces, width)
    } else {
      for piece in pieces { bytes += dressed(text(of: piece), as: piece) }
    }
    bytes.append(10)
  }

  /// What a piece shows.
  private func text(of piece: Piece) -> [UInt8] {
    switch piece {
    // What stands between our words may come from an archive that anybody has written.
    case .plain(let text), .title(let text), .alarm(let text), .faint(let text), .swatch(let text, _):
      SafeText.bytes(Array(text.utf8))
    case .side(let side): Array(words.label(of: side).utf8)
    case .quote(let text): SafeText.bytes(text)
    case .marked(let text): text.bytes
    }
  }

  /// Text in the dress of a piece: its colour, or isolates around it.
  private mutating func dressed(_ text: [UInt8], as piece: Piece) -> [UInt8] {
    switch piece {
    case .quote: return isolated(text)
    case .marked: return isolated(colored(text))
    default:
      let color = Self.color(piece)
      return color.isEmpty || !style.isColored ? text : Self.colored(text, color)
    }
  }

  private static func color(_ piece: Piece) -> String {
    switch piece {
    case .plain, .quote, .marked: ""
    case .title: "1"
    case .side(.a): "1;34"
    case .side(.b): "1;33"
    case .alarm: "1;35"
    case .faint: "2"
    case .swatch(_, .a): "34"
    case .swatch(_, .b): "33"
    case .swatch(_, nil): "32"
    }
  }

  private static func colored(_ text: [UInt8], _ color: String) -> [UInt8] {
    Array("\u{1B}[\(color)m".utf8) + text + Array("\u{1B}[0m".utf8)
  }

  private func isolated(_ text: [UInt8]) -> [UInt8] {
    style.isIsolating ? Array("\u{2068}".utf8) + text + Array("\u{2069}".utf8) : text
  }

  /// A line of a marked text with colours for its controls; a stretch that is open at its end goes on in the next line.
  private mutating func colored(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = text[...]
    repeat {
      let stop = rest.firstIndex(where: QuotedText.Control.isOne) ?? rest.endIndex
      let words = Array(rest[..<stop])
      if let openMark, style.isColored, !words.isEmpty {
        out += Self.colored(words, QuotedText.Control.color(openMark))
      } else {
        out += words
      }
      rest = rest[stop...]
      if let control = rest.popFirst() { openMark = control == QuotedText.Control.end ? nil : control }
    } while !rest.isEmpty
    return out
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
      let words = Self.words(text(of: piece))
      for (number, word) in words.enumerated() {
        let columns = Self.columns(word)
        // The space at a break is not printed; behind a piece it is.
        let isSpaceFree = word.last == 0x20 && number < words.count - 1
        if column > indent, column + columns - (isSpaceFree ? 1 : 0) > width {
          if line.last == 0x20 { line.removeLast() }
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

  /// How many columns a word takes: one for each code point but the Arabic vowel marks and what is not printed.
  private static func columns(_ word: ArraySlice<UInt8>) -> Int {
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
    return scalars.count { !(0x64B...0x65F).contains($0.value) && $0.value > QuotedText.Control.end }
  }
}

extension Catalogue {
  /// What a side is called.
  func label(of side: TextPage.Side) -> String { side == .a ? a : b }
}
