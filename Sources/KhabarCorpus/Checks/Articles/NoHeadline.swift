import Khabar

/// An article without a headline.
enum NoHeadline {
  static let check = Check(
    "no-headline", .warning, "The article has no headline.", arabic: "المقال بلا عنوان.",
    remedy: "Add the headline as the first line, or correct the page's markup.",
    good: [.init("وصول وفد التفاوض إلى مسقط\n\nوصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها.")],
    bad: [
      .init(
        """
        وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها.

        وقالت الوزارة إن المحادثات تستمر ثلاثة أيام وتتناول ملفات الاقتصاد والطاقة.
        """)
    ])

  static func hits(_ report: Report) -> [Hit] {
    guard report.newsWordCount >= 10, !report.blocks.contains(where: { $0.kind == .headline }) else { return [] }
    return [Hit(check)]
  }
}

extension Report {
  /// Words of the blocks of the body that tell news.
  var newsWordCount: Int { wordCount { $0 == .paragraph || $0 == .listItem || $0 == .quote } }

  /// Words of the blocks of some kinds.
  func wordCount(_ isCounted: (Block.Kind) -> Bool) -> Int {
    blocks.reduce(0) { sum, block in
      isCounted(block.kind) ? sum + words.range(block.span).count { words[$0].isWordLike } : sum
    }
  }
}
