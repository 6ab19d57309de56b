public import ArgumentParser
import Khabar
public import KhabarCorpus
import KhabarExport

/// Options that say what is checked, each stronger than the configuration file.
struct CheckOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read this file instead of the nearest .khabar.yml.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("Run only these checks: CODE,CODE.", valueName: "codes"))
  var only: CheckCodes?

  @Option(help: ArgumentHelp("Leave these checks out: CODE,CODE.", valueName: "codes"))
  var skip: CheckCodes?

  @Option(
    help: ArgumentHelp("Severity of a check: CODE=error, warning or note. May be repeated.", valueName: "code=severity")
  )
  var severity: [CheckSeverity] = []

  @Option(help: "Which findings end with 1: error, warning, note or never. Default: error.")
  var failOn: Configuration.FailOn?

  @Option(help: ArgumentHelp("Findings that are accepted; only others fail.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Accept everything that is found: write it as a baseline, and end with 0.", valueName: "file"))
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp("How many days apart two reports of one event may be published. Default: 3.", valueName: "days"))
  var window: Int?

  @Option(
    help: ArgumentHelp(
      "Keep results for the next check in this folder. Default: that of the user.", valueName: "folder"))
  var cache: String?

  @Flag(help: "Neither use nor keep results of an earlier check.")
  var noCache = false

  func validate() throws {
    if let window, !(0...3650).contains(window) { throw ValidationError("--window must be from 0 to 3650.") }
  }

  /// The configuration file with the options.
  func configuration(near path: String) throws -> ConfigurationFile {
    var file = try ConfigurationFile(config, near: path)
    file.configuration.only.choose(only?.codes)
    file.configuration.skip.choose(skip?.codes)
    file.configuration.failOn.choose(failOn)
    file.configuration.baseline.choose(baseline)
    file.configuration.window.choose(window)
    file.configuration.cache.choose(cache)
    if !severity.isEmpty {
      let chosen = severity.map { ($0.code, $0.severity) }
      file.configuration.severity.choose(
        file.configuration.severity.value.merging(chosen) { $1 })
    }
    return file
  }

  /// The cache of a corpus.
  func cache(_ configuration: ConfigurationFile, limit: Int) -> CacheFile? {
    if noCache { return nil }
    let setting = configuration.configuration.cache
    let folder = setting.value.map { setting.origin == .option ? $0 : configuration.path(of: $0) }
    return CacheFile(folder, corpus: configuration.folder, limit: limit)
  }

  /// The baseline that an option or the file names.
  func baseline(_ configuration: ConfigurationFile) throws -> Baseline? {
    let setting = configuration.configuration.baseline
    guard let named = setting.value else { return nil }
    let path = setting.origin == .option ? named : configuration.path(of: named)
    // The first one is about to be written.
    if POSIX.kind(of: path) == .nothing, writeBaseline != nil { return nil }
    guard let baseline = try Self.baseline(at: path) else {
      throw Trouble("no such file", at: path, remedy: "make it with --write-baseline")
    }
    return baseline
  }

  /// The baseline in a file; nil if there is no file.
  static func baseline(at path: String) throws -> Baseline? {
    guard POSIX.kind(of: path) == .file else { return nil }
    guard let baseline = Baseline(try ArticleFile(path: path, limit: 1 << 30).read()) else {
      throw Trouble("is no baseline", at: path, remedy: "make it anew with --write-baseline")
    }
    return baseline
  }
}

extension Configuration.FailOn: ExpressibleByArgument {}

/// Codes of checks between commas.
struct CheckCodes: ExpressibleByArgument {
  var codes: [String]

  init?(argument: String) {
    codes = argument.split(separator: ",").map(String.init)
    guard !codes.isEmpty, codes.allSatisfy({ Check.named($0) != nil }) else { return nil }
  }

  static var allValueStrings: [String] { Check.all.map(\.code) }
}

/// A check and the severity that it is given.
struct CheckSeverity: ExpressibleByArgument {
  var code: String
  var severity: Finding.Severity

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let severity = Finding.Severity(rawValue: String(parts[1])),
      Check.named(String(parts[0])) != nil
    else { return nil }
    code = String(parts[0])
    self.severity = severity
  }
}
