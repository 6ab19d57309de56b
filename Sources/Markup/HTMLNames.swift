/// What the HTML parser knows of the names of elements and attributes: one look-up a name.
final class HTMLNames: Sendable {
  /// How an element behaves among others (HTML standard, 13.2.6.4.7, "in body").
  enum Kind: UInt8 {
    /// Part of a line, or unknown: any end tag around it closes it.
    case inline
    case link, paragraph, heading, listItem, definition, option, form
    /// A block that list items look through: `div` and `address`.
    case division
    /// Any other block.
    case block
    case table, rowGroup, row, cell
    /// `caption` and `colgroup`.
    case tablePart
    /// Without content.
    case void
    case rule
    case html, head, body
    /// What stands in the head without opening the body: `meta`, `link`.
    case metadata
    case title

    /// Whether an open paragraph ends before it.
    var endsParagraph: Bool {
      switch self {
      case .paragraph, .heading, .listItem, .definition, .form, .division, .block, .table, .rule: true
      default: false
      }
    }

    /// Whether its end tag may not be left out.
    var needsEnd: Bool {
      switch self {
      case .inline, .link, .heading, .form, .division, .block, .table: true
      default: false
      }
    }

    /// Whether end tags of blocks inside of it do not reach out of it.
    var isScope: Bool { self == .table || self == .cell || self == .tablePart || self == .html }

    /// Whether an end tag of an inline element does not reach out of it ("special" in the standard).
    var isSpecial: Bool { self != .inline && self != .link && self != .option }
  }

  /// What a name means; a name may be one of an element and one of an attribute.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// An element whose content is not mark-up (13.1.2, raw text).
    static let raw = Traits(rawValue: 1)
    /// An element that is cut with everything in it.
    static let cut = Traits(rawValue: 2)
    /// An element whose tags are left out: they neither part texts nor say anything about them.
    static let bare = Traits(rawValue: 4)
    /// An attribute that says something about a text.
    static let telling = Traits(rawValue: 8)
    /// An attribute that says something in an element of metadata.
    static let tellingOfMeta = Traits(rawValue: 16)
  }

  /// What is known of a name.
  struct Entry {
    /// Its number, or `text` if it has none.
    var number = MarkupName.text
    var kind = Kind.inline
    var traits = Traits([])
  }

  let script = PackedName("script".utf8)
  let svg = PackedName("svg".utf8)
  let type = PackedName("type".utf8)
  let style = MarkupName("style")
  let rel = MarkupName("rel")

  private let table: NameTable<Entry>
  /// The one table.
  static let shared = HTMLNames()

  private static let traits: [(Traits, String)] = [
    ([.raw, .cut], "script style noscript iframe noframes noembed textarea"),
    (.cut, "svg template nav button select dialog audio video object canvas map"),
    (
      .bare,
      "b i em strong u s small big font sub sup mark ins del strike tt abbr acronym code kbd var samp cite q wbr img input"
        + " source track param embed area base"
    ),
    (.telling, "class id content property itemprop itemtype datetime lang hidden style"),
    (.tellingOfMeta, "name href rel"),
  ]

  private static let kinds: [(Kind, String)] = [
    (.link, "a"), (.paragraph, "p"), (.heading, "h1 h2 h3 h4 h5 h6"), (.listItem, "li"), (.definition, "dd dt"),
    (.option, "option"), (.form, "form"), (.division, "div address"),
    (
      .block,
      "article aside blockquote center details dir dl fieldset figcaption figure footer header hgroup main menu ol section"
        + " summary ul pre listing xmp search frameset"
    ),
    (.table, "table"), (.rowGroup, "tbody thead tfoot"), (.row, "tr"), (.cell, "td th"),
    (.tablePart, "caption colgroup"),
    (.void, "br col"), (.rule, "hr"), (.html, "html"), (.head, "head"), (.body, "body"), (.metadata, "meta link"),
    (.title, "title"),
  ]

  private init() {
    var table = NameTable(room: MarkupName.known.count, none: Entry())
    // Names with capitals are those of news formats.
    for (number, text) in MarkupName.known.enumerated() where number > 0 && text == text.lowercased() {
      let name = PackedName(text.utf8)
      if table[name].number == .text { table[name].number = MarkupName(rawValue: UInt16(number)) }
    }
    for (traits, list) in Self.traits {
      for word in list.utf8.split(separator: 0x20) { table[PackedName(word)].traits.formUnion(traits) }
    }
    for (kind, list) in Self.kinds {
      for word in list.utf8.split(separator: 0x20) { table[PackedName(word)].kind = kind }
    }
    self.table = table
  }

  /// What is known of a name; an entry without a number for an unknown one.
  @inline(__always)
  func entry(_ name: PackedName) -> Entry { table[name] }
}
