import ArgumentParser
import KhabarCorpus

/// Many articles in, the pairs of one event out.
struct PairsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Finds the articles that tell one event, and the copies among them.",
    discussion: """
      EXAMPLES:
        khabar pairs <articles.ndjson >pairs.ndjson
        khabar pairs corpus/ crawl.warc.gz
        khabar pairs articles.ndjson --copies
        khabar pairs articles.ndjson --window 3 -o pairs.ndjson

      Each line of the input is {"id","text" or "html","published"?}; files, folders and archives are taken as well, and
      their articles are called by their paths. Each line of the output is one pair:

        {"a","b","copy"?,"days"?,"sameEvent":true,"score","words"}

      "copy" is near, middling or rewritten, and absent where both only tell the same event; "words" are the rarest ones
      that both have. A line that cannot be read gets {"id","error":{"code","message"}}, and the rest goes on.
      """)

  @Argument(help: "The lines (*.ndjson, *.jsonl, - for standard input), or files and folders with articles.")
  var inputs: [String] = []

  @Option(help: ArgumentHelp("Days that two reports of one event may lie apart.", valueName: "days"))
  var window = PairFinder.Options().window

  @Flag(help: "Find copies only: the same text, also where parts or most words of it are changed.")
  var copies = false

  @Option(name: .shortAndLong, help: "Write to this file, which appears whole or not at all.")
  var output: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    guard (0...3650).contains(window) else { throw ValidationError("--window must be from 0 to 3650.") }
  }

  func run() throws {
    var options = PairFinder.Options()
    options.window = window
    options.isCopiesOnly = copies
    let out = try OutputFile(output)
    let finder = PairFinder(options)
    var ids: [[UInt8]] = []
    try SketchRun(paths: inputs, limit: input.maxBytes, threads: threads.jobs).run { id, sketch in
      ids.append(id)
      finder.add(sketch)
    } fail: {
      try out.write($0)
    }
    for pair in finder.pairs() { try out.write(pair.line(a: ids[pair.a], b: ids[pair.b])) }
    try out.finish()
  }
}
