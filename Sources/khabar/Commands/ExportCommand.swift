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
        khabar export *.txt --bundle 2023-05.tar.gz --compare --with-sources --organisation "Example Archive"

      The bundle is a BagIt bag in one gzip member. Beside it stand NAME.tar.gz.sha256 and NAME.tar.sha256, for
      sha256sum -c. The same articles and options give the same bytes, in any order and on any number of threads;
      SOURCE_DATE_EPOCH sets the time of the members, which is else the day of the newest article.
      """)

  @Argument(help: "The articles.")
  var files: [String]

  @Option(help: ArgumentHelp("The bundle to write: NAME.tar.gz.", valueName: "file"))
  var bundle: String

  @Flag(help: "Add the comparison of every pair of the articles, which keeps all their reports in memory.")
  var compare = false

  @Flag(help: "Add the articles as they were delivered.")
  var withSources = false

  @Option(help: "Who makes the bundle.")
  var organisation = "unspecified"

  @Option(help: "When the articles were published: 2023-05-31.")
  var published: PublicationDate?

  @Option(help: "Language of the articles: ar, en. Found out by default.")
  var language: LanguageTag?

  @OptionGroup var input: InputOptions
  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    guard files.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("Only one article can be standard input.")
    }
    guard bundle.hasSuffix(".tar.gz") else { throw ValidationError("--bundle must end in .tar.gz.") }
  }

  func run() throws {
    let name = String(ArticleFile(path: bundle, limit: 0).name.dropLast(".tar.gz".count))
    do {
      let writer = try BundleWriter(
        name: name, organisation: organisation, sourceDateEpoch: try sourceDateEpoch(), jobs: threads.jobs)
      let out = try OutputFile(bundle)
      let summary = try writer.write(try draft(), to: out.write)
      try out.finish()
      try writeDigests(summary, name)
    } catch let error as BundleError {
      throw Trouble("cannot be written: \(error)", at: bundle, remedy: "change the name, the options or the articles")
    }
  }

  /// Everything that the bundle will hold, on the disk beside it.
  private func draft() throws -> BundleDraft {
    var draft = BundleDraft(storage: try SpoolFile(beside: bundle))
    var reports: [String: Report] = [:]
    let (keepsReports, keepsSources) = (compare, withSources)
    let run = ReportRun(files: files, jobs: threads.jobs, article: article)
    try run.run { article, report in
      (
        BundleDocument(report), report.warnings, keepsReports ? report : nil,
        keepsSources ? article.bytes : nil, article.name
      )
    } _: { _, made in
      let (document, warnings, report, source, name) = made
      for warning in warnings { Notice.print(warning) }
      try draft.add(document)
      if let source { try draft.add(source: source, name: name) }
      if let report { reports[report.id] = report }
    }
    if compare { try addComparisons(of: reports.sorted { $0.key < $1.key }.map(\.value), to: &draft) }
    return draft
  }

  private func article(_ path: String) throws -> Article {
    let (bytes, name) = try input.read(path)
    return Article(plainText: bytes, name: name, language: language?.tag, published: published?.edtf)
  }

  /// Adds every pair of different articles, in the order of their ids, so that the order of the inputs does not matter.
  private func addComparisons(of reports: [Report], to draft: inout BundleDraft) throws {
    for (index, a) in reports.enumerated() {
      let documents = Parallel.map(Array(reports[(index + 1)...]), jobs: threads.jobs) { b in
        BundleDocument(Comparison(of: a, and: b))
      }
      for document in documents { try draft.add(document) }
    }
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
