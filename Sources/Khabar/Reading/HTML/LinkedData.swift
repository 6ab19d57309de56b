/// What the JSON-LD of a page says about its article (schema.org's NewsArticle and its kin).
struct LinkedData {
  private(set) var metadata = ArticleParts.Metadata()
  /// `articleBody`, where the page gives it.
  private(set) var body: String?
  private(set) var isLiveBlog = false
  private(set) var isGallery = false

  /// Reads the contents of a page's JSON-LD scripts; what is no JSON is passed over.
  init(_ scripts: [[UInt8]]) {
    var articles: [JSONValue] = []
    var all: [JSONValue] = []
    for script in scripts {
      if let value = JSONValue(Self.unwrapped(script), .lenient) { Self.collect(value, 0, &all) }
    }
    articles = all.filter { value in Self.types(value).contains { Self.isArticle($0) } }
    let types = all.flatMap(Self.types)
    isLiveBlog = types.contains("LiveBlogPosting")
    isGallery = types.contains("ImageGallery") || types.contains("MediaGallery")
    for article in articles { read(article) }
    metadata.language = metadata.language ?? all.lazy.compactMap { $0["inLanguage"]?.text }.first
  }

  /// The JSON without the CDATA marks or comment marks around it.
  private static func unwrapped(_ script: [UInt8]) -> ArraySlice<UInt8> {
    guard let first = script.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return [] }
    // "[" of "<![CDATA[" is not the one.
    if script[first] == 0x5B, script[..<first].suffix(7).elementsEqual("<![CDATA".utf8.suffix(7)) {
      return script[(first + 1)...].drop { $0 != 0x7B && $0 != 0x5B }
    }
    return script[first...]
  }

  /// All objects of a list, of `@graph`, and of what a page is about.
  private static func collect(_ value: JSONValue, _ depth: Int, _ found: inout [JSONValue]) {
    guard depth < 4, found.count < 200 else { return }
    for one in value.values {
      guard case .object = one else { continue }
      found.append(one)
      for member in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = one[member] { collect(inner, depth + 1, &found) }
      }
    }
  }

  private static func types(_ value: JSONValue) -> [String] {
    value["@type"]?.values.compactMap { $0.text?.split(separator: "/").last.map(String.init) } ?? []
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type == "Report" || type == "ReportageNewsArticle"
  }

  private mutating func read(_ article: JSONValue) {
    var own = ArticleParts.Metadata()
    own.headline = (article["headline"] ?? article["name"])?.text.map(Self.plain)
    own.deck = (article["alternativeHeadline"] ?? article["description"])?.text.map(Self.plain)
    let authors = (article["author"] ?? article["creator"])?.values.compactMap(Self.name) ?? []
    own.byline = authors.isEmpty ? nil : authors.joined(separator: ", ")
    own.published = article["datePublished"]?.text.flatMap(NewsDate.day)
    own.modified = article["dateModified"]?.text.flatMap(NewsDate.day)
    own.section = article["articleSection"]?.values.lazy.compactMap(\.text).first
    own.outlet = article["publisher"].flatMap(Self.name)
    own.language = article["inLanguage"]?.text
    metadata.fill(from: own)
    if let text = article["articleBody"]?.text, text.utf8.count > body?.utf8.count ?? 0 { body = text }
  }

  private static func name(_ value: JSONValue) -> String? {
    if let text = value.text { return text }
    return value.values.lazy.compactMap { $0["name"]?.text }.first.map(plain)
  }

  /// Text in which HTML's entities are written out, as many pages have them in their JSON too.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x26) || text.utf8.contains(0x3C) else { return text }
    return String(decoding: PageText.plain(html: Array(text.utf8)[...]), as: UTF8.self)
  }
}
