import Khabar

/// Text in Markdown, whose every mark is ours.
struct MarkdownPage {
  /// A text with a direction of its own.
  enum Text {
    /// Words of ours, in the direction of the page.
    case ours(String)
    /// A sign or an id, from left to right.
    case sign(String)
    /// Words of an article, in the direction of the article.
    case of(Report, String)
    /// A text that decides by its first letter.
    case other(String)
  }

  private var bytes: [UInt8] = []
  private let isRightToLeft: Bool

  init(_ words: Catalogue) {
    isRightToLeft = words.direction == "rtl"
    if isRightToLeft { bytes += "<div dir=\"rtl\">\n\n".utf8 }
  }

  /// The finished page. Markdown within an element of HTML stands between empty lines.
  var finished: [UInt8] { isRightToLeft ? bytes + "\n</div>\n".utf8 : bytes }

  mutating func heading(_ level: Int, _ texts: [Text]) {
    if let last = bytes.last, bytes.dropLast().last != 10 || last != 10 { bytes.append(10) }
    bytes += "\(String(repeating: "#", count: level)) ".utf8
    for text in texts { write(text) }
    bytes += [10, 10]
  }

  /// A line of a list, unless there is nothing to say; a code behind it names its rule.
  mutating func item(_ label: String, _ text: Text?, _ code: String? = nil) {
    guard let text else { return }
    bytes += "- **".utf8
    bytes += Self.escaped(label)
    bytes += "**: ".utf8
    write(text)
    if let code { bytes += " <code>".utf8 + Self.escaped(code) + "</code>".utf8 }
    bytes.append(10)
  }

  /// A line below one of a list, with a value behind it.
  mutating func detail(_ label: String?, _ text: Text, _ value: String? = nil) {
    bytes += "  - ".utf8
    if let label { bytes += "\(label): ".utf8 }
    write(text)
    if let value {
      bytes.append(0x20)
      write(.other("(\(value))"))
    }
    bytes.append(10)
  }

  private mutating func write(_ text: Text) {
    switch text {
    case .ours(let text): bytes += Self.escaped(text)
    case .sign(let text): span(text, "ltr")
    case .of(let report, let text): span(text, report.direction.rawValue)
    case .other(let text): span(text, "auto")
    }
  }

  private mutating func span(_ text: String, _ direction: String) {
    bytes += "<span dir=\"\(direction)\">".utf8
    bytes += Self.escaped(text)
    bytes += "</span>".utf8
  }

  /// Text of an article in one line, with a backslash before everything that could be a mark, so that it neither becomes
  /// one nor HTML.
  private static func escaped(_ text: String) -> [UInt8] {
    SafeText.bytes(Array(text.utf8)).flatMap { byte -> [UInt8] in
      "\\`*_{}[]<>#+-!|~&".utf8.contains(byte) ? [UInt8(ascii: "\\"), byte] : [byte]
    }
  }
}
