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

  @Test(arguments: [
    ("الأسبوع الأول من شباط", "الأسبوع الأول من شباط=2024-02-01/2024-02-07"),
    ("الأسبوع الثاني من الشهر الجاري", "الأسبوع الثاني من الشهر الجاري=2024-05-08/2024-05-14"),
    ("الأسبوع الأخير من أيار", "الأسبوع الأخير من أيار=2024-05-25/2024-05-31"),
    ("الأسبوع الثالث من عام 2027", "الأسبوع الثالث من عام 2027=2027-01-18/2027-01-24"),
    ("منتصف أيار", "منتصف أيار=2024-05-11/2024-05-20"),
    ("أواخر نيسان/أبريل الماضي", "أواخر نيسان/أبريل الماضي=2024-04-21/2024-04-30"),
    ("غرة رمضان 1445", "غرة رمضان 1445=2024-03-11"), ("أواخر رمضان 1445", "أواخر رمضان 1445=2024-03-31/2024-04-09"),
    ("الثلث الأول من الشهر", "الثلث الأول من الشهر=2024-05-01/2024-05-10"),
    ("الربع الأخير من العام الماضي", "الربع الأخير من العام الماضي=2023-10-01/2023-12-31"),
    ("15 مارس 2024 الموافق 5 رمضان 1445", "15 مارس 2024 الموافق 5 رمضان 1445=2024-03-15"),
    ("الجمعة 5 رمضان 1445هـ - 15 مارس 2024م", "الجمعة 5 رمضان 1445هـ - 15 مارس 2024م=2024-03-15"),
    ("الجمعة (17 مايو/أيار)", "الجمعة (17 مايو/أيار)=2024-05-17"),
    ("17 مايو أيار 2023", "17 مايو أيار 2023=2023-05-17"),
    ("في 17 الجاري", "17 الجاري=2024-05-17"), ("15/يونيو/2016", "15/يونيو/2016=2016-06-15"),
    ("3\\5\\2024", "3\\5\\2024=2024-05-03"),
    ("فجر الأربعاء", "فجر الأربعاء=2024-05-15"),
    ("ليلة الثلاثاء/الأربعاء", "ليلة الثلاثاء/الأربعاء=2024-05-14/2024-05-15"),
    ("الخميس قبل الماضي", "الخميس قبل الماضي=2024-05-02"), ("العام قبل الماضي", "العام قبل الماضي=2022"),
    ("آخر جمعة في يناير", "آخر جمعة في يناير=2024-01-26"),
    ("الجمعة الأخيرة من رمضان", "الجمعة الأخيرة من رمضان=2024-04-05"),
    ("اليوم الأخير من الشهر", "اليوم الأخير من الشهر=2024-05-31"), ("أول أيام رمضان", "أول أيام رمضان=2024-03-11"),
    ("السنتين الماضيتين", "السنتين الماضيتين=2022-05-15/2024-05-15"),
    ("اليومين المقبلين", "اليومين المقبلين=2024-05-16/2024-05-17"),
    ("قبل شهر ونصف", "قبل شهر ونصف=2024-03-31~"), ("منذ عامين ونصف العام", "منذ عامين ونصف العام=2021-11"),
    ("قبل نحو 3 سنوات", "قبل نحو 3 سنوات=2021~"), ("بعد يومين من 8 أيار 2023", "بعد يومين من 8 أيار 2023=2023-05-10"),
    ("سيعود بعد أسبوعين من الغد", "بعد أسبوعين من الغد=2024-05-30~"),
    ("شتاء 2022-2023", "شتاء 2022-2023=2022-12-01/2023-02-28"),
    ("موسم 2023/2024", "2023/2024=2023-01-01/2024-12-31"), ("القرن الـ19", "القرن الـ19=1801-01-01/1900-12-31"),
    ("ثلاثينيات القرن التاسع عشر", "ثلاثينيات القرن التاسع عشر=1830-01-01/1839-12-31"), ("عام ألفين", "عام ألفين=2000"),
    ("الألفينات", "الألفينات=2000-01-01/2009-12-31"), ("الخامسة من مساء أمس", "الخامسة من مساء أمس=2024-05-14T17:00"),
    ("مساء الجمعة الساعة الثامنة", "مساء الجمعة الساعة الثامنة=2024-05-10T20:00"),
    ("الجمعة الساعة الثامنة", "الجمعة الساعة الثامنة=2024-05-10"),
    ("أمس الساعة 15.30", "أمس الساعة 15.30=2024-05-14T15:30"),
    ("أمس الساعة 11 ظهراً", "أمس الساعة 11 ظهراً=2024-05-14T11:00"),
    ("أمس الساعة الثانية ليلاً", "أمس الساعة الثانية ليلاً=2024-05-14T02:00"),
    ("أمس الساعة 18:00 (15:00 ت.غ)", "أمس الساعة 18:00 (15:00 ت.غ)=2024-05-14T15:00Z"),
    ("من يناير حتى مارس الماضي", "من يناير حتى مارس الماضي=2024-01-01/2024-03-31"),
    ("تاريخ النشر: 6 مارس 2024 - 13:18", "6 مارس 2024 - 13:18=2024-03-06T13:18"),
  ]) func `forms of news Arabic`(text: String, expected: String) { #expect(times(text) == [expected]) }

  @Test(arguments: [
    ("mid-May", "mid-May=2024-05-11/2024-05-20"),
    ("the first week of May", "the first week of May=2024-05-01/2024-05-07"),
    ("the last week of April", "the last week of April=2024-04-24/2024-04-30"),
    ("Q1 2024", "Q1 2024=2024-01-01/2024-03-31"),
    ("since Oct. 7, 2023", "Oct. 7, 2023=2023-10-07"), ("a month ago", "a month ago=2024-04"),
    ("the 2023/24 season", "2023/24=2023-01-01/2024-12-31"), ("in the '90s", "90s=1990-01-01/1999-12-31"),
    ("the early 1990s", "early 1990s=1990-01-01/1993-05-02"),
    ("winter of 2022-23", "winter of 2022-23=2022-12-01/2023-02-28"),
    ("Tuesday at 1630 GMT", "Tuesday at 1630 GMT=2024-05-14T16:30Z"),
    ("the last Friday of May", "the last Friday of May=2024-05-31"),
    ("May 3 and 4", "May 3 and 4=2024-05-03/2024-05-04"),
    ("5 Ramadan 1445 (15 March 2024)", "5 Ramadan 1445 (15 March 2024)=2024-03-15"),
    ("last Tuesday", "last Tuesday=2024-05-14"), ("the past decade", "the past decade=2010-01-01/2019-12-31"),
  ]) func `forms of news English`(text: String, expected: String) { #expect(times(text) == [expected]) }

  @Test func `several days share one month`() {
    #expect(times("يومي 3 و4 يونيو 2023") == ["3=2023-06-03", "4 يونيو 2023=2023-06-04"])
    #expect(
      times("في 12 و13 و14 من الشهر الجاري") == ["12=2024-05-12", "13=2024-05-13", "14 من الشهر الجاري=2024-05-14"])
    #expect(times("السبت المقبل والأحد") == ["السبت المقبل=2024-05-18", "والأحد=2024-05-19"])
  }

  @Test func `the next day is told by the day before it in the text`() {
    #expect(
      times("وصل في 8 أيار 2023 وغادر في اليوم التالي", nil) == ["8 أيار 2023=2023-05-08", "اليوم التالي=2023-05-09"])
    #expect(times("arrived on May 8, 2023 and left the next day", nil).last == "the next day=2023-05-09")
    #expect(times("في عام 2019 وفي العام التالي") == ["عام 2019=2019", "العام التالي=2020"])
    #expect(times("وصل في أيار 2023 وغادر في اليوم التالي").last == "اليوم التالي=?")
    #expect(times("وصل في 8 أيار 2023 وغادر في اليوم التالي للهجوم").last == "اليوم التالي=?")
  }

  @Test func `the anchor says where the value is from`() {
    func anchors(_ text: String, _ published: String?) -> [TimeExpression.Anchor] {
      let words = Words(Array(text.utf8))
      return TimeExtractor.times(in: words, 0..<words.count, published: published).map(\.anchor)
    }
    #expect(anchors("أمس وفي 8 أيار 2023 وفي 8 أيار", "2024-05-15") == [.published, .text, .published])
    #expect(anchors("أمس وفي 8 أيار 2023 وفي 8 أيار", nil) == [.none, .text, .none])
  }

  @Test(arguments: [
    "31 شباط 2023", "31 شباط", "30 February 2023", "30 February", "5 رمضان 1550", "5 رمضان 1501", "في 5 رمضان 0000",
    "29 فبراير 2023", "31 أبريل 2024", "عام 0", "عام 0000", "1 يناير 0", "عام 1445",
    "بداية الألفية", "2024-13-45", "99/99/9999",
  ])
  func `a day that does not exist has no value`(text: String) {
    #expect(times(text).allSatisfy { $0.hasSuffix("=?") })
  }

  @Test(arguments: [
    "مارس الضغط", "رجب طيب أردوغان", "he may march on", "خلال 48 ساعة", "قرار 242", "اليوم العالمي", "second-hand",
    "2000 موظف", "فاز 3-صفر", "باب التبانة", "في الثلاثينيات من عمره", "in his thirties", "in her 30s", "2000 على 3",
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
    ["يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيه", "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."],
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
  ]

  /// A month's name alone or with its name in another system, and what stands between and behind them.
  private struct Form: Sendable {
    var name: Int
    var twin: Int?
    var between = ""
    var behind = ""
  }

  private static let forms: [Form] = [
    Form(name: 0), Form(name: 1), Form(name: 2), Form(name: 3), Form(name: 4), Form(name: 5), Form(name: 6),
    Form(name: 1, twin: 0, between: "/ "), Form(name: 0, twin: 1, between: "/"),
    Form(name: 0, twin: 1, between: " (", behind: ")"), Form(name: 1, twin: 0, between: " "),
    Form(name: 3, twin: 0, between: " - "), Form(name: 2, twin: 1, between: "/"),
  ]

  @Test(arguments: 0..<13) func `every day of 1990 to 2035 reads back in every month system`(form: Int) throws {
    let form = Self.forms[form]
    let first = try #require(Gregorian.day(1990, 1, 1))
    let last = try #require(Gregorian.day(2035, 12, 31))
    let days = (first...last).filter { day in
      // A doubled name needs two names.
      let month = Gregorian.parts(day).month - 1
      guard let twin = form.twin else { return true }
      return Self.systems[form.name][month] != Self.systems[twin][month]
    }
    let text = days.map { day in
      let (year, month, number) = Gregorian.parts(day)
      let twin = form.twin.map { Self.systems[$0][month - 1] } ?? ""
      let name = Self.systems[form.name][month - 1] + form.between + twin + form.behind
      return "\(number) \(name) \(year)"
    }.joined(separator: "\n")
    let words = Words(Array(text.utf8))
    let found = TimeExtractor.times(in: words, 0..<words.count, published: nil)
    #expect(found.count == days.count)
    #expect(zip(found, days).first { $0.edtf != EDTF.text($1) }.map { words.text($0.0.range) } == nil)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "1/", "يوم و1 ", "3 أيام و", "ألف ", "من 3 ", "سالب ", "بين 1 و", "May 3-", "1 ", "الأحد ", "1 و", "1/1/", "½ ",
      "ساعة و", "1-", "بعد يومين من ",
      "آخر يوم في ", "10:30 (", "اليوم التالي ", "الأسبوع الأول من ", "3، ", "أول أيام ",
    ])
  func `hostile repetition takes linear time`(unit: String) {
    let words = Words(Array(String(repeating: unit, count: 5000).utf8))
    let found = TimeExtractor.times(in: words, 0..<words.count, published: "2024-05-15")
    let quantities = QuantityExtractor.quantities(in: words, 0..<words.count, outside: found)
    #expect(found.count + quantities.count <= words.count)
  }
}
