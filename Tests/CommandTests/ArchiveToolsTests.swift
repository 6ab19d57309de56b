import Foundation
import TestSupport
import Testing

/// Bundles of the program in the eyes of the tools that archives have, each of another maker.
@Suite struct ArchiveToolsTests {
  private let folder: TemporaryFolder
  private let seeds = ["000_52b912b0584e463f", "004_76ffc98cad9dc6a4"]

  init() throws { folder = try TemporaryFolder() }

  @Test func `the bundle of the seeds is accepted by all`() throws {
    let files = Project.seeds.map { "'\($0)'" }.joined(separator: " ")
    try export(files, "--compare --with-sources --published 2023-05-31")
    try check(everyNth: 1)
  }

  /// The tools read all 2,000 reports but check-jsonschema, which takes 20 ms for each and gets one in twenty.
  @Test(.enabled(if: Program.isRelease)) func `a bundle of 2,000 reports is accepted by all`() throws {
    let texts = try seeds.map { try Project.text("seeds/\($0).txt") }
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("a"), withIntermediateDirectories: true)
    for number in 0..<2000 { try folder.write("\(texts[number % 2])\nقتل \(number) شخصا.\n", to: "a/\(number).txt") }
    try export("a/*.txt", "--with-sources")
    try check(everyNth: 20)
  }

  private func export(_ files: String, _ options: String) throws {
    let result = try Program.bash("cd '\(folder.path)' && \"$KHABAR\" export \(files) --bundle bag.tar.gz \(options)")
    #expect(result.status == 0, "\(result.errors)")
  }

  private func check(everyNth: Int) throws {
    let verified = try Program.run("verify", folder.path("bag.tar.gz"))
    #expect(verified.status == 0, "\(verified.errors)")
    try run("gzip", "-t bag.tar.gz && gzip -dk bag.tar.gz")
    try run("sha256sum", "--strict --quiet -c bag.tar.gz.sha256 bag.tar.sha256")
    try run("tar", "-tvf bag.tar >list && tar -xf bag.tar")
    try run("sha256sum", "--strict --quiet -c manifest-sha256.txt tagmanifest-sha256.txt", in: "bag")
    try remake()
    try run("bagit.py", "--validate bag")
    try run("bdbag", "--validate full bag.tar.gz")
    try run("bagit_profile.py", "--file bag/data/schema/bag-profile.json urn:khabar:bag-profile:1 bag")
    for kind in ["report", "comparison"] {
      let documents = "find bag/data/\(kind)s -name"
      try run(
        "xmllint",
        "--version && \(documents) '*.xml' | xargs -r xmllint --noout --nonet --schema bag/data/schema/\(kind).xsd")
      try run(
        "check-jsonschema",
        "--version && \(documents) '*.json' | sort | awk 'NR % \(everyNth) == 0' | xargs -r check-jsonschema --schemafile bag/data/schema/\(kind).schema.json"
      )
    }
    try run("ocfl-object.py", "create --srcbag bag --objdir object")
    try run("ocfl-validate.py", "object")
  }

  /// Makes the archive anew with GNU tar, from what was unpacked of it.
  private func remake() throws {
    try run(
      "tar",
      """
      -tf bag.tar >names && tar --format=ustar --owner=0 --group=0 --numeric-owner --mtime=@$(stat -c %Y bag/bagit.txt) \
      --mode='u=rwX,go=rX' --no-recursion -T names -cf again.tar && cmp bag.tar again.tar
      """)
  }

  /// Runs a tool, or says that it is absent.
  private func run(_ name: String, _ arguments: String, in subfolder: String = ".") throws {
    guard Tool(name) != nil else { return }
    let result = try Program.bash("cd '\(folder.path)/\(subfolder)' && { \(name) \(arguments); }")
    #expect(result.status == 0, "\(name): \((result.output + result.errors).suffix(600))")
  }
}
