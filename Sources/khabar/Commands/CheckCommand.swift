import ArgumentParser
import Khabar
import KhabarCorpus
import KhabarExport

/// A corpus in, what is wrong with it out.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a corpus: broken articles, copies, contradictions, stale exports, wrong digests.",
    discussion: """
      EXAMPLES:
        khabar check corpus/
        khabar check corpus/ --skip no-date --fail-on warning
        khabar check corpus/ --write-baseline .khabar-baseline.json
        khabar check corpus/ --baseline .khabar-baseline.json --format sarif -o khabar.sarif
        khabar check corpus/ --format github --also markdown=summary.md --also junit=report.xml

      What is checked is set in .khabar.yml, which is looked for from the first path upward; options win over it, and khabar
      config show tells what holds. With a baseline only findings that it has not fail. khabar checks lists the checks.

      Ends with 1 if there is a new finding of the severity that --fail-on names, with 2 if an input could not be read.
      """)

  @Argument(help: "Files, folders and patterns; - is standard input.")
  var paths: [String]

  @OptionGroup var options: CheckOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var form: CheckFormOptions

  func run() throws {
    let configuration = try options.configuration(near: paths.first ?? ".")
    let files = CorpusFiles(paths, configuration)
    let run = CorpusRun(
      configuration: configuration, threads: threads.jobs, limit: input.maxBytes,
      cache: options.cache(configuration, limit: input.maxBytes))
    let outcome = run.run(files)
    let older = try options.baseline(configuration)
    let keys = Set(files.entries.map(\.key))
    let result = CheckResult(
      outcome.corpus, outcome.findings, configuration.configuration, baseline: older
    ) { files.presence(keys, $0) }
    if let target = options.writeBaseline {
      try Self.write(
        Baseline(result, reasonsFrom: try older ?? CheckOptions.baseline(at: target)),
        to: target)
    }
    try form.write(result, configuration.configuration)
    for trouble in outcome.troubles { Notice.print(trouble.description) }
    if files.entries.isEmpty, outcome.troubles.isEmpty {
      throw Trouble(
        "holds no articles", at: paths.joined(separator: " "), remedy: "name files, or include them in .khabar.yml")
    }
    if !outcome.troubles.isEmpty { throw ExitStatus.trouble }
    let fails = result.new.contains { configuration.configuration.fails($0.hit.severity) }
    if fails, options.writeBaseline == nil { throw ExitStatus.found }
  }

  private static func write(_ baseline: Baseline, to path: String) throws {
    let file = try OutputFile(path)
    try file.write(baseline.bytes)
    try file.finish()
  }
}
