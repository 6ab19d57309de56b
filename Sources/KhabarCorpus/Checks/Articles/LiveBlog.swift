/// Many entries on one page.
enum LiveBlog {
  static let check = Check(
    "live-blog", .note, "The page is a live blog of many entries.", arabic: "الصفحة تغطية مباشرة من مدخلات كثيرة.",
    remedy: "Cut it into its entries, if each is to be compared.",
    good: [.init(("a.html", page("story")))], bad: [.init(("a.html", page("live-blog")))])

  private static func page(_ name: String) -> String {
    """
    <article class="\(name)"><h1>وصول الوفد إلى مسقط</h1>
    <p>وصل الوفد أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها.</p></article>
    """
  }
}
