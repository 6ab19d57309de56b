import Khabar
import KhabarExport

/// The pages of events: one of each article that tells an event, one of each beside the earliest of its event, and one that
/// leads to them.
struct EventSite {
  /// The files, folders and archives that the events were found in.
  var paths: [String]
  /// Most bytes of one article.
  var limit: Int
  var threads: Int
  var language: InterfaceLanguage

  /// Behind all dates.
  private static let undated = "~"

  /// Writes the pages into a folder. Articles are told by their numbers in the order they are read.
  func write(_ events: [[Int]], to path: String) throws {
    let articles = try articles(Set(events.joined()))
    var style = TextStyle.plain
    style.language = language
    let folder = try ExportFolder(path, [.html], byteOrderMark: false, language: language)
    for event in events {
      let reports = Threads.map(event.compactMap { articles[$0] }, threads: threads) { Report(of: $0) }.enumerated()
        .sorted {
          ($0.element.published ?? Self.undated, $0.offset) < ($1.element.published ?? Self.undated, $1.offset)
        }.map(\.element)
      guard let first = reports.first else { continue }
      let others = Array(reports.dropFirst())
      let comparisons = Threads.map(others, threads: threads) { Comparison(of: first, and: $0) }
      for report in reports { try folder.write(.report(report), style) }
      for comparison in comparisons { try folder.write(.comparison(comparison), style) }
    }
    try folder.finish()
  }

  /// The articles with some numbers; what cannot be read was told when the events were found.
  private func articles(_ numbers: Set<Int>) throws -> [Int: Article] {
    var found: [Int: Article] = [:]
    var number = 0
    for path in InputPaths(paths).paths {
      try ArticleInput(file: ArticleFile(path: path, limit: limit)).read(
        to: { article in
          if numbers.contains(number) { found[number] = article }
          number += 1
        }, complain: { _ in }, progress: { _ in })
    }
    return found
  }
}
