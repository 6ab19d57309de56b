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
    metadata.headline = first(.headline)
    metadata.deck = first(.deck)
    metadata.byline = first(.byline).flatMap { $0.contains("://") ? nil : $0 }
    metadata.published = day(.published)
    metadata.modified = day(.modified)
    metadata.section = first(.section)
    metadata.outlet = first(.outlet)
    metadata.url = first(.url)
    metadata.language = first(.language)?.split(separator: "_").first.map(String.init)
  }

  /// The titles that the page gives itself, for finding the headline among its elements.
  var titles: [String] { ["og:title", "twitter:title", "headline", "dc.title", "title"].compactMap { values[$0] } }

  private func first(_ member: Member) -> String? { Self.names[member]?.lazy.compactMap { values[$0] }.first }

  private func day(_ member: Member) -> String? {
    Self.names[member]?.lazy.compactMap { values[$0].flatMap(NewsDate.day) }.first
  }

  /// Keeps the first value of a name.
  private mutating func keep(_ name: String, _ value: String) {
    let value = String(decoding: value.utf8.trimmed, as: UTF8.self)
    if !value.isEmpty, values[name] == nil { values[name] = value }
  }

  private mutating func read(meta node: Int, _ tree: MarkupTree) {
    guard let content = tree.attribute(node, .content) else { return }
    for attribute in tree.attributes(of: node) {
      switch tree.attributeName(attribute) {
      case .property, .nameAttribute, .itemprop:
        let names = tree.bytes[tree.attributeValue(attribute)]
        if names.contains(0x20) {
          for name in names.split(separator: 0x20) { keep(name, content) }
        } else {
          keep(names, content)
        }
      default: break
      }
    }
  }

  private mutating func keep(_ name: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>) {
    guard Self.isRead[PackedName(name)] else { return }
    keep(String(decoding: name, as: UTF8.self).lowercased(), String(decoding: content, as: UTF8.self))
  }

  /// Microdata and RDFa on elements of the page, and `<time>`.
  private mutating func read(element node: Int, _ tree: MarkupTree) {
    for attribute in tree.attributes(of: node) {
      let value = tree.bytes[tree.attributeValue(attribute)]
      switch tree.attributeName(attribute) {
      case .itemtype:
        if value.hasSuffix("LiveBlogPosting") { isLiveBlog = true }
        if value.hasSuffix("ImageGallery") { isGallery = true }
      case .datetime: if tree.name(node) == .time { keep("time", String(decoding: value, as: UTF8.self)) }
      case .class: if Self.namesLiveBlog(value) { isLiveBlog = true }
      case .itemprop, .property: read(properties: value, node, tree)
      default: break
      }
    }
  }

  private mutating func read(properties: ArraySlice<UInt8>, _ node: Int, _ tree: MarkupTree) {
    for word in properties.split(separator: 0x20) {
      let name = word.split(separator: 0x3A).last ?? word
      guard Self.isProperty[PackedName(name)] else { continue }
      keep(
        String(decoding: name, as: UTF8.self).lowercased(),
        tree.string(node, .content) ?? tree.string(node, .datetime) ?? Self.collapsed(tree.text(of: node).prefix(300)))
    }
  }

  /// Whether a class is the one of a live blog: "liveblog", "live-blog-entries", "LiveBlog".
  private static func namesLiveBlog(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, first | 0x20 == 0x6C else { return false }
    return name.prefix(9).filter { $0 | 0x20 >= 0x61 }.map { $0 | 0x20 }.starts(with: "liveblog".utf8)
  }

  /// What metadata is read for.
  private enum Member {
    case headline, deck, byline, published, modified, section, outlet, url, language
  }

  /// The names under which pages give it, the most trustworthy first.
  private static let names: [Member: [String]] = [
    .headline: ["og:title", "twitter:title", "headline", "dc.title", "dcterms.title"],
    .deck: ["og:description", "description", "twitter:description"],
    .byline: ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"],
    .published: [
      "article:published_time", "datepublished", "og:published_time", "og:article:published_time", "dc.date.issued",
      "dcterms.issued", "dcterms.created", "dc.date", "date", "pubdate", "publishdate", "publish-date", "publish_date",
      "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "datecreated", "time",
    ],
    .modified: [
      "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod", "last-modified",
    ],
    .section: ["article:section", "section", "parsely-section", "articlesection"],
    .outlet: ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"],
    .url: ["canonical", "og:url"],
    .language: ["lang", "og:locale", "inlanguage", "dc.language"],
  ]

  /// Names of `<meta>` elements that are read; pages have many more.
  private static let isRead: NameTable<Bool> = {
    var isRead = NameTable(room: 80, none: false)
    for name in names.values.joined() { isRead[PackedName(name.utf8)] = true }
    isRead[PackedName("og:type".utf8)] = true
    return isRead
  }()

  /// Names of properties of other elements that are read.
  private static let isProperty: NameTable<Bool> = {
    var isProperty = NameTable(room: 16, none: false)
    for name in [
      "headline", "datepublished", "datemodified", "datecreated", "author", "articlesection", "publisher", "inlanguage",
    ] { isProperty[PackedName(name.utf8)] = true }
    return isProperty
  }()

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

extension ArraySlice<UInt8> {
  /// Whether it ends with some letters.
  fileprivate func hasSuffix(_ letters: String) -> Bool {
    suffix(letters.utf8.count).elementsEqual(letters.utf8)
  }
}
