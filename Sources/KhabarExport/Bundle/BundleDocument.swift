public import Khabar

/// A report or comparison as a bundle has it: bytes that are written once, in the order of their names.
///
/// Making it is the dear part and needs nothing but the report, so that many can be made at one time.
public struct BundleDocument: Sendable {
  /// Which folder of the bundle it stands in.
  enum Folder: String, Sendable { case comparisons, reports }

  /// What `summary.ndjson` says of a report.
  struct Facts: Sendable {
    let language: String
    let published: String?
    let url: String?
  }

  let folder: Folder
  let name: String
  /// SHA-256 of the article of a report.
  let digest: String?
  let facts: Facts?
  let json: [UInt8]
  let xml: [UInt8]

  /// A report; its name is its id.
  public init(_ report: Report) {
    folder = .reports
    name = report.id
    digest = report.source.sha256
    facts = Facts(language: report.language, published: report.published, url: report.source.url)
    json = JSONExporter().bytes(report) + [UInt8(ascii: "\n")]
    xml = XMLExporter().bytes(report)
  }

  /// A comparison; its name is made of the ids of its reports.
  public init(_ comparison: Comparison) {
    folder = .comparisons
    name = "\(comparison.a.id)__\(comparison.b.id)"
    digest = nil
    facts = nil
    json = JSONExporter().bytes(comparison) + [UInt8(ascii: "\n")]
    xml = XMLExporter().bytes(comparison)
  }
}
