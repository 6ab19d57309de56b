/// Where a command writes: standard output, or a file that appears whole or not at all.
///
/// A regular file is written without a name, where the file system has such files, else beside its target, and put in its
/// place by `finish()`; whatever ends the command earlier leaves the target as it was.
final class OutputFile {
  private var descriptor: Descriptor
  private let target: String?
  /// Where the file stands before it is in its place.
  private let draft: String?
  private let isUnnamed: Bool
  private let isSynced: Bool
  private var pending: [UInt8] = []
  private var isFinished = false
  /// What shows text that is longer than the terminal, if it is wanted and nothing has been shown yet.
  private var pagerCommand: String?
  private var pager: Pager?

  /// Opens the output; nil and "-" mean standard output. A file that is not synced may be lost when the machine stops.
  init(_ path: String?, isSynced: Bool = true, pager: String? = nil) throws(Trouble) {
    self.isSynced = isSynced
    pagerCommand = pager
    guard let path, path != "-" else {
      (descriptor, target, draft, isUnnamed) = (.output, nil, nil, false)
      return
    }
    let target = POSIX.resolved(path)
    self.target = target
    do {
      switch POSIX.kind(of: target) {
      case .directory: throw Trouble("is a directory", at: path, remedy: "name a file in it")
      case .other: (descriptor, draft, isUnnamed) = (try Descriptor(writing: target), nil, false)
      case .file, .nothing:
        let draft = "\(target).khabar-\(POSIX.process).part"
        let unnamed = try? Descriptor(unnamedIn: Self.folder(of: target))
        isUnnamed = unnamed?.canBeLinked == true
        self.draft = draft
        if let unnamed, isUnnamed { descriptor = unnamed } else { descriptor = try Descriptor(making: draft) }
      }
    } catch {
      throw Self.trouble(error, path)
    }
  }

  deinit {
    endPager()
    if let draft, !isFinished, !isUnnamed { POSIX.remove(draft) }
  }

  /// Whether people read it directly.
  var isTerminal: Bool { descriptor.isTerminal }

  /// Rows and columns of the terminal, if it has a size.
  var terminalSize: (rows: Int, columns: Int)? { descriptor.terminalSize }

  /// Adds bytes; they are written when enough have come together.
  func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= 1 << 16 { try flush() }
  }

  /// Writes what has come together.
  func flush() throws {
    guard !pending.isEmpty else { return }
    startPager()
    // Taken out while it is written, so that it keeps its room.
    var bytes: [UInt8] = []
    swap(&bytes, &pending)
    defer {
      bytes.removeAll(keepingCapacity: true)
      swap(&bytes, &pending)
    }
    do { try descriptor.write(bytes) } catch  where error.isBrokenPipe { throw error } catch {
      throw Self.trouble(error, target ?? "standard output")
    }
  }

  /// Starts the pager before the first text that does not fit on the terminal.
  private func startPager() {
    guard let command = pagerCommand, target == nil else { return }
    pagerCommand = nil
    guard isTerminal, let size = terminalSize else { return }
    guard pending.count(where: { $0 == 10 }) >= size.rows, let started = Pager(command) else { return }
    pager = started
    descriptor = started.input
  }

  private func endPager() {
    guard let pager else { return }
    descriptor = .output
    pager.finish()
    self.pager = nil
  }

  /// Writes the rest and puts the file in its place; waits until the pager is left.
  func finish() throws {
    try flush()
    endPager()
    if let target, let draft {
      do {
        if isSynced { try descriptor.sync() }
        try place(draft, at: target)
        // A folder that may not be read holds the file all the same.
        if isSynced { try? Descriptor(reading: Self.folder(of: target)).sync() }
      } catch {
        throw Self.trouble(error, target)
      }
    }
    isFinished = true
  }

  private func place(_ draft: String, at target: String) throws(SystemFailure) {
    if isUnnamed {
      do { return try descriptor.link(to: target) } catch { if !error.isTaken { throw error } }
      try descriptor.link(to: draft)
    }
    do { try POSIX.rename(draft, to: target) } catch {
      POSIX.remove(draft)
      throw error
    }
  }

  /// The folder that a file stands in.
  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
  }

  /// Why a file cannot be written, for people.
  static func trouble(_ error: any Error, _ path: String) -> Trouble {
    if let trouble = error as? Trouble { return trouble }
    let reason = (error as? SystemFailure)?.reason ?? "\(error)"
    return Trouble("cannot be written (\(reason))", at: path, remedy: "check the folder, its permissions and its space")
  }
}
