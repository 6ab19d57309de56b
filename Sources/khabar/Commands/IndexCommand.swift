import ArgumentParser
import KhabarCorpus

/// A corpus in, an index of it in a database.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Keeps the reports of a corpus in a database that can be searched.",
    discussion: """
      EXAMPLES:
        khabar index corpus/ --db corpus.db
        khabar search 'ماكغورك مسقط' --db corpus.db
        sqlite3 corpus.db 'SELECT path, headline FROM article WHERE published > "2023-05"'

      Only files that are new or changed are read; files that are gone are forgotten. Others may read the index meanwhile,
      and a run that is killed leaves it whole: the next one goes on. docs/index-schema.md describes its tables.
      """)

  @Argument(help: "All files and folders of the corpus.")
  var files: [String]

  @Option(help: ArgumentHelp("The database, made if it does not exist.", valueName: "file"))
  var db = "khabar.db"

  @OptionGroup var input: InputOptions
  @OptionGroup var threads: ThreadOptions

  func run() throws {
    let index = try CorpusIndex.open(writing: db, limit: input.maxBytes)
    let summary = try IndexRun(paths: files, database: db, limit: input.maxBytes, threads: threads.jobs).run(index)
    Notice.print(
      "\(summary.read) files read, \(summary.unchanged) unchanged, \(summary.gone) gone, \(summary.failed) not readable"
    )
    if summary.failed > 0 { throw ExitStatus.trouble }
  }
}
