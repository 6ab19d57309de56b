import TestSupport
import Testing

@Suite struct OutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `an output file has what standard output would have, and nothing is left beside it`() throws {
    let (a, b) = (Project.seeds[0], Project.seeds[1])
    let printed = try Program.run("compare", a, b, "--format", "json").output
    #expect(try Program.run("compare", a, b, "--format", "json", "-o", folder.path("out.json")).output == "")
    #expect(try folder.text("out.json") == printed)
    #expect(folder.names == ["out.json"])
  }

  @Test func `a failed run leaves the old file as it was`() throws {
    try folder.write("old", to: "out.ndjson")
    let text = String(repeating: "خبر ", count: 50_000)
    let lines = try folder.write("{\"id\":1,\"text\":\"\(text)\"}\n", to: "in.ndjson")
    let result = try Program.bash(
      "ulimit -f 8; trap '' XFSZ; \"$KHABAR\" report --ndjson '\(lines)' -o '\(folder.path("out.ndjson"))'")
    #expect(result.status == 2)
    #expect(result.errors.contains("cannot be written (File too large)"))
    #expect(try folder.text("out.ndjson") == "old")
    #expect(folder.names == ["in.ndjson", "out.ndjson"])
  }

  @Test func `a full disk ends with 2`() throws {
    for target in [">/dev/full", "-o /dev/full"] {
      let result = try Program.bash("\"$KHABAR\" report '\(Project.seeds[0])' \(target)")
      #expect(result.status == 2)
      #expect(result.errors.contains("cannot be written (No space left on device)"))
    }
  }

  @Test func `a folder that is not there or not a file ends with 2`() throws {
    let missing = try Program.run("report", Project.seeds[0], "-o", folder.path("none/out.txt"))
    #expect(missing.status == 2)
    #expect(missing.errors.contains("cannot be written (No such file or directory)"))
    #expect(try Program.run("report", Project.seeds[0], "-o", folder.path).status == 2)
  }

  @Test func `a link keeps pointing at the file that is written`() throws {
    try folder.write("old", to: "real.txt")
    _ = try Program.bash("ln -s real.txt '\(folder.path("link.txt"))'")
    #expect(try Program.run("report", Project.seeds[0], "-o", folder.path("link.txt")).status == 0)
    #expect(try folder.text("real.txt") == folder.text("link.txt"))
    #expect(try folder.text("real.txt") != "old")
  }

  @Test func `a reader that goes away is no trouble`() throws {
    let result = try Program.bash(
      #"""
      yes '{"id":1,"a":"قتل 12 شخصا","b":"مقتل 15"}' | head -n 100000 | "$KHABAR" relate | head -1 >/dev/null
      echo ${PIPESTATUS[2]}
      """#)
    #expect(result.output == "0\n")
    #expect(result.errors == "")
  }
}
