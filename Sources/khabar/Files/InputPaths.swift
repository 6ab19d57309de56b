/// The files that the arguments of a command name: files, folders with all files in them, patterns, "-".
///
/// What names nothing stays as it is, so that reading it says what is wrong.
struct InputPaths {
  /// The files, folders and patterns replaced by what they hold, in order of their names.
  private(set) var paths: [String] = []

  init(_ arguments: [String]) {
    for argument in arguments {
      if argument == "-" {
        paths.append(argument)
      } else if POSIX.kind(of: argument) == .directory {
        let files = Self.files(in: argument, depth: 0)
        paths += files.isEmpty ? [argument] : files
      } else if POSIX.kind(of: argument) == .nothing, argument.utf8.contains(where: "*?[".utf8.contains) {
        let files = POSIX.matches(of: argument)
        paths += files.isEmpty ? [argument] : files
      } else {
        paths.append(argument)
      }
    }
  }

  /// All files under a folder but hidden ones. Links to folders are not followed, so that no circle is.
  private static func files(in folder: String, depth: Int) -> [String] {
    guard depth < 64 else { return [] }
    var files: [String] = []
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    for (name, kind) in POSIX.names(in: folder) where !name.hasPrefix(".") {
      let path = start + name
      switch kind ?? POSIX.kind(of: path) {
      case .directory: if kind != nil || !POSIX.isLink(path) { files += Self.files(in: path, depth: depth + 1) }
      case .file: files.append(path)
      case .other, .nothing: continue
      }
    }
    return files
  }
}
