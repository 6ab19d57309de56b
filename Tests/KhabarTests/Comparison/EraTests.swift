import Testing

@testable import Khabar

/// An older event told as background beside that of today.
@Suite struct EraTests {
  private static func report(_ text: String, _ published: String? = "2024-05-15") -> Report {
    Report(of: Article(plainText: Array(text.utf8), name: "a", published: published))
  }

  private static func era(_ text: String, _ published: String? = "2024-05-15") -> Era {
    let report = report(text, published)
    let sentence = report.words.sentence(around: report.words.range(report.facts[0].span))
    return Era(report.words, report.times, sentence, report.published.flatMap(EDTF.bounds))
  }

  @Test(arguments: [
    ("ضرب زلزال مدينة أغادير فجر اليوم.", Era.current), ("ضرب زلزال مدينة أغادير عام 1960.", .past),
    ("A fire destroyed the mill in 2011.", .past), ("The mill has stood empty since 2011.", .open),
    ("A fire destroyed the mill.", .open), ("وكان حادث مماثل قد وقع في المدينة.", .past),
    ("وقعت حوادث مماثلة أمس.", .current), ("The mill, which burned down in 2011, burned again on Tuesday.", .open),
  ])
  func `a sentence tells of one era`(text: String, era: Era) { #expect(Self.era(text) == era) }

  @Test(arguments: [
    ("غرقت عبّارة في النهر نفسه قبل تسعة أعوام.", Era.past), ("غرقت عبّارة في النهر فجر الأحد.", .current),
    ("Fire destroyed a wing of the mill in 1931.", .past), ("Fire destroyed a wing of the mill on Monday.", .current),
    ("The mill has stood empty since 1931.", .open), ("توقف المصنع منذ خمس سنوات.", .open),
    ("The mill, which burned down in 2011, burned again on Tuesday.", .open), ("أضرب العمال قبل شهر.", .open),
  ])
  func `where no day of publication is known, years stand against days`(text: String, era: Era) {
    #expect(Self.era(text, nil) == era)
  }

  @Test func `background is no conflict with the event of today`() {
    let a = Self.report("اندلع حريق في سوق القيروان أمس ولم يصب أحد.")
    let b = Self.report("اندلع حريق في سوق القيروان عام 1998 وأصيب تسعة تجار.")
    let comparison = Comparison(of: a, and: b)
    #expect(comparison.conflicting.isEmpty && comparison.shared.isEmpty)
    #expect(StatementRelation(of: a, and: b).relation == .different)
  }

  @Test func `two years of one day of publication may contradict`() {
    let (a, b) = (Self.report("The mill was built in 1911."), Self.report("The mill was built in 1921."))
    #expect(Comparison(of: a, and: b).conflicting.count == 1)
  }
}
