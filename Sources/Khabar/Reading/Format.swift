internal import Markup

/// What an article's bytes are, told by how they begin: names of files lie, and feeds have none.
enum Format: CaseIterable {
  case text, html, ninjs, nitf, newsML, feedItem

  /// The media type that stands for the format in reports.
  var mediaType: String {
    switch self {
    case .text: "text/plain"
    case .html: "text/html"
    case .ninjs: "application/ninjs+json"
    case .nitf: "application/nitf+xml"
    case .newsML: "application/vnd.iptc.g2.newsitem+xml"
    case .feedItem: "application/rss+xml"
    }
  }

  /// The format of a media type, which may have parameters; text if it is another one.
  init(mediaType: String) {
    // Most articles are text, and their media type is not taken apart.
    if mediaType == Self.text.mediaType {
      self = .text
      return
    }
    let name = mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()
    switch name {
    case "application/xhtml+xml": self = .html
    default: self = Self.allCases.first { $0.mediaType == name } ?? .text
    }
  }

  /// Looks at the first bytes, behind a byte order mark, white space and what stands before the first element.
  init(of bytes: [UInt8]) {
    self = .text
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count else { return }
    if bytes[at] == 0x7B {
      // An object; a text that begins with a brace goes on with words.
      let next = bytes[(at + 1)...].first { $0 > 0x20 }
      self = next == 0x22 || next == 0x7D ? .ninjs : .text
    } else if let element = Self.firstElement(bytes, at) {
      self = Self.named(element)
      // XML of a kind that nobody knows is no text either; its reader says so.
      if self == .text, bytes[at...].starts(with: "<?xml".utf8) || bytes.last(where: { $0 > 0x20 }) == 0x3E {
        self = .newsML
      }
    }
  }

  /// The name of the first element, without its prefix; "html" for a document that says so.
  private static func firstElement(_ bytes: [UInt8], _ start: Int) -> String? {
    var at = start
    while at < bytes.count, bytes[at] == 0x3C {
      let rest = bytes[(at + 1)...]
      if rest.starts(with: "!--".utf8) {
        at = end(of: "-->", bytes, at) ?? bytes.count
      } else if rest.prefix(13).map({ $0 | 0x20 }).elementsEqual("!doctype html".utf8.map { $0 | 0x20 }) {
        return "html"
      } else if let first = rest.first, first == 0x21 || first == 0x3F {
        at = endOfDeclaration(bytes, at)
      } else {
        let name = rest.prefix(40).prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
        return String(decoding: name.split(separator: 0x3A).last ?? [], as: UTF8.self)
      }
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }
    return nil
  }

  /// The index after a declaration, which may hold others in brackets.
  private static func endOfDeclaration(_ bytes: [UInt8], _ start: Int) -> Int {
    var depth = 0
    for at in start..<bytes.count {
      switch bytes[at] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return at + 1
      default: continue
      }
    }
    return bytes.count
  }

  private static func end(of mark: String, _ bytes: [UInt8], _ start: Int) -> Int? {
    let mark = Array(mark.utf8)
    return (start..<max(start, bytes.count - mark.count + 1)).first { bytes[$0...].starts(with: mark) }
      .map { $0 + mark.count }
  }

  private static func named(_ element: String) -> Format {
    switch element {
    case "nitf": return .nitf
    case "newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem",
      "NewsML":
      return .newsML
    case "item", "entry", "rss", "feed", "RDF": return .feedItem
    default: break
    }
    let name = MarkupName(element.lowercased())
    let isInline = name != .text && ElementRole.of(name) != .block
    return isInline || Self.blocks.contains(element.lowercased()) ? .html : .text
  }

  /// Elements of HTML that a page or a piece of one may begin with and that mean no more than a block.
  private static let blocks: Set<String> = [
    "html", "body", "div", "p", "article", "section", "main", "table", "center", "header", "ul", "ol", "meta", "title",
    "link", "base", "script", "style", "noscript", "template", "aside", "footer", "form", "hr", "dl", "pre", "iframe",
  ]
}
