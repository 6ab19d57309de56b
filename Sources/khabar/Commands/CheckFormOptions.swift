import ArgumentParser
import KhabarCorpus
import KhabarExport

/// In which form a check is told: text, or one that other programs read.
enum CheckForm: Equatable, ExpressibleByArgument {
  case text
  case report(CheckReport.Form)

  init?(argument: String) {
    if argument == "text" {
      self = .text
    } else if let form = CheckReport.Form(rawValue: argument) {
      self = .report(form)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ["text"] + CheckReport.Form.allCases.map(\.rawValue) }
  static let list = "text, json, ndjson, sarif, junit, github, gitlab, checkstyle or markdown."
  var defaultValueDescription: String { "text" }
}

/// One more form and the file that it is written to.
struct CheckTarget: ExpressibleByArgument {
  var form: CheckForm
  var path: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), let form = CheckForm(argument: String(argument[..<equals])) else {
      return nil
    }
    self.form = form
    path = String(argument[argument.index(after: equals)...])
    guard !path.isEmpty, path != "-" else { return nil }
  }
}

/// Options that say how a check is told.
struct CheckFormOptions: ParsableArguments {
  @Option(help: ArgumentHelp(stringLiteral: CheckForm.list))
  var format = CheckForm.text

  @Option(help: ArgumentHelp("Write one more form to a file. May be repeated.", valueName: "form=file"))
  var also: [CheckTarget] = []

  @Option(help: InterfaceLanguage.help)
  var lang: InterfaceLanguage?

  @Option(help: ArgumentHelp("Break lines of text between words after this many columns.", valueName: "columns"))
  var width: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let width, width < 20 { throw ValidationError("--width must be at least 20.") }
  }

  /// Writes a result in all forms that are asked for.
  func write(_ result: CheckResult, _ configuration: Configuration) throws {
    let all = also.map { ($0.form, Optional($0.path)) } + [(format, output.output)]
    for (form, path) in all {
      let out = try OutputFile(path)
      try out.write(bytes(form, result, configuration, out))
      try out.finish()
    }
  }

  private func bytes(
    _ form: CheckForm, _ result: CheckResult, _ configuration: Configuration, _ out: OutputFile
  ) -> [UInt8] {
    switch form {
    case .text:
      var style = output.style(of: out)
      style.language = lang ?? InterfaceLanguage(environment: POSIX.environment)
      style.width = width
      return CheckText(result, style: style).bytes
    case .report(let form):
      return CheckReport(result, language: lang ?? .english) { configuration.fails($0.hit.severity) }.bytes(form)
    }
  }
}
