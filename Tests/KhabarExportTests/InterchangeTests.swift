import Foundation
import Khabar
import TestSupport
import Testing

@testable import KhabarExport

@Suite struct InterchangeTests {
  private static let schemas = Project.root.deletingLastPathComponent().appendingPathComponent("shared/conformance")
  private static let hostile = Examples.full(Examples.hostileText)

  @Test func `CSV has a row for each fact and as many cells as columns`() throws {
    let exporter = CSVExporter()
    for report in [Examples.full(), Self.hostile, Examples.documentedReport] {
      let rows = cells(exporter.reportHead + exporter.rows(report))
      #expect(rows.count == report.facts.count + 1)
      #expect(Set(rows.map(\.count)) == [24])
    }
    let comparison = Examples.comparison()
    let rows = cells(exporter.comparisonHead + exporter.rows(comparison))
    #expect(Set(rows.map(\.count)) == [16])
    #expect(
      rows.dropFirst().map { $0[2] } == ["shared", "shared", "shared", "conflicting", "conflicting", "conflicting"]
        + ["onlyInA", "onlyInA", "onlyInB", "onlyInB"])
    let versions = cells(exporter.rows(Examples.versions()))
    #expect(Set(versions.map(\.count)) == [16])
    #expect(
      versions.map { $0[14] }.filter { !$0.isEmpty } == [
        "reworded", "reworded", "reworded", "updated", "updated", "updated", "updated", "correction", "update",
      ])
    #expect(versions.map { $0[2] }.suffix(3) == ["headline", "notice", "notice"])
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
  func `no cell is a formula`(text: String) {
    for cell in cells(CSVRow([text, "x\(text)"]).bytes)[0] {
      #expect(!"=+-@\t\r".contains(cell.first ?? " "))
    }
    #expect(String(decoding: CSVRow(["\t=1", "\r\n@x"]).bytes, as: UTF8.self).contains("=1"))
    #expect(cells(CSVRow(["\t=1", "\u{202E}@x"]).bytes)[0].allSatisfy { $0.first != "=" && $0.first != "@" })
  }

  @Test func `CSV quotes what it must`() {
    #expect(CSVRow(["a", nil, "b,\"c\"", "d\ne", "خبر"]).bytes == Array("a,,\"b,\"\"c\"\"\",d e,خبر\r\n".utf8))
  }

  @Test func `nothing that hides or reorders text is in CSV and Markdown`() {
    let texts = [
      CSVExporter().rows(Self.hostile), MarkdownExporter().bytes(Self.hostile),
      MarkdownExporter().bytes(Examples.comparison(Examples.hostileText)),
      MarkdownExporter().bytes(Examples.versions(Examples.hostileText)),
    ]
    for text in texts {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        let isControl = scalar.value < 0x20 && scalar.value != 10 && scalar.value != 13 || scalar.value == 0x7F
        #expect(!isControl && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
      }
    }
  }

  @Test func `Markdown keeps the direction of every text`() {
    let page = String(decoding: MarkdownExporter(language: .arabic).bytes(Examples.comparison()), as: UTF8.self)
    #expect(page.hasPrefix("<div dir=\"rtl\">\n\n# "))
    #expect(page.hasSuffix("\n\n</div>\n"))
    #expect(page.contains("- **أ**: <span dir="))
    let english = String(decoding: MarkdownExporter().bytes(Examples.comparison()), as: UTF8.self)
    #expect(english.hasPrefix("# <span dir="))
    #expect(english.components(separatedBy: "<span").count == english.components(separatedBy: "</span>").count)
  }

  @Test func `Markdown has no mark of an article`() {
    let page = String(decoding: MarkdownExporter().bytes(Examples.full("<b>[x](y)</b> *a* `c` # d")), as: UTF8.self)
    #expect(page.contains("\\<b\\>\\[x\\](y)\\</b\\> \\*a\\* \\`c\\` \\# d"))
    #expect(!page.contains("<b>"))
  }

  @Test func `ninjs is valid, where its schema lies beside the project`() throws {
    let schema = Self.schemas.appendingPathComponent("ninjs/ninjs-schema_3.1.json").path
    guard let tool = Tool("check-jsonschema"), FileManager.default.fileExists(atPath: schema) else { return }
    let folder = try TemporaryFolder()
    let reports = [Examples.full(), Self.hostile, Examples.documentedReport]
    let files = try reports.enumerated().map { try folder.write(NinjsExporter().bytes($1), to: "\($0).json") }
    let (code, output) = try tool.run(["--schemafile", schema] + files, in: folder.url)
    #expect(code == 0, "\(output)")
  }

  @Test func `ninjs links the report and names its article`() throws {
    let item = try object(NinjsExporter(isPretty: true).bytes(Examples.documentedReport))
    #expect(item["uri"] as? String == "https://example.org/a")
    let association = try #require((item["associations"] as? [[String: Any]])?.first)
    #expect(association["uri"] as? String == "urn:khabar:report:\(Examples.documentedReport.id)")
    #expect(item["contentCreated"] as? String == "2023-05-31T00:00:00Z")
  }

  @Test(arguments: [
    ("https://example.org/a", "https://example.org/a"), ("https://example.org/خ", "https://example.org/%D8%AE"),
    ("a b", nil), ("/path", nil), (":x", nil), ("http://x/\"<>", "http://x/%22%3C%3E"),
  ])
  func `addresses are those of RFC 3986`(url: String, encoded: String?) { #expect(WebAddress.encoded(url) == encoded) }

  @Test func `annotations quote the text at their positions, between whole words`() throws {
    let text =
      String(repeating: "كلمة قبل ذلك ", count: 20) + "وصلت السفن إلى الميناء " + String(repeating: "وبعده ", count: 30)
    let report = Report(of: Article(plainText: Array(text.utf8), name: "a"))
    let collection = try object(AnnotationExporter().bytes(report))
    let page = try #require(collection["first"] as? [String: Any])
    let items = try #require(page["items"] as? [[String: Any]])
    #expect(items.count == report.facts.count && collection["total"] as? Int == items.count)
    let scalars = Array(report.text.unicodeScalars)
    for item in items {
      let selectors = try #require((item["target"] as? [String: Any])?["selector"] as? [[String: Any]])
      let (start, end) = (try #require(selectors[0]["start"] as? Int), try #require(selectors[0]["end"] as? Int))
      let prefix = try #require(selectors[1]["prefix"] as? String)
      let suffix = try #require(selectors[1]["suffix"] as? String)
      let exact = try #require(selectors[1]["exact"] as? String)
      let around = scalars[
        max(0, start - prefix.unicodeScalars.count)..<min(scalars.count, end + suffix.unicodeScalars.count)]
      var joined = String.UnicodeScalarView()
      joined.append(contentsOf: around)
      #expect(prefix + exact + suffix == String(joined))
    }
  }

  @Test func `every form is the same on every run`() {
    let report = Self.hostile
    #expect(NinjsExporter().bytes(report) == NinjsExporter().bytes(report))
    #expect(AnnotationExporter().bytes(report) == AnnotationExporter().bytes(report))
    #expect(CSVExporter().rows(report) == CSVExporter().rows(report))
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// Reads CSV as RFC 4180 has it.
  private func cells(_ bytes: [UInt8]) -> [[String]] {
    var (rows, row, cell, isQuoted): ([[String]], [String], [UInt8], Bool) = ([], [], [], false)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x22 where isQuoted && rest.first == 0x22:
        cell.append(byte)
        rest = rest.dropFirst()
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted:
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case 0x0D where !isQuoted && rest.first == 0x0A:
        rows.append(row + [String(decoding: cell, as: UTF8.self)])
        (row, cell, rest) = ([], [], rest.dropFirst())
      default: cell.append(byte)
      }
    }
    return rows
  }
}
