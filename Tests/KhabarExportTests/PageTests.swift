import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Khabar
@testable import KhabarExport

@Suite struct PageTests {
  private static let english = "Police said 15 people died in Muscat. The delegation flew there on 8 May 2023."

  private static func report(_ text: String, _ name: String) -> Report {
    Report(of: Article(plainText: Array(text.utf8), name: name, published: "2023-05-31"))
  }

  private static func seed(_ index: Int) throws -> Report {
    report(try String(contentsOfFile: Project.seeds[index], encoding: .utf8), "seed\(index).txt")
  }

  /// Pages of every kind, in both languages, of Arabic, English and mixed pairs, and of hostile text.
  private static func pages() throws -> [[UInt8]] {
    let (a, b) = (try seed(0), try seed(1))
    let english = report(Self.english, "en.txt")
    let pairs = [
      Comparison(of: a, and: b), Comparison(of: a, and: english),
      Comparison(of: english, and: report("Police said 12 people died in Muscat.", "other.txt")),
      Examples.comparison(Examples.hostileText), Examples.versions(Examples.hostileText),
      Examples.comparison("<script>alert(\"1\")</script>' onload='x"),
    ]
    let reports = [a, english, Examples.full(Examples.hostileText), report("", "empty.txt")]
    return InterfaceLanguage.allCases.flatMap { language in
      pairs.map { HTMLExporter(language: language).bytes($0) }
        + reports.map { HTMLExporter(language: language).bytes($0) }
    }
  }

  private static func elements(_ node: XMLNode) -> [XMLElement] {
    let children = (node.children ?? []).flatMap { elements($0) }
    return (node as? XMLElement).map { [$0] + children } ?? children
  }

  private static func value(_ element: XMLElement, _ name: String) -> String? {
    element.attribute(forName: name)?.stringValue
  }

  @Test func `a page is well-formed XML`() throws {
    guard let xmllint = Tool("xmllint") else { return }
    let folder = try TemporaryFolder()
    for (index, page) in try Self.pages().enumerated() {
      let path = try folder.write(page, to: "\(index).html")
      let result = try xmllint.run(["--noout", path], in: folder.url)
      #expect(result.code == 0, "\(index): \(result.output.prefix(400))")
    }
  }

  @Test func `the page of a folder leads to files, and is well-formed of hostile articles too`() throws {
    for language in InterfaceLanguage.allCases {
      let exporter = HTMLExporter(language: language)
      let page = exporter.contents(
        reports: [exporter.row(Examples.full(Examples.hostileText), file: "1.html")],
        comparisons: [exporter.row(Examples.comparison(Examples.hostileText), file: "1__2.html")])
      let links = Self.elements(try XMLDocument(data: Data(page))).compactMap { Self.value($0, "href") }
      #expect(links.filter { !$0.hasPrefix("#") } == ["1__2.html", "1__2.html", "1.html"])
    }
  }

  @Test func `every link leads to a place on the page, and every id is there once`() throws {
    for page in try Self.pages() {
      let elements = Self.elements(try XMLDocument(data: Data(page)))
      let ids = elements.compactMap { Self.value($0, "id") }
      #expect(ids.count == Set(ids).count)
      let links = elements.compactMap { Self.value($0, "href") }
      #expect(links.filter { !$0.hasPrefix("#") || !ids.contains(String($0.dropFirst())) } == [])
      let names = elements.compactMap { Self.value($0, "aria-labelledby") }
      #expect(names.filter { !ids.contains($0) } == [])
    }
  }

  @Test func `every card of a comparison leads to the text and back`() throws {
    let page = HTMLExporter().bytes(Comparison(of: try Self.seed(0), and: try Self.seed(1)))
    let elements = Self.elements(try XMLDocument(data: Data(page)))
    let links = Set(elements.compactMap { Self.value($0, "href") })
    let cards = elements.filter { Self.value($0, "class")?.hasPrefix("card ") == true }
    let facts = elements.filter { $0.name == "mark" && Self.value($0, "class")?.hasPrefix("fact") == true }
    #expect(cards.count > 10)
    #expect(facts.count > 20)
    for target in cards + facts { #expect(links.contains("#\(Self.value(target, "id") ?? "")")) }
  }

  @Test func `nothing runs and nothing is loaded`() throws {
    for page in try Self.pages() {
      for element in Self.elements(try XMLDocument(data: Data(page))) {
        #expect(!["script", "link", "img", "iframe", "object", "form", "base"].contains(element.name))
        for attribute in element.attributes ?? [] {
          #expect(attribute.name?.hasPrefix("on") == false && !["src", "style"].contains(attribute.name))
        }
      }
    }
    #expect(!PageStyle.sheet.contains("url("))
    #expect(!PageStyle.sheet.contains("@import"))
  }

  @Test func `the style sheet knows no left and no right`() {
    for word in ["left", "right", "margin-top", "margin-bottom", "padding-top", "padding-bottom", "width:", "height: "]
    {
      let found = PageStyle.sheet.components(separatedBy: word).dropLast().filter { !$0.hasSuffix("line-") }
      #expect(found.isEmpty, "\(word)")
    }
  }

  @Test func `the policy names the style sheet by its digest`() throws {
    let page = String(decoding: HTMLExporter().bytes(Examples.full()), as: UTF8.self)
    let start = try #require(page.range(of: "<style>")).upperBound
    let end = try #require(page.range(of: "</style>")).lowerBound
    #expect(page[start..<end] == PageStyle.sheet)
    let hex = Array(Digest.hex(Array(PageStyle.sheet.utf8)))
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(String(hex[$0..<$0 + 2]), radix: 16) }
    let content = "default-src 'none'; style-src 'sha256-\(Data(bytes).base64EncodedString())'; "
    #expect(PageFrame.policy.hasPrefix(content))
  }

  @Test func `hostile text is shown and acts on nothing`() {
    let page = String(decoding: HTMLExporter().bytes(Examples.comparison(Examples.hostileText)), as: UTF8.self)
    let hidden = page.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" || $0.properties.isBidiControl
    }
    #expect(hidden.isEmpty)
    #expect(page.contains("⟦U+202E⟧"))
    #expect(page.contains("&lt;a&gt;&amp;amp;"))
  }

  @Test func `words of an article have its language and direction`() throws {
    let comparison = Comparison(of: try Self.seed(0), and: Self.report(Self.english, "en.txt"))
    let page = String(decoding: HTMLExporter(language: .arabic).bytes(comparison), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("<span class=\"headline\" lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("<div class=\"story\" lang=\"en\" dir=\"ltr\">"))
  }

  @Test func `a mark within an Arabic word has no sign that would cut the word`() {
    var html = HTMLWriter()
    let text = Array("والوزير قال".utf8)
    html.text(
      text, text.indices, marks: [2..<14, 15..<21].map { TextMark(range: $0, kind: "diff", id: nil, link: nil) })
    let page = String(decoding: html.bytes, as: UTF8.self)
    #expect(page.hasSuffix("و<mark class=\"diff joined\">الوزير</mark> <mark class=\"diff\">قال</mark>"))
  }

  @Test func `a name stands in one row with all its forms, roles and facts`() {
    let report = Self.report(
      "قال الرئيس الأميركي جو بايدن إن إيران وافقت. وأضاف جو بايدن أن الإيرانيين وافقوا.", "a.txt")
    let things = NamedThing.all(of: report)
    let biden = things.filter { $0.name == "جو بايدن" }
    #expect(biden.map(\.forms) == [["جو بايدن"]])
    #expect(biden.first?.roles == ["الرئيس الأميركي"])
    let iran = things.filter { $0.name == "IR" }
    #expect(iran.map(\.forms) == [["إيران", "الإيرانيين"]])
    #expect(iran.first?.facts == report.facts.map(\.id))
  }

  @Test func `the page grows in proportion to the text`() {
    func size(_ letters: Int) -> Int {
      HTMLExporter().bytes(Examples.comparison(String(repeating: "ا", count: letters))).count
    }
    #expect(size(20_000) - size(10_000) <= size(10_000))
  }
}
