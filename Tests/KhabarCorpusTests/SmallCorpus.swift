import Khabar
import KhabarExport

@testable import KhabarCorpus

/// A corpus in memory, checked as the program checks one of files.
struct SmallCorpus {
  var files: [(path: String, bytes: [UInt8])]
  var configuration = Configuration()

  init(_ files: [(path: String, bytes: [UInt8])]) { self.files = files }

  init(_ example: Check.Example) {
    files = example.files.map { file in
      (file.path, file.runs.flatMap { Array(repeatElement($0.bytes, count: $0.times).joined()) })
    }
  }

  /// The findings, against a baseline if there is one.
  func result(_ baseline: Baseline? = nil) -> CheckResult {
    let checked = files.map { file in
      guard file.path.hasSuffix(".tar.gz") else {
        return CheckedFile(path: file.path, key: file.path, bytes: file.bytes)
      }
      let verifier = BundleVerifier()
      _ = try? verifier.read(file.bytes) { _ in }
      return CheckedFile(path: file.path, key: file.path, bundle: verifier.finish())
    }
    let corpus = CheckedCorpus(checked.map(FileOutline.init), window: configuration.window.value, read: { checked[$0] })
    { _ in
      nil
    }
    var found = corpus.findings
    for pair in corpus.pairs {
      let (a, b) = (article(pair.a), article(pair.b))
      found += corpus.findings(pair, ConflictingReports.contradictions(a, b))
    }
    let paths = Set(files.map(\.path))
    return CheckResult(corpus, found, configuration, baseline: baseline) { paths.contains($0) ? .checked : .gone }
  }

  private func article(_ index: CheckedCorpus.ArticleIndex) -> Article {
    Article(files[index.file].bytes, name: files[index.file].path).items[index.article]
  }
}
