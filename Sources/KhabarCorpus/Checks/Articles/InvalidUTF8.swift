/// Bytes that are no UTF-8.
enum InvalidUTF8 {
  static let check = Check(
    "invalid-utf-8", .warning, "The text has bytes that are not UTF-8.", arabic: "في النص بايتات ليست من UTF-8.",
    remedy: "Check the charset of the article and deliver it again.",
    bad: [.init(path: "article.txt", (Array("قال الوزير إن الميناء أغلق".utf8) + [0xD8, 0x2E], 1))])
}
