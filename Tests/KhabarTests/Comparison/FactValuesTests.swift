import Testing

@testable import Khabar

/// What figures and days say of whether two facts tell one thing.
@Suite struct FactValuesTests {
  private func values(_ text: String) -> (values: FactValues, facts: [Fact]) {
    let report = Report(of: Article(plainText: Array(text.utf8), name: "article", published: "2024-03-12"))
    return (FactValues(report, report.facts), report.facts)
  }

  private func nearness(_ a: String, _ b: String) -> Float {
    FactValues.nearness(values(a).values.figures.flatMap(\.self), values(b).values.figures.flatMap(\.self))
  }

  @Test func `figures of one unit come near from a half on`() {
    #expect(nearness("The lake lost 40 percent of its water.", "The lake lost 50 percent of its water.") == 0.8)
    #expect(nearness("The lake lost 10 percent of its water.", "The lake lost 50 percent of its water.") == 0)
    #expect(nearness("The lake lost 40 percent of its water.", "The pier is 50 metres long.") == 0)
  }

  @Test func `equal figures are not near but the same`() {
    #expect(nearness("The lake lost 40 percent of its water.", "It lost 40 percent.") == 0)
  }

  @Test func `lengths of time are compared in one unit`() {
    #expect(nearness("The strike lasted 48 hours.", "The strike lasted three days.") > 0.6)
  }

  @Test func `counts of two nouns are not near`() {
    #expect(nearness("أغلقت البلدية 14 مدرسة.", "أصيب 15 شخصا.") == 0)
  }

  @Test func `a day that only two facts name is rarer than one that many name`() {
    let (a, _) = values("The bridge fell on 3 March 2024. The mayor resigned on 5 March 2024.")
    let (b, _) = values("It fell on 3 March 2024. The mayor resigned on 5 March 2024. He left on 5 March 2024.")
    let counts = DayCounts(a, b)
    #expect(counts.rarity(a.days[0], b.days[0]) == 1)
    #expect(counts.rarity(a.days[1], b.days[1]) < 1)
    #expect(counts.rarity(a.days[0], b.days[1]) == 0)
  }
}
