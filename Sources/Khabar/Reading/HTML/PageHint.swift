internal import Markup

/// What the class, id or role of an element says about it. Site makers everywhere use the same few words.
enum PageHint: UInt8 {
  case none
  /// The text of the article.
  case body
  /// Not the article: comments, related links, sharing, advertising, navigation.
  case outside
  case caption
  case byline
  case dateline
  case deck
  case headline
  /// Certainly not the article, however long: the foot of the page, notes on cookies.
  case apart
  /// What readers wrote.
  case comments

  /// Whether it says that something is not the article.
  var isOut: Bool { self == .outside || self == .apart || self == .comments }

  /// Whether it says what a short text beside the body is.
  var isHead: Bool { self == .caption || self == .byline || self == .dateline || self == .headline }

  /// What the name of an element says.
  init(element name: MarkupName) {
    self = name == .footer ? .apart : name == .aside || name == .form || name == .header ? .outside : .none
  }

  /// Reads an attribute's words: parted by anything but letters, and where a capital follows a small letter.
  init(words attribute: ArraySlice<UInt8>) {
    self = .none
    var word: [UInt8] = []
    var previous: UInt8 = 0
    var last = PageHint.none
    func close(_ word: [UInt8]) -> PageHint { word.count >= 2 ? Self.words[word] ?? Self.stem(word) : .none }
    for byte in attribute {
      let lower = byte | 0x20
      let isLetter = lower >= 0x61 && lower <= 0x7A
      if !isLetter || byte < 0x60 && previous >= 0x61 {
        last = close(word)
        if last.isOut {
          self = last
          return
        }
        if last != .none { self = last }
        word.removeAll(keepingCapacity: true)
      }
      if isLetter { word.append(lower) }
      previous = byte
    }
    last = close(word)
    if last != .none { self = last }
  }

  /// Whether an attribute names the text of an article: "article-body", "entry-content", "storyText".
  static func isBody(_ attribute: ArraySlice<UInt8>) -> Bool {
    let plain = attribute.filter { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x20 }.map { $0 | 0x20 }
    return plain.split(separator: 0x20).contains { word in
      bodies.contains {
        $0.first.elementsEqual(word.prefix($0.first.count)) && $0.last.elementsEqual(word.suffix($0.last.count))
          && word.count >= $0.first.count + $0.last.count
      }
    }
  }

  private static let bodies: [(first: [UInt8], last: [UInt8])] = [
    "article", "story", "entry", "post", "news", "content", "page", "node",
  ].flatMap {
    first in ["body", "content", "text"].map { (Array(first.utf8), Array($0.utf8)) }
  }

  /// Words that begin with one of the stems: "commentlist", "relatedposts".
  private static func stem(_ word: [UInt8]) -> PageHint {
    guard word.count > 5 else { return .none }
    if word.starts(with: "comment".utf8) { return .comments }
    return stems.contains { word.starts(with: $0) } ? .outside : .none
  }

  private static let words: [[UInt8]: PageHint] = {
    var words: [[UInt8]: PageHint] = [:]
    for (hint, list) in lists {
      for word in list.utf8.split(separator: 0x20) { words[Array(word)] = hint }
    }
    return words
  }()

  private static let lists: [(PageHint, String)] = [
    (
      .outside,
      "ad ads adsense adslot advert adverts banner share sharing sharebar sharedaddy addthis social promo promos promoted"
        + " masthead toolbar login signup register tags taglist tagcloud popular widget widgets pagination"
        + " pager overlay lightbox rating poll"
        + " respond outbrain taboola recirc trending recommended newsletter subscribe paywall donate skip"
        + " print email rss feedback toc sponsored sponsor screenreader replies alert cta privacy bio disclaimer next prev previous excerpt"
        + " related readmore aside sidebar mostread nocontent"
    ),
    (
      .apart,
      "footer cookie cookies consent gdpr copyright nav navbar menu breadcrumb breadcrumbs modal popup"
    ),
    (.comments, "comments comment disqus discussion"),
    (
      .caption,
      "caption captions figcaption credit credits photo photos image images picture thumbnail gallery slideshow carousel"
    ),
    (.byline, "byline author authors writer"),
    (.dateline, "dateline timestamp pubdate date published updated"),
    (.headline, "headline hed"),
    (.deck, "deck dek standfirst subtitle subheadline subhead"),
  ]

  private static let stems: [[UInt8]] = [
    "related", "sidebar", "advert", "newsletter", "social", "recommend", "breadcrumb", "trending", "sponsor",
    "promo", "popular", "outbrain", "taboola", "disqus", "footer", "subscri", "navigat", "mostread", "mostpop",
    "readmore",
  ].map { Array($0.utf8) }
}
