public import Khabar

/// Writes reports, comparisons and relations as JSON (`docs/json-format.md`).
///
/// Equal input gives equal bytes. No document ends with a line break, and compact ones hold none: a line mode adds it.
public struct JSONExporter: Sendable {
  private let isPretty: Bool

  /// Makes an exporter; a pretty one indents by two spaces.
  public init(isPretty: Bool = false) { self.isPretty = isPretty }

  /// A report. `id`, the raw JSON of a line-mode id, replaces the report's own.
  public func bytes(_ report: Report, id: [UInt8]? = nil) -> [UInt8] {
    // The text stands in the document about twice, and a mention costs about 100 bytes of keys.
    let capacity = report.utf8.count * 3 + 160 * (report.mentions.count + report.facts.count * 2) + 1024
    var writer = JSONWriter(isPretty: isPretty, capacity: capacity)
    writer.report(report, id: id)
    return writer.bytes
  }

  /// A comparison. `id`, the raw JSON of a line-mode id, is added when given.
  public func bytes(_ comparison: Comparison, id: [UInt8]? = nil) -> [UInt8] {
    let capacity = (comparison.a.utf8.count + comparison.b.utf8.count) * 3 + 4096
    var writer = JSONWriter(isPretty: isPretty, capacity: capacity)
    writer.comparison(comparison, id: id)
    return writer.bytes
  }

  /// A relation of two statements. `id`, the raw JSON of a line-mode id, is added when given.
  public func bytes(_ relation: StatementRelation, id: [UInt8]? = nil) -> [UInt8] {
    var writer = JSONWriter(isPretty: isPretty, capacity: 512)
    writer.relation(relation, id: id)
    return writer.bytes
  }
}
