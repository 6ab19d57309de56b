import Khabar

/// An article that does not say when it was published.
enum NoDate {
  static let check = Check(
    "no-date", .note, "Nothing says when the article was published.", arabic: "لا شيء يبيّن متى نُشر المقال.",
    remedy: "Add a dateline or metadata; without a date \"yesterday\" has no value.",
    good: [
      .init(
        """
        وصول وفد التفاوض إلى مسقط
        مسقط - 8 أيار 2023

        وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها.
        """)
    ],
    bad: [.init("وصول وفد التفاوض إلى مسقط\n\nوصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها.")])

  static func hits(_ report: Report) -> [Hit] {
    report.published == nil && report.newsWordCount > 0 ? [Hit(check)] : []
  }
}
