import Khabar
import Markup
import TestSupport
import Testing

@testable import KhabarExport

@Suite struct SchemaCheckTests {
  @Test func `every schema is one that is understood whole`() {
    let names = Schemas.files.map(\.name)
    #expect(names == names.sorted())
    for (name, bytes) in Schemas.files {
      if name.hasSuffix(".schema.json") { #expect(JSONSchema(bytes) != nil, "\(name)") }
      if name.hasSuffix(".xsd") { #expect(XMLSchema(bytes) != nil, "\(name)") }
    }
    #expect(JSONSchema(Array("{\"format\":\"uri\"}".utf8)) == nil)
    #expect(JSONSchema(Array("{\"pattern\":\"^a$\"}".utf8)) == nil)
  }

  @Test func `what is written follows the schemas`() throws {
    let json = try #require(schema("report.schema.json").flatMap(JSONSchema.init))
    let xml = try #require(schema("report.xsd").flatMap(XMLSchema.init))
    for report in [Examples.full(), Examples.full(Examples.hostileText), Examples.documentedReport] {
      #expect(json.accepts(JSONExporter().bytes(report)))
      #expect(json.accepts(JSONExporter(isPretty: true).bytes(report)))
      #expect(xml.accepts(XMLExporter().bytes(report)))
    }
    let jsonOfPairs = try #require(schema("comparison.schema.json").flatMap(JSONSchema.init))
    let xmlOfPairs = try #require(schema("comparison.xsd").flatMap(XMLSchema.init))
    for comparison in [Examples.comparison(), Examples.versions(), Examples.documentedComparison] {
      #expect(jsonOfPairs.accepts(JSONExporter().bytes(comparison)))
      #expect(xmlOfPairs.accepts(XMLExporter().bytes(comparison)))
    }
  }

  @Test(arguments: [
    ("\"end\":", "\"ends\":"), ("\"polarity\":\"denied\"", "\"polarity\":\"maybe\""),
    ("\"id\":\"f1\"", "\"id\":\"x1\""),
    ("\"block\":0", "\"block\":\"0\""), ("\"block\":0", "\"block\":0.5"), ("\"start\":0", "\"start\":-1"),
    ("\"value\":\"5\"", "\"value\":\"five\""), ("khabar.report/1", "khabar.report/2"), ("\"facts\":[", "\"facts\":["),
    ("{\"blocks\"", "{\"added\":1,\"blocks\""), ("\"text\":", "\"text\":1,\"text\":"), ("}", "]"),
  ])
  func `changed JSON is refused, as check-jsonschema does`(from: String, to: String) throws {
    let json = try #require(schema("report.schema.json").flatMap(JSONSchema.init))
    let text = String(decoding: JSONExporter().bytes(Examples.full()), as: UTF8.self)
    let changed = text.replacing(from, with: to, maxReplacements: 1)
    #expect(json.accepts(Array(changed.utf8)) == (from == to))
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\":1,}", "01", "1.", "\"\\x\"", "\"\u{1}\"", "nul", "{\"a\" 1}", "[[[[",
    "\u{FEFF}{}",
  ])
  func `what is no JSON is none`(text: String) {
    #expect(JSONValue(Array(text.utf8)[...], .strict) == nil)
    #expect(JSONValue(Array(String(repeating: "[", count: 100_000).utf8)[...], .strict) == nil)
  }

  @Test func `a document that does not follow its schema is named, if asked`() throws {
    var members = try Examples.members(try Examples.bundle().bytes)
    for (suffix, from, to) in [
      (".json", "\"polarity\":\"denied\"", "\"polarity\":\"maybe\""), (".xml", "<facts>", "<facts><x/>"),
    ] {
      let index = try #require(
        members.firstIndex { $0.member.path.contains("/reports/") && $0.member.path.hasSuffix(suffix) })
      let text = String(decoding: members[index].bytes, as: UTF8.self)
      members[index].bytes = Array(text.replacing(from, with: to).utf8)
    }
    let bytes = try Examples.archive(members)
    let verifier = BundleVerifier(checksSchemas: true)
    _ = try verifier.read(bytes)
    let messages = verifier.finish().failures.map(\.message).filter { $0 == "It does not follow its schema." }
    #expect(messages.count == 2)
    let whole = BundleVerifier(checksSchemas: true)
    _ = try whole.read(try Examples.bundle().bytes)
    #expect(whole.finish().failures == [])
  }

  private func schema(_ name: String) -> [UInt8]? { Schemas.files.first { $0.name == name }?.bytes }
}
