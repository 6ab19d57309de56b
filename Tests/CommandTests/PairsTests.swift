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

  /// Six hundred articles, so that not all are weighed against all.
  private static let many = """
    python3 - >all.ndjson <<'END'
    import json
    events = [json.loads(line) for line in open("\(Project.path("Tests/Corpus/events.ndjson"))", encoding="utf-8")]
    for number in range(600):
        article = dict(events[number * 7 % len(events)], id=number)
        if number % 5 == 0: article.pop("published", None)
        article["text"] += f" ({number // 40}) Dr. O'Neill-Smith 1,250.5kg «مـســـاءً» U.S. 12:30 ٣٫٥ " + "ابتثجحخدذر"[number % 10] * 3
        print(json.dumps(article, ensure_ascii=False))
    END

    """

  private func bash(_ script: String) throws -> Program.Result {
    let folder = try TemporaryFolder()
    return try Program.bash("cd '\(folder.path)' && \(Self.many) \(script)")
  }

  @Test func `sketches of parts give the pairs of all articles`() throws {
    let result = try bash(
      """
      $KHABAR pairs all.ndjson >pairs.txt
      split -l 130 all.ndjson part.; for part in part.*; do $KHABAR pairs --sketches <$part; done >sketches.ndjson
      cut -c1-5 sketches.ndjson | sort -u; $KHABAR pairs sketches.ndjson | cmp - pairs.txt && wc -l <pairs.txt
      $KHABAR pairs all.ndjson --copies >copies.txt; $KHABAR pairs sketches.ndjson --copies | cmp - copies.txt
      """)
    #expect(result.status == 0, "\(result)")
    #expect(result.lines.first == "{\"id\"" && (Int(result.lines.last ?? "") ?? 0) > 600, "\(result)")
  }

  @Test func `the weaker half of what both articles of a pair find is the pair`() throws {
    let result = try bash(
      """
      $KHABAR pairs all.ndjson | sort >pairs.txt
      for k in 1 2 3; do $KHABAR pairs all.ndjson --share $k/3; done >halves.txt
      python3 - <<'END' | sort | cmp - pairs.txt
      import json
      halves = {}
      for line in open("halves.txt", encoding="utf-8"):
          half = json.loads(line)
          halves.setdefault((half["a"], half["b"]), []).append((half["score"], "copy" in half, line))
      print("".join(min(two)[2] for two in halves.values() if len(two) == 2), end="")
      END
      """)
    #expect(result.status == 0 && result.output == "", "\(result)")
  }

  @Test(arguments: ["--share 0/2", "--share 3/2", "--share 2", "--sketches --share 1/2", "--db x.db a.txt"])
  func `options that do not fit are refused`(options: String) throws {
    #expect(try Program.bash("\"$KHABAR\" pairs \(options) </dev/null").status == 2)
  }

  @Test func `a broken sketch gets an error line`() throws {
    let result = try Program.run("pairs", input: #"{"id":"x","runs":"12","script":"arabic","words":"a b"}"# + "\n")
    #expect(result.output.hasPrefix(#"{"error":{"code":"wrong-type","message":"\"runs\" and"#), "\(result.output)")
  }
}
