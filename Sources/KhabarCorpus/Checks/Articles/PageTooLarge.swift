/// A page that is read in part.
enum PageTooLarge {
  static let check = Check(
    "page-too-large", .warning, "The page is larger than what is read of one.", arabic: "الصفحة أكبر مما يُقرأ.",
    remedy: "Cut it into articles.",
    bad: [.init(path: "page.html", (Array("<p>a".utf8), 260_000))])
}
