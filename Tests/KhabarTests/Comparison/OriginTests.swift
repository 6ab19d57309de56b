import Testing

@testable import Khabar

/// From how many origins comes what two articles both tell.
@Suite struct OriginTests {
  private static func origins(_ a: String, _ b: String, outlets: (String?, String?) = (nil, nil)) -> Int {
    func report(_ text: String, _ outlet: String?) -> Report {
      Report(of: Article(plainText: Array(text.utf8), name: "article", outlet: outlet))
    }
    return Comparison(of: report(a, outlets.0), and: report(b, outlets.1)).independentOrigins
  }

  @Test(arguments: [
    // One agency, quoted by both.
    ("أفادت رويترز بأن المحادثات توقفت مساء السبت.", "ذكرت وكالة رويترز أن المحادثات توقفت مساء السبت."),
    ("Reuters reported that the ferry sank off Velmar.", "The ferry sank off Velmar, according to Reuters."),
    // One official, through whomever.
    (
      "نقلت رويترز عن المحافظ أسعد العيداني أن المعبر أغلق أمام الشاحنات.",
      "قال المحافظ أسعد العيداني إن المعبر أغلق أمام الشاحنات."
    ),
    ("Mayor Anna Berg said the bridge was closed.", "The bridge was closed, Anna Berg told reporters."),
    // One ministry.
    ("قالت وزارة النفط إن الحقل توقف عن الإنتاج.", "أعلنت وزارة النفط أن الحقل توقف عن الإنتاج."),
    // Two who cannot be told apart.
    ("قال مصدر أمني إن الطريق أعيد فتحه صباح الأحد.", "قال مصدر أمني رفيع إن الطريق أعيد فتحه صباح الأحد."),
  ])
  func `what both have from one source has one origin`(a: String, b: String) {
    #expect(Self.origins(a, b) == 1)
  }

  @Test(arguments: [
    ("قالت الشرطة إن المشتبه به فرّ نحو الحدود.", "قال شهود إن المشتبه به فرّ نحو الحدود."),
    ("Police said the suspect fled to the border.", "Witnesses said the suspect fled to the border."),
    ("قال المحافظ أسعد العيداني إن المعبر أغلق.", "قال العميد سامر حداد إن المعبر أغلق."),
    ("انهار جسر المرفأ صباح الأحد.", "وقال الدفاع المدني إن جسر المرفأ انهار صباح الأحد."),
  ])
  func `two sources are two origins`(a: String, b: String) {
    #expect(Self.origins(a, b) == 2)
  }

  @Test func `one source in two languages has one origin`() {
    #expect(
      Self.origins(
        "أفادت رويترز بأن زلزالا ضرب مدينة هرات وقتل 12 شخصا.",
        "An earthquake in Herat killed 12 people, Reuters reported.") == 1)
  }

  @Test func `a passage that both have word for word has one origin`() {
    let passage = "The ferry Norda sank off Velmar early on Monday with 41 people on board and three are missing."
    #expect(
      Self.origins(passage, "Sad news today.\n\(passage)\nThe weather stays bad in the north of the country.") == 1)
  }

  @Test func `who cites the outlet of the other article is no second origin`() {
    let (a, b) = ("The ferry sank off Velmar on Monday.", "The ferry sank off Velmar on Monday, Reuters reported.")
    #expect(Self.origins(a, b, outlets: ("Reuters", "Hadby Post")) == 1)
    #expect(Self.origins(a, b, outlets: ("Osby News", "Hadby Post")) == 2)
  }

  @Test func `two articles credited to one agency have one origin`() {
    let a = "غرق عبّارة قبالة فلمار\nفلمار (رويترز) - غرقت عبّارة قبالة فلمار صباح الاثنين."
    let b = "عبّارة تغرق\nفلمار (رويترز) - غرقت صباح الاثنين عبّارة قرب فلمار، وفق خفر السواحل."
    #expect(Self.origins(a, b) == 1)
  }

  @Test func `articles that share nothing have no common origin`() {
    #expect(Self.origins("Wheat prices rose.", "فاز الفريق بالمباراة.") == 0)
  }
}
