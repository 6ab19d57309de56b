/// What a reader of HTML or of a news format hands on: the article's blocks as texts, and what it says about itself.
struct ArticleParts {
  /// A block before it has a place in the report's text.
  struct Part {
    var kind: Block.Kind
    /// Valid UTF-8.
    var text: [UInt8]
    /// XPath of the element it was read from.
    var selector: String?
    /// Whether it is a dateline only if its words are a date; else it is none of the article's text.
    var isGuess = false
  }

  /// What an article says about itself outside of its text.
  struct Metadata {
    var headline: String?
    var deck: String?
    var byline: String?
    var published: String?
    var modified: String?
    var section: String?
    var outlet: String?
    var url: String?
    var language: String?

    /// Fills what is missing with what another place says.
    mutating func fill(from other: Metadata) {
      headline = headline ?? other.headline
      deck = deck ?? other.deck
      byline = byline ?? other.byline
      published = published ?? other.published
      modified = modified ?? other.modified
      section = section ?? other.section
      outlet = outlet ?? other.outlet
      url = url ?? other.url
      language = language ?? other.language
    }
  }

  /// Blocks in reading order.
  var parts: [Part] = []
  var metadata = Metadata()
  var findings: [Finding] = []

  /// No blocks yet.
  init() {}

  /// Most bytes of text of one article; what is longer is no article.
  static let longest = 1 << 20

  /// Adds a block, if it has a text.
  mutating func add(
    _ kind: Block.Kind, _ text: some BidirectionalCollection<UInt8>, selector: String? = nil, isGuess: Bool = false
  ) {
    let text = Array(text.trimmed)
    if kind == .heading, let headline = metadata.headline, text.elementsEqual(headline.utf8) { return }
    if !text.isEmpty { parts.append(Part(kind: kind, text: text, selector: selector, isGuess: isGuess)) }
  }

  /// Adds the paragraphs of a text, one a line.
  mutating func add(lines text: String) {
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { add(.paragraph, line) }
  }

  /// Puts what only the metadata tells in front of the body: the headline, and who wrote it.
  mutating func addHead() {
    let kinds = Set(parts.map(\.kind))
    var head = ArticleParts()
    if !kinds.contains(.headline), let headline = metadata.headline { head.add(.headline, headline.utf8) }
    if !kinds.contains(.headline), !kinds.contains(.deck), let deck = metadata.deck { head.add(.deck, deck.utf8) }
    if !kinds.contains(.headline), !kinds.contains(.byline), let byline = metadata.byline {
      head.add(.byline, byline.utf8)
    }
    parts = head.parts + parts
  }

  /// Cuts what is longer than any article and says so.
  mutating func limit() {
    var size = 0
    guard
      let end = parts.firstIndex(where: {
        size += $0.text.count + 2
        return size > Self.longest
      })
    else { return }
    parts.removeSubrange(end...)
    findings.append(
      Finding(
        code: "text-too-long", severity: .warning,
        message: "The text is longer than \(Self.longest) bytes; it was read up to there."))
  }
}

extension BidirectionalCollection where Element == UInt8 {
  /// Without white space at both ends.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}
