internal import Markup

/// Text of pieces of HTML, as feeds and JSON carry them.
enum PageText {
  /// The text of a piece of HTML in one line.
  static func plain(html: ArraySlice<UInt8>) -> [UInt8] {
    let page = PageSegments(MarkupTree(html: html))
    return Array(page.segments.map { page.text[$0.bytes] }.joined(separator: [0x20]))
  }

  /// Adds the blocks of a piece of HTML that holds nothing but the article.
  static func add(html: ArraySlice<UInt8>, to parts: inout ArticleParts) {
    let tree = MarkupTree(html: html)
    add(tree, root: 0, to: &parts)
  }

  /// Adds the blocks of a subtree that holds nothing but the article.
  static func add(_ tree: MarkupTree, root: Int, to parts: inout ArticleParts) {
    guard root < tree.count else { return }
    var page = PageSegments(tree, root: root)
    page.readHints(tree)
    let kept = page.segments.indices.filter { !page.segments[$0].out.isOut }
    let paths = tree.paths(of: kept.map { page.segments[$0].element })
    for (index, path) in zip(kept, paths) {
      parts.add(page.segments[index].kind, page.text[page.segments[index].bytes], selector: path)
    }
  }
}

extension Segment {
  /// The role of the block that it becomes.
  var kind: Block.Kind {
    switch role {
    case .heading: .heading
    case .caption, .figure: .caption
    case _ where hint == .caption: .caption
    case .listItem: .listItem
    case .quote: .quote
    default: .paragraph
    }
  }
}
