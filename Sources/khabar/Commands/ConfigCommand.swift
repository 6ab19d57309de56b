import ArgumentParser
import KhabarCorpus
import KhabarExport

/// What is set for checks.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Shows what is set for checks.",
    discussion: """
      EXAMPLES:
        khabar config show corpus/
        khabar config show corpus/ --skip no-date
      """, subcommands: [Show.self])

  /// The values and their origins.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints every value of the configuration and where it comes from.",
      discussion: """
        EXAMPLES:
          khabar config show
          khabar config show corpus/ --fail-on warning
        """)

    @Argument(help: "From where .khabar.yml is looked for; the working directory by default.")
    var path = "."

    @OptionGroup var options: CheckOptions

    func run() throws {
      let file = try options.configuration(near: path)
      let out = try OutputFile(nil)
      for row in file.configuration.rows {
        let origin =
          switch row.origin {
          case .standard: "default"
          case .option: "option"
          case .file(let line): "\(file.path ?? ""):\(line)"
          }
        try out.write(SafeText.bytes(Array("\(row.key): \(row.value)  # \(origin)".utf8)) + [10])
      }
      try out.finish()
    }
  }
}
