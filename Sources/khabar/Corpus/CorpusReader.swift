import Gzip
import Khabar
import KhabarCorpus
import KhabarExport
internal import Synchronization

/// Reads the files of a corpus. What cannot be read is a finding; where the system is to blame, trouble too.
final class CorpusReader: Sendable {
  /// A file that was read, or known.
  struct Answer: Sendable {
    /// What every check needs of it.
    var outline: FileOutline
    /// The file; nil if the cache has it.
    var file: CheckedFile?
    var trouble: Trouble?
    /// Its entry in the cache of the last check.
    var number: Int?
    /// Whether that has the content of today.
    var isSame = false
    /// What the next check may use instead of the entry; nil if that can stay, or nothing can be kept.
    var entry: CheckCache.Entry?

    fileprivate init(_ file: CheckedFile, trouble: Trouble? = nil) {
      self.file = file
      self.trouble = trouble
      outline = FileOutline(file)
    }

    fileprivate init(_ outline: FileOutline, number: Int) {
      self.outline = outline
      self.number = number
      isSame = true
    }
  }

  private let limit: Int
  private let cache: CacheFile?
  /// The articles of archives that pairs were read from: an archive cannot be entered in its middle.
  private let archives = Mutex<[String: [Article]]>([:])

  init(limit: Int, cache: CacheFile?) {
    self.limit = limit
    self.cache = cache
  }

  /// Reads and checks a file, unless the last check did and it was not touched since.
  func answer(_ file: CorpusFiles.Entry) -> Answer {
    guard let cache, let stamp = POSIX.stamp(of: file.path) else { return fresh(file) }
    guard let number = cache.older.number(file.key) else { return kept(fresh(file), stamp, cache) }
    let entry = cache.older.entries[number]
    if entry.stamp == stamp, let outline = entry.outline(path: file.path, key: file.key) {
      return Answer(outline, number: number)
    }
    return kept(again(file, entry, number), stamp, cache)
  }

  /// Reads a file, and checks it if it is not what it was.
  private func again(_ file: CorpusFiles.Entry, _ entry: CheckCache.Entry, _ number: Int) -> Answer {
    if !Self.isBundle(file.path), let bytes = try? ArticleFile(path: file.path, limit: limit).read(),
      Digest.hex(bytes) == entry.sha256, let outline = entry.outline(path: file.path, key: file.key)
    {
      return Answer(outline, number: number)
    }
    var answer = fresh(file)
    answer.number = number
    return answer
  }

  /// An answer with what the next check may use of it.
  private func kept(_ answer: Answer, _ stamp: CheckCache.Stamp, _ cache: CacheFile) -> Answer {
    var answer = answer
    // What is as young as this may be touched again under the same stamp.
    let stamp = stamp.changed < cache.horizon ? stamp : nil
    if let file = answer.file {
      if answer.trouble == nil { answer.entry = CheckCache.Entry(file, stamp: stamp) }
    } else if let number = answer.number, cache.older.entries[number].stamp != stamp {
      answer.entry = cache.older.entries[number].stamped(stamp, key: answer.outline.key)
    }
    return answer
  }

  /// A file as a whole: from the cache, or as it is.
  func file(_ answer: Answer, _ entry: CorpusFiles.Entry) -> CheckedFile {
    if let file = answer.file { return file }
    let known = answer.number.flatMap { cache?.older.entries[$0].file(path: entry.path, key: entry.key) }
    return known ?? fresh(entry).file
      ?? CheckedFile(path: entry.path, key: entry.key, sha256: nil, complaint: "is gone")
  }

  /// Reads and checks a file.
  private func fresh(_ entry: CorpusFiles.Entry) -> Answer {
    if Self.isBundle(entry.path) { return bundle(entry) }
    do {
      return Answer(file(entry, try ArticleFile(path: entry.path, limit: limit).read()))
    } catch {
      let isTooLarge = (POSIX.size(of: entry.path) ?? 0) > limit
      if isTooLarge, Self.isArchive(head(entry.path)) { return Answer(archive(entry, sha256: nil)) }
      let file = CheckedFile(path: entry.path, key: entry.key, sha256: nil, complaint: error.what)
      return Answer(file, trouble: isTooLarge ? nil : error)
    }
  }

  /// Checks a file that was read.
  private func file(_ entry: CorpusFiles.Entry, _ bytes: [UInt8]) -> CheckedFile {
    guard !Self.isArchive(bytes[...]) else { return archive(entry, sha256: Digest.hex(bytes)) }
    return CheckedFile(path: entry.path, key: entry.key, bytes: bytes)
  }

  /// The articles of a file.
  func articles(_ path: String) -> [Article] {
    let file = ArticleFile(path: path, limit: limit)
    if let bytes = try? file.read(), !Self.isArchive(bytes[...]) { return Article(bytes, name: file.name).items }
    return archives.withLock { archives in
      if let known = archives[path] { return known }
      var articles: [Article] = []
      try? ArticleInput(file: file).read(to: { articles.append($0) }, complain: { _ in }, progress: { _ in })
      archives[path] = articles
      return articles
    }
  }

  /// Whether a file is a bundle, by its name.
  private static func isBundle(_ path: String) -> Bool { path.hasSuffix(".tar.gz") || path.hasSuffix(".tgz") }

  private static func isArchive(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "WARC/1.".utf8)
  }

  private func head(_ path: String) -> ArraySlice<UInt8> {
    let file = ArticleFile(path: path, limit: limit)
    guard let source = try? file.open(), let block = try? file.block(of: source) else { return [] }
    return block[...]
  }

  private func archive(_ entry: CorpusFiles.Entry, sha256: String?) -> CheckedFile {
    var articles: [CheckedArticle] = []
    var complaints: [String] = []
    do {
      try ArticleInput(file: ArticleFile(path: entry.path, limit: limit)).read(
        to: { articles.append(CheckedArticle($0)) }, complain: { complaints.append($0.what) }, progress: { _ in })
    } catch { complaints.append((error as? Trouble)?.what ?? "\(error)") }
    return CheckedFile(
      path: entry.path, key: entry.key, sha256: sha256, articles: articles, complaints: complaints)
  }

  private func bundle(_ entry: CorpusFiles.Entry) -> Answer {
    do {
      let verdict = try BundleFile(path: entry.path, checksSchemas: true).read()
      return Answer(CheckedFile(path: entry.path, key: entry.key, bundle: verdict))
    } catch {
      let what = (error as? Trouble)?.what ?? "\(error)"
      let file = CheckedFile(path: entry.path, key: entry.key, sha256: nil, complaint: what)
      return Answer(file, trouble: error as? Trouble)
    }
  }
}
