/// An article without words.
enum EmptyArticle {
  static let check = Check(
    "empty-article", .error, "The article has no text.", arabic: "المقال بلا نص.", remedy: "Get the article again.",
    bad: [.init("— — —")])
}
