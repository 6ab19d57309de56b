import Khabar
internal import Markup

/// Writes one report as XML.
struct XMLReport {
  let xml: XMLWriter
  let report: Report

  /// Writes the document's element.
  func write() {
    let text = report.utf8
    xml.element("report") {
      xml.attribute("xmlns", XMLExporter.reportNamespace)
      xml.attribute("id", report.id)
      xml.attribute("language", report.language)
      xml.attribute("direction", report.direction.rawValue)
      xml.attribute("published", report.published)
      xml.attribute("publishedFrom", report.publishedFrom?.rawValue)
      xml.attribute("modified", report.modified)
      xml.generator()
      source()
      xml.element("section", text: report.section)
      xml.element("text", text: text[...])
      xml.element("blocks") { for block in report.blocks { write(block) } }
      xml.element("facts") { for fact in report.facts { write(fact, text) } }
      xml.element("mentions") { for mention in report.mentions { write(mention, text) } }
      xml.element("times") { for time in report.times { write(time, text) } }
      xml.element("quantities") { for quantity in report.quantities { write(quantity, text) } }
      xml.element("findings") { for finding in report.findings { write(finding) } }
    }
  }

  private func source() {
    let source = report.source
    xml.element("source") {
      xml.attribute("mediaType", source.mediaType)
      xml.attribute("charset", source.charset)
      xml.attribute("bytes", source.byteCount)
      xml.attribute("sha256", source.sha256)
      xml.element("name", text: source.name)
      xml.element("outlet", text: source.outlet)
      xml.element("url", text: source.url)
      if let record = source.record {
        xml.element("record") {
          xml.attribute("id", record.id)
          xml.attribute("date", record.date)
          xml.attribute("digest", record.digest)
        }
      }
    }
  }

  private func write(_ block: Block) {
    xml.element("block") {
      xml.attribute("kind", block.kind.rawValue)
      xml.attributes(block.span)
      xml.element("selector", text: block.selector)
    }
  }

  private func write(_ fact: Fact, _ text: [UInt8]) {
    xml.element("fact") {
      xml.attribute("id", "f\(fact.id)")
      xml.attribute("block", fact.block)
      xml.attributes(fact.span)
      xml.attribute("polarity", fact.polarity.rawValue)
      xml.attribute("certainty", fact.certainty.rawValue)
      xml.attribute("quoted", fact.quoted.rawValue)
      if !fact.mentions.isEmpty {
        xml.attribute("mentions", fact.mentions.map { "m\($0)" }.joined(separator: " "))
      }
      xml.attribute("repeats", fact.repeats.map { "f\($0)" })
      xml.element("text", text: text[fact.span.bytes])
      if let verb = fact.verb { write(verb, text) }
      for source in fact.sources { xml.source(source, text) }
    }
  }

  private func write(_ verb: ReportingVerb, _ text: [UInt8]) {
    xml.element("verb") {
      xml.attribute("force", verb.force.rawValue)
      xml.attributes(verb.span)
      xml.element("text", text: text[verb.span.bytes])
    }
  }

  private func write(_ mention: Mention, _ text: [UInt8]) {
    xml.element("mention") {
      xml.attribute("id", "m\(mention.id)")
      xml.attribute("kind", mention.kind.rawValue)
      xml.attributes(mention.span)
      xml.attribute("roleStart", mention.roleSpan.map { String($0.start) })
      xml.attribute("roleEnd", mention.roleSpan.map { String($0.end) })
      xml.attribute("sameAs", mention.sameAs.map { "m\($0)" })
      xml.element("text", text: text[mention.span.bytes])
      xml.element("name", text: mention.name)
      xml.element("role", text: mention.role)
    }
  }

  private func write(_ time: TimeExpression, _ text: [UInt8]) {
    xml.element("time") {
      xml.attribute("mention", "m\(time.mention)")
      xml.attribute("edtf", time.edtf)
      xml.attribute("anchor", time.anchor.rawValue)
      xml.attributes(time.span)
      xml.element("text", text: text[time.span.bytes])
    }
  }

  private func write(_ quantity: Quantity, _ text: [UInt8]) {
    xml.element("quantity") {
      xml.attribute("mention", "m\(quantity.mention)")
      xml.attribute("value", quantity.value)
      xml.attribute("low", quantity.low)
      xml.attribute("high", quantity.high)
      xml.attribute("unit", quantity.unit)
      xml.attribute("approximate", quantity.isApproximate ? "true" : "false")
      xml.attributes(quantity.span)
      xml.element("text", text: text[quantity.span.bytes])
    }
  }

  private func write(_ finding: Finding) {
    xml.element("finding") {
      xml.attribute("code", finding.code)
      xml.attribute("severity", finding.severity.rawValue)
      if let span = finding.span { xml.attributes(span) }
      xml.element("message", text: finding.message)
      xml.element("repair", text: finding.repair)
    }
  }
}
