import TestSupport
import Testing

@Suite struct BundleTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func export(_ name: String, _ options: String = "") throws -> Program.Result {
    let files = Project.seeds.map { "'\($0)'" }.joined(separator: " ")
    return try Program.run("export \(files) --bundle '\(folder.path(name))' \(options)", split: true)
  }

  @Test func `a bundle is written with its digests and verified`() throws {
    let result = try export("visit.tar.gz", "--compare --with-sources --published 2023-05-31")
    #expect(result.status == 0)
    #expect(result.lines.count == 2)
    #expect(folder.names == ["visit.tar.gz", "visit.tar.gz.sha256", "visit.tar.sha256"])
    let check = try Program.bash(
      "cd '\(folder.path)' && sha256sum -c visit.tar.gz.sha256 && gzip -dk visit.tar.gz && sha256sum -c visit.tar.sha256"
    )
    #expect(check.status == 0)
    let verified = try Program.run("verify", folder.path("visit.tar.gz"))
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("\(folder.path("visit.tar.gz")): whole, "))
  }

  @Test func `two runs give the same bytes`() throws {
    _ = try export("visit.tar.gz", "--compare")
    let first = try folder.text("visit.tar.gz.sha256")
    _ = try export("visit.tar.gz", "--compare")
    #expect(try folder.text("visit.tar.gz.sha256") == first)
  }

  @Test func `a changed, a cut and a foreign file are not whole`() throws {
    _ = try export("visit.tar.gz")
    _ = try Program.bash(
      """
      cd '\(folder.path)' && head -c -9 visit.tar.gz >cut.tar.gz && echo x | gzip >other.tar.gz
      cp visit.tar.gz changed.tar.gz && printf x | dd of=changed.tar.gz bs=1 seek=900 conv=notrunc 2>/dev/null
      cp other.tar.gz swapped.tar.gz && cp visit.tar.gz.sha256 swapped.tar.gz.sha256
      """)
    for name in ["cut", "other", "changed", "swapped"] {
      let result = try Program.run("verify", folder.path("\(name).tar.gz"))
      #expect(result.status == 2, "\(name)")
      #expect(result.output == "", "\(name)")
      #expect(result.errors.hasPrefix("khabar: \(folder.path("\(name).tar.gz")): "), "\(name)")
    }
  }

  @Test func `a bundle that cannot be written leaves nothing`() throws {
    #expect(try export("no name.tar.gz").status == 2)
    #expect(try export("none/visit.tar.gz").status == 2)
    #expect(folder.names == [])
  }

  @Test func `a missing bundle ends with 2`() throws {
    let result = try Program.run("verify", folder.path("none.tar.gz"))
    #expect(result.status == 2)
    #expect(result.errors.contains("no such file; check the path"))
  }
}
