import Foundation
import Khabar
import Testing

@testable import KhabarExport

@Suite struct JSONExporterTests {
  @Test(arguments: [false, true])
  func `documents are what JSONSerialization writes with sorted keys`(isPretty: Bool) throws {
    let exporter = JSONExporter(isPretty: isPretty)
    for bytes in [exporter.bytes(Examples.full()), exporter.bytes(Examples.comparison(), id: Array("7".utf8))] {
      let value = try JSONSerialization.jsonObject(with: Data(bytes))
      let again = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
      #expect(try compact(bytes) == Array(again))
    }
  }

  @Test func `a report has the contract's keys`() throws {
    let report = try object(JSONExporter().bytes(Examples.full()))
    #expect(
      report.keys.sorted() == [
        "blocks", "direction", "facts", "findings", "format", "generator", "id", "language", "mentions", "modified",
        "published",
        "publishedFrom", "quantities", "section", "source", "text", "times",
      ])
    let facts = try #require(report["facts"] as? [[String: Any]])
    #expect(
      facts[0].keys.sorted() == [
        "block", "certainty", "end", "id", "mentions", "polarity", "quoted", "sources", "start", "text", "verb",
      ])
    #expect(facts[0]["mentions"] as? [String] == ["m1", "m12"])
    #expect(facts[1]["repeats"] as? String == "f1")
    #expect(report["format"] as? String == "khabar.report/1")
  }

  @Test func `a comparison has the contract's keys`() throws {
    let comparison = try object(JSONExporter().bytes(Examples.comparison()))
    #expect(
      comparison.keys.sorted() == [
        "a", "b", "conflicting", "format", "generator", "onlyInA", "onlyInB", "reused", "sameEvent", "shared",
        "summary",
      ])
    let shared = try #require(comparison["shared"] as? [[String: Any]])
    #expect(shared[0].keys.sorted() == ["a", "b", "differences", "id", "relation", "score"])
    #expect(shared[0]["id"] as? String == "s1")
    let summary = try #require(comparison["summary"] as? [String: Int])
    #expect(summary["conflicting"] == 1 && summary["onlyInB"] == 2)
  }

  @Test func `the id of a line replaces the report's id`() throws {
    let id = Array(#"{"row": [1, "ب"]}"#.utf8)
    let report = try object(JSONExporter().bytes(Examples.full(), id: id))
    #expect(report["id"] as? [String: Any] != nil)
    var relation = StatementRelation(of: Examples.full(), and: Examples.full())
    (relation.relation, relation.score, relation.differences) = (.overlapping, 7, [])
    let line = JSONExporter().bytes(relation, id: Array("17".utf8))
    #expect(String(decoding: line, as: UTF8.self) == #"{"differences":[],"id":17,"relation":"overlapping","score":7}"#)
  }

  @Test func `hostile text comes back, and its controls stand nowhere in the bytes`() throws {
    let text = Examples.hostileText
    for isPretty in [false, true] {
      let bytes = JSONExporter(isPretty: isPretty).bytes(Examples.full(text, name: text))
      let report = try object(bytes)
      #expect(Array((report["text"] as? String ?? "").unicodeScalars) == Array(text.unicodeScalars))
      let written = String(decoding: bytes, as: UTF8.self).unicodeScalars
      #expect(written.allSatisfy { !isControl($0) || (isPretty && $0 == "\n") })
    }
  }

  @Test func `escapes are the shortest`() {
    var writer = JSONWriter(isPretty: false, capacity: 0)
    writer.string("\u{0}\t\"\\\u{1F}/\u{7F}\u{85}\u{A0}\u{61C}\u{65C}\u{2027}\u{2028}\u{206A}é")
    let expected = #""\u0000\t\"\\\u001f/\u007f\u0085\#u{A0}\u061c\#u{65C}\#u{2027}\u2028\#u{206A}é""#
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("\u{0}", "\\u0000"), ("\u{1F}", "\\u001f"), ("\"", "\\\""), ("\\", "\\\\"), ("\u{7F}", "\\u007f"),
    ("\u{9F}", "\\u009f"),
    ("\u{61C}", "\\u061c"), ("\u{200F}", "\\u200f"), ("\u{2029}", "\\u2029"), ("\u{2069}", "\\u2069"),
    ("\u{FEFF}", "\\ufeff"),
    (" ", " "), ("~", "~"), ("\u{A0}", "\u{A0}"), ("é", "é"), ("\u{65C}", "\u{65C}"), ("–", "–"), ("語", "語"),
    ("ﷺ", "ﷺ"), ("😀", "😀"),
  ])
  func `a character is escaped, or not, wherever it stands`(character: String, written: String) {
    for filler in ["n", "م", "\u{61C}م"] {
      for (before, behind) in (0..<10).flatMap({ before in (0..<10).map { (before, $0) } }) {
        var writer = JSONWriter(isPretty: false, capacity: 0)
        writer.string(String(repeating: filler, count: before) + character + String(repeating: filler, count: behind))
        let escaped = filler == "\u{61C}م" ? "\\u061cم" : filler
        let expected = String(repeating: escaped, count: before) + written + String(repeating: escaped, count: behind)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\(expected)\"")
      }
    }
  }

  @Test func `pretty and compact differ in white space only`() throws {
    var writer = JSONWriter(isPretty: true, capacity: 0)
    writer.object {
      $0.member("a", [1, 2]) { $0.integer($1) }
      $0.member("b", [Int]()) { $0.integer($1) }
      $0.member("c") { _ in }
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        {
          "a": [
            1,
            2
          ],
          "b": [],
          "c": {}
        }
        """)
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
      || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar)
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// Drops the white space between the tokens.
  private func compact(_ bytes: [UInt8]) throws -> [UInt8] {
    var isInside = false
    var isEscaped = false
    return bytes.filter { byte in
      defer { isEscaped = isInside && byte == UInt8(ascii: "\\") && !isEscaped }
      if byte == UInt8(ascii: "\""), !isEscaped { isInside.toggle() }
      return isInside || (byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n"))
    }
  }
}
