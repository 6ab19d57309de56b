import ArgumentParser

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

  @OptionGroup var output: OutputOptions

  func validate() throws {
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
  func write(_ document: Document) throws {
    let formats = format.formats
    guard formats.count > 1, let folder = output.output else {
      return try output.write { style in document.bytes(formats[0], style, byteOrderMark: bom) }
    }
    let target = try ExportFolder(folder, formats, byteOrderMark: bom)
    try target.write(document)
    try target.finish()
  }
}
