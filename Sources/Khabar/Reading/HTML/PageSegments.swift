internal import Markup

/// A run of text of a page between two block boundaries.
struct Segment {
  /// Its bytes in `PageSegments.text`, white space collapsed.
  var bytes: Range<Int>
  /// The innermost block element around it.
  var element: Int
  var role: ElementRole
  /// What the nearest element with a hint says.
  var hint = PageHint.none
  /// Whether an element around it is not the article, and which kind.
  var out = PageHint.none
  /// 1 to 6 in a heading, else 0.
  var level = 0
  /// Whether it stands in a `<time>` element from its first letter on.
  var isTime = false
  /// Code points that are no white space.
  var letters = 0
  /// Of these, how many stand in links.
  var linked = 0
  /// Marks that end sentences or parts of them.
  var stops = 0

  /// Whether an element around it is not the article.
  var isOut: Bool { out != .none }
  /// Whether at least half of it is links.
  var isLinks: Bool { linked * 2 >= letters }
  /// Whether a body may begin with it.
  var isOpening: Bool { role != .heading && kind != .caption && (letters >= 60 || letters >= 25 && stops > 0) }
  /// Whether it reads like running text.
  var isProse: Bool { (letters >= 40 && stops > 0 || letters >= 120) && linked * 3 < letters }
}

/// The text of a page as segments in document order.
struct PageSegments {
  private(set) var text: [UInt8] = []
  var segments: [Segment] = []
  /// For each element, the segments in it.
  private(set) var spans: [Range<Int32>]

  /// Elements that name themselves the body of the article.
  var bodies: [Int] = []

  private let tree: MarkupTree
  private var open: [Frame] = []
  private var current: Segment
  private var needsSpace = false
  private var breaks = 0

  private struct Frame {
    var node: Int
    var end: Int
    var isBlock: Bool
    var isLink: Bool
    var role: ElementRole
    var level: Int
    var element: Int
    var first: Int32
  }

  /// Reads the subtree of an element, or the whole page.
  init(_ tree: MarkupTree, root: Int = 0) {
    self.tree = tree
    spans = Array(repeating: 0..<0, count: tree.count)
    text.reserveCapacity(tree.bytes.count)
    current = Segment(bytes: 0..<0, element: 0, role: .block)
    var node = root
    let end = tree.count > root ? tree.end(of: root) : 0
    while node < end {
      while let top = open.last, node >= top.end { close(top) }
      node = tree.isText(node) ? read(text: node) : enter(node)
    }
    while let top = open.last { close(top) }
  }

  /// Opens an element or passes it by; answers the next node.
  private mutating func enter(_ node: Int) -> Int {
    let role = ElementRole.of(tree.name(node))
    let outer = open.last
    if role == .skipped || isHidden(node) {
      flush()
      return tree.end(of: node)
    }
    if role == .lineBreak {
      lineBreak()
      return node + 1
    }
    guard tree.end(of: node) > node + 1 else {
      if role != .inline { flush() }
      return node + 1
    }
    let isBlock = role != .inline
    if isBlock { flush() }
    var frame = Frame(
      node: node, end: tree.end(of: node), isBlock: isBlock, isLink: outer?.isLink == true || tree.name(node) == .a,
      role: outer?.role ?? .block, level: outer?.level ?? 0, element: isBlock ? node : outer?.element ?? node,
      first: Int32(segments.count))
    if isBlock, role != .block || frame.role == .heading { frame.role = role }
    if role == .heading { frame.level = tree.name(node).headingLevel }
    open.append(frame)
    begin(frame)
    if tree.name(node) == .time, current.letters == 0 { current.isTime = true }
    return node + 1
  }

  private mutating func close(_ frame: Frame) {
    if frame.isBlock { flush() }
    open.removeLast()
    spans[frame.node] = frame.first..<Int32(segments.count)
    if let outer = open.last { begin(outer) }
  }

  private mutating func begin(_ frame: Frame) {
    guard current.letters == 0 else { return }
    current.element = frame.element
    current.role = frame.role
    current.level = frame.level
  }

  private func isHidden(_ node: Int) -> Bool {
    tree.attributes(of: node).contains { tree.attributeName($0) == .hidden }
  }

  // MARK: - Text

  private mutating func lineBreak() {
    breaks += 1
    needsSpace = true
    if breaks == 2 || current.letters >= 60 && endsSentence { flush() }
  }

  private var endsSentence: Bool {
    guard let last = text.last else { return false }
    return [0x2E, 0x21, 0x3F, 0x3A, 0x9F].contains(last)
  }

  /// Adds a text to the segment, runs of white space as one.
  private mutating func read(text node: Int) -> Int {
    let (bytes, range) = (tree.bytes, tree.textRange(node))
    let before = current.letters
    var run = Run(letters: before, stops: current.stops, needsSpace: needsSpace)
    text.append(addingCapacity: range.count + 1) { run.copy(bytes.span, range, into: &$0) }
    needsSpace = run.needsSpace
    if run.letters > before {
      breaks = 0
      current.stops = run.stops
      current.letters = run.letters
      if open.last?.isLink == true { current.linked += run.letters - before }
    }
    return node + 1
  }

  /// Text on its way into a segment.
  private struct Run {
    var letters: Int
    var stops: Int
    var needsSpace: Bool

    @inline(__always)
    mutating func copy(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>, into output: inout OutputSpan<UInt8>) {
      for index in range {
        let byte = bytes[index]
        if byte <= 0x20, byte == 0x20 || byte >= 0x09 && byte <= 0x0D {
          needsSpace = true
          continue
        }
        if needsSpace {
          if letters > 0 { output.append(0x20) }
          needsSpace = false
        }
        output.append(byte)
        if byte & 0xC0 != 0x80 {
          letters &+= 1
          if PageSegments.isStop(bytes, index) { stops &+= 1 }
        }
      }
    }
  }

  /// Full stop, comma, and what Arabic, Chinese and Japanese have for them.
  @inline(__always)
  private static func isStop(_ bytes: Swift.Span<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x2E, 0x2C, 0x21, 0x3F: return true
    case 0xD8: return bytes[index + 1] == 0x8C || bytes[index + 1] == 0x9F
    case 0xE3: return bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0x80
    case 0xEF: return bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8C
    default: return false
    }
  }

  private mutating func flush() {
    needsSpace = false
    breaks = 0
    let start = segments.last?.bytes.upperBound ?? 0
    guard current.letters > 0 else { return reset() }
    current.bytes = start..<text.count
    segments.append(current)
    reset()
  }

  private mutating func reset() {
    let frame = open.last
    current = Segment(
      bytes: 0..<0, element: frame?.element ?? 0, role: frame?.role ?? .block, level: frame?.level ?? 0)
  }
}
