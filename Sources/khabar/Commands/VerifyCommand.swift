import ArgumentParser
import KhabarExport

/// Bundles in, whether they are whole.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Says whether bundles are whole and unchanged. Nothing is unpacked.",
    discussion: """
      EXAMPLES:
        khabar verify visit.tar.gz
        khabar verify *.tar.gz --schemas
        khabar verify --max-size 500000000000 large.tar.gz

      Checked are the gzip checksum, the archive, every digest, and that no file is missing or too many; and, where
      NAME.tar.gz.sha256 stands beside the bundle, that the file is the very one. Any BagIt bag (0.97, 1.0) in a .tar.gz
      can be verified. Ends with 2 if a bundle is not whole.
      """)

  @Argument(help: "The bundles; - is standard input.")
  var bundles: [String]

  @Flag(help: "Hold every report and comparison against its schema too, which takes several times as long.")
  var schemas = false

  @OptionGroup var limits: BundleLimits

  func run() throws {
    var isWhole = true
    let output = try OutputFile(nil)
    for path in bundles {
      let verdict = try BundleFile(path: path, limits: limits.limits, checksSchemas: schemas).read()
      for warning in verdict.warnings { Notice.print("\(path): warning: \(warning)") }
      let failures = verdict.failures.map(\.description) + (try sidecarFailure(path, verdict).map { [$0] } ?? [])
      for failure in failures { Notice.print("\(path): \(failure)") }
      if failures.isEmpty {
        let line = "\(path): whole, \(verdict.fileCount) files, tar sha256 \(verdict.tarSHA256)\n"
        try output.write(SafeText.bytes(Array(line.dropLast().utf8)) + [10])
      } else {
        isWhole = false
      }
    }
    try output.finish()
    if !isWhole { throw ExitStatus.trouble }
  }

  /// Compares with the digest that `khabar export` wrote beside the bundle, where there is one.
  private func sidecarFailure(_ path: String, _ verdict: BundleVerdict) throws -> String? {
    let sidecar = ArticleFile(path: "\(path).sha256", limit: 1 << 12)
    guard path != "-", POSIX.kind(of: sidecar.path) == .file else { return nil }
    guard try !sidecar.read().starts(with: verdict.gzipSHA256.utf8) else { return nil }
    return "the file is not the one that \(sidecar.name) names"
  }
}
