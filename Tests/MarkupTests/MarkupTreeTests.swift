import Testing

@testable import Markup

@Suite struct MarkupTreeTests {
  private func text(_ html: String) -> String {
    let tree = MarkupTree(html: Array(html.utf8)[...])
    return tree.count == 0 ? "" : String(decoding: tree.text(of: 0), as: UTF8.self)
  }

  @Test(arguments: [
    "<p>a<script>if (1 </p> 2) document.write('</div>x')</script>b</p>",
    "<p>a<style>p > a { content: '</p>' }</style>b</p>",
    "<p>a<!-- <p>x</p> -->b</p>", "<p>a<!--x--!>b</p>", "<p>a<!-->b</p>",
    "<p>a<template><template>x</template>y</template>b</p>", "<p>a<svg><title>x</title><svg></svg></svg>b</p>",
    "<p>a<noscript><img></noscript>b</p>", "<p>a<![CDATA[ > b</p>", "<p>a<?php echo 1; ?>b</p>",
    "<p>a<textarea><p>x</textarea>b</p>", "<p>a<script>var a = '<!--'</script>b</p>",
    "<p>a<nav><ul><li>x</ul></nav>b</p>",
  ])
  func `what is no text is left out`(html: String) {
    #expect(text(html).filter { $0 != " " } == "ab")
  }
  @Test func `an unclosed script swallows the rest, an unclosed menu only its tag`() {
    #expect(text("<p>a</p><script>b<p>c</p>") == "a")
    #expect(text("<p>a</p><nav><p>b</p>") == "ab")
  }
  @Test func `stray marks and entities are text`() {
    #expect(text("<p>1 < 2 &amp; 3 &lt; 4 &nbsp;&eacute;&#1582;</p>") == "1 < 2 & 3 < 4 \u{A0}éخ")
  }
  @Test func `JSON-LD is kept aside`() {
    let tree = MarkupTree(
      html: Array("<script TYPE='application/ld+json; charset=utf-8'>{\"a\":1}</script><p>x".utf8)[...])
    #expect(tree.linkedData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\":1}"])
  }
  @Test func `paths count siblings of one name`() throws {
    let tree = MarkupTree(html: Array("<div>a</div><script></script><div><p>b</p><!-- --><p>c</p></div>".utf8)[...])
    let last = try #require(tree.indices.last { tree.name($0) == .p })
    #expect(tree.paths(of: [last]) == ["/html/body/div[2]/p[2]"])
  }
  @Test func `attributes are found by name, quoted or not`() throws {
    let tree = MarkupTree(html: Array("<div CLASS=one id='t\"wo' data-x=3 onclick='x'>a</div>".utf8)[...])
    let div = try #require(tree.indices.first { tree.nameText($0) == "div" })
    #expect(tree.attribute(div, .class).map { String(decoding: $0, as: UTF8.self) } == "one")
    #expect(tree.attribute(div, .id).map { String(decoding: $0, as: UTF8.self) } == "t\"wo")
  }
  @Test func `the numbers of names are those of the list`() {
    let names: [(MarkupName, String)] = [
      (.a, "a"), (.body, "body"), (.class, "class"), (.button, "button"), (.nameAttribute, "name"), (.lang, "lang"),
    ]
    for (name, text) in names { #expect(name.known == text && MarkupName(text) == name) }
  }
  @Test func `a NUL does not end the document`() { #expect(text("<p>a\0b</p><p>c</p>") == "a bc") }
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("<div>", "</div>"), ("<div>", "</span>"), ("<p>", ""), ("<b>", ""), ("<a href=x>", "</p>"),
      ("<table><tr><td>", ""),
      ("<svg>", ""), ("<template>", ""), ("<script", ""), ("<!--", ""), ("<x-\u{E9} ", ">"), ("<ul><li>", ""),
      ("</div>", ""),
      ("<nav>", "</x>"), ("&", ""), ("<p class=\"", ""), ("<h1>", "</h2>"), ("<font><p>", "</font>"),
    ])
  func `deep and broken documents take linear time`(open: String, close: String) {
    let html = String(repeating: open, count: 50_000) + "text" + String(repeating: close, count: 50_000)
    let tree = MarkupTree(html: Array(html.utf8)[...])
    #expect(tree.count < 500_000)
  }
}

@Suite struct XMLTreeTests {
  @Test func `elements go by their local names, CDATA is text`() throws {
    let tree = MarkupTree(
      xml: Array("<r xmlns:c='u'><c:encoded><![CDATA[<p>a</p>]]></c:encoded><b x='1 &amp; 2'/></r>".utf8)[...])
    #expect(tree.trouble == nil)
    #expect(tree.nameText(1) == "encoded")
    #expect(String(decoding: tree.text(of: 1), as: UTF8.self) == "<p>a</p>")
  }
  @Test(arguments: [
    "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
    "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><r>&c;</r>",
    "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]><r>a</r>",
  ])
  func `a document that declares entities is refused`(xml: String) {
    #expect(MarkupTree(xml: Array(xml.utf8)[...]).trouble == .declaresEntities)
  }
  @Test func `an external document type is not fetched`() {
    let tree = MarkupTree(
      xml: Array("<!DOCTYPE nitf SYSTEM 'http://127.0.0.1:1/nitf.dtd'><nitf><p>a</p></nitf>".utf8)[...])
    #expect(String(decoding: tree.text(of: 0), as: UTF8.self) == "a")
  }
  @Test func `what is not well-formed is read as far as it goes`() {
    let tree = MarkupTree(xml: Array("<r><p>a</p><p>b</r>".utf8)[...])
    #expect(tree.trouble == .notWellFormed)
    #expect(String(decoding: tree.text(of: 0), as: UTF8.self).hasPrefix("ab"))
  }
  @Test(.timeLimit(.minutes(1))) func `depth is limited`() {
    #expect(MarkupTree(xml: Array(String(repeating: "<a>", count: 100_000).utf8)[...]).trouble == .notWellFormed)
  }
}
