import ArgumentParser
import Khabar
import KhabarExport

/// Many articles in, one bundle out, or a folder of documents.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the reports of articles, and comparisons of them, as a bundle for an archive or in other forms.",
    discussion: """
      EXAMPLES:
        khabar export a.txt b.txt --bundle visit.tar.gz
        khabar export *.txt --bundle 2023-05.tar.gz --compare --with-sources --organisation "Example Archive"
        khabar export *.txt --format csv,ninjs --bom -o for-the-desk/

      The bundle is a BagIt bag in one gzip member. Beside it stand NAME.tar.gz.sha256 and NAME.tar.sha256, for
      sha256sum -c. The same articles and options give the same bytes, in any order and on any number of threads;
      SOURCE_DATE_EPOCH sets the time of the members, which is else the day of the newest article.

      In a folder, each document is a file named by its id; NDJSON and CSV are one file, in the order of the articles.
      """)

  @Argument(help: "The articles: files, folders, patterns; - is standard input.")
  var files: [String]

  @Option(help: ArgumentHelp("The bundle to write: NAME.tar.gz.", valueName: "file"))
  var bundle: String?

  @Option(help: ArgumentHelp(stringLiteral: OutputFormat.list + " Several with commas between them; needs -o."))
  var format: FormatList?

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write into.", valueName: "folder"))
  var output: String?

  @Flag(help: "Begin CSV with the mark by which some spreadsheets know UTF-8.")
  var bom = false

  @Option(help: "Language of labels and reasons in the folder: en, ar.")
  var lang = InterfaceLanguage.english

  @Flag(help: "Add the comparison of every pair of the articles, which keeps all their reports in memory.")
  var compare = false

  @Flag(help: "Add the articles as they were delivered to the bundle.")
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
    guard bundle != nil || format != nil else {
      throw ValidationError("Give --bundle FILE, or --format with -o FOLDER.")
    }
    guard (format != nil) == (output != nil) else { throw ValidationError("--format and -o FOLDER go together.") }
    guard bundle?.hasSuffix(".tar.gz") != false else { throw ValidationError("--bundle must end in .tar.gz.") }
  }

  func run() throws {
    let target = try bundle.map { try BundleTarget($0, organisation: organisation, jobs: threads.jobs) }
    let folder = try output.map { try ExportFolder($0, format?.formats ?? [], byteOrderMark: bom, language: lang) }
    let reports = try exportReports(target, folder)
    try exportComparisons(of: reports.sorted { $0.key < $1.key }.map(\.value), target, folder)
    try folder?.finish()
    guard let target else { return }
    let out = try OutputFile(nil)
    for line in try target.finish() { try out.write(Array(line.utf8)) }
    try out.finish()
  }

  /// How documents are dressed in the folder.
  private var style: TextStyle {
    var style = TextStyle.plain
    style.language = lang
    return style
  }

  /// A document in all forms that are asked for.
  private struct Made: Sendable {
    var document: BundleDocument?
    var pieces: [[UInt8]]
    var warnings: [String] = []
    var source: (bytes: [UInt8], name: String)?
    var report: Report?
    var name: String
  }

  /// Exports the reports, one by one; answers them where they are still needed for comparisons.
  private func exportReports(_ target: BundleTarget?, _ folder: ExportFolder?) throws -> [String: Report] {
    var reports: [String: Report] = [:]
    let (formats, style, makesBundle, keepsReports, keepsSources) = (
      format?.formats ?? [], style, bundle != nil, compare, withSources
    )
    let run = ReportRun(paths: InputPaths(files).paths, limit: input.maxBytes, threads: threads.jobs)
    try run.run { [language, published] article in
      let article = article.with(language, published)
      let report = Report(of: article)
      return Made(
        document: makesBundle ? BundleDocument(report) : nil,
        pieces: ExportFolder.pieces(.report(report), formats, style),
        warnings: Notice.findings(of: report), source: keepsSources ? (article.bytes, article.name) : nil,
        report: keepsReports ? report : nil, name: report.id)
    } _: { made in
      for warning in made.warnings { Notice.print(warning) }
      if let document = made.document { try target?.add(document) }
      if let source = made.source { try target?.add(source: source.bytes, name: source.name) }
      if let report = made.report { reports[report.id] = report }
      try folder?.write(made.pieces, name: made.name, isComparison: false)
    }
    return reports
  }

  /// Exports every pair of different articles, in the order of their ids, so that the order of the inputs does not matter.
  private func exportComparisons(of reports: [Report], _ target: BundleTarget?, _ folder: ExportFolder?) throws {
    let (formats, style, makesBundle) = (format?.formats ?? [], style, bundle != nil)
    for (index, a) in reports.enumerated() {
      let made = Threads.map(Array(reports[(index + 1)...]), threads: threads.jobs) { b in
        let comparison = Comparison(of: a, and: b)
        return Made(
          document: makesBundle ? BundleDocument(comparison) : nil,
          pieces: ExportFolder.pieces(.comparison(comparison), formats, style),
          name: Document.comparison(comparison).name)
      }
      for made in made {
        if let document = made.document { try target?.add(document) }
        try folder?.write(made.pieces, name: made.name, isComparison: true)
      }
    }
  }
}
