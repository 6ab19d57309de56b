import KhabarExport

/// A folder that a bundle is unpacked to: it appears whole, once the bundle has turned out to be whole, or not at all.
final class UnpackedFolder {
  private let parent: String
  private let draft: String
  /// Everything that was made, in that order.
  private var made: [String] = []
  private var folders: Set<Substring> = []
  private var root: Substring?
  private var file: (descriptor: Descriptor, path: String)?

  /// Begins below a folder that exists.
  init(in parent: String) throws {
    guard POSIX.kind(of: parent) == .directory else {
      throw Trouble("is no folder", at: parent, remedy: "make it first, or name another with -o")
    }
    self.parent = parent
    draft = "\(parent)/.khabar-\(POSIX.process).part"
    try make(folder: draft)
  }

  deinit { for path in made.reversed() { POSIX.remove(path) } }

  /// Takes what goes by in a bundle.
  func take(_ event: BundleVerifier.Event) throws {
    switch event {
    case .folder(let path): try make(folders: path[...])
    case .file(let path, _):
      try make(folders: path.lastIndex(of: "/").map { path[..<$0] } ?? "")
      let target = "\(draft)/\(path)"
      do { file = (try Descriptor(making: target), target) } catch { throw OutputFile.trouble(error, target) }
      made.append(target)
    case .bytes(let bytes):
      guard let file else { return }
      do { try file.descriptor.write(Array(bytes)) } catch { throw OutputFile.trouble(error, file.path) }
    case .end: file = nil
    }
  }

  /// Puts the folder in its place and answers its path.
  func finish() throws -> String {
    let root = root ?? ""
    let target = try free(root)
    do { try POSIX.rename("\(draft)/\(root)", to: target) } catch { throw OutputFile.trouble(error, target) }
    made = [draft]
    return target
  }

  /// The path of the folder, where nothing may stand yet.
  private func free(_ root: Substring) throws -> String {
    let target = "\(parent)/\(root)"
    guard POSIX.kind(of: target) == .nothing else {
      throw Trouble("is there already", at: target, remedy: "remove it, or name another folder with -o")
    }
    return target
  }

  /// Makes a folder of the bundle and those around it.
  private func make(folders path: Substring) throws {
    guard !path.isEmpty, !folders.contains(path) else { return }
    if let slash = path.lastIndex(of: "/") {
      try make(folders: path[..<slash])
    } else {
      _ = try free(path)
      root = path
    }
    try make(folder: "\(draft)/\(path)")
    folders.insert(path)
  }

  private func make(folder path: String) throws {
    do { try POSIX.makeFolder(path) } catch { throw OutputFile.trouble(error, path) }
    made.append(path)
  }
}
