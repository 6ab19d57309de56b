import Khabar

/// A corpus after all checks that need more than one file, and the pairs of articles that are worth comparing.
public struct CheckedCorpus {
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
    /// The digests of both: what both say can be kept under it.
    public var digests: String
  }

  /// The files, in the order of their paths.
  public let files: [FileOutline]
  /// The pairs of articles to compare.
  public private(set) var pairs: [Pair] = []
  /// What was found without comparing.
  public private(set) var findings: [CorpusFinding] = []
  /// The articles that were compared, and whom with: what the next check of the corpus can go on from.
  public private(set) var partners: CorpusPartners
  /// The files that tell more than their outlines, and all others that were asked for.
  private(set) var whole: [Int: CheckedFile] = [:]
  private let read: (Int) -> CheckedFile
  private let indices: [ArticleIndex]

  /// Looks for copies, pairs, stale documents and wrong digests.
  ///
  /// `window` is how many days apart two reports of one event may be published. `older` is what an earlier check came to, from
  /// which nothing changes but the time it takes. `read` answers a file as a whole by its number, `digest` the SHA-256 of a
  /// file that is not among the files, nil if it is not there.
  public init(
    _ files: [FileOutline], window: Int, older: CorpusPartners.Older? = nil, read: @escaping (Int) -> CheckedFile,
    digest: (String) -> String?
  ) {
    self.files = files
    self.read = read
    indices = files.indices.flatMap { file in
      files[file].signatures.indices.map { ArticleIndex(file: file, article: $0) }
    }
    partners = CorpusPartners(window: window)
    for number in files.indices where files[number].tellsMore {
      let whole = file(number)
      findings += whole.hits.map { CorpusFinding($0, at: place(number, nil, $0.spot)) }
      for (index, article) in whole.articles.enumerated() {
        findings += article.hits.map { CorpusFinding($0, at: place(number, index, $0.spot), title: article.title) }
      }
    }
    findDuplicates(older)
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

  /// How many articles the files have.
  var articleCount: Int { indices.count }

  private func signature(_ index: ArticleIndex) -> Signature { files[index.file].signatures[index.article] }

  private mutating func file(_ number: Int) -> CheckedFile {
    if let known = whole[number] { return known }
    let file = read(number)
    whole[number] = file
    return file
  }

  private mutating func article(_ index: ArticleIndex) -> CheckedArticle { file(index.file).articles[index.article] }

  private func place(_ file: Int, _ article: Int?, _ spot: Spot = Spot()) -> CorpusFinding.Place {
    let name = article.flatMap { number in
      files[file].signatures.count > 1 ? whole[file]?.articles[number].name : nil
    }
    return .init(path: files[file].path, key: files[file].key, article: name, spot: spot)
  }

  private func place(_ index: ArticleIndex) -> CorpusFinding.Place { place(index.file, index.article) }

  // MARK: - Copies and pairs

  private mutating func findDuplicates(_ older: CorpusPartners.Older?) {
    var first: [UInt64: ArticleIndex] = [:]
    first.reserveCapacity(indices.count)
    var partners = partners
    for index in indices {
      let text = signature(index).text
      if text != 0, let original = first[text] {
        add(ExactDuplicate.check, index, original, [])
      } else {
        first[text] = index
        partners.articles.append(index)
      }
    }
    let distinct = partners.articles
    partners.find(distinct.map(signature), older, signature)
    self.partners = partners
    var hasOriginal: Set<Int> = []
    for pair in PartnerLists.pairs(partners.lists.copies) where hasOriginal.insert(pair.b).inserted {
      let (a, b) = (distinct[pair.a], distinct[pair.b])
      add(NearDuplicate.check, b, a, [String(signature(a).resemblance(signature(b)) / 10)])
    }
    for pair in PartnerLists.pairs(partners.lists.sameEvent) {
      let (a, b) = (distinct[pair.a], distinct[pair.b])
      pairs.append(Pair(a: a, b: b, digests: "\(article(a).sha256) \(article(b).sha256)"))
    }
  }

  private mutating func add(_ check: Check, _ copy: ArticleIndex, _ original: ArticleIndex, _ details: [String]) {
    let title = article(copy).title
    _ = article(original)
    let related = place(original)
    // The share of common words moves with every edit and is no part of what the finding is about.
    let hit = Hit(check, [related.article ?? related.path] + details)
    findings.append(CorpusFinding(hit, at: place(copy), title: title, related: related))
  }

  // MARK: - Stored documents

  private mutating func findStaleDocuments() {
    let documents = whole.filter { !$0.value.documents.isEmpty }.keys.sorted()
    guard !documents.isEmpty else { return }
    var present: Set<String> = []
    var named: [String: [ArticleIndex]] = [:]
    for index in indices {
      let article = article(index)
      present.insert(article.sha256)
      named[article.name, default: []].append(index)
    }
    for file in documents {
      for source in self.file(file).documents.flatMap(\.sources) where !present.contains(source.sha256) {
        guard let original = nearest(named[source.name] ?? [], to: file) else { continue }
        let hit = Hit(StaleReport.check, [source.name], content: source.name)
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
    let lists = whole.filter { !$0.value.digests.isEmpty }.keys.sorted()
    guard !lists.isEmpty else { return }
    let numbers = Dictionary(files.indices.map { (files[$0].path, $0) }) { first, _ in first }
    for number in lists {
      let folder = Self.folder(files[number].path)
      for line in file(number).digests {
        let path = folder + line.name
        let known = numbers[path].map { file($0) }
        let found = known?.sha256 ?? digest(path)
        guard found != line.sha256 else { continue }
        let hit = Hit(found == nil ? MissingFile.check : DigestMismatch.check, [line.name], content: line.name)
        findings.append(CorpusFinding(hit, at: place(number, nil)))
      }
    }
  }

  /// The folder of a path, with the slash at its end.
  private static func folder(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }
}
