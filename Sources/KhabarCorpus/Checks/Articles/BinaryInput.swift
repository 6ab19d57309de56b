/// Data behind a beginning that is text.
enum BinaryInput {
  static let check = Check(
    "binary-input", .error, "The file is binary data, not text.", arabic: "الملف بيانات ثنائية لا نص.",
    remedy: "Get the article as text.", bad: [])
}
