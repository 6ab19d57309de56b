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
      independentOrigins: try XMLValues.integer(try XMLValues.child(root, "summary"), "independentOrigins"))
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
        differences: differences)
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
