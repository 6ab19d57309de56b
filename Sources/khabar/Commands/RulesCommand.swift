import ArgumentParser
import Khabar

/// The rules of difference, as their declarations have them.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules of difference as Markdown: verdict, reason and examples of each.",
    discussion: """
      EXAMPLES:
        khabar rules
        khabar rules number.disjoint
      """)

  @Argument(help: "Names of rules; all by default.")
  var names: [String] = []

  func validate() throws {
    for name in names where DifferenceRule.named(name) == nil {
      throw ValidationError("There is no rule \"\(name)\"; see khabar rules.")
    }
  }

  func run() throws {
    let output = try OutputFile(nil)
    let rules = names.isEmpty ? DifferenceRule.all : names.compactMap(DifferenceRule.named)
    var section: String?
    for rule in rules {
      var lines: [String] = []
      if rule.section != section { lines += ["## \(rule.section)", ""] }
      section = rule.section
      lines += Self.lines(rule)
      try output.write(Array(lines.map { $0 + "\n" }.joined().utf8))
    }
    try output.finish()
  }

  private static func lines(_ rule: DifferenceRule) -> [String] {
    var lines = [
      "### `\(rule.name)`", "", "\(verdict(rule)). \(rule.reason)", "", rule.arabicReason, "",
    ]
    lines += rule.good.flatMap(example)
    if !rule.bad.isEmpty {
      lines += ["", "But not:", ""] + rule.bad.flatMap(example)
    }
    return lines + [""]
  }

  private static func example(_ example: DifferenceRule.Example) -> [String] {
    let day = example.published.map { " (\($0))" } ?? ""
    return ["- \(example.a)\(day)", "  \\", "  \(example.b)\(day)"]
  }

  private static func verdict(_ rule: DifferenceRule) -> String {
    rule.isOfVersions ? "Update" : rule.verdict == .conflict ? "Conflict" : "Compatible"
  }
}

extension DifferenceRule {
  /// Under which title it is listed: its dimension, or that it is for versions of one article.
  var section: String { isOfVersions ? "versions" : dimension.rawValue }
}
