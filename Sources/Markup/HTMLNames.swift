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

  /// Where the search for it begins in a table of 512.
  fileprivate var slot: Int { Int(truncatingIfNeeded: (letters &* 0x9E37_79B9_7F4A_7C15) >> 55) }

  /// A letter of ASCII in lower case, any other byte as it is.
  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

/// What the cleaner knows of the names of elements and attributes: one look-up a name.
final class HTMLNames: Sendable {
  /// What a name means; a name may be one of an element and one of an attribute.
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// An element whose content is not mark-up, as in the HTML standard (13.1.2, raw text).
    static let raw = Traits(rawValue: 1)
    /// An element that is cut with everything in it.
    static let cut = Traits(rawValue: 2)
    /// An element whose tags are left out: they neither part texts nor say anything about them.
    static let bare = Traits(rawValue: 4)
    /// An element without an end tag, or whose end tag may be left out.
    static let optionallyClosed = Traits(rawValue: 8)
    /// An element whose attributes carry metadata and are kept whole.
    static let meta = Traits(rawValue: 16)
    /// An attribute that says something about a text.
    static let telling = Traits(rawValue: 32)
    /// An attribute that says something in an element of metadata.
    static let tellingOfMeta = Traits(rawValue: 64)
  }

  let script = HTMLName("script")
  let svg = HTMLName("svg")
  let link = HTMLName("link")
  let type = HTMLName("type")
  let href = HTMLName("href")
  let style = HTMLName("style")

  private let slots: [(name: HTMLName, traits: Traits)]

  /// The one table.
  static let shared = HTMLNames()

  private static let lists: [(Traits, String)] = [
    ([.raw, .cut], "script style noscript iframe noframes noembed textarea"),
    (.cut, "svg template nav button select dialog audio video object canvas map"),
    (
      .bare,
      "b i em strong u s small big font sub sup mark ins del strike tt abbr acronym code kbd var samp cite q wbr img input"
        + " source track param embed area base"
    ),
    (
      .optionallyClosed,
      "p li dt dd td th tr thead tbody tfoot colgroup col option optgroup html head body br hr link meta rb rt rp"
    ),
    (.meta, "meta link"),
    (
      .telling,
      "class id href content property itemprop itemtype itemscope datetime lang xml:lang dir hidden role style pubdate"
    ),
    (.tellingOfMeta, "name rel"),
  ]

  private init() {
    var slots = Array(repeating: (name: HTMLName(""), traits: Traits([])), count: 512)
    for (traits, list) in Self.lists {
      for word in list.utf8.split(separator: 0x20) {
        let name = Array(word).withUnsafeBufferPointer { HTMLName($0, $0.indices) }
        var index = name.slot
        while slots[index].name.count > 0, slots[index].name != name { index = (index + 1) & 511 }
        slots[index] = (name, slots[index].traits.union(traits))
      }
    }
    self.slots = slots
  }

  /// What a name means; nothing for an unknown one.
  func traits(_ name: HTMLName) -> Traits {
    var index = name.slot
    while slots[index].name.count > 0 {
      if slots[index].name == name { return slots[index].traits }
      index = (index + 1) & 511
    }
    return []
  }
}
