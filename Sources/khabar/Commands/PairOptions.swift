import ArgumentParser
import KhabarCorpus
import KhabarExport

/// Options of the commands that find pairs.
struct PairOptions: ParsableArguments {
  @Argument(help: "The lines (*.ndjson, *.jsonl, - for standard input), or files and folders with articles.")
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take the articles from this index of khabar index, without reading any again.", valueName: "file"))
  var db: String?

  @Option(help: ArgumentHelp("Days that two reports of one event may lie apart.", valueName: "days"))
  var window = PairFinder.Options().window

  @Option(name: .shortAndLong, help: "Write to this file, which appears whole or not at all.")
  var output: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    guard (0...3650).contains(window) else { throw ValidationError("--window must be from 0 to 3650.") }
    guard db == nil || inputs.isEmpty else { throw ValidationError("--db takes the place of other inputs.") }
  }

  /// Reads all articles; answers their ids as JSON and the finder that has them. Error lines of lines go to the output.
  func read(copiesOnly: Bool = false, errors out: OutputFile) throws -> (ids: [[UInt8]], finder: PairFinder) {
    var options = PairFinder.Options()
    options.window = window
    options.isCopiesOnly = copiesOnly
    let finder = PairFinder(options)
    var ids: [[UInt8]] = []
    try sketches(errors: out) { id, sketch in
      ids.append(id)
      finder.add(sketch)
    }
    return (ids, finder)
  }

  /// Whether the articles are lines and not files.
  var areLines: Bool { run.isLines }

  /// The pages of events that were found in the input.
  func site(_ language: InterfaceLanguage) -> EventSite {
    EventSite(paths: inputs, limit: input.maxBytes, threads: threads.jobs, language: language)
  }

  /// Reads all articles; `take` gets each with its id as JSON. Error lines of lines go to the output.
  func sketches(errors out: OutputFile, _ take: @escaping ([UInt8], ArticleSketch) throws -> Void) throws {
    try run.run(take: take) { try out.write($0) }
  }

  private var run: SketchRun {
    SketchRun(paths: inputs, limit: input.maxBytes, threads: threads.jobs, database: db)
  }
}
