extension ArticleParts {
  /// Reads a news item in IPTC's ninjs, versions 1.0 to 3.1, and as Superdesk writes it.
  ///
  /// Version 1 spreads texts over keys ("body_html", "headline_main"), later ones list them ("bodies", "headlines"); keys
  /// became camelCase with version 3.
  init(ninjs utf8: [UInt8]) {
    self.init()
    guard let item = JSONValue(utf8[...], .lenient), case .object(let members) = item else {
      refuse("The input begins like JSON, but it is not well-formed; deliver the news item again.")
      return
    }
    let keys = Dictionary(members.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    guard (keys["uri"] ?? keys["guid"])?.text != nil else {
      refuse("The JSON is no ninjs item: it has neither \"uri\" nor \"guid\".")
      return
    }
    readHead(keys)
    let kind = keys["type"]?.text
    if let kind, !["text", "composite", "component"].contains(kind), Self.bodies(keys).isEmpty {
      refuse("The ninjs item is of type \"\(kind.prefix(20))\" and has no text.")
      return
    }
    guard let body = Self.bodies(keys).min(by: { $0.rank < $1.rank }) else {
      refuse("The ninjs item has no body text.")
      return
    }
    if body.isMarkup { PageText.add(html: Array(body.text.utf8)[...], to: &self) } else { add(lines: body.text) }
    if !parts.contains(where: { $0.kind.isBody }) { refuse("The body of the ninjs item holds no text.") }
    addHead()
  }

  private mutating func readHead(_ keys: [String: JSONValue]) {
    func day(_ names: String...) -> String? { names.lazy.compactMap { keys[$0]?.text.flatMap(NewsDate.day) }.first }
    metadata.headline =
      Self.main(keys["headlines"]) ?? Self.prefixed("headline", keys) ?? keys["title"]?.text ?? keys["name"]?.text
    metadata.headline = metadata.headline.map(LinkedData.plain)
    metadata.byline = keys["byline"]?.text ?? keys["by"]?.text
    metadata.published = day("firstcreated", "contentcreated", "versioncreated")
    metadata.modified = day("versioncreated", "contentmodified")
    metadata.language = keys["language"]?.text
    metadata.outlet = keys["copyrightholder"]?.text ?? keys["source"]?.text
    metadata.section = keys["subject"]?.values.lazy.compactMap { $0["name"]?.text }.first
    if let located = keys["located"]?.text { add(.dateline, located.utf8) }
  }

  /// The value of the main text of a list, else of its first one.
  private static func main(_ list: JSONValue?) -> String? {
    guard let values = list?.values else { return nil }
    let main = values.first { $0["role"]?.text == "main" && $0["value"]?.text != nil }
    return (main ?? values.first { $0["value"]?.text != nil })?["value"]?.text
  }

  /// The text of "NAME", else of the first "NAME_…" in order.
  private static func prefixed(_ name: String, _ keys: [String: JSONValue]) -> String? {
    keys[name]?.text
      ?? keys.keys.filter { $0.hasPrefix("\(name)_") }.sorted().lazy.compactMap { keys[$0]?.text }.first
  }

  private struct Body {
    var text: String
    var isMarkup: Bool
    /// Mark-up keeps paragraphs apart and comes first; the main one of several, before others.
    var rank: Int
  }

  private static func bodies(_ keys: [String: JSONValue]) -> [Body] {
    var bodies: [Body] = []
    for value in keys["bodies"]?.values ?? [] {
      guard let text = value["value"]?.text else { continue }
      let type = (value["contenttype"] ?? value["contentType"])?.text ?? ""
      let isMarkup = type.contains("html") || type.contains("xml") || type.isEmpty && text.utf8.first == 0x3C
      bodies.append(Body(text: text, isMarkup: isMarkup, rank: bodies.count + (isMarkup ? 0 : 100)))
    }
    for name in keys.keys.sorted() where name.hasPrefix("body") && name != "bodies" {
      guard let text = keys[name]?.text else { continue }
      let isMarkup = name.hasSuffix("html") || text.utf8.first == 0x3C
      bodies.append(Body(text: text, isMarkup: isMarkup, rank: bodies.count + (isMarkup ? 0 : 100)))
    }
    return bodies
  }
}
