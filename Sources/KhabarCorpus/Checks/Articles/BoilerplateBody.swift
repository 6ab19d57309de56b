import Khabar

/// A page of which no more than its frame was delivered: notices, links, requests to subscribe.
enum BoilerplateBody {
  static let check = Check(
    "boilerplate-body", .warning, "Nearly all of the text is notices and links ({} of {} words).",
    arabic: "معظم النص إشعارات وروابط ({} من {} كلمة).",
    remedy: "Get the article itself; what was delivered may be a page that asks to log in.",
    good: [
      .init(
        """
        وصول وفد التفاوض إلى مسقط

        وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها حول ملفات الاقتصاد والطاقة والنقل.

        جميع الحقوق محفوظة
        """)
    ],
    bad: [
      .init(
        """
        Talks open in Muscat

        Read also: The minister arrives in Doha
        Read also: Oil prices rise for a third day
        Read more: Five things to know about the talks
        Subscribe to our newsletter
        All rights reserved
        """)
    ])

  /// How many words such a frame has at least.
  private static let least = 12

  static func hits(_ report: Report) -> [Hit] {
    let frame = report.wordCount { $0 == .boilerplate || $0 == .related }
    let news = report.newsWordCount
    guard frame >= least, frame > news * 4 else { return [] }
    return [Hit(check, [String(frame), String(frame + news)])]
  }
}
