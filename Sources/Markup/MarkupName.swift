/// The name of an element or attribute of a `MarkupTree`: a number, so that names are compared in one step.
///
/// Names that occur in HTML pages and in the news formats have fixed numbers; any other name has one in its own tree only.
public struct MarkupName: RawRepresentable, Hashable, Sendable {
  /// The number; 0 is text.
  public var rawValue: UInt16

  /// Makes a name from its number.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  // Names that the readers ask for: the first ones of the list, in its order.
  /// `a`
  public static var a: MarkupName { MarkupName(rawValue: 1) }
  /// `p`
  public static var p: MarkupName { MarkupName(rawValue: 2) }
  /// `aside`
  public static var aside: MarkupName { MarkupName(rawValue: 3) }
  /// `form`
  public static var form: MarkupName { MarkupName(rawValue: 4) }
  /// `header`
  public static var header: MarkupName { MarkupName(rawValue: 5) }
  /// `footer`
  public static var footer: MarkupName { MarkupName(rawValue: 6) }
  /// `article`
  public static var article: MarkupName { MarkupName(rawValue: 7) }
  /// `body`
  public static var body: MarkupName { MarkupName(rawValue: 8) }
  /// `html`
  public static var html: MarkupName { MarkupName(rawValue: 9) }
  /// `meta`
  public static var meta: MarkupName { MarkupName(rawValue: 10) }
  /// `link`
  public static var link: MarkupName { MarkupName(rawValue: 11) }
  /// `title`
  public static var title: MarkupName { MarkupName(rawValue: 12) }
  /// `time`
  public static var time: MarkupName { MarkupName(rawValue: 13) }
  /// `content`
  public static var content: MarkupName { MarkupName(rawValue: 14) }
  /// `datetime`
  public static var datetime: MarkupName { MarkupName(rawValue: 15) }
  /// `itemtype`
  public static var itemtype: MarkupName { MarkupName(rawValue: 16) }
  /// `itemprop`
  public static var itemprop: MarkupName { MarkupName(rawValue: 17) }
  /// `property`
  public static var property: MarkupName { MarkupName(rawValue: 18) }
  /// `id`
  public static var id: MarkupName { MarkupName(rawValue: 19) }
  /// `class`
  public static var `class`: MarkupName { MarkupName(rawValue: 20) }
  /// `href`
  public static var href: MarkupName { MarkupName(rawValue: 21) }
  /// `lang`
  public static var lang: MarkupName { MarkupName(rawValue: 22) }
  /// `hidden`
  public static var hidden: MarkupName { MarkupName(rawValue: 23) }
  /// `button`
  public static var button: MarkupName { MarkupName(rawValue: 24) }
  /// `name`
  public static var nameAttribute: MarkupName { MarkupName(rawValue: 25) }

  /// The name of a text node.
  public static var text: MarkupName { MarkupName(rawValue: 0) }

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
    a p aside form header footer article body html meta link title time content datetime itemtype itemprop property id class href lang hidden button name
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
