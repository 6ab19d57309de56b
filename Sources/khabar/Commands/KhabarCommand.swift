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
      UnpackCommand.self, ListCommand.self, ShowCommand.self, RulesCommand.self,
    ])

  /// The command that the first argument names, parsed by itself, since looking through all of them takes as long as
  /// reading an article; nil where only the whole can say what is meant or what is wrong.
  private static func parsedAlone() -> (any ParsableCommand)? {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first,
      !arguments.contains(where: { $0.hasPrefix("--generate") || $0.hasPrefix("--exp") }),
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name })
    else { return nil }
    return try? command.parseAsRoot(Array(arguments.dropFirst()))
  }

  static func main() {
    POSIX.ignoreBrokenPipes()
    do {
      var command = try parsedAlone() ?? parseAsRoot()
      try command.run()
    } catch {
      ExitStatus.leave(error)
    }
  }
}
