/// Two files that have nearly the same words.
enum NearDuplicate {
  /// The resemblance that counts, in thousandths of the runs of four words.
  static let least = 700

  private static let text = """
    وصول وفد التفاوض إلى مسقط

    وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها حول ملفات الاقتصاد والطاقة والنقل والتعليم.

    وقالت الوزارة إن المحادثات تستمر ثلاثة أيام، وإن الوفد يضم خمسة وزراء وعددا من رجال الأعمال وممثلي الشركات الكبرى.
    """

  static let check = Check(
    "near-duplicate", .warning, "The article has nearly the same words as {} ({} of 100).",
    arabic: "للمقال كلمات {} نفسها تقريبا ({} من 100).", remedy: "Keep one of them, or accept both in the baseline.",
    good: [
      .init(
        ("a.txt", text),
        (
          "b.txt",
          "محادثات في مسقط\n\nبدأت في العاصمة العمانية محادثات اقتصادية بين وفدين رفيعين، ويتوقع أن تنتهي الخميس بتوقيع اتفاقات."
        ))
    ],
    bad: [.init(("a.txt", text), ("b.txt", text + "\n\nوتوقع مراقبون نتائج طيبة."))])
}
