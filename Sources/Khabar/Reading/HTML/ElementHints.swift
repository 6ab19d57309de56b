internal import Markup

/// What the name, class and id of an element say about it.
struct ElementHints {
  private(set) var hint: PageHint
  /// Whether it names itself the text of an article: "article-body", "entry-content", "storyText".
  private(set) var isBody = false

  init(_ node: Int, _ tree: MarkupTree) {
    hint = PageHint(element: tree.name(node))
    let isNamed = hint != .none
    var (ofClass, ofId) = (PageHint.none, PageHint.none)
    for attribute in tree.attributes(of: node) {
      let value = tree.attributeValue(attribute)
      switch tree.attributeName(attribute) {
      case .class: ofClass = read(tree.bytes.span, value)
      case .id: ofId = read(tree.bytes.span, value)
      case .itemprop: isBody = isBody || tree.bytes[value].elementsEqual("articleBody".utf8)
      default: break
      }
    }
    guard !isNamed else { return }
    hint = ofClass.isOut || ofId == .none ? ofClass : ofId
  }

  /// Reads the words of an attribute, parted by anything but letters, and where a capital follows a small letter; answers
  /// what the first says that puts the element outside of the article, else the last that says anything.
  private mutating func read(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>) -> PageHint {
    var hint = PageHint.none
    var word = PackedName()
    var ends = Ends()
    var previous: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      let lower = byte | 0x20
      let isLetter = lower >= 0x61 && lower <= 0x7A
      if word.count > 0, !isLetter || byte < 0x60 && previous >= 0x61 {
        if !hint.isOut { hint = Self.later(hint, PageHint(word: word)) }
        word = PackedName()
      }
      if isLetter {
        word.append(lower)
        ends.append(lower)
      } else if byte == 0x20 {
        isBody = isBody || ends.areOfBody
        ends = Ends()
      }
      previous = byte
    }
    isBody = isBody || ends.areOfBody
    return hint.isOut ? hint : Self.later(hint, PageHint(word: word))
  }

  private static func later(_ one: PageHint, _ other: PageHint) -> PageHint { other == .none ? one : other }

  /// The first and the last letters of one name of a list.
  private struct Ends {
    private var first: UInt64 = 0
    private var last: UInt64 = 0
    private var count = 0

    mutating func append(_ letter: UInt8) {
      if count < 8 { first |= UInt64(letter) &<< UInt64(8 &* count) }
      last = last &<< 8 | UInt64(letter)
      count &+= 1
    }

    /// Whether it begins with what may have a body and ends with what means body.
    var areOfBody: Bool {
      for end in Self.ends where count > end.count && last & end.mask == end.letters {
        return Self.beginnings.contains { count >= end.count + $0.count && first & $0.mask == $0.letters }
      }
      return false
    }

    private typealias Part = (letters: UInt64, mask: UInt64, count: Int)

    private static let beginnings: [Part] = [
      "article", "story", "entry", "post", "news", "content", "page", "node",
    ].map { part(Array($0.utf8.reversed())) }
    private static let ends: [Part] = ["body", "content", "text"].map { part(Array($0.utf8)) }

    /// Letters with the last one in the lowest byte.
    private static func part(_ letters: [UInt8]) -> Part {
      (letters.reduce(0) { $0 << 8 | UInt64($1) }, UInt64.max >> UInt64(64 - 8 * letters.count), letters.count)
    }
  }
}
