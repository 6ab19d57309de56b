import Khabar
import KhabarExport

extension CheckReport {
  /// How many results GitHub shows of a file.
  private static let limit = 5000

  /// SARIF 2.1.0. The other article of a finding is a related location; columns count code points.
  var sarif: [UInt8] {
    let shown = sarifResults
    let left = result.findings.count + result.suppressed.count - shown.count
    var json = JSONWriter(isPretty: true, capacity: 4096 + 1024 * shown.count)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("runs", [shown]) { json, results in
        json.object { json in
          json.member("columnKind", "unicodeCodePoints")
          json.member("invocations", [left]) { json, left in json.object { $0.invocation(left) } }
          json.member("results", results) { json, finding in
            json.object { $0.result(finding, message(finding), isAgainstBaseline: result.hasBaseline) }
          }
          json.member("tool") { json in json.member("driver") { $0.driver(language) } }
        }
      }
      json.member("version", "2.1.0")
    }
    return json.bytes + [10]
  }

  /// The new findings first, the worse ones before the others; then what is known and what is suppressed.
  private var sarifResults: [CorpusFinding] {
    let known = result.findings.filter(\.isKnown)
    return Array((worst(Self.limit) + known + result.suppressed).prefix(Self.limit))
  }
}

extension JSONWriter {
  fileprivate mutating func invocation(_ left: Int) {
    member("executionSuccessful", true)
    guard left > 0 else { return }
    member("toolExecutionNotifications", [left]) { json, left in
      json.object { json in
        json.member("level", "warning")
        json.member("message") { $0.member("text", "\(left) more results were left out: a file holds 5000 at most.") }
      }
    }
  }

  fileprivate mutating func driver(_ language: InterfaceLanguage) {
    member("name", "khabar")
    member("rules", Check.all) { json, check in
      json.object { json in
        json.member("defaultConfiguration") { $0.member("level", check.severity.rawValue) }
        json.member("help") { $0.member("text", check.remedy) }
        json.member("id", check.code)
        json.member("shortDescription") {
          $0.member("text", language == .arabic ? check.arabicMessage : check.message)
        }
      }
    }
    member("version", khabarVersion)
  }

  fileprivate mutating func result(_ finding: CorpusFinding, _ text: String, isAgainstBaseline: Bool) {
    if isAgainstBaseline { member("baselineState", finding.isKnown ? "unchanged" : "new") }
    member("level", finding.hit.severity.rawValue)
    member("locations", [finding.place]) { json, place in json.object { $0.location(place, nil) } }
    member("message") { $0.member("text", text) }
    member("partialFingerprints") { $0.member("khabarFinding/v1", finding.fingerprint) }
    if let related = finding.related {
      member("relatedLocations", [related]) { json, place in json.object { $0.location(place, place.spot.text) } }
    }
    member("ruleId", finding.hit.check)
    if let index = Check.all.firstIndex(where: { $0.code == finding.hit.check }) { member("ruleIndex", index) }
    if let suppression = finding.suppression {
      member("suppressions", [suppression]) { json, suppression in
        json.object { json in
          json.member("justification", suppression.reason)
          json.member("kind", suppression.isInline ? "inSource" : "external")
        }
      }
    }
  }

  private mutating func location(_ place: CorpusFinding.Place, _ text: String?) {
    if text != nil { member("id", 1) }
    if let article = place.article {
      member("logicalLocations", [article]) { json, article in json.object { $0.member("name", article) } }
    }
    if let text { member("message") { $0.member("text", text.isEmpty ? place.path : text) } }
    member("physicalLocation") { json in
      json.member("artifactLocation") { $0.member("uri", Self.address(place.path)) }
      guard let region = place.spot.region else { return }
      json.member("region") { json in
        json.member("endColumn", region.endColumn)
        json.member("endLine", region.endLine)
        if !place.spot.text.isEmpty { json.member("snippet") { $0.member("text", place.spot.text) } }
        json.member("startColumn", region.column)
        json.member("startLine", region.line)
      }
    }
  }

  /// A path as a URI reference (RFC 3986): relative as it is, else of the scheme "file".
  private static func address(_ path: String) -> String {
    var address = path.utf8.first == 0x2F ? "file://" : ""
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in (path.hasPrefix("./") ? path.dropFirst(2) : path[...]).utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
        || "-._~/".utf8.contains(byte)
      if isPlain {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address.unicodeScalars += ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return address
  }
}
