internal import Glibc
import KhabarCorpus

/// A system call that failed.
struct SystemFailure: Error, Equatable {
  /// `errno` after the call.
  var number: Int32

  /// The reader of a pipe went away, which is no trouble of ours.
  var isBrokenPipe: Bool { number == EPIPE }
  /// What the system says about it ("No space left on device").
  var reason: String { unsafe String(cString: strerror(number)) }

  /// The name is taken.
  var isTaken: Bool { number == EEXIST }

  fileprivate init() { number = errno }
  fileprivate init(number: Int32) { self.number = number }
}

/// An open file. The only unsafe code of this target is in this file.
final class Descriptor: Sendable {
  private let number: Int32
  private let isOwned: Bool

  static let input = Descriptor(number: STDIN_FILENO, isOwned: false)
  static let output = Descriptor(number: STDOUT_FILENO, isOwned: false)
  static let errors = Descriptor(number: STDERR_FILENO, isOwned: false)

  fileprivate init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  /// Opens a file for reading.
  convenience init(reading path: String) throws(SystemFailure) {
    try self.init(path, O_RDONLY | O_CLOEXEC)
  }

  /// Opens a file that exists, such as a device, for writing.
  convenience init(writing path: String) throws(SystemFailure) {
    try self.init(path, O_WRONLY | O_CLOEXEC)
  }

  /// Makes a file that must not exist yet.
  convenience init(making path: String) throws(SystemFailure) {
    try self.init(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
  }

  /// Makes a file without a name in a folder, which is gone once it is closed unless `link` gives it a name.
  convenience init(unnamedIn folder: String) throws(SystemFailure) {
    // O_TMPFILE of Linux, a macro that Swift does not import.
    try self.init(folder, O_RDWR | O_CLOEXEC | 0o20_000_000 | O_DIRECTORY)
  }

  /// Makes a file in a folder for what need not outlive the program.
  convenience init(temporaryIn folder: String) throws(SystemFailure) {
    do { try self.init(unnamedIn: folder) } catch {
      // Not every file system has files without a name.
      let path = "\(folder)/.khabar-\(POSIX.process).spool"
      try self.init(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC)
      POSIX.remove(path)
    }
  }

  private convenience init(_ path: String, _ flags: Int32) throws(SystemFailure) {
    let number = unsafe open(path, flags, 0o666)
    guard number >= 0 else { throw SystemFailure() }
    self.init(number: number, isOwned: true)
  }

  deinit { if isOwned { close(number) } }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// Rows and columns, if it is a terminal that has a size.
  var terminalSize: (rows: Int, columns: Int)? {
    var size = winsize()
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Size in bytes, if it is a regular file.
  var size: Int? {
    var info = stat()
    guard unsafe fstat(number, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return info.st_size
  }

  /// What the system says of the file now.
  var stamp: CheckCache.Stamp? {
    var info = stat()
    return unsafe fstat(number, &info) == 0 ? .init(info) : nil
  }

  /// Reads once into the buffer from an index on; 0 at the end.
  func read(into buffer: inout [UInt8], from index: Int) throws(SystemFailure) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let free = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[index...])
        return unsafe Glibc.read(number, free.baseAddress, free.count)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw SystemFailure() }
    }
  }

  /// Reads once; nothing at the end.
  func read(upTo size: Int) throws(SystemFailure) -> [UInt8] {
    var failure: SystemFailure?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      var count = 0
      repeat { count = unsafe Glibc.read(number, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      if count < 0 { failure = SystemFailure() }
      filled = max(count, 0)
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads a stretch of a file.
  func read(_ range: Range<Int>) throws(SystemFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var count = 0
    while count < bytes.count {
      let read = unsafe bytes.withUnsafeMutableBytes { all in
        let free = unsafe UnsafeMutableRawBufferPointer(rebasing: all[count...])
        return unsafe pread(number, free.baseAddress, free.count, range.lowerBound + count)
      }
      if read > 0 {
        count += read
      } else if read == 0 {
        throw SystemFailure(number: EIO)
      } else if errno != EINTR {
        throw SystemFailure()
      }
    }
    return bytes
  }

  /// Gives a file without a name one that is free.
  func link(to path: String) throws(SystemFailure) {
    guard unsafe linkat(AT_FDCWD, "/proc/self/fd/\(number)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
      throw SystemFailure()
    }
  }

  /// Whether `link` can work: where /proc is not mounted, it cannot.
  var canBeLinked: Bool { POSIX.kind(of: "/proc/self/fd/\(number)") == .file }

  /// Writes everything.
  func write(_ bytes: [UInt8]) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[written...])
        return unsafe Glibc.write(number, rest.baseAddress, rest.count)
      }
      if count >= 0 { written += count } else if errno != EINTR { throw SystemFailure() }
    }
  }

  /// Asks the system to put what was written on the disk.
  func sync() throws(SystemFailure) {
    guard fsync(number) == 0 || errno == EINVAL || errno == EROFS else { throw SystemFailure() }
  }
}

/// The other system calls that the program needs.
enum POSIX {
  /// What stands at a path.
  enum Kind { case file, directory, other, nothing }

  /// What stands at a path, symbolic links followed.
  static func kind(of path: String) -> Kind {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { return .nothing }
    return switch info.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    default: .other
    }
  }

  /// The path behind symbolic links; the same path if nothing stands there.
  static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Size of a regular file in bytes.
  static func size(of path: String) -> Int? {
    var info = stat()
    guard unsafe stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return info.st_size
  }

  /// What the system says of a regular file.
  static func stamp(of path: String) -> CheckCache.Stamp? {
    var info = stat()
    guard unsafe stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return .init(info)
  }

  /// A checksum of the first bytes of a buffer, eight at a time: against accidents, not against people.
  static func checksum(_ bytes: [UInt8], _ count: Int, from seed: UInt64) -> UInt64 {
    unsafe bytes.withUnsafeBytes { all in
      var sum = seed ^ UInt64(count)
      var at = 0
      while at + 8 <= count {
        let next = unsafe all.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        sum = (sum ^ next) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
        at += 8
      }
      while at < count {
        sum = (sum ^ UInt64(unsafe all[at])) &* 0x9E37_79B9_7F4A_7C15
        at += 1
      }
      return sum
    }
  }

  /// Whether a path is a symbolic link.
  static func isLink(_ path: String) -> Bool {
    var info = stat()
    return unsafe lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, sorted by their bytes, and what stands at each where the folder itself says it: a link, for one,
  /// must be followed.
  static func names(in folder: String) -> [(name: String, kind: Kind?)] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [(name: String, kind: Kind?)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append((name, unsafe kind(of: entry.pointee.d_type))) }
    }
    return names.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(of type: UInt8) -> Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .directory
    default: nil
    }
  }

  /// The paths that a pattern of the shell matches, sorted by their bytes.
  static func matches(of pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
    let paths = unsafe (0..<Int(found.gl_pathc)).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// How many threads the machine runs at a time.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Seconds since some moment; for progress only, never for an output.
  static var uptime: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func rename(_ path: String, to target: String) throws(SystemFailure) {
    guard unsafe Glibc.rename(path, target) == 0 else { throw SystemFailure() }
  }

  /// Removes a file or an empty folder.
  static func remove(_ path: String) { if unsafe unlink(path) != 0 { _ = unsafe rmdir(path) } }

  /// Makes a folder that must not exist yet.
  static func makeFolder(_ path: String) throws(SystemFailure) {
    guard unsafe mkdir(path, 0o777) == 0 else { throw SystemFailure() }
  }

  /// An environment variable that is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Number of this process.
  static var process: Int32 { getpid() }

  /// Makes a write to a closed pipe an error instead of a deadly signal.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Makes the heap keep up to two megabytes that are free. What one line of a run took the next one takes again; given back and asked for
  /// anew it would cost four system calls a line and a fault for each page.
  ///
  /// glibc keeps twice as much as the largest block that it had from the system by itself and gave back (mallopt(3)).
  static func keepFreeMemory() {
    unsafe UnsafeMutableRawPointer.allocate(byteCount: 1 << 20, alignment: 16).deallocate()
  }

  /// Leaves an interrupt from the keyboard to the program that has the terminal.
  static func ignoreInterrupts() { _ = signal(SIGINT, SIG_IGN) }

  /// A script of the shell that reads what we write.
  @safe final class Reader {
    private var stream: UnsafeMutablePointer<FILE>?
    /// Its standard input.
    let input: Descriptor

    /// Starts it; nil if it cannot be started.
    init?(shell script: String) {
      guard let stream = unsafe popen(script, "we") else { return nil }
      unsafe self.stream = stream
      input = unsafe Descriptor(number: fileno(stream), isOwned: false)
    }

    /// Ends its input and waits for its end.
    func finish() {
      if let stream = unsafe stream { unsafe pclose(stream) }
      unsafe stream = nil
    }
  }

  /// Index of the first line feed in the range.
  static func lineFeed(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    unsafe bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, let found = unsafe memchr(base + range.lowerBound, 10, range.count) else {
        return nil
      }
      return unsafe base.distance(to: UnsafeRawPointer(found))
    }
  }

  /// A thread that runs a closure. Where the system has no thread to give, the closure runs in `join()`.
  final class Thread {
    private let body: Body
    private var handle = pthread_t()
    private let isRunning: Bool

    private final class Body: Sendable {
      let run: @Sendable () -> Void
      init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    init(_ run: @escaping @Sendable () -> Void) {
      let body = Body(run)
      self.body = body
      var handle = pthread_t()
      let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        if let context = unsafe context { unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }
      let started = unsafe pthread_create(&handle, nil, start, Unmanaged.passRetained(body).toOpaque())
      isRunning = started == 0
      self.handle = handle
      if !isRunning { unsafe Unmanaged.passUnretained(body).release() }
    }

    /// Waits for the end.
    func join() { if isRunning { pthread_join(handle, nil) } else { body.run() } }
  }

  static func exit(_ status: Int32) -> Never { Glibc.exit(status) }
}

extension CheckCache.Stamp {
  fileprivate init(_ info: stat) {
    func nanoseconds(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }
    self.init(
      size: info.st_size, inode: Int(truncatingIfNeeded: info.st_ino), modified: nanoseconds(info.st_mtim),
      changed: nanoseconds(info.st_ctim))
  }
}
