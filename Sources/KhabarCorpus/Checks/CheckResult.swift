public import Khabar

/// The findings of a run after configuration, suppressions and baseline: what the outputs show.
public struct CheckResult: Sendable {
  /// The findings that count, in the order of the files.
  public private(set) var findings: [CorpusFinding] = []
  /// Findings that a suppression hides.
  public private(set) var suppressed: [CorpusFinding] = []
  /// What is too uncertain to be told, for a baseline.
  public private(set) var uncertain: [CorpusFinding] = []
  /// Entries of the baseline that are found no longer.
  public private(set) var fixed: [Baseline.Entry] = []
  /// Digests of the sentences of the files that findings about two files name, by their keys.
  let sentences: [String: String]
  /// The files that were checked.
  public let paths: [String]
  /// How many files were checked.
  public let fileCount: Int
  /// How many articles were in them.
  public let articleCount: Int
  /// Whether a baseline was given.
  public let hasBaseline: Bool

  /// Applies a configuration and a baseline to what was found.
  public init(
    _ corpus: CheckedCorpus, _ found: [CorpusFinding], _ configuration: Configuration, baseline: Baseline?,
    presence: (_ path: String) -> Baseline.Presence
  ) {
    paths = corpus.files.map(\.path)
    fileCount = corpus.files.count
    articleCount = corpus.articleCount
    hasBaseline = baseline != nil
    var all = Suppressions(corpus, configuration).applied(to: found.filter { configuration.isRun($0.hit.check) })
    for index in all.indices {
      if let severity = configuration.severity.value[all[index].hit.check] { all[index].hit.severity = severity }
    }
    all.sort(by: CorpusFinding.precedes)
    Fingerprints.assign(&all)
    suppressed = all.filter { $0.suppression != nil && !$0.hit.isUncertain }
    findings = all.filter { $0.suppression == nil && !$0.hit.isUncertain }
    uncertain = all.filter { $0.suppression == nil && $0.hit.isUncertain }
    sentences = Self.sentences(corpus, all)
    fixed =
      baseline?.mark(&findings, beside: uncertain, sentences, presence: presence, isRun: configuration.isRun) ?? []
  }

  private static func sentences(_ corpus: CheckedCorpus, _ findings: [CorpusFinding]) -> [String: String] {
    let keys = Set(findings.filter { $0.related != nil }.flatMap { [$0.place.key, $0.related?.key ?? ""] })
    guard !keys.isEmpty else { return [:] }
    let files = corpus.files.lazy.filter { keys.contains($0.key) }
    return Dictionary(files.compactMap { file in file.sentences.map { (file.key, $0) } }) { first, _ in first }
  }

  /// The findings that the baseline has not: all, where there is none.
  public var new: [CorpusFinding] { findings.filter { !$0.isKnown } }

  /// How many new findings have a severity.
  public func count(_ severity: Finding.Severity) -> Int {
    findings.count { !$0.isKnown && $0.hit.severity == severity }
  }
}
