import Khabar
import KhabarExport

extension CheckReport {
  /// Code Quality of GitLab, a subset of Code Climate's format. Known findings are part of it: GitLab compares by itself.
  var gitlab: [UInt8] {
    var json = JSONWriter(isPretty: true, capacity: 512 * result.findings.count + 16)
    json.array(result.findings) { json, finding in
      json.object { json in
        json.member("check_name", finding.hit.check)
        json.member("description", longMessage(finding))
        json.member("fingerprint", finding.fingerprint)
        json.member("location") { json in
          json.member("lines") { $0.member("begin", finding.place.spot.region?.line ?? 1) }
          json.member("path", finding.place.path)
        }
        json.member("severity", Self.severity(finding.hit.severity))
      }
    }
    return json.bytes + [10]
  }

  private static func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
