internal import Markup

extension ArticleParts {
  /// Reads one item of an RSS feed or one entry of an Atom feed with its full text.
  ///
  /// The text stands in `content:encoded`, `content` or, in many feeds, in `description`: the longest of them is it.
  init(feedItem utf8: [UInt8]) {
    self.init()
    let item = XMLItem(utf8, &findings)
    guard !item.isRefused else { return }
    guard let root = item.first("item") ?? item.first("entry") else {
      refuse("The feed has no items.")
      return
    }
    func day(_ names: String...) -> String? {
      names.lazy.compactMap { item.text($0, in: root).flatMap(NewsDate.day) }.first
    }
    metadata.headline = item.text("title", in: root).map(LinkedData.plain)
    metadata.byline =
      item.text("creator", in: root) ?? item.first("author", in: root).flatMap { item.text("name", in: $0) }
    metadata.published = day("pubDate", "published", "date", "updated")
    metadata.modified = day("updated")
    metadata.section = item.text("category", in: root)
    metadata.url = item.text("link", in: root) ?? item.attribute("href", of: "link", in: root)
    metadata.language = item.tree.string(root, MarkupName("lang"))
    let texts = ["encoded", "content", "summary", "description"].compactMap { name in
      item.first(name, in: root).map { Self.html(item.tree, $0) }
    }
    if let text = texts.max(by: { $0.count < $1.count }) { PageText.add(html: text[...], to: &self) }
    if !parts.contains(where: { $0.kind.isBody }) { refuse("The item of the feed has no text.") }
    addHead()
  }

  /// The HTML of an element: escaped in it as text, or standing in it as elements, which Atom calls "xhtml".
  private static func html(_ tree: MarkupTree, _ node: Int) -> [UInt8] {
    guard (node + 1..<tree.end(of: node)).contains(where: { !tree.isText($0) }) else { return tree.text(of: node) }
    var html: [UInt8] = []
    var open: [Int] = []
    for index in node + 1..<tree.end(of: node) {
      while let last = open.last, index >= tree.end(of: last) {
        html += "</\(tree.nameText(last))>".utf8
        open.removeLast()
      }
      if tree.isText(index) {
        for byte in tree.bytes[tree.textRange(index)] {
          if byte == 0x3C { html += "&lt;".utf8 } else { html.append(byte) }
        }
      } else {
        html += "<\(tree.nameText(index))>".utf8
        open.append(index)
      }
    }
    return html
  }
}
