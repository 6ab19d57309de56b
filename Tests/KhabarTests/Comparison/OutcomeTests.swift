import Testing

@testable import Khabar

/// What befell people, told in whatever words by two articles about one event.
@Suite struct OutcomeTests {
  private static let (harbour, hafen) = (
    "انهار رصيف الميناء القديم في بلدة تازارت مساء الثلاثاء.", "سقط الرصيف القديم في ميناء تازارت ليل الثلاثاء."
  )

  private static func comparison(_ a: String, _ b: String) -> Comparison {
    func report(_ text: String) -> Report {
      Report(of: Article(plainText: Array(text.utf8), name: "article", published: "2025-06-18"))
    }
    return Comparison(of: report(a), and: report(b))
  }

  private static func conflicts(_ a: String, _ b: String) -> [String] {
    comparison(a, b).conflicting.flatMap(\.differences).filter { $0.verdict == .conflict }.map(\.rule)
  }

  @Test(arguments: [
    ("وقال المحافظ إن الحادث لم يسفر عن أي وفيات.", "ولقي خمسة صيادين حتفهم تحت الأنقاض."),
    ("وقالت شركة الميناء إن العمال خرجوا جميعا سالمين.", "وأصيب ثلاثة عمال بكسور، بحسب طبيب."),
    ("وأضاف أنه لم يصب أحد بأذى.", "ونقل تسعة جرحى إلى مستشفى المدينة."),
    ("وقال قائد الشرطة إن أحدا من العمال لم يصب بأذى.", "ونقل حارسان إلى الطوارئ بجروح في الرأس."),
    ("وذكر أن الطاقم خرج دون أن يمسه أحد بسوء.", "وأصيب حارس بجرح في الرأس."),
  ])
  func `nobody and some are held against each other`(none: String, some: String) {
    #expect(Self.conflicts(Self.harbour + "\n\n" + none, Self.hafen + "\n\n" + some) == ["polarity.none"])
    #expect(Self.conflicts(Self.hafen + "\n\n" + some, Self.harbour + "\n\n" + none) == ["polarity.none"])
  }

  @Test func `a denial of any is held against some`() {
    let denied = Self.harbour + "\n\nونفت إدارة الميناء، في بيان صدر الأربعاء، تسجيل أي وفاة بين العمال."
    let some = Self.hafen + "\n\nوقال طبيب إن امرأة فارقت الحياة بعد ساعتين."
    #expect(Self.conflicts(denied, some) == ["polarity.none"])
  }

  @Test func `the dead are counted once in an article, the victims of another accident beside them`() {
    let old = "\n\nوكان حادث مماثل في الساحل قد أودى بحياة سبعة."
    let eight = Self.harbour + "\n\nوخلف ذلك ثمانية قتلى."
    #expect(Self.conflicts(eight, Self.hafen + "\n\nوتوفي ستة صيادين." + old) == ["number.disjoint"])
    #expect(Self.conflicts(eight, Self.hafen + "\n\nوتوفي ثمانية صيادين." + old).isEmpty)
  }

  @Test func `who spends the night somewhere has not died`() {
    let nobody = Self.harbour + "\n\nولم تسجل أي وفاة."
    #expect(Self.conflicts(nobody, Self.hafen + "\n\nوقال صياد إن زملاءه قضوا ليلتهم فوق السطح.").isEmpty)
    #expect(Self.conflicts(nobody, Self.hafen + "\n\nوقضى الحارس سبع سنوات في الميناء.").isEmpty)
  }

  @Test func `it is so in English and between two languages`() {
    let pier = "The old pier at Tazart harbour collapsed on Tuesday evening.\n\n"
    #expect(Self.conflicts(pier + "Nobody was hurt.", pier + "Three were treated for injuries.") == ["polarity.none"])
    let unharmed = "Not one member of the crew has so much as a scratch."
    #expect(Self.conflicts(pier + unharmed, pier + "Two sailors were hurt by splinters.") == ["polarity.none"])
    let hurt = Self.hafen + "\n\nوأصيب ثلاثة عمال بكسور."
    #expect(Self.conflicts(pier + "All the workers are safe.", hurt) == ["polarity.none"])
  }

  @Test func `who counts some elsewhere does not say that there were none`() {
    // Nobody of the crew, but some of the passengers.
    let a = Self.harbour + "\n\nولم يصب أحد من الحراس.\n\nوأصيب تسعة زوار بجروح."
    #expect(Self.conflicts(a, Self.hafen + "\n\nونقل تسعة جرحى إلى مستشفى المدينة.").isEmpty)
  }

  @Test func `the dead of another year are others`() {
    let old = "\n\nوكان حريق في الميناء قد أودى بحياة سبعين شخصا عام 1998."
    let nobody = Self.harbour + "\n\nومساء الثلاثاء لم تسجل أي وفيات."
    #expect(Self.conflicts(nobody, Self.hafen + old).isEmpty)
    let five = Self.hafen + "\n\nولقي خمسة صيادين حتفهم الثلاثاء."
    #expect(Self.conflicts(nobody + old, five) == ["polarity.none"])
  }

  @Test func `one person is held and at large, and two persons may be`() {
    let atLarge = Self.hafen + "\n\nأما صاحب المنشأة فلا يزال متواريا عن الأنظار."
    let owner = Self.harbour + "\n\nوقالت الشرطة إن مالك الرصيف سلم نفسه صباح الأربعاء."
    #expect(Self.conflicts(owner, atLarge) == ["polarity.opposite"])
    #expect(Self.conflicts(Self.harbour + "\n\nوأوقفت الشرطة حارسا.", atLarge).isEmpty)
  }

  @Test func `one person is in an office and out of it`() {
    let stepped = Self.harbour + "\n\nوقال مصدر في المجلس إن مدير الميناء عماد الكردي تنحى عن منصبه ليل الأربعاء."
    let pier = "The old pier at Tazart harbour collapsed on Tuesday evening.\n\n"
    let stayed = "The board said the director Imad al-Kurdi remained in his job and had its full confidence."
    #expect(Self.conflicts(stepped, pier + stayed) == ["polarity.opposite"])
    #expect(Self.conflicts(stepped, pier + stayed.replacing("Imad al-Kurdi", with: "Salim Haddad")) == ["name.other"])
  }

  @Test func `one person is alive and missing, and of several each may be`() {
    let alive = Self.harbour + "\n\nوقال فضل المولى إن القبطان حسن أبو زيد انتشل حيا."
    let missing = Self.hafen + "\n\nوما زال القبطان حسن أبو زيد في عداد المفقودين."
    #expect(Self.conflicts(alive, missing) == ["polarity.opposite"])
    let some = Self.harbour + "\n\nوقال فضل المولى إن أحد الصيادين انتشل حيا."
    #expect(Self.conflicts(some, Self.hafen + "\n\nوما زال أحد الصيادين في عداد المفقودين.").isEmpty)
    // There is one driver.
    let dead = Self.harbour + "\n\nوقال شاهد إن السائق لفظ أنفاسه في المكان."
    #expect(Self.conflicts(dead, Self.hafen + "\n\nونجا السائق برضوض طفيفة.") == ["polarity.opposite"])
  }
}
