import ArgumentParser
import KhabarCorpus

/// The checks, as their declarations have them.
struct ChecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks",
    abstract: "Lists the checks as Markdown: severity, sentence, remedy and examples of each.",
    discussion: """
      EXAMPLES:
        khabar checks
        khabar checks near-duplicate
      """)

  @Argument(help: "Codes of checks; all by default.")
  var codes: [String] = []

  func validate() throws {
    for code in codes where Check.named(code) == nil {
      throw ValidationError("There is no check \"\(code)\"; see khabar checks.")
    }
  }

  func run() throws {
    let output = try OutputFile(nil)
    for check in codes.isEmpty ? Check.all : codes.compactMap(Check.named) {
      try output.write(Array(Self.lines(check).map { $0 + "\n" }.joined().utf8))
    }
    try output.finish()
  }

  private static func lines(_ check: Check) -> [String] {
    [
      "## `\(check.code)`", "", "\(name(check)). \(check.message.replacing("{}", with: "…"))", "",
      check.arabicMessage.replacing("{}", with: "…"), "", check.remedy, "",
    ] + check.bad.flatMap(example) + (check.good.isEmpty ? [] : ["But not:", ""] + check.good.flatMap(example))
  }

  private static func name(_ check: Check) -> String {
    switch check.severity {
    case .error: "Error"
    case .warning: "Warning"
    case .note: "Note"
    }
  }

  /// The files of an example, with what cannot be seen shown by its number.
  private static func example(_ example: Check.Example) -> [String] {
    example.files.flatMap { file in
      (example.files.count > 1 ? ["`\(file.path)`", ""] : []) + file.runs.flatMap(run)
    }
  }

  private static func run(_ bytes: [UInt8], _ times: Int) -> [String] {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { shown($0) }
    return ["```text"] + lines + ["```", ""] + (times > 1 ? ["This \(times) times.", ""] : [])
  }
}

extension ChecksCommand {
  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    guard let text = String(validating: line, as: UTF8.self) else { return line.map(shown).joined() }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E, 0xA1...0x200A, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...: shown.unicodeScalars.append(scalar)
      default: shown += "⟦U+\(String(scalar.value, radix: 16, uppercase: true))⟧"
      }
    }
    return shown
  }

  /// A byte of what is not UTF-8.
  private static func shown(_ byte: UInt8) -> String {
    (0x20...0x7E).contains(byte)
      ? String(UnicodeScalar(byte)) : "⟦\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))⟧"
  }
}
