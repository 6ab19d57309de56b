import ArgumentParser
import Khabar
import KhabarExport

/// Options of every command that reads articles.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Most bytes that are read from one article, or from one line.", valueName: "count"))
  var maxBytes = 64 << 20

  func validate() throws {
    guard maxBytes > 0 else { throw ValidationError("--max-bytes must be more than 0.") }
  }

  /// The one article of an input.
  func article(_ path: String, language: LanguageTag?, published: PublicationDate?) throws -> Article {
    let articles = try articles([path], language: language, published: published)
    guard let article = articles.first, articles.count == 1 else {
      throw Trouble(
        "holds \(articles.count) articles", at: path, remedy: "give one article; report takes an archive apart")
    }
    return article
  }

  /// The articles of files, folders and patterns, in order. The first input that cannot be read is thrown.
  func articles(_ paths: [String], language: LanguageTag?, published: PublicationDate?) throws -> [Article] {
    var articles: [Article] = []
    var trouble: Trouble?
    for path in paths {
      try ArticleInput(file: file(path)).read(
        to: { articles.append($0.with(language, published)) }, complain: { trouble = trouble ?? $0 }, progress: { _ in }
      )
    }
    if let trouble { throw trouble }
    return articles
  }

  /// An input that is not read yet.
  func file(_ path: String) -> ArticleFile { ArticleFile(path: path, limit: maxBytes) }
}

/// Options of every command that works on several threads.
struct ThreadOptions: ParsableArguments {
  @Option(
    name: [.customShort("j"), .customLong("jobs")],
    help: "Number of threads; by default one for each core. It changes no output.")
  private var chosen: Int?

  /// Number of threads.
  var jobs: Int { chosen ?? min(POSIX.coreCount, 64) }

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs must be from 1 to 256.") }
  }
}

/// Options of every command that reads bundles.
struct BundleLimits: ParsableArguments {
  @Option(help: ArgumentHelp("Most bytes that a bundle may unpack to.", valueName: "count"))
  var maxSize = BundleVerifier.Limits().size

  @Option(help: ArgumentHelp("Most times its own size that a bundle may unpack to.", valueName: "count"))
  var maxRatio = BundleVerifier.Limits().ratio

  @Option(help: ArgumentHelp("Most files and folders that a bundle may hold.", valueName: "count"))
  var maxMembers = BundleVerifier.Limits().members

  /// The limits as the library takes them.
  var limits: BundleVerifier.Limits { .init(size: maxSize, ratio: maxRatio, members: maxMembers) }

  func validate() throws {
    guard maxSize > 0, maxRatio > 0, maxMembers > 0 else {
      throw ValidationError("--max-size, --max-ratio and --max-members must be more than 0.")
    }
  }
}

/// Options of every command that writes one document or many lines.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Write to this file, which appears whole or not at all.")
  var output: String?

  @Option(help: "Colour in text: auto, always or never. NO_COLOR and CLICOLOR_FORCE are respected.")
  var color = ColorChoice.auto

  @Flag(name: .customLong("no-pager"), help: "Do not show long text on a terminal in $PAGER (less by default).")
  var isUnpaged = false

  /// The output; text for people is paged where it is a terminal.
  func file(paged: Bool) throws -> OutputFile {
    try OutputFile(output, pager: paged && !isUnpaged ? Pager.command(environment: POSIX.environment) : nil)
  }

  /// Writes one document, made for where it goes.
  func write(paged: Bool, _ document: (OutputFile) -> [UInt8]) throws {
    let out = try file(paged: paged)
    var bytes = document(out)
    if bytes.last != 10 { bytes.append(10) }
    try out.write(bytes)
    try out.finish()
  }
}

extension OutputOptions {
  /// How text is dressed for an output.
  func style(of out: OutputFile) -> TextStyle {
    TextStyle(color, isTerminal: out.isTerminal, environment: POSIX.environment)
  }
}

extension Article {
  /// The same with what the options say of it.
  func with(_ language: LanguageTag?, _ published: PublicationDate?) -> Article {
    var article = self
    article.language = language?.tag ?? article.language
    article.published = published?.edtf ?? article.published
    return article
  }
}
