import Foundation
import FoundationXML
import Khabar
import KhabarExport
import Testing

@Suite struct XMLExporterTests {
  @Test(arguments: [false, true])
  func `hostile text comes back code point by code point`(isPretty: Bool) throws {
    let text = Examples.hostileText
    let bytes = XMLExporter(isPretty: isPretty).bytes(Examples.full(text, name: text))
    let document = try XMLDocument(data: Data(bytes), options: .nodePreserveWhitespace)
    let root = try #require(document.rootElement())
    let nodes =
      root.elements(forName: "text") + root.elements(forName: "source").flatMap { $0.elements(forName: "name") }
    #expect(nodes.count == 2)
    for node in nodes { #expect(Array(content(node).unicodeScalars) == Array(text.unicodeScalars)) }
  }

  @Test func `no hidden control stands in the bytes`() {
    let text = Examples.hostileText
    let written = String(decoding: XMLExporter().bytes(Examples.comparison(text)), as: UTF8.self)
    let hidden = written.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" || $0.properties.isBidiControl
        || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains($0)
    }
    #expect(hidden.isEmpty)
  }

  @Test func `a fact has its links`() throws {
    let document = try XMLDocument(data: Data(XMLExporter().bytes(Examples.full())))
    let facts = try #require(document.rootElement()?.elements(forName: "facts").first).elements(forName: "fact")
    #expect(facts.map { attribute($0, "id") } == ["f1", "f2"])
    #expect(attribute(facts[0], "mentions") == "m1 m12")
    #expect(attribute(facts[1], "mentions") == nil)
    #expect(attribute(facts[1], "repeats") == "f1")
    #expect(facts[0].elements(forName: "source").count == 2)
  }

  private func attribute(_ element: XMLElement, _ name: String) -> String? {
    element.attributes?.first { $0.name == name }?.stringValue
  }

  /// The text of an element of type `string`, with its `cp` elements turned back.
  private func content(_ node: XMLNode) -> String {
    var text = ""
    for child in node.children ?? [] {
      guard let element = child as? XMLElement else {
        text += child.stringValue ?? ""
        continue
      }
      let hex = attribute(element, "hex") ?? ""
      text.unicodeScalars.append(UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")
    }
    return text
  }
}
