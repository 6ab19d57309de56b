import TestSupport
import Testing

/// Every input that is no article ends with 2 and a line that says what, where, and what to do.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func expectRefusal(_ path: String, _ what: String, _ remedy: String, options: String = "") throws {
    let result = try Program.bash("\"$KHABAR\" compare \(options) '\(path)' '\(Project.seeds[0])'")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors == "khabar: \(path): \(what); \(remedy)\n")
  }

  @Test func `an address is no file`() throws {
    let result = try Program.run("report", "https://example.org/a.html")
    #expect(result.status == 2)
    #expect(result.errors.contains("is an address, and nothing is loaded; save the page"))
  }

  @Test func `a missing file`() throws {
    try expectRefusal(folder.path("none.txt"), "no such file", "check the path")
  }

  @Test func `a directory`() throws { try expectRefusal(folder.path, "is a directory", "name a file in it") }

  @Test(arguments: ["", " \r\n\t\n"]) func `an empty file`(text: String) throws {
    let path = try folder.write(text, to: "empty.txt")
    try expectRefusal(path, "is empty", "give a file with the text of an article")
  }

  @Test func `a binary file`() throws {
    let path = try folder.write([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], to: "a.out")
    try expectRefusal(path, "is not text", "give plain text, HTML, a news item or a web archive")
  }

  @Test(arguments: [
    (Array("%PDF-1.7\n".utf8), "is a PDF", "extract its text first, for example with pdftotext"),
    ([0x1F, 0x8B, 8, 0], "is gzip data that ends too early", "deliver it again"),
    ([0x1F, 0x8B, 99, 0, 0, 0, 0, 0, 0, 0, 0, 0], "is damaged gzip data", "deliver it again"),
  ]) func `a file of another format`(bytes: [UInt8], what: String, remedy: String) throws {
    try expectRefusal(try folder.write(bytes, to: "file"), what, remedy)
  }

  @Test func `invalid UTF-8 is read and becomes a finding`() throws {
    let bytes = Array("قال الوزير إن ".utf8) + [0xC3, 0x28, 0xFF] + Array(" شخصا قتلوا.\n".utf8)
    let path = try folder.write(bytes, to: "broken.txt")
    let result = try Program.run("report", path, "--format", "json")
    #expect(result.status == 0)
    #expect(result.output.contains("\"severity\": \"warning\""))
    #expect(result.errors.hasPrefix("khabar: broken.txt: warning: "))
  }

  @Test func `a file over the limit is refused before it is read`() throws {
    let path = folder.path("large.txt")
    _ = try Program.bash("truncate -s 200000000 '\(path)'")
    try expectRefusal(
      path, "200000000 bytes are more than the limit of 67108864 bytes",
      "cut it into articles, or raise the limit with --max-bytes")
  }

  @Test func `a stream over the limit is refused without reading it all`() throws {
    let result = try Program.bash("yes خبر | head -c 200000000 | \"$KHABAR\" report -")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("khabar: standard input: there is more than the limit of 67108864 bytes"))
  }

  @Test func `a file just within the limit is read`() throws {
    let path = try folder.write("خبر\n", to: "small.txt")
    #expect(try Program.run("report", path, "--max-bytes", "7").status == 0)
    #expect(try Program.run("report", path, "--max-bytes", "6").status == 2)
  }

  @Test func `a terminal escape in a file name is not repeated`() throws {
    let result = try Program.run("report", "\u{1B}[31mred\u{202E}.txt")
    #expect(result.errors == "khabar: ⟦U+001B⟧[31mred⟦U+202E⟧.txt: no such file; check the path\n")
  }

  @Test(arguments: ["\u{64E}\u{651}\u{64B}\n", "\"“«('\n", "\u{FEFF}خبر\r\n", "\u{202E}\u{2066}خبر\n", "a\n"])
  func `odd text ends in a report`(text: String) throws {
    let result = try Program.run("report", try folder.write(text, to: "odd.txt"), "--format", "json")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("}\n"))
  }

  /// Ten megabytes for a release, which `./check` tests.
  @Test func `one long line takes seconds`() throws {
    let size = Program.isRelease ? 10_000_000 : 500_000
    let line = String(repeating: "قال المسؤول إن خمسة أشخاص وصلوا إلى المدينة و ", count: size / 81)
    let path = try folder.write(line, to: "line.txt")
    let clock = ContinuousClock()
    var status: Int32 = -1
    let time = try clock.measure { status = try Program.bash("\"$KHABAR\" report '\(path)' >/dev/null").status }
    #expect(status == 0)
    #expect(time < .seconds(60))
  }
}
