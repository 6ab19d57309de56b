import ArgumentParser
import KhabarCorpus

/// Many articles in, the events that several of them tell out.
struct ClustersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Groups articles by the event they tell.",
    discussion: """
      EXAMPLES:
        khabar clusters <articles.ndjson >clusters.ndjson
        khabar clusters corpus/ --window 3

      The input is that of khabar pairs. Each line of the output is one event that at least two articles tell:

        {"articles":[…],"cluster":1,"first"?:"2024-03-05","last"?:"2024-03-06"}

      Groups of articles become one event only if one in four of their articles' pairs is a pair of khabar pairs.
      """)

  @OptionGroup var pairs: PairOptions

  func run() throws {
    let out = try OutputFile(pairs.output)
    let (ids, finder) = try pairs.read(errors: out)
    let clusters = EventClusters(finder.pairs(), count: finder.count)
    for (number, group) in clusters.groups.enumerated() {
      let days = group.compactMap(finder.day).sorted()
      try out.write(EventClusters.line(number: number + 1, group.map { ids[$0] }, days: days))
    }
    try out.finish()
  }
}
