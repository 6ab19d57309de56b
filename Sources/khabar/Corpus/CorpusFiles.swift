import KhabarCorpus

/// The files that the arguments of a check name.
struct CorpusFiles {
  /// A file.
  struct Entry: Sendable {
    /// As it was named.
    var path: String
    /// From the folder of the configuration.
    var key: String
  }

  /// The files, each once, in the order of their paths.
  private(set) var entries: [Entry] = []
  /// Arguments that name nothing.
  private(set) var troubles: [Trouble] = []
  /// The keys of the arguments.
  private var scopes: [String] = []
  private let root: String

  init(_ arguments: [String], _ configuration: ConfigurationFile) {
    root = configuration.folder
    let choice = FileChoice(configuration.configuration)
    var seen: Set<String> = []
    var folder = (path: "", key: "")
    for argument in arguments {
      let isFolder = POSIX.kind(of: argument) == .directory
      scopes.append(isFolder ? cut(POSIX.resolved(argument)) : key(argument, &folder))
      for path in InputPaths([argument]).paths {
        if !isFolder, path != "-", POSIX.kind(of: path) == .nothing {
          troubles.append(Trouble("no such file", at: path, remedy: "check the path"))
        } else if !isFolder || path != argument {
          // Tools that read the answer know files by the names they have in the repository.
          let path = path.hasPrefix("./") && path != "./-" ? String(path.dropFirst(2)) : path
          let key = key(path, &folder)
          if !isFolder || choice.takes(key), seen.insert(path).inserted { entries.append(Entry(path: path, key: key)) }
        }
      }
    }
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// A path from the folder of the configuration; one outside of it stays whole. The folder of the last path is known.
  private func key(_ path: String, _ last: inout (path: String, key: String)) -> String {
    if path == "-" { return path }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    let folder = slash.map { path[...$0] } ?? "."
    if folder != last.path {
      let resolved = cut(POSIX.resolved(String(folder)))
      last = (String(folder), resolved.isEmpty || resolved.hasSuffix("/") ? resolved : resolved + "/")
    }
    return last.key + name
  }

  private func cut(_ resolved: String) -> String {
    if resolved + "/" == root { return "" }
    return resolved.hasPrefix(root) ? String(resolved.dropFirst(root.count)) : resolved
  }

  /// What is known of a file of a baseline, by its key.
  func presence(_ keys: Set<String>, _ key: String) -> Baseline.Presence {
    if keys.contains(key) { return .checked }
    let isAsked = scopes.contains { $0.isEmpty && !key.hasPrefix("/") || $0 == key || key.hasPrefix("\($0)/") }
    guard isAsked else { return .outside }
    return POSIX.kind(of: key.hasPrefix("/") ? key : root + key) == .nothing ? .gone : .outside
  }
}
