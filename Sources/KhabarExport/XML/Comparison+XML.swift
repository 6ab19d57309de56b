public import Khabar
internal import Markup

extension Comparison {
  /// Reads a comparison back from its XML and that of its two reports, which it only names. Nothing that the JSON holds
  /// is lost.
  public init(xml bytes: [UInt8], a: Report, b: Report) throws(XMLReadingError) {
    let root = try XMLValues.document(bytes, "comparison", XMLExporter.comparisonNamespace)
    for (name, report) in [("a", a), ("b", b)]
    where try XMLValues.string(try XMLValues.child(root, name), "id") != report.id {
      throw .invalid(element: name, value: "id")
    }
    let sides = Sides(a: XMLValues(a.utf8), b: XMLValues(b.utf8))
    let sameEvent = try XMLValues.child(root, "sameEvent")
    self.init(
      a: a, b: b,
      sameEvent: SameEvent(
        score: try XMLValues.integer(sameEvent, "score"), verdict: try XMLValues.value(sameEvent, "verdict"),
        because: sameEvent.children.compactMap(XMLValues.text)),
      shared: try XMLValues.list(root, "shared", sides.match),
      conflicting: try XMLValues.list(root, "conflicting", sides.match),
      onlyInA: try XMLValues.list(root, "onlyInA", sides.a.place),
      onlyInB: try XMLValues.list(root, "onlyInB", sides.b.place),
      reused: try XMLValues.list(root, "reused") { passage throws(XMLReadingError) in
        Reuse(
          a: try sides.a.span(try XMLValues.child(passage, "a")), b: try sides.b.span(try XMLValues.child(passage, "b"))
        )
      },
      independentOrigins: try XMLValues.integer(try XMLValues.child(root, "summary"), "independentOrigins"),
      versions: try root.child("versions").map { element throws(XMLReadingError) in try sides.versions(element) })
  }

  /// The values of both reports.
  private struct Sides {
    let a: XMLValues
    let b: XMLValues

    func match(_ element: XMLElement) throws(XMLReadingError) -> Match {
      var differences: [Difference] = []
      for child in element.children where child.name == "difference" { differences.append(try difference(child)) }
      return Match(
        relation: try XMLValues.value(element, "relation"), score: try XMLValues.integer(element, "score"),
        a: try XMLValues.list(element, "a", a.place), b: try XMLValues.list(element, "b", b.place),
        differences: differences, origins: try XMLValues.integer(ifAny: element, "origins", prefix: ""),
        change: element.attributes["change"].flatMap(Change.init),
        isMoved: element.attributes["moved"] == "true")
    }

    func versions(_ element: XMLElement) throws(XMLReadingError) -> Versions {
      let headline = element.child("headline")
      var notices: [Versions.Notice] = []
      for child in element.children where child.name == "notice" { notices.append(try notice(child)) }
      return Versions(
        headline: try headline.map { element throws(XMLReadingError) in
          Versions.Headline(
            a: try element.child("a").map { child throws(XMLReadingError) in try a.span(child) },
            b: try element.child("b").map { child throws(XMLReadingError) in try b.span(child) })
        }, notices: notices)
    }

    private func notice(_ element: XMLElement) throws(XMLReadingError) -> Versions.Notice {
      let side: Versions.Notice.Side = try XMLValues.value(element, "side")
      return Versions.Notice(
        kind: try XMLValues.value(element, "kind"), side: side, span: try (side == .a ? a : b).span(element),
        facts: try XMLValues.identifiers(element, "facts", prefix: "f"))
    }

    private func difference(_ element: XMLElement) throws(XMLReadingError) -> Difference {
      Difference(
        dimension: try XMLValues.value(element, "dimension"), verdict: try XMLValues.value(element, "verdict"),
        a: try a.detail(try XMLValues.child(element, "a")), b: try b.detail(try XMLValues.child(element, "b")),
        rule: try XMLValues.string(element, "rule"), reason: XMLValues.text(element.child("reason")) ?? "")
    }
  }
}

extension XMLValues {
  fileprivate func place(_ element: XMLElement) throws(XMLReadingError) -> Comparison.Place {
    var sources: [Source] = []
    for child in element.children where child.name == "source" { sources.append(try source(child)) }
    return Comparison.Place(
      fact: try Self.integer(element, "fact", prefix: "f"), span: try span(element), sources: sources)
  }

  fileprivate func detail(_ element: XMLElement) throws(XMLReadingError) -> Difference.Detail {
    Difference.Detail(
      span: try span(element), text: Self.text(element.child("text")) ?? "", value: Self.text(element.child("value")))
  }
}
