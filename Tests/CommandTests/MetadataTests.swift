import Testing

@testable import khabar

@Suite struct MetadataTests {
  @Test(arguments: [
    ("2023", "2023"), ("2023-05", "2023-05"), ("2023-05-31", "2023-05-31"), ("2024-02-29", "2024-02-29"),
    ("2023-05-31T23:59:00+03:00", "2023-05-31"), ("2023-05-31 10:00", "2023-05-31"),
  ]) func `dates are cut to EDTF`(text: String, edtf: String) {
    #expect(PublicationDate(argument: text)?.edtf == edtf)
  }

  @Test(arguments: [
    "", "23", "2023-5-1", "2023-13", "2023-02-29", "1900-02-29", "2023-05-31-01", "٢٠٢٣", "20230531", "2023-00",
  ])
  func `what is no date is refused`(text: String) {
    #expect(PublicationDate(argument: text) == nil)
  }

  @Test func `language tags are checked for their form`() {
    for tag in ["ar", "en-GB", "ar-EG", "und", "zh-Hans-CN"] { #expect(LanguageTag(argument: tag)?.tag == tag) }
    for tag in ["", "a", "arabic", "ar_EG", "12", "ar-", "عربي"] { #expect(LanguageTag(argument: tag) == nil) }
  }
}
