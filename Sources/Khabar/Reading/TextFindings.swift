/// What is worth knowing about a decoded text before anything is extracted from it.
enum TextFindings {
  /// Characters that steer the writing direction and cannot be seen, one finding for each of them.
  static func hiddenControls(_ utf8: [UInt8]) -> [Finding] {
    var counts = Array(repeating: (count: 0, first: 0), count: controls.count)
    for at in utf8.indices.dropLast() where utf8[at] == 0xE2 || utf8[at] == 0xD8 && utf8[at + 1] == 0x9C {
      // All others begin with E2 80 or E2 81.
      guard utf8[at + 1] & 0xFE == 0x80 || utf8[at] == 0xD8 else { continue }
      for (index, control) in controls.enumerated() where utf8[at...].starts(with: control.bytes) {
        if counts[index].count == 0 { counts[index].first = at }
        counts[index].count += 1
      }
    }
    return controls.indices.filter { counts[$0].count > 0 }.map { index in
      let (count, first) = counts[index]
      let control = controls[index]
      return Finding(
        code: "hidden-bidi-control", severity: control.isStrong ? .warning : .note,
        message: "The text hides \(count) of the control \(control.name)"
          + (control.isStrong ? ", which can show it in another order than it is stored." : "."),
        span: Span(at: first, length: control.bytes.count, in: utf8))
    }
    .sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }

  /// A note when the last block that tells news breaks off.
  static func truncation(_ words: Words, _ blocks: [Block], _ ranges: [Range<Int>]) -> Finding? {
    guard let index = blocks.lastIndex(where: { $0.kind == .paragraph || $0.kind == .listItem }) else { return nil }
    var last = ranges[index].upperBound - 1
    while last > ranges[index].lowerBound, Line.closers.contains(words[last].mark) { last -= 1 }
    let dots = words[last].mark == 0x2E && last > 0 && words[last - 1].mark == 0x2E
    let tail = max(ranges[index].lowerBound, ranges[index].upperBound - 8)..<ranges[index].upperBound
    let opener = tail.last { Line.openers.contains(words[$0].mark) }
    let isMarked =
      opener.map { (($0 + 1)..<tail.upperBound).contains { words.lineRole(at: $0) == .truncated } } ?? false
    guard dots || words[last].mark == 0x2026 || isMarked || isOpen(words, ranges[index]) else { return nil }
    return Finding(
      code: "truncated-text", severity: .note, message: "The text breaks off at its end.",
      span: words.span(last..<last + 1))
  }

  /// Whether a block that ends its sentences otherwise ends in a word that needs another behind it: a preposition, an article.
  private static func isOpen(_ words: Words, _ block: Range<Int>) -> Bool {
    let last = block.upperBound - 1
    guard block.count > 1, words[last].kind == .word, opens(words, last), !words[last].clitics.contains(.article)
    else { return false }
    return block.contains { words[$0].mark == 0x2E && words.touches($0 - 1, $0) }
  }

  /// Letters of the function words that nothing ends with: prepositions, articles, in Arabic what opens a clause or a verb too.
  private static func opens(_ words: Words, _ token: Int) -> Bool {
    guard let match = words.match(.function, at: token), match.length == 1 else { return false }
    switch match.value.first {
    case 0x64: return true
    // "من قبل"
    case 0x70: return !words.has(.function, at: token - 1)
    case 0x63, 0x72, 0x76: return words[token].script == .arabic
    default: return false
    }
  }

  /// The error of a text without a single word.
  static let empty = Finding(code: "empty-article", severity: .error, message: "The article has no text.")

  private static let controls: [(bytes: [UInt8], name: String, isStrong: Bool)] = [
    ([0xD8, 0x9C], "U+061C (Arabic letter mark)", false),
    ([0xE2, 0x80, 0x8E], "U+200E (left-to-right mark)", false),
    ([0xE2, 0x80, 0x8F], "U+200F (right-to-left mark)", false),
    ([0xE2, 0x80, 0xAA], "U+202A (left-to-right embedding)", true),
    ([0xE2, 0x80, 0xAB], "U+202B (right-to-left embedding)", true),
    ([0xE2, 0x80, 0xAC], "U+202C (pop directional formatting)", true),
    ([0xE2, 0x80, 0xAD], "U+202D (left-to-right override)", true),
    ([0xE2, 0x80, 0xAE], "U+202E (right-to-left override)", true),
    ([0xE2, 0x81, 0xA6], "U+2066 (left-to-right isolate)", true),
    ([0xE2, 0x81, 0xA7], "U+2067 (right-to-left isolate)", true),
    ([0xE2, 0x81, 0xA8], "U+2068 (first strong isolate)", true),
    ([0xE2, 0x81, 0xA9], "U+2069 (pop directional isolate)", true),
  ]
}
