internal import Markup

/// What the elements of a page say about its article: OpenGraph, Twitter, Dublin Core, microdata, `<time>`, canonical URL.
struct PageMetadata {
  private(set) var metadata = ArticleParts.Metadata()
  private(set) var isLiveBlog = false
  private(set) var isGallery = false

  private var values: [String: String] = [:]

  init(_ tree: MarkupTree) {
    for node in tree.indices {
      switch tree.name(node) {
      case .meta: read(meta: node, tree)
      case .link: if let url = tree.string(node, .href) { keep("canonical", url) }
      case .title: if values["title"] == nil { keep("title", Self.collapsed(tree.text(of: node))) }
      case .html: if let language = tree.string(node, .lang) { keep("lang", language) }
      default: if tree.hasAttributes(node) { read(element: node, tree) }
      }
    }
    if values["og:type"]?.contains("gallery") == true { isGallery = true }
    metadata.headline = first("og:title", "twitter:title", "headline", "dc.title", "dcterms.title")
    metadata.deck = first("og:description", "description", "twitter:description")
    metadata.byline = first(
      "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"
    ).flatMap { $0.contains("://") ? nil : $0 }
    metadata.published = day(
      "article:published_time", "datepublished", "og:published_time", "og:article:published_time", "dc.date.issued",
      "dcterms.issued", "dcterms.created", "dc.date", "date", "pubdate", "publishdate", "publish-date", "publish_date",
      "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "datecreated", "time")
    metadata.modified = day(
      "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod", "last-modified")
    metadata.section = first("article:section", "section", "parsely-section", "articlesection")
    metadata.outlet = first("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
    metadata.url = first("canonical", "og:url")
    metadata.language = first("lang", "og:locale", "inlanguage", "dc.language")?.split(separator: "_").first.map(
      String.init)
  }

  /// The titles that the page gives itself, for finding the headline among its elements.
  var titles: [String] { ["og:title", "twitter:title", "headline", "dc.title", "title"].compactMap { values[$0] } }

  private func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0] }.first }

  private func day(_ names: String...) -> String? {
    names.lazy.compactMap { values[$0].flatMap(NewsDate.day) }.first
  }

  /// Keeps the first value of a name.
  private mutating func keep(_ name: String, _ value: String) {
    let value = String(decoding: value.utf8.trimmed, as: UTF8.self)
    if !value.isEmpty, values[name] == nil { values[name] = value }
  }

  private mutating func read(meta node: Int, _ tree: MarkupTree) {
    guard let content = tree.string(node, .content) else { return }
    for attribute in [MarkupName.property, .nameAttribute, .itemprop] {
      guard let names = tree.attribute(node, attribute) else { continue }
      for name in names.split(separator: UInt8(ascii: " ")) {
        keep(String(decoding: name, as: UTF8.self).lowercased(), content)
      }
    }
  }

  /// Microdata and RDFa on elements of the page, and `<time>`.
  private mutating func read(element node: Int, _ tree: MarkupTree) {
    if let type = tree.string(node, .itemtype) {
      if type.hasSuffix("LiveBlogPosting") { isLiveBlog = true }
      if type.hasSuffix("ImageGallery") { isGallery = true }
    }
    let dateTime = tree.string(node, .datetime)
    if tree.name(node) == .time, let dateTime { keep("time", dateTime) }
    if let name = tree.attribute(node, .class), Self.namesLiveBlog(name) { isLiveBlog = true }
    guard let property = tree.string(node, .itemprop) ?? tree.string(node, .property) else { return }
    for word in property.split(separator: " ") {
      let name = String(word.split(separator: ":").last ?? word).lowercased()
      guard Self.properties.contains(name) else { continue }
      keep(name, tree.string(node, .content) ?? dateTime ?? Self.collapsed(tree.text(of: node).prefix(300)))
    }
  }

  /// Whether a class is the one of a live blog: "liveblog", "live-blog-entries", "LiveBlog".
  private static func namesLiveBlog(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, first | 0x20 == 0x6C else { return false }
    return name.prefix(9).filter { $0 | 0x20 >= 0x61 }.map { $0 | 0x20 }.starts(with: "liveblog".utf8)
  }

  private static let properties: Set<String> = [
    "headline", "datepublished", "datemodified", "datecreated", "author", "articlesection", "publisher", "inlanguage",
  ]

  private static func collapsed(_ bytes: some Sequence<UInt8>) -> String {
    Array(bytes).split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}

extension MarkupTree {
  /// The value of an attribute as text.
  func string(_ node: Int, _ name: MarkupName) -> String? {
    attribute(node, name).map { String(decoding: $0, as: UTF8.self) }
  }
}
