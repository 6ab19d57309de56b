public import Khabar
internal import Markup

extension Report {
  /// Reads a report back from its XML; nothing that the JSON holds is lost. What a later version added is passed over.
  public init(xml bytes: [UInt8]) throws(XMLReadingError) {
    let root = try XMLValues.document(bytes, "report", XMLExporter.reportNamespace)
    let text = try XMLValues.child(root, "text").text
    let values = XMLValues(text)
    let blocks = try XMLValues.list(root, "blocks") { block throws(XMLReadingError) in
      Block(
        kind: try XMLValues.value(block, "kind"), span: try values.span(block),
        selector: XMLValues.text(block.child("selector")))
    }
    self.init(
      id: try XMLValues.string(root, "id"), source: try Self.origin(try XMLValues.child(root, "source")),
      language: try XMLValues.string(root, "language"), direction: try XMLValues.value(root, "direction"),
      published: root.attributes["published"],
      publishedFrom: root.attributes["publishedFrom"] == nil ? nil : try XMLValues.value(root, "publishedFrom"),
      blocks: blocks, facts: try XMLValues.list(root, "facts", values.fact),
      mentions: try XMLValues.list(root, "mentions", values.mention),
      times: try XMLValues.list(root, "times", values.time),
      quantities: try XMLValues.list(root, "quantities", values.quantity),
      findings: try XMLValues.list(root, "findings", values.finding), text: text)
    modified = root.attributes["modified"]
    section = XMLValues.text(root.child("section"))
    for fact in facts where !blocks.indices.contains(fact.block) {
      throw .invalid(element: "fact", value: "block")
    }
  }

  private static func origin(_ element: XMLElement) throws(XMLReadingError) -> Origin {
    var origin = Origin(
      reading: XMLValues.text(element.child("name")) ?? "", mediaType: try XMLValues.string(element, "mediaType"),
      charset: try XMLValues.string(element, "charset"), byteCount: try XMLValues.integer(element, "bytes"),
      sha256: try XMLValues.string(element, "sha256"))
    origin.url = XMLValues.text(element.child("url"))
    origin.outlet = XMLValues.text(element.child("outlet"))
    if let record = element.child("record") {
      origin.record = ArchiveRecord(
        id: try XMLValues.string(record, "id"), date: record.attributes["date"], digest: record.attributes["digest"])
    }
    return origin
  }
}

extension XMLValues {
  fileprivate func fact(_ element: XMLElement) throws(XMLReadingError) -> Fact {
    var sources: [Source] = []
    for child in element.children where child.name == "source" { sources.append(try source(child)) }
    var verb: ReportingVerb?
    if let child = element.child("verb") {
      verb = ReportingVerb(span: try span(child), force: try Self.value(child, "force"))
    }
    return Fact(
      id: try Self.integer(element, "id", prefix: "f"), span: try span(element),
      block: try Self.integer(element, "block"), sources: sources, verb: verb,
      polarity: try Self.value(element, "polarity"), certainty: try Self.value(element, "certainty"),
      quoted: try Self.value(element, "quoted"), mentions: try Self.identifiers(element, "mentions", prefix: "m"),
      repeats: try Self.integer(ifAny: element, "repeats", prefix: "f"))
  }

  fileprivate func mention(_ element: XMLElement) throws(XMLReadingError) -> Mention {
    Mention(
      id: try Self.integer(element, "id", prefix: "m"), kind: try Self.value(element, "kind"), span: try span(element),
      name: Self.text(element.child("name")), role: Self.text(element.child("role")),
      roleSpan: element.attributes["roleStart"] == nil ? nil : try span(element, "roleStart", "roleEnd"),
      sameAs: try Self.integer(ifAny: element, "sameAs", prefix: "m"))
  }

  fileprivate func time(_ element: XMLElement) throws(XMLReadingError) -> TimeExpression {
    TimeExpression(
      mention: try Self.integer(element, "mention", prefix: "m"), span: try span(element),
      edtf: element.attributes["edtf"], anchor: try Self.value(element, "anchor"))
  }

  fileprivate func quantity(_ element: XMLElement) throws(XMLReadingError) -> Quantity {
    Quantity(
      mention: try Self.integer(element, "mention", prefix: "m"), span: try span(element),
      value: element.attributes["value"], low: element.attributes["low"], high: element.attributes["high"],
      unit: element.attributes["unit"], isApproximate: element.attributes["approximate"] == "true")
  }

  fileprivate func finding(_ element: XMLElement) throws(XMLReadingError) -> Finding {
    Finding(
      code: try Self.string(element, "code"), severity: try Self.value(element, "severity"),
      message: Self.text(element.child("message")) ?? "",
      span: element.attributes["start"] == nil ? nil : try span(element), repair: Self.text(element.child("repair")))
  }
}
