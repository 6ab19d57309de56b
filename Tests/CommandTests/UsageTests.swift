import KhabarCorpus
import TestSupport
import Testing

@testable import khabar

@Suite struct UsageTests {
  @Test(arguments: [
    [], ["report"], ["compare"], ["relate"], ["export"], ["verify"], ["unpack"], ["list"], ["show"], ["rules"],
    ["help"],
    ["check"], ["checks"], ["config"], ["config", "show"],
  ])
  func `help has examples and ends with 0`(command: [String]) throws {
    let result = try Program.run((command + ["--help"]).joined(separator: " "), split: true)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("EXAMPLES:"))
    #expect(result.output.contains("khabar \(command.first ?? "compare") "))
  }

  @Test(arguments: HelpTopic.allCases) func `every topic has its help`(topic: HelpTopic) throws {
    let result = try Program.run("help", topic.rawValue)
    #expect(result.status == 0)
    #expect(result.output == topic.text)
    #expect(result.output.hasSuffix("\n"))
    #expect(try Program.run("help").output.contains("khabar help \(topic.rawValue)\n"))
  }

  @Test func `help on a command is that of the command, and on nothing known there is none`() throws {
    #expect(try Program.run("help", "compare").output == Program.run("compare", "--help").output)
    #expect(try Program.run("help", "nothing").status == 2)
  }

  @Test func `the formats that help names are those there are`() {
    for format in OutputFormat.allCases { #expect(HelpTopic.formats.text.contains("\n  \(format.rawValue) ")) }
    for form in CheckReport.Form.allCases { #expect(HelpTopic.formats.text.contains("\n  \(form.rawValue) ")) }
  }

  @Test func `the keys that help names are those there are`() {
    for row in Configuration().rows { #expect(HelpTopic.configuration.text.contains("\n  \(row.key) "), "\(row.key)") }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `a shell reads its completions`(shell: String) throws {
    let script = try Program.run("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.output.contains("compare"))
    guard let tool = Tool(shell) else { return }
    let folder = try TemporaryFolder()
    let path = try folder.write(script.output, to: "completions")
    #expect(try tool.run(["-n", path], in: folder.url).code == 0)
  }

  @Test(arguments: [
    ("cmpare a b", "There is no command \"cmpare\". Did you mean compare?"), ("frobnicate", "\"frobnicate\".\n"),
    ("a.txt b.txt", "There is no command \"a.txt\"."),
  ]) func `a command that is not there is named`(arguments: String, message: String) throws {
    let result = try Program.run(arguments, split: true)
    #expect(result.status == 2)
    #expect(result.errors.contains(message))
  }

  @Test func `the version ends with 0`() throws {
    let result = try Program.run("--version")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("khabar "))
  }

  @Test(arguments: [
    "nonsense", "compare one.txt", "compare a b c", "compare - -", "report", "report --format yaml x.txt",
    "report x.txt --published yesterday", "report x.txt --published 2023-02-30", "report x.txt --language 12",
    "report --ndjson --published 2023-05-31", "compare --ndjson a b", "relate --weights other",
    "report x --max-bytes 0",
    "compare a b --fail-on everything", "export a.txt", "verify", "unpack", "list", "show", "show x.tar.gz",
    "verify x --max-size 0", "compare a b --lang fr", "compare a b --width 5", "compare a b --only all",
    "compare a b --only shared --format json",
    "compare a b --words --format html", "compare a b --words --only shared", "compare a b --context -1",
    "compare --ndjson --context 2", "compare --ndjson --only shared",
    "check", "check . --only nothing", "check . --severity no-date=bad", "check . --fail-on always",
    "check . --format yaml", "check . --also json", "check . --window -1", "checks nothing",
    "config show --skip nothing", "clusters --format html", "clusters --format html -o x", "clusters x --format xml",
  ])
  func `bad usage ends with 2 and says why`(arguments: String) throws {
    let result = try Program.run(arguments, split: true)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.errors.contains("--help"))
  }
}

extension Program {
  /// Runs the program on arguments given as one text.
  static func run(_ arguments: String, split: Bool) throws -> Result { try bash("\"$KHABAR\" \(arguments)") }
}
