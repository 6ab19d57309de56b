/// A request not to be told what is not there.
enum UnusedSuppression {
  private static let headline = "وصول وفد التفاوض إلى مسقط"
  private static let text = "وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها."

  static let check = Check(
    "unused-suppression", .note, "Nothing was found that {} would suppress.", arabic: "لم يوجد ما يتجاهله {}.",
    remedy: "Remove the suppression.",
    good: [.init("\(headline)\n\n\(text)\n\nkhabar:ignore no-date: the outlet never dates its texts")],
    bad: [.init("\(headline)\n\n\(text)\n\nkhabar:ignore no-body: the page is a stub")])
}
