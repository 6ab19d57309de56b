import Khabar

/// Reads many articles and makes something of each, some at a time, on several threads.
///
/// No more than one batch is in memory. Results are handed on in the order of the articles. The first input that cannot be
/// read ends the run.
struct ReportRun {
  /// How many articles are taken together for each thread.
  private static let batchPerThread = 16
  /// How many bytes a batch may have before it ends.
  private static let batchBytes = 4 << 20

  /// The inputs.
  var paths: [String]
  /// Most bytes of one article.
  var limit: Int
  /// Number of threads.
  var threads: Int

  /// Makes something of every article; `make` runs on any thread, `take` gets the results one by one.
  func run<Result: Sendable>(
    _ make: @escaping @Sendable (Article) -> Result, _ take: @escaping (Result) throws -> Void
  ) throws {
    var batch: [Article] = []
    var size = 0
    var trouble: Trouble?
    func flush() throws {
      for result in Threads.map(batch, threads: threads, make) { try take(result) }
      batch.removeAll(keepingCapacity: true)
      size = 0
    }
    for path in paths {
      try ArticleInput(file: ArticleFile(path: path, limit: limit)).read(
        to: { article in
          batch.append(article)
          size += article.bytes.count
          if batch.count >= Self.batchPerThread * threads || size >= Self.batchBytes { try flush() }
        }, complain: { trouble = trouble ?? $0 }, progress: { _ in })
      if let trouble { throw trouble }
    }
    try flush()
  }
}
