import ArgumentParser
import Khabar
import KhabarExport

/// One article in, its normalized report out.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Shows what articles report: blocks, facts with their sources, names, times, quantities.",
    discussion: """
      EXAMPLES:
        khabar report article.txt
        khabar report page.html --published 2023-05-31 --format json -o article.json
        khabar report article.txt --format html --lang ar -o article.html
        khabar report pages/ --format json,xml,ninjs -o reports/
        curl -s https://example.org/article.html | khabar report -
        khabar report crawl.warc.gz 'agency/*.xml' pages/ --format json -o reports.ndjson
        khabar report --ndjson <articles.ndjson >reports.ndjson

      Read are plain text, HTML, ninjs, NITF, NewsML-G2, RSS and Atom with full texts, WARC, and gzip of all of them, told
      apart by their content; folders with all that is in them, and patterns. Of more than one article, --format json writes
      one report a line. What cannot be read is told and counted, and the rest goes on.

      With --ndjson each line is {"id","text" or "html","published"?,"language"?,"url"?,"outlet"?,"name"?} and gets one
      line: its report, or {"id","error":{"code","message"}}.
      """)

  @Argument(help: "The articles; - is standard input. With --ndjson the lines (default: standard input).")
  var files: [String] = []

  @Flag(help: "Read one JSON object a line and write one report a line.")
  var ndjson = false

  @Option(help: "When the articles were published: 2023-05-31.")
  var published: PublicationDate?

  @Option(help: "Language of the articles: ar, en. Found out by default.")
  var language: LanguageTag?

  @Flag(help: "Read text, blocks and metadata only, and extract no facts.")
  var blocksOnly = false

  @OptionGroup var input: InputOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var form: FormatOptions

  func validate() throws {
    if !ndjson, files.isEmpty { throw ValidationError("Give the file of an article, or - for standard input.") }
    if ndjson, files.count > 1 { throw ValidationError("--ndjson takes one file of lines, or standard input.") }
    if ndjson, published != nil || language != nil {
      throw ValidationError("With --ndjson, \"published\" and \"language\" stand in each line.")
    }
  }

  func run() throws {
    if ndjson { return try runLines() }
    let batch = ArticleBatch(paths: InputPaths(files).paths, limit: input.maxBytes, threads: threads.jobs)
    if form.format.formats.count > 1 { return try writeFolder(batch) }
    let format = form.format.formats[0]
    let out = try form.output.file(paged: form.isText)
    try out.write(format.head(ofComparisons: false, byteOrderMark: form.bom))
    let style = form.style(of: out)
    let summary = try batch.run { [self] article, isOnly in
      let report = report(article)
      return answer(report, [isOnly ? format.bytes(report, style) : format.line(report, style)])
    } write: { answer, isOnly in
      guard isOnly || !format.isAlone else {
        throw Trouble(
          "\(format == .xml ? "an XML document" : "a page") holds one report", at: "--format \(format.rawValue)",
          remedy: "use --format json, or several forms")
      }
      for notice in answer.notices { Notice.print(notice) }
      for piece in answer.pieces { try out.write(piece) }
    }
    try finish(summary, of: batch, out.finish)
  }

  /// Writes several forms of every article into a folder.
  private func writeFolder(_ batch: ArticleBatch) throws {
    let (formats, style) = (form.format.formats, form.fileStyle)
    let folder = try ExportFolder(form.output.output ?? ".", formats, byteOrderMark: form.bom, language: style.language)
    let summary = try batch.run { [self] article, _ in
      let report = report(article)
      return answer(report, ExportFolder.pieces(.report(report), formats, style))
    } write: { answer, _ in
      for notice in answer.notices { Notice.print(notice) }
      try folder.write(answer.pieces, name: answer.name, isComparison: false)
    }
    try finish(summary, of: batch, folder.finish)
  }

  private func report(_ article: Article) -> Report {
    Report(of: article.with(language, published), hasFacts: !blocksOnly)
  }

  private func answer(_ report: Report, _ pieces: [[UInt8]]) -> ArticleBatch.Answer {
    .init(
      name: report.id, pieces: pieces, notices: form.format.formats == [.text] ? [] : Notice.findings(of: report),
      isEmpty: report.findings.contains { $0.code == "no-article" || $0.code == "xml-entities" })
  }

  /// Puts the output in its place if there is any, and says what was not read.
  private func finish(
    _ summary: ArticleBatch.Summary, of batch: ArticleBatch, _ putInPlace: () throws -> Void
  ) throws {
    let isBatch = batch.paths.count > 1 || summary.articles > 1
    if isBatch, summary.failed + summary.empty > 0 {
      Notice.print(
        "\(summary.articles) articles were read, in \(summary.empty) of them no text was found; "
          + "\(summary.failed) inputs or parts of them could not be read")
    }
    guard summary.articles > 0 || summary.failed == 0 else { throw ExitStatus.trouble }
    try putInPlace()
    if summary.failed > 0 || !isBatch && summary.empty > 0 { throw ExitStatus.trouble }
  }

  private func runLines() throws {
    let (exporter, known) = (JSONExporter(), KnownWords())
    try LineRun(input: input.file(files.first ?? "-"), output: form.output.output).answer { line in
      exporter.bytes(try line.article().report(hasFacts: !blocksOnly, known), id: line.id) + [10]
    }
  }
}
