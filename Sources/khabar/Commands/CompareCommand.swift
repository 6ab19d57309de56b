import ArgumentParser
import Khabar
import KhabarExport

/// Two articles in, their comparison out.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Shows what two articles share, where they contradict each other and what each alone reports.",
    discussion: """
      EXAMPLES:
        khabar compare a.txt b.txt
        khabar compare a.txt b.txt --published-a 2023-05-31 --format json -o comparison.json
        khabar compare a.txt b.txt --fail-on conflict
        khabar compare a.txt b.txt --format html --lang ar -o comparison.html
        khabar compare a.txt b.txt --only conflicts --context 5 --width 80
        khabar compare a.txt b.txt --words --context 3
        khabar compare visit.tar.gz#52b912b0584e463f b.txt
        khabar compare --versions old.html new.html
        khabar compare --ndjson <pairs.ndjson >comparisons.ndjson

      bundle.tar.gz#id takes a report out of a bundle, as it was archived.

      With --versions the two are an older and a newer version of one article: what was added, removed and changed, the
      headline, and notices such as "Correction:". A changed figure, date, name or quotation is an update, not a conflict;
      facts that were only moved or reworded are counted, and shown by --only shared.

      With --ndjson each line is {"id","a":{"text",…},"b":{"text",…}} and gets one line: the comparison, or
      {"id","error":{"code","message"}}.
      """)

  @Argument(help: "The two articles; - is standard input. With --ndjson the lines (default: standard input).")
  var files: [String] = []

  @Flag(help: "Take the two for versions of one article, the older one first.")
  var versions = false

  @Flag(help: "Read one JSON object with two articles a line and write one comparison a line.")
  var ndjson = false

  @Option(help: "When both articles were published: 2023-05-31.")
  var published: PublicationDate?

  @Option(help: "When A was published.")
  var publishedA: PublicationDate?

  @Option(help: "When B was published.")
  var publishedB: PublicationDate?

  @Option(help: "Language of both articles: ar, en. Found out by default.")
  var language: LanguageTag?

  @Option(help: FailOn.help)
  var failOn: FailOn?

  @Option(
    help: "Show only conflicts (of versions: what changed), only what is shared, or only what is unique; for text.")
  var only: MatchList?

  @Flag(help: "Show both articles word by word, with passages that one of them moved (↕); for text.")
  var words = false

  @Option(
    help: ArgumentHelp(
      "Show this many words of the article on each side of a statement; with --words, of what both have.",
      valueName: "words"))
  var context: Int?

  @Flag(help: .hidden)
  var features = false

  @OptionGroup var input: InputOptions
  @OptionGroup var limits: BundleLimits
  @OptionGroup var form: FormatOptions

  func validate() throws {
    try form.validateForComparisons()
    if only != nil || words || context != nil, ndjson || !form.isText {
      throw ValidationError("--only, --words and --context are for --format text: other forms hold everything.")
    }
    if only != nil, words { throw ValidationError("--words shows both articles whole, without --only.") }
    if failOn == .update, !versions { throw ValidationError("--fail-on update is for --versions.") }
    if let context, context < 0 { throw ValidationError("--context must not be less than 0.") }
    if ndjson {
      guard files.count <= 1 else { throw ValidationError("--ndjson takes one file of lines, or standard input.") }
      guard published == nil, publishedA == nil, publishedB == nil, language == nil else {
        throw ValidationError("With --ndjson, \"published\" and \"language\" stand in each line.")
      }
    } else {
      guard files.count == 2 else { throw ValidationError("Give two articles to compare.") }
      guard files != ["-", "-"] else { throw ValidationError("Only one of the two can be standard input.") }
    }
  }

  func run() throws {
    if ndjson { return try runLines() }
    let (a, b) = (
      try report(files[0], publishedA ?? published), try report(files[1], publishedB ?? published)
    )
    let comparison = versions ? Comparison(versions: a, b) : Comparison(of: a, and: b)
    if comparison.a.source.sha256 == comparison.b.source.sha256 { Notice.print("note: A and B are the same bytes") }
    if versions { noteDoubts(comparison.a, comparison.b) }
    if !form.isText {
      for report in [comparison.a, comparison.b] { Notice.print(findingsOf: report) }
    }
    try form.write(.comparison(comparison)) { style in
      (style.only, style.isByWords, style.context) = (only, words, context)
    }
    if failOn?.isFound(in: comparison) == true { throw ExitStatus.found }
  }

  /// What may be wrong with two inputs as an older and a newer version.
  private func noteDoubts(_ old: Report, _ new: Report) {
    if let before = old.source.url, let after = new.source.url, before != after {
      Notice.print("note: the versions have different addresses: \(before) and \(after)")
    }
    if let before = old.modified ?? old.published, let after = new.modified ?? new.published, after < before {
      Notice.print("note: the newer version is dated before the older one: \(after) and \(before)")
    }
  }

  private func report(_ path: String, _ published: PublicationDate?) throws -> Report {
    if let reference = BundleReference(orFile: path) { return try reference.report(limits) }
    return Report(of: try input.article(path, language: language, published: published))
  }

  private func runLines() throws {
    let (exporter, language) = (JSONExporter(), form.lang ?? .english)
    let known = KnownTerms()
    var articles = KnownArticles<ComparedArticle>(most: 1 << 19)
    var isFound = false
    try LineRun(input: input.file(files.first ?? "-"), output: form.output.output).answer { line in
      let (lineA, lineB) = (try line.article("a"), try line.article("b"))
      func article(_ line: LineArticle) -> ComparedArticle { ComparedArticle(line.report(known.words), known) }
      let (a, b) = (articles.reading(of: lineA, article), articles.reading(of: lineB, article))
      if features { return Self.features(line.id, a.report, b.report) }
      var comparison = versions ? Comparison(versions: a.report, b.report) : Comparison(of: a, and: b)
      // One article may have come under other names.
      (comparison.a.source.name, comparison.b.source.name) = (lineA.article.name, lineB.article.name)
      if failOn?.isFound(in: comparison) == true { isFound = true }
      return exporter.bytes(language.reasons(of: comparison), id: line.id) + [10]
    }
    if isFound { throw ExitStatus.found }
  }

  /// What the weights of the matching are fitted on (Tools/relation/evidence.py): {"id","pairs":[[start and end in A, in B, signs…]…]}.
  private static func features(_ id: [UInt8]?, _ a: Report, _ b: Report) -> [UInt8] {
    let pairs = FactMatching.signs(a, b).map { pair in
      let spans = [pair.a.span, pair.b.span].flatMap { [$0.start, $0.end] }.map(String.init)
      return "[" + (spans + pair.signs.map { "\($0)" }).joined(separator: ",") + "]"
    }
    return Array("{\"id\":".utf8) + (id ?? Array("0".utf8))
      + Array(",\"pairs\":[\(pairs.joined(separator: ","))]}\n".utf8)
  }
}
