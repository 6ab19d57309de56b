import KhabarCorpus
import KhabarExport

/// The files that a cache is kept in, for each corpus a whole and what differs from it. Whatever is wrong with them, the check
/// goes on without.
struct CacheFile {
  /// What the last check kept.
  let older: CheckCache
  /// A file that was touched at this time or later may be touched again without that it shows: nanoseconds.
  let horizon: Int
  private let path: String
  private let program: CheckCache.Stamp?
  private let limit: Int
  private let whole: Part

  /// How long the system may give one time to two changes: a tick of its clock is 10 ms at most.
  private static let tick = 20_000_000
  private static let executable = "/proc/self/exe"
  /// What differs may be so much smaller than the whole before a new whole is written.
  private static let share = 8

  /// Bytes that a checksum stands behind.
  private struct Part {
    var bytes: [UInt8] = []
    var checksum: UInt64 = 0

    /// Reads them; none if they are damaged.
    init(_ path: String) {
      guard let file = try? Descriptor(reading: path), let size = file.size, size > 8,
        var bytes = try? file.read(0..<size)
      else { return }
      let written = bytes.suffix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      bytes.removeLast(8)
      guard POSIX.checksum(bytes, bytes.count, from: 0) == written else { return }
      (self.bytes, checksum) = (bytes, written)
    }
  }

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
    whole = Part(path)
    let difference = Part(Self.difference(path))
    older =
      CheckCache(whole.bytes, difference: difference.bytes, checksum: whole.checksum, stamp: program) {
        ProgramKey.key(from: UInt64(limit))
      } ?? CheckCache()
  }

  /// Writes what the next check can use.
  func write(_ image: CacheImage) {
    let isKnown = program != nil && older.program?.stamp == program
    let key = (isKnown ? older.program?.key : nil) ?? ProgramKey.key(from: UInt64(limit))
    let program = CacheImage.Program(stamp: program, key: key)
    // A whole of another program has no entries, whatever its bytes are.
    if older.program != nil {
      let difference = image.difference(from: whole.checksum, program)
      if difference.count * Self.share <= whole.bytes.count { return write(difference, to: Self.difference(path)) }
    }
    write(image.whole(program), to: path)
    POSIX.remove(Self.difference(path))
  }

  private func write(_ bytes: [UInt8], to path: String) {
    let checksum = POSIX.checksum(bytes, bytes.count, from: 0)
    guard let file = try? OutputFile(path, isSynced: false) else { return }
    do {
      try file.write(bytes + (0..<8).map { UInt8(truncatingIfNeeded: checksum >> ($0 * 8)) })
      try file.finish()
    } catch { return }
  }

  private static func difference(_ path: String) -> String { "\(path).new" }

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
