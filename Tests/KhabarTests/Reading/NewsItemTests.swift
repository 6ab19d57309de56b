import Foundation
import TestSupport
import Testing

@testable import Khabar

@Suite struct NewsItemTests {
  private func read(_ text: String) -> Report { Report(of: Article(Array(text.utf8), name: "item")) }
  private func texts(_ report: Report, _ kind: Block.Kind) -> [String] {
    report.blocks.filter { $0.kind == kind }.map { report.text($0.span) }
  }
  private func errors(_ report: Report) -> [String] {
    report.findings.filter { $0.severity == .error }.map(\.code)
  }

  @Test(arguments: [
    #"{"uri":"urn:1","headline":"العنوان","body_html":"<p>قال الوزير نعم.</p><p>وقال لا.</p>","versioncreated":"2023-05-31T1"}"#,
    #"{"guid":"urn:1","headline":"العنوان","body_html":"<p>قال الوزير نعم.</p>\n<p>وقال لا.</p>","firstcreated":"2023-05-31"}"#,
    #"{"uri":"urn:1","headlines":[{"role":"sub","value":"x"},{"role":"main","value":"العنوان"}],"bodies":[{"value":"قال الوزير نعم.\nوقال لا.","contenttype":"text/plain"}],"contentcreated":"2023-05-31"}"#,
    #"{"uri":"urn:1","headlines":[{"value":"العنوان"}],"bodies":[{"value":"قال الوزير نعم. وقال لا.","contentType":"text/plain"},{"value":"<p>قال الوزير نعم.</p><p>وقال لا.</p>","contentType":"text/html"}],"firstCreated":"2023-05-31T10:00:00Z"}"#,
  ])
  func `ninjs of all versions`(item: String) {
    let report = read(item)
    #expect(report.source.mediaType == "application/ninjs+json")
    #expect(texts(report, .headline) == ["العنوان"])
    #expect(texts(report, .paragraph) == ["قال الوزير نعم.", "وقال لا."])
    #expect(report.published == "2023-05-31" && errors(report) == [])
  }
  @Test(arguments: [
    "{}", #"{"uri":"urn:1"}"#, #"{"uri":"urn:1","type":"picture","headline":"x"}"#, #"{"uri":"urn:1","body_html":42}"#,
    #"{"headline":"x","body_text":"y"}"#, #"{"uri":"urn:1","bodies":"x"}"#, #"{"uri":"urn:1","body_text":"x""#,
    #"{"a":[}"#,
  ])
  func `JSON that is no text item ends in a clear error`(item: String) { #expect(errors(read(item)) == ["no-article"]) }

  private static let nitf = """
    <nitf xml:lang="ar"><head><docdata><date.issue norm="20230531T100000Z"/></docdata></head><body><body.head><hedline>
    <hl1>العنوان</hl1><hl2>عنوان ثان</hl2></hedline><byline>بقلم سلمى</byline><dateline><location>بغداد</location></dateline>
    </body.head><body.content><p>قال <person>علي</person> نعم.</p><media><media-caption>صورة علي في بغداد أمس</media-caption>
    </media><p>وقال لا.</p></body.content></body></nitf>
    """

  @Test(arguments: [
    nitf, "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-2.dtd\">\n" + nitf,
    "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemMeta/><contentSet><inlineXML>\(nitf)</inlineXML></contentSet></newsItem>",
  ])
  func `NITF, by itself and in NewsML-G2`(item: String) {
    let report = read(item)
    #expect(texts(report, .headline) == ["العنوان"] && texts(report, .deck) == ["عنوان ثان"])
    #expect(texts(report, .paragraph) == ["قال علي نعم.", "وقال لا."])
    #expect(texts(report, .caption) == ["صورة علي في بغداد أمس"])
    #expect(report.published == "2023-05-31")
  }
  @Test func `NewsML-G2 with XHTML`() {
    let report = read(
      """
      <newsItem><itemMeta><provider><name>وكالة</name></provider><firstCreated>2023-05-31T10:00:00Z</firstCreated></itemMeta>
      <contentMeta><headline>العنوان</headline><language tag="ar"/></contentMeta><contentSet><inlineXML><html><head/><body>
      <h1>العنوان</h1><p>قال علي نعم.</p></body></html></inlineXML></contentSet></newsItem>
      """)
    #expect(texts(report, .headline) == ["العنوان"] && texts(report, .paragraph) == ["قال علي نعم."])
    #expect(report.source.outlet == "وكالة" && texts(report, .heading) == [])
  }
  @Test func `a feed is as many articles as it has items`() {
    let feed = Article(
      Array(
        """
        <?xml version="1.0"?><rss xmlns:content="u"><channel><title>الموقع</title><language>ar-EG</language><item><title>أول
        </title><pubDate>Wed, 31 May 2023 10:00:00 +0300</pubDate><description>قصير</description><content:encoded>
        <![CDATA[<p>قال الوزير نعم.</p>]]></content:encoded></item><item><title>ثان</title><description>&lt;p&gt;وقال
        لا.&lt;/p&gt;</description></item></channel></rss>
        """.utf8), name: "feed.xml")
    let reports = feed.items.map { Report(of: $0) }
    #expect(reports.map(\.source.name) == ["feed.xml#1", "feed.xml#2"])
    #expect(reports.map { texts($0, .headline) } == [["أول"], ["ثان"]])
    #expect(reports.map { texts($0, .paragraph) } == [["قال الوزير نعم."], ["وقال لا."]])
    #expect(reports.first?.published == "2023-05-31" && reports.first?.source.outlet == "الموقع")
  }
  @Test func `an Atom entry in XHTML`() {
    let report = read(
      """
      <entry><title>العنوان</title><published>2023-05-31T10:00:00Z</published><author><name>سلمى</name></author>
      <content type="xhtml"><div><p>قال الوزير 1 &lt; 2.</p></div></content></entry>
      """)
    #expect(texts(report, .paragraph) == ["قال الوزير 1 < 2."] && texts(report, .byline) == ["سلمى"])
  }
  @Test func `XML that declares entities is refused`() {
    let report = read("<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><nitf><body>&x;</body></nitf>")
    #expect(errors(report) == ["xml-entities"] && !report.text.contains("root"))
  }

  /// The examples of the standards, where they are at hand.
  @Test func `text items of the standards have a headline and a body`() throws {
    let base = Project.root.deletingLastPathComponent().appendingPathComponent("shared/conformance")
    let ninjs = ["1.4", "2.1", "3.0"].flatMap { version in
      [
        "ninjsExSimpleText1", "ninjsExMediumText1", "ninjsExSimpleText_2", "ninjsExSimpleText_3", "tt_text_image_2",
        "tt_text_image_3", "businesswire-newsml-20130605006126",
      ].map { "ninjs/examples/\(version)/\($0).json" }
    }
    let newsML = [
      "LISTING_2_NewsML-G2_Text_Document",
      "LISTING_22_Sports_story_in_NewsML-G2NITF",
    ].map { "newsml-g2/examples/\($0).xml" }
    let files = (ninjs + newsML).map { base.appendingPathComponent($0) }.filter {
      FileManager.default.fileExists(atPath: $0.path)
    }
    if files.isEmpty { print("skipped: no conformance examples beside the project") }
    for file in files {
      let report = Report(of: Article(Array(try Data(contentsOf: file)), name: file.lastPathComponent))
      #expect(texts(report, .headline).count == 1, "\(file.lastPathComponent)")
      #expect(!texts(report, .paragraph).isEmpty && errors(report) == [], "\(file.lastPathComponent)")
    }
  }

  /// The suite of ninjs: every valid item with a body is read, and an invalid one is refused unless what is wrong lies
  /// outside of its text.
  @Test func `the items of the suite are read or refused`() throws {
    let suite = Project.root.deletingLastPathComponent().appendingPathComponent("shared/conformance/ninjs/suite")
    let paths = FileManager.default.enumerator(atPath: suite.path)?.compactMap { $0 as? String }.sorted() ?? []
    if paths.isEmpty { print("skipped: no ninjs suite beside the project") }
    for path in paths where path.hasSuffix(".json") {
      let bytes = Array(try Data(contentsOf: suite.appendingPathComponent(path)))
      let report = Report(of: Article(bytes, name: path))
      if path.contains("should_fail") {
        #expect(
          !errors(report).isEmpty || path.contains("association") || path.contains("body_text_with_cr"), "\(path)")
      } else if path.contains("should_pass"), hasBody(bytes) {
        #expect(errors(report) == [] && !texts(report, .paragraph).isEmpty, "\(path)")
      }
    }
  }

  /// Whether an item has a body that is more than three dots in the place of one.
  private func hasBody(_ item: [UInt8]) -> Bool {
    let text = String(decoding: item, as: UTF8.self)
    return text.contains("\"bod") && !text.contains("\"...\"") && !text.contains("[ ... ]")
  }
}
