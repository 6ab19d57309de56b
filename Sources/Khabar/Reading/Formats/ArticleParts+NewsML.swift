internal import Markup

extension ArticleParts {
  /// Reads a news item in IPTC's NewsML-G2 with its text in it (NITF, XHTML or plain), or one in NewsML 1.
  init(newsML utf8: [UInt8]) {
    self.init()
    let item = XMLItem(utf8, &findings)
    guard !item.isRefused else { return }
    readHead(item)
    if let set = item.first("contentSet") ?? item.first("DataContent") {
      readBody(item, set)
    } else if parts.isEmpty {
      refuse("The XML element \"\(item.tree.nameText(0))\" carries no text of an article.")
    }
    if !parts.contains(where: { $0.kind.isBody }), !findings.contains(where: { $0.code == "no-article" }) {
      refuse("The NewsML item has no text inside; what it links to is not fetched.")
    }
    addHead()
  }

  private mutating func readHead(_ item: XMLItem) {
    func day(_ names: String...) -> String? {
      names.lazy.compactMap { item.text($0).flatMap(NewsDate.day) }.first
    }
    let meta = item.first("contentMeta")
    metadata.headline = item.text("headline", in: meta) ?? item.text("HeadLine")
    metadata.byline = item.text("by", in: meta) ?? item.text("ByLine")
    metadata.deck = item.text("SubHeadLine")
    metadata.published = day("firstCreated", "contentCreated", "versionCreated", "FirstCreated")
    metadata.modified = day("contentModified", "versionCreated", "ThisRevisionCreated")
    metadata.outlet = item.first("provider").flatMap { item.text("name", in: $0) } ?? item.text("copyrightHolder")
    metadata.section = item.first("subject", in: meta).flatMap { item.text("name", in: $0) }
    metadata.language =
      item.attribute("tag", of: "language", in: meta) ?? item.tree.indices.first.flatMap { item.tree.string($0, .lang) }
    if let dateline = item.text("dateline", in: meta) { add(.dateline, dateline.utf8) }
  }

  private mutating func readBody(_ item: XMLItem, _ set: Int) {
    if let nitf = item.first("nitf", in: set) {
      read(nitf: item, in: nitf)
    } else if let body = item.first("body", in: set) {
      PageText.add(item.tree, root: item.first("body.content", in: body) ?? body, to: &self)
    } else if let data = item.first("inlineData", in: set) {
      let text = item.tree.text(of: data)
      let type = item.attribute("contenttype", of: "inlineData", in: set) ?? ""
      if type.contains("html") {
        PageText.add(html: text[...], to: &self)
      } else {
        add(lines: String(decoding: text, as: UTF8.self))
      }
    } else if let inline = item.first("inlineXML", in: set), item.first("p", in: inline) != nil {
      PageText.add(item.tree, root: inline, to: &self)
    } else if item.tree.name(set) == MarkupName("DataContent") {
      PageText.add(html: item.tree.text(of: set)[...], to: &self)
    }
  }
}
