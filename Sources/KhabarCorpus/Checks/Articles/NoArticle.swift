/// A document in which there is no article.
enum NoArticle {
  static let check = Check(
    "no-article", .error, "The file has no article that can be read.", arabic: "لا مقال في الملف يمكن أن يُقرأ.",
    remedy: "Get the article again, or exclude the file.", bad: [.init(("item.xml", "<?xml version=\"1.0\"?><x/>"))])
}
