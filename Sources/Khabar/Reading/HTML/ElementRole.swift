internal import Markup

/// What an element of HTML means for the text in it, by its name.
enum ElementRole: UInt8 {
  /// Part of a line of text.
  case inline
  /// Begins and ends a run of text.
  case block
  /// A line break.
  case lineBreak
  /// Never part of an article's text.
  case skipped
  case heading
  case listItem
  case quote
  case caption
  /// A picture with its caption.
  case figure

  /// The role of a name; names that HTML does not have are blocks.
  static func of(_ name: MarkupName) -> ElementRole {
    Int(name.rawValue) < table.count ? table[Int(name.rawValue)] : .block
  }

  private static let table: [ElementRole] = {
    var table = Array(repeating: ElementRole.block, count: 256)
    for (role, names) in lists {
      for name in names.split(separator: " ") { table[Int(MarkupName(String(name)).rawValue)] = role }
    }
    return table
  }()

  private static let lists: [(ElementRole, String)] = [
    (
      .inline,
      "a b i u s em strong small big sub sup mark font abbr acronym cite q code kbd samp var tt del ins strike wbr img span"
        + " time label person org location chron num money event object.title virtloc city region country state frac"
    ),
    (.lineBreak, "br"),
    (
      .skipped,
      "head nav button input select option object audio video canvas map dialog menu amp-sidebar amp-ad"
        + " amp-social-share media-producer media-metadata media-reference"
    ),
    (.heading, "h1 h2 h3 h4 h5 h6 hl2"),
    (.listItem, "li dt dd"),
    (.quote, "blockquote"),
    (.caption, "figcaption media-caption"),
    (.figure, "figure"),
  ]
}
