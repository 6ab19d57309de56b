import Gzip
import Khabar

/// One input of a command, which may hold many articles: a page, a text, a news item, a feed, a web archive, each also
/// gzipped.
struct ArticleInput {
  var file: ArticleFile

  /// Hands on the articles of the input in order, and how many of its bytes have been read each time.
  ///
  /// A web archive is never held whole. What is wrong inside of it is handed to `complain`; what is wrong with the input
  /// is thrown.
  func read(
    to take: @escaping (Article) throws -> Void, complain: @escaping (Trouble) -> Void, progress: (Int) -> Void
  ) throws {
    let source = try file.open()
    if let size = source.size, size > file.limit, try !isArchive(source) { throw file.tooLarge(size) }
    // A page is read in one piece.
    let size = source.size.map { min(max($0 + 1, 1 << 12), 1 << 20) }
    var first = try file.block(of: source, size: size ?? 1 << 16)
    if first.starts(with: [0x1F, 0x8B]) {
      try unpack(source, first, take, complain, progress)
    } else {
      var rest = Collector(file: file, take: take, complain: complain)
      repeat {
        progress(first.count)
        try rest.add(first[...])
        first = try file.block(of: source)
      } while !first.isEmpty
      try rest.finish()
    }
  }

  private func isArchive(_ source: Descriptor) throws -> Bool {
    let other = try file.open()
    let head = try file.block(of: other)
    return head.starts(with: "WARC/1.".utf8) || head.starts(with: [0x1F, 0x8B])
  }

  private func unpack(
    _ source: Descriptor, _ first: [UInt8], _ take: @escaping (Article) throws -> Void,
    _ complain: @escaping (Trouble) -> Void, _ progress: (Int) -> Void
  ) throws {
    var rest = Collector(file: file, take: take, complain: complain)
    do {
      let gzip = try GzipDecompressor()
      var bytes = first
      while !bytes.isEmpty {
        progress(bytes.count)
        try gzip.decompress(bytes) { try rest.add($0) }
        bytes = try file.block(of: source)
      }
      try gzip.finish()
    } catch let error as GzipError {
      // What an archive had before the damage stays read; half an article is none.
      rest.report()
      throw Trouble(Self.sentence(error), at: file.place, remedy: "deliver it again")
    }
    try rest.finish()
  }

  private static func sentence(_ error: GzipError) -> String {
    switch error {
    case .truncated: "is gzip data that ends too early"
    case .damaged: "is damaged gzip data"
    case .trailingBytes: "has other bytes behind its gzip data"
    case .ratioTooHigh, .tooLarge: "inflates to far more than an article has"
    case .notGzip, .zlib: "cannot be inflated"
    }
  }
}

/// Collects the bytes of an input until its articles can be handed on.
private struct Collector {
  private let pages: ArchivePages
  private var bytes: [UInt8] = []
  private var archive: WARCReader?
  private var file: ArticleFile { pages.file }

  init(file: ArticleFile, take: @escaping (Article) throws -> Void, complain: @escaping (Trouble) -> Void) {
    pages = ArchivePages(file: file, take: take, complain: complain)
  }

  mutating func add(_ part: ArraySlice<UInt8>) throws {
    if archive == nil, bytes.isEmpty, part.starts(with: "WARC/1.".utf8) { archive = WARCReader(limit: file.limit) }
    guard archive == nil else {
      try archive?.read(part, to: pages.add)
      return
    }
    if bytes.isEmpty { bytes = Array(part) } else { bytes += part }
    if bytes.count > file.limit { throw file.tooLarge(nil) }
  }

  mutating func finish() throws {
    guard archive == nil else {
      try archive?.finish(to: pages.add)
      return report()
    }
    if let complaint = Content(bytes).complaint {
      throw Trouble(complaint.what, at: file.place, remedy: complaint.remedy)
    }
    for item in Article(bytes, name: file.name).items { try pages.take(item) }
  }

  /// Tells what was wrong inside of an archive.
  func report() {
    guard let archive else { return }
    for what in archive.complaints { pages.complain(Trouble(what, at: file.place, remedy: "the rest was read")) }
  }
}

/// Hands on the pages of an archive, decoded.
private struct ArchivePages {
  let file: ArticleFile
  let take: (Article) throws -> Void
  let complain: (Trouble) -> Void

  func add(_ page: WARCReader.Page) throws {
    var article = page.article
    if let encoding = page.encoding {
      guard encoding == "gzip" || encoding == "x-gzip", let plain = Self.inflated(article.bytes, file.limit) else {
        complain(Trouble("\(article.name) is encoded as \(encoding)", at: file.place, remedy: "it was left out"))
        return
      }
      article.bytes = plain
    }
    if article.bytes.contains(where: { $0 > 0x20 }) { try take(article) }
  }

  private static func inflated(_ bytes: [UInt8], _ limit: Int) -> [UInt8]? {
    // Many crawlers store the answer decoded and keep its header as it was.
    guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
    var plain: [UInt8] = []
    do {
      let gzip = try GzipDecompressor(limits: .init(size: limit))
      try gzip.decompress(bytes) { plain += $0 }
      try gzip.finish()
    } catch { return nil }
    return plain
  }
}
