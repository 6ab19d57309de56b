import KhabarExport
internal import Markup

extension CheckReport {
  /// One test a file, which fails if a new finding of it fails the check; all other findings stand in the output of the suite.
  ///
  /// Valid for the schemas of Jenkins and of Ant, which disagree; no clock is read, so the time is that of the epoch.
  var junit: [UInt8] {
    guard let xml = XMLWriter(isPretty: true) else { return [] }
    let failing = Dictionary(grouping: result.new.filter(fails), by: \.place.path)
    let others = result.new.filter { !fails($0) }
    xml.element("testsuites") {
      xml.element("testsuite") {
        for (name, value) in [
          ("errors", "0"), ("failures", String(failing.count)), ("hostname", "localhost"), ("id", "0"),
          ("name", "khabar check"), ("package", "khabar"), ("tests", String(paths.count)), ("time", "0"),
          ("timestamp", "1970-01-01T00:00:00"),
        ] { xml.attribute(name, value) }
        xml.element("properties") {}
        for path in paths { write(path, failing[path] ?? [], xml) }
        xml.element("system-out") { xml.text(lines(others)[...]) }
        xml.element("system-err") {}
      }
    }
    return xml.finish()
  }

  private var paths: [String] { result.paths }

  private func write(_ path: String, _ findings: [CorpusFinding], _ xml: XMLWriter) {
    xml.element("testcase") {
      xml.attribute("classname", "khabar.check")
      xml.attribute("name", path)
      xml.attribute("time", "0")
      guard let first = findings.first else { return }
      xml.element("failure") {
        xml.attribute("message", message(first))
        xml.attribute("type", first.hit.check)
        xml.text(lines(findings)[...])
      }
    }
  }

  private func lines(_ findings: [CorpusFinding]) -> [UInt8] {
    findings.flatMap { finding in
      let line =
        "\(Self.place(finding.place)): \(finding.hit.severity.rawValue): \(longMessage(finding)) [\(finding.hit.check)]"
      return SafeText.bytes(Array(line.utf8)) + [10]
    }
  }

  /// Checkstyle's XML, which many tools turn into comments.
  var checkstyle: [UInt8] {
    guard let xml = XMLWriter(isPretty: true) else { return [] }
    let byPath = Dictionary(grouping: result.new, by: \.place.path)
    xml.element("checkstyle") {
      xml.attribute("version", "4.3")
      for path in byPath.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        xml.element("file") {
          xml.attribute("name", path)
          for finding in byPath[path] ?? [] { writeError(finding, xml) }
        }
      }
    }
    return xml.finish()
  }

  private func writeError(_ finding: CorpusFinding, _ xml: XMLWriter) {
    xml.element("error") {
      xml.attribute("line", String(finding.place.spot.region?.line ?? 1))
      if let column = finding.place.spot.region?.column { xml.attribute("column", String(column)) }
      xml.attribute("severity", finding.hit.severity == .note ? "info" : finding.hit.severity.rawValue)
      xml.attribute("message", longMessage(finding))
      xml.attribute("source", "khabar.\(finding.hit.check)")
    }
  }
}
