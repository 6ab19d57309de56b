/// Data behind a beginning that is text.
enum BinaryInput {
  static let check = Check(
    "binary-input", .error, "The file is binary data, not text.", arabic: "الملف بيانات ثنائية لا نص.",
    remedy: "Get the article as text.",
    bad: [.init(path: "article.txt", (Array("قال الوزير ذلك.\n".utf8), 3_000), ([0, 1, 2, 3, 0], 20_000))])
}
