/// Where a command writes: standard output, or a file that appears whole or not at all.
///
/// A regular file is written beside its target and renamed by `finish()`; whatever ends the command earlier leaves
/// the target as it was.
final class OutputFile {
  private let descriptor: Descriptor
  private let target: String?
  private let draft: String?
  private var pending: [UInt8] = []
  private var isFinished = false

  /// Opens the output; nil and "-" mean standard output.
  init(_ path: String?) throws(Trouble) {
    guard let path, path != "-" else {
      (descriptor, target, draft) = (.output, nil, nil)
      return
    }
    let target = POSIX.resolved(path)
    self.target = target
    do {
      switch POSIX.kind(of: target) {
      case .directory: throw Trouble("is a directory", at: path, remedy: "name a file in it")
      case .other: (descriptor, draft) = (try Descriptor(writing: target), nil)
      case .file, .nothing:
        let draft = "\(target).khabar-\(POSIX.process).part"
        (descriptor, self.draft) = (try Descriptor(making: draft), draft)
      }
    } catch {
      throw Self.trouble(error, path)
    }
  }

  deinit { if let draft, !isFinished { POSIX.remove(draft) } }

  /// Whether people read it directly.
  var isTerminal: Bool { descriptor.isTerminal }

  /// Adds bytes; they are written when enough have come together.
  func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= 1 << 16 { try flush() }
  }

  /// Writes what has come together.
  func flush() throws {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    do { try descriptor.write(pending) } catch  where error.isBrokenPipe { throw error } catch {
      throw Self.trouble(error, target ?? "standard output")
    }
  }

  /// Writes the rest and puts the file in its place.
  func finish() throws {
    try flush()
    if let target, let draft {
      do {
        try descriptor.sync()
        try POSIX.rename(draft, to: target)
      } catch {
        throw Self.trouble(error, target)
      }
    }
    isFinished = true
  }

  private static func trouble(_ error: any Error, _ path: String) -> Trouble {
    if let trouble = error as? Trouble { return trouble }
    let reason = (error as? SystemFailure)?.reason ?? "\(error)"
    return Trouble("cannot be written (\(reason))", at: path, remedy: "check the folder, its permissions and its space")
  }
}
