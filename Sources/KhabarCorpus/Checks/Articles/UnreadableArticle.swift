/// A file of the corpus that nothing can be read from.
enum UnreadableArticle {
  static let check = Check(
    "unreadable-article", .error, "The file cannot be read as an article: it {}.",
    arabic: "لا يمكن قراءة الملف مقالا: {}.", remedy: "Replace it, or exclude it in the configuration.",
    good: [.init("وصول وفد التفاوض إلى مسقط\n\nوصل وفد التفاوض أمس إلى مسقط.")],
    bad: [.init(""), .init("%PDF-1.7\n1 0 obj")])
}
