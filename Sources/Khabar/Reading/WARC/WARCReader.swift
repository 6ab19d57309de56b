/// Reads a web archive (WARC 1.0 and 1.1, ISO 28500) as it streams by, and hands on the pages in it.
///
/// Only the record that is being read is held, and only if it can be a page: an archive of any size takes no more memory
/// than its largest page. A record whose length is wrong costs itself; reading goes on at the next one.
public struct WARCReader {
  /// A page of an archive.
  public struct Page: Sendable {
    /// The page as an article, with its record as its source.
    public var article: Article
    /// `Content-Encoding` of the HTTP answer in lower case, if it has one: the bytes are still encoded.
    public var encoding: String?
  }

  private enum State { case between, header, body, lost }

  private let limit: Int
  private var state = State.between
  private var buffer: [UInt8] = []
  /// Bytes of the buffer that have been looked at in vain.
  private var searched = 0
  private var header = WARCHeader([])
  /// Bytes of the body that are still to come.
  private var rest = 0
  private var isKept = false

  /// Records seen, whatever they hold.
  public private(set) var recordCount = 0
  /// What was wrong, a sentence each; at most a hundred are kept.
  public private(set) var complaints: [String] = []
  /// How many things were wrong.
  public private(set) var complaintCount = 0

  private static let longestHeader = 1 << 16

  /// Makes a reader that passes by pages of more bytes than the limit.
  public init(limit: Int) { self.limit = limit }

  /// Takes the next bytes and hands on the pages that are complete.
  public mutating func read(_ bytes: ArraySlice<UInt8>, to take: (Page) throws -> Void) rethrows {
    var rest = bytes
    while !rest.isEmpty {
      switch state {
      case .between: skipLineEnds(&rest)
      case .header: readHeader(&rest)
      case .body: try readBody(&rest, to: take)
      case .lost: findRecord(&rest)
      }
    }
  }

  /// Says that the archive is at its end.
  public mutating func finish(to take: (Page) throws -> Void) rethrows {
    guard state == .header && !buffer.isEmpty || state == .body && rest > 0 else { return }
    complain("the archive ends inside a record")
    if state == .body, isKept, let page = header.page(buffer) { try take(page) }
    state = .between
    buffer = []
  }

  private mutating func complain(_ what: String) {
    complaintCount += 1
    if complaints.count < 100 { complaints.append("record \(recordCount + 1): \(what)") }
  }

  private mutating func skipLineEnds(_ bytes: inout ArraySlice<UInt8>) {
    bytes = bytes.drop { $0 == 0x0D || $0 == 0x0A }
    guard !bytes.isEmpty else { return }
    state = .header
    buffer.removeAll(keepingCapacity: true)
    searched = 0
  }

  /// Collects a header up to its empty line.
  private mutating func readHeader(_ bytes: inout ArraySlice<UInt8>) {
    let known = buffer.count
    buffer += bytes.prefix(Self.longestHeader)
    guard buffer.starts(with: "WARC/1.".utf8.prefix(buffer.count)) else {
      return lose("it does not begin with WARC/1.")
    }
    var end: Int?
    var at = max(searched, 3)
    while at < buffer.count, end == nil {
      if buffer[at] == 0x0A, buffer[at - 1] == 0x0A || buffer[at - 1] == 0x0D && buffer[at - 2] == 0x0A { end = at + 1 }
      at += 1
    }
    searched = buffer.count
    guard let end else {
      bytes = bytes.dropFirst(Self.longestHeader)
      if buffer.count > Self.longestHeader { lose("its header does not end") }
      return
    }
    bytes = bytes.dropFirst(end - known)
    header = WARCHeader(buffer[..<end])
    beginBody()
  }

  private mutating func beginBody() {
    guard let length = header.length else { return lose("it has no length") }
    recordCount += 1
    rest = length
    isKept = header.canBePage && length <= limit
    if header.canBePage, !isKept { complain("its page has more than \(limit) bytes") }
    buffer.removeAll(keepingCapacity: true)
    state = rest > 0 ? .body : .between
  }

  private mutating func readBody(_ bytes: inout ArraySlice<UInt8>, to take: (Page) throws -> Void) rethrows {
    let part = bytes.prefix(rest)
    if isKept { buffer += part }
    bytes = bytes.dropFirst(part.count)
    rest -= part.count
    guard rest == 0 else { return }
    state = .between
    if isKept, let page = header.page(buffer) { try take(page) }
    buffer = []
  }

  private mutating func lose(_ why: String) {
    complain("\(why); reading goes on at the next record")
    state = .lost
    searched = 0
    buffer.removeAll(keepingCapacity: true)
  }

  /// Looks for the next line that begins a record.
  private mutating func findRecord(_ bytes: inout ArraySlice<UInt8>) {
    let mark = Array("\nWARC/1.".utf8)
    while let byte = bytes.first {
      if byte == mark[searched] {
        searched += 1
      } else {
        searched = byte == mark[0] ? 1 : 0
      }
      bytes = bytes.dropFirst()
      guard searched == mark.count else { continue }
      buffer = Array(mark.dropFirst())
      searched = 0
      state = .header
      return
    }
  }
}
