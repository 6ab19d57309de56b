/// What is wrong with requests not to be told something.
enum SuppressionChecks {
  private static let headline = "وصول وفد التفاوض إلى مسقط"
  private static let text = "وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها."

  static let bad = Check(
    "bad-suppression", .warning, "A suppression has no effect: {}.", arabic: "طلب التجاهل بلا أثر: {}.",
    remedy: "Write `khabar:ignore CODE: REASON`.",
    good: [.init("\(headline)\n\n\(text)\n\nkhabar:ignore no-date: the outlet never dates its texts")],
    bad: [
      .init("\(headline)\n\n\(text)\n\nkhabar:ignore no-date"),
      .init("\(headline)\n\n\(text)\n\nkhabar:ignore no-dates: the outlet never dates its texts"),
    ])

  static let unused = Check(
    "unused-suppression", .note, "Nothing was found that {} would suppress.", arabic: "لم يوجد ما يتجاهله {}.",
    remedy: "Remove the suppression.",
    good: [.init("\(headline)\n\n\(text)\n\nkhabar:ignore no-date: the outlet never dates its texts")],
    bad: [.init("\(headline)\n\n\(text)\n\nkhabar:ignore no-body: the page is a stub")])

  static let all = [bad, unused]
}
