import ArgumentParser
import KhabarCorpus
import KhabarExport

/// Words in, the articles of an index that have them out.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds articles of an index by their words.",
    discussion: """
      EXAMPLES:
        khabar search 'ماكغورك مسقط' --db corpus.db
        khabar search '"البيت الأبيض" إيران' --limit 5
        khabar search ferry --format ndjson

      All words must be there, in any spelling that Arabic papers mix and in any form of one stem; words between quotation
      marks stand side by side as they are. The best article is first.
      """)

  /// The forms of the answer.
  enum Form: String, ExpressibleByArgument, CaseIterable { case text, ndjson }

  @Argument(help: "The words.")
  var words: String

  @Option(help: ArgumentHelp("The database that khabar index made.", valueName: "file"))
  var db = "khabar.db"

  @Option(help: ArgumentHelp("Most articles that are shown.", valueName: "count"))
  var limit = 20

  @Option(help: "text or ndjson.")
  var format = Form.text

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be more than 0.") }
  }

  func run() throws {
    let index = try CorpusIndex.open(db)
    let out = try OutputFile(nil)
    for hit in try index.search(words, limit: limit) { try out.write(format == .text ? Self.text(hit) : hit.line) }
    try out.finish()
  }

  private static func text(_ hit: CorpusIndex.Hit) -> [UInt8] {
    let place = hit.number > 1 ? "\(hit.path)#\(hit.number)" : hit.path
    let head = ([place] + [hit.published, hit.outlet].compactMap(\.self)).joined(separator: " · ")
    let lines = [head] + [hit.headline, hit.fact].compactMap(\.self).map { "  \($0)" }
    return lines.flatMap { SafeText.bytes(Array($0.utf8)) + [10] }
  }
}
