import Khabar

/// Reads many articles and makes their reports, some at a time, on several threads.
///
/// No more than one batch is in memory. Batches are handed on in the order of the files.
struct ReportRun {
  /// How many articles are taken together for each thread.
  private static let batchPerJob = 16
  /// How many bytes a batch may have before it ends.
  private static let batchBytes = 4 << 20

  /// The inputs, as the user named them.
  var files: [String]
  /// Number of threads.
  var jobs: Int
  /// Reads one input.
  var article: (String) throws -> Article

  /// Makes something of every article and its report; `make` runs on any thread, `take` gets the results one by one.
  func run<Result: Sendable>(
    _ make: @Sendable (Article, Report) -> Result, _ take: (String, Result) throws -> Void
  ) throws {
    var rest = files[...]
    while !rest.isEmpty {
      var batch: [Article] = []
      var size = 0
      while let file = rest.dropFirst(batch.count).first, batch.count < Self.batchPerJob * jobs, size < Self.batchBytes
      {
        batch.append(try article(file))
        size += batch[batch.count - 1].bytes.count
      }
      let results = Parallel.map(batch, jobs: jobs) { make($0, Report(of: $0)) }
      for (file, result) in zip(rest, results) { try take(file, result) }
      rest = rest.dropFirst(batch.count)
    }
  }
}
