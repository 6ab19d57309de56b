import Testing

@testable import Khabar
@testable import KhabarExport

@Suite struct CatalogueTests {
  @Test func `both languages name the same values`() {
    #expect(Set(Catalogue.arabic.values.keys) == Set(Catalogue.english.values.keys))
  }

  @Test(arguments: InterfaceLanguage.allCases) func `every value of the model has a name`(language: InterfaceLanguage) {
    let keys =
      Relation.allCases.map { "relation.\($0.rawValue)" }
      + Difference.Dimension.allCases.map { "dimension.\($0.rawValue)" }
      + Difference.Verdict.allCases.map { "verdict.\($0.rawValue)" }
      + Comparison.SameEvent.Verdict.allCases.map { "event.\($0.rawValue)" }
      + Block.Kind.allCases.map { "block.\($0.rawValue)" } + Mention.Kind.allCases.map { "mention.\($0.rawValue)" }
      + Finding.Severity.allCases.map { "severity.\($0.rawValue)" }
      + Fact.Polarity.allCases.dropFirst().map { "polarity.\($0.rawValue)" }
      + Fact.Certainty.allCases.dropFirst().map { "certainty.\($0.rawValue)" }
      + Fact.Quoted.allCases.dropFirst().map { "quoted.\($0.rawValue)" }
      + Comparison.Change.allCases.map { "change.\($0.rawValue)" }
      + Comparison.Versions.Notice.Kind.allCases.map { "notice.\($0.rawValue)" } + ["verdict.update"]
      + ["ar", "en", "und"].map { "language.\($0)" }
    #expect(keys.filter { language.words.values[$0]?.isEmpty != false } == [])
    #expect(Set(keys) == Set(language.words.values.keys))
  }

  @Test(arguments: [
    ("facts aligned: 7 of 13", "الوقائع المتقابلة: 7 من 13"), ("both name A, B", "كلاهما يذكر A، B"),
    ("published on one day", "نُشرا في يوم واحد"),
    ("days between their publication: 3", "الأيام بين نشر الأول ونشر الثاني: 3"),
    ("the places differ: A and B", "المكانان مختلفان: A وB"),
    ("no fact, name or place in common", "لا واقعة ولا اسم ولا مكان مشترك بينهما"), ("other", "other"),
  ]) func `the evidence is told in Arabic`(english: String, arabic: String) {
    #expect(Catalogue.arabic.sentence(english) == arabic)
  }

  @Test func `no sentence of the evidence is left in English`() {
    func report(_ text: String, _ day: String) -> Report {
      Report(of: Article(plainText: Array(text.utf8), name: "a.txt", published: day))
    }
    let one = report("وصل هيثم بن طارق آل سعيد إلى مسقط يوم الاثنين.", "2023-05-08")
    let other = report("فاز الفريق بالمباراة.", "2023-05-31")
    for (a, b) in [(one, one), (one, other)] {
      let comparison = Comparison(of: a, and: b)
      let arabic = InterfaceLanguage.arabic.reasons(of: comparison).sameEvent.because
      #expect(zip(arabic, comparison.sameEvent.because).allSatisfy { $0 != $1 })
    }
  }

  @Test func `reasons are told in the language asked for`() {
    func report(_ text: String) -> Report { Report(of: Article(plainText: Array(text.utf8), name: "a.txt")) }
    let relation = StatementRelation(of: report("قتل 12 شخصا في مسقط"), and: report("مقتل 15 شخصا في مسقط"))
    #expect(!relation.differences.isEmpty)
    let arabic = InterfaceLanguage.arabic.reasons(of: relation)
    for (difference, told) in zip(relation.differences, arabic.differences) {
      #expect(told.reason == DifferenceRule.named(difference.rule)?.arabicReason)
    }
    #expect(InterfaceLanguage.english.reasons(of: relation).differences == relation.differences)
  }
}
