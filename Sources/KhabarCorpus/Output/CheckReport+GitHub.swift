import Khabar
import KhabarExport

extension CheckReport {
  /// How many annotations of one severity GitHub shows of a step.
  private static let limit = 10

  /// Workflow commands of GitHub Actions, contradictions first; a last line says how many more there are.
  var github: [UInt8] {
    var lines: [String] = []
    var counts: [Finding.Severity: Int] = [:]
    for finding in worst(.max) {
      counts[finding.hit.severity, default: 0] += 1
      if counts[finding.hit.severity, default: 0] <= Self.limit { lines.append(command(finding)) }
    }
    let left = result.new.count - lines.count
    if left > 0 { lines.append("::notice title=khabar check::\(left) more findings are in the other outputs") }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func command(_ finding: CorpusFinding) -> String {
    let name = finding.hit.severity == .note ? "notice" : finding.hit.severity.rawValue
    var properties = [("file", finding.place.path), ("title", finding.hit.check)]
    if let region = finding.place.spot.region {
      properties += [("line", String(region.line)), ("endLine", String(region.endLine))]
      // Columns are taken only where the finding is on one line.
      if region.line == region.endLine {
        properties += [("col", String(region.column)), ("endColumn", String(region.endColumn))]
      }
    }
    let list = properties.map { "\($0)=\(Self.escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(name) \(list)::\(Self.escaped(longMessage(finding), isProperty: false))"
  }

  /// A text as a workflow command takes it.
  static func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
