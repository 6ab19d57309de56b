import KhabarExport

/// A bundle that is being made, with the digests that stand beside it.
final class BundleTarget {
  private let path: String
  private let name: String
  private let writer: BundleWriter
  private var draft: BundleDraft

  /// Begins a bundle; `path` ends in ".tar.gz".
  init(_ path: String, organisation: String, jobs: Int) throws {
    self.path = path
    let name = String(ArticleFile(path: path, limit: 0).name.dropLast(".tar.gz".count))
    self.name = name
    writer = try Self.attempt(path) {
      try BundleWriter(
        name: name, organisation: organisation, sourceDateEpoch: try Self.sourceDateEpoch(), jobs: jobs)
    }
    draft = BundleDraft(storage: try SpoolFile(beside: path))
  }

  /// Adds a report or comparison.
  func add(_ document: BundleDocument) throws { try Self.attempt(path) { try draft.add(document) } }

  /// Adds an article as it was delivered.
  func add(source bytes: [UInt8], name: String) throws {
    try Self.attempt(path) { try draft.add(source: bytes, name: name) }
  }

  /// Writes the bundle and both digests, as sha256sum reads them, and answers the lines of these.
  func finish() throws -> [String] {
    let out = try OutputFile(path)
    let summary = try Self.attempt(path) { try writer.write(draft, to: out.write) }
    try out.finish()
    let lines = ["\(summary.gzipSHA256)  \(name).tar.gz\n", "\(summary.tarSHA256)  \(name).tar\n"]
    for (target, line) in zip([path, String(path.dropLast(".gz".count))], lines) {
      let file = try OutputFile("\(target).sha256")
      try file.write(Array(line.utf8))
      try file.finish()
    }
    return lines
  }

  private static func attempt<Result>(_ path: String, _ step: () throws -> Result) throws -> Result {
    do { return try step() } catch let error as BundleError {
      throw Trouble("cannot be written: \(error)", at: path, remedy: "change the name, the options or the articles")
    }
  }

  private static func sourceDateEpoch() throws -> Int? {
    guard let text = POSIX.environment("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Int(text), (0..<1 << 33).contains(seconds) else {
      throw Trouble(
        "is not a number of seconds", at: "SOURCE_DATE_EPOCH", remedy: "set it to seconds since 1970 or unset it")
    }
    return seconds
  }
}
