/// The name of an element or attribute of a `MarkupTree`: a number, so that names are compared in one step.
///
/// Names that occur in HTML pages and in the news formats have fixed numbers; any other name has one in its own tree only.
public struct MarkupName: RawRepresentable, Hashable, Sendable {
  /// The number; 0 is text.
  public var rawValue: UInt16

  /// Makes a name from its number.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  // Names that the readers ask for.
  /// `a`
  public static let a = MarkupName("a")
  /// `p`
  public static let p = MarkupName("p")
  /// `aside`
  public static let aside = MarkupName("aside")
  /// `form`
  public static let form = MarkupName("form")
  /// `header`
  public static let header = MarkupName("header")
  /// `footer`
  public static let footer = MarkupName("footer")
  /// `article`
  public static let article = MarkupName("article")
  /// `body`
  public static let body = MarkupName("body")
  /// `html`
  public static let html = MarkupName("html")
  /// `meta`
  public static let meta = MarkupName("meta")
  /// `link`
  public static let link = MarkupName("link")
  /// `title`
  public static let title = MarkupName("title")
  /// `time`
  public static let time = MarkupName("time")
  /// `content`
  public static let content = MarkupName("content")
  /// `datetime`
  public static let datetime = MarkupName("datetime")
  /// `itemtype`
  public static let itemtype = MarkupName("itemtype")
  /// `itemprop`
  public static let itemprop = MarkupName("itemprop")
  /// `property`
  public static let property = MarkupName("property")
  /// `id`
  public static let id = MarkupName("id")
  /// `class`
  public static let `class` = MarkupName("class")
  /// `href`
  public static let href = MarkupName("href")
  /// `lang`
  public static let lang = MarkupName("lang")
  /// `hidden`
  public static let hidden = MarkupName("hidden")
  /// `button`
  public static let button = MarkupName("button")
  /// The attribute `name`
  public static let nameAttribute = MarkupName("name")

  /// The name of a text node.
  public static let text = MarkupName(rawValue: 0)

  /// The fixed name that is written like this; `text` if there is none.
  public init(_ name: String) { rawValue = Self.numbers[name] ?? 0 }

  /// 1 to 6 for the headings of HTML, 2 for NITF's `hl2`, else 0.
  public var headingLevel: Int { Self.headings[self] ?? 0 }

  private static let headings: [MarkupName: Int] = Dictionary(
    uniqueKeysWithValues: (1...6).map { (MarkupName("h\($0)"), $0) } + [(MarkupName("hl2"), 2)])

  /// What a fixed name is in writing; "" for a name of one tree.
  public var known: String { Int(rawValue) < Self.known.count ? Self.known[Int(rawValue)] : "" }

  /// The fixed names in the order of their numbers.
  static let known: [String] =
    [""] + list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).map { String(decoding: $0, as: UTF8.self) }
  /// The number of each fixed name.
  static let numbers = Dictionary(
    known.enumerated().map { ($1, UInt16($0)) }, uniquingKeysWith: { first, _ in first })

  private static let list = """
    html head body title meta link base p div span a b i u s em strong small big sub sup mark font center abbr acronym cite q
    code kbd samp var tt del ins strike br wbr hr img picture figure figcaption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd menu dir
    table caption thead tbody tfoot tr td th article section main aside nav header footer hgroup address blockquote pre form
    button input select option label fieldset legend details summary dialog time object audio video canvas map area
    amp-img amp-ad amp-sidebar amp-video amp-social-share
    class id itemprop itemtype itemscope property name content datetime href rel lang xml:lang hidden aria-hidden role style
    pubdate data-testid data-component
    nitf newsMessage newsItem packageItem conceptItem knowledgeItem catalogItem planningItem itemSet itemMeta contentMeta
    contentSet inlineXML inlineData inlineXHTML headline slugline by byline bytag dateline located creditline description
    contentCreated contentModified versionCreated firstCreated embargoed language literal provider itemClass qcode guid
    contenttype role rendition tag hedline hl1 hl2 docdata date.issue date.release doc-id pubdata distributor copyrite
    body.head body.content body.end abstract block media media-caption media-producer lede nitf-table story.date norm
    rss feed channel item entry encoded summary creator author pubDate published updated lastBuildDate date type category copyrightHolder byttl
    person org location chron num money event object.title virtloc city region country state frac media-metadata
    media-reference
    RDF url src alt version standard uri key keyword subject infoSource NewsML NewsItem NewsComponent DataContent NewsLines HeadLine SubHeadLine ByLine DateLine NewsManagement FirstCreated ThisRevisionCreated
    """
}
