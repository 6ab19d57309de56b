import Khabar

/// Many inputs through one step that makes bytes of each article: on all cores, written in the order of the inputs.
///
/// What comes out does not depend on the number of threads. An input that cannot be read is told and counted; the rest goes
/// on.
struct ArticleBatch {
  var paths: [String]
  /// Most bytes of one article.
  var limit: Int
  var threads: Int

  /// What is written for an article.
  struct Answer: Sendable {
    /// The id of its report.
    var name: String
    /// Its report in every form that is asked for.
    var pieces: [[UInt8]]
    /// What is said on standard error.
    var notices: [String]
    /// Whether nothing was found in it.
    var isEmpty: Bool
  }

  /// What a run came to.
  struct Summary {
    var articles = 0
    /// Inputs that could not be read, and parts of archives.
    var failed = 0
    /// Articles in which nothing was found.
    var empty = 0
  }

  /// An output that fails ends the run, unlike an input.
  private struct Stop: Error { let cause: any Error }

  /// Bytes of articles that are held at a time.
  private static let window = 8 << 20

  /// Answers all articles of the inputs in order. An answer is told whether it is the only one.
  func run(
    _ answer: @escaping @Sendable (Article, Bool) -> Answer, write: @escaping (Answer, Bool) throws -> Void
  ) throws -> Summary {
    let bar = ProgressBar(total: paths.reduce(0) { $0 + (POSIX.size(of: $1) ?? 0) })
    defer { bar.finish() }
    var summary = Summary()
    var waiting: [Article] = []
    var size = 0
    func flush(isLast: Bool) throws {
      let isOnly = isLast && summary.articles == 0 && waiting.count == 1
      for one in Threads.map(waiting, threads: threads, { answer($0, isOnly) }) {
        do { try write(one, isOnly) } catch { throw Stop(cause: error) }
        summary.articles += 1
        if one.isEmpty { summary.empty += 1 }
      }
      bar.add(articles: waiting.count)
      waiting.removeAll(keepingCapacity: true)
      size = 0
    }
    do {
      for path in paths {
        let failed = try read(path, bar) { article in
          waiting.append(article)
          size += article.bytes.count
          if size >= Self.window || waiting.count >= threads * 64 { try flush(isLast: false) }
        }
        summary.failed += failed
      }
      try flush(isLast: true)
    } catch let stop as Stop {
      throw stop.cause
    }
    return summary
  }

  /// Reads one input; answers how much of it could not be read.
  private func read(
    _ path: String, _ bar: ProgressBar, _ take: @escaping (Article) throws -> Void
  ) throws -> Int {
    var failed = 0
    do {
      try ArticleInput(file: ArticleFile(path: path, limit: limit)).read(
        to: take,
        complain: {
          Notice.print($0.description)
          failed += 1
        }, progress: bar.add(bytes:))
    } catch let trouble as Trouble {
      Notice.print(trouble.description)
      failed += 1
    }
    return failed
  }
}
