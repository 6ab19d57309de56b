import ArgumentParser
import KhabarExport

/// The program: reads the command line, runs one command, and leaves with its exit code.
@main
struct KhabarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "khabar",
    abstract: "Reads news articles and compares them fact by fact.",
    discussion: """
      Khabar says what reports state and where they differ. It never says who is right.

      EXAMPLES:
        khabar compare a.txt b.txt
        khabar report a.txt --format json
        khabar export *.txt --bundle 2023-05.tar.gz --compare
        khabar verify 2023-05.tar.gz

      EXIT CODES:
        0  done
        1  done, and what --fail-on names was found
        2  trouble: bad usage, unreadable input, an invalid bundle or a failed write

      TOPICS:
      \(HelpTopic.allCases.map { "  khabar help \($0.rawValue)" }.joined(separator: "\n"))
      """,
    version: "khabar \(khabarVersion)",
    subcommands: commands + [HelpCommand.self])

  /// The commands but help.
  static let commands: [any ParsableCommand.Type] = [
    ReportCommand.self, CompareCommand.self, RelateCommand.self, ExportCommand.self, VerifyCommand.self,
    UnpackCommand.self, ListCommand.self, ShowCommand.self, RulesCommand.self,
  ]

  /// Says of a command that is not there which one may be meant; the parser would only call it unexpected.
  private static func checkName() throws {
    guard let name = CommandLine.arguments.dropFirst().first, !name.hasPrefix("-") else { return }
    let names = configuration.subcommands.map { $0._commandName }
    guard !names.contains(name) else { return }
    let near = names.filter { distance(Array(name.utf8.prefix(64)), Array($0.utf8)) <= 2 }
    let hint = near.first.map { " Did you mean \($0)?" } ?? ""
    throw ValidationError("There is no command \"\(name)\".\(hint)")
  }

  /// How many letters are to be changed, added or left out to make one name of another (Levenshtein).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }

  static func main() {
    POSIX.ignoreBrokenPipes()
    do {
      try checkName()
      var command = try parseAsRoot()
      try command.run()
    } catch {
      ExitStatus.leave(error)
    }
  }
}
