/// A label of another charset than that of the bytes.
enum CharsetLabel {
  static let check = Check(
    "charset-label", .note, "The article is labelled with a charset that it is not in.",
    arabic: "الترميز المعلن للمقال ليس ترميزه.", remedy: "Correct the label.",
    good: [.init(("a.html", page("utf-8")))], bad: [.init(("a.html", page("windows-1256")))])

  private static func page(_ charset: String) -> String {
    """
    <meta charset="\(charset)">
    <article><h1>وصول الوفد إلى مسقط</h1>
    <p>وصل الوفد أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها.</p></article>
    """
  }
}
