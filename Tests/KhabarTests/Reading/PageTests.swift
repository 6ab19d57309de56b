import Foundation
import TestSupport
import Testing

@testable import Khabar

/// Pages of our own in the mark-up of real news systems, with what is to be read from them.
@Suite struct PageTests {
  struct Gold: Decodable, Sendable {
    var body: [String]
    var charset: String
    var headline: String
    /// Arabic if it is not given.
    var language: String?
    var published: String
  }

  private static let names = Project.files(under: "Tests/Pages", "html")

  private func gold(_ file: String) throws -> Gold {
    let all = try JSONDecoder().decode([String: Gold].self, from: Data(Project.text("Tests/Pages/gold.json").utf8))
    return try #require(all[String(file.split(separator: "/").last?.dropLast(5) ?? "")])
  }

  @Test(arguments: names) func `headline, day, charset and body are those of the page`(file: String) throws {
    let bytes = Array(try Data(contentsOf: Project.root.appendingPathComponent(file)))
    let report = Report(of: Article(bytes, name: file))
    let gold = try gold(file)
    func texts(_ kinds: Block.Kind...) -> [String] {
      report.blocks.filter { kinds.contains($0.kind) }.map { report.text($0.span) }
    }
    #expect(report.source.mediaType == "text/html")
    #expect(texts(.headline) == [gold.headline])
    #expect(report.published == gold.published)
    #expect(report.source.charset == gold.charset)
    #expect(report.language == gold.language ?? "ar")
    #expect(report.direction == (report.language == "ar" ? .rtl : .ltr))
    let body = texts(.paragraph, .listItem, .quote, .heading)
    #expect(body.map { $0.split(separator: " ") } == gold.body.map { $0.split(separator: " ") })
    #expect(report.blocks.allSatisfy { $0.selector?.hasPrefix("/html/") ?? ($0.kind == .headline) })
  }

  /// Paths mean something only if others find the same element by them.
  @Test(arguments: names) func `xmllint finds the blocks by their paths`(file: String) throws {
    guard Tool("xmllint") != nil, let bash = Tool("bash") else { return }
    let report = Report(of: Article(Array(try Data(contentsOf: Project.root.appendingPathComponent(file))), name: file))
    let blocks = report.blocks.filter { $0.selector != nil }
    let texts = blocks.compactMap(\.selector).map { "normalize-space(\($0))" }.joined(separator: ",'\u{2029}',")
    // xmllint believes what a page says of its charset.
    let page =
      "iconv -f '\(report.source.charset)' -t utf-8 '\(file)' | sed -E 's/(charset=\"?)[A-Za-z0-9_-]+/\\1utf-8/I'"
    let found = try bash.run(
      ["-c", "\(page) | xmllint --html --xpath \"concat(\(texts),'')\" - 2>/dev/null"], in: Project.root
    ).output.split(separator: "\u{2029}", omittingEmptySubsequences: false)
    #expect(found.count == blocks.count)
    for (block, text) in zip(blocks, found) {
      let own = report.text(block.span).filter { !$0.isWhitespace }
      #expect(text.filter { !$0.isWhitespace }.contains(own), "\(block.selector ?? "")")
    }
  }

  @Test func `there are at least twelve`() { #expect(Self.names.count >= 12) }

  private func read(_ html: String) -> Report { Report(of: Article(Array(html.utf8), name: "page")) }

  private static let prose = "قال الوزير إن الطريق سيفتح غداً أمام السيارات، وإن الأشغال كلفت مليون دولار."

  @Test func `metadata gives section, outlet, change and address`() {
    let report = read(
      """
      <html><head><title>عنوان الخبر هنا | الموقع</title><link rel="canonical" href="https://e.example/1">
      <script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"عنوان الخبر هنا","datePublished":
      "2024-03-02T08:00:00Z","dateModified":"2024-03-03","articleSection":"محليات","publisher":{"name":"الموقع"},
      "author":[{"name":"سلمى"},{"name":"عمر"}]}]</script></head><body><p>\(Self.prose)</p><p>\(Self.prose) وأضاف.</p></body>
      """)
    #expect(report.published == "2024-03-02" && report.publishedFrom == .metadata)
    #expect(report.modified == "2024-03-03" && report.section == "محليات")
    #expect(report.source.outlet == "الموقع" && report.source.url == "https://e.example/1")
    #expect(report.blocks.map(\.kind).prefix(2) == [.headline, .byline])
    #expect(report.text(report.blocks[1].span) == "سلمى, عمر")
  }
  @Test func `a body that only a script would show is read from the JSON-LD`() {
    let body = String(repeating: Self.prose + "\\n", count: 6)
    let report = read(
      """
      <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"عنوان","articleBody":"\(body)"}
      </script></head><body><div id="app">جار التحميل</div></body></html>
      """)
    #expect(report.blocks.count { $0.kind == .paragraph } == 6)
  }
  @Test(arguments: [
    "<html><body></body></html>", "<p>", "<html><head><title>x</title></head></html>", "<div><a>a</a></div>",
  ])
  func `a page without an article says so`(html: String) {
    #expect(read(html).findings.contains { $0.code == "no-article" && $0.severity == .error })
  }
  @Test(arguments: [
    "<script>var a = '<p>'</script>", "<style>p { }</style>", "<link rel=icon href=x>", "<base href=/>",
    "<noscript></noscript>",
    "<!-- a --><aside>a</aside>", "<iframe></iframe>", "<form></form>", "<HR>",
  ])
  func `a page may begin with any element`(start: String) {
    let report = read("\(start)<p>\(Self.prose)</p>")
    #expect(report.source.mediaType == "text/html")
    #expect(report.blocks.map { report.text($0.span) } == [Self.prose])
  }
  @Test func `spans and selectors belong together`() {
    let report = read("<body><h1>عنوان الخبر الطويل</h1><div><p>\(Self.prose)</p><p>ثم \(Self.prose)</p></div></body>")
    #expect(report.blocks.last?.selector == "/html/body/div[1]/p[2]")
    #expect(report.blocks.last.map { report.text($0.span) } == "ثم " + Self.prose)
  }
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["<p>نص</p>", "<li><a href=x>رابط</a></li>", "<div class='a b c'>", "<br>", "<h1>ع</h1>"])
  func `a large page takes linear time`(piece: String) {
    let report = read(
      "<body>" + String(repeating: piece, count: 600_000 / piece.utf8.count) + "<p>\(Self.prose)</p></body>")
    #expect(report.text.utf8.count <= 1 << 20)
  }
}
