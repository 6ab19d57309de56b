internal import Markup

extension Article {
  /// The articles that a delivered file holds: the items of a feed or of a news message; else the file itself.
  public var items: [Article] {
    let format = Format(mediaType: mediaType)
    guard format == .feedItem || format == .newsML else { return [self] }
    let names = format == .newsML ? ["newsItem"] : ["item", "entry"]
    let ranges = names.lazy.map { Self.elements($0, in: bytes) }.first { !$0.isEmpty } ?? []
    // One item that is the whole document needs what stands around it no more than the reader does.
    guard format == .feedItem ? !ranges.isEmpty : ranges.count > 1 else { return [self] }
    let channel = format == .feedItem ? Self.channel(bytes, before: ranges.first?.lowerBound ?? 0) : (nil, nil)
    let label = charset ?? CharsetLabel.declared(in: bytes)
    return ranges.enumerated().map { index, range in
      var item = self
      item.bytes = Array(bytes[range])
      item.name = ranges.count > 1 ? "\(name)#\(index + 1)" : name
      item.charset = label
      item.outlet = outlet ?? channel.0
      item.language = language ?? channel.1
      return item
    }
  }

  /// Where the outermost elements of a name stand.
  private static func elements(_ name: String, in bytes: [UInt8]) -> [Range<Int>] {
    let open = Array("<\(name)".utf8)
    let close = Array("</\(name)>".utf8)
    var ranges: [Range<Int>] = []
    var start: Int?
    var at = 0
    while let mark = bytes[at...].firstIndex(of: 0x3C) {
      at = mark + 1
      if let begin = start {
        guard bytes[mark...].starts(with: close) else { continue }
        ranges.append(begin..<mark + close.count)
        start = nil
      } else if bytes[mark...].starts(with: open), mark + open.count < bytes.count {
        let after = bytes[mark + open.count]
        if after <= 0x20 || after == 0x3E { start = mark }
      }
    }
    return ranges
  }

  /// The title and the language of a feed, from what stands before its first item.
  private static func channel(_ bytes: [UInt8], before end: Int) -> (String?, String?) {
    var findings: [Finding] = []
    let decoded = Charset(decoding: Array(bytes[..<end]), label: CharsetLabel.declared(in: bytes))
    let item = XMLItem(decoded.utf8, &findings)
    guard !item.isRefused else { return (nil, nil) }
    let language = item.text("language") ?? item.tree.indices.first.flatMap { item.tree.string($0, .lang) }
    return (item.text("title"), language.flatMap(LanguageGuess.tag))
  }
}
