import Testing

@testable import Khabar

@Suite struct ArabicAttributionTests {
  private func expect(
    _ text: String, _ lines: [String], kinds: [Block.Kind] = [], at location: SourceLocation = #_sourceLocation
  ) {
    #expect(FactReading(text, kinds: kinds).lines == lines, sourceLocation: location)
  }

  @Test func `a verb of saying is cut off with its subject`() {
    expect("وقالت بلدية الميناء إن الجسر الجديد سيُفتح يوم الأحد.", ["بلدية الميناء > | الجسر الجديد سيُفتح يوم الأحد"])
  }

  @Test func `a medium that passes words on is the outer link`() {
    expect(
      "ونقلت صحيفة «الضفة» عن مهندس في الشركة قوله إن السد تسرب منه الماء.",
      ["صحيفة «الضفة» [الضفة] > مهندس في الشركة > | السد تسرب منه الماء"])
  }

  @Test func `a medium that was told is the outer link`() {
    expect(
      "وقال ثلاثة صيادين لـ«راديو الساحل» إن القارب غرق قبل الفجر.",
      ["راديو الساحل [راديو الساحل] > ثلاثة صيادين > | القارب غرق قبل الفجر"])
  }

  @Test func `a passive with its vowel names nobody`() {
    expect(
      "غادر الوفد العاصمة مساء أمس الأول، ويُتوقع أن يعود إليها صباح الأحد المقبل.",
      ["| غادر الوفد العاصمة مساء أمس الأول", "| يُتوقع أن يعود إليها صباح الأحد المقبل"])
  }

  @Test func `an unvowelled passive without a subject names nobody either`() {
    expect(
      "قال المحافظ إن الجسر أغلق ليلا. ويعتقد أن الأضرار تجاوزت المليون دينار.",
      ["المحافظ > | الجسر أغلق ليلا", "| يعتقد أن الأضرار تجاوزت المليون دينار"])
    expect("ويعتقد المحافظ أن الجسر آمن تماما.", ["المحافظ > | الجسر آمن تماما"])
  }

  @Test func `what is expected or believed is possible`() {
    let texts = [
      "يتوقع المحافظ أن ينتهي العمل في الربيع.", "رجحت الشرطة أن يكون الحريق متعمدا.",
      "The governor expects that the work will end in spring.", "Police believe the fire was set on purpose.",
      "قال المحافظ إن العمل انتهى في الربيع.",
    ]
    #expect(
      texts.map { FactReading($0).matches.map(\.certainty) } == [
        [.possible], [.possible], [.possible], [.possible], [.asserted],
      ])
  }

  @Test func `a field between an office and its name does not cut the name off`() {
    expect(
      "وقال مستشار الملك بالشأن الزراعي سالم الطيبي إن القمح وصل.",
      ["مستشار الملك بالشأن الزراعي سالم الطيبي > | القمح وصل"])
    expect("وقال الوزير للصحافيين إن القمح وصل.", ["الوزير > | القمح وصل"])
  }

  @Test func `a clause with its own subject ends a content that is only a noun`() {
    expect(
      "أكد العمدة وصول القافلة إلى الميناء، وغادرت السفينة المدينة فجر الأحد.",
      ["العمدة > | وصول القافلة إلى الميناء", "| غادرت السفينة المدينة فجر الأحد"])
  }

  @Test func `an occasion between commas does not part a denial from its object`() {
    expect(
      "نفت البلدية، في بيان، تلقيها أي طلب من السكان.", ["البلدية > | نفت البلدية، في بيان، تلقيها أي طلب من السكان"])
  }

  @Test func `a second speaker behind a statement is the outer link`() {
    expect(
      "قال المحافظ إن الجسر أغلق ليلا، بحسب صحيفة «الضفة».", ["صحيفة «الضفة» [الضفة] > المحافظ > | الجسر أغلق ليلا"])
  }

  @Test func `the noun of an amount is no verb of saying`() {
    expect(
      "حكمت المحكمة عليه بالسجن سنتين وغرامة قدرها 200 ألف درهم.",
      ["| حكمت المحكمة عليه بالسجن سنتين وغرامة قدرها 200 ألف درهم"])
  }

  @Test func `the object of a denial is no part of the speaker`() {
    expect("نفى القصر التقارير عن مفاوضات سرية.", ["القصر > | نفى القصر التقارير عن مفاوضات سرية"])
  }

  @Test func `a leading particle opens its content`() {
    expect("وبحسب وزارة الزراعة، فإن المحصول تراجع إلى النصف.", ["وزارة الزراعة > | المحصول تراجع إلى النصف"])
  }

  @Test func `a trailing particle claims all clauses before it`() {
    expect(
      "انهار سقف المدرسة القديمة، فيما نُقل خمسة تلاميذ إلى المستشفى، وفق ما أعلنت مديرية التربية.",
      ["مديرية التربية > | انهار سقف المدرسة القديمة", "مديرية التربية > | نُقل خمسة تلاميذ إلى المستشفى"])
  }

  @Test func `a verb without subject carries the speaker on`() {
    expect(
      "وقال مدير المطار إن الرحلات توقفت. وأضاف أن الصالة أُخليت من المسافرين.",
      ["مدير المطار > | الرحلات توقفت", "مدير المطار > | الصالة أُخليت من المسافرين"])
  }

  @Test func `a verb without subject takes the subject of its sentence`() {
    expect(
      "وزارت وزيرة الصحة المستشفى، وقالت إن اللقاحات وصلت كلها.",
      ["| زارت وزيرة الصحة المستشفى", "وزيرة الصحة > | اللقاحات وصلت كلها"])
  }

  @Test func `a participle carries the speaker on`() {
    expect(
      "وقال قائد الشرطة إن اللصوص فروا ليلاً، مشيراً إلى توقيف اثنين من المشتبه بهم.",
      ["قائد الشرطة > | اللصوص فروا ليلاً", "قائد الشرطة > | توقيف اثنين من المشتبه بهم"])
  }

  @Test func `a speaker inside the content is the inner link`() {
    expect(
      "وذكر المصدر أن الجانب القبرصي أبلغ الوسطاء أن الجولة المقبلة ستُعقد في نيقوسيا.",
      ["المصدر > الجانب القبرصي > | الجولة المقبلة ستُعقد في نيقوسيا"])
  }

  @Test func `a denial stays whole and belongs to the one who denies`() {
    let reading = FactReading("ونفى متحدث باسم المصرف إغلاق أي فرع من فروعه.")
    #expect(reading.lines == ["متحدث باسم المصرف > | نفى متحدث باسم المصرف إغلاق أي فرع من فروعه"])
    #expect(reading.matches.map(\.polarity) == [.denied])
  }

  @Test func `who answers and denies denies it`() {
    let reading = FactReading("وردت الناقدة رلى الخازن على ما أشيع عنها، فنفت في اتصال هاتفي أن تكون قد انسحبت.")
    #expect(reading.matches.map(\.polarity) == [.denied])
  }

  @Test func `a demand keeps its clause`() {
    expect("وطالبت النقابة بزيادة الأجور في المصانع.", ["النقابة > | طالبت النقابة بزيادة الأجور في المصانع"])
  }

  @Test func `a source ends before what it demands or decides`() {
    expect("وقررت نقابة المحامين الإضراب غداً.", ["نقابة المحامين > | قررت نقابة المحامين الإضراب غداً"])
    expect("وطالبت دول المنطقة بتنفيذ الاتفاق كاملاً.", ["دول المنطقة > | طالبت دول المنطقة بتنفيذ الاتفاق كاملاً"])
  }

  @Test func `an announced noun is the content`() {
    expect("وأعلنت وزارة النقل عودة القطارات إلى العمل.", ["وزارة النقل > | عودة القطارات إلى العمل"])
  }

  @Test func `the subject of another verb is no source`() {
    expect("وافتتحت وزيرة الثقافة معرض الخط العربي في دمشق.", ["| افتتحت وزيرة الثقافة معرض الخط العربي في دمشق"])
  }

  @Test func `an impersonal frame is the voice of the outlet`() {
    expect("ويُذكر أن الملعب يتسع لعشرين ألف متفرج.", ["| الملعب يتسع لعشرين ألف متفرج"])
  }

  @Test func `a definite noun takes the name of its antecedent`() {
    expect(
      "وذكر موقع «مرصد» أن السفينة غادرت. وأضاف الموقع أن طاقمها سليم معافى.",
      ["موقع «مرصد» [مرصد] > | السفينة غادرت", "الموقع [مرصد] > | طاقمها سليم معافى"])
  }

  @Test func `the headline's source holds for the lead that restates it`() {
    expect(
      "«مرصد»: سفينة قمح تغادر مرفأ اللاذقية\nغادرت سفينة محملة بالقمح مرفأ اللاذقية صباح اليوم.",
      [
        "مرصد [مرصد] > | سفينة قمح تغادر مرفأ اللاذقية",
        "مرصد [مرصد] > | غادرت سفينة محملة بالقمح مرفأ اللاذقية صباح اليوم",
      ], kinds: [.headline])
  }

  @Test func `passed on without a medium has one link only`() {
    expect("ونُقل عن مسؤول رفيع أن المفاوضات تعثرت مجدداً.", ["مسؤول رفيع > | المفاوضات تعثرت مجدداً"])
  }

  @Test func `sources know their kind, whether they are nameless and how many they are`() {
    let sources = FactReading("وقال مصدران أمنيان إن الطريق مقطوع. وأفادت وثائق بأن العقد أُلغي.").matches.flatMap(
      \.sources)
    #expect(sources.map(\.kind) == [.official, .document])
    #expect(sources.map(\.isAnonymous) == [true, false])
    #expect(sources.map(\.count) == ["2", nil])
  }
}
