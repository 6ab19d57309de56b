import KhabarCorpus

/// `.khabar.yml`, found from a path upward.
struct ConfigurationFile {
  static let name = ".khabar.yml"

  /// Where the file is; nil if there is none.
  let path: String?
  /// What it says.
  var configuration: Configuration
  /// The folder that patterns and keys of files are told from, with a slash at its end.
  let folder: String

  /// Reads a file, or the nearest one from the folder of a path upward.
  init(_ chosen: String?, near start: String) throws(Trouble) {
    let found = chosen ?? Self.nearest(to: start)
    path = found
    guard let found else {
      configuration = Configuration()
      folder = Self.resolvedFolder(".")
      return
    }
    let bytes = try ArticleFile(path: found, limit: 1 << 20).read()
    do { configuration = try Configuration(bytes) } catch {
      throw Trouble(error.what, at: "\(found):\(error.line)", remedy: "see khabar config show and docs/checks.md")
    }
    folder = Self.resolvedFolder(OutputFile.folder(of: found))
  }

  /// A path that a file has in it, from the working directory.
  func path(of written: String) -> String { written.hasPrefix("/") ? written : folder + written }

  private static func nearest(to start: String) -> String? {
    let first = POSIX.kind(of: start) == .directory ? start : OutputFile.folder(of: start)
    var folder = resolvedFolder(start == "-" ? "." : first)
    while true {
      let candidate = folder + name
      if POSIX.kind(of: candidate) == .file { return candidate }
      guard let slash = folder.dropLast().lastIndex(of: "/") else { return nil }
      folder = String(folder[...slash])
    }
  }

  private static func resolvedFolder(_ path: String) -> String {
    let folder = POSIX.resolved(path)
    return folder.hasSuffix("/") ? folder : folder + "/"
  }
}
