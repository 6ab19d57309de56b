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
  /// What the last check kept; nil if nothing is kept.
  var cache: CacheFile?

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
    let reader = CorpusReader(limit: limit, cache: cache)
    var kept = carriedOver(files)
    var isChanged = false
    var checked: [CheckedFile] = []
    var troubles = files.troubles
    for portion in Self.portions(files.entries) {
      for answer in Threads.map(portion, threads: threads, reader.answer) {
        checked.append(answer.file)
        if let trouble = answer.trouble { troubles.append(trouble) }
        if let entry = answer.kept { kept.entries[answer.file.key] = entry }
        if !answer.isKnown { isChanged = true }
      }
      bar.add(articles: portion.count)
    }
    let corpus = CheckedCorpus(checked, window: configuration.configuration.window.value, digest: digest)
    let contradictions = contradictions(corpus, reader, &kept, &isChanged)
    if isChanged || kept.entries.count != cache?.older.entries.count { cache?.write(kept) }
    return Outcome(corpus: corpus, findings: corpus.findings + contradictions, troubles: troubles)
  }

  /// What is kept of files that were not asked for this time, so that checking one file does not cost the others theirs.
  private func carriedOver(_ files: CorpusFiles) -> CheckCache {
    guard let older = cache?.older else { return CheckCache() }
    let keys = Set(files.entries.map(\.key))
    let others = older.entries.filter { !keys.contains($0.key) && files.presence(keys, $0.key) == .outside }
    var kept = others.isEmpty ? CheckCache() : older
    kept.entries = others
    return kept
  }

  private func contradictions(
    _ corpus: CheckedCorpus, _ reader: CorpusReader, _ kept: inout CheckCache, _ isChanged: inout Bool
  ) -> [CorpusFinding] {
    guard configuration.configuration.isRun("conflicting-reports") else { return [] }
    var findings: [CorpusFinding] = []
    let older = cache?.older
    for portion in Self.portions(corpus.pairs) {
      let found = Threads.map(portion, threads: threads) { pair in
        let key = CheckCache.pairKey(corpus.article(pair.a), corpus.article(pair.b))
        if let known = older?.contradictions(key) { return (key, known, true) }
        return (key, Self.contradictions(pair, corpus, reader), false)
      }
      for (pair, (key, contradictions, isKnown)) in zip(portion, found) {
        findings += corpus.findings(pair, contradictions)
        if isKnown, let older { kept.keep(key, of: older) } else { kept.keep(contradictions, key) }
        if !isKnown { isChanged = true }
      }
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
