import Testing

@testable import Khabar

@Suite struct ReadingTests {
  private func read(_ bytes: [UInt8], published: String? = nil) -> Report {
    Report(of: Article(plainText: bytes, name: "test.txt", published: published))
  }
  private func read(_ text: String) -> Report { read(Array(text.utf8)) }
  private func codes(_ report: Report) -> [String] { report.findings.map(\.code) }

  @Test func `the text is the decoded input, mark dropped, line ends and hard spaces kept`() {
    let report = read([0xEF, 0xBB, 0xBF] + Array("خبر\u{A0}أول.\r\n\r\nخبر ثان.\r\n".utf8))
    #expect(report.text == "خبر\u{A0}أول.\r\n\r\nخبر ثان.\r\n")
    #expect(report.blocks.map { report.text($0.span) } == ["خبر\u{A0}أول.", "خبر ثان."])
    #expect(report.source.charset == "utf-8")
  }
  @Test func `UTF-16 is read by its mark`() {
    let little = [UInt8](arrayLiteral: 0xFF, 0xFE) + Array("قال".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = [UInt8](arrayLiteral: 0xFE, 0xFF) + Array("قال".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    #expect(read(little).text == "قال")
    #expect(read(big).text == "قال")
    #expect(read(big).source.charset == "utf-16be")
  }
  @Test func `half a code unit at the end of UTF-16 is shown`() {
    #expect(read([0xFF, 0xFE, 0x41, 0x00, 0x42]).text == "A\u{FFFD}")
  }
  @Test func `ill-formed UTF-8 is repaired, counted and located`() {
    let report = read(Array("قال \u{FFFD} ".utf8) + [0xD9] + Array(" نعم ".utf8) + [0xFF, 0xFE] + Array("لا".utf8))
    #expect(report.text == "قال \u{FFFD} \u{FFFD} نعم \u{FFFD}\u{FFFD}لا")
    let finding = report.findings.first
    #expect(finding?.code == "invalid-utf-8")
    #expect(finding?.message.hasPrefix("3 ") == true)
    #expect(finding?.span?.start == 6)
  }
  @Test func `a sequence cut off at the end is repaired`() {
    let report = read(Array("نعم".utf8) + [0xD9])
    #expect(report.text == "نعم\u{FFFD}")
    #expect(report.findings.first?.span?.start == 3)
  }
  @Test func `binary data is an error and gives no text`() {
    let report = read([0x1F, 0x8B, 0x08, 0, 0, 0, 1, 2, 3])
    #expect(codes(report) == ["binary-input"])
    #expect(report.findings.first?.severity == .error)
    #expect(report.blocks.isEmpty && report.facts.isEmpty && report.text.isEmpty)
  }
  @Test(arguments: ["", " \r\n\u{A0}\n", "\u{301}\u{64B}\u{651}", "\u{FEFF}", "***\n---"])
  func `a text without a word is empty`(text: String) {
    #expect(codes(read(text)).contains("empty-article"))
    #expect(read(text).blocks.isEmpty)
  }
  @Test func `hidden controls are told apart by their danger`() {
    let report = read("قال\u{200F} إن\u{202E} الأمر\u{202C} تم\u{200F}.")
    #expect(report.findings.map(\.severity) == [.note, .warning, .warning])
    #expect(report.findings.map { $0.span?.start } == [3, 7, 14])
    #expect(report.findings.first?.message.contains("2 of the control U+200F") == true)
  }
  @Test(arguments: [
    "انتهى الاجتماع من دون اتفاق بين الطرفين وقال الوزير إن...", "انتهى الاجتماع من دون اتفاق (تتمة ص 3)",
    "The talks ended without a deal and the minister said that …",
    "انتهى الاجتماع من دون اتفاق. وقال الوزير إن الخلاف يدور على", "The talks ended. The minister spoke with the",
  ])
  func `a text that breaks off is noted`(text: String) {
    #expect(codes(read("عنوان\n\n" + text + "\n")).contains("truncated-text"))
  }
  @Test func `a whole text is not noted as cut`() {
    #expect(codes(read("قال الوزير... نعم. وانتهى الاجتماع.")).isEmpty)
    #expect(codes(read("عنوان\n\nانتهى الاجتماع أمس. وقال الوزير إن ذلك لم يحدث من قبل")).isEmpty)
  }
  @Test func `a single headline is an article`() {
    let report = read("وزير الخارجية يصل إلى مسقط")
    #expect(report.blocks.map(\.kind) == [.headline])
    #expect(codes(report).isEmpty)
  }
  @Test(arguments: [
    ("قال المتحدث إن الاجتماع انتهى من دون اتفاق.", "ar"), ("The minister said that the talks were over.", "en"),
    ("پارلیمان کے اجلاس میں وزیر خزانہ نے بجٹ پیش کیا", "und"),
    ("دولت می‌گوید که گفت‌وگوها ادامه دارد و پایان نیافته", "und"),
    ("Правительство объявило о новых мерах", "und"),
    (
      "Le gouvernement a annoncé jeudi une série de mesures pour soutenir les ménages les plus modestes face à la hausse "
        + "des prix de l'énergie cet hiver", "und"
    ),
    ("قالت شركة آپل إن هاتفها الجديد متاح في الأسواق", "ar"), ("", "und"),
  ])
  func `the language shows by letters and function words`(text: String, language: String) {
    #expect(read(text).language == language)
  }
  @Test func `direction goes with the letters, not with the language`() {
    #expect(read("پارلیمان کے اجلاس میں").direction == .rtl)
    #expect(read("Hello world").direction == .ltr)
  }
  @Test func `what the caller knows comes first`() {
    #expect(Report(of: Article(plainText: Array("Bonjour".utf8), name: "x", language: "fr")).language == "fr")
    #expect(read(Array("مرحبا".utf8), published: "2024-01-02").published == "2024-01-02")
  }
  @Test(arguments: [
    (
      "عنوان الخبر الأول هنا\n\nتاريخ النشر: 4 أيلول 2022\n\nقال متحدث إن الطريق سيفتح غداً أمام السيارات.", "2022-09-04"
    ),
    ("عنوان الخبر الأول هنا\n\n6 مارس 2024 - 13:18\n\nقال متحدث إن الطريق سيفتح غداً أمام السيارات.", "2024-03-06"),
    (
      "Road opens at last\n\nHARSUND, Monday 9 June 2025\n\nThe road to the port opened on Monday, officials said.",
      "2025-06-09"
    ),
    ("Road opens at last\n\nThe road opened on 9 June 2025 after two years of work, officials said.", nil),
  ])
  func `the publication day is read from the head`(text: String, day: String?) {
    #expect(read(text).published == day)
    #expect(read(text).publishedFrom == (day == nil ? nil : .text))
  }
  @Test func `spans of blocks are trimmed code points`() {
    let report = read(
      "  عنوان الخبر هنا  \n\n  • بند أول من القائمة\n  • بند ثان من القائمة\n\nنص الخبر يبدأ هنا وينتهي عند النقطة.")
    #expect(report.blocks.map { report.text($0.span) }.prefix(2) == ["عنوان الخبر هنا", "بند أول من القائمة"])
    #expect(report.blocks.first?.span.start == 2)
  }
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["نص طويل بلا نقطة ", "((((\"«“ ", "a\u{301}\u{302} ", "- / : ", "1 2 3 ", "كتب - "])
  func `a long line takes linear time`(unit: String) {
    let report = read(String(repeating: unit, count: 300_000 / unit.utf8.count))
    #expect(report.blocks.count <= 2)
  }
  @Test(.timeLimit(.minutes(1)))
  func `many short lines take linear time`() {
    #expect(read(String(repeating: "سطر قصير\n", count: 20_000)).blocks.count == 20_000)
  }
}
