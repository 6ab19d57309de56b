/// The roles of blocks that a reader found by mark-up, after a look at their words.
///
/// Mark-up tells paragraphs from headings; that a paragraph says "Read also" or "Share this", or that it begins with a
/// dateline, only its words do.
struct PartRoles {
  /// Blocks in reading order.
  private(set) var blocks: [Block] = []
  /// The tokens of each block.
  private(set) var ranges: [Range<Int>] = []

  private let words: Words
  /// Whether the blocks since a marker ("Related articles") are links to other articles.
  private var isRelated = false
  /// Whether the body has begun.
  private var hasBody = false

  init(_ words: Words, _ parts: [ArticleParts.Part], _ places: [Range<Int>]) {
    self.words = words
    for (part, place) in zip(parts, places) {
      let range = words.range(Span(start: 0, end: 0, bytes: place))
      guard words.all[range].contains(where: \.isWordLike) else { continue }
      read(part, range)
    }
  }

  private mutating func add(_ kind: Block.Kind, _ range: Range<Int>, _ selector: String?) {
    blocks.append(Block(kind: kind, span: words.span(range), selector: selector))
    ranges.append(range)
    if kind.isBody { hasBody = true }
  }

  private mutating func read(_ part: ArticleParts.Part, _ range: Range<Int>) {
    let line = Line(words, range, newlines: 2)
    if part.isGuess, !LineLook(words: words, line: line).hasDate { return }
    guard part.kind == .paragraph || part.kind == .listItem || part.kind == .heading else {
      isRelated = false
      return add(part.kind, range, part.selector)
    }
    let look = LineLook(words: words, line: line)
    if let kind = marked(look, line) {
      isRelated = kind == .related && line.wordCount <= 6
      return add(kind, range, part.selector)
    }
    if isRelated, part.kind != .heading, line.wordCount <= 24, !line.isProse {
      return add(.related, range, part.selector)
    }
    isRelated = false
    if part.kind == .paragraph, !hasBody, let (kind, end, rest) = look.inlineHead {
      add(kind, range.lowerBound..<end, part.selector)
      add(.paragraph, rest..<range.upperBound, part.selector)
    } else {
      add(part.kind, range, part.selector)
    }
  }

  /// What the words of a block say it is, if they say so.
  private func marked(_ look: LineLook, _ line: Line) -> Block.Kind? {
    switch look.marked {
    case .related: return .related
    case .boilerplate: return .boilerplate
    case .byline: return .byline
    case .dateline: return .dateline
    case .caption: return line.isProse ? nil : .caption
    default: break
    }
    if look.isDateline, !hasBody { return .dateline }
    return look.hasCredit && !line.isProse ? .caption : nil
  }
}
