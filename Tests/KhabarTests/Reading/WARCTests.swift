import Testing

@testable import Khabar

@Suite struct WARCTests {
  private static func record(
    _ type: String, _ body: String, contentType: String, length: Int? = nil, id: Int = 1, version: String = "1.1"
  ) -> String {
    "WARC/\(version)\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(id)>\r\nWARC-Date: 2023-05-31T10:00:00Z\r\n"
      + "WARC-Target-URI: https://e.example/a/page-\(id)?q=../x\r\nWARC-Payload-Digest: sha1:X\r\n"
      + "Content-Type: \(contentType)\r\nContent-Length: \(length ?? body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
  }
  private static func response(_ html: String, _ headers: String = "", id: Int = 1, status: String = "200 OK") -> String
  {
    record(
      "response", "HTTP/1.1 \(status)\r\nContent-Type: text/html; charset=UTF-8\r\n\(headers)\r\n\(html)",
      contentType: "application/http; msgtype=response", id: id)
  }
  private func pages(_ archive: String, chunk: Int = .max, limit: Int = 1 << 20) -> (
    pages: [WARCReader.Page], complaints: Int
  ) {
    var reader = WARCReader(limit: limit)
    var pages: [WARCReader.Page] = []
    var rest = Array(archive.utf8)[...]
    while !rest.isEmpty {
      reader.read(rest.prefix(chunk)) { pages.append($0) }
      rest = rest.dropFirst(chunk)
    }
    reader.finish { pages.append($0) }
    return (pages, reader.complaintCount)
  }
  private static let archive =
    record("warcinfo", "software: x\r\n", contentType: "application/warc-fields")
    + response("<p>1</p>")
    + record("request", "GET / HTTP/1.1\r\n\r\n", contentType: "application/http; msgtype=request")
    + record("resource", "<p>2</p>", contentType: "text/html", id: 2, version: "1.0")
    + record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx", contentType: "application/http")
    + response("<p>x</p>", status: "404 Not Found")
    + response("3\r\n<p>\r\n5;x=y\r\n3</p>\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n", id: 3)

  @Test(arguments: [1, 2, 7, 64, 1000, .max]) func `pages of answers and resources, however the bytes come`(chunk: Int)
  {
    let (pages, complaints) = pages(Self.archive, chunk: chunk)
    #expect(pages.map { String(decoding: $0.article.bytes, as: UTF8.self) } == ["<p>1</p>", "<p>2</p>", "<p>3</p>"])
    #expect(complaints == 0)
  }
  @Test func `a page knows its record`() throws {
    let article = try #require(pages(Self.archive).pages.first?.article)
    #expect(article.record == ArchiveRecord(id: "urn:uuid:1", date: "2023-05-31T10:00:00Z", digest: "sha1:X"))
    #expect(article.url == "https://e.example/a/page-1?q=../x" && article.charset == "utf-8")
    #expect(!article.name.contains("/") && article.name != "..")
    #expect(Report(of: article).source.record?.id == "urn:uuid:1")
  }
  @Test(arguments: [3, 100_000]) func `a wrong length costs its record`(length: Int) {
    let broken = Self.record("resource", "<p>broken</p>", contentType: "text/html", length: length)
    let (pages, complaints) = pages(Self.response("<p>1</p>") + broken + Self.response("<p>3</p>", id: 3))
    #expect(pages.first.map { String(decoding: $0.article.bytes, as: UTF8.self) } == "<p>1</p>")
    #expect(complaints == 1)
    if length == 3 { #expect(pages.last.map { String(decoding: $0.article.bytes, as: UTF8.self) } == "<p>3</p>") }
  }
  @Test(arguments: ["-1", "x", "99999999999999999999999", ""]) func `a length that is none costs its record`(
    length: String
  ) {
    let broken = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: \(length)\r\n\r\n<p>x</p>\r\n\r\n"
    let (pages, complaints) = pages(broken + Self.response("<p>2</p>"))
    #expect(pages.count == 1 && complaints == 1)
  }
  @Test func `a page over the limit is passed by`() {
    let (pages, complaints) = pages(Self.response(String(repeating: "x", count: 5000)) + Self.archive, limit: 2000)
    #expect(pages.count == 3 && complaints == 1)
  }
  @Test func `an archive that breaks off gives what it has`() {
    let whole = Self.response("<p>1</p>") + Self.response("<p>22222222</p>")
    let (pages, complaints) = pages(String(whole.dropLast(8)))
    #expect(pages.count == 2 && complaints == 1)
  }
  @Test(.timeLimit(.minutes(1)), arguments: ["WARC/1.0\n", "\nWARC/1.", "a: b\r\n", "\r\n\r\n"])
  func `no archive takes more than linear time`(piece: String) {
    let (pages, _) = pages("WARC/1.0\r\n" + String(repeating: piece, count: 100_000), chunk: 65_536)
    #expect(pages.isEmpty)
  }
}
