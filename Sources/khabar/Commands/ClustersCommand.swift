import ArgumentParser
import KhabarCorpus
import KhabarExport

/// Many articles in, the events that several of them tell out.
struct ClustersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Groups articles by the event they tell.",
    discussion: """
      EXAMPLES:
        khabar clusters <articles.ndjson >clusters.ndjson
        khabar clusters corpus/ --window 3
        khabar clusters corpus/ --format html --lang ar -o events/

      The input is that of khabar pairs. Each line of the output is one event that at least two articles tell:

        {"articles":[…],"cluster":1,"first"?:"2024-03-05","last"?:"2024-03-06"}

      Groups of articles become one event only if one in four of their articles' pairs is a pair of khabar pairs.

      --format html writes a folder of pages: each article of an event, each beside the earliest one of its event, and
      index.html, which leads to them. It takes files, folders and archives.
      """)

  /// What is written.
  enum Format: String, Choice { case ndjson, html }

  @OptionGroup var pairs: PairOptions

  @Option(help: "ndjson, or html for a folder of pages.")
  var format = Format.ndjson

  @Option(help: "Language of the pages: en, ar.")
  var lang = InterfaceLanguage.english

  func validate() throws {
    guard format == .html else { return }
    guard pairs.output != nil else { throw ValidationError("--format html needs -o FOLDER.") }
    guard !pairs.areLines, pairs.db == nil else {
      throw ValidationError(
        "--format html takes files, folders and archives; lines and an index have no place to be read again from.")
    }
  }

  func run() throws {
    let out = try OutputFile(format == .html ? nil : pairs.output)
    let (ids, finder) = try pairs.read(errors: out)
    let clusters = EventClusters(finder.pairs(), count: finder.count)
    if format == .html, let folder = pairs.output {
      return try pairs.site(lang).write(clusters.groups, to: folder)
    }
    for (number, group) in clusters.groups.enumerated() {
      let days = group.compactMap(finder.day).sorted()
      try out.write(EventClusters.line(number: number + 1, group.map { ids[$0] }, days: days))
    }
    try out.finish()
  }
}
