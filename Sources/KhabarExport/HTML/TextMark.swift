import Khabar

/// A stretch of a text that a page marks.
struct TextMark {
  /// Where it stands, in bytes of the text.
  var range: Range<Int>
  /// What it is for, as a class of the style sheet.
  var kind: String
  /// By which links find it.
  var id: String?
  /// The card to go to from it, and the title of that link with the language of it.
  var link: (card: PageCard, title: String, language: String)?
}

extension HTMLWriter {
  /// Writes a stretch of a text with its marks. Where marks overlap, the later one has what the earlier one leaves.
  mutating func text(_ text: [UInt8], _ range: Range<Int>, marks: [TextMark]) {
    let range = range.clamped(to: text.indices)
    var at = range.lowerBound
    let sorted = marks.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    for mark in sorted {
      let start = max(at, min(mark.range.lowerBound, range.upperBound))
      let end = max(start, min(mark.range.upperBound, range.upperBound))
      self.text(text[at..<start])
      write(mark, text[start..<end], isJoined: Self.isLetter(before: start, in: text))
      at = end
    }
    self.text(text[at..<range.upperBound])
  }

  /// Whether a mark begins within an Arabic word ("و" + "إسرائيل"): no sign may stand there, since it would cut the word.
  private static func isLetter(before index: Int, in text: [UInt8]) -> Bool {
    index > 1 && (0xD8...0xDB).contains(text[index - 2])
  }

  private mutating func write(_ mark: TextMark, _ words: ArraySlice<UInt8>, isJoined: Bool) {
    if words.isEmpty, mark.id == nil { return }
    let kind = isJoined ? "\(mark.kind) joined" : mark.kind
    element(words.isEmpty ? "span" : "mark", ["class": kind, "id": mark.id]) { $0.text(words) }
    guard let link = mark.link else { return }
    element(
      "a",
      [
        "class": "ref \(mark.kind)", "href": "#\(link.card.id)", "lang": link.language, "dir": "ltr",
        "title": link.title,
      ]
    ) { $0.name(of: link.card) }
  }
}
