import Khabar

extension TextPage {
  /// Name, language, date and headline of a report, one line each.
  mutating func head(_ report: Report, side: Side? = nil) {
    let label: [Piece] = side.map { [.side($0), .plain("  ")] } ?? []
    let indent: [Piece] = side == nil ? [] : [.plain("   ")]
    line(label + [.quote(Array(report.source.name.utf8)), .plain(" · "), .plain(report.language)])
    if let outlet = report.source.outlet { line(indent + [.faint("\(words.outlet): "), .quote(Array(outlet.utf8))]) }
    if let published = report.published {
      line(indent + [.faint("\(words.published): "), .quote(Array(published.utf8))])
    }
    if let headline = report.blocks.first(where: { $0.kind == .headline }) {
      line(indent + [.faint("\(words.headline): "), .quote(report.bytes(headline.span))])
    }
  }

  /// Who says something, outermost first, as pieces after a label.
  func chain(_ sources: [Source], in report: Report) -> [Piece] {
    if sources.isEmpty {
      guard let outlet = report.source.outlet else { return [.plain(words.outletItself)] }
      return [.quote(Array(outlet.utf8)), .plain(" \(words.itself)")]
    }
    return Array(
      sources.map { source in
        [Piece.quote(source.name.map { Array($0.utf8) } ?? report.bytes(source.span))]
          + (source.isAnonymous ? [.faint(" (\(words.unnamed))")] : [])
      }.joined(separator: [.plain(" ← ")]))
  }

  /// The findings of a report, if any.
  mutating func findings(_ report: Report, of side: Side? = nil) {
    for finding in report.findings {
      let place = finding.span.map { " at \($0.start)" } ?? ""
      let label: Piece = side.map(Piece.side) ?? .plain(" ")
      line(
        label, .plain(" \(words.word(finding.severity)): "), .quote(Array(finding.message.utf8)),
        .faint(" [\(finding.code)\(place)]"))
    }
  }
}

extension Report {
  /// The text of a span as UTF-8.
  func bytes(_ span: Span) -> [UInt8] { Array(utf8[span.bytes]) }
}
