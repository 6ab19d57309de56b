public import ArgumentParser
public import KhabarCorpus

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
        khabar pairs --db corpus.db
        khabar pairs articles.ndjson --sketches >sketches.ndjson; khabar pairs sketches.ndjson

      Each line of the input is {"id","text" or "html","published"?}; files, folders and archives are taken as well, and
      their articles are called by their paths. Each line of the output is one pair:

        {"a","b","copy"?,"days"?,"sameEvent":true,"score","words"}

      "copy" is near, middling or rewritten, and absent where both only tell the same event; "words" are the rarest ones
      that both have. A line that cannot be read gets {"id","error":{"code","message"}}, and the rest goes on.

      --sketches and --share are for many machines: sketches of parts of a corpus, one behind the other, are lines that give
      the same pairs as the articles. --share 2/8 looks for what every eighth article finds, from the second on, and writes
      a line for each; a pair is what two lines of all shares have, and the one with the lower score is its line.
      """)

  @OptionGroup var pairs: PairOptions

  @Flag(help: "Find copies only: the same text, also where parts or most words of it are changed.")
  var copies = false

  @Flag(help: "Write what is needed of each article to find its pairs, one line each, instead of pairs.")
  var sketches = false

  @Option(help: ArgumentHelp("Write what one of N parts of the articles finds among all.", valueName: "k/n"))
  var share: PairFinder.Share?

  func validate() throws {
    guard !sketches || share == nil && !copies else {
      throw ValidationError("--sketches looks for no pairs; leave --share and --copies to the command that does.")
    }
  }

  func run() throws {
    let out = try OutputFile(pairs.output)
    if sketches {
      try pairs.sketches(errors: out) { try out.write($1.line(id: $0)) }
      return try out.finish()
    }
    let (ids, finder) = try pairs.read(copiesOnly: copies, errors: out)
    let found = share.map(finder.halves) ?? finder.pairs()
    for pair in found { try out.write(pair.line(a: ids[pair.a], b: ids[pair.b])) }
    try out.finish()
  }
}

extension PairFinder.Share: ExpressibleByArgument {
  /// Reads "2/8".
  public init?(argument: String) {
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] > 0, numbers[1] >= numbers[0] else { return nil }
    self.init(number: numbers[0], count: numbers[1])
  }
}
