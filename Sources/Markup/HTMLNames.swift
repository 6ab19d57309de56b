/// A name in lower case, packed into a word: its first eight letters, and how many there are.
struct HTMLName: Equatable {
  /// The first letter in the lowest byte.
  private(set) var letters: UInt64 = 0
  private(set) var count = 0

  /// A name as written in the code.
  init(_ name: StaticString) {
    name.withUTF8Buffer { for byte in $0 { append(byte) } }
  }

  /// A name as it stands in a document.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    for index in range { append(bytes[index]) }
  }

  private mutating func append(_ byte: UInt8) {
    if count < 8 { letters |= UInt64(Self.lower(byte)) << UInt64(8 * count) }
    count += 1
  }

  /// A letter of ASCII in lower case, any other byte as it is.
  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

/// What the cleaner knows of the names of elements and attributes.
final class HTMLNames: Sendable {
  let script = HTMLName("script")
  let svg = HTMLName("svg")
  let link = HTMLName("link")
  let type = HTMLName("type")
  let href = HTMLName("href")
  let style = HTMLName("style")
  private let meta = HTMLName("meta")
  private let raw = names("script style noscript iframe noframes noembed textarea")
  private let cut = names("svg template nav button select dialog audio video object canvas map")
  private let bare = names(
    """
    b i em strong u s small big font sub sup mark ins del strike tt abbr acronym code kbd var samp cite q wbr img input \
    source track param embed area base
    """)
  private let optional = names(
    """
    p li dt dd td th tr thead tbody tfoot colgroup col option optgroup html head body br hr link meta rb rt rp
    """)
  private let telling = names(
    "class id href content property itemprop itemtype itemscope datetime lang xml:lang dir hidden role style pubdate")
  private let tellingOfMeta = names("name rel")

  /// The one table.
  static let shared = HTMLNames()

  private static func names(_ list: String) -> [HTMLName] {
    list.utf8.split(separator: 0x20).map { name in Array(name).withUnsafeBufferPointer { HTMLName($0, $0.indices) } }
  }

  /// Elements whose content is not mark-up, as in the HTML standard (13.1.2, raw text).
  func isRaw(_ name: HTMLName) -> Bool { name.count >= 5 && raw.contains(name) }
  /// Elements that are cut with everything in them.
  func isCut(_ name: HTMLName) -> Bool { name.count >= 3 && (cut.contains(name) || isRaw(name)) }
  /// Elements whose tags are left out: they neither part texts nor say anything about them.
  func isBare(_ name: HTMLName) -> Bool { name.count <= 7 && bare.contains(name) }
  /// Elements whose attributes carry metadata and are kept whole.
  func isMeta(_ name: HTMLName) -> Bool { name == meta || name == link }
  /// Elements without an end tag, or whose end tag may be left out.
  func isOptionallyClosed(_ name: HTMLName) -> Bool { name.count <= 8 && optional.contains(name) }
  /// Attributes that say something about a text.
  func isTelling(_ name: HTMLName, ofMeta isMeta: Bool) -> Bool {
    name.count <= 14 && (telling.contains(name) || isMeta && tellingOfMeta.contains(name))
  }
}
