import Testing

@testable import Khabar

/// Forms of attribution that `Tests/Attribution` was mended by, in other words.
@Suite struct FrameFormTests {
  @Test(arguments: [
    ("أكد الناطق باسم الإطفائية سامر الحاج أن النيران أُخمدت.", "الناطق باسم الإطفائية سامر الحاج > | النيران أُخمدت"),
    ("«لن نغادر بيوتنا مهما حدث هنا»، تقول المزارعة نوال.", "المزارعة نوال > | لن نغادر بيوتنا مهما حدث هنا"),
    ("تأخر القطار ثلاث ساعات، كما أعلنت الشركة.", "الشركة > | تأخر القطار ثلاث ساعات"),
    ("تأخر القطار ثلاث ساعات، على حد قول مدير المحطة.", "مدير المحطة > | تأخر القطار ثلاث ساعات"),
    ("وجاء في تقرير اللجنة أن السقف كان متصدعاً.", "تقرير اللجنة > | السقف كان متصدعاً"),
    ("اتهمت الشركة النقابة بتعطيل العمل.", "الشركة > | اتهمت الشركة النقابة بتعطيل العمل"),
    ("أبلغ مسؤولان فرانس برس بأن الجسر أُغلق.", "فرانس برس [فرانس برس] > مسؤولان > | الجسر أُغلق"),
    ("وزعت الخيام على النازحين وفق القانون الجديد.", "| وزعت الخيام على النازحين وفق القانون الجديد"),
    ("وزعت الخيام بالتساوي، بحسب معطيات رسمية.", "معطيات رسمية > | وزعت الخيام بالتساوي"),
    ("أكد بيان قطري تركي مشترك أن الممر آمن.", "بيان قطري تركي مشترك > | الممر آمن"),
    ("نقلت رويترز أن الممر أُغلق.", "رويترز [رويترز] > | الممر أُغلق"),
    ("أعلن الوزير في المقابل استعداد بلاده للحوار، بلا شروط.", "الوزير > | استعداد بلاده للحوار، بلا شروط"),
    ("أعلنت الوزارة استئناف الرحلات، لكن دون أي ضمانات.", "الوزارة > | استئناف الرحلات، لكن دون أي ضمانات"),
    ("أغلق المعبر مساء، على ما أفاد مصدر أمني.", "مصدر أمني > | أغلق المعبر مساء"),
    ("رد النائب قائلا إن الدستور واضح.", "النائب > | الدستور واضح"),
    ("ذكر بيان صادر عن الوزارة أن المعبر فُتح.", "بيان صادر عن الوزارة > | المعبر فُتح"),
  ]) func `in Arabic`(text: String, expected: String) { #expect(FactReading(text).lines == [expected]) }

  @Test(arguments: [
    ("A colonel, speaking by telephone, said the road was open.", "A colonel > | the road was open"),
    ("The survey showed most tenants were in debt.", "The survey > | most tenants were in debt"),
    ("Rents, the mayor said, will be cut.", "the mayor > | Rents, the mayor said, will be cut"),
    ("Two trains were late, people briefed on it said.", "people briefed on it > | Two trains were late"),
    ("The mayor on Friday called for an inquiry.", "The mayor > | The mayor on Friday called for an inquiry"),
    ("The union has often accused the firm.", "The union > | The union has often accused the firm"),
    (
      "The coach called the offer “an insult to us all.”",
      "The coach > | The coach called the offer “an insult to us all.”"
    ),
    ("The doctor added a second stitch to the wound.", "| The doctor added a second stitch to the wound"),
    ("The bank had forecast a rise of a tenth.", "The bank > | The bank had forecast a rise of a tenth"),
    ("No group claimed the raid on the town.", "| No group claimed the raid on the town"),
    ("The road is closed, the weather office has said.", "the weather office > | The road is closed"),
  ]) func `in English`(text: String, expected: String) { #expect(FactReading(text).lines == [expected]) }

  @Test(arguments: ["Reported crimes fell by half in the city.", "Said to be rich, he lived alone.", "Warned", "said"])
  func `a verb of saying at the very beginning is no frame`(text: String) {
    #expect(FactReading(text).matches.allSatisfy { $0.sources.isEmpty })
  }
}
