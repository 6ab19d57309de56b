import Foundation
import TestSupport
import Testing

/// The forms of a check, held against schemas of other makers where they are at hand.
@Suite struct CheckOutputTests {
  private static let schemas = Project.root.appendingPathComponent("../shared/conformance").path
  private static let hostile = "100%, a:b\u{202E}\n<i>|.txt"

  /// A corpus with an error, a warning, a note, a contradiction, and a file whose name is an attack.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let toll = "قتل 12 شخصا في انهيار مبنى سكني بمدينة صحار العمانية، وفق ما أعلنت هيئة الدفاع المدني والإسعاف."
    let speaker = "وقال المتحدث باسم الهيئة سالم الحارثي إن فرق الإنقاذ تواصل البحث عن مفقودين تحت الأنقاض."
    let head = "انهيار مبنى بمدينة صحار العمانية\nمسقط - 8 أيار 2023\n\n"
    try folder.write("\(head)\(toll)\n\n\(speaker)\n", to: "a.txt")
    try folder.write("\(head)\(toll.replacing("12", with: "19"))\n\n\(speaker)\n\nوانتهى 30 شباط 2023.\n", to: "b.txt")
    try folder.write("", to: Self.hostile)
    try folder.write("خبر بلا تاريخ عن وصول الوفد\n\nوصل الوفد إلى مسقط لإجراء محادثات مع المسؤولين.\n", to: "c.txt")
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ arguments: String) throws -> Program.Result {
    try Program.bash("cd '\(folder.path)' && \"$KHABAR\" check . \(arguments)")
  }

  private func expectAccepted(_ name: String, _ arguments: [String], _ schema: String, _ folder: TemporaryFolder) throws
  {
    guard FileManager.default.fileExists(atPath: "\(Self.schemas)/\(schema)") else {
      return print("skipped: no \(schema) beside the project")
    }
    guard let tool = Tool(name) else { return }
    let (code, output) = try tool.run(arguments, in: folder.url)
    #expect(code == 0, "\(output)")
  }

  @Test func `SARIF follows its schema and names both places`() throws {
    let folder = try folder()
    #expect(try check(folder, "--format sarif -o out.sarif").status == 1)
    let schema = "sarif/sarif-schema-2.1.0.json"
    try expectAccepted(
      "check-jsonschema", ["--schemafile", "\(Self.schemas)/\(schema)", "out.sarif"], schema, folder)
    let run = try #require((try json("out.sarif", folder) as? [String: Any])?["runs"] as? [[String: Any]]).first
    #expect(run?["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run?["results"] as? [[String: Any]])
    #expect(results.first?["ruleId"] as? String == "conflicting-reports")
    #expect((results.first?["relatedLocations"] as? [Any])?.count == 1)
    let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?["khabarFinding/v1"] }
    #expect(Set(prints).count == results.count)
    let text = try folder.text("out.sarif")
    #expect(text.contains("100%25%2C%20a%3Ab%E2%80%AE%0A%3Ci%3E%7C.txt"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `JSON follows its schema, with and without a baseline`() throws {
    let folder = try folder()
    try folder.write(
      "خبر بلا تاريخ\n\nوصل الوفد إلى مسقط.\n\nkhabar:ignore no-date: the outlet never dates\n", to: "d.txt")
    #expect(try check(folder, "--format json -o out.json --write-baseline base.json").status == 0)
    try folder.write("", to: "b.txt")
    #expect(
      try check(folder, "--format json --also ndjson=out.ndjson --lang ar -o next.json --baseline base.json").status
        == 1)
    let text = try folder.text("next.json")
    let both = try text + folder.text("out.json")
    for part in ["\"known\": true", "\"suppression\"", "\"fixed\": [", "\"related\""] { #expect(both.contains(part)) }
    guard let tool = Tool("check-jsonschema") else { return }
    let schema = Project.path("schemas/check.schema.json")
    let (code, output) = try tool.run(["--schemafile", schema, "out.json", "next.json"], in: folder.url)
    #expect(code == 0, "\(output)")
    try folder.write(text.replacing("\"path\": \"b.txt\"", with: "\"paht\": \"b.txt\""), to: "next.json")
    #expect(try tool.run(["--schemafile", schema, "next.json"], in: folder.url).0 != 0)
  }

  @Test func `SARIF says what the baseline has and what is suppressed`() throws {
    let folder = try folder()
    _ = try check(folder, "--write-baseline base.json")
    try folder.write("%PDF-", to: "new.txt")
    try folder.write("ignore:\n  - paths: c.txt\n    reason: a stub\n", to: ".khabar.yml")
    _ = try check(folder, "--baseline base.json --format sarif -o out.sarif")
    let text = try folder.text("out.sarif")
    for part in ["\"new\"", "\"unchanged\"", "\"justification\": \"a stub\""] { #expect(text.contains(part)) }
    let schema = "sarif/sarif-schema-2.1.0.json"
    try expectAccepted(
      "check-jsonschema", ["--schemafile", "\(Self.schemas)/\(schema)", "out.sarif"], schema, folder)
  }

  @Test(arguments: ["JUnit-windyroad.xsd", "jenkins-junit-10.xsd"]) func `JUnit follows both schemas`(name: String)
    throws
  {
    let folder = try folder()
    #expect(try check(folder, "--format junit -o out.xml").status == 1)
    let schema = "junit/\(name)"
    try expectAccepted("xmllint", ["--noout", "--schema", "\(Self.schemas)/\(schema)", "out.xml"], schema, folder)
    let text = try folder.text("out.xml")
    #expect(text.contains("tests=\"4\"") && text.contains("failures=\"2\""))
  }

  @Test func `Checkstyle is well-formed`() throws {
    let folder = try folder()
    #expect(try check(folder, "--format checkstyle -o out.xml").status == 1)
    if let tool = Tool("xmllint") { #expect(try tool.run(["--noout", "out.xml"], in: folder.url).code == 0) }
    #expect(try folder.text("out.xml").contains("source=\"khabar.impossible-date\""))
  }

  @Test func `annotations are escaped and the contradiction comes first`() throws {
    let result = try check(try folder(), "--format github")
    #expect(result.lines.first?.hasPrefix("::error file=a.txt,title=conflicting-reports,line=4,") == true)
    #expect(result.lines.allSatisfy { $0.hasPrefix("::") })
    #expect(result.output.contains("file=100%25%2C a%3Ab\u{202E}%0A<i>|.txt,title=unreadable-article"))
  }

  @Test func `no more annotations than are shown`() throws {
    let folder = try TemporaryFolder()
    for index in 0..<25 { try folder.write("", to: "\(index).txt") }
    let lines = try check(folder, "--format github").lines
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.last == "::notice title=khabar check::15 more findings are in the other outputs")
  }

  @Test func `Code Quality has what GitLab asks for`() throws {
    let folder = try folder()
    _ = try check(folder, "--format gitlab -o out.json")
    let issues = try #require(try json("out.json", folder) as? [[String: Any]])
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
    for issue in issues {
      #expect(Set(issue.keys) == ["check_name", "description", "fingerprint", "location", "severity"])
      #expect(["critical", "minor", "info"].contains(issue["severity"] as? String ?? ""))
      let location = try #require(issue["location"] as? [String: Any])
      #expect((location["lines"] as? [String: Int])?["begin"] ?? 0 > 0 && location["path"] is String)
    }
  }

  @Test func `the summary is a table that no text can leave`() throws {
    let result = try check(try folder(), "--format markdown")
    let rows = result.lines.filter { $0.hasPrefix("| ") }
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0.replacing("\\|", with: "").split(separator: "|").count == 4 }, "\(rows)")
    #expect(!result.output.contains("<i>"))
  }

  @Test func `several forms are written at once`() throws {
    let folder = try folder()
    let result = try check(folder, "--also json=a.json --also ndjson=b.ndjson --also markdown=c.md")
    #expect(result.status == 1)
    #expect(result.output.contains("[conflicting-reports]"))
    let document = try #require(try json("a.json", folder) as? [String: Any])
    #expect(document["format"] as? String == "khabar.check/1")
    let lines = try folder.text("b.ndjson").split(separator: "\n")
    #expect(lines.count == 1 + ((document["findings"] as? [Any])?.count ?? 0))
    #expect(try check(folder, "--also json=-").status == 2)
    #expect(try check(folder, "--also nothing=x").status == 2)
  }

  private func json(_ name: String, _ folder: TemporaryFolder) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try folder.read(name)))
  }
}
