import Khabar

/// A report for people.
struct ReportText {
  private let report: Report
  private var page: TextPage

  /// The finished text.
  var bytes: [UInt8] { page.bytes }

  init(_ report: Report, style: TextStyle) {
    self.report = report
    page = TextPage(style)
    page.head(report)
    writeBlocks()
    writeFacts()
    writeMentions()
    writeTimes()
    writeQuantities()
    if section(page.words.findings, report.findings.count) { page.findings(report) }
    page.line()
    page.line(.plain(summary))
  }

  private var summary: String {
    let words = page.words
    return [
      (report.facts.count, words.facts), (report.mentions.count, words.namesAndValues),
      (report.times.count, words.times), (report.quantities.count, words.quantities),
      (report.findings.count, words.findings),
    ].map { "\($0) \($1.lowercased())" }.joined(separator: " · ")
  }

  private mutating func section(_ title: String, _ count: Int) -> Bool {
    guard count > 0 else { return false }
    page.line()
    page.line(.title("\(title) (\(count))"))
    return true
  }

  private mutating func writeBlocks() {
    guard section(page.words.blocks, report.blocks.count) else { return }
    for block in report.blocks {
      page.line(
        .plain("  \(page.words.word(block.kind)) "), .faint("\(block.span.start)–\(block.span.end) "),
        .quote(opening(block.span)))
    }
  }

  private mutating func writeFacts() {
    guard section(page.words.facts, report.facts.count) else { return }
    for fact in report.facts {
      page.line(.plain("  f\(fact.id) "), .quote(report.bytes(fact.span)))
      page.line([.faint("     \(page.words.says): ")] + page.chain(fact.sources, in: report) + [.faint(remarks(fact))])
    }
  }

  private func remarks(_ fact: Fact) -> String {
    var remarks = page.words.remarks(fact)
    if let repeats = fact.repeats { remarks.append("\(page.words.repeats) f\(repeats)") }
    return remarks.isEmpty ? "" : " · " + remarks.joined(separator: ", ")
  }

  private mutating func writeMentions() {
    let named = report.mentions.filter { $0.kind != .time && $0.kind != .quantity }
    guard section(page.words.names, named.count) else { return }
    for mention in named {
      var pieces: [TextPage.Piece] = [
        .plain("  \(page.words.word(mention.kind)) "), .quote(report.bytes(mention.span)),
      ]
      if let name = mention.name { pieces += [.faint(" = "), .quote(Array(name.utf8))] }
      if let role = mention.role { pieces += [.faint(", \(page.words.role) "), .quote(Array(role.utf8))] }
      page.line(pieces)
    }
  }

  private mutating func writeTimes() {
    guard section(page.words.times, report.times.count) else { return }
    for time in report.times {
      page.line(.plain("  \(time.edtf ?? page.words.unresolved) "), .quote(report.bytes(time.span)))
    }
  }

  private mutating func writeQuantities() {
    guard section(page.words.quantities, report.quantities.count) else { return }
    for quantity in report.quantities {
      page.line(.plain("  \(page.words.value(quantity)) "), .quote(report.bytes(quantity.span)))
    }
  }

  /// The first words of a span: enough to know it again.
  private func opening(_ span: Span) -> [UInt8] {
    let bytes = report.utf8[span.bytes]
    guard bytes.count > 160, let cut = bytes.prefix(160).lastIndex(of: 0x20) else { return Array(bytes) }
    return Array(bytes[..<cut]) + Array(" …".utf8)
  }
}
