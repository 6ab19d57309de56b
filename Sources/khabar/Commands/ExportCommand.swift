import ArgumentParser
import Khabar
import KhabarExport

/// Many articles in, one bundle out.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the reports of articles, and comparisons of them, as one bundle for an archive.",
    discussion: """
      EXAMPLES:
        khabar export a.txt b.txt --bundle visit.tar.gz
        khabar export *.txt --bundle 2023-05.tar.gz --compare --originals --organisation "Example Archive"

      The bundle is a BagIt bag in one gzip member. Beside it stand NAME.tar.gz.sha256 and NAME.tar.sha256, for
      sha256sum -c. The same articles and options give the same bytes; SOURCE_DATE_EPOCH sets the time of the members,
      which is else the day of the newest article.
      """)

  @Argument(help: "The articles.")
  var files: [String]

  @Option(help: ArgumentHelp("The bundle to write: NAME.tar.gz.", valueName: "file"))
  var bundle: String

  @Flag(help: "Add the comparison of every pair of the articles.")
  var compare = false

  @Flag(help: "Add the articles as they were delivered.")
  var originals = false

  @Option(help: "Who makes the bundle.")
  var organisation = "unspecified"

  @Option(help: "When the articles were published: 2023-05-31.")
  var published: PublicationDate?

  @Option(help: "Language of the articles: ar, en. Found out by default.")
  var language: LanguageTag?

  @OptionGroup var input: InputOptions

  func validate() throws {
    guard files.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("Only one article can be standard input.")
    }
    guard bundle.hasSuffix(".tar.gz") else { throw ValidationError("--bundle must end in .tar.gz.") }
  }

  func run() throws {
    let name = String(ArticleFile(path: bundle, limit: 0).name.dropLast(".tar.gz".count))
    let articles = try input.articles(InputPaths(files).paths, language: language, published: published)
    let reports = articles.map { Report(of: $0) }
    for report in reports { Notice.print(findingsOf: report) }
    let summary: BundleWriter.Summary
    do {
      let writer = try BundleWriter(name: name, organisation: organisation, sourceDateEpoch: try sourceDateEpoch())
      summary = try write(writer, reports, articles)
    } catch let error as BundleError {
      throw Trouble("cannot be written: \(error)", at: bundle, remedy: "change the name, the options or the articles")
    }
    try writeDigests(summary, name)
  }

  private func write(_ writer: BundleWriter, _ reports: [Report], _ articles: [Article]) throws -> BundleWriter.Summary
  {
    let out = try OutputFile(bundle)
    let summary = try writer.write(
      reports: reports, comparisons: compare ? comparisons(reports) : [],
      originals: originals ? articles.map { .init(name: $0.name, bytes: $0.bytes) } : [], to: out.write)
    try out.finish()
    return summary
  }

  /// Every pair of different articles, the earlier given first.
  private func comparisons(_ reports: [Report]) -> [Comparison] {
    var comparisons: [Comparison] = []
    for (index, a) in reports.enumerated() {
      for b in reports[(index + 1)...] where a.id != b.id { comparisons.append(Comparison(of: a, and: b)) }
    }
    return comparisons
  }

  /// Writes both digests beside the bundle as sha256sum reads them, and prints them.
  private func writeDigests(_ summary: BundleWriter.Summary, _ name: String) throws {
    let tarPath = bundle.dropLast(".gz".count)
    let output = try OutputFile(nil)
    for (path, line) in [
      ("\(bundle).sha256", "\(summary.gzipSHA256)  \(name).tar.gz\n"),
      ("\(tarPath).sha256", "\(summary.tarSHA256)  \(name).tar\n"),
    ] {
      let file = try OutputFile(path)
      try file.write(Array(line.utf8))
      try file.finish()
      try output.write(Array(line.utf8))
    }
    try output.finish()
  }

  private func sourceDateEpoch() throws -> Int? {
    guard let text = POSIX.environment("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Int(text), seconds >= 0 else {
      throw Trouble(
        "is not a number of seconds", at: "SOURCE_DATE_EPOCH", remedy: "set it to seconds since 1970 or unset it")
    }
    return seconds
  }
}
