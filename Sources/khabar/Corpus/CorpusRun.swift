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
    var answers: [CorpusReader.Answer] = []
    for portion in Self.portions(files.entries) {
      answers += Threads.map(portion, threads: threads, reader.answer)
      bar.add(articles: portion.count)
    }
    var draft = draft(files, answers)
    let corpus = CheckedCorpus(
      answers.map(\.outline), window: configuration.configuration.window.value, older: older(answers),
      read: { reader.file(answers[$0], files.entries[$0]) }, digest: digest)
    let contradictions = contradictions(corpus, reader, &draft)
    if let cache, let image = draft.finished(corpus.partners, keys: files.entries.map(\.key)) { cache.write(image) }
    return Outcome(
      corpus: corpus, findings: corpus.findings + contradictions,
      troubles: files.troubles + answers.compactMap(\.trouble))
  }

  /// The partners that the last check found, seen from this one.
  private func older(_ answers: [CorpusReader.Answer]) -> CorpusPartners.Older? {
    guard let older = cache?.older else { return nil }
    var numbers = [Int?](repeating: nil, count: older.entries.count)
    var isSame = [Bool](repeating: false, count: older.entries.count)
    for (file, answer) in answers.enumerated() {
      guard let number = answer.number else { continue }
      (numbers[number], isSame[number]) = (file, answer.isSame)
    }
    return older.partners(numbers, isSame: isSame)
  }

  /// What the next check may use of the files: these, and those that were not asked for this time, so that checking one file
  /// does not cost the others theirs.
  private func draft(_ files: CorpusFiles, _ answers: [CorpusReader.Answer]) -> CacheDraft {
    let older = cache?.older ?? CheckCache()
    var draft = CacheDraft(older)
    var isAnswered = [Bool](repeating: false, count: older.entries.count)
    for answer in answers {
      if let number = answer.number { isAnswered[number] = true }
      if let entry = answer.entry {
        draft.keep(entry)
      } else if answer.isSame, let number = answer.number {
        draft.keep(number)
      }
    }
    guard isAnswered.contains(false) else { return draft }
    let keys = Set(files.entries.map(\.key))
    for number in isAnswered.indices where !isAnswered[number] {
      if files.presence(keys, older.entries[number].key) == .outside { draft.keep(number) }
    }
    return draft
  }

  private func contradictions(
    _ corpus: CheckedCorpus, _ reader: CorpusReader, _ draft: inout CacheDraft
  ) -> [CorpusFinding] {
    guard configuration.configuration.isRun("conflicting-reports") else {
      draft.keepPairs()
      return []
    }
    var findings: [CorpusFinding] = []
    let older = cache?.older
    let paths = corpus.files.map(\.path)
    for portion in Self.portions(corpus.pairs) {
      let found = Threads.map(portion, threads: threads) { pair in
        if let known = older?.contradictions(pair.digests) { return (known, true) }
        return (Self.contradictions(pair, paths, reader), false)
      }
      for (pair, (contradictions, isKnown)) in zip(portion, found) {
        findings += corpus.findings(pair, contradictions)
        if isKnown { draft.keepPair(pair.digests) } else { draft.keep(contradictions, pair.digests) }
      }
    }
    return findings
  }

  private static func contradictions(
    _ pair: CheckedCorpus.Pair, _ paths: [String], _ reader: CorpusReader
  ) -> [ConflictingReports.Contradiction] {
    let a = reader.articles(paths[pair.a.file])
    let b = reader.articles(paths[pair.b.file])
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
