import KhabarExport

extension CheckReport {
  /// `khabar.check/1` (docs/checks.md).
  var json: [UInt8] {
    var json = JSONWriter(isPretty: true, capacity: 1024 + 512 * result.findings.count)
    json.object { json in
      json.member("findings", result.findings) { $0.finding($1, message($1)) }
      json.member("fixed", result.fixed) { $0.fixed($1) }
      json.head("khabar.check/1")
      json.member("suppressed", result.suppressed) { $0.finding($1, message($1)) }
      json.member("summary") { $0.summary(result) }
    }
    return json.bytes + [10]
  }

  /// One finding a line, in the order of the files; the last line has the summary.
  var ndjson: [UInt8] {
    var bytes: [UInt8] = []
    for finding in result.findings {
      var json = JSONWriter(isPretty: false, capacity: 512)
      json.finding(finding, message(finding))
      bytes += json.bytes + [10]
    }
    var json = JSONWriter(isPretty: false, capacity: 512)
    json.object { json in
      json.head("khabar.check/1")
      json.member("summary") { $0.summary(result) }
    }
    return bytes + json.bytes + [10]
  }
}

extension JSONWriter {
  fileprivate mutating func finding(_ finding: CorpusFinding, _ message: String) {
    object { json in
      json.member("article", finding.place.article)
      json.member("check", finding.hit.check)
      json.member("column", finding.place.spot.region?.column)
      json.member("endColumn", finding.place.spot.region?.endColumn)
      json.member("endLine", finding.place.spot.region?.endLine)
      json.member("fingerprint", finding.fingerprint)
      if finding.isKnown { json.member("known", true) }
      json.member("line", finding.place.spot.region?.line)
      json.member("message", message)
      json.member("path", finding.place.path)
      if let related = finding.related {
        json.member("related") { json in
          json.member("article", related.article)
          json.member("column", related.spot.region?.column)
          json.member("endColumn", related.spot.region?.endColumn)
          json.member("endLine", related.spot.region?.endLine)
          json.member("line", related.spot.region?.line)
          json.member("path", related.path)
          if !related.spot.text.isEmpty { json.member("text", related.spot.text) }
        }
      }
      json.member("severity", finding.hit.severity.rawValue)
      json.member("suppression", finding.suppression?.reason)
      if !finding.place.spot.text.isEmpty { json.member("text", finding.place.spot.text) }
    }
  }

  fileprivate mutating func fixed(_ entry: Baseline.Entry) {
    object { json in
      json.member("check", entry.check)
      json.member("fingerprint", entry.fingerprint)
      json.member("message", entry.message)
      json.member("path", entry.path)
      json.member("related", entry.related)
    }
  }

  fileprivate mutating func summary(_ result: CheckResult) {
    member("articles", result.articleCount)
    member("errors", result.count(.error))
    member("files", result.fileCount)
    member("fixed", result.fixed.count)
    member("known", result.findings.count { $0.isKnown })
    member("notes", result.count(.note))
    member("suppressed", result.suppressed.count)
    member("warnings", result.count(.warning))
  }
}
