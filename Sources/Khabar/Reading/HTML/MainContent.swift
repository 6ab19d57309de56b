internal import Markup

/// Finds the elements of a page that hold the article.
///
/// Running text speaks for the element that it stands in, and less for those further out (as in Arc90's Readability): the
/// paragraphs of an article are siblings, teasers and comments have an element each. What is like the best element, or is
/// a paragraph beside it, is joined to it.
struct MainContent {
  /// The best element, or -1 if the page has no running text.
  private(set) var element = -1
  /// Segments that belong to the article, in order.
  private(set) var kept: [Int] = []

  private let tree: MarkupTree
  private let page: PageSegments
  private let isLiveBlog: Bool
  private var scores: [Int32]
  /// Sums of the running text, and of the links, before each segment.
  private var prose: [Int] = [0]

  /// Finds the article; of a live blog, all entries.
  init(_ tree: MarkupTree, _ page: PageSegments, isLiveBlog: Bool = false) {
    self.tree = tree
    self.isLiveBlog = isLiveBlog
    self.page = page
    scores = Array(repeating: 0, count: tree.count)
    for segment in page.segments { prose.append(prose[prose.count - 1] + segment.weight) }
    score()
    for node in tree.indices where scores[node] > 0 && (element < 0 || scores[node] > scores[element]) {
      element = node
    }
    guard element >= 0 else { return }
    kept = joined().filter { page.segments[$0].belongs }
    dropHead()
  }

  /// Shares of a segment's weight, in sixths, that the elements around it get: its parent's, and further out.
  private static let shares = [6, 3, 1, 1]

  private mutating func score() {
    for segment in page.segments where segment.weight > 0 {
      var node = segment.element
      if ElementRole.of(tree.name(node)) != .block || tree.name(node) == .p || isOnly(segment, in: node) {
        node = tree.parent(node)
      }
      for share in Self.shares where node >= 0 {
        scores[node] += Int32(truncatingIfNeeded: segment.weight * share)
        node = tree.parent(node)
      }
    }
    for node in page.bodies { scores[node] += scores[node] / 2 }
  }

  /// Whether a block has nothing but this segment, as a paragraph has.
  private func isOnly(_ segment: Segment, in node: Int) -> Bool {
    page.spans[node].count == 1
  }

  private func weight(_ node: Int) -> Int {
    prose[Int(page.spans[node].upperBound)] - prose[Int(page.spans[node].lowerBound)]
  }

  // MARK: - Joining

  /// The segments of the best element and of what goes with it, in order.
  private func joined() -> [Int] {
    var ranges = [page.spans[element]]
    var node = element
    for level in 0..<5 {
      let parent = tree.parent(node)
      guard parent >= 0, isLiveBlog || tree.name(node) != .article, tree.name(node) != .body else { break }
      for sibling in tree.children(of: parent)
      where sibling != node && !tree.isText(sibling) && goesWith(sibling, node, level) {
        ranges.append(page.spans[sibling])
      }
      node = parent
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.flatMap { Array(Int($0.lowerBound)..<Int($0.upperBound)) }
  }

  private func goesWith(_ sibling: Int, _ node: Int, _ level: Int) -> Bool {
    let own = weight(sibling)
    guard own > 0 else { return false }
    let span = page.spans[sibling]
    let isLeaf = span.count == 1
    if level == 0, isLeaf, page.segments[Int(span.lowerBound)].isProse { return true }
    return isLike(sibling, node)
  }

  /// Whether two elements have one name and one class.
  private func isLike(_ one: Int, _ other: Int) -> Bool {
    guard tree.name(one) == tree.name(other), let a = tree.attribute(one, .class),
      let b = tree.attribute(other, .class),
      !a.isEmpty
    else { return false }
    if a == b { return true }
    let first = a.prefix { $0 != 0x20 }
    return first.count > 8 && first == b.prefix { $0 != 0x20 }
  }

  /// What stands before the first running text is headline and deck; captions stay, and the heading of a live blog's first
  /// entry.
  private mutating func dropHead() {
    guard let first = kept.first(where: { page.segments[$0].isOpening && page.segments[$0].hint != .deck }) else {
      return
    }
    let entry = tree.parent(page.segments[first].element)
    kept.removeAll {
      let segment = page.segments[$0]
      let isOfEntry = isLiveBlog && segment.role == .heading && tree.parent(segment.element) == entry
      return $0 < first && segment.kind != .caption && !isOfEntry
    }
  }
}

extension Segment {
  /// How much it speaks for or against the element around it being the article.
  var weight: Int {
    guard !isOut, !hint.isHead else { return 0 }
    return isProse && role != .heading && role != .caption && role != .figure ? letters - linked : 0
  }

  /// Whether it is part of the body, or a caption, if it stands in the article.
  var belongs: Bool {
    guard !isOut, !isTime || isProse, hint != .byline, hint != .dateline, hint != .headline else { return false }
    if kind == .caption { return letters >= 15 && !isLinks }
    return !isLinks || letters >= 60 && stops > 0 && linked * 4 < letters * 3
  }
}
