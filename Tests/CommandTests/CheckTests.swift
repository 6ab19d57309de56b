import Foundation
import TestSupport
import Testing

/// `khabar check` as a user runs it.
@Suite struct CheckCommandTests {
  private static let body = "وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها."
  private static let dated = "وصول وفد التفاوض إلى مسقط\nمسقط - 8 أيار 2023\n\n\(body)\n"
  private static let impossible = dated + "\nوتعقد الجلسة المقبلة في 31 نيسان 2024 وفق البيان.\n"

  private func corpus(_ files: [(String, String)]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files {
      let path = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
    }
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ arguments: String) throws -> Program.Result {
    try Program.bash("cd '\(folder.path)' && \"$KHABAR\" check \(arguments)")
  }

  @Test func `a good corpus ends with 0`() throws {
    let result = try check(try corpus([("a.txt", Self.dated)]), ".")
    #expect(result.status == 0)
    #expect(result.output == "files: 1 · articles: 1 · errors: 0 · warnings: 0 · notes: 0\n")
    #expect(result.errors == "")
  }

  @Test func `errors end with 1, warnings where they are asked for`() throws {
    let folder = try corpus([("a.txt", Self.impossible), ("b.txt", "")])
    #expect(try check(folder, ".").status == 1)
    #expect(try check(folder, "a.txt").status == 0)
    #expect(try check(folder, "a.txt --fail-on warning").status == 1)
    #expect(try check(folder, "a.txt --severity impossible-date=error").status == 1)
    #expect(try check(folder, ". --fail-on never").status == 0)
    let text = try check(folder, "a.txt").output
    #expect(text.hasPrefix("warning a.txt:6:25: There is no day 31 نيسان 2024. [impossible-date]\n"), "\(text)")
    #expect(try check(folder, "a.txt --lang ar").output.hasPrefix("تحذير a.txt:6:25: لا وجود ليوم 31 نيسان 2024."))
  }

  @Test func `what is not there ends with 2 and the rest is checked`() throws {
    let folder = try corpus([("a.txt", Self.impossible)])
    let result = try check(folder, "a.txt lost.txt")
    #expect(result.status == 2)
    #expect(result.errors == "khabar: lost.txt: no such file; check the path\n")
    #expect(result.output.contains("impossible-date"))
    #expect(try check(try corpus([("readme.md", "x")]), ".").status == 2)
  }

  @Test func `other files of a folder are passed over`() throws {
    let folder = try corpus([
      ("a.txt", Self.dated), ("data.json", "{\"a\":1.5}"), ("photo.png", "\u{0}\u{1}"), ("draft.article", ""),
      (".hidden.txt", ""),
    ])
    #expect(try check(folder, ".").status == 0)
    #expect(try check(folder, "photo.png").status == 1)
    try folder.write("include: '*.article'\n", to: ".khabar.yml")
    #expect(try check(folder, ".").output.contains("draft.article"))
    try folder.write("include: '*.article'\nexclude: draft*\n", to: ".khabar.yml")
    #expect(try check(folder, ".").status == 0)
  }

  @Test func `the configuration is found upward and options win over it`() throws {
    let folder = try corpus([("x/y/a.txt", Self.impossible), (".khabar.yml", "fail-on: warning\n")])
    #expect(try check(folder, "x/y").status == 1)
    #expect(try check(folder, "x/y --fail-on error").status == 0)
    #expect(try Program.bash("cd '\(folder.path)/x' && \"$KHABAR\" check y").status == 1)
    try folder.write("fail-on: error\n", to: "other.yml")
    #expect(try check(folder, "x/y --config other.yml").status == 0)
  }

  @Test func `a wrong key ends with 2 and names the nearest`() throws {
    let folder = try corpus([("a.txt", Self.dated), (".khabar.yml", "window: 2\nskp: [no-date]\n")])
    for command in ["check .", "config show"] {
      let result = try Program.bash("cd '\(folder.path)' && \"$KHABAR\" \(command)")
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(
        result.errors.hasSuffix(
          ".khabar.yml:2: there is no key \"skp\"; the nearest is \"skip\"; see khabar config show and docs/checks.md\n"
        ))
    }
  }

  @Test func `a baseline and a cache that the configuration names are used`() throws {
    let folder = try corpus([("a.txt", Self.impossible), (".khabar.yml", "baseline: known.json\ncache: kept\n")])
    #expect(try check(folder, ". --fail-on warning --write-baseline known.json").status != 2)
    #expect(try check(folder, ". --fail-on warning").status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("kept")))
    let shown = try Program.bash("cd '\(folder.path)' && \"$KHABAR\" config show").output
    #expect(shown.contains("baseline: known.json  # .khabar.yml:1\n") || shown.contains("/.khabar.yml:1\n"))
    #expect(!shown.contains("# option"))
  }

  @Test func `config show tells values and where they come from`() throws {
    let folder = try corpus([(".khabar.yml", "skip: [no-date]\nseverity:\n  near-duplicate: error\n")])
    let result = try Program.bash("cd '\(folder.path)' && \"$KHABAR\" config show --window 7")
    #expect(result.status == 0)
    #expect(result.lines.contains { $0.hasPrefix("skip: [no-date]  # ") && $0.hasSuffix("/.khabar.yml:1") })
    #expect(result.lines.contains { $0.hasPrefix("severity: [\"near-duplicate: error\"]") && $0.hasSuffix(":2") })
    #expect(result.lines.contains("window: 7  # option"))
    #expect(result.lines.contains("fail-on: error  # default"))
  }

  @Test func `a baseline lets only new findings fail and tells what is fixed`() throws {
    let folder = try corpus([("a.txt", Self.impossible), ("b.txt", "")])
    #expect(try check(folder, ". --write-baseline base.json").status == 0)
    let same = try check(folder, ". --baseline base.json --fail-on note")
    #expect(same.status == 0)
    #expect(same.output.hasSuffix("in the baseline: 2 · fixed: 0\n"))
    try folder.write(Self.dated, to: "a.txt")
    try folder.write("%PDF-1.4", to: "c.txt")
    let other = try check(folder, ". --baseline base.json")
    #expect(other.status == 1)
    #expect(other.output.contains("error c.txt: "))
    #expect(other.output.contains("fixed a.txt: There is no day 31 نيسان 2024. [impossible-date]\n"))
    #expect(try check(folder, "b.txt --baseline base.json").output.contains("fixed: 0"))
    #expect(try check(folder, ". --baseline lost.json").status == 2)
    #expect(try check(folder, ". --baseline b.txt").status == 2)
  }

  @Test func `wrong digests, stale reports and broken exports are found`() throws {
    let folder = try corpus([("a.txt", Self.dated)])
    let make =
      "cd '\(folder.path)' && \"$KHABAR\" report a.txt --format json -o a.json && sha256sum a.txt >a.txt.sha256"
    #expect(try Program.bash("\(make) && \"$KHABAR\" report a.txt --format xml -o a.xml").status == 0)
    #expect(try check(folder, ".").status == 0)
    try folder.write(Self.impossible, to: "a.txt")
    let stale = try check(folder, ". --format ndjson").output
    #expect(stale.components(separatedBy: "\"check\":\"stale-report\"").count == 3)
    #expect(stale.contains("\"check\":\"digest-mismatch\""))
    try folder.write(try folder.text("a.xml").replacing("</report>", with: "<more/></report>"), to: "a.xml")
    #expect(try check(folder, "a.xml").output.contains("invalid-export"))
  }

  @Test func `nothing depends on threads or on the cache`() throws {
    let folder = try corpus([("a.txt", Self.impossible), ("b.txt", Self.dated), ("c.txt", Self.dated), ("d.txt", "")])
    let plain = try check(folder, ". --format json --no-cache -j 1").output
    for _ in 0..<3 {
      #expect(try check(folder, ". --format json --cache .cache -j 4").output == plain)
      Thread.sleep(forTimeInterval: 0.05)
    }
    try folder.write(Self.dated.replacing("2023", with: "2022"), to: "a.txt")
    let changed = try check(folder, ". --format json --cache .cache").output
    #expect(changed != plain)
    #expect(changed == (try check(folder, ". --format json --no-cache").output))
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/.cache") {
      let bytes = try folder.read(".cache/\(name)")
      for count in [0, 10, bytes.count / 2, bytes.count - 1] {
        try folder.write(Array(bytes.prefix(count)), to: ".cache/\(name)")
        #expect(try check(folder, ". --format json --cache .cache").output == changed)
      }
      for index in stride(from: 0, to: bytes.count, by: bytes.count / 20 + 1) {
        var wrong = bytes
        wrong[index] ^= 1
        try folder.write(wrong, to: ".cache/\(name)")
        #expect(try check(folder, ". --format json --cache .cache").output == changed)
      }
    }
  }
}
