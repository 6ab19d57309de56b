import Foundation
import TestSupport
import Testing

@Suite struct PairsTests {
  private static let line = #"{"a":"ferry-1","b":"ferry-2","days":1,"sameEvent":true,"#

  /// Events of our own making in two languages, some of which are look-alikes.
  @Test func `pairs of one event are found`() throws {
    let lines = try Project.text("Tests/Corpus/events.ndjson")
    let output = try Program.run("pairs", input: lines)
    #expect(output.output.contains(Self.line), "\(output.lines.first ?? "")")
    func event(_ id: Substring) -> Substring { id.prefix { $0 != "-" } }
    let found = output.lines.map { line in
      line.split(separator: "\"").filter { $0.contains("-") }.prefix(2)
    }
    let right = found.count { event($0.first ?? "") == event($0.last ?? "") }
    #expect(right >= 16)
    #expect(found.count - right <= 3)
  }

  @Test func `threads change nothing`() throws {
    let lines = try Project.text("Tests/Corpus/events.ndjson")
    let outputs = try ["1", "4"].map { try Program.run("pairs", "-j", $0, input: lines).output }
    #expect(outputs[0] == outputs[1])
  }

  @Test func `a bad line gets an error line and the rest goes on`() throws {
    let lines = try Project.text("Tests/Corpus/events.ndjson")
    let result = try Program.run("pairs", input: "{\"id\":\"x\"}\nnot json\n" + lines)
    #expect(result.output.hasPrefix("{\"error\":{\"code\":\"missing-field\""))
    #expect(result.output.contains("\"code\":\"invalid-json\""))
    #expect(result.lines.count > 16)
    #expect(result.status == 0)
  }

  @Test func `events become a folder of pages`() throws {
    let folder = try TemporaryFolder()
    let names = [
      "seeds/000_52b912b0584e463f.txt", "samples/factory-fire/fire-en.txt", "seeds/004_76ffc98cad9dc6a4.txt",
    ]
    let result = try Program.run(
      "clusters", Project.path(names[0]), Project.path(names[1]), Project.path(names[2]), "--format", "html", "-o",
      folder.path("site"))
    #expect(result.status == 0 && result.output == "")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("site")).sorted()
    #expect(files.count == 4 && files.contains("index.html") && files.count { $0.contains("__") } == 1)
    let index = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path("site/index.html"))), as: UTF8.self)
    for file in files where file != "index.html" { #expect(index.contains("href=\"\(file)\"")) }
  }

  @Test func `files are called by their paths`() throws {
    let seeds = ["seeds/000_52b912b0584e463f.txt", "seeds/004_76ffc98cad9dc6a4.txt"].map(Project.path)
    let result = try Program.run("pairs", seeds[0], seeds[1])
    #expect(result.output.hasPrefix("{\"a\":\"\(seeds[0])\",\"b\":\"\(seeds[1])\","))
  }
}
