import Foundation
import TestSupport
import Testing

/// `khabar compare --versions`.
@Suite struct VersionsCommandTests {
  private let folder: TemporaryFolder
  private static let (old, new) = (
    Project.path("samples/bridge-versions/bridge-1.txt"), Project.path("samples/bridge-versions/bridge-2.txt")
  )

  init() throws { folder = try TemporaryFolder() }

  private struct Document: Decodable {
    struct Entry: Decodable {
      var id: String
      var change: String
    }
    struct Versions: Decodable {
      struct Notice: Decodable { var kind, side: String }
      var added, removed, changed, kept: Int
      var notices: [Notice]
    }
    var mode: String
    var conflicting: [Entry]
    var shared: [Entry]
    var versions: Versions
  }

  @Test func `the document says that it is of versions, and nothing conflicts`() throws {
    let result = try Program.run("compare", "--versions", Self.old, Self.new, "--format", "json")
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    #expect(document.mode == "versions")
    #expect(document.conflicting.isEmpty)
    #expect(document.shared.map(\.id) == (1...document.shared.count).map { "s\($0)" })
    #expect(document.versions.changed == document.shared.count { !["unchanged", "reworded"].contains($0.change) })
    #expect(document.versions.notices.map(\.kind) == ["correction"])
    #expect(document.versions.added == 1 && document.versions.removed == 1)
  }

  @Test func `text shows what changed, and what was kept only when asked`() throws {
    let text = try Program.run("compare", "--versions", Self.old, Self.new, "--lang", "en").output
    for part in ["Headline changed", "+ correction", "Changed (", "Added (1)", "Removed (1)", "[number.raised]"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("Kept ("))
    let kept = try Program.run("compare", "--versions", Self.old, Self.new, "--lang", "en", "--only", "shared").output
    #expect(kept.contains("Kept (") && kept.contains("unchanged, moved") && !kept.contains("Changed ("))
  }

  @Test func `reasons are told in Arabic too`() throws {
    let text = try Program.run("compare", "--versions", Self.old, Self.new, "--lang", "ar").output
    #expect(text.contains("تحديث: تذكر النسخة الأحدث رقما أعلى. [number.raised]"))
    #expect(text.contains("+ تصحيح"))
  }

  @Test func `fail-on names what is found of versions`() throws {
    func status(_ old: String, _ new: String, _ name: String) throws -> Int32 {
      try Program.run("compare", "--versions", old, new, "--fail-on", name).status
    }
    #expect(try status(Self.old, Self.new, "conflict") == 0)
    #expect(try status(Self.old, Self.new, "update") == 1)
    #expect(try status(Self.old, Self.new, "unique") == 1)
    #expect(try status(Self.old, Self.new, "any") == 1)
    for name in ["conflict", "update", "unique", "any"] { #expect(try status(Self.old, Self.old, name) == 0) }
    #expect(try Program.run("compare", Self.old, Self.new, "--fail-on", "update").status == 2)
  }

  @Test func `a line of two versions gets a line`() throws {
    func text(_ path: String) throws -> String {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }
    let line = "{\"id\":7,\"a\":{\"text\":\(try text(Self.old))},\"b\":{\"text\":\(try text(Self.new))}}\n"
    let path = try folder.write(line, to: "pairs.ndjson")
    let result = try Program.run("compare", "--ndjson", "--versions", path)
    #expect(result.output.contains("\"id\":7,\"mode\":\"versions\""))
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test func `a newer version that is dated before the older one is noted`() throws {
    let result = try Program.run(
      "compare", "--versions", Self.old, Self.new, "--published-a", "2024-05-13", "--published-b", "2024-05-12")
    #expect(result.errors.contains("the newer version is dated before the older one"))
    #expect(result.status == 0)
  }

  @Test func `the page of versions has its sections`() throws {
    let page = try Program.run("compare", "--versions", Self.old, Self.new, "--format", "html", "--lang", "en").output
    for id in ["changed", "added", "removed", "kept", "texts"] {
      #expect(page.contains("<section id=\"\(id)\""), "\(id)")
    }
    #expect(!page.contains("id=\"conflicts\""))
  }
}
