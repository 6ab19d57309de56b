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
      """,
    version: "khabar \(khabarVersion)",
    subcommands: [
      ReportCommand.self, CompareCommand.self, RelateCommand.self, ExportCommand.self, VerifyCommand.self,
      UnpackCommand.self, ListCommand.self, ShowCommand.self, RulesCommand.self, PairsCommand.self,
      ClustersCommand.self, TimelineCommand.self, IndexCommand.self, SearchCommand.self,
    ])

  static func main() {
    POSIX.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      ExitStatus.leave(error)
    }
  }
}
