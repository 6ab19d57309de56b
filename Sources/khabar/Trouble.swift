import Khabar
import KhabarExport

/// Why a command cannot go on: what is wrong, where, and what to do about it.
struct Trouble: Error, CustomStringConvertible {
  /// What is wrong ("no such file").
  var what: String
  /// The file or option it is about.
  var place: String
  /// What the user can do ("check the path").
  var remedy: String

  init(_ what: String, at place: String, remedy: String) {
    self.what = what
    self.place = place
    self.remedy = remedy
  }

  var description: String { "\(place): \(what); \(remedy)" }
}

/// Messages to people, on standard error.
enum Notice {
  /// Prints one line. A standard error that is closed is no reason to stop.
  static func print(_ message: String) {
    try? Descriptor.errors.write(SafeText.bytes(Array("khabar: \(message)".utf8)) + [10])
  }

  /// Prints what a reader of a machine format would not see otherwise: errors and warnings about an article.
  static func print(findingsOf report: Report) {
    for finding in findings(of: report) { print(finding) }
  }

  /// The same as lines.
  static func findings(of report: Report) -> [String] {
    report.findings.filter { $0.severity != .note }.map {
      "\(report.source.name): \($0.severity.rawValue): \($0.message) [\($0.code)]"
    }
  }
}
