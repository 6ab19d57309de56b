import Khabar
import KhabarCorpus
import KhabarExport

/// Brings an index up to date with the files of a corpus.
struct IndexRun {
  var paths: [String]
  /// The database, which may stand in a folder of the corpus and is none of its files.
  var database: String
  /// Most bytes of one article.
  var limit: Int
  var threads: Int

  /// What a run came to.
  struct Summary {
    /// Files that were read, because they are new or changed.
    var read = 0
    /// Files that are as the index knows them.
    var unchanged = 0
    /// Files that were forgotten, because they are gone.
    var gone = 0
    /// Files that could not be read.
    var failed = 0
  }

  /// Files that are written to the index at a time.
  private static let batch = 32

  /// Reads what is new or changed, and forgets what is gone.
  func run(_ index: CorpusIndex) throws -> Summary {
    let own = Set(["", "-wal", "-shm"].map { POSIX.resolved(database + $0) })
    let files = InputPaths(paths).paths.filter { !own.contains(POSIX.resolved($0)) }
    let known = try index.known()
    var summary = Summary()
    var changed: [(path: String, digest: String)] = []
    var kept: Set<String> = []
    func flush() throws {
      let sources = changed.compactMap { source($0.path, $0.digest) }
      summary.read += sources.count
      summary.failed += changed.count - sources.count
      kept.formUnion(sources.map(\.path))
      try index.replace(sources)
      changed.removeAll(keepingCapacity: true)
    }
    for path in files {
      do {
        let digest = try digest(path)
        if known[path] == digest {
          summary.unchanged += 1
          kept.insert(path)
        } else {
          changed.append((path, digest))
        }
      } catch let trouble as Trouble {
        Notice.print(trouble.description)
        summary.failed += 1
      }
      if changed.count == Self.batch { try flush() }
    }
    try flush()
    summary.gone = try index.keepOnly(kept)
    return summary
  }

  private func digest(_ path: String) throws -> String {
    let file = ArticleFile(path: path, limit: limit)
    let descriptor = try file.open()
    var digest = Digest()
    while case let block = try file.block(of: descriptor), !block.isEmpty { digest.update(block[...]) }
    return digest.hex
  }

  /// The reports of a file; nil if it cannot be read, of which is told.
  private func source(_ path: String, _ digest: String) -> CorpusIndex.Source? {
    var articles: [Article] = []
    do {
      try ArticleInput(file: ArticleFile(path: path, limit: limit)).read(
        to: { articles.append($0) }, complain: { Notice.print($0.description) }, progress: { _ in })
    } catch {
      Notice.print("\(error)")
      return nil
    }
    return .init(path: path, digest: digest, reports: Threads.map(articles, threads: threads) { Report(of: $0) })
  }
}

extension CorpusIndex {
  /// Opens an index to read it; what is wrong with it becomes a message for people.
  static func open(_ path: String) throws -> CorpusIndex {
    guard POSIX.kind(of: path) == .file else {
      throw Trouble("no such index", at: path, remedy: "make it with khabar index FOLDER --db \(path)")
    }
    return try told(path) { try CorpusIndex(reading: path) }
  }

  /// Opens or makes an index to write to it, by this program and with a limit for the bytes of an article.
  static func open(writing path: String, limit: Int) throws -> CorpusIndex {
    let key = String(ProgramKey.key(from: UInt64(limit)), radix: 16)
    return try told(path) { try CorpusIndex(writing: path, by: "\(khabarVersion) \(key)") }
  }

  private static func told(_ path: String, _ open: () throws -> CorpusIndex) throws -> CorpusIndex {
    do { return try open() } catch let error as IndexError {
      switch error {
      case .foreign: throw Trouble("is a database of another program", at: path, remedy: "name another file")
      case .newer(let version):
        throw Trouble(
          "has version \(version), which this program does not know", at: path, remedy: "use a newer khabar")
      case .outdated(let version):
        throw Trouble("has the old version \(version)", at: path, remedy: "run khabar index on it once")
      }
    } catch {
      throw Trouble("\(error)", at: path, remedy: "check that it is an index and may be written")
    }
  }
}
