/// Requests of the configuration and of the articles not to be told something.
struct Suppressions {
  private let corpus: CheckedCorpus
  private let configuration: Configuration
  private let globs: [[Glob]]

  init(_ corpus: CheckedCorpus, _ configuration: Configuration) {
    self.corpus = corpus
    self.configuration = configuration
    globs = configuration.ignore.value.map { $0.paths.map(Glob.init) }
  }

  /// The findings with the reasons why some are not shown, and one more for each request in an article that had no effect.
  func applied(to found: [CorpusFinding]) -> [CorpusFinding] {
    var findings = found
    var unused = requests()
    let keys = Set(found.flatMap { [$0.place.key, $0.related?.key].compactMap { $0 } })
    let ignored = Dictionary(uniqueKeysWithValues: keys.map { ($0, rules(for: $0)) })
    for index in findings.indices {
      let check = findings[index].hit.check
      for place in [findings[index].place, findings[index].related].compactMap({ $0 }) {
        if let request = unused[place.path]?.firstIndex(where: { $0.entry.codes.contains(check) }) {
          unused[place.path]?[request].used.insert(check)
          findings[index].suppression = (unused[place.path]?[request].entry.reason ?? "", true)
        } else if findings[index].suppression == nil, let rule = rule(ignored[place.key] ?? [], check) {
          findings[index].suppression = (rule.reason, false)
        }
      }
    }
    return findings + unusedHits(unused)
  }

  private struct Request {
    var entry: InlineSuppressions.Entry
    var used: Set<String> = []
  }

  private func requests() -> [String: [Request]] {
    var requests: [String: [Request]] = [:]
    for file in corpus.whole.values {
      let entries = file.articles.flatMap(\.suppressions)
      if !entries.isEmpty { requests[file.path] = entries.map { Request(entry: $0) } }
    }
    return requests
  }

  /// The rules of the configuration that hold for a file.
  private func rules(for key: String) -> [Configuration.Suppression] {
    zip(configuration.ignore.value, globs).filter { _, globs in globs.contains { $0.matches(key) } }.map(\.0)
  }

  private func rule(_ rules: [Configuration.Suppression], _ check: String) -> Configuration.Suppression? {
    rules.first { $0.checks.isEmpty || $0.checks.contains(check) }
  }

  private func unusedHits(_ requests: [String: [Request]]) -> [CorpusFinding] {
    guard configuration.isRun(UnusedSuppression.check.code), !requests.isEmpty else { return [] }
    return corpus.files.flatMap { file in
      (requests[file.path] ?? []).flatMap { request in
        // What was not looked for cannot be missing.
        request.entry.codes.filter { !request.used.contains($0) && configuration.isRun($0) }.map { code in
          CorpusFinding(
            Hit(UnusedSuppression.check, [code], content: code),
            at: .init(path: file.path, key: file.key, spot: Spot()))
        }
      }
    }
  }
}
