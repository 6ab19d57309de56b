import Testing

@testable import Markup

/// What broken and careless HTML becomes, written as nested names: `body(p"a" p"b")`.
@Suite struct HTMLParserTests {
  private func outline(_ html: String) -> String {
    let tree = MarkupTree(html: Array(html.utf8)[...])
    func text(_ node: Int) -> String {
      if tree.isText(node) { return "\"" + String(decoding: tree.bytes[tree.textRange(node)], as: UTF8.self) + "\"" }
      let inner = tree.children(of: node).map(text)
      if inner.isEmpty { return tree.nameText(node) }
      let isText = inner.count == 1 && inner[0].hasPrefix("\"")
      return tree.nameText(node) + (isText ? inner[0] : "(" + inner.joined(separator: " ") + ")")
    }
    let whole = tree.count == 0 ? "" : text(0)
    return whole.hasPrefix("html(body(") && whole.hasSuffix("))") ? String(whole.dropFirst(10).dropLast(2)) : whole
  }

  @Test(arguments: [
    ("a", "html(body\"a\")"), ("<title>x</title><p>a", "html(head(title\"x\") body(p\"a\"))"),
    ("<html><head><meta name=x content=y></head><body>a", "html(head(meta) body\"a\")"),
    ("<head></head><title>x</title>a", "html(head title\"x\" body\"a\")"),
    ("<section>a</section><body><p>b</body></html><p>c", "section\"a\" p\"b\" p\"c\""),
    (" \n<p>a", "p\"a\""),
  ])
  func `what is left out is implied`(html: String, expected: String) {
    #expect(outline(html) == expected)
  }
  @Test(arguments: [
    ("<p>a<p>b<div>c</div>d", "p\"a\" p\"b\" div\"c\" \"d\""),
    ("<p>a<section>b</section></p>c", "p\"a\" section\"b\" p \"c\""),
    ("<p><span>a<div>b</div>", "p(span\"a\") div\"b\""),
    ("<p>a<h2>b<h3>c</h3>", "p\"a\" h2\"b\" h3\"c\""),
    ("<h2>a</h3><p>b", "h2\"a\" p\"b\""),
    ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li\"a\" li(\"b\" ul(li\"c\")) li\"d\") \"e\""),
    ("<ul><li><div>a<li>b</ul>", "ul(li(div\"a\") li\"b\")"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt\"a\" dd\"b\" dt\"c\")"),
    ("<datalist><option>a<option>b</datalist>", "datalist(option\"a\" option\"b\")"),
    ("<p>a<hr>b<br>c", "p\"a\" hr \"b\" br \"c\""),
  ])
  func `what is left open is closed by what follows`(html: String, expected: String) {
    #expect(outline(html) == expected)
  }
  @Test(arguments: [
    ("<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td\"a\" td\"b\") tr(th\"c\")) \"d\""),
    (
      "<table><thead><tr><td>a<tbody><tr><td>b<tfoot><tr><td>c</table>",
      "table(thead(tr(td\"a\")) tbody(tr(td\"b\")) tfoot(tr(td\"c\")))"
    ),
    ("<table><caption>a<tr><td>b</table>", "table(caption\"a\" tr(td\"b\"))"),
    ("<table><tr><td><table><tr><td>a</table>b<td>c</table>", "table(tr(td(table(tr(td\"a\")) \"b\") td\"c\"))"),
    ("<div><table><tr><td>a</div>b</td></table>c</div>", "div(table(tr(td\"ab\")) \"c\")"),
    ("<table><tr><td><p>a</table><p>b", "table(tr(td(p\"a\"))) p\"b\""),
  ])
  func `tables keep their parts apart`(html: String, expected: String) { #expect(outline(html) == expected) }
  @Test(arguments: [
    ("<div>a</span></section>b</div>c", "div\"ab\" \"c\""), ("<div><span>a</div>b", "div(span\"a\") \"b\""),
    ("<span><div>a</span>b</div>", "span(div\"ab\")"), ("<ul><li>a</ol></li></ul>b", "ul(li\"a\") \"b\""),
    ("a</p>b", "\"a\" p \"b\""), ("<div>a</body></html>b</div>c", "div\"ab\" \"c\""),
  ])
  func `end tags close what they name or nothing`(html: String, expected: String) { #expect(outline(html) == expected) }
  @Test(arguments: [
    ("<a>a<a>b</a>c", "a\"a\" a\"b\" \"c\""), ("<a><div>a</a>b</div>c", "a(div\"ab\") \"c\""),
    ("<p><a><div>a</div></a>b</p>c", "p(a(div\"a\") \"b\") \"c\""),
    ("<form><div>a</form>b</div>c", "form(div\"ab\") \"c\""), ("<form><p>a</form>b", "form(p\"a\") \"b\""),
    ("<form>a<form>b</form>c", "form\"ab\" \"c\""),
  ])
  func `links and forms end with the block in which they are closed`(html: String, expected: String) {
    #expect(outline(html) == expected)
  }
  @Test(arguments: [
    ("<title>a <b>b</b> &amp; c</title>", "html(head(title\"a <b>b</b> & c\"))"),
    ("<title>a<p>b", "html(head(title\"a\") body(p\"b\"))"), ("<div>a</div><title>b</title>", "div\"a\" title\"b\""),
  ])
  func `a title is text up to its end`(html: String, expected: String) { #expect(outline(html) == expected) }
  @Test func `white space between blocks is left out, between words it is one space`() {
    #expect(
      outline("<div> <p>a</p>\n <p><b>b</b> <span>c</span>\n\t<span>d</span></p> </div>")
        == "div(p\"a\" p(\"b \" span\"c\" \" \" span\"d\"))")
  }
  @Test func `names of any length are told apart`() throws {
    let (one, other) = (String(repeating: "x", count: 30) + "-one", String(repeating: "x", count: 30) + "-two")
    #expect(outline("<\(one)>a</\(other)>b</\(one)><\(other)>c</\(other)>") == "\(one)\"ab\" \(other)\"c\"")
  }
  @Test func `elements that are too deep lose their tags only`() {
    let html = String(repeating: "<div>", count: 300) + "<p>a" + String(repeating: "</div>", count: 300) + "<p>b"
    let tree = MarkupTree(html: Array(html.utf8)[...])
    #expect(tree.count < 300)
    #expect(tree.paths(of: [tree.count - 2]) == ["/html/body/p[1]"])
  }
}

@Suite struct HTMLReferenceTests {
  private func text(_ html: String) -> String {
    let tree = MarkupTree(html: Array(html.utf8)[...])
    return String(decoding: tree.text(of: 0), as: UTF8.self)
  }

  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&nbsp;&laquo;&rsquo;&zwnj;", "\u{A0}«’\u{200C}"),
    ("&comma;&period;&NewLine;", ",.\n"), ("&NotEqualTilde;", "\u{2242}\u{338}"),
    ("&amp &copy2024 &notit;", "& ©2024 ¬it;"),
    ("&notin;", "∉"), ("AT&T R&D; &unknown; & &;", "AT&T R&D; &unknown; & &;"), ("&#1582;&#x62E;&#X62e&#1582", "خخخخ"),
    ("&#150;&#x80;", "–€"), ("&#0;&#xD800;&#x110000;&#99999999999;&#7;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&#;&#x;&#xg;", "&#;&#x;&#xg;"), ("&zwj;&Aacute;&zzz;", "\u{200D}Á&zzz;"),
  ])
  func `references are read`(html: String, expected: String) { #expect(text("<p>" + html) == expected) }
  @Test(arguments: [
    ("a=1&copy=2", "a=1&copy=2"), ("a&copy;b", "a©b"), ("a &lt b", "a < b"), ("&ampx", "&ampx"), ("a&amp", "a&"),
  ])
  func `in attributes, what looks like an address stays`(value: String, expected: String) throws {
    let tree = MarkupTree(html: Array("<p id=\"\(value)\">a".utf8)[...])
    let p = try #require(tree.indices.first { tree.name($0) == .p })
    #expect(tree.attribute(p, .id).map { String(decoding: $0, as: UTF8.self) } == expected)
  }
}

@Suite struct HTMLAttributeTests {
  private func attributes(_ tag: String, _ name: MarkupName) -> String? {
    let tree = MarkupTree(html: Array((tag + "a").utf8)[...])
    return tree.indices.compactMap { node in tree.attribute(node, name).map { String(decoding: $0, as: UTF8.self) } }
      .first
  }

  @Test(arguments: [
    ("<p class=one two>", "one"), ("<p\nclass = 'a \"b\"'>", "a \"b\""), ("<p class=\"a>b\">", "a>b"),
    ("<p =x class=y>", "y"), ("<p/class=y>", "y"), ("<p class=>", ""), ("<p class>", ""), ("<P CLASS=X>", "X"),
    ("<p class=a class=b>", "a"), ("<p data-a='x' class=y>", "y"), ("<p class=x/y>", "x/y"),
  ])
  func `attributes are cut as browsers cut them`(tag: String, expected: String) {
    #expect(attributes(tag, .class) == expected)
  }
  @Test(arguments: [
    ("<p style='DISPLAY : none'>", true), ("<p style=\"visibility:hidden\">", true), ("<p hidden>", true),
    ("<p style='color:red'>", false), ("<p>", false),
  ])
  func `what is not shown is marked`(tag: String, isHidden: Bool) {
    #expect((attributes(tag, .hidden) != nil) == isHidden)
  }
  @Test(arguments: [
    ("<link rel=canonical href=x>", "x"), ("<link href=x rel='shortlink Canonical'>", "x"),
    ("<link rel=icon href=x>", nil),
  ])
  func `of links only the page's own address is kept`(tag: String, expected: String?) {
    #expect(attributes(tag, .href) == expected)
  }
}
