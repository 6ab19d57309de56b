/// A text that is read in part.
enum TextTooLong {
  static let check = Check(
    "text-too-long", .warning, "The text is longer than what is read of one.", arabic: "النص أطول مما يُقرأ.",
    remedy: "Cut it into articles.",
    bad: [
      .init(
        path: "page.html", (Array("<h1>إغلاق الميناء</h1><p>".utf8), 1),
        (Array("أغلق الميناء مساء أمس بعد أن ارتفعت الأمواج، وعاد العمل إليه صباح اليوم. ".utf8), 10_000))
    ])
}
