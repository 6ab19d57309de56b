import Testing

@testable import Khabar

@Suite struct CharsetTests {
  private func bytes(_ text: String, _ charset: SingleByteCharset) -> [UInt8] {
    text.unicodeScalars.map { charset.byte(of: $0.value) ?? 0x3F }
  }
  private static let arabic =
    "أعلنت الوزارة أمس أن الطريق الجبلي سيُفتح أمام السيارات يوم الجمعة، وقال الوزير إن الكلفة كبيرة."

  @Test(arguments: SingleByteCharset.allCases) func `every byte comes back`(charset: SingleByteCharset) {
    for byte in UInt8(0x80)...0xFF where charset.scalar(of: byte) != 0xFFFD {
      #expect(charset.byte(of: charset.scalar(of: byte)) == byte)
      #expect(Array(charset.decode([byte])) == Array(String(Unicode.Scalar(charset.scalar(of: byte)) ?? "?").utf8))
    }
  }
  @Test(arguments: [SingleByteCharset.windows1256, .iso88596]) func `Arabic charsets are told apart without a label`(
    charset: SingleByteCharset
  ) {
    let plain = String(Self.arabic.unicodeScalars.filter { charset.byte(of: $0.value) != nil })
    let decoded = Charset(decoding: bytes(plain, charset))
    #expect(decoded.name == charset.rawValue)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == plain)
  }
  @Test func `Western text is windows-1252`() {
    let text = "Le ministre a déclaré mercredi que l’été serait « très chaud » à Genève."
    let decoded = Charset(decoding: bytes(text, .windows1252))
    #expect(decoded.name == "windows-1252")
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
  }
  @Test(arguments: ["iso-8859-1", "utf-8", "windows-1252", "koi8-r"])
  func `a label that lies is noted and not followed`(
    label: String
  ) {
    let decoded = Charset(decoding: bytes(Self.arabic, .windows1256), label: label)
    #expect(decoded.name == "windows-1256")
    #expect(decoded.findings.map(\.code) == ["charset-label"])
  }
  @Test func `UTF-8 labelled otherwise is UTF-8`() {
    let decoded = Charset(decoding: Array(Self.arabic.utf8), label: "windows-1256")
    #expect(decoded.name == "utf-8")
    #expect(decoded.findings.map(\.code) == ["charset-label"])
  }
  @Test(arguments: [
    ("<html><meta charset=\"Windows-1256\">", "windows-1256"),
    ("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-6'>", "iso-8859-6"),
    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", "utf-8"), ("<meta name=x>", nil), ("<meta charset=>", nil),
    ("", nil),
  ])
  func `labels are found in documents`(document: String, label: String?) {
    #expect(CharsetLabel.declared(in: Array(document.utf8)) == label)
  }
  @Test func `presentation forms come with their letters`() throws {
    let report = Report(of: Article(plainText: Array("ﺍﻟﻮﺯﻳﺮ ﻗﺎﻝ ﺇﻥ ﺍﻷﻣﺮ ﺍﻧﺘﻬﻰ".utf8), name: "x"))
    let finding = try #require(report.findings.first { $0.code == "presentation-forms" })
    #expect(finding.repair == "الوزير")
    #expect(finding.span?.start == 0)
  }
  @Test(arguments: [SingleByteCharset.windows1256, nil]) func `mojibake comes with what it should read`(
    charset: SingleByteCharset?
  ) throws {
    let raw = charset.map { bytes(Self.arabic, $0) } ?? Array(Self.arabic.utf8)
    let report = Report(of: Article(plainText: SingleByteCharset.windows1252.decode(raw), name: "x"))
    let finding = try #require(report.findings.first { $0.code == "mojibake" })
    #expect(finding.repair?.contains("الوزارة") == true)
  }
  @Test func `visual order is told by how words begin`() throws {
    let text = "أعلنت الحكومة السورية خطة جديدة للمدينة القديمة والجامعة الوطنية في العاصمة"
    let report = Report(
      of: Article(plainText: Array(String(String.UnicodeScalarView(text.unicodeScalars.reversed())).utf8), name: "x"))
    let finding = try #require(report.findings.first { $0.code == "visual-order" })
    #expect(finding.repair == text)
  }
  @Test func `sound text has none of these findings`() {
    let report = Report(
      of: Article(plainText: Array((Self.arabic + "\nLe café où l’été a été fêté à Genève.").utf8), name: "x"))
    #expect(report.findings.isEmpty)
  }
}
