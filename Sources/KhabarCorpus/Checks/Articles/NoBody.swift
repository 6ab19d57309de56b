import Khabar

/// An article of which only the head is there.
enum NoBody {
  static let check = Check(
    "no-body", .warning, "The article has a head but no body.", arabic: "للمقال رأس ولا متن له.",
    remedy: "Get the whole article.",
    good: [.init("وصول وفد التفاوض إلى مسقط\n\nوصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها.")],
    bad: [.init("<html><body><article><h1>وصول وفد التفاوض إلى مسقط</h1></article></body></html>")])

  static func hits(_ report: Report) -> [Hit] {
    guard !report.blocks.isEmpty, report.newsWordCount == 0, BoilerplateBody.hits(report).isEmpty else { return [] }
    return [Hit(check)]
  }
}
