internal import Markup

extension ArticleParts {
  /// Reads a page: finds its article, tells headline, deck, byline and dateline apart, and leaves the rest out.
  init(page html: ArraySlice<UInt8>) {
    let tree = MarkupTree(html: html)
    let linked = LinkedData(tree.linkedData)
    let page = PageMetadata(tree)
    metadata = linked.metadata
    metadata.fill(from: page.metadata)
    var segments = PageSegments(tree)
    segments.readHints(tree)
    let isLiveBlog = linked.isLiveBlog || page.isLiveBlog
    let content = MainContent(tree, segments, isLiveBlog: isLiveBlog)
    let head = PageHead(segments, content, titles: [linked.metadata.headline].compactMap(\.self) + page.titles)
    metadata.headline = metadata.headline ?? head.title
    add(head, content, segments, tree)
    replaceBody(linked.body)
    if isLiveBlog {
      findings.append(Finding(code: "live-blog", severity: .note, message: "The page is a live blog of many entries."))
    }
    if linked.isGallery || page.isGallery {
      findings.append(
        Finding(code: "gallery", severity: .note, message: "The page is a gallery; its captions are read."))
    }
    if !parts.contains(where: { $0.kind.isBody }) { findings.append(Self.noArticle) }
    addHead()
  }

  /// What is said of a page without running text.
  static let noArticle = Finding(
    code: "no-article", severity: .error, message: "The page has no article: no running text was found in it.")

  private mutating func add(_ head: PageHead, _ content: MainContent, _ page: PageSegments, _ tree: MarkupTree) {
    let body = content.kept.filter { !head.kinds.keys.contains($0) }
    let all = (head.kinds.keys.sorted() + body)
    let paths = tree.paths(of: all.map { page.segments[$0].element })
    var captions: Set<ArraySlice<UInt8>> = []
    for (index, path) in zip(all, paths) {
      let segment = page.segments[index]
      // A gallery prints one caption for the small and one for the large picture.
      if segment.kind == .caption, !captions.insert(page.text[segment.bytes]).inserted { continue }
      add(
        head.kinds[index] ?? segment.kind, page.text[segment.bytes], selector: path,
        isGuess: head.guesses.contains(index))
    }
  }

  /// Takes the body from the JSON-LD where the page itself has hardly any, since a script would have shown it.
  private mutating func replaceBody(_ body: String?) {
    guard let body else { return }
    let found = parts.reduce(0) { $0 + ($1.kind.isBody ? $1.text.count : 0) }
    guard body.utf8.count > 200, found * 4 < body.utf8.count else { return }
    parts.removeAll { $0.kind.isBody }
    add(lines: LinkedData.plain(body))
  }
}

extension Block.Kind {
  /// Whether it is part of an article's running text.
  var isBody: Bool { self == .paragraph || self == .listItem || self == .quote }
}
