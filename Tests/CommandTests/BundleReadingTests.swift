import Foundation
import TestSupport
import Testing

/// `unpack`, `list`, `show`, and `compare` on what a bundle holds.
@Suite struct BundleReadingTests {
  private let folder: TemporaryFolder
  private let bundle: String
  private let ids: [String]

  init() throws {
    folder = try TemporaryFolder()
    bundle = folder.path("visit.tar.gz")
    let files = Project.seeds.map { "'\($0)'" }.joined(separator: " ")
    _ = try Program.bash(
      "\"$KHABAR\" export \(files) --bundle '\(bundle)' --compare --with-sources --format json,xml -o '\(folder.path("out"))'"
    )
    ids = try Program.run("list", bundle).lines.filter { $0.contains("/reports/") && $0.hasSuffix(".json") }
      .map { String($0.dropLast(5).suffix(16)) }
  }

  @Test func `list names every file with its size`() throws {
    let lines = try Program.run("list", bundle).lines
    #expect(lines.count == 19 && ids.count == 2)
    #expect(lines.first == "          54 visit/bagit.txt")
  }

  @Test func `show and compare give what was archived`() throws {
    let shown = try Program.run("show", "\(bundle)#\(ids[0])", "--format", "json")
    #expect(shown.status == 0)
    #expect(try shown.output == folder.text("out/\(ids[0]).json"))
    let name = "\(ids[0])__\(ids[1])"
    let expected = try folder.text("out/\(name).json")
    #expect(try Program.run("show", "\(bundle)#\(name)", "--format", "json").output == expected)
    let compared = try Program.run("compare", "\(bundle)#\(ids[0])", "\(bundle)#\(ids[1])", "--format", "json")
    #expect(compared.output == expected)
  }

  @Test func `a document that is not there ends with 2`() throws {
    for id in ["0000000000000000", "\(ids[0])__0000000000000000"] {
      let result = try Program.run("show", "\(bundle)#\(id)")
      #expect(result.status == 2)
      #expect(result.errors.contains("has no document"))
    }
    #expect(try Program.run("show", bundle).status == 2)
    #expect(try Program.run("show", "\(bundle)#x").status == 2)
    #expect(try Program.run("show", "\(bundle)#\(ids[0])__\(ids[1])", "--format", "ninjs").status == 2)
  }

  @Test func `unpack gives the folder that tar gives`() throws {
    let result = try Program.run("unpack", bundle, "-o", folder.path)
    #expect(result.output == "\(folder.path("visit"))\n")
    let check = try Program.bash(
      "cd '\(folder.path)' && mkdir t && tar -C t -xzf visit.tar.gz && diff -r visit t/visit && echo same")
    #expect(check.output == "same\n")
    let again = try Program.run("unpack", bundle, "-o", folder.path)
    #expect(again.status == 2)
    #expect(again.errors.contains("is there already"))
    #expect(folder.names.filter { $0.hasPrefix(".khabar") } == [])
  }

  @Test func `a bundle that is not whole is not unpacked, shown or compared`() throws {
    _ = try Program.bash(
      "cd '\(folder.path)' && printf x | dd of=visit.tar.gz bs=1 seek=900 conv=notrunc 2>/dev/null")
    let commands = [
      ["unpack", bundle, "-o", folder.path], ["show", "\(bundle)#\(ids[0])"], ["list", bundle],
      ["compare", "\(bundle)#\(ids[0])", Project.seeds[1]],
    ]
    for command in commands {
      let words = command.map { "'\($0)'" }.joined(separator: " ")
      let result = try Program.bash("\"$KHABAR\" \(words)")
      #expect(result.status == 2, "\(command)")
      #expect(result.errors.contains("is not whole"), "\(command)")
    }
    #expect(folder.names == ["out", "visit.tar.gz", "visit.tar.gz.sha256", "visit.tar.sha256"])
  }

  @Test func `limits can be lowered and raised`() throws {
    let result = try Program.run("verify", bundle, "--max-size", "1000")
    #expect(result.status == 2)
    #expect(result.errors.contains("inflates to more than 1000 bytes"))
    #expect(try Program.run("verify", bundle, "--max-members", "3").status == 2)
    let bomb = try Program.bash(
      "cd '\(folder.path)' && head -c 20000000 /dev/zero | gzip -9 >bomb.tar.gz; \"$KHABAR\" verify bomb.tar.gz")
    #expect(bomb.errors.contains("more than 250 times its size"))
  }
}
