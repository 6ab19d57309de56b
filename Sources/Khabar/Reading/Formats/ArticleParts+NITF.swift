internal import Markup

extension ArticleParts {
  /// Reads a document in IPTC's NITF 3.
  init(nitf utf8: [UInt8]) {
    self.init()
    let item = XMLItem(utf8, &findings)
    guard !item.isRefused else { return }
    read(nitf: item, in: item.first("nitf") ?? 0)
    if !parts.contains(where: { $0.kind.isBody }) { refuse("The NITF document has no body content.") }
    addHead()
  }

  /// Reads the NITF document that a subtree is.
  mutating func read(nitf item: XMLItem, in root: Int) {
    func day(_ element: String) -> String? {
      (item.attribute("norm", of: element, in: root) ?? item.text(element, in: root)).flatMap(NewsDate.day)
    }
    var own = Metadata()
    own.headline = item.text("hl1", "hedline", "title", in: root)
    own.published = day("date.issue") ?? day("story.date")
    own.outlet = item.text("distributor", in: root) ?? item.attribute("name", of: "pubdata", in: root)
    own.language = item.tree.string(root, MarkupName("lang"))
    metadata.fill(from: own)
    if let headline = own.headline { add(.headline, headline.utf8) }
    if let head = item.first("body.head", in: root) { readHead(item, head) }
    if let content = item.first("body.content", in: root) { PageText.add(item.tree, root: content, to: &self) }
  }

  private mutating func readHead(_ item: XMLItem, _ head: Int) {
    for deck in item.texts("hl2", in: head) { add(.deck, deck.utf8) }
    if let byline = item.text("byline", in: head) { add(.byline, byline.utf8) }
    if let dateline = item.text("dateline", in: head) { add(.dateline, dateline.utf8) }
    if let abstract = item.text("abstract", in: head) { add(.deck, abstract.utf8) }
  }
}
