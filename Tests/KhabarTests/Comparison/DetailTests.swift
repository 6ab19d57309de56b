import TestSupport
import Testing

@testable import Khabar

/// The words that a comparison shows for a difference.
@Suite struct DetailTests {
  private func details(_ a: String, _ b: String, _ rule: String) -> [[String]] {
    func report(_ text: String) -> Report {
      var article = Article(plainText: Array(text.utf8), name: "article")
      article.published = "2025-06-18"
      return Report(of: article)
    }
    let comparison = Comparison(of: report(a), and: report(b))
    return (comparison.shared + comparison.conflicting).flatMap(\.differences).filter { $0.rule == rule }
      .map { [$0.a.text, $0.b.text] }
  }

  @Test func `a denial is shown with what is denied, and its other side with what is told`() {
    #expect(
      details(
        "أفاد مصدر أمني بأن الشركة نقلت أجهزة ملوثة إلى مستودع الميناء.",
        "ونفى مدير الميناء نقل أي أجهزة ملوثة إلى المستودع.", "polarity.denied") == [
          ["أفاد مصدر أمني بأن الشركة نقلت أجهزة ملوثة إلى مستودع", "ونفى مدير الميناء نقل"]
        ])
  }

  @Test func `a speaker is shown where the report names it in full`() {
    #expect(
      details(
        "أعلنت وزارة الموارد المائية فتح السد. وقالت الوزارة إن المياه غمرت ثلاث قرى.",
        "قال نقيب المزارعين إن المياه غمرت ثلاث قرى.", "source.other") == [["وزارة الموارد المائية", "نقيب المزارعين"]])
  }
}
