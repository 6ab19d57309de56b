import KhabarExport
import TestSupport
import Testing

@testable import khabar

@Suite struct TextTests {
  private func safe(_ text: String) -> String { String(decoding: SafeText.bytes(Array(text.utf8)), as: UTF8.self) }

  @Test(arguments: [
    ("خبر, news", "خبر, news"), ("a\u{1B}[2J", "a⟦U+001B⟧[2J"), ("a\u{202E}b\u{2066}", "a⟦U+202E⟧b⟦U+2066⟧"),
    ("a\r\n\tb", "a b"), ("x\u{9B}y\u{7F}", "x⟦U+009B⟧y⟦U+007F⟧"), ("\u{200F}خ\u{FEFF}", "خ"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("\u{E0041}", "⟦U+E0041⟧"), ("a\u{2028}b", "a b"),
  ]) func `nothing that acts on a terminal is printed`(text: String, expected: String) {
    #expect(safe(text) == expected)
  }

  private func page(_ choice: ColorChoice, isTerminal: Bool, _ environment: [String: String] = [:]) -> String {
    var page = TextPage(TextStyle(choice, isTerminal: isTerminal) { environment[$0] })
    page.line(.side(.a), .plain(" "), .quote(Array("خبر".utf8)))
    return String(decoding: page.bytes, as: UTF8.self)
  }

  private static let plain = "A خبر\n"
  private static let isolated = "A \u{2068}خبر\u{2069}\n"
  private static let colored = "\u{1B}[1;34mA\u{1B}[0m خبر\n"
  private static let both = "\u{1B}[1;34mA\u{1B}[0m \u{2068}خبر\u{2069}\n"

  @Test func `a terminal gets colour and isolates, a pipe neither`() {
    #expect(page(.auto, isTerminal: true) == Self.both)
    #expect(page(.auto, isTerminal: false) == Self.plain)
  }

  @Test func `the option beats NO_COLOR, which beats CLICOLOR_FORCE, which beats the terminal`() {
    #expect(page(.always, isTerminal: false, ["NO_COLOR": "1"]) == Self.colored)
    #expect(page(.never, isTerminal: true, ["CLICOLOR_FORCE": "1"]) == Self.isolated)
    #expect(page(.auto, isTerminal: true, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]) == Self.isolated)
    #expect(page(.auto, isTerminal: false, ["CLICOLOR_FORCE": "1"]) == Self.colored)
    #expect(page(.auto, isTerminal: false, ["CLICOLOR_FORCE": "0"]) == Self.plain)
    #expect(page(.auto, isTerminal: true, ["TERM": "dumb"]) == Self.isolated)
  }

  @Test func `a real terminal is seen`() throws {
    let command = "\\\"$KHABAR\\\" compare '\(Project.seeds[0])' '\(Project.seeds[1])'"
    let terminal = try Program.bash("TERM=xterm script -qec \"\(command)\" /dev/null")
    #expect(terminal.output.contains("\u{1B}[1;34mA\u{1B}[0m"))
    #expect(terminal.output.contains("\u{2068}"))
    let pipe = try Program.run("compare", Project.seeds[0], Project.seeds[1])
    #expect(!pipe.output.contains("\u{1B}"))
    #expect(!pipe.output.contains("\u{2068}"))
  }

  @Test func `long text goes through the pager, on a terminal only`() throws {
    let files = Project.seeds.map { "'\($0)'" }.joined(separator: " ")
    func shown(_ arguments: String, pager: String) throws -> String {
      let command = "stty rows 20 columns 80; PAGER=\(pager) \\\"$KHABAR\\\" compare \(files) \(arguments)"
      return try Program.bash("TERM=xterm script -qec \"\(command)\" /dev/null").output
    }
    #expect(try shown("", pager: "'head -n 1'").split(separator: "\n").count == 1)
    #expect(try shown("--no-pager", pager: "'head -n 1'").contains("▒"))
    #expect(try shown("", pager: "cat").contains("▒"))
    #expect(try shown("--only conflicts | cat", pager: "'head -n 1'").contains("▒"))
  }

  @Test func `every line of a comparison begins with a label of ours`() throws {
    let result = try Program.run("compare", Project.seeds[0], Project.seeds[1])
    for line in result.lines {
      let first = line.unicodeScalars.first { $0 != " " }
      #expect(first.map { !("\u{590}"..."\u{8FF}").contains($0) } == true, "\(line)")
    }
  }

  @Test func `a hostile article cannot repaint the terminal`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("خبر عاجل\nقال \u{1B}[2Jالوزير\u{202E} إن خمسة قتلوا.\n", to: "bad.txt")
    let compare = "compare \(path) \(path)"
    for command in ["report \(path)", compare, "\(compare) --words", "\(compare) --context 3"] {
      let result = try Program.run("\(command) --color always", split: true)
      #expect(!result.output.contains("\u{1B}[2J"))
      #expect(!result.output.contains("\u{202E}"))
      #expect(result.output.contains("⟦U+202E⟧"))
    }
  }
}
