/// What an article asks not to be told, written into the article: `khabar:ignore CODE, CODE: REASON` on a line of its own in a
/// text, in a comment of a page, in any string of a news item.
public struct InlineSuppressions: Sendable {
  /// One request that has a reason.
  public struct Entry: Sendable, Hashable {
    /// Codes of checks.
    public var codes: [String]
    /// Why.
    public var reason: String
  }

  /// The requests that have a reason and name checks that exist.
  private(set) var entries: [Entry] = []
  /// What is wrong with the others.
  private(set) var hits: [Hit] = []
  /// The bytes of all requests, to the end of their lines.
  private(set) var ranges: [Range<Int>] = []

  private static let mark = Array("khabar:ignore".utf8)
  private static let limit = 100

  /// Reads the requests of an article.
  init(_ bytes: [UInt8]) {
    var at = 0
    while ranges.count < Self.limit, let start = Self.find(bytes, from: at) {
      let line = bytes[start...].prefix { $0 != 10 && $0 != 13 }
      let end = start + Self.length(line)
      ranges.append(Self.lineStart(bytes, start)..<end)
      read(String(decoding: bytes[start + Self.mark.count..<end], as: UTF8.self))
      at = max(end, start + 1)
    }
  }

  /// Where the mark stands next.
  private static func find(_ bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while let next = bytes[at...].firstIndex(of: mark[0]) {
      if bytes[next...].starts(with: mark) { return next }
      at = next + 1
    }
    return nil
  }

  /// How long a request is: a comment or a string may end before the line does.
  private static func length(_ line: ArraySlice<UInt8>) -> Int {
    for index in line.indices {
      if line[index] == UInt8(ascii: "\"") || line[index...].starts(with: "-->".utf8) { return index - line.startIndex }
    }
    return line.count
  }

  /// Where the signs of a comment before a request begin ("# ", "// "), so that they are no text either.
  private static func lineStart(_ bytes: [UInt8], _ start: Int) -> Int {
    var first = start
    while first > 0, [0x20, 0x09, 0x23, 0x2F].contains(bytes[first - 1]) { first -= 1 }
    return first
  }

  private mutating func read(_ request: String) {
    guard let colon = request.firstIndex(of: ":") else { return complain("it gives no reason", request) }
    let codes = request[..<colon].split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
    let reason = Self.trimmed(request[request.index(after: colon)...])
    if reason.isEmpty { return complain("it gives no reason", request) }
    if codes.isEmpty { return complain("it names no check", request) }
    if let unknown = codes.first(where: { Check.named($0) == nil }) {
      return complain("there is no check \"\(unknown)\"\(Nearest.hint(unknown, Check.all.map(\.code)))", request)
    }
    entries.append(Entry(codes: codes, reason: reason))
  }

  private mutating func complain(_ what: String, _ request: String) {
    hits.append(Hit(BadSuppression.check, [what], content: request))
  }

  private static func trimmed(_ text: Substring) -> String {
    var bytes = text.utf8.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
