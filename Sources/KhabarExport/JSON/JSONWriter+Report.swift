import Khabar

extension JSONWriter {
  /// Writes a report (DESIGN: `khabar.report/1`).
  mutating func report(_ report: Report, id: [UInt8]?) {
    let text = report.utf8
    object { json in
      json.member("blocks", report.blocks) { $0.block($1) }
      json.member("direction", case: report.direction.rawValue)
      json.member("facts", report.facts) { $0.fact($1, text) }
      json.member("findings", report.findings) { $0.finding($1) }
      json.head("khabar.report/1")
      json.key("id")
      if let id { json.raw(id) } else { json.string(report.id) }
      json.member("language", report.language)
      json.member("mentions", report.mentions) { $0.mention($1, text) }
      json.member("modified", report.modified)
      json.member("published", report.published)
      json.member("publishedFrom", case: report.publishedFrom?.rawValue)
      json.member("quantities", report.quantities) { $0.quantity($1, text) }
      json.member("section", report.section)
      json.member("source") { $0.origin(report.source) }
      json.member("text", text, text.indices)
      json.member("times", report.times) { $0.time($1, text) }
    }
  }

  /// Writes the members `format` and `generator`.
  package mutating func head(_ format: String) {
    member("format", format)
    member("generator") {
      $0.member("name", generatorName)
      $0.member("version", khabarVersion)
    }
  }

  /// Writes a link of a source chain.
  mutating func source(_ source: Source, _ text: [UInt8]) {
    object { json in
      if source.isAnonymous { json.member("anonymous", true) }
      json.member("count", source.count)
      json.member("end", source.span.end)
      json.member("kind", case: source.kind.rawValue)
      json.member("name", source.name)
      json.startAndText(source.span, text)
    }
  }

  /// Writes the members `start` and `text` of a span.
  mutating func startAndText(_ span: Span, _ text: [UInt8]) {
    member("start", span.start)
    member("text", text, span.bytes)
  }

  private mutating func block(_ block: Block) {
    object { json in
      json.member("end", block.span.end)
      json.member("kind", case: block.kind.rawValue)
      json.member("selector", block.selector)
      json.member("start", block.span.start)
    }
  }

  private mutating func fact(_ fact: Fact, _ text: [UInt8]) {
    object { json in
      json.member("block", fact.block)
      json.member("certainty", case: fact.certainty.rawValue)
      json.member("end", fact.span.end)
      json.member("id", "f", fact.id)
      json.member("mentions", fact.mentions) { $0.identifier("m", $1) }
      json.member("polarity", case: fact.polarity.rawValue)
      json.member("quoted", case: fact.quoted.rawValue)
      if let repeats = fact.repeats {
        json.member("repeats", "f", repeats)
      }
      json.member("sources", fact.sources) { $0.source($1, text) }
      json.startAndText(fact.span, text)
      if let verb = fact.verb { json.member("verb") { $0.verb(verb, text) } }
    }
  }

  private mutating func verb(_ verb: ReportingVerb, _ text: [UInt8]) {
    member("end", verb.span.end)
    member("force", case: verb.force.rawValue)
    startAndText(verb.span, text)
  }

  private mutating func mention(_ mention: Mention, _ text: [UInt8]) {
    object { json in
      json.member("end", mention.span.end)
      json.member("id", "m", mention.id)
      json.member("kind", case: mention.kind.rawValue)
      json.member("name", mention.name)
      json.member("role", mention.role)
      json.member("roleEnd", mention.roleSpan?.end)
      json.member("roleStart", mention.roleSpan?.start)
      if let first = mention.sameAs {
        json.member("sameAs", "m", first)
      }
      json.startAndText(mention.span, text)
    }
  }

  private mutating func time(_ time: TimeExpression, _ text: [UInt8]) {
    object { json in
      json.member("anchor", case: time.anchor.rawValue)
      json.member("edtf", time.edtf)
      json.member("end", time.span.end)
      json.member("mention", "m", time.mention)
      json.startAndText(time.span, text)
    }
  }

  private mutating func quantity(_ quantity: Quantity, _ text: [UInt8]) {
    object { json in
      json.member("approximate", quantity.isApproximate)
      json.member("end", quantity.span.end)
      json.member("high", quantity.high)
      json.member("low", quantity.low)
      json.member("mention", "m", quantity.mention)
      json.startAndText(quantity.span, text)
      json.member("unit", quantity.unit)
      json.member("value", quantity.value)
    }
  }

  private mutating func origin(_ origin: Report.Origin) {
    member("bytes", origin.byteCount)
    member("charset", origin.charset)
    member("mediaType", origin.mediaType)
    member("name", origin.name)
    member("outlet", origin.outlet)
    if let record = origin.record {
      member("record") {
        $0.member("date", record.date)
        $0.member("digest", record.digest)
        $0.member("id", record.id)
      }
    }
    member("sha256", origin.sha256)
    member("url", origin.url)
  }

  private mutating func finding(_ finding: Finding) {
    object { json in
      json.member("code", finding.code)
      json.member("end", finding.span?.end)
      json.member("message", finding.message)
      json.member("repair", finding.repair)
      json.member("severity", case: finding.severity.rawValue)
      json.member("start", finding.span?.start)
    }
  }
}
