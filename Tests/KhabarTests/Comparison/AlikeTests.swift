import Testing

@testable import Khabar

/// What is told in other words: synonyms, names in two scripts, times without a year, sites, vague counts.
@Suite struct AlikeTests {
  private static func report(_ text: String, _ published: String? = nil) -> Report {
    Report(of: Article(plainText: Array(text.utf8), name: "a", published: published))
  }

  private static func rules(_ a: String, _ b: String, _ published: String? = nil) -> [String] {
    Features.evidence(Statement(report(a, published)), Statement(report(b, published))).found.map(\.rule)
  }

  /// How alike the likest words of two statements are.
  private static func likeness(_ a: String, _ b: String) -> Float {
    let (a, b) = (report(a), report(b))
    let known = KnownTerms()
    let anchors = Anchors.linked(ComparedReport(a, known), ComparedReport(b, known))
    let alignment = Alignment(
      Terms(a.words, [a.words.indices], anchors.a, known), Terms(b.words, [b.words.indices], anchors.b, known))
    return alignment.fromA.map(\.similarity).max() ?? 0
  }

  @Test(arguments: [("حتفهم", "حتف"), ("لقي حتفه", "killed"), ("سيارة", "car")])
  func `words for one thing are alike`(a: String, b: String) { #expect(Self.likeness(a, b) > 0.9) }

  @Test(arguments: [("سيارة", "بيت"), ("car", "house")])
  func `words for two things are not`(a: String, b: String) { #expect(Self.likeness(a, b) < 0.9) }

  @Test func `rare names are one in two scripts`() {
    #expect(Self.likeness("تابلاط", "Tablat") == 1)
    #expect(Self.likeness("تابلاط", "Barika") < 1)
    // A common word with the same consonants is no name.
    #expect(Self.likeness("كتاب", "Cattab") < 1)
  }

  @Test(arguments: [
    ("تجرى الانتخابات مطلع نيسان.", "تجرى الانتخابات في 4 نيسان.", "date.contained"),
    ("The manuscript was stolen in mid-January.", "The manuscript was stolen on 14 January.", "date.contained"),
    ("The bridge was hit on Saturday.", "The bridge was hit over the weekend.", "date.contained"),
    ("The bridge was hit on Monday.", "The bridge was hit on Tuesday.", "date.disjoint"),
    ("أُفرج عن السجناء الخميس.", "أُفرج عن السجناء هذا الأسبوع.", "date.contained"),
    ("تنطلق الامتحانات في 7 حزيران.", "تنطلق الامتحانات في 14 حزيران.", "date.disjoint"),
  ])
  func `times without a year or a week are compared as of any one`(a: String, b: String, rule: String) {
    #expect(Self.rules(a, b).contains(rule))
    #expect(Self.rules(a, b, "2025-05-07").contains(rule))
  }

  @Test(arguments: [
    // What is measured came from there; of people "منها" would be a part.
    ("تسرب من السفينة نحو 300 طن من الوقود.", "تسرب منها 410 أطنان من الوقود.", "number.disjoint", true),
    ("لم يوقع الحريق خسائر في الأرواح.", "لقي شخصان حتفهما في الحريق.", "polarity.none", true),
    ("أوقفت الشرطة خمسة أشخاص بينهم سائق.", "أوقفت الشرطة ثلاثة أشخاص.", "number.disjoint", true),
    ("غرق زورقان قبالة صور.", "غرق زورق واحد قبالة صور.", "number.disjoint", true),
    ("أضرب تسعة آلاف عامل.", "لم يتوقف سوى خط إنتاج واحد.", "number.disjoint", false),
    ("بلغت إصابات التسمم 41 حالة.", "بلغ عدد إصابات التسمم 26 تلميذا.", "number.disjoint", true),
    ("دام الإضراب 11 يوما.", "دام الإضراب أكثر من أسبوع.", "date.deadline", false),
    ("نالت وكيلته الفرنسية عمولة.", "نالت وكيلة أعمال أوروبية عمولة.", "place.other", false),
  ])
  func `rules see it whatever the relation is`(a: String, b: String, rule: String, isSeen: Bool) {
    #expect(Self.rules(a, b).contains(rule) == isSeen)
  }

  @Test func `a period explains no two figures that may be one`() {
    let rules = Self.rules("وصل 22 ألف طن من القمح يوم 4 نيسان.", "وصل أكثر من 20 ألف طن من القمح مطلع نيسان.")
    #expect(rules.contains("number.interval-overlap") && rules.contains("date.contained"))
    #expect(!rules.contains("scope.period"))
  }

  @Test(arguments: [
    ("غادر 17 موظفا المدينة.", "غادر عدد من الموظفين المدينة.", true),
    ("Four diplomats stayed in Damascus.", "A handful of diplomats stayed in Damascus.", true),
    ("Four diplomats stayed in Damascus.", "Four diplomats stayed in Damascus.", false),
  ])
  func `several stand beside a figure`(a: String, b: String, isUncounted: Bool) {
    #expect(Self.rules(a, b).contains("number.uncounted") == isUncounted)
  }

  @Test func `a share of some is no part that was counted`() {
    #expect(Self.rules("بلغت نسبة المضربين 90% من الأطباء.", "أضرب 92 في المئة منهم.").contains("number.disjoint"))
  }

  @Test(arguments: [
    ("The firm paid the workers.", "The firm has yet to pay the workers.", true),
    ("The firm pays the workers.", "The firm no longer pays the workers.", true),
    ("لا تمنح الرخص جهة غير الوزارة.", "تمنح الوزارة الرخص.", false),
  ])
  func `negators of several words`(a: String, b: String, isNegated: Bool) {
    #expect(Self.rules(a, b).contains("polarity.negated") == isNegated)
  }

  @Test func `directions of one place exclude each other in two languages`() {
    let (a, b) = ("حُدد مركز الهزة جنوب شرقي تابلاط.", "The epicentre lay north-west of Tablat, a farming town.")
    #expect(Self.rules(a, b).contains("place.direction"))
  }
}
