import Foundation
import TestSupport
import Testing

@testable import KhabarExport

/// Bundles in the eyes of the tools that an archive has.
@Suite struct BundleToolsTests {
  /// A bundle name so long that paths need the second field of the header.
  static let names = ["2023-05", String(repeating: "n", count: 80)]

  @Test(arguments: names)
  func `gzip, tar and sha256sum accept a bundle, and tar re-makes it`(name: String) throws {
    guard let gzip = Tool("gzip"), let tar = Tool("tar"), let sha256sum = Tool("sha256sum") else { return }
    let folder = try TemporaryFolder()
    let bundle = try Examples.bundle(name: name)
    try folder.write(bundle.bytes, to: "b.tar.gz")
    try succeed(gzip, ["-t", "b.tar.gz"], folder)
    try succeed(gzip, ["-dk", "b.tar.gz"], folder)
    #expect(Digest.hex(try folder.read("b.tar")) == bundle.summary.tarSHA256)
    #expect(Digest.hex(try folder.read("b.tar.gz")) == bundle.summary.gzipSHA256)
    try succeed(tar, ["-xf", "b.tar"], folder)
    let bag = folder.url.appendingPathComponent(name)
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      let (code, output) = try sha256sum.run(["--strict", "--quiet", "-c", manifest], in: bag)
      #expect(code == 0, "\(output)")
    }
    try folder.write(Array(try tar.run(["-tf", "b.tar"], in: folder.url).output.utf8), to: "list")
    try succeed(
      tar,
      [
        "--format=ustar", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@1685491200", "--mode=u=rwX,go=rX",
        "--no-recursion", "-T", "list", "-cf", "again.tar",
      ], folder)
    #expect(try folder.read("again.tar") == folder.read("b.tar"))
  }

  @Test func `bagit.py, check-jsonschema and xmllint accept the unpacked bag`() throws {
    guard let tar = Tool("tar") else { return }
    let folder = try TemporaryFolder()
    try folder.write(try Examples.bundle().bytes, to: "b.tar.gz")
    try succeed(tar, ["-xzf", "b.tar.gz"], folder)
    if let bagit = Tool("bagit.py") { try succeed(bagit, ["--validate", "2023-05"], folder) }
    for (kind, reports) in [("report", Examples.reports.map(\.id)), ("comparison", pairs)] {
      let schema = "2023-05/data/schema/\(kind)"
      let documents = reports.map { "2023-05/data/\(kind)s/\($0)" }
      if let tool = Tool("check-jsonschema") {
        try succeed(tool, ["--schemafile", schema + ".schema.json"] + documents.map { $0 + ".json" }, folder)
      }
      if let tool = Tool("xmllint") {
        try succeed(tool, ["--noout", "--nonet", "--schema", schema + ".xsd"] + documents.map { $0 + ".xml" }, folder)
      }
    }
  }

  @Test func `every line of the summary follows its schema`() throws {
    guard let tool = Tool("check-jsonschema") else { return }
    let folder = try TemporaryFolder()
    let members = try Examples.members(try Examples.bundle().bytes)
    let summary = try #require(members.first { $0.member.path.hasSuffix("/summary.ndjson") }).bytes
    let lines = try summary.split(separator: 10).enumerated().map { try folder.write(Array($1), to: "\($0).json") }
    #expect(lines.count == Examples.reports.count)
    let schema = Project.path("schemas/summary.schema.json")
    try succeed(tool, ["--schemafile", schema] + lines, folder)
  }

  @Test func `bdbag accepts the archive itself`() throws {
    guard let bdbag = Tool("bdbag") else { return }
    let folder = try TemporaryFolder()
    try folder.write(try Examples.bundle().bytes, to: "2023-05.tar.gz")
    try succeed(bdbag, ["--validate", "full", "2023-05.tar.gz"], folder)
  }

  private var pairs: [String] { Examples.comparisons.map { "\($0.a.id)__\($0.b.id)" } }

  private func succeed(_ tool: Tool, _ arguments: [String], _ folder: borrowing TemporaryFolder) throws {
    let (code, output) = try tool.run(arguments, in: folder.url)
    #expect(code == 0, "\(tool.name): \(output)")
  }
}
