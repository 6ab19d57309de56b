import Testing

@testable import Khabar

@Suite struct ClauseTests {
  @Test func `a new predicate begins a new fact and a list of nouns does not`() {
    let reading = FactReading(
      "وقّع الوزيران اتفاقيات ومذكرات تفاهم في التجارة والنقل والطاقة، وزارا متحف المدينة القديمة برفقة المحافظ.")
    #expect(reading.statements.count == 2)
    #expect(reading.statements.first == "وقّع الوزيران اتفاقيات ومذكرات تفاهم في التجارة والنقل والطاقة")
  }

  @Test func `a cause behind a comma belongs to its clause unless it is told as fully as one`() {
    #expect(FactReading("انقطع التيار عن مدن الساحل، جراء العاصفة التي ضربت البلاد.").statements.count == 1)
    #expect(FactReading("توفي ثلاثة عمال في الدوحة، إثر سقوط رافعة.").statements.count == 1)
    #expect(
      FactReading("توفي ثلاثة عمال في الدوحة، إثر انهيار مبنى قديم مكون من سبعة طوابق بشارع الميناء غرب المدينة.")
        .statements.count == 2)
  }

  @Test func `figures and marks inside a clause do not hide its predicate`() {
    let reading = FactReading("Shares of the bank closed down 3.2%, while the B&Q group's stock slipped 1.6% to $6.38.")
    #expect(reading.statements.count == 2)
  }

  @Test func `a short clause stays with its neighbour`() {
    #expect(FactReading("قُتل جنديان وأصيب ثلاثة آخرون، مساء الأحد.").statements.count == 1)
  }

  @Test func `an English conjunction splits clauses and not lists`() {
    let reading = FactReading("The army has sent boats and tents, and the navy has asked ships to keep away.")
    #expect(reading.statements == ["The army has sent boats and tents", "the navy has asked ships to keep away"])
  }

  @Test(arguments: [
    ("لم تصل القافلة إلى البلدة المحاصرة.", Fact.Polarity.negated),
    ("عدم وجود ناجين في موقع التحطم.", .negated),
    ("ما زال الطريق الجبلي مقطوعاً أمام الشاحنات.", .affirmed),
    ("لا يزال الطريق الجبلي مقطوعاً أمام الشاحنات.", .affirmed),
    ("ما جرى في القاعة تدريب عادي للموظفين.", .affirmed),
    ("The bridge that was not repaired has collapsed.", .affirmed),
    ("The bridge has not collapsed.", .negated),
    ("None of the passengers was hurt.", .negated),
  ])
  func `polarity is that of the main predicate`(_ text: String, _ polarity: Fact.Polarity) {
    #expect(FactReading(text).matches.map(\.polarity) == [polarity])
  }

  @Test(arguments: [
    ("وصل الوفد إلى العاصمة مساء أمس.", Fact.Certainty.asserted),
    ("قد وصل الوفد إلى العاصمة مساء أمس.", .asserted),
    ("قد يصل الوفد إلى العاصمة مساء غد.", .possible),
    ("سيصل الوفد إلى العاصمة مساء غد.", .planned),
    ("أصيب أربعة عمال، بينهم اثنان في حال الخطر.", .asserted),
    ("Seventeen people have been missing since late May.", .asserted),
    ("Drinkers were 16% less likely to die early.", .asserted), ("Drinkers are likely to die early.", .possible),
    ("The museum is due to open on Sunday.", .planned),
    ("يعتزم الوفد زيارة العاصمة الأسبوع المقبل.", .planned),
    ("ترفع الشركة أجور العمال إذا تحسنت المبيعات.", .conditional),
    ("Prices rose sharply in May.", .asserted),
    ("Prices may rise sharply again.", .possible),
    ("The airline plans to open a second hub.", .planned),
    ("The strike ends if the company pays.", .conditional),
  ])
  func `certainty is that of the weakest mood`(_ text: String, _ certainty: Fact.Certainty) {
    #expect(FactReading(text).matches.map(\.certainty) == [certainty])
  }

  @Test func `quotation is whole, partial or none, and a quoted name is none`() {
    #expect(FactReading("وقال الحارس: «لم نسمع أي صوت تلك الليلة».").matches.map(\.quoted) == [.whole])
    #expect(FactReading("وقال الحارس إن الليلة كانت «هادئة مثل كل ليلة».").matches.map(\.quoted) == [.partial])
    #expect(FactReading("غادرت السفينة «نورس» المرفأ صباحاً.").matches.map(\.quoted) == [.none])
  }

  @Test func `the force of the verb is kept`() {
    let reading = FactReading("وقال الناطق إن الجسر سليم. وأكدت الشرطة أن الطريق سالك. وزعم تاجر أن الباعة رحلوا.")
    #expect(reading.matches.map(\.force) == [.neutral, .confirm, .claim])
  }

  @Test func `headline, deck and caption repeat the body fact, and a twin caption the first`() {
    let reading = FactReading(
      """
      حريق يلتهم سوق الخشب في صيدا
      النيران أتت على عشرين متجراً
      عمال يرفعون الركام أمس
      عمال يرفعون الركام أمس
      التهم حريق ضخم فجر الثلاثاء سوق الخشب في مدينة صيدا. وأتت النيران على عشرين متجراً قبل إخمادها.
      """, kinds: [.headline, .deck, .caption, .caption])
    #expect(reading.matches.map(\.repeats) == [4, 5, nil, 2, nil, nil])
  }

  @Test func `a headline that counts the dead restates the fact that counts as many`() {
    func repeats(_ text: String) -> Int? {
      Report(of: Article(plainText: Array(text.utf8), name: "article")).facts[0].repeats
    }
    let body = "\n\nوصلت فرق الإنقاذ متأخرة.\n\nوتوفي ستة أشخاص صبيحة الأحد عندما ارتطمت حافلة بجدار قرب الحمدانية.\n"
    #expect(repeats("المدية: ستة قتلى في فاجعة مرور\n" + body) == 3)
    #expect(repeats("المدية: تسعة قتلى في فاجعة مرور\n" + body) == nil)
  }

  @Test func `blocks that tell no news give no facts`() {
    #expect(FactReading("بيروت - كمال سعد\nاقرأ أيضاً: خبر آخر", kinds: [.byline, .related]).matches.isEmpty)
  }

  @Test func `two hundred nested quotations and an unclosed one end in reasonable time`() {
    let nested = String(repeating: "قال «", count: 200) + "نعم" + String(repeating: "»", count: 200)
    #expect(FactReading(nested).matches.count < 400)
    let unclosed =
      "وقال الوزير: «" + String(repeating: "وصلت القافلة إلى المدينة، وقال الناطق إن الطريق سالك ", count: 6_000)
    #expect(!FactReading(unclosed).matches.isEmpty)
    let commas = String(repeating: "the mayor said, ", count: 20_000)
    #expect(FactReading(commas).matches.count < 40_000)
  }
}
