import Khabar
internal import Markup

/// Writes one comparison as XML.
struct XMLComparison {
  let xml: XMLWriter
  let comparison: Comparison

  /// Writes the document's element.
  func write() {
    let a = comparison.a.utf8
    let b = comparison.b.utf8
    xml.element("comparison") {
      xml.attribute("xmlns", XMLExporter.comparisonNamespace)
      if comparison.versions != nil { xml.attribute("mode", "versions") }
      xml.generator()
      side("a", comparison.a)
      side("b", comparison.b)
      sameEvent()
      matches("shared", "s", comparison.shared, a, b)
      matches("conflicting", "c", comparison.conflicting, a, b)
      xml.element("onlyInA") { for place in comparison.onlyInA { write(place, a) } }
      xml.element("onlyInB") { for place in comparison.onlyInB { write(place, b) } }
      xml.element("reused") {
        for reuse in comparison.reused {
          xml.element("passage") {
            xml.element("a") { xml.attributes(reuse.a) }
            xml.element("b") { xml.attributes(reuse.b) }
          }
        }
      }
      summary()
      if let versions = comparison.versions { write(versions) }
    }
  }

  private func side(_ name: String, _ report: Report) {
    xml.element(name) {
      xml.attribute("id", report.id)
      xml.attribute("language", report.language)
      xml.attribute("published", report.published)
      xml.attribute("sha256", report.source.sha256)
      xml.element("name", text: report.source.name)
      xml.element("outlet", text: report.source.outlet)
      if let headline = report.blocks.first(where: { $0.kind == .headline }) {
        xml.element("headline", text: report.utf8[headline.span.bytes])
      }
    }
  }

  private func sameEvent() {
    xml.element("sameEvent") {
      xml.attribute("score", comparison.sameEvent.score)
      xml.attribute("verdict", comparison.sameEvent.verdict.rawValue)
      for reason in comparison.sameEvent.because { xml.element("because", text: reason) }
    }
  }

  private func matches(
    _ name: String, _ prefix: String, _ matches: [Comparison.Match], _ a: [UInt8], _ b: [UInt8]
  ) {
    xml.element(name) {
      for (index, match) in matches.enumerated() {
        xml.element("match") {
          xml.attribute("id", "\(prefix)\(index + 1)")
          xml.attribute("relation", match.relation.rawValue)
          xml.attribute("score", match.score)
          xml.attribute("origins", match.origins.map(String.init))
          xml.attribute("change", match.change?.rawValue)
          if match.isMoved { xml.attribute("moved", "true") }
          xml.element("a") { for place in match.a { write(place, a) } }
          xml.element("b") { for place in match.b { write(place, b) } }
          for difference in match.differences { write(difference) }
        }
      }
    }
  }

  private func write(_ place: Comparison.Place, _ text: [UInt8]) {
    xml.element("place") {
      xml.attribute("fact", "f\(place.fact)")
      xml.attributes(place.span)
      xml.element("text", text: text[place.span.bytes])
      for source in place.sources { xml.source(source, text) }
    }
  }

  private func write(_ difference: Difference) {
    xml.element("difference") {
      xml.attribute("dimension", difference.dimension.rawValue)
      xml.attribute("verdict", difference.verdict.rawValue)
      xml.attribute("rule", difference.rule)
      if difference.isUpdate { xml.attribute("update", "true") }
      write("a", difference.a)
      write("b", difference.b)
      xml.element("reason", text: difference.reason)
    }
  }

  private func write(_ name: String, _ detail: Difference.Detail) {
    xml.element(name) {
      xml.attributes(detail.span)
      xml.element("text", text: detail.text)
      xml.element("value", text: detail.value)
    }
  }

  private func summary() {
    xml.element("summary") {
      xml.attribute("shared", comparison.shared.count)
      xml.attribute("conflicting", comparison.conflicting.count)
      xml.attribute("onlyInA", comparison.onlyInA.count)
      xml.attribute("onlyInB", comparison.onlyInB.count)
      xml.attribute("sharedShareOfA", comparison.sharedShareOfA)
      xml.attribute("sharedShareOfB", comparison.sharedShareOfB)
      xml.attribute("independentOrigins", comparison.independentOrigins)
    }
  }

  private func write(_ versions: Comparison.Versions) {
    xml.element("versions") {
      xml.attribute("added", comparison.added.count)
      xml.attribute("removed", comparison.removed.count)
      xml.attribute("changed", comparison.changed.count)
      xml.attribute("kept", comparison.kept.count)
      xml.attribute("reworded", comparison.shared.count { $0.change == .reworded })
      xml.attribute("moved", comparison.shared.count(where: \.isMoved))
      if let headline = versions.headline {
        xml.element("headline") {
          if let span = headline.a { write("a", span, comparison.a.utf8) }
          if let span = headline.b { write("b", span, comparison.b.utf8) }
        }
      }
      for notice in versions.notices {
        xml.element("notice") {
          xml.attribute("kind", notice.kind.rawValue)
          xml.attribute("side", notice.side.rawValue)
          xml.attributes(notice.span)
          if !notice.facts.isEmpty {
            xml.attribute("facts", notice.facts.map { "f\($0)" }.joined(separator: " "))
          }
          xml.element("text", text: (notice.side == .a ? comparison.a : comparison.b).utf8[notice.span.bytes])
        }
      }
    }
  }

  private func write(_ name: String, _ span: Span, _ text: [UInt8]) {
    xml.element(name) {
      xml.attributes(span)
      xml.element("text", text: text[span.bytes])
    }
  }
}
