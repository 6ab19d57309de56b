/// The segments around the beginning of an article that are not its body: headline, deck, byline, dateline.
struct PageHead {
  /// What each of them is.
  private(set) var kinds: [Int: Block.Kind] = [:]
  /// Those of them that are datelines only if they hold a date.
  private(set) var guesses: Set<Int> = []
  /// The page's own title without the name of the outlet, if no segment is the headline.
  private(set) var title: String?

  private let page: PageSegments
  /// The words of the titles.
  private let titles: [Set<ArraySlice<UInt8>>]
  private let first: Int

  /// How many segments before the body may belong to its head.
  private static let reach = 24

  init(_ page: PageSegments, _ content: MainContent, titles: [String]) {
    self.page = page
    first = content.kept.first ?? page.segments.count
    self.titles = titles.map { Set(Self.words(Array($0.utf8)[...])) }.filter { !$0.isEmpty }
    title = titles.last.map(Self.withoutOutlet)
    guard let headline = headline() else { return }
    kinds[headline] = .headline
    readRest(after: headline)
  }

  private static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { $0 <= 0x2F || (0x3A...0x40).contains($0) || $0 == 0x7C || $0 == 0x5F }
  }

  /// The heading that is most like a title of the page, the higher one first; without titles the last `<h1>` before the
  /// body.
  private func headline() -> Int? {
    var best: (score: Int, index: Int)?
    for index in page.segments.indices.prefix(first + 3) {
      let segment = page.segments[index]
      guard segment.letters >= 8, segment.letters <= 400, segment.out != .comments else { continue }
      let isHeading = segment.role == .heading
      guard isHeading || segment.hint == .headline || segment.level > 0 else { continue }
      let score = likeness(page.text[segment.bytes]) * 4 + (segment.level == 1 ? 2 : 0) - (segment.isOut ? 1 : 0)
      if score >= 20, score >= best?.score ?? 0 || best == nil { best = (score, index) }
    }
    if let best { return best.index }
    // Old pages have no headings; the title still has the headline in it, whole.
    let near = page.segments.indices.prefix(first).suffix(Self.reach).last {
      let words = Set(Self.words(page.text[page.segments[$0].bytes]))
      return words.count >= 4 && titles.contains { words.isSubset(of: $0) }
    }
    if let near { return near }
    guard titles.isEmpty else { return nil }
    return page.segments.indices.prefix(first).last { page.segments[$0].level == 1 }
  }

  /// How much of the shorter of a text and a title is in the other, in tenths, for the most alike title.
  private func likeness(_ text: ArraySlice<UInt8>) -> Int {
    let words = Set(Self.words(text))
    guard !words.isEmpty else { return 0 }
    return titles.map { title in
      let common = title.intersection(words).count
      guard common * 2 >= words.count else { return 0 }
      return common * 10 / min(title.count, words.count) - (words.count < 2 ? 5 : 0)
    }.max() ?? 0
  }

  private mutating func readRest(after headline: Int) {
    let end = min(first, page.segments.count)
    let start = max(0, min(headline, end) - 6)
    guard start < end else { return }
    for index in max(start, end - Self.reach)..<end where kinds[index] == nil {
      let segment = page.segments[index]
      guard segment.letters > 3, segment.out != .comments,
        !kinds.values.contains(kind(segment, index, headline) ?? .related)
      else { continue }
      kinds[index] = kind(segment, index, headline)
    }
    guard !kinds.values.contains(.dateline) else { return }
    for index in max(start, end - Self.reach)..<end where kinds[index] == nil {
      let segment = page.segments[index]
      guard (6...60).contains(segment.letters), !segment.isLinks, hasDigits(segment) else { continue }
      kinds[index] = .dateline
      guesses.insert(index)
    }
  }

  /// Whether a text has digits, of Arabic (U+0660 and on) or of Europe.
  private func hasDigits(_ segment: Segment) -> Bool {
    let text = page.text[segment.bytes]
    return text.indices.contains {
      (0x30...0x39).contains(text[$0])
        || text[$0] == 0xD9 && (0xA0...0xA9).contains(text[min($0 + 1, text.endIndex - 1)])
    }
  }

  private func kind(_ segment: Segment, _ index: Int, _ headline: Int) -> Block.Kind? {
    if segment.hint == .dateline || segment.isTime { return segment.letters <= 80 ? .dateline : nil }
    if segment.hint == .byline { return segment.letters <= 80 ? .byline : nil }
    guard index > headline, segment.letters >= 30, segment.letters <= 400, !segment.isLinks, !segment.isOut else {
      return nil
    }
    return segment.hint == .deck || segment.role == .heading && index <= headline + 3 ? .deck : nil
  }

  /// A title without " - Outlet" or " | Outlet" behind it.
  private static func withoutOutlet(_ title: String) -> String {
    let bytes = Array(title.utf8)
    var end = bytes.count
    for mark in [" | ", " - ", " – ", " — ", " :: "] {
      let mark = Array(mark.utf8)
      var at = bytes.count - mark.count
      while at > 12, at >= 0 {
        if bytes[at..<at + mark.count].elementsEqual(mark) {
          if bytes.count - at < at { end = min(end, at) }
          break
        }
        at -= 1
      }
    }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
