import KhabarCorpus
import KhabarExport

/// The file that a cache is kept in, one for each corpus. Whatever is wrong with it, the check goes on without.
struct CacheFile {
  /// What the last check kept.
  let older: CheckCache
  /// A file that was touched at this time or later may be touched again without that it shows: nanoseconds.
  let horizon: Int
  private let path: String
  private let program: CheckCache.Stamp?
  private let limit: Int

  /// How long the system may give one time to two changes: a tick of its clock is 10 ms at most.
  private static let tick = 20_000_000
  private static let executable = "/proc/self/exe"

  /// Opens the cache of a corpus in a folder, or in that of the user; nil if there is none to write to.
  init?(_ folder: String?, corpus: String, limit: Int) {
    guard let folder = folder ?? Self.userFolder else { return nil }
    Self.make(folder)
    // The time of the file system, from a file that is gone at once.
    guard let now = try? Descriptor(temporaryIn: folder).stamp?.changed else { return nil }
    horizon = now - Self.tick
    let name = Digest.hex(Array(corpus.utf8)).prefix(16)
    path = "\(folder)/check-\(name).cache"
    self.limit = limit
    program = POSIX.stamp(of: Self.executable)
    let bytes = (try? ArticleFile(path: path, limit: 4 << 30).read()) ?? []
    older = CheckCache(bytes, program: program) { Self.key(limit) } ?? CheckCache()
  }

  /// Writes what the next check can use.
  func write(_ cache: CheckCache) {
    guard let file = try? OutputFile(path, isSynced: false) else { return }
    do {
      try file.write(cache.bytes(program: program, programKey: Self.key(limit)))
      try file.finish()
    } catch { return }
  }

  /// All that the answers depend on besides the articles: the program, which holds word lists, vectors and weights, and what
  /// is read of an article at most.
  private static func key(_ limit: Int) -> UInt64 {
    var key = UInt64(limit)
    guard let source = try? Descriptor(reading: executable) else { return key }
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while let count = try? source.read(into: &block, from: 0), count > 0 {
      key = POSIX.checksum(block, count, from: key)
    }
    return key
  }

  private static var userFolder: String? {
    if let folder = POSIX.environment("XDG_CACHE_HOME") { return "\(folder)/khabar" }
    return POSIX.environment("HOME").map { "\($0)/.cache/khabar" }
  }

  /// Makes a folder and those around it.
  private static func make(_ folder: String) {
    guard POSIX.kind(of: folder) == .nothing else { return }
    if let slash = folder.dropFirst().lastIndex(of: "/") { make(String(folder[..<slash])) }
    try? POSIX.makeFolder(folder)
  }
}
