import FoundationEssentials
import Glibc
import Khabar

/// Times the extractors over articles that are read again and again: `bench/extractors`.
///
/// Every stage is given what the stage before it made, as in `Report(of:)`, and is timed by itself, then all together. One
/// thread; CPU time; MB/s of the text of the articles.
@main
struct ExtractionBench {
  /// An article as far as it is read before anything is extracted.
  private struct Prepared {
    let article: Article
    let words: Words
    let blocks: [Block]
    let ranges: [Range<Int>]
    let published: String?
    /// The blocks that are extracted from, with the times in each.
    let told: [(range: Range<Int>, times: [TimeMatch])]
    /// The names before and after they are connected.
    let names: [NameMatch]
    let connected: [NameMatch]

    init(_ article: Article) {
      let reading = Reading(of: article)
      let (words, published) = (reading.words, reading.published)
      self.article = article
      self.words = words
      self.published = published
      blocks = reading.blocks
      ranges = reading.blockRanges
      told = zip(blocks, ranges).filter { $0.0.kind != .boilerplate }.map { _, range in
        (range, TimeExtractor.times(in: words, range, published: published))
      }
      names = told.flatMap { NameExtractor.names(in: words, $0.range) }
      connected = Coreference(names, in: words, told.map(\.range)).names
    }

    var times: Int { told.reduce(0) { $0 + TimeExtractor.times(in: words, $1.range, published: published).count } }

    var quantities: Int {
      told.reduce(0) { $0 + QuantityExtractor.quantities(in: words, $1.range, outside: $1.times).count }
    }

    var nameCount: Int { told.reduce(0) { $0 + NameExtractor.names(in: words, $1.range).count } }

    var connections: Int { Coreference(names, in: words, told.map(\.range)).names.count }

    func facts(_ names: [NameMatch]) -> Int {
      FactExtractor(words: words, blocks: blocks, blockRanges: ranges, names: names).facts().count
    }

    /// All that is extracted, stage after stage.
    var everything: Int {
      var names: [NameMatch] = []
      var count = 0
      for (range, _) in told {
        let times = TimeExtractor.times(in: words, range, published: published)
        count += times.count + QuantityExtractor.quantities(in: words, range, outside: times).count
        names += NameExtractor.names(in: words, range)
      }
      names = Coreference(names, in: words, told.map(\.range)).names
      return count + names.count + facts(names)
    }
  }

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let megabytes = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
      print("usage: extraction-bench MEGABYTES FILE...")
      exit(2)
    }
    let articles = arguments.dropFirst().map { path in
      Prepared(Article([UInt8](FileManager.default.contents(atPath: path) ?? Data()), name: path))
    }
    func time(_ stage: String, _ read: (Prepared) -> Int) {
      let (target, start) = (megabytes * 1_000_000, clock())
      var (bytes, found) = (0, 0)
      while bytes < target {
        for article in articles {
          found += read(article)
          bytes += article.words.utf8.count
        }
      }
      let seconds = Double(clock() - start) / 1_000_000
      print("\(stage)\t\(Int(Double(bytes) / seconds / 1_000_000))\t\(found)")
    }
    time("words and word lists") { Words($0.words.utf8).count }
    time("reading, words included") { Reading(of: $0.article).blocks.count }
    time("times") { $0.times }
    time("quantities") { $0.quantities }
    time("names") { $0.nameCount }
    time("coreference") { $0.connections }
    time("facts and sources") { $0.facts($0.connected) }
    time("extraction as a whole") { $0.everything }
    time("report") { Report(of: $0.article).facts.count }
  }
}
