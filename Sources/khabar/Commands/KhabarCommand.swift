import ArgumentParser
import KhabarCorpus
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
        khabar check corpus/

      EXIT CODES:
        0  done
        1  done, and what --fail-on names was found; check: a finding of error severity
        2  trouble: bad usage, unreadable input, an invalid bundle or a failed write

      TOPICS:
      \(HelpTopic.allCases.map { "  khabar help \($0.rawValue)" }.joined(separator: "\n"))
      """,
    version: "khabar \(khabarVersion)",
    subcommands: commands + [HelpCommand.self])

  /// The commands but help.
  static let commands: [any ParsableCommand.Type] = [
    ReportCommand.self, CompareCommand.self, RelateCommand.self, ExportCommand.self, VerifyCommand.self,
    UnpackCommand.self, ListCommand.self, ShowCommand.self, RulesCommand.self, CheckCommand.self, ChecksCommand.self,
    ConfigCommand.self, PairsCommand.self, ClustersCommand.self, TimelineCommand.self, IndexCommand.self,
    SearchCommand.self,
  ]

  /// Says of a command that is not there which one may be meant; the parser would only call it unexpected.
  private static func checkName() throws {
    guard let name = CommandLine.arguments.dropFirst().first, !name.hasPrefix("-") else { return }
    let names = configuration.subcommands.map { $0._commandName }
    guard !names.contains(name) else { return }
    let hint = Nearest.name(to: name, of: names, within: 2).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError("There is no command \"\(name)\".\(hint)")
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
