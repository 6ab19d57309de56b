public import ArgumentParser
public import KhabarExport

/// One form, or several between commas: "json,xml".
struct FormatList: ExpressibleByArgument {
  /// The forms, each once, in the order given.
  var formats: [OutputFormat]

  static let text = FormatList(formats: [.text])
  static let help = ArgumentHelp(
    stringLiteral: OutputFormat.list + " Several, with commas between them, need -o FOLDER.")

  init(formats: [OutputFormat]) { self.formats = formats }

  init?(argument: String) {
    formats = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = OutputFormat(rawValue: String(name)) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
  }

  static var allValueStrings: [String] { OutputFormat.allCases.map(\.rawValue) }
  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}

/// Options of every command that writes reports or comparisons in a form of the user's choice.
struct FormatOptions: ParsableArguments {
  @Option(help: FormatList.help)
  var format = FormatList.text

  @Flag(help: "Begin CSV with the mark by which some spreadsheets know UTF-8.")
  var bom = false

  @Option(help: InterfaceLanguage.help)
  var lang: InterfaceLanguage?

  @Option(
    help: ArgumentHelp(
      "Break lines of text between words after this many columns; on a terminal its own.", valueName: "columns"))
  var width: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let width, width < 20 { throw ValidationError("--width must be at least 20.") }
    if format.formats.count > 1, output.output == nil || output.output == "-" {
      throw ValidationError("Several formats need a folder to write into: -o FOLDER.")
    }
  }

  /// Refuses forms that comparisons do not have.
  func validateForComparisons() throws {
    if let format = format.formats.first(where: { !$0.isForComparisons }) {
      throw ValidationError("Comparisons have no form \(format.rawValue).")
    }
  }

  /// Writes a document: in one form to the output, in several to a folder, under a name of its own.
  func write(_ document: Document, _ change: (inout TextStyle) -> Void = { _ in }) throws {
    let formats = format.formats
    guard formats.count > 1, let folder = output.output else {
      return try output.write(paged: isText) { out in
        var style = style(of: out)
        change(&style)
        return document.bytes(formats[0], style, byteOrderMark: bom)
      }
    }
    let target = try ExportFolder(folder, formats, byteOrderMark: bom, language: fileStyle.language)
    try target.write(document, fileStyle)
    try target.finish()
  }
}

extension FormatOptions {
  /// How text is dressed for an output. Only text for people follows the language of the environment: what a program
  /// reads, or an archive keeps, is the same for everybody.
  func style(of out: OutputFile) -> TextStyle {
    var style = output.style(of: out)
    style.language = lang ?? (isText ? InterfaceLanguage(environment: POSIX.environment) : .english)
    style.width = width ?? (out.isTerminal ? out.terminalSize.map { max(20, $0.columns) } : nil)
    return style
  }

  /// Whether text for people is written, and nothing else.
  var isText: Bool { format.formats == [.text] }

  /// How documents are dressed in a folder.
  var fileStyle: TextStyle {
    var style = TextStyle.plain
    style.language = lang ?? .english
    style.width = width
    return style
  }
}

extension InterfaceLanguage: ExpressibleByArgument {
  static let help: ArgumentHelp =
    "Language of labels and reasons: en, ar. Default: en; of text for people, what LC_ALL, LC_MESSAGES or LANG say."

  /// The language that the environment asks for, by the first of its variables that is set.
  init(environment: (String) -> String?) {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    self = asked.flatMap { Self(rawValue: String($0.prefix(2))) } ?? .english
  }
}
