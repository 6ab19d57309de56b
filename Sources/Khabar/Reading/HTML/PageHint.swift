internal import Markup

/// What the class, id or role of an element says about it. Site makers everywhere use the same few words.
enum PageHint: UInt8 {
  case none
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

  /// What a word of an attribute says; words of one letter say nothing.
  init(word: PackedName) {
    self = .none
    guard word.count >= 2 else { return }
    if let hint = Self.words[word] {
      self = hint
      return
    }
    guard word.count > 5 else { return }
    let (stem, hint) = Self.stems[word.prefix(Self.stemLength)]
    if word.starts(with: stem) { self = hint }
  }

  /// Words that say something by themselves, or nothing, whatever they begin with.
  private static let words: NameTable<PageHint?> = {
    var words = NameTable(room: 200, none: PageHint?.none)
    for (hint, list) in lists {
      for word in list.utf8.split(separator: 0x20) { words[PackedName(word)] = hint }
    }
    return words
  }()

  /// What words begin with that say something ("commentlist", "relatedposts"), by their first five letters.
  private static let stems: NameTable<(stem: PackedName, hint: PageHint)> = {
    var stems = NameTable(room: 30, none: (stem: PackedName(), hint: PageHint.none))
    for (hint, list) in beginnings {
      for word in list.utf8.split(separator: 0x20).map({ PackedName($0) }) {
        stems[word.prefix(stemLength)] = (word, hint)
      }
    }
    return stems
  }()

  /// No two stems begin with the same letters up to here.
  private static let stemLength = 5

  private static let lists: [(PageHint, String)] = [
    (
      .outside,
      "ad ads adsense adslot advert adverts banner share sharing sharebar sharedaddy addthis social promo promos promoted"
        + " masthead toolbar login signup register tags taglist tagcloud popular widget widgets pagination"
        + " pager overlay lightbox rating poll"
        + " respond outbrain taboola recirc trending recommended newsletter subscribe paywall donate skip"
        + " print email rss feedback toc sponsored sponsor screenreader replies alert cta privacy bio disclaimer next prev previous excerpt"
        + " related readmore aside sidebar mostread nocontent wall regwall offer offers"
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
    // What only subscribers see is the article.
    (.none, "subscriber subscribers"),
  ]

  private static let beginnings: [(PageHint, String)] = [
    (.comments, "comment"),
    (
      .outside,
      "related sidebar advert newsletter social recommend breadcrumb trending sponsor promo popular outbrain taboola disqus"
        + " footer subscri navigat mostread mostpop readmore"
    ),
  ]
}
