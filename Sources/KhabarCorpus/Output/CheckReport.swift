public import Khabar
public import KhabarExport

/// The result of a check in a form that people or other programs read.
public struct CheckReport: Sendable {
  /// The forms.
  public enum Form: String, Sendable, CaseIterable {
    /// `khabar.check/1`.
    case json
    /// One finding a line, and a line with the summary.
    case ndjson
    /// Static Analysis Results Interchange Format 2.1.0 (OASIS).
    case sarif
    /// What Jenkins and others take for test results.
    case junit
    /// Annotations of GitHub Actions.
    case github
    /// Code Quality of GitLab.
    case gitlab
    /// Checkstyle's XML.
    case checkstyle
    /// A page for a pull request or a step summary.
    case markdown
  }

  let result: CheckResult
  let language: InterfaceLanguage
  /// Whether a finding fails the check.
  let fails: @Sendable (CorpusFinding) -> Bool

  /// Makes a report of a result with messages in a language.
  public init(
    _ result: CheckResult, language: InterfaceLanguage = .english,
    fails: @escaping @Sendable (CorpusFinding) -> Bool = { $0.hit.severity == .error }
  ) {
    self.result = result
    self.language = language
    self.fails = fails
  }

  /// The report in a form.
  public func bytes(_ form: Form) -> [UInt8] {
    switch form {
    case .json: json
    case .ndjson: ndjson
    case .sarif: sarif
    case .junit: junit
    case .github: github
    case .gitlab: gitlab
    case .checkstyle: checkstyle
    case .markdown: markdown
    }
  }

  /// What was found, in the language of the report, in one line and safe to print.
  public func message(_ finding: CorpusFinding) -> String {
    let message = language == .arabic ? finding.hit.arabicMessage : finding.hit.message
    return String(decoding: SafeText.bytes(Array(message.utf8)), as: UTF8.self)
  }

  /// The message with what else tells where it is: the words, and the other file.
  func longMessage(_ finding: CorpusFinding) -> String {
    var message = message(finding)
    if let article = finding.place.article { message += " (\(article))" }
    if let related = finding.related { message += " " + Self.place(related) }
    return message
  }

  /// "path:line:column" of a place.
  static func place(_ place: CorpusFinding.Place) -> String {
    guard let region = place.spot.region else { return place.path }
    return "\(place.path):\(region.line):\(region.column)"
  }

  /// The new findings, those that fail and the worse ones first, as many as a form takes.
  func worst(_ limit: Int) -> [CorpusFinding] {
    Array(
      result.new.enumerated()
        .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.prefix(limit).map(\.element))
  }
}

extension CorpusFinding {
  /// 0 for the worst.
  var rank: Int {
    switch hit.severity {
    case .error: hit.check == ConflictingReports.check.code ? 0 : 1
    case .warning: 2
    case .note: 3
    }
  }
}
