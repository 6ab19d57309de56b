import Khabar

/// A corpus after all checks that need more than one file, and the pairs of articles that are worth comparing.
public struct CheckedCorpus: Sendable {
  /// An article by its file and its number in it.
  public struct ArticleIndex: Sendable, Hashable {
    /// Index in `files`.
    public var file: Int
    /// Index in the articles of the file.
    public var article: Int
  }

  /// Two articles that may tell of one event, the first one first.
  public struct Pair: Sendable, Hashable {
    /// The one of the earlier path.
    public var a: ArticleIndex
    /// The other one.
    public var b: ArticleIndex
  }

  /// The files, in the order of their paths.
  public let files: [CheckedFile]
  /// The pairs of articles to compare.
  public private(set) var pairs: [Pair] = []
  /// What was found without comparing.
  public private(set) var findings: [CorpusFinding] = []
  private let indices: [ArticleIndex]

  /// Looks for copies, pairs, stale documents and wrong digests.
  ///
  /// `window` is how many days apart two reports of one event may be published. `digest` answers the SHA-256 of a file that is
  /// not among the files, nil if it is not there.
  public init(_ files: [CheckedFile], window: Int, digest: (String) -> String?) {
    self.files = files
    indices = files.indices.flatMap { file in
      files[file].articles.indices.map { ArticleIndex(file: file, article: $0) }
    }
    for file in files.indices {
      findings += files[file].hits.map { CorpusFinding($0, at: place(file, nil, $0.spot)) }
      for (index, article) in files[file].articles.enumerated() {
        findings += article.hits.map { CorpusFinding($0, at: place(file, index, $0.spot), title: article.title) }
      }
    }
    findDuplicates(window)
    findStaleDocuments()
    compareDigests(digest)
  }

  /// The findings about a pair that was compared.
  public func findings(_ pair: Pair, _ contradictions: [ConflictingReports.Contradiction]) -> [CorpusFinding] {
    contradictions.map {
      CorpusFinding(
        $0.hit, at: place(pair.a.file, pair.a.article, $0.hit.spot),
        related: place(pair.b.file, pair.b.article, $0.other)
      )
    }
  }

  /// The article of an index.
  public func article(_ index: ArticleIndex) -> CheckedArticle { files[index.file].articles[index.article] }

  private func place(_ file: Int, _ article: Int?, _ spot: Spot = Spot()) -> CorpusFinding.Place {
    let name = article.flatMap { files[file].articles.count > 1 ? files[file].articles[$0].name : nil }
    return .init(path: files[file].path, key: files[file].key, article: name, spot: spot)
  }

  private func place(_ index: ArticleIndex) -> CorpusFinding.Place { place(index.file, index.article) }

  // MARK: - Copies and pairs

  private mutating func findDuplicates(_ window: Int) {
    var first: [UInt64: Int] = [:]
    var distinct: [Int] = []
    for index in indices.indices {
      let text = article(indices[index]).signature.text
      if text != 0, let original = first[text] {
        add(ExactDuplicate.check, index, original, [])
      } else {
        first[text] = index
        distinct.append(index)
      }
    }
    let found = candidatePairs(distinct.map { article(indices[$0]).signature }, window: window)
    var hasOriginal: Set<Int> = []
    for pair in found.copies where hasOriginal.insert(pair.b).inserted {
      let (a, b) = (distinct[pair.a], distinct[pair.b])
      let share = article(indices[a]).signature.resemblance(article(indices[b]).signature)
      add(NearDuplicate.check, b, a, [String(share / 10)])
    }
    pairs = found.sameEvent.map { Pair(a: indices[distinct[$0.a]], b: indices[distinct[$0.b]]) }
  }

  private mutating func add(_ check: Check, _ copy: Int, _ original: Int, _ details: [String]) {
    let related = place(indices[original])
    // The share of common words moves with every edit and is no part of what the finding is about.
    let hit = Hit(check, [related.article ?? related.path] + details)
    findings.append(
      CorpusFinding(hit, at: place(indices[copy]), title: article(indices[copy]).title, related: related))
  }

  // MARK: - Stored documents

  private mutating func findStaleDocuments() {
    guard files.contains(where: { !$0.documents.isEmpty }) else { return }
    let present = Set(indices.map { article($0).sha256 })
    var named: [String: [ArticleIndex]] = [:]
    for index in indices { named[article(index).name, default: []].append(index) }
    for file in files.indices {
      for source in files[file].documents.flatMap(\.sources) where !present.contains(source.sha256) {
        guard let original = nearest(named[source.name] ?? [], to: file) else { continue }
        let hit = Hit(StoredChecks.stale, [source.name], content: source.name)
        findings.append(CorpusFinding(hit, at: place(file, nil), related: place(original)))
      }
    }
  }

  /// The article of a name in the folder of a file, else the only one of that name.
  private func nearest(_ candidates: [ArticleIndex], to file: Int) -> ArticleIndex? {
    let folder = Self.folder(files[file].path)
    return candidates.first { Self.folder(files[$0.file].path) == folder }
      ?? (candidates.count == 1 ? candidates.first : nil)
  }

  // MARK: - Digests

  private mutating func compareDigests(_ digest: (String) -> String?) {
    let known = Dictionary(files.map { ($0.path, $0.sha256) }) { first, _ in first }
    for file in files.indices {
      let folder = Self.folder(files[file].path)
      for line in files[file].digests {
        let path = folder + line.name
        let found = known[path].flatMap { $0 } ?? digest(path)
        guard found != line.sha256 else { continue }
        let hit = Hit(found == nil ? StoredChecks.missing : StoredChecks.mismatch, [line.name], content: line.name)
        findings.append(CorpusFinding(hit, at: place(file, nil)))
      }
    }
  }

  /// The folder of a path, with the slash at its end.
  private static func folder(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }
}
