import Foundation
import Gzip
import TestSupport
import Testing

/// What the commands take: gzip, folders, patterns, feeds, web archives, many at a time.
@Suite struct InputTests {
  private let folder: TemporaryFolder
  private let text = "قال الوزير إن الطريق سيفتح غداً أمام السيارات، وإن الأشغال كلفت مليون دولار.\n"
  private var page: String { "<html><body><h1>عنوان الخبر</h1><p>\(text)</p><p>\(text)</p></body></html>" }

  init() throws { folder = try TemporaryFolder() }

  private func gzip(_ text: String) throws -> [UInt8] {
    let compressor = try GzipCompressor()
    return try compressor.compress(Array(text.utf8)) + compressor.finish()
  }
  private func report(_ paths: String...) throws -> Program.Result {
    let quoted = paths.map { "'\($0)'" }.joined(separator: " ")
    return try Program.bash("\"$KHABAR\" report \(quoted) --format json")
  }

  @Test func `gzip is seen through`() throws {
    let result = try report(try folder.write(try gzip(page), to: "page.html.gz"))
    #expect(result.status == 0 && result.output.contains("\"mediaType\": \"text/html\""))
  }
  @Test func `gzip that ends too early is refused`() throws {
    let result = try report(try folder.write(try gzip(page).dropLast(12), to: "page.gz"))
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.contains("is gzip data that ends too early; deliver it again"))
  }
  @Test func `folders and patterns are read in order of their names`() throws {
    try folder.write(text, to: "b.txt")
    try folder.write(page, to: "a.html")
    try folder.write("x", to: ".hidden")
    let names = ["\"name\":\"a.html\"", "\"name\":\"b.txt\""]
    for argument in [folder.path, folder.path("*")] {
      let result = try report(argument)
      #expect(result.status == 0 && result.lines.count == 2)
      for (line, name) in zip(result.lines, names) { #expect(line.contains(name)) }
    }
  }
  @Test func `one broken input does not stop the rest and is counted`() throws {
    let good = try folder.write(page, to: "a.html")
    let empty = try folder.write("", to: "b.txt")
    let result = try report(good, empty, folder.path("none"), good)
    #expect(result.status == 2 && result.lines.count == 2)
    #expect(result.errors.contains("b.txt: is empty") && result.errors.contains("no such file"))
    #expect(result.errors.contains("2 articles were read, in 0 of them no text was found; 2 inputs"))
  }
  @Test func `a page without an article ends with 2 alone and with 0 in a batch`() throws {
    let bare = try folder.write("<html><body></body></html>", to: "a.html")
    #expect(try report(bare).status == 2)
    let result = try report(bare, try folder.write(page, to: "b.html"))
    #expect(result.status == 0 && result.errors.contains("in 1 of them no text was found"))
  }
  @Test(arguments: [
    "<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><nitf><body><p>&x;</p></body></nitf>",
    "<!DOCTYPE nitf [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><nitf><body><p>&b;</p></body></nitf>",
  ])
  func `XML with entities of its own ends with 2 alone`(xml: String) throws {
    let result = try report(try folder.write(xml, to: "a.xml"))
    #expect(result.status == 2 && result.errors.contains("[xml-entities]") && !result.output.contains("root:"))
  }
  @Test func `the bytes do not depend on the number of threads`() throws {
    for number in 0..<40 { try folder.write(page + "<p>\(number) \(text)</p>", to: "\(number).html") }
    let outputs = try [1, 2, 7].map { jobs in
      try Program.bash("\"$KHABAR\" report '\(folder.path)' --format json --jobs \(jobs)").output
    }
    #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2])
    #expect(outputs[0].split(separator: "\n").count == 40)
  }
  @Test func `a web archive is taken apart, its records known`() throws {
    func record(_ id: Int) -> String {
      let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(page)"
      return
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:\(id)>\r\nWARC-Date: 2023-05-31T10:00:00Z\r\n"
        + "Content-Type: application/http\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
    }
    let members = try gzip(record(1)) + gzip(record(2))
    let result = try report(try folder.write(members, to: "crawl.warc.gz"))
    #expect(result.status == 0 && result.lines.count == 2)
    #expect(result.lines.last?.contains("\"record\":{\"date\":\"2023-05-31T10:00:00Z\",\"id\":\"urn:uuid:2\"}") == true)
    let cut = try report(try folder.write(members.dropLast(9), to: "cut.warc.gz"))
    #expect(cut.status == 2 && !cut.lines.isEmpty)
  }
  /// Standard error is the terminal of `script`, and the archive comes in three pieces within more than a second.
  @Test func `a long run shows how far it is, on a terminal and nowhere else`() throws {
    let archive = Project.path("Tests/Corpus/crawl.warc")
    let pieces = "{ cat '\(archive)'; sleep 1.3; cat '\(archive)'; sleep 0.4; cat '\(archive)'; }"
    let report = "\(pieces) | '\(Program.path)' report - --format json"
    let terminal = folder.path("terminal")
    try folder.write("\(report) >'\(folder.path("shown"))'\n", to: "run.sh")
    let shown = try Program.bash("script -qec 'bash \(folder.path("run.sh"))' '\(terminal)' >/dev/null </dev/null")
    #expect(shown.status == 0)
    let screen = String(decoding: try Data(contentsOf: URL(fileURLWithPath: terminal)), as: UTF8.self)
    #expect(screen.contains("articles, ") && screen.contains(" a second\r\u{1B}[K"))
    let silent = try Program.bash(report)
    #expect(!silent.errors.contains(" a second") && !silent.errors.contains("\u{1B}"))
    #expect(
      silent.output == String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path("shown"))), as: UTF8.self)
    )
  }
  @Test func `standard input may be any of these`() throws {
    #expect(try Program.run("report", "-", bytes: try gzip(page)).output.contains("عنوان الخبر"))
  }
  @Test func `a command for one article names what holds more`() throws {
    let feed = "<rss><channel><item><title>a</title></item><item><title>b</title></item></channel></rss>"
    let path = try folder.write(feed, to: "feed.xml")
    let result = try Program.run("compare", path, try folder.write(page, to: "a.html"))
    #expect(result.status == 2 && result.errors.contains("holds 2 articles"))
  }
  @Test func `an XML document holds one report`() throws {
    try folder.write(page, to: "a.html")
    try folder.write(page, to: "b.html")
    let result = try Program.run("report", folder.path, "--format", "xml")
    #expect(result.status == 2 && result.errors.contains("an XML document holds one report"))
  }
  @Test func `reports without facts have the same blocks`() throws {
    let path = try folder.write(page, to: "a.html")
    let bare = try Program.run("report", path, "--format", "json", "--blocks-only").output
    #expect(bare.contains("\"facts\": []") && bare.contains("\"kind\": \"headline\""))
  }
  @Test func `the line modes take HTML`() throws {
    let line =
      #"{"id":7,"html":"<meta charset=windows-1256><p>قال الوزير إن الطريق سيفتح غداً أمام السيارات، نعم.</p>"}"#
    let result = try Program.run("report", "--ndjson", input: line)
    #expect(result.output.contains("\"selector\":\"/html/body/p[1]\"") && result.output.contains("سيفتح غداً"))
  }
  /// 50 MB for a release, which `./check` tests.
  @Test func `a huge page takes seconds and little memory`() throws {
    let size = Program.isRelease ? 50_000_000 : 2_000_000
    let rows = String(
      repeating: "<div class=\"row\"><a href=\"/x\">رابط</a><script>var x = '<p>';</script></div>\n", count: size / 80)
    let path = try folder.write("<body><p>\(text)</p>\(rows)</body>", to: "huge.html")
    let clock = ContinuousClock()
    var status: Int32 = -1
    let time = try clock.measure { status = try Program.bash("\"$KHABAR\" report '\(path)' >/dev/null").status }
    #expect(status == 0 && time < .seconds(60))
  }
}
