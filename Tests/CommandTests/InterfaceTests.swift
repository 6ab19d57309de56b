import KhabarExport
import TestSupport
import Testing

@testable import khabar

/// The language and the shape of what people read.
@Suite struct InterfaceTests {
  private func compare(_ arguments: String, _ environment: [String: String] = [:]) throws -> Program.Result {
    let script = "\"$KHABAR\" compare '\(Project.seeds[0])' '\(Project.seeds[1])' \(arguments)"
    return try Program.bash(script, environment: environment)
  }

  @Test(arguments: [
    ("--lang ar", [:], true), ("", ["LANG": "ar_EG.UTF-8"], true), ("", ["LANG": "ar", "LC_ALL": "C.UTF-8"], false),
    ("", ["LANG": "ar", "LC_MESSAGES": "en_GB"], false), ("--lang en", ["LANG": "ar"], false), ("", [:], false),
    ("", ["LANG": "fr_FR.UTF-8"], false),
  ]) func `text follows the option, else the environment`(
    arguments: String, environment: [String: String], isArabic: Bool
  ) throws {
    let result = try compare(arguments, environment)
    #expect(result.status == 0)
    #expect(result.output.contains("\nالحدث نفسه: نعم") == isArabic)
    #expect(result.output.contains("\nSame event: yes") == !isArabic)
  }

  @Test(arguments: ["json", "xml", "html", "markdown"])
  func `what programs read ignores the environment and follows the option`(format: String) throws {
    let english = try compare("--format \(format)").output
    #expect(try compare("--format \(format)", ["LANG": "ar"]).output == english)
    let arabic = try compare("--format \(format) --lang ar").output
    #expect(english.contains("both can be true"))
    #expect(!arabic.contains("both can be true"))
  }

  @Test func `line modes give reasons in the language asked for`() throws {
    let statements = #"{"id":1,"a":"قتل 12 شخصا","b":"مقتل 15 شخصا"}"#
    let pair = #"{"id":1,"a":{"text":"قتل 12 شخصا في مسقط"},"b":{"text":"مقتل 15 شخصا في مسقط"}}"#
    for (command, line) in [(["relate"], statements), (["compare", "--ndjson"], pair)] {
      let english = try Program.bash("printf '%s\\n' '\(line)' | \"$KHABAR\" \(command.joined(separator: " "))")
      let arabic = try Program.bash(
        "printf '%s\\n' '\(line)' | \"$KHABAR\" \(command.joined(separator: " ")) --lang ar")
      #expect(english.status == 0 && arabic.status == 0)
      #expect(english.output.contains(#""reason":"T"#))
      #expect(!arabic.output.contains(#""reason":"T"#) && arabic.output.contains(#""reason":"لا"#))
    }
  }

  @Test func `word by word, everything of both articles is there`() throws {
    let fire = ["fire-ar.txt", "fire-en.txt"].map { Project.path("samples/factory-fire/\($0)") }
    let result = try Program.run("compare", fire[0], fire[1], "--words", "--lang", "ar")
    #expect(result.status == 0)
    #expect(result.lines.contains("  أ مقتل 7 عمال في حريق بمصنع دهانات في إربد"))
    #expect(result.lines.contains("  ب The labour ministry said the factory was not licensed."))
    #expect(result.lines.last?.hasPrefix("الكلمات: أ ") == true)
  }

  @Test func `one list can be shown alone`() throws {
    let titles = ["Conflicts (", "Shared (", "Only in A (", "Only in B ("]
    func shown(_ only: String) throws -> [String] {
      let output = try compare("--only \(only)").output
      return titles.filter { output.contains("\n\($0)") }
    }
    #expect(try shown("shared") == ["Shared ("])
    #expect(try shown("unique") == ["Only in A (", "Only in B ("])
    #expect(try shown("conflicts").allSatisfy { $0 == "Conflicts (" })
  }

  @Test(arguments: [40, 60, 100]) func `lines break between words`(width: Int) throws {
    let whole = try compare("--color never")
    let broken = try compare("--color never --width \(width)")
    for line in broken.lines where line.split(separator: " ").count > 1 {
      #expect(line.unicodeScalars.count { !(0x64B...0x65F).contains($0.value) } <= width, "\(line)")
    }
    func words(_ result: Program.Result) -> [Substring] { result.output.split { $0 == " " || $0 == "\n" } }
    #expect(words(whole) == words(broken))
  }

  @Test func `every line has its own colours and isolates`() {
    var style = TextStyle(.always, isTerminal: true) { _ in nil }
    style.width = 20
    var page = TextPage(style)
    page.line(.side(.a), .plain(" "), .quote(Array("one two three four five".utf8)))
    let lines = String(decoding: page.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines == ["\u{1B}[1;34mA\u{1B}[0m \u{2068}one two three four\u{2069}", "    \u{2068}five\u{2069}"])
  }

  @Test func `many pages in one output are refused`() throws {
    let files = Project.seeds.map { "'\($0)'" }.joined(separator: " ")
    let result = try Program.run("report \(files) --format html", split: true)
    #expect(result.status == 2)
    #expect(result.errors.contains("holds one report"))
  }
}
