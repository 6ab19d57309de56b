import Foundation
import Khabar
import KhabarExport
import TestSupport
import Testing

/// The published schemas accept what we write, in the eyes of other makers' validators.
@Suite struct SchemaTests {
  private let texts = ["", "وصلت 5 سفن إلى الميناء.\n\nقال مصدر إنها \"كبيرة\".", Examples.hostileText]

  @Test func `check-jsonschema accepts every JSON document`() throws {
    guard let tool = Tool("check-jsonschema") else { return }
    let folder = try TemporaryFolder()
    for (kind, documents) in [("report", try reports(.json)), ("comparison", comparisons(.json))] {
      let schema = Project.root.appendingPathComponent("schemas/\(kind).schema.json").path
      let names = try write(documents, kind, folder)
      let (code, output) = try tool.run(["--schemafile", schema] + names, in: folder.url)
      #expect(code == 0, "\(output)")
    }
  }

  @Test func `xmllint accepts every XML document`() throws {
    guard let tool = Tool("xmllint") else { return }
    let folder = try TemporaryFolder()
    for (kind, documents) in [("report", try reports(.xml)), ("comparison", comparisons(.xml))] {
      let schema = Project.root.appendingPathComponent("schemas/\(kind).xsd").path
      let names = try write(documents, kind, folder)
      let (code, output) = try tool.run(["--noout", "--nonet", "--schema", schema] + names, in: folder.url)
      #expect(code == 0, "\(output)")
    }
  }

  private enum Format { case json, xml }

  private func reports(_ format: Format) throws -> [[UInt8]] {
    let seeds = try FileManager.default.contentsOfDirectory(
      at: Project.root.appendingPathComponent("seeds"), includingPropertiesForKeys: nil)
    let read = try seeds.map { Report(of: Article(plainText: Array(try Data(contentsOf: $0)), name: "seed")) }
    return (texts.map { Examples.full($0) } + [Examples.documentedReport] + read).flatMap { report in
      [false, true].map {
        format == .json ? JSONExporter(isPretty: $0).bytes(report) : XMLExporter(isPretty: $0).bytes(report)
      }
    }
  }

  private func comparisons(_ format: Format) -> [[UInt8]] {
    (texts.map { Examples.comparison($0) } + texts.map { Examples.versions($0) } + [Examples.documentedComparison])
      .flatMap { comparison in
        [false, true].map {
          format == .json ? JSONExporter(isPretty: $0).bytes(comparison) : XMLExporter(isPretty: $0).bytes(comparison)
        }
      }
  }

  private func write(_ documents: [[UInt8]], _ kind: String, _ folder: borrowing TemporaryFolder) throws -> [String] {
    try documents.enumerated().map { index, bytes in
      try folder.write(bytes, to: "\(kind)\(index)")
      return "\(kind)\(index)"
    }
  }
}
