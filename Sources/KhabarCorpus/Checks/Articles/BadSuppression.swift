/// A request not to be told something that asks for nothing.
enum BadSuppression {
  private static let headline = "وصول وفد التفاوض إلى مسقط"
  private static let text = "وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها."

  static let check = Check(
    "bad-suppression", .warning, "A suppression has no effect: {}.", arabic: "طلب التجاهل بلا أثر: {}.",
    remedy: "Write `khabar:ignore CODE: REASON`.",
    good: [.init("\(headline)\n\n\(text)\n\nkhabar:ignore no-date: the outlet never dates its texts")],
    bad: [
      .init("\(headline)\n\n\(text)\n\nkhabar:ignore no-date"),
      .init("\(headline)\n\n\(text)\n\nkhabar:ignore no-dates: the outlet never dates its texts"),
    ])
}
