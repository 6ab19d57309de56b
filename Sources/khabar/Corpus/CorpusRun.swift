import Khabar
import KhabarCorpus
import KhabarExport

/// Checks a corpus: its files on all cores, then what needs several of them, then pairs of articles on all cores.
///
/// What comes out depends neither on the number of threads nor on the cache.
struct CorpusRun {
  var configuration: ConfigurationFile
  var threads: Int
  /// Most bytes of one article.
  var limit: Int

  /// What a run came to.
  struct Outcome {
    var corpus: CheckedCorpus
    var findings: [CorpusFinding]
    /// Inputs that could not be read.
    var troubles: [Trouble]
  }

  /// How many files, or pairs, are taken together.
  private static let portion = 512

  /// Checks the files.
  func run(_ files: CorpusFiles) -> Outcome {
    let bar = ProgressBar(total: 0)
    defer { bar.finish() }
    let reader = CorpusReader(limit: limit)
    var checked: [CheckedFile] = []
    var troubles = files.troubles
    for portion in Self.portions(files.entries) {
      for answer in Threads.map(portion, threads: threads, reader.answer) {
        checked.append(answer.file)
        if let trouble = answer.trouble { troubles.append(trouble) }
      }
      bar.add(articles: portion.count)
    }
    let corpus = CheckedCorpus(checked, window: configuration.configuration.window.value, digest: digest)
    return Outcome(
      corpus: corpus, findings: corpus.findings + contradictions(corpus, reader), troubles: troubles)
  }

  private func contradictions(_ corpus: CheckedCorpus, _ reader: CorpusReader) -> [CorpusFinding] {
    guard configuration.configuration.isRun("conflicting-reports") else { return [] }
    var findings: [CorpusFinding] = []
    for portion in Self.portions(corpus.pairs) {
      let found = Threads.map(portion, threads: threads) { pair in
        Self.contradictions(pair, corpus, reader)
      }
      for (pair, contradictions) in zip(portion, found) { findings += corpus.findings(pair, contradictions) }
    }
    return findings
  }

  private static func contradictions(
    _ pair: CheckedCorpus.Pair, _ corpus: CheckedCorpus, _ reader: CorpusReader
  ) -> [ConflictingReports.Contradiction] {
    let a = reader.articles(corpus.files[pair.a.file].path)
    let b = reader.articles(corpus.files[pair.b.file].path)
    // A file may have changed since it was read.
    guard a.indices.contains(pair.a.article), b.indices.contains(pair.b.article) else { return [] }
    return ConflictingReports.contradictions(a[pair.a.article], b[pair.b.article])
  }

  private func digest(_ path: String) -> String? {
    guard POSIX.kind(of: path) == .file else { return nil }
    let file = ArticleFile(path: path, limit: .max)
    var digest = Digest()
    guard let source = try? file.open() else { return nil }
    while true {
      guard let block = try? file.block(of: source) else { return nil }
      if block.isEmpty { return digest.hex }
      digest.update(block[...])
    }
  }

  private static func portions<Value>(_ values: [Value]) -> [[Value]] {
    stride(from: 0, to: values.count, by: portion).map { Array(values[$0..<min($0 + portion, values.count)]) }
  }
}
