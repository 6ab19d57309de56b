import Khabar
import KhabarCorpus

/// Reads many articles, as lines or as files, and hands on what pair finding needs of each, in their order.
///
/// Texts are read and cut into words on several threads, some at a time, and then forgotten.
struct SketchRun {
  /// The lines, files, folders and archives; no path means lines on standard input.
  var paths: [String]
  /// Most bytes of one article or line.
  var limit: Int
  var threads: Int
  /// An index to take the articles from instead.
  var database: String?

  /// Bytes that are held at a time.
  private static let window = 4 << 20

  /// Sketches all articles. `take` gets each with its id as JSON; `fail` gets the error lines of lines.
  func run(take: @escaping ([UInt8], ArticleSketch) throws -> Void, fail: ([UInt8]) throws -> Void) throws {
    if let database { return try CorpusIndex.open(database).sketches { try take(Self.id($0, $1), $2) } }
    guard !isLines else { return try readLines(paths.first ?? "-", take, fail) }
    for path in InputPaths(paths).paths { try readFile(path, take) }
  }

  /// Whether the input is lines: standard input, or one file that is called so.
  var isLines: Bool {
    if database != nil { return false }
    guard let path = paths.first else { return true }
    return paths.count == 1 && (path == "-" || path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl"))
  }

  private func readLines(
    _ path: String, _ take: ([UInt8], ArticleSketch) throws -> Void, _ fail: ([UInt8]) throws -> Void
  ) throws {
    let input = ArticleFile(path: path, limit: limit)
    var reader = LineReader(try input.open(), limit: limit)
    var (count, failed, size) = (0, 0, 0)
    var waiting: [(Int, LineReader.Line)] = []
    func flush() throws {
      for answer in Threads.map(waiting, threads: threads, Self.answer) {
        switch answer {
        case .sketch(let id, let sketch): try take(id, sketch)
        case .failure(let line):
          failed += 1
          try fail(line)
        }
      }
      waiting.removeAll(keepingCapacity: true)
      size = 0
    }
    while let line = try reader.next(beforeWaiting: {}) {
      count += 1
      waiting.append((count, line))
      if case .bytes(let bytes) = line { size += bytes.count }
      if size >= Self.window || waiting.count >= 1 << 12 { try flush() }
    }
    try flush()
    if failed > 0 { Notice.print("\(failed) of \(count) lines got an error line") }
  }

  private enum Answer: Sendable {
    case sketch([UInt8], ArticleSketch)
    case failure([UInt8])
  }

  /// A line without an id is called by its number.
  private static func answer(_ numbered: (Int, LineReader.Line)) -> Answer {
    let line = InputLine(numbered.1)
    do {
      if let failure = line.failure { throw failure }
      return .sketch(line.id ?? Array(String(numbered.0).utf8), try line.sketch())
    } catch let failure as LineFailure {
      return .failure(failure.bytes(id: line.id))
    } catch {
      return .failure([])
    }
  }

  /// The articles of one file; those of an archive are called by its path and their number.
  private func readFile(_ path: String, _ take: @escaping ([UInt8], ArticleSketch) throws -> Void) throws {
    var waiting: [Article] = []
    var count = 0
    func flush(isLast: Bool) throws {
      let sketches = Threads.map(waiting, threads: threads) { ArticleSketch(Report(of: $0, hasFacts: false)) }
      for sketch in sketches {
        count += 1
        try take(Self.id(path, count == 1 && isLast && sketches.count == 1 ? nil : count), sketch)
      }
      waiting.removeAll(keepingCapacity: true)
    }
    try ArticleInput(file: ArticleFile(path: path, limit: limit)).read(
      to: { article in
        if waiting.count >= threads * 64 { try flush(isLast: false) }
        waiting.append(article)
      }, complain: { Notice.print($0.description) }, progress: { _ in })
    try flush(isLast: true)
  }

  /// What an article of a file is called, as JSON: by the path, and its number in an archive.
  private static func id(_ path: String, _ number: Int?) -> [UInt8] {
    let name = number.map { "\(path)#\($0)" } ?? path
    return JSONString.literal(name.unicodeScalars)
  }
}
