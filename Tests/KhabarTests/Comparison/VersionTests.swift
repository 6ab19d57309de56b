import Testing

@testable import Khabar

/// Two versions of one article.
@Suite struct VersionTests {
  private static func report(_ text: String, _ published: String? = "2024-05-12") -> Report {
    Report(of: Article(plainText: Array(text.utf8), name: "article", published: published))
  }

  private static func versions(_ old: String, _ new: String) -> Comparison {
    Comparison(versions: report(old), report(new))
  }

  private static let lead = "انهار جسر للمشاة فوق طريق الكورنيش صباح الأحد. "

  @Test(arguments: [
    ("أصيب ثلاثة أشخاص بجروح في الحادث.", "أصيب سبعة أشخاص بجروح في الحادث.", "number.raised", "3", "7"),
    ("The ferry had 47 people on board.", "The ferry had 41 people on board.", "number.lowered", "47", "41"),
    (
      "تعقد الوزارة الجلسة في 14 أيار 2024.", "تعقد الوزارة الجلسة في 17 أيار 2024.", "date.updated", "2024-05-14",
      "2024-05-17"
    ),
    (
      "The council appointed Anna Berg as its director.", "The council appointed Paul Lindt as its director.",
      "name.updated", "Anna Berg", "Paul Lindt"
    ),
  ])
  func `a changed value is an update with its old and new value`(
    old: String, new: String, rule: String, before: String, after: String
  ) throws {
    let comparison = Self.versions(Self.lead + old, Self.lead + new)
    #expect(comparison.conflicting.isEmpty)
    let match = try #require(comparison.changed.first)
    #expect(match.change == .updated)
    let difference = try #require(match.differences.first { $0.rule == rule }, "\(match.differences.map(\.rule))")
    #expect(difference.isUpdate)
    #expect(difference.verdict == .compatible)
    #expect(difference.a.value == before)
    #expect(difference.b.value == after)
  }

  @Test func `a changed quotation is an update`() throws {
    let comparison = Self.versions(
      "قال رئيس البلدية سامي الحداد: «كان الجسر بحاجة إلى صيانة عاجلة قبل الشتاء».",
      "قال رئيس البلدية سامي الحداد: «كان الجسر بحاجة إلى صيانة شاملة قبل الشتاء».")
    #expect(comparison.changed.flatMap(\.differences).map(\.rule) == ["quote.updated"])
  }

  @Test func `a statement that gets or loses its source is an update`() {
    let (bare, attributed) = ("أغلق المعبر أمام الشاحنات.", "قال محافظ البصرة إن المعبر أغلق أمام الشاحنات.")
    #expect(Self.versions(bare, attributed).changed.flatMap(\.differences).map(\.rule).contains("source.added"))
    #expect(Self.versions(attributed, bare).changed.flatMap(\.differences).map(\.rule).contains("source.removed"))
  }

  @Test func `added and removed facts are told apart from changed ones`() {
    let old = "انهار الجسر صباح الأحد.\nوقال شهود إن صوت ارتطام قوي سُمع قبل ذلك.\nوأصيب ثلاثة أشخاص بجروح."
    let new = "انهار الجسر صباح الأحد.\nوأصيب خمسة أشخاص بجروح.\nوأمرت وزارة الأشغال بفحص جسور المدينة."
    let comparison = Self.versions(old, new)
    #expect(comparison.changed.count == 1)
    #expect(comparison.removed.map { comparison.a.text($0.span) } == ["صوت ارتطام قوي سُمع قبل ذلك"])
    #expect(comparison.added.map { comparison.b.text($0.span) } == ["أمرت وزارة الأشغال بفحص جسور المدينة"])
    #expect(comparison.kept.count == 1)
  }

  @Test func `a moved paragraph is kept`() {
    let parts = [
      "Rescuers used two helicopters.", "The port of Velmar was closed.", "Divers are searching the wreck today.",
      "The Norda was built in 1987.",
    ]
    let comparison = Self.versions(
      parts.joined(separator: "\n"), ([parts[3]] + parts[..<3]).joined(separator: "\n"))
    #expect(comparison.changed.isEmpty)
    #expect(comparison.added.isEmpty && comparison.removed.isEmpty)
    let moved = comparison.shared.filter(\.isMoved).map { comparison.a.text($0.a[0].span) }
    #expect(moved == ["The Norda was built in 1987"])
  }

  @Test(arguments: [
    ("وصلـت ٥ شاحنات إلى المَعبَر.", "وصلت 5 شاحنات إلى المعبر."),
    ("The ferry sank on Monday with 41 people on board.", "The ferry sank Monday with 41 people aboard."),
    ("اعلن الوزير افتتاح المدرسة الجديدة.", "أعلن الوزير افتتاح المدرسة الجديدة."),
  ])
  func `what is only written otherwise is no change`(old: String, new: String) {
    let comparison = Self.versions(old, new)
    #expect(comparison.changed.isEmpty, "\(comparison.changed.flatMap(\.differences))")
    #expect(comparison.kept.count == 1)
    #expect(comparison.added.isEmpty && comparison.removed.isEmpty)
  }

  @Test func `added and dropped words are shown`() throws {
    let comparison = Self.versions(
      "The ferry sank off Velmar.", "The ferry sank off Velmar in heavy fog.")
    let match = try #require(comparison.changed.first)
    #expect(match.change == .extended)
    #expect(match.differences.map(\.rule) == ["wording.added"])
    #expect(match.differences.map(\.b.text) == ["heavy fog"])
    #expect(match.differences.map(\.a.text) == [""])
    let back = Self.versions("The ferry sank off Velmar in heavy fog.", "The ferry sank off Velmar.")
    #expect(back.changed.map(\.change) == [.shortened])
  }

  @Test func `times of the page and links are noise`() {
    let body = "انهار الجسر صباح الأحد.\nوأصيب ثلاثة أشخاص بجروح."
    let comparison = Self.versions(
      "انهيار جسر في المرفأ\nنشر: 12 أيار 2024، 09:10\n\n\(body)\n\nاقرأ أيضا: افتتاح سوق السمك",
      "انهيار جسر في المرفأ\nآخر تحديث: 12 أيار 2024، 18:40\n\n\(body)\n\nاقرأ أيضا: مهرجان الربيع ينطلق الخميس")
    #expect(comparison.changed.isEmpty && comparison.added.isEmpty && comparison.removed.isEmpty)
    #expect(comparison.versions?.isChanged == false)
  }

  @Test func `another day of publication changes no day that the text names alike`() {
    let text = "Divers found the wreck yesterday."
    let comparison = Comparison(versions: Self.report(text, "2024-05-12"), Self.report(text, "2024-05-13"))
    #expect(comparison.shared.map(\.change) == [.unchanged])
  }

  @Test func `a changed headline is shown, whatever its facts are aligned with`() throws {
    let body = "\n\nانهار الجسر صباح الأحد، وأصيب ثلاثة أشخاص بجروح.\nونقل المصابون إلى المستشفى."
    let comparison = Self.versions("جرحى في انهيار جسر المرفأ\(body)", "نقل المصابين بعد كارثة المرفأ\(body)")
    let headline = try #require(comparison.versions?.headline)
    #expect(headline.a.map(comparison.a.text) == "جرحى في انهيار جسر المرفأ")
    #expect(headline.b.map(comparison.b.text) == "نقل المصابين بعد كارثة المرفأ")
    #expect(comparison.added.isEmpty && comparison.removed.isEmpty)
  }

  @Test(arguments: [
    ("تصحيح: ذكرت نسخة سابقة أن الجسر شيد عام 1987، والصحيح 1978.", Comparison.Versions.Notice.Kind.correction),
    ("تم تعديل هذا الخبر لتصحيح عدد الجرحى.", .correction),
    ("ورد في نسخة سابقة من هذا الخبر أن المصابين تسعة.", .correction),
    ("توضيح: لم يكن الوزير حاضرا في الجلسة.", .clarification),
    ("تنويه: حذفت صورة لا تخص الحادث.", .editorsNote),
    ("Correction: The captain is Peter Lindt, not Paul.", .correction),
    ("Correction, 5 March 2024: The captain is Peter Lindt.", .correction),
    ("An earlier version of this article misstated the captain's first name.", .correction),
    ("This article was amended on 5 March 2024 to correct the number of passengers.", .correction),
    ("This story has been updated with comments from the company.", .update),
    ("UPDATE: The search was called off.", .update),
    ("Clarification: The company owns half of the ship.", .clarification),
    ("Editor's note: A photograph was replaced.", .editorsNote),
    ("This report has been withdrawn because its source was not reliable.", .retraction),
  ])
  func `a new notice is named and its facts are no news`(notice: String, kind: Comparison.Versions.Notice.Kind) {
    let comparison = Self.versions("\(Self.lead)", "\(Self.lead)\n\n\(notice)")
    #expect(comparison.versions?.notices.map(\.kind) == [kind])
    #expect(comparison.versions?.notices.map(\.side) == [.b])
    #expect(comparison.versions?.notices.map { comparison.b.text($0.span) } == [notice])
    #expect(comparison.added.isEmpty)
  }

  @Test(arguments: [
    "The update of the software took ten hours.", "The minister corrected the figures on Monday.",
    "صححت الوزارة أرقام التضخم يوم الاثنين.", "نشرت الوكالة هذا الخبر قبل يومين.",
    "The court said the earlier ruling was wrong.",
  ])
  func `what others correct or update is news`(text: String) {
    let comparison = Self.versions(Self.lead, "\(Self.lead)\n\n\(text)")
    #expect(comparison.versions?.notices == [])
    #expect(comparison.added.count == 1)
  }

  @Test func `a notice that stays is none of the changes, one that goes is`() {
    let noted = "\(Self.lead)\n\nتصحيح: الجسر شيد عام 1978."
    #expect(Self.versions(noted, noted).versions?.notices == [])
    #expect(Self.versions(noted, Self.lead).versions?.notices.map(\.side) == [.a])
  }

  @Test func `a fact stands in exactly one list`() {
    let comparison = Self.versions(
      "جسر ينهار\n\n\(Self.lead)وأصيب ثلاثة. وقال شهود إنهم سمعوا صوتا.",
      "جسر آخر ينهار\n\n\(Self.lead)وأصيب سبعة أشخاص. تصحيح: أصيب سبعة لا ثلاثة.\n\nتصحيح: الجسر شيد عام 1978.")
    func ids(_ match: KeyPath<Comparison.Match, [Comparison.Place]>, _ alone: [Comparison.Place]) -> [Int] {
      (comparison.shared.flatMap { $0[keyPath: match] } + alone).map(\.fact).sorted()
    }
    #expect(ids(\.a, comparison.onlyInA) == comparison.a.facts.map(\.id).sorted())
    #expect(ids(\.b, comparison.onlyInB) == comparison.b.facts.map(\.id).sorted())
  }
}
