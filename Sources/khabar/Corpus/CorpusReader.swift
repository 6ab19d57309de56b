import Gzip
import Khabar
import KhabarCorpus
import KhabarExport
internal import Synchronization

/// Reads the files of a corpus. What cannot be read is a finding; where the system is to blame, trouble too.
final class CorpusReader: Sendable {
  /// A file that was read.
  struct Answer: Sendable {
    var file: CheckedFile
    var trouble: Trouble?
    /// What the next check may use; nil if nothing.
    var kept: CheckCache.Entry?
    /// Whether it was so before.
    var isKnown = false
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
  func answer(_ entry: CorpusFiles.Entry) -> Answer {
    guard let cache, let stamp = POSIX.stamp(of: entry.path) else { return fresh(entry, nil) }
    let known = cache.older.entries[entry.key]
    if let known, known.stamp == stamp, let file = known.file(path: entry.path, key: entry.key) {
      return Answer(file: file, kept: known, isKnown: true)
    }
    var answer = fresh(entry, known)
    let isOld = stamp.changed < cache.horizon
    if answer.trouble == nil { answer.kept = CheckCache.Entry(answer.file, stamp: isOld ? stamp : nil) }
    return answer
  }

  /// Reads a file, and checks it if its digest is not the known one.
  private func fresh(_ entry: CorpusFiles.Entry, _ known: CheckCache.Entry?) -> Answer {
    if Self.isBundle(entry.path) { return bundle(entry) }
    do {
      let bytes = try ArticleFile(path: entry.path, limit: limit).read()
      if let known, known.sha256 == Digest.hex(bytes), let file = known.file(path: entry.path, key: entry.key) {
        return Answer(file: file)
      }
      return Answer(file: file(entry, bytes))
    } catch {
      let isTooLarge = (POSIX.size(of: entry.path) ?? 0) > limit
      if isTooLarge, Self.isArchive(head(entry.path)) { return Answer(file: archive(entry, sha256: nil)) }
      let file = CheckedFile(path: entry.path, key: entry.key, sha256: nil, complaint: error.what)
      return Answer(file: file, trouble: isTooLarge ? nil : error)
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
      return Answer(file: CheckedFile(path: entry.path, key: entry.key, bundle: verdict))
    } catch {
      let what = (error as? Trouble)?.what ?? "\(error)"
      let file = CheckedFile(path: entry.path, key: entry.key, sha256: nil, complaint: what)
      return Answer(file: file, trouble: error as? Trouble)
    }
  }
}
