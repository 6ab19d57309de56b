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
    if section("Findings", report.findings.count) { page.findings(report) }
    page.line()
    page.line(
      .plain(
        "\(report.facts.count) facts · \(report.mentions.count) names and values · \(report.times.count) times · "
          + "\(report.quantities.count) quantities · \(report.findings.count) findings"))
  }

  private mutating func section(_ title: String, _ count: Int) -> Bool {
    guard count > 0 else { return false }
    page.line()
    page.line(.title("\(title) (\(count))"))
    return true
  }

  private mutating func writeBlocks() {
    guard section("Blocks", report.blocks.count) else { return }
    for block in report.blocks {
      page.line(
        .plain("  \(block.kind.rawValue) "), .faint("\(block.span.start)–\(block.span.end) "),
        .quote(opening(block.span)))
    }
  }

  private mutating func writeFacts() {
    guard section("Facts", report.facts.count) else { return }
    for fact in report.facts {
      page.line(.plain("  f\(fact.id) "), .quote(report.bytes(fact.span)))
      page.line([.faint("     says: ")] + page.chain(fact.sources, in: report) + [.faint(remarks(fact))])
    }
  }

  private func remarks(_ fact: Fact) -> String {
    var remarks: [String] = []
    if fact.polarity != .affirmed { remarks.append(fact.polarity.rawValue) }
    if fact.certainty != .asserted { remarks.append(fact.certainty.rawValue) }
    if fact.quoted != .none { remarks.append(fact.quoted == .whole ? "quoted" : "partly quoted") }
    if let repeats = fact.repeats { remarks.append("repeats f\(repeats)") }
    return remarks.isEmpty ? "" : " · " + remarks.joined(separator: ", ")
  }

  private mutating func writeMentions() {
    let named = report.mentions.filter { $0.kind != .time && $0.kind != .quantity }
    guard section("Names", named.count) else { return }
    for mention in named {
      var pieces: [TextPage.Piece] = [.plain("  \(mention.kind.rawValue) "), .quote(report.bytes(mention.span))]
      if let name = mention.name { pieces += [.faint(" = "), .quote(Array(name.utf8))] }
      if let role = mention.role { pieces += [.faint(", role "), .quote(Array(role.utf8))] }
      page.line(pieces)
    }
  }

  private mutating func writeTimes() {
    guard section("Times", report.times.count) else { return }
    for time in report.times {
      page.line(.plain("  \(time.edtf ?? "unresolved") "), .quote(report.bytes(time.span)))
    }
  }

  private mutating func writeQuantities() {
    guard section("Quantities", report.quantities.count) else { return }
    for quantity in report.quantities {
      page.line(.plain("  \(value(quantity)) "), .quote(report.bytes(quantity.span)))
    }
  }

  private func value(_ quantity: Quantity) -> String {
    var text = quantity.isApproximate ? "about " : ""
    text += quantity.value ?? "\(quantity.low ?? "")…\(quantity.high ?? "")"
    return quantity.unit.map { "\(text) \($0)" } ?? text
  }

  /// The first words of a span: enough to know it again.
  private func opening(_ span: Span) -> [UInt8] {
    let bytes = report.utf8[span.bytes]
    guard bytes.count > 160, let cut = bytes.prefix(160).lastIndex(of: 0x20) else { return Array(bytes) }
    return Array(bytes[..<cut]) + Array(" …".utf8)
  }
}
