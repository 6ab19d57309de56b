import Khabar

extension JSONWriter {
  /// Writes a comparison (DESIGN: `khabar.comparison/1`).
  mutating func comparison(_ comparison: Comparison, id: [UInt8]?) {
    let a = comparison.a.utf8
    let b = comparison.b.utf8
    object { json in
      json.member("a") { $0.side(comparison.a) }
      json.member("b") { $0.side(comparison.b) }
      json.matches("conflicting", "c", comparison.conflicting, a, b)
      json.head("khabar.comparison/1")
      if let id {
        json.key("id")
        json.raw(id)
      }
      json.member("mode", case: comparison.versions == nil ? nil : "versions")
      json.member("onlyInA", comparison.onlyInA) { $0.place($1, a) }
      json.member("onlyInB", comparison.onlyInB) { $0.place($1, b) }
      json.member("reused", comparison.reused) { json, reuse in
        json.object {
          $0.member("a") { $0.range(reuse.a) }
          $0.member("b") { $0.range(reuse.b) }
        }
      }
      json.member("sameEvent") { $0.sameEvent(comparison.sameEvent) }
      json.matches("shared", "s", comparison.shared, a, b)
      json.member("summary") { $0.summary(comparison) }
      if let versions = comparison.versions { json.member("versions") { $0.versions(versions, comparison) } }
    }
  }

  /// Writes a relation of two statements.
  mutating func relation(_ relation: StatementRelation, id: [UInt8]?) {
    object { json in
      json.member("differences", relation.differences) { $0.difference($1) }
      if let id {
        json.key("id")
        json.raw(id)
      }
      json.member("relation", case: relation.relation.rawValue)
      json.member("score", relation.score)
    }
  }

  private mutating func side(_ report: Report) {
    if let headline = report.blocks.first(where: { $0.kind == .headline }) {
      key("headline")
      string(report.utf8, headline.span.bytes)
    }
    member("id", report.id)
    member("language", report.language)
    member("name", report.source.name)
    member("outlet", report.source.outlet)
    member("published", report.published)
    member("sha256", report.source.sha256)
  }

  private mutating func matches(
    _ name: StaticString, _ prefix: Unicode.Scalar, _ matches: [Comparison.Match], _ a: [UInt8], _ b: [UInt8]
  ) {
    member(name, matches.enumerated()) { json, numbered in
      let match = numbered.element
      json.object { json in
        json.member("a", match.a) { $0.place($1, a) }
        json.member("b", match.b) { $0.place($1, b) }
        json.member("change", case: match.change?.rawValue)
        json.member("differences", match.differences) { $0.difference($1) }
        json.key("id")
        json.identifier(prefix, numbered.offset + 1)
        if match.isMoved { json.member("moved", true) }
        json.member("origins", match.origins)
        json.member("relation", case: match.relation.rawValue)
        json.member("score", match.score)
      }
    }
  }

  private mutating func place(_ place: Comparison.Place, _ text: [UInt8]) {
    object { json in
      json.member("end", place.span.end)
      json.key("fact")
      json.identifier("f", place.fact)
      json.member("sources", place.sources) { $0.source($1, text) }
      json.startAndText(place.span, text)
    }
  }

  private mutating func difference(_ difference: Difference) {
    object { json in
      json.member("a") { $0.detail(difference.a) }
      json.member("b") { $0.detail(difference.b) }
      json.member("dimension", case: difference.dimension.rawValue)
      json.member("reason", difference.reason)
      json.member("rule", difference.rule)
      if difference.isUpdate { json.member("update", true) }
      json.member("verdict", case: difference.verdict.rawValue)
    }
  }

  private mutating func detail(_ detail: Difference.Detail) {
    member("end", detail.span.end)
    member("start", detail.span.start)
    member("text", detail.text)
    member("value", detail.value)
  }

  private mutating func range(_ span: Span) {
    member("end", span.end)
    member("start", span.start)
  }

  private mutating func sameEvent(_ sameEvent: Comparison.SameEvent) {
    member("because", sameEvent.because) { $0.string($1) }
    member("score", sameEvent.score)
    member("verdict", case: sameEvent.verdict.rawValue)
  }

  private mutating func summary(_ comparison: Comparison) {
    member("conflicting", comparison.conflicting.count)
    member("independentOrigins", comparison.independentOrigins)
    member("onlyInA", comparison.onlyInA.count)
    member("onlyInB", comparison.onlyInB.count)
    member("shared", comparison.shared.count)
    member("sharedShareOfA", comparison.sharedShareOfA)
    member("sharedShareOfB", comparison.sharedShareOfB)
  }

  private mutating func versions(_ versions: Comparison.Versions, _ comparison: Comparison) {
    let (a, b) = (comparison.a.utf8, comparison.b.utf8)
    member("added", comparison.added.count)
    member("changed", comparison.changed.count)
    if let headline = versions.headline {
      member("headline") { json in
        if let span = headline.a { json.member("a") { $0.text(of: span, a) } }
        if let span = headline.b { json.member("b") { $0.text(of: span, b) } }
      }
    }
    member("kept", comparison.kept.count)
    member("moved", comparison.shared.count(where: \.isMoved))
    member("notices", versions.notices) { json, notice in
      json.object { json in
        json.member("end", notice.span.end)
        json.member("facts", notice.facts) { $0.identifier("f", $1) }
        json.member("kind", case: notice.kind.rawValue)
        json.member("side", case: notice.side.rawValue)
        json.startAndText(notice.span, notice.side == .a ? a : b)
      }
    }
    member("removed", comparison.removed.count)
    member("reworded", comparison.shared.count { $0.change == .reworded })
  }

  private mutating func text(of span: Span, _ text: [UInt8]) {
    member("end", span.end)
    startAndText(span, text)
  }
}
