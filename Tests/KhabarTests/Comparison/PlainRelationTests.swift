import Testing

@testable import Khabar

/// Pairs whose relation is plain from their words.
@Suite struct PlainRelationTests {
  private static func relation(_ a: String, _ b: String) -> Relation? {
    let pair = Pair(statementsOf: report(a), report(b))
    return PlainRelation.relation(pair, pair.differences())
  }

  private static func report(_ text: String, _ published: String? = nil) -> Report {
    Report(of: Article(plainText: Array(text.utf8), name: "a", published: published))
  }

  @Test(arguments: [
    ("رحبت تونس بالاتفاق البحري.", "رحّبت تونس بالاتّفاق البحري.", Relation.equivalent),
    ("نقلت السفينة نحو 40 راكبا.", "نقلت السفينة 41 راكبا.", .bMoreSpecific),
    ("عمال البلدية يغلقون سوق السمك.", "أغلق عمال البلدية سوق السمك.", .equivalent),
    ("افتتح المعرض يوم السبت 4 مايو 2024.", "افتتح المعرض يوم الاثنين 6 مايو 2024.", .conflicting),
  ])
  func `one wording tells the relation`(a: String, b: String, relation: Relation) {
    #expect(Self.relation(a, b) == relation)
  }

  @Test(arguments: [
    ("هاجمت القطط الكلاب في الحي.", "هاجمت الكلاب القطط في الحي."),
    ("لم تصل القافلة إلى البلدة.", "وصلت القافلة إلى البلدة."),
    ("مددت المحكمة الحبس أسبوعا.", "مددت المحكمة الحبس أسبوعين."),
    ("The convoy left on Saturday.", "The convoy left on Monday."),
  ])
  func `other words are left to the forest`(a: String, b: String) {
    let relation = Self.relation(a, b)
    #expect(relation == nil || relation == .conflicting)
  }

  @Test func `two legs and two rounds are two events`() {
    #expect(
      Setting.areOtherEvents(
        Pair(statementsOf: Self.report("انتهت مباراة الذهاب."), Self.report("انتهت مباراة الإياب."))))
    #expect(
      Setting.areOtherEvents(
        Pair(statementsOf: Self.report("بدأت الجولة الثالثة."), Self.report("بدأت الجولة الرابعة."))))
    #expect(
      !Setting.areOtherEvents(
        Pair(statementsOf: Self.report("حل الفريق في المركز الأول."), Self.report("حل الفريق في المركز الثالث."))))
  }

  @Test func `a toll that has risen by a later day contradicts none`() {
    func rules(_ day: String) -> [String] {
      Pair(
        statementsOf: Self.report("أصيب ثلاثة عمال في الحريق.", "2024-05-15"),
        Self.report("ارتفع عدد المصابين في الحريق إلى سبعة عمال.", day)
      ).differences().map(\.rule)
    }
    #expect(rules("2024-05-16").contains("number.later-count"))
    #expect(rules("2024-05-15").contains("number.disjoint"))
  }
}
