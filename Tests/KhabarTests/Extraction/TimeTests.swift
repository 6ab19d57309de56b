import Testing

@testable import Khabar

@Suite struct TimeTests {
  /// The expressions of a text with their values ("أمس=2024-05-14"); "?" for no value.
  private func times(_ text: String, _ published: String? = "2024-05-15") -> [String] {
    let words = Words(Array(text.utf8))
    return TimeExtractor.times(in: words, 0..<words.count, published: published).map {
      words.text($0.range) + "=" + ($0.edtf ?? "?")
    }
  }

  @Test(arguments: [
    ("سافر في 8 أيار/ مايو 2023", "8 أيار/ مايو 2023=2023-05-08"),
    ("مطلع مايو الجاري", "مطلع مايو الجاري=2024-05-01/2024-05-10"),
    ("الثامن من أيار", "الثامن من أيار=2024-05-08"), ("أمس الثلاثاء", "أمس الثلاثاء=2024-05-14"),
    ("الأحد الماضي", "الأحد الماضي=2024-05-12"), ("الجمعة المقبلة", "الجمعة المقبلة=2024-05-17"),
    ("قبل يومين", "قبل يومين=2024-05-13"), ("منذ أسبوع", "منذ أسبوع=2024-05-08~"),
    ("الشهر المنصرم", "الشهر المنصرم=2024-04"),
    ("أواخر الشهر المقبل", "أواخر الشهر المقبل=2024-06-21/2024-06-30"),
    ("من 3 إلى 5 مايو", "من 3 إلى 5 مايو=2024-05-03/2024-05-05"),
    ("في 5 رمضان 1445 (15 مارس 2024)", "5 رمضان 1445 (15 مارس 2024)=2024-03-15"), ("عام 2019", "عام 2019=2019"),
    ("صيف 2023", "صيف 2023=2023-22"), ("الربع الثالث من عام 2016", "الربع الثالث من عام 2016=2016-07-01/2016-09-30"),
    ("بين عامي 2014 و2018", "بين عامي 2014 و2018=2014-01-01/2018-12-31"),
    ("6 مارس 2024 - 13:18", "6 مارس 2024 - 13:18=2024-03-06T13:18"),
    ("الجمعة عند الساعة العاشرة والنصف صباحاً", "الجمعة عند الساعة العاشرة والنصف صباحاً=2024-05-10T10:30"),
    ("العام الماضي", "العام الماضي=2023"), ("مطلع العام المقبل", "مطلع العام المقبل=2025-01-01/2025-03-31"),
    ("سيعقد الاجتماع الثلاثاء", "الثلاثاء=2024-05-21"),
    ("ليل السبت - الأحد", "ليل السبت - الأحد=2024-05-11/2024-05-12"),
    ("الأحد 13 أيار 2024", "الأحد 13 أيار 2024=2024-05-13"), ("اليوم التالي", "اليوم التالي=?"),
    ("سبعينيات القرن الماضي", "سبعينيات القرن الماضي=1970-01-01/1979-12-31"),
    ("on May 8, 2023", "on May 8, 2023=2023-05-08"),
    ("early May", "early May=2024-05-01/2024-05-10"), ("two days ago", "two days ago=2024-05-13"),
    ("next week", "next week=2024-05-20/2024-05-26"),
    ("in 2016", "2016=2016"), ("the third quarter of 2023", "the third quarter of 2023=2023-07-01/2023-09-30"),
    ("at 4:30 pm GMT on Tuesday", "at 4:30 pm GMT on Tuesday=2024-05-14T16:30Z"),
    ("May 3-5", "May 3-5=2024-05-03/2024-05-05"),
    ("summer of 2022", "summer of 2022=2022-22"),
    ("the first Friday of July 2024", "the first Friday of July 2024=2024-07-05"),
  ]) func `an expression has its value`(text: String, expected: String) { #expect(times(text) == [expected]) }

  @Test(arguments: ["31 شباط 2023", "30 February 2023", "5 رمضان 1550", "في 5 رمضان 0000", "29 فبراير 2023"])
  func `a day that does not exist has no value`(text: String) {
    #expect(times(text).allSatisfy { $0.hasSuffix("=?") })
  }

  @Test(arguments: [
    "مارس الضغط", "رجب طيب أردوغان", "he may march on", "خلال 48 ساعة", "قرار 242", "اليوم العالمي", "second-hand",
    "2000 موظف", "فاز 3-صفر", "باب التبانة",
  ]) func `other words are no time`(text: String) { #expect(times(text) == []) }

  @Test func `without a publication date relative times stay unresolved`() {
    #expect(times("أمس الثلاثاء وفي 8 أيار", nil) == ["أمس الثلاثاء=?", "8 أيار=?"])
  }

  private static let systems: [[String]] = [
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    [
      "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
      "كانون الأول",
    ],
    ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"],
    ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
  ]

  @Test(arguments: 0...5) func `every day of 1990 to 2035 reads back in every month system`(system: Int) throws {
    let first = try #require(Gregorian.day(1990, 1, 1))
    let last = try #require(Gregorian.day(2035, 12, 31))
    let days = Array(first...last)
    let text = days.map { day in
      let (year, month, number) = Gregorian.parts(day)
      let name =
        system < 5 ? Self.systems[system][month - 1] : Self.systems[1][month - 1] + "/ " + Self.systems[0][month - 1]
      return "\(number) \(name) \(year)"
    }.joined(separator: "\n")
    let words = Words(Array(text.utf8))
    let found = TimeExtractor.times(in: words, 0..<words.count, published: nil)
    #expect(found.count == days.count)
    #expect(zip(found, days).first { $0.edtf != EDTF.text($1) }.map { words.text($0.0.range) } == nil)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["1/", "يوم و1 ", "3 أيام و", "ألف ", "من 3 ", "سالب ", "بين 1 و", "May 3-", "1 ", "الأحد "])
  func `hostile repetition takes linear time`(unit: String) {
    let words = Words(Array(String(repeating: unit, count: 5000).utf8))
    let found = TimeExtractor.times(in: words, 0..<words.count, published: "2024-05-15")
    let quantities = QuantityExtractor.quantities(in: words, 0..<words.count, outside: found)
    #expect(found.count + quantities.count <= words.count)
  }
}
