import Foundation
import KhabarExport
import TestSupport
import Testing

/// The examples of the format pages are what the exporters write; the schemas are tested on the same documents.
@Suite struct DocumentationTests {
  @Test func `the JSON page shows what is written`() throws {
    let json = JSONExporter(isPretty: true)
    let written = [json.bytes(Examples.documentedReport), json.bytes(Examples.documentedComparison)]
    #expect(try examples("json-format.md", "json") == written.map { String(decoding: $0, as: UTF8.self) })
  }

  @Test func `the XML page shows what is written`() throws {
    let xml = XMLExporter(isPretty: true)
    let written = [xml.bytes(Examples.documentedReport), xml.bytes(Examples.documentedComparison)]
    #expect(try examples("xml-format.md", "xml") == written.map { String(decoding: $0.dropLast(), as: UTF8.self) })
  }

  /// The code blocks of a page in one language.
  private func examples(_ page: String, _ language: String) throws -> [String] {
    let text = String(
      decoding: try Data(contentsOf: Project.root.appendingPathComponent("docs/\(page)")), as: UTF8.self)
    let parts = text.components(separatedBy: "\n```")
    return parts.filter { $0.hasPrefix(language + "\n") }.map { String($0.dropFirst(language.count + 1)) }
  }
}
