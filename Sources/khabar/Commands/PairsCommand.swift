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

  @OptionGroup var pairs: PairOptions

  @Flag(help: "Find copies only: the same text, also where parts or most words of it are changed.")
  var copies = false

  func run() throws {
    let out = try OutputFile(pairs.output)
    let (ids, finder) = try pairs.read(copiesOnly: copies, errors: out)
    for pair in finder.pairs() { try out.write(pair.line(a: ids[pair.a], b: ids[pair.b])) }
    try out.finish()
  }
}
