import ArgumentParser
import Khabar
import KhabarExport

/// One article in, its normalized report out.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Shows what one article reports: blocks, facts with their sources, names, times, quantities.",
    discussion: """
      EXAMPLES:
        khabar report article.txt
        khabar report article.txt --published 2023-05-31 --format json -o article.json
        khabar report article.txt --format json,xml,ninjs -o reports/
        curl -s https://example.org/article.txt | khabar report -
        khabar report --ndjson <articles.ndjson >reports.ndjson

      With --ndjson each line is {"id","text","published"?,"language"?,"url"?,"outlet"?,"name"?} and gets one line:
      its report, or {"id","error":{"code","message"}}.
      """)

  @Argument(help: "The article; - is standard input. With --ndjson the lines (default: standard input).")
  var file: String?

  @Flag(help: "Read one JSON object a line and write one report a line.")
  var ndjson = false

  @Option(help: "When the article was published: 2023-05-31.")
  var published: PublicationDate?

  @Option(help: "Language of the article: ar, en. Found out by default.")
  var language: LanguageTag?

  @OptionGroup var input: InputOptions
  @OptionGroup var form: FormatOptions

  func validate() throws {
    if !ndjson, file == nil { throw ValidationError("Give the file of an article, or - for standard input.") }
    if ndjson, published != nil || language != nil {
      throw ValidationError("With --ndjson, \"published\" and \"language\" stand in each line.")
    }
  }

  func run() throws {
    if ndjson { return try runLines() }
    let (bytes, name) = try input.read(file ?? "-")
    let report = Report(
      of: Article(plainText: bytes, name: name, language: language?.tag, published: published?.edtf))
    if form.format.formats != [.text] { Notice.print(findingsOf: report) }
    try form.write(.report(report))
  }

  private func runLines() throws {
    let exporter = JSONExporter()
    try LineRun(input: input.file(file ?? "-"), output: form.output.output).answer { line in
      exporter.bytes(try line.article().report, id: line.id) + [10]
    }
  }
}
