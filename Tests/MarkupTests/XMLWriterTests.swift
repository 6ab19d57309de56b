import Markup
import Testing

@Suite struct XMLWriterTests {
  @Test func `elements, attributes and text are written`() throws {
    let bytes = try write { xml in
      xml.element("a") {
        xml.attribute("n", "1")
        xml.element("b") {}
        xml.element("c") { xml.text(Array("نص".utf8)[...]) }
      }
    }
    #expect(bytes == "<a n=\"1\"><b/><c>نص</c></a>")
  }

  @Test func `mark-up in text is no mark-up`() throws {
    let text = "<a href=\"&\">]]>\r\n\t"
    let bytes = try write { xml in
      xml.element("a") {
        xml.attribute("n", text)
        xml.text(Array(text.utf8)[...])
      }
    }
    let attribute = "&lt;a href=&quot;&amp;&quot;&gt;]]&gt;&#xD;&#xA;&#x9;"
    #expect(bytes == "<a n=\"\(attribute)\">&lt;a href=\"&amp;\"&gt;]]&gt;&#xD;\n\t</a>")
  }

  @Test func `what XML cannot carry has a name`() throws {
    let text = "\u{0}م\u{1F}\u{FFFE}\u{FFFF}\u{FFFD}"
    let bytes = try write { xml in
      xml.element("a") {
        xml.attribute("n", text)
        xml.text(Array(text.utf8)[...])
      }
    }
    let content = "<cp hex=\"0\"/>م<cp hex=\"1F\"/><cp hex=\"FFFE\"/><cp hex=\"FFFF\"/>\u{FFFD}"
    #expect(bytes == "<a n=\"\u{FFFD}م\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\">\(content)</a>")
  }

  @Test func `controls and bidi controls are references`() throws {
    let text = "\u{7F}\u{85}\u{A0}\u{61B}\u{61C}\u{200D}\u{200E}\u{2028}\u{202E}\u{2069}\u{206A}\u{FEFF}"
    let bytes = try write { xml in xml.element("a") { xml.text(Array(text.utf8)[...]) } }
    let content = "&#x7F;&#x85;\u{A0}\u{61B}&#x61C;\u{200D}&#x200E;&#x2028;&#x202E;&#x2069;\u{206A}&#xFEFF;"
    #expect(bytes == "<a>\(content)</a>")
  }

  @Test(arguments: [
    ("\u{0}", "<cp hex=\"0\"/>"), ("\u{1F}", "<cp hex=\"1F\"/>"), ("\r", "&#xD;"), ("&", "&amp;"), ("<", "&lt;"),
    (">", "&gt;"),
    ("\u{7F}", "&#x7F;"), ("\u{9F}", "&#x9F;"), ("\u{61C}", "&#x61C;"), ("\u{2029}", "&#x2029;"),
    ("\u{FFFF}", "<cp hex=\"FFFF\"/>"),
    ("\n", "\n"), ("\"", "\""), ("\u{A0}", "\u{A0}"), ("é", "é"), ("\u{65C}", "\u{65C}"), ("–", "–"), ("語", "語"),
    ("😀", "😀"),
  ])
  func `a character is escaped, or not, wherever it stands`(character: String, written: String) throws {
    for filler in ["n", "م"] {
      for (before, behind) in (0..<10).flatMap({ before in (0..<10).map { (before, $0) } }) {
        let (head, tail) = (String(repeating: filler, count: before), String(repeating: filler, count: behind))
        let bytes = try write { xml in xml.element("a") { xml.text(Array((head + character + tail).utf8)[...]) } }
        let expected = head + written + tail
        #expect(bytes == "<a>\(expected)</a>")
      }
    }
  }

  @Test func `indenting leaves mixed content alone`() throws {
    let bytes = try write(isPretty: true) { xml in
      xml.element("a") {
        xml.element("b") { xml.text(Array(" x\u{0}y ".utf8)[...]) }
        xml.element("c") {}
      }
    }
    #expect(bytes == "<a>\n  <b> x<cp hex=\"0\"/>y </b>\n  <c/>\n</a>")
  }

  private func write(isPretty: Bool = false, _ body: (XMLWriter) -> Void) throws -> String {
    let writer = try #require(XMLWriter(isPretty: isPretty))
    body(writer)
    let text = String(decoding: writer.finish(), as: UTF8.self)
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    #expect(text.hasPrefix(head) && text.hasSuffix("\n"))
    return String(text.dropFirst(head.count).dropLast())
  }
}
