/// One text in two files.
enum ExactDuplicate {
  private static let text = """
    وصول وفد التفاوض إلى مسقط

    وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها حول ملفات الاقتصاد والطاقة.
    """

  static let check = Check(
    "exact-duplicate", .warning, "The article has the same words as {}.", arabic: "للمقال كلمات {} نفسها.",
    remedy: "Keep one of them.",
    good: [
      .init(
        ("a.txt", text), ("b.txt", text.replacing("مسقط", with: "الدوحة") + "\n\nوتستمر المحادثات يومين وفق الوزارة."))
    ],
    bad: [.init(("a.txt", text), ("b.txt", "\n" + text.replacing("وصل ", with: "وَصَلَ  ")))])
}
